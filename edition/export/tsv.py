"""Turns and names as tables with a tab between fields (IANA text/tab-separated-values).

No field holds a tab or a line end, and none is quoted: between two paragraphs of a turn stands a
space, so that where a name begins is the same as where each paragraph is a line.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack

import msgspec

from edition.diagnostic import Diagnostic
from edition.export.form import Form, Whole
from edition.export.opened import Opened
from edition.export.said import COLUMNS, said_in
from edition.export.target import Target, give_up
from edition.tei.registers import Registers

_Tables = dict[str, bytes]
# What some program or other takes for the end of a field or a line.
_ENDS = dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def row(values: Iterable[object]) -> bytes:
    """*values* as a line."""
    return "\t".join(map(_field, values)).encode() + b"\n"


def _field(value: object) -> str:
    """*value* with one SPACE for each tab or line end in it."""
    text = str(value)
    return text if text.isprintable() else text.translate(_ENDS)


class Tsv(Form[_Tables]):
    """``turns.tsv`` and ``mentions.tsv``."""

    def __init__(self, whole: Whole, registers: Registers, target: Target) -> None:
        super().__init__(whole, registers, target)
        self._held = ExitStack()
        streams = {it: self._held.enter_context(target.stream(f"{it}.tsv")) for it in COLUMNS}
        self._streams = streams
        for table, stream in streams.items():
            stream.write(row(COLUMNS[table]))

    @staticmethod
    def make(document: Opened, whole: Whole) -> tuple[_Tables, list[Diagnostic]]:
        """The rows of *document*, by table."""
        return {
            table: b"".join(row(msgspec.structs.astuple(it)) for it in rows)
            for table, rows in said_in(document, whole).tables.items()
        }, []

    def add(self, _stem: str, made: _Tables) -> None:
        """Write the rows of a document."""
        for table, stream in self._streams.items():
            stream.write(made[table])

    def finish(self) -> list[Diagnostic]:
        """Let the tables take their places."""
        self._held.close()
        return []

    def close(self, error: BaseException | None) -> None:
        """Give the tables up, if they are not finished."""
        give_up(self._held, error)
