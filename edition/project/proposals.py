"""``source/machine/.proposed``: what new documents propose to the registers, till these have it.

A line for each document stands there before its TEI file does. So a build that is killed before it
comes to the registers loses nothing: the next one adds what is in the TEI files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from edition.files import append, read_bytes
from edition.names.model import Entry, Register
from edition.project.folder import RECORDS, Project
from edition.project.lock import locked
from edition.settings import Settings
from edition.tei.document import is_well_formed
from edition.tei.registers import Registers

_NAME = ".proposed"


class _Line(msgspec.Struct):
    stem: str
    entries: list[Entry]


class Proposals:
    """What is proposed to the registers in *source* and may not be there yet."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self._file = source / RECORDS / _NAME

    def note(self, stem: str, register: Register) -> None:
        """Note what the document *stem* proposes, before it is written. Raises FileAccessError."""
        proposed = [entry for entry in register.entries.values() if entry.candidate]
        append(self._file, b"\n" + msgspec.json.encode(_Line(stem, proposed)))

    def forget(self) -> None:
        """Forget it: the registers have it."""
        with suppress(OSError):
            self._file.unlink()

    def take_up(self, project: Project, settings: Settings) -> None:
        """Add to the registers what a build that was killed had still to add.

        Raises FileAccessError, or EditionError where nothing can be added to one (G…, X…), or
        where another run writes there (E014); then it is left to the next build.
        """
        if not self._file.is_file():
            return
        from edition.project.encoding import Encoder  # few builds have any need of it

        with locked([project.source]):
            encoder = Encoder(Registers())
            for line in self._lines():
                tei = self._source / Path(f"{line.stem}.xml").name
                if os.path.lexists(tei):
                    data = read_bytes(tei)
                    register = Register({entry.id: entry for entry in line.entries})
                    encoder.keep(register, data if is_well_formed(data) else None)
            encoder.propose(project, settings)
            self.forget()

    def _lines(self) -> Iterator[_Line]:
        for line in read_bytes(self._file).split(b"\n"):
            with suppress(msgspec.DecodeError):  # the first, and one that was cut short
                yield msgspec.json.decode(line, type=_Line)
