"""Turns that may have lost their label: one speaker labelled twice with nothing between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from edition.transcript.convention import Convention
from edition.transcript.decode import plain
from edition.transcript.model import Block, Kind, LostLabel, Turn

_BETWEEN = frozenset({Kind.SUMMARY, Kind.STAGE, Kind.ELISION, Kind.SEPARATOR, Kind.HEADING})


def lost_labels(
    blocks: Sequence[Block], turns: Sequence[Turn], convention: Convention
) -> tuple[LostLabel, ...]:
    """Each turn followed by another of the same speaker with nothing that explains it.

    A bracket inside the turn's last paragraph ("Recites the poem.") explains nothing; a stage
    note, a summary, a heading or an elision between the two turns does.
    """
    if not convention.lost_labels.openings:
        return ()  # a maker of whom it is not known that a label stands only where speakers change
    found = []
    starts = [index for index, block in enumerate(blocks) if block.label is not None]
    for number, (turn, following) in enumerate(pairwise(turns)):
        if turn.speaker is None or turn.speaker != following.speaker:
            continue
        within = blocks[starts[number] : starts[number + 1]]
        own = [block for block in within if block.kind != Kind.BLANK]
        if own[-1].kind in _BETWEEN or any(b.kind is Kind.HEADING for b in own):
            continue
        later = [b for b in own[1:] if b.kind is Kind.SPEECH]
        first = later[0].line if later else turn.line
        likely = [b.line for b in later if _opens(b, convention)]
        found.append(
            LostLabel(number, first, own[-1].line, following.line, likely[-1] if likely else None)
        )
    return tuple(found)


def _opens(block: Block, convention: Convention) -> bool:
    return convention.opening.match(plain(block.text).strip(" ")) is not None
