"""The markup inside cues: emphasis, voices, times; other tags are let alone."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from edition.transcript.inputs.cues import Cue, CueLine
from edition.transcript.inputs.extract import Time
from edition.transcript.inputs.timings import CLOCK, Block, clock

_MARKUP = re.compile(
    rf"<(?P<time>{CLOCK})>"
    r"|<(?P<end>/?)(?P<tag>v|c|i|b|u|ruby|rt|lang|font)(?:\.[^\s<>]*)?(?P<more>\s[^<>]*)?>"
    r"|(?P<placing>\{\\an?\d\})",
    re.IGNORECASE,
)
_EMPHASIS = frozenset({"b", "i"})
_BRACKETED = re.compile(r"\s*[\[(♪].*[\])♪]\s*\Z", re.DOTALL)


class Voices:
    """Whose voice a file gives to its cues, from the first to the last.

    ``unvoiced`` tells afterwards when those cues begin, as printed, that have none.
    """

    def __init__(self) -> None:
        self.last = ""
        self.heard = False
        self.unvoiced: list[str] = []


class _Lines:
    """The lines of one cue in the making."""

    def __init__(self, voices: Voices, *, entities: bool) -> None:
        self.done: list[CueLine] = []
        self.voices = voices
        self.voiced = False
        self._entities = entities
        self._depth = 0
        self._begin("")

    def _begin(self, label: str) -> None:
        self._text = label
        self._spans = [(0, len(label.rstrip()))] if label else []
        self._times: list[Time] = []
        self._opens = bool(label)
        self._since = len(self._text)

    def end_line(self, label: str = "") -> None:
        """End the line, and begin one with *label*."""
        self._end_emphasis()
        if self._text.strip() or self._times:
            times, spans = tuple(self._times), tuple(self._spans)
            self.done.append(CueLine(self._text, spans, times, self._opens))
        self._begin(label)

    def add(self, text: str) -> None:
        """Add *text*, which may go on over lines."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self.end_line()
            self._text += html.unescape(part) if self._entities else part

    def tag(self, name: str, more: str, *, ends: bool) -> None:
        """Heed a tag."""
        if name in _EMPHASIS:
            if not ends and not self._depth:
                self._since = len(self._text)
            elif ends and self._depth == 1:
                self._end_emphasis()
            self._depth = max(self._depth + (-1 if ends else 1), 0)
        elif name == "v" and not ends and (voice := " ".join(html.unescape(more).split())):
            self.voiced = self.voices.heard = True
            if voice != self.voices.last:
                self.voices.last = voice
                self.end_line(f"{voice}: ")

    def time(self, printed: str) -> None:
        """Heed a time."""
        at = clock(printed)
        self._times.append(Time(len(self._text), at.seconds, at.printed))

    def _end_emphasis(self) -> None:
        if self._depth and self._text[self._since :].strip():
            self._spans.append((self._since, len(self._text)))
        self._since = 0


def cue_of(block: Block, voices: Voices, *, entities: bool) -> Cue:
    """The cue of *block*; *entities* says whether ``&amp;`` is one character."""
    start, end = block.timing or (None, None)
    when = start.printed if start else block.damaged.strip()
    if start and end and end.seconds < start.seconds:
        end = None
    return Cue(start, end, cue_lines(block.after, when, voices, entities=entities))


def cue_lines(
    payload: Sequence[str], when: str, voices: Voices, *, entities: bool
) -> tuple[CueLine, ...]:
    """The lines *payload* of a cue which begins *when*, without their markup.

    *entities* says whether ``&amp;`` is one character.
    """
    text = "\n".join(payload)
    lines, position = _Lines(voices, entities=entities), 0
    for match in _MARKUP.finditer(text):
        lines.add(text[position : match.start()])
        position = match.end()
        if match["time"]:
            lines.time(match["time"])
        elif match["tag"]:
            lines.tag(match["tag"].lower(), match["more"] or "", ends=bool(match["end"]))
    lines.add(text[position:])
    lines.end_line()
    if lines.voiced or not lines.done or _BRACKETED.match(text):
        return tuple(lines.done)
    had_voice, voices.last = bool(voices.last), ""
    voices.unvoiced.append(when)
    return (lines.done[0]._replace(opens=had_voice), *lines.done[1:])
