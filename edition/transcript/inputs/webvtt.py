"""WebVTT (https://www.w3.org/TR/webvtt1/): cues, voices, times inside of cues, notes.

Read here and not by a library: those at hand (webvtt-py, pysubs2) keep neither all voices of a
cue, nor emphasis and times inside it, nor notes and the words after ``WEBVTT``. A voice is
written before its words with a colon, as a label, where it changes. Notes, the words of the
head and names of cues with letters are lines aside; styles, regions and positions are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.transcript.inputs.characters import characters, lines_of, refuse_binary
from edition.transcript.inputs.cue_markup import Voices, cue_of
from edition.transcript.inputs.cues import Aside, Cue, extract_of
from edition.transcript.inputs.extract import Extract
from edition.transcript.inputs.timings import Block, blocks

_SIGNATURE = r"WEBVTT(?:[ \t]|\Z)"
_NO_TEXT = frozenset({"STYLE", "REGION"})
_NOTED = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|\Z)")


def extract(data: bytes, name: str) -> Extract:
    """The paragraphs of the cues in *data*. Raises EditionError (T001–T004, T050)."""
    found = characters(data, name)
    refuse_binary(found.text, name)
    voices = Voices()
    items = list(_items(found.text, voices))
    findings = (*_findings(voices, name), *_outside(found.text, name))
    return extract_of(items, name, found, findings)


def _items(text: str, voices: Voices) -> Iterator[Cue | Aside]:
    """What the file holds, in order."""
    head, lines = _head_and_lines(text)
    if head:
        yield Aside(head)
    for block in blocks(lines):
        yield from _of_block(block, voices)


def _head_and_lines(text: str) -> tuple[str, Sequence[str]]:
    """The words behind ``WEBVTT``, and the lines below."""
    lines, _ = lines_of(text)
    if re.match(_SIGNATURE, lines[0]):
        return lines[0].removeprefix("WEBVTT").strip(), lines[1:]
    return "", lines


def _of_block(block: Block, voices: Voices) -> Iterator[Cue | Aside]:
    yield from (Aside(line) for line in block.before if not line.strip().isdecimal())
    if block.damaged:
        yield Aside(block.damaged)
    elif block.timing is None:
        if block.after[0].rstrip() not in _NO_TEXT:
            yield from map(Aside, block.after)
        return
    yield cue_of(block, voices, entities=True)


def _findings(voices: Voices, name: str) -> tuple[Diagnostic, ...]:
    """T051 where some cues have a voice and others not."""
    if not (voices.heard and voices.unvoiced):
        return ()
    count, first = len(voices.unvoiced), voices.unvoiced[0]
    return (diagnostic("T051", Place(name), count=count, first=first),)


def _outside(text: str, name: str) -> tuple[Diagnostic, ...]:
    """T065 where words stand in no cue and in no note: the standard has them left out."""
    _, lines = _head_and_lines(text)
    is_head = bool(lines and lines[0].strip())  # up to the first blank line
    lost = [
        block.after[0].strip()
        for block in list(blocks(lines))[is_head:]
        if block.timing is None and not block.damaged and not _NOTED.match(block.after[0])
    ]
    return (diagnostic("T065", Place(name), count=len(lost), first=lost[0]),) if lost else ()
