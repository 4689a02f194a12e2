"""What the encoding does to the characters of a source, and how often.

Only this: NO-BREAK SPACE becomes SPACE, white space runs become one SPACE, line ends become
LF, a byte order mark and characters that XML cannot hold are left out. All is counted, and
declared in ``editorialDecl/normalization``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.transcript.decode import NO_BREAK_SPACE, Decoded
from edition.transcript.inputs.characters import CONTROLS, count_controls
from edition.transcript.model import Origin

_RUN = re.compile("[ \t\u00a0\x0b\x0c]+")
_ODD_RUN = re.compile("[ \t\u00a0\x0b\x0c]{2,}|\t|^[ \u00a0]|[ \u00a0]$")
_TABS = "\t\x0b\x0c"


class Normalisation(NamedTuple):
    """One kind of change: its type, how often it was made, and more where that is not all."""

    type: str
    times: int
    detail: str = ""


def normalised(text: str) -> str:
    """*text* as the TEI holds it; a run of white space at either end is one SPACE."""
    text = text.replace(NO_BREAK_SPACE, " ")
    if not text.isprintable():
        text = CONTROLS.sub("", _RUN.sub(" ", text))
    return _RUN.sub(" ", text) if "  " in text else text


def normalisations(texts: Sequence[str], origin: Origin | Decoded) -> list[Normalisation]:
    """What is done to the characters of *texts*, the lines or blocks of a source.

    What is not done is not in the list.
    """
    whole = "\n".join(texts)
    other_ends = sum(1 for end in origin.line_ends if end not in ("", "\n"))
    controls = list(_controls(texts)) if count_controls(whole) else []
    found = [
        Normalisation("noBreakSpace", whole.count(NO_BREAK_SPACE)),
        Normalisation("whiteSpace", _odd_runs(whole)),
        Normalisation("lineEnd", other_ends),
        Normalisation("byteOrderMark", int(origin.byte_order_mark)),
        Normalisation("encoding", int(origin.encoding != "utf-8"), origin.encoding),
        Normalisation("control", len(controls), ", ".join(controls)),
    ]
    return [entry for entry in found if entry.times]


def _controls(texts: Sequence[str]) -> Iterator[str]:
    for line, text in enumerate(texts, 1):
        for match in CONTROLS.finditer(text):
            yield f"U+{ord(match.group()):04X} at {line}:{match.start() + 1}"


def _odd_runs(text: str) -> int:
    """How many runs of white space in the lines of *text* are not one SPACE between two words."""
    if any(tab in text for tab in _TABS):
        return sum(len(_ODD_RUN.findall(line)) for line in text.split("\n"))
    lines = text.replace(NO_BREAK_SPACE, " ").split("\n")
    odd = [line for line in lines if "  " in line or line[:1] == " " or line[-1:] == " "]
    return sum(len(_ODD_RUN.findall(line)) for line in odd)
