"""From the bytes of a file to lines, the one door: whatever the format, out comes Decoded."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.transcript.inputs.characters import CONTROLS, count_controls
from edition.transcript.inputs.extract import Extract, Spans, Time
from edition.transcript.inputs.formats import Format, format_of

LARGEST_FILE = 64 * 1024 * 1024  # bytes; the longest sittings known are a fiftieth of it
LONGEST_LINE = 4 * 1024 * 1024  # characters; libxml2 takes no text node above 10 MB

NO_BREAK_SPACE = "\u00a0"
_WIDE = (("：", ":"), ("？", "?"))


class Decoded(NamedTuple):
    """The lines of a source file, how they were got from its bytes, and what its format says.

    ``emphasised`` (stretches in bold or italics), ``times`` (those of a recording, in order) and
    ``headings`` (their level) are by the index of the line, from 0; ``furniture`` has the indices
    of lines that belong to the page and not to its matter, ``notes`` those of notes to it, and
    ``listed`` those of tables and lists; ``continued`` those that only a line break parts from the
    line before; ``references`` are stretches that refer to a note. ``language`` is the code of
    that in which the file says it is written. Plain text says nothing of these.
    """

    name: str
    data: bytes
    encoding: str
    byte_order_mark: bool
    lines: tuple[str, ...]
    plain: tuple[str, ...]  # the lines as patterns see them: see the function of this name
    line_ends: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    format: Format = Format.TEXT
    tools: tuple[str, ...] = ()  # other programs, with version, that helped to take the lines out
    emphasised: Mapping[int, Spans] = MappingProxyType({})
    times: Mapping[int, tuple[Time, ...]] = MappingProxyType({})
    furniture: frozenset[int] = frozenset()
    notes: frozenset[int] = frozenset()
    listed: frozenset[int] = frozenset()
    headings: Mapping[int, int] = MappingProxyType({})
    continued: frozenset[int] = frozenset()
    references: Mapping[int, Spans] = MappingProxyType({})
    language: str = ""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def matter(self) -> Decoded:
        """The same with nothing in the lines that are furniture or notes."""
        empty = self.furniture | self.notes
        if not empty:
            return self
        return self._replace(
            lines=tuple("" if i in empty else line for i, line in enumerate(self.lines)),
            plain=tuple("" if i in empty else line for i, line in enumerate(self.plain)),
        )


def plain(text: str) -> str:
    """*text* with a plain space for every NO-BREAK SPACE, tab and control; same length.

    The wide signs of Chinese and Japanese print are those of others: "主席：" ends in a colon.

    One character for one, so that offsets in the plain text are offsets in the text.
    """
    spaced = _spaced(text)
    return spaced if spaced.isprintable() else CONTROLS.sub(" ", spaced)


def _spaced(text: str) -> str:
    simple = text.replace(NO_BREAK_SPACE, " ").replace("\t", " ")
    return simple if simple.isascii() else _narrow(simple)


def _narrow(text: str) -> str:
    for wide, narrow in _WIDE:
        if wide in text:
            text = text.replace(wide, narrow)
    return text


def decode(data: bytes, name: str) -> Decoded:
    """The lines of *data*; *name* is for findings. Raises EditionError (T001–T006)."""
    if len(data) > LARGEST_FILE:
        size, limit = len(data) // 1024 // 1024, LARGEST_FILE // 1024 // 1024
        raise EditionError(diagnostic("T005", Place(name), size=size, limit=limit))
    format_ = format_of(data, name)
    reader = import_module(f"edition.transcript.inputs.{format_}")
    found: Extract = reader.extract(data, name)
    for number, line in enumerate(found.lines, 1):
        if len(line) > LONGEST_LINE:
            raise EditionError(
                diagnostic("T006", Place(name, number), length=len(line), limit=LONGEST_LINE)
            )
    return Decoded(
        name=name,
        data=data,
        encoding=found.encoding,
        byte_order_mark=found.byte_order_mark,
        lines=tuple(found.lines),
        plain=_plain_lines(found.lines),
        line_ends=tuple(found.line_ends) or ("\n",) * (len(found.lines) - 1) + ("",),
        diagnostics=found.diagnostics,
        format=format_,
        tools=found.tools,
        emphasised=found.emphasised,
        times=found.times,
        furniture=found.furniture,
        notes=found.notes,
        listed=found.listed,
        headings=found.headings,
        continued=found.continued,
        references=found.references,
        language=found.language,
    )


def _plain_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """*lines* as patterns see them, all at once."""
    text = "\n".join(lines)
    simple = _spaced(text)
    return tuple((CONTROLS.sub(" ", simple) if count_controls(text) else simple).split("\n"))
