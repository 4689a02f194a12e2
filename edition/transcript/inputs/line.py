"""A line in the making, which gets its text bit by bit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from edition.transcript.inputs.extract import Spans


class Line:
    """A line. *heading* is its level as a heading, 0 if it is none.

    It is furniture if *aside*, a *note* if it stands at the foot of a page or in its margin, and
    ``listed`` in a table.

    ``ends_in`` is its last character so far, ``blank`` says that it has no words yet; its text and
    emphasis are there after :meth:`end`.
    """

    def __init__(self, *, heading: int = 0, aside: bool = False, note: bool = False) -> None:
        self.text = ""
        self.emphasised: list[tuple[int, int]] = []
        self.heading = heading
        self.aside = aside
        self.note = note
        self.listed = False
        self.length = 0
        self.ends_in = ""
        self.blank = True
        self._parts: list[str] = []
        self._kinds: Set[str] = frozenset()  # of the last stretch of emphasis
        self._words_since = False  # that stretch

    def add(self, text: str, kinds: Set[str] = frozenset()) -> None:
        """Add *text* at the end; *kinds* are those of its emphasis, such as bold and italic.

        Stretches of one kind with only white space between are one.
        """
        if not text:
            return
        start, has_words = self.length, bool(text.strip())
        self._parts.append(text)
        self.length += len(text)
        self.ends_in = text[-1]
        self.blank = self.blank and not has_words
        if not has_words:
            return
        if not kinds:
            self._words_since = True
            return
        if self.emphasised and self._kinds & kinds and not self._words_since:
            start = self.emphasised.pop()[0]
        self.emphasised.append((start, self.length))
        self._kinds, self._words_since = kinds, False

    def end(self) -> None:
        """Make the text, without SPACEs at the end."""
        self.text = "".join(self._parts).rstrip(" ")
        self.length = len(self.text)
        self.emphasised = [(start, min(end, self.length)) for start, end in self.emphasised]


def emphasis_in(lines: Sequence[Line]) -> Mapping[int, Spans]:
    """The emphasised stretches, by the index of the line."""
    return {i: tuple(line.emphasised) for i, line in enumerate(lines) if line.emphasised}


def headings_in(lines: Sequence[Line]) -> Mapping[int, int]:
    """The levels of headings, by the index of the line."""
    return {i: line.heading for i, line in enumerate(lines) if line.heading}
