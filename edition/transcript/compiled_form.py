"""A form of labels, ready to be looked for in lines."""

from __future__ import annotations

import re

from edition.transcript.convention_tables import Form
from edition.transcript.forms import Words, pattern, sign_of

_LONGEST_LABEL = 500  # characters, on a line of its own


class CompiledForm:
    """A form of labels with its pattern; *number* is its place in the convention."""

    def __init__(self, number: int, form: Form, words: Words) -> None:
        self.number = number
        self.times = form.times
        self.once = form.once
        self.speech = form.speech
        self.rival = form.rival
        self.capitals = form.capitals
        self.first = form.first
        self.share = form.share
        self._indent = " " * form.indent
        self._sign = sign_of(form.print)
        self.own_line = form.line == "own"
        self._regex = re.compile(
            pattern(form.print, words, own_line=self.own_line, verbs=form.verbs.split())
        )

    def match(self, text: str) -> re.Match[str] | None:
        """The label of this form with which the line *text* begins."""
        if self._sign not in text or not text.startswith(self._indent):
            return None
        if self.own_line and len(text) > _LONGEST_LABEL:
            return None
        return self._regex.match(text)
