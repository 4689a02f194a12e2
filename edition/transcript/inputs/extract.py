"""What is taken out of a file, whatever its format: lines, and what the format says of them.

Lines are counted from 0 here, offsets in a line in characters from 0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from edition.diagnostic import Diagnostic

Spans = tuple[tuple[int, int], ...]


class Time(msgspec.Struct, frozen=True, gc=False):
    """A time that the source gives for the place at *offset* of a line.

    *seconds* count from the beginning of the recording; *printed* is the time as the source
    writes it. What is said begins there, or *ends* there.
    """

    offset: int
    seconds: float
    printed: str
    ends: bool = False


class Extract(NamedTuple):
    """The lines of a file, and what its format says of them, by the index of the line.

    ``emphasised`` are stretches in bold or italics; ``times`` those of a recording, in order;
    ``furniture`` are lines of the page and not of its matter, ``notes`` those that stand at its
    foot, at the end or in the margin, ``listed`` those of tables and of lists of names or figures;
    ``headings`` have their level; ``continued`` are lines that only a line break parts from those
    before, ``references`` stretches that refer to a note. ``language`` is the code of that in
    which the file says it is written, '' if it does not.
    ``tools`` are other programs, each with its version, that helped to take the lines out.
    """

    lines: tuple[str, ...]
    encoding: str
    byte_order_mark: bool = False
    line_ends: tuple[str, ...] = ()  # one for each line, '' for the last; LF where there is none
    emphasised: Mapping[int, Spans] = {}
    times: Mapping[int, tuple[Time, ...]] = {}
    furniture: frozenset[int] = frozenset()
    notes: frozenset[int] = frozenset()
    listed: frozenset[int] = frozenset()
    headings: Mapping[int, int] = {}
    continued: frozenset[int] = frozenset()
    references: Mapping[int, Spans] = {}
    language: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    tools: tuple[str, ...] = ()


def tool(package: str) -> str:
    """The name and version of *package*, as ``tools`` have it: numbers and full stops only."""
    from importlib.metadata import version  # with a reader of mail and of archives: 20 ms

    numbers = re.match(r"\d+(?:\.\d+){0,3}", version(package))
    return f"{package} {numbers.group() if numbers else 0}"
