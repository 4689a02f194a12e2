"""Examinations in which the answer runs on behind the question.

"214. Were you there?—I was." So the evidence before commissions was printed. The paragraphs are
numbered, or begin with "Q."; who asks stands in brackets before the first of the questions
("214. (Mr. Gedge.)", "Mr. Gedge.]"), who answers in a line above: "Mr. JOHN HARRIS called and
examined."
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.convention import Convention
from edition.transcript.examination import Named
from edition.transcript.model import Label

_FEWEST = 4  # questions with their answers
_MOST_WITHOUT = 0.25  # of the paragraphs that begin as questions may have no answer behind
_MOST_OUT_OF_ORDER = 0.25  # of the numbers may not follow the one before
_LONGEST_LINE = 300  # characters, of one that names a witness
_DASH = "[–—―]|--"
_OPENING = re.compile(r" *(?:(?P<number>[0-9]{1,6})[.)]? +|Q(?:uestion)?\. ?)(?=[^\W\d_]|[(\[*_])")
_ASKER = re.compile(
    r"[*_]*\((?P<round>[^()?]{3,60})\)[*_.]* *|[*_]*(?P<square>[^\W\d_a-z][^\[\]?]{2,40})[*_]*\] *"
)
_ANSWER = re.compile(
    rf"(?<=[?.!])[\"”’')]?[*_]* ?(?P<dash>(?:{_DASH}) ?(?:A(?:nswer)?\. ?)?)(?=\S)"
)
_QUESTION = re.compile(
    rf"\?[\"”’')]?[*_]* ?(?P<dash>(?:{_DASH}) ?(?:A(?:nswer)?\. ?)?)(?=[^\sa-z])"
)
_IS_DASH = re.compile(rf"(?:{_DASH}) ?(?:A(?:nswer)?\. ?)?")
_WITNESS = re.compile(
    r" *(?:(?:The )?(?P<title>[^\W\d_a-z][^\W\d_]{1,8}\.?) )?"
    r"(?P<name>[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,4})"
    r"(?=.*\b(?i:examined|sworn|affirmed|recalled|called)\b)"
)
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}(?![^\W\d_])")


class _Paragraph(NamedTuple):
    """A paragraph that begins as a question does: its first line, its number, its answer.

    The answer has the line and the offset of its dash; *sure*: it stands behind a question mark.
    """

    first: int
    number: int | None
    answer: tuple[int, int] | None
    sure: bool


def places_of_answers(lines: Sequence[str], convention: Convention) -> dict[int, list[int]]:
    """Where in the *lines*, which are plain, the answers begin: offsets by index.

    Nothing where the text is no such examination: nobody is named who asks or is examined, as in
    a quiz, and no "Q." is printed.
    """
    if not convention.roles.asks or convention.labels.recurs < 2:
        return {}
    paragraphs = _paragraphs(lines)
    sure = [one for one in paragraphs if one.sure]
    enough = len(sure) >= max(_FEWEST, len(paragraphs) * (1 - _MOST_WITHOUT))
    if not enough or not _ascend([one.number for one in paragraphs]):
        return {}
    if not _is_examination(paragraphs, lines, convention):
        return {}
    return {one.answer[0]: [one.answer[1]] for one in paragraphs if one.answer}


def _paragraphs(lines: Sequence[str]) -> list[_Paragraph]:
    """The paragraphs that begin as questions do, from the first that has an answer on."""
    found: list[_Paragraph] = []
    first = None
    for index, line in enumerate(lines):
        if (opening := _OPENING.match(line)) is not None:
            first = index
            found.append(_Paragraph(index, int(opening["number"] or 0) or None, None, sure=False))
        if first is None or not found or found[-1].sure:
            continue
        if not line.strip(" "):
            first = None
            continue
        answer = _QUESTION.search(line)
        other = None if answer or found[-1].answer else _ANSWER.search(line)
        if match := answer or other:
            place = index, match.start("dash")
            found[-1] = found[-1]._replace(answer=place, sure=answer is not None)
    begun = next((at for at, one in enumerate(found) if one.sure), len(found))
    return found[begun:]


def _is_examination(
    paragraphs: Sequence[_Paragraph], lines: Sequence[str], convention: Convention
) -> bool:
    """Whether "Q." is printed, or somebody is named who asks in *paragraphs*, or is examined."""
    if paragraphs[0].number is None:
        return True
    openings = ((lines[one.first], _OPENING.match(lines[one.first])) for one in paragraphs)
    asked = any(opening and _ASKER.match(line, opening.end()) for line, opening in openings)
    return asked or any(_witness_in(line, convention) for line in lines)


def _ascend(numbers: Sequence[int | None]) -> bool:
    """Whether nearly every number follows the one before it."""
    given = [number for number in numbers if number is not None]
    out = sum(after != before + 1 for before, after in pairwise(given))
    return out <= len(given) * _MOST_OUT_OF_ORDER


def run_in_labels(
    lines: Sequence[str], columns: Sequence[int], convention: Convention
) -> dict[int, Label]:
    """The labels of questions and answers; *lines* are cut at the answers, at their *columns*."""
    found: dict[int, Label] = {}
    for index, line in enumerate(lines):
        if columns[index]:
            if (dash := _IS_DASH.match(line)) is not None:
                found[index] = Label(dash.end(), None, None, generic=True)
        elif (opening := _OPENING.match(line)) is not None:
            found[index] = _question(line, opening.end(), convention)
    return found


def further_answer(text: str) -> int:
    """Where in the answer *text*, dash and all, another seems to begin, -1 if none does.

    Whose the question before it is nothing shows: "I was. And your brother?—He was, too."
    """
    dash = _IS_DASH.match(text)
    further = _QUESTION.search(text, dash.end()) if dash else None
    return further.start("dash") if further else -1


def _question(line: str, start: int, convention: Convention) -> Label:
    """The label of the question in *line*, the number of which ends at *start*."""
    asker = _ASKER.match(line, start)
    if asker is None:
        return Label(start, None, None, generic=True)
    first, end = asker.span(asker.lastgroup or 0)
    printed = line[first:end].rstrip(".:*_ ")
    title, name = _parts(printed, convention)
    at = first + len(printed) - len(name)
    return Label(
        asker.end(),
        (at, at + len(name)) if name else None,
        (first, first + len(title)) if title else None,
        generic=not (title or name),
    )


def _parts(printed: str, convention: Convention) -> tuple[str, str]:
    """The title and the name in *printed*; an office has no name: "Chairman"."""
    first, _, rest = printed.partition(" ")
    words = printed.lower().replace(".", "").split()
    if (convention.offices | convention.articles).issuperset(words):
        return printed, ""
    polite = first.lower().strip(".") in convention.honorifics and rest.strip(" ")
    return (first, rest.lstrip(" ")) if polite else ("", printed)


def run_in_speakers(
    lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> dict[int, Named]:
    """Who asks and who answers in each of the lines with *labels* that have but a number or dash.

    Whoever asked last asks on.
    """
    bare = {i for i, one in labels.items() if one.generic}
    answers = {i for i in bare if _IS_DASH.match(lines[i])}
    if len(answers) < _FEWEST or not any(_OPENING.match(lines[i]) for i in bare):
        return {}
    asking: Named | None = None
    answering: Named | None = None
    found: dict[int, Named] = {}
    for index, line in enumerate(lines):
        label = labels.get(index)
        if label is None:
            answering = _witness_in(line, convention) or answering
        elif index in answers:
            found |= {index: answering} if answering else {}
        elif index in bare:
            found |= {index: asking} if asking and _OPENING.match(line) else {}
        elif _OPENING.match(line):
            title, name = (line[slice(*span)] if span else "" for span in (label.title, label.name))
            asking = Named(title, name)
    return found


def _witness_in(line: str, convention: Convention) -> Named | None:
    """The witness whom *line* names: a name in capitals, and that he was examined."""
    match = _WITNESS.match(line) if len(line) <= _LONGEST_LINE else None
    if match is None or _CAPITALS.search(match["name"]) is None:
        return None
    title, name = match["title"] or "", match["name"]
    if title and title.lower().strip(".") not in convention.honorifics:
        title, name = "", f"{title} {name}"
    words = name.lower().replace(".", "").split()
    titles = convention.offices | convention.articles
    return None if titles.issuperset(words) else Named(title, name)
