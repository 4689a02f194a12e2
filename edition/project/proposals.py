"""``source/machine/.proposed``: what documents propose to the registers, till these have it.

A line for each document stands there before its TEI file does. So a run that is killed before it
comes to the registers loses nothing: the next one adds what is in the TEI files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.files import append, read_bytes, write_whole
from edition.names.model import Entry, Register
from edition.project.folder import RECORDS, Project
from edition.settings import Settings
from edition.tei.registers import Registers

if TYPE_CHECKING:  # few runs have any need of it
    from edition.project.encoding import Encoder

_NAME = ".proposed"


class _Proposal(msgspec.Struct):
    stem: str
    entries: list[Entry]


class _Line(NamedTuple):
    """A line, its number, and what it says; None where that cannot be told."""

    number: int
    data: bytes
    said: _Proposal | None


class Proposals:
    """What is proposed to the registers in *source* and may not be there yet.

    Only who has the lock on *source* may change it.
    """

    def __init__(self, source: Path) -> None:
        self._source = source
        self._file = source / RECORDS / _NAME

    def are_there(self) -> bool:
        """Whether an earlier run has left any."""
        return self._file.is_file()

    @contextmanager
    def noted(self, stem: str, register: Register) -> Iterator[None]:
        """Note what the document *stem* proposes, and then let its TEI file be written.

        Where that is refused it is no proposal. Raises FileAccessError.
        """
        proposed = [entry for entry in register.entries.values() if entry.candidate]
        line = msgspec.json.encode(_Proposal(stem, proposed))
        append(self._file, b"\n" + line)
        try:
            yield
        except EditionError:
            self._drop(lambda one: one.data == line)
            raise

    def forget(self, stems: Set[str]) -> None:
        """Forget what the documents *stems* propose: the registers have it.

        Raises FileAccessError.
        """
        self._drop(lambda one: one.said is not None and one.said.stem in stems)

    def take_up(self, project: Project, settings: Settings) -> list[Diagnostic]:
        """Add to the registers what runs that were killed had still to add.

        What a document proposes whose TEI file cannot be read stays, and whoever builds is told of
        that file. So does a line of which nothing can be made, which is a finding (E022). Raises
        FileAccessError, or EditionError where nothing can be added to a register (G…, X…, E017):
        then all stays.
        """
        from edition.project.encoding import Encoder

        encoder = Encoder(Registers())
        findings, stems = [], set()
        for line in self._lines():
            if line.said is None:
                findings.append(diagnostic("E022", Place(str(self._file), line.number)))
                continue
            with suppress(EditionError):
                self._take(line.said, encoder)
                stems.add(line.said.stem)
        encoder.propose(project, settings)
        self.forget(stems)
        return findings

    def _take(self, said: _Proposal, encoder: Encoder) -> None:
        """Let *encoder* keep what the TEI file still has of *said*. Raises EditionError."""
        tei = self._source / Path(f"{said.stem}.xml").name
        if os.path.lexists(tei):
            register = Register({entry.id: entry for entry in said.entries})
            encoder.keep(register, read_bytes(tei))

    def _drop(self, is_done: Callable[[_Line], bool]) -> None:
        if not self.are_there():
            return
        left = [line.data + b"\n" for line in self._lines() if not is_done(line)]
        if left:  # each with its break: none of them is taken for one that was cut short
            write_whole(self._file, b"\n" + b"".join(left))
        else:
            with suppress(OSError):
                self._file.unlink()

    def _lines(self) -> Iterator[_Line]:
        """Every line but the last where that was cut short: its TEI file was never written."""
        lines = read_bytes(self._file).split(b"\n")
        for number, data in enumerate(lines, 1):
            try:
                yield _Line(number, data, msgspec.json.decode(data, type=_Proposal))
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                is_json = isinstance(error, msgspec.ValidationError)
                if data and (is_json or number < len(lines)):
                    yield _Line(number, data, None)
