"""SubRip (SRT): numbered cues with their times.

Read here and not by a library: a blank line inside a cue, which is common, makes those at hand
lose words. The numbers of the cues are no text.
"""

from __future__ import annotations

from collections.abc import Iterator

from edition.transcript.inputs.characters import characters, lines_of, refuse_binary
from edition.transcript.inputs.cue_markup import Voices, cue_of
from edition.transcript.inputs.cues import Aside, Cue, extract_of
from edition.transcript.inputs.extract import Extract
from edition.transcript.inputs.timings import Block, blocks


def extract(data: bytes, name: str) -> Extract:
    """The paragraphs of the cues in *data*. Raises EditionError (T001–T004, T050)."""
    found = characters(data, name)
    refuse_binary(found.text, name)
    return extract_of(list(_items(found.text)), name, found)


def _items(text: str) -> Iterator[Cue | Aside]:
    voices = Voices()
    cue: Block | None = None
    for block in blocks(lines_of(text)[0]):
        if block.timing is None and not block.damaged and cue is not None:
            cue.after.extend(block.after)
            continue
        if cue is not None:
            yield from _of_block(cue, voices)
        cue = block
    if cue is not None:
        yield from _of_block(cue, voices)


def _of_block(block: Block, voices: Voices) -> Iterator[Cue | Aside]:
    yield from (Aside(line) for line in block.before if not line.strip().isdecimal())
    if block.damaged:
        yield Aside(block.damaged)
    elif block.timing is None:
        yield from map(Aside, block.after)
        return
    yield cue_of(block, voices, entities=False)
