"""A line in the making, which gets its text bit by bit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from edition.transcript.inputs.extract import Spans


class Line:
    """A line. *heading* is its level as a heading, 0 if it is none; *aside*: it is furniture."""

    def __init__(self, *, heading: int = 0, aside: bool = False) -> None:
        self.text = ""
        self.emphasised: list[tuple[int, int]] = []
        self.heading = heading
        self.aside = aside
        self._kinds: Set[str] = frozenset()  # of the last stretch of emphasis

    def add(self, text: str, kinds: Set[str] = frozenset()) -> None:
        """Add *text* at the end; *kinds* are those of its emphasis, such as bold and italic.

        Stretches of one kind with only white space between are one.
        """
        start = len(self.text)
        self.text += text
        if not kinds or not text.strip():
            return
        between = self.text[self.emphasised[-1][1] : start] if self.emphasised else ""
        if self.emphasised and self._kinds & kinds and not between.strip():
            start = self.emphasised.pop()[0]
        self.emphasised.append((start, len(self.text)))
        self._kinds = kinds

    def end(self) -> None:
        """Leave out SPACEs at the end."""
        self.text = self.text.rstrip(" ")
        length = len(self.text)
        self.emphasised = [(start, min(end, length)) for start, end in self.emphasised]


def emphasis_in(lines: Sequence[Line]) -> Mapping[int, Spans]:
    """The emphasised stretches, by the index of the line."""
    return {i: tuple(line.emphasised) for i, line in enumerate(lines) if line.emphasised}


def headings_in(lines: Sequence[Line]) -> Mapping[int, int]:
    """The levels of headings, by the index of the line."""
    return {i: line.heading for i, line in enumerate(lines) if line.heading}
