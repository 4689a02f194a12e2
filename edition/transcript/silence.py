"""What is printed in a record and spoken by nobody: documents that were read or put in."""

from __future__ import annotations

from edition.transcript.convention import Convention
from edition.transcript.model import Kind
from edition.transcript.notes import whole_bracket

_NEVER = 10_000  # no line is indented so deep


class Silence:
    """Follows a record block by block, and knows whether somebody speaks.

    After a note that ends speech ("[The prepared statement of Ms. Rivlin follows:]") nobody does
    until the next label, nor after a heading that ends it (an annex). After a narration with a
    document ("The Clerk read as follows:") nobody does as long as the paragraphs are indented
    deeper than it is.
    """

    def __init__(self, convention: Convention) -> None:
        self._convention = convention
        self._depth = _NEVER  # what is indented deeper is spoken by nobody

    def holds(self, text: str, *, labelled: bool) -> bool:
        """Whether nobody speaks the paragraph *text*, which has a label or not."""
        if labelled or _indent(text) <= self._depth:
            self._depth = _NEVER
        return self._depth < _NEVER

    def begin(self) -> None:
        """Nobody speaks until the next label."""
        self._depth = -1

    def after(self, text: str, kind: Kind) -> None:
        """Take note of the paragraph *text*, which is of *kind*."""
        if kind not in (Kind.STAGE, Kind.EDITORIAL):
            return
        inside = whole_bracket(text, self._convention.marks.bracketed_events)
        if inside is not None:
            if self._convention.ends_speech(text[slice(*inside)].strip(" ")):
                self.begin()
        elif (narration := self._convention.narration_in(text)) is not None:
            if narration.ends:
                self.begin()
            elif narration.document:
                self._depth = _indent(text)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
