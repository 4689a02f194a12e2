"""A transcript as its convention sees it: line by line, each in the colour of what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from edition.transcript.model import Block, Kind, Transcript
from edition.wording import counted, printable

Style = Mapping[str, Any]
_STYLES: Mapping[Kind, Style] = {
    Kind.CHROME: {"dim": True},
    Kind.FURNITURE: {"dim": True},
    Kind.TITLE: {"bold": True},
    Kind.HEADING: {"bold": True},
    Kind.DATELINE: {"fg": "magenta"},
    Kind.CLOSING: {"fg": "magenta"},
    Kind.LEAD: {"fg": "blue"},
    Kind.SUMMARY: {"fg": "green"},
    Kind.STAGE: {"fg": "green"},
    Kind.ELISION: {"fg": "green"},
    Kind.EDITORIAL: {"fg": "green"},
    Kind.PULLQUOTE: {"fg": "green"},
    Kind.PROSE: {"fg": "yellow"},
}
_LABEL: Style = {"fg": "cyan", "bold": True}
_INSIDE: Style = {"fg": "green"}
_WIDEST = 14


def seen_lines(transcript: Transcript) -> Iterator[str]:
    """The lines of *transcript*: number, kind, text; ``?`` before what could not be placed."""
    doubted = _doubted(transcript)
    names = {speaker.key: speaker.name for speaker in transcript.speakers}
    for block in transcript.blocks:
        what = "" if block.kind is Kind.BLANK else block.kind.value
        if block.label is not None and block.turn is not None:
            what = names.get(transcript.turns[block.turn].speaker or "", "nobody named")
        in_doubt = block.line in doubted or block.kind is Kind.PROSE
        for number, line in enumerate(_styled(block), block.line):
            yield f"{number:>6} {'?' if in_doubt else ' '} {_cell(what)} {line}"
            what = ""


def summary(transcript: Transcript) -> Iterator[str]:
    """How many lines are of which kind, who speaks how often, and what was not placed."""
    kinds = Counter(block.kind for block in transcript.blocks if block.kind is not Kind.BLANK)
    shares = (f"{count:,} {kind.value}" for kind, count in kinds.most_common())
    yield f"Paragraphs: {', '.join(shares)}."
    turns = Counter(turn.speaker for turn in transcript.turns)
    named = (f"{who.name} {turns[who.key]:,}" for who in transcript.speakers if turns[who.key])
    speakers = [*named, *([f"nobody named {turns[None]:,}"] if turns[None] else [])]
    yield f"{counted(len(transcript.turns), 'turn')}: {', '.join(speakers) or 'none'}."
    doubted = len(_doubted(transcript))
    prose = kinds[Kind.PROSE]
    if doubted or prose:
        yield (
            f"Not placed: {counted(doubted, 'line')} that may begin with a label, "
            f"{counted(prose, 'paragraph')} before or without a turn."
        )


def _doubted(transcript: Transcript) -> set[int]:
    """The lines that may begin with a label: those of turns, and those that are told."""
    told = {found.line for found in transcript.diagnostics if found.code == "T025"}
    return told.union(transcript.doubted_labels)


def _cell(words: str) -> str:
    short = words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"
    return f"{short:<{_WIDEST}}"


def _styled(block: Block) -> Sequence[str]:
    """The lines of *block*: its label, and what in it is no speech, stand out."""
    style = _STYLES.get(block.kind, {})
    start = block.label.end if block.label is not None else 0
    marked = [(span.start, span.end, _INSIDE) for span in block.spans if span.start >= start]
    if block.label is not None:
        marked.insert(0, (0, block.label.end, _LABEL))
    written, position = "", 0
    for start, end, inside in marked:
        written += _in_style(block.text[position:start], style)
        written += _in_style(block.text[start:end], inside)
        position = end
    return (written + _in_style(block.text[position:], style)).split("\n")


def _in_style(text: str, style: Style) -> str:
    """*text* in *style*, line by line, so that each line can be printed alone."""
    lines = (printable(line) for line in text.split("\n"))
    return "\n".join(click.style(line, **style) if line and style else line for line in lines)
