"""Interviews whose questions are set off, in bold or italics, and have no label: nobody is named.

Of the paragraphs some are emphasised as a whole, most of these are questions, and others stand
between them. Each emphasised one is a turn of somebody who asks, and what stands below it is one
of somebody who answers: who they are nothing says. Somebody must be named above, in the title or
the lead, and not as the author alone: questions that are often asked are no interview.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from edition.transcript.given_names import given_names
from edition.transcript.inputs.extract import Spans
from edition.transcript.model import Label

_FEWEST = 3  # questions
_ASKED = 0.6  # of the emphasised paragraphs are questions
_ANSWERED = 0.8  # of them have a paragraph below that is not emphasised
_ENDS_QUESTION = re.compile(r"[?？؟;՞][\s\"'”’»)\]*_]*\Z")
_WORD = re.compile(r"\w+")
_FULL_NAME = re.compile(
    r"\b(?=(?P<name>(?P<given>[^\W\d_a-z][\w’'-]*)(?: [^\W\d_A-Z]{1,3}){0,2} [^\W\d_a-z][\w’'-]+))"
)
_ENDS_SENTENCE = re.compile(r"[.!…?？؟;՞。！][\s\"'”’»)\]*_]*\Z")  # no heading
_MARKS = " \u00a0*_"
UNSAID = Label(0, None, None, generic=True)
"""The label that is not printed."""


def set_off_questions(lines: Sequence[str], emphasised: Mapping[int, Spans]) -> dict[int, Label]:
    """The first lines of the questions and of the answers, with a label that is not printed.

    *lines* are plain; *emphasised* are their stretches in bold or italics. Nothing where it is
    no interview.
    """
    bold = {i for i, spans in emphasised.items() if _is_whole(lines[i], spans)}
    filled = [i for i, line in enumerate(lines) if line.strip(" ")]
    below = dict(pairwise(filled))
    asked = {i for i in bold if _ENDS_QUESTION.search(lines[i])}
    if len(asked) < _FEWEST:
        return {}
    first = min(asked)
    if not any(map(_names_somebody, lines[:first])):
        return {}
    turns = {i for i in bold if i >= first and _ENDS_SENTENCE.search(lines[i])}
    answered = {i for i in turns if i in below and below[i] not in bold}
    if len(asked) < len(turns) * _ASKED or len(answered) < len(turns) * _ANSWERED:
        return {}
    return dict.fromkeys(sorted(turns | {below[i] for i in answered}), UNSAID)


def _names_somebody(line: str) -> bool:
    """Whether *line* has a given name and another name, and is more than a byline: "By Tom Low"."""
    names = [
        found["name"] for found in _FULL_NAME.finditer(line) if found["given"] in given_names()
    ]
    return any(len(_WORD.findall(line.replace(name, ""))) > 1 for name in names)


def _is_whole(line: str, spans: Spans) -> bool:
    """Whether the first of *spans* is all of *line*."""
    start, end = spans[0]
    return bool(line.strip(_MARKS)) and not (line[:start] + line[end:]).strip(_MARKS)
