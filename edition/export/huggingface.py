"""A folder that ``datasets.load_dataset`` reads: turns and names, and a card that describes them.

The card is README.md with YAML at its head, as https://huggingface.co/docs/hub/datasets-cards has
it; JSON is YAML, so each value is written as JSON. Nothing is sent to any server.
"""

from __future__ import annotations

import gzip
from contextlib import ExitStack

import msgspec

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.export.card import card
from edition.export.form import Form, Whole
from edition.export.opened import Opened
from edition.export.said import TABLES, said_in
from edition.export.target import Target, give_up
from edition.header.corpus import Sum
from edition.header.facts import Facts
from edition.tei.registers import Registers

_ROWS = 100_000  # in a file


class Rows(msgspec.Struct, frozen=True):
    """A document: its rows as lines of JSON, by table, and what the card says of it."""

    lines: dict[str, list[bytes]]
    facts: Facts
    language: str


class HuggingFace(Form[Rows]):
    """``README.md``, and ``data/turns/00000.jsonl.gz`` … with as many rows each; so mentions."""

    def __init__(self, whole: Whole, registers: Registers, target: Target) -> None:
        super().__init__(whole, registers, target)
        self._tables = {name: _Table(target, name) for name in TABLES}
        self._total = Sum()
        self._licences: dict[str, str] = {}  # the identifier of each by its address; '' for none

    @staticmethod
    def make(document: Opened, whole: Whole) -> tuple[Rows, list[Diagnostic]]:
        """The rows of *document*."""
        lines = {
            name: [msgspec.json.encode(it) + b"\n" for it in rows]
            for name, rows in said_in(document, whole).tables.items()
        }
        return Rows(lines, document.facts, document.language), []

    def add(self, stem: str, made: Rows) -> None:
        """Write the rows of a document."""
        for name, lines in made.lines.items():
            self._tables[name].add(lines)
        self._total.add(stem, made.facts)
        terms = made.facts.terms
        known = terms.known if terms else None
        self._licences[terms.target if terms else ""] = known.record_id if known else ""

    def finish(self) -> list[Diagnostic]:
        """Write the card."""
        for table in self._tables.values():
            table.finish()
        licences = set(self._licences.values())  # one may have several addresses
        licence = licences.pop() if len(licences) == 1 else ""
        data = card(
            self.whole.settings,
            self.whole.name,
            self._total,
            licence or "unknown",
            {name: (kind, self._tables[name].rows) for name, kind in TABLES.items()},
        )
        self.target.put("README.md", data)
        if licence:
            return []
        said = ", ".join(sorted(target or "nothing" for target in self._licences))
        place = Place(self.whole.settings_file)
        return [diagnostic("K020", place, said=said)]

    def close(self, error: BaseException | None) -> None:
        """Give up the files that are not finished."""
        for table in self._tables.values():
            table.close(error)


class _Table:
    """The rows of the table *name*, parted into files of as many rows each."""

    def __init__(self, target: Target, name: str) -> None:
        self._target = target
        self._name = name
        self._held = ExitStack()
        self._stream: gzip.GzipFile | None = None
        self.rows = 0

    def add(self, lines: list[bytes]) -> None:
        """Write *lines*, in a new file where one is full."""
        for line in lines:
            if self.rows % _ROWS == 0:
                self._next()
            assert self._stream is not None  # noqa: S101 - there was a first row
            self._stream.write(line)
            self.rows += 1

    def finish(self) -> None:
        """Let the last file take its place; there is one at least."""
        if not self.rows:
            self._next()
        self._held.close()

    def close(self, error: BaseException | None) -> None:
        """Give the last file up, if it is not finished."""
        give_up(self._held, error)

    def _next(self) -> None:
        self._held.close()
        path = f"data/{self._name}/{self.rows // _ROWS:05}.jsonl.gz"
        stream = self._held.enter_context(self._target.stream(path))
        # Without name or time: the same rows are the same bytes.
        self._stream = self._held.enter_context(
            gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0)
        )
