"""What the encoding does to the characters of a source, and how often.

Only this: NO-BREAK SPACE becomes SPACE, white space runs become one SPACE, line ends become
LF, a byte order mark and characters that XML cannot hold are left out. All is counted, and
declared in ``editorialDecl/normalization``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.transcript.decode import CONTROLS, NO_BREAK_SPACE
from edition.transcript.model import Transcript

_RUN = re.compile("[ \t\u00a0\x0b\x0c]+")
_ODD_RUN = re.compile("[ \t\u00a0\x0b\x0c]{2,}|\t|^[ \u00a0]|[ \u00a0]$")


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


def normalisations(transcript: Transcript) -> list[Normalisation]:
    """What is done to the characters of *transcript*; what is not done is not in the list."""
    origin = transcript.origin
    texts = [block.text for block in transcript.blocks]
    other_ends = sum(1 for end in origin.line_ends if end not in ("", "\n"))
    controls = [
        f"U+{ord(match.group()):04X} at {block.line}:{match.start() + 1}"
        for block in transcript.blocks
        if not block.text.isprintable()
        for match in CONTROLS.finditer(block.text)
    ]
    found = [
        Normalisation("noBreakSpace", sum(text.count(NO_BREAK_SPACE) for text in texts)),
        Normalisation("whiteSpace", sum(map(_odd_runs, texts))),
        Normalisation("lineEnd", other_ends),
        Normalisation("byteOrderMark", int(origin.byte_order_mark)),
        Normalisation("encoding", int(origin.encoding != "utf-8"), origin.encoding),
        Normalisation("control", len(controls), ", ".join(controls)),
    ]
    return [entry for entry in found if entry.times]


def _odd_runs(text: str) -> int:
    """How many runs of white space in *text* are not one SPACE between two words."""
    simple = text.replace(NO_BREAK_SPACE, " ")
    if simple.isprintable() and "  " not in simple and simple == simple.strip(" "):
        return 0
    return len(_ODD_RUN.findall(text))
