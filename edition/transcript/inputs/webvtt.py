"""WebVTT (https://www.w3.org/TR/webvtt1/): cues, voices, times inside of cues, notes.

Read here and not by a library: those at hand (webvtt-py, pysubs2) keep neither all voices of a
cue, nor emphasis and times inside it, nor notes and the words after ``WEBVTT``. A voice is
written before its words with a colon, as a label, where it changes. Notes, the words of the
head and names of cues with letters are lines aside; styles, regions and positions are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.transcript.inputs.characters import characters, lines_of, refuse_binary
from edition.transcript.inputs.cue_markup import Voices, cue_of
from edition.transcript.inputs.cues import Aside, Cue, extract_of
from edition.transcript.inputs.extract import Extract
from edition.transcript.inputs.timings import Block, blocks

_SIGNATURE = r"WEBVTT(?:[ \t]|\Z)"
_NO_TEXT = frozenset({"STYLE", "REGION"})


def extract(data: bytes, name: str) -> Extract:
    """The paragraphs of the cues in *data*. Raises EditionError (T001–T004, T050)."""
    found = characters(data, name)
    refuse_binary(found.text, name)
    voices = Voices()
    items = list(_items(found.text, voices))
    return extract_of(items, name, found, _findings(voices, name))


def _items(text: str, voices: Voices) -> Iterator[Cue | Aside]:
    """What the file holds, in order."""
    lines, _ = lines_of(text)
    if re.match(_SIGNATURE, lines[0]):
        head, lines = lines[0].removeprefix("WEBVTT").strip(), lines[1:]
        yield from [Aside(head)] if head else []
    for block in blocks(lines):
        yield from _of_block(block, voices)


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
