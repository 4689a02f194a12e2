"""How a text lies on its lines: one paragraph a line, wrapped to a width, or run together.

In wrapped text a paragraph goes on over lines until something ends it: a blank line, another
indentation, a label, or a line that is short though the next word would have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from edition.transcript.decode import Decoded

_FEWEST_LINES = 12  # with words; fewer do not show a width
_MOST = 0.97  # of the lines are no longer than the width
_NARROWEST = 50  # characters, of what a maker wraps
_FEWEST_BROKEN = 2  # lines that go on, in such a text
_WIDEST = 110  # characters: no wrapped text is wider
_FULL = 0.82  # of the width: a line so long is a full one
_SHARE_FULL = 0.4  # of the lines of wrapped text are full
_RAGGED = 12  # characters by which a full line may miss the width
_DEEPEST_INDENT = 12  # characters, of the first line of a paragraph
_ENDS = tuple(".!?:;…\"'”’»)]}*_=-")
_SHARE_DROPS = 0.1  # of the lines: so many first lines of paragraphs are indented, or more
_INSET = 6  # spaces at least before a centred line that is not in capitals
_OFF_CENTRE = 8  # characters by which a centred line may be off the middle
_WELL_OFF = 14  # or so many, if it is in capitals
MOST_IN_BRACKET = 4  # lines before the last, of a note that is printed on several
_COLUMNS = re.compile(r"\S {3,}[^\s.]|\.{3,} *[0-9]*$")  # a gap inside, or dots and a page number

_ENTRY = re.compile(r": {2,}\S")  # "FOR THE STATE:  MR. ROE"


class Layout(NamedTuple):
    """Stretches of a text in order, and where each begins: line (from 1) and offset in it.

    ``plain`` are the texts as patterns see them (:func:`edition.transcript.decode.plain`), with
    a SPACE for each line end inside. ``centred`` has the indices of those that are printed in
    the middle of wrapped text, between blank lines.
    """

    texts: Sequence[str]
    plain: Sequence[str]
    lines: Sequence[int]
    columns: Sequence[int]
    centred: frozenset[int] = frozenset()


def of_lines(decoded: Decoded) -> Layout:
    """Each line of *decoded* a stretch."""
    count = len(decoded.lines)
    return Layout(decoded.lines, decoded.plain, range(1, count + 1), [0] * count)


def cut(layout: Layout, places: Mapping[int, Sequence[int]]) -> Layout:
    """*layout* with the stretches in *places* cut at the offsets given there."""
    if not places:
        return layout
    parts = [
        (index, start, end)
        for index, text in enumerate(layout.texts)
        for start, end in pairwise([0, *places.get(index, ()), len(text)])
    ]
    return Layout(
        [layout.texts[index][start:end] for index, start, end in parts],
        [layout.plain[index][start:end] for index, start, end in parts],
        [layout.lines[index] for index, _, _ in parts],
        [layout.columns[index] + start for index, start, _ in parts],
    )


def with_next(layout: Layout, firsts: Sequence[int]) -> tuple[Layout, list[int]]:
    """*layout* with each of the stretches *firsts* joined with the one behind it.

    *firsts* are in order, and none is behind another. Second are their new indices.
    """
    groups: list[list[int]] = []
    joined: list[int] = []
    wanted, behind = frozenset(firsts), {first + 1 for first in firsts}
    for index in range(len(layout.texts)):
        if index in behind:
            groups[-1].append(index)
            continue
        if index in wanted:
            joined.append(len(groups))
        groups.append([index])
    return _joined(layout, groups), joined


def with_continued(layout: Layout, continued: Container[int]) -> tuple[Layout, Mapping[int, int]]:
    """*layout* with each of the stretches *continued* joined with the one before it.

    Second are the new indices of those that begin one.
    """
    groups: list[list[int]] = []
    for index in range(len(layout.texts)):
        if groups and index in continued:
            groups[-1].append(index)
        else:
            groups.append([index])
    places = {group[0]: new for new, group in enumerate(groups)}
    centred = frozenset(
        new
        for group, new in zip(groups, places.values(), strict=True)
        if layout.centred >= {*group}
    )
    return _joined(layout, groups)._replace(centred=centred), places


def width_of(lines: Sequence[str], *, usual: bool = False) -> int:
    """The width to which *lines* are wrapped, in characters; 0 if they are not wrapped.

    With *usual* the maker wraps all texts: a few broken lines show it, however many are short.
    """
    lengths = sorted(len(line.rstrip(" ")) for line in lines if line.strip(" "))
    if not lengths or lengths[-1] > 2 * _WIDEST:
        return 0
    if usual:
        return _width_of_broken(lines)
    if len(lengths) < _FEWEST_LINES:
        return 0
    width = lengths[int(len(lengths) * _MOST)]
    full = sum(length >= width * _FULL for length in lengths)
    broken = sum(
        len(line) >= width * _FULL and not line.rstrip(" ").endswith(_ENDS) for line in lines
    )
    enough = min(full, broken * 1.5) >= len(lengths) * _SHARE_FULL
    return width if enough and width <= _WIDEST else 0


def _width_of_broken(lines: Sequence[str]) -> int:
    """The width of the lines that end in mid-sentence; 0 if there are few, or they are short."""
    ends = (line.rstrip(" ") for line in lines)
    lengths = sorted(len(line) for line in ends if not line.endswith(_ENDS))
    width = lengths[int(len(lengths) * _MOST)] if lengths else 0
    broken = sum(length >= width * _FULL for length in lengths)
    return width if _NARROWEST <= width <= _WIDEST and broken >= _FEWEST_BROKEN else 0


def paragraphs(
    layout: Layout,
    width: int,
    starts: Collection[int],
    aside: Collection[int],
    spacing: Container[int] = (),
    *,
    labels: Mapping[int, int] = MappingProxyType({}),
) -> tuple[Layout, Mapping[int, int]]:
    """*layout*, wrapped to *width*, with the lines of each paragraph joined.

    At the indices *starts* a paragraph begins in any case. Those in *aside* are no lines of
    the text (a page number, a running head): a paragraph goes on behind them. Those in *spacing*
    are blank because all lines are printed with space between them. *labels* have the offsets at
    which labels end: behind one there may be a gap. Returns the new layout,
    and for each stretch that begins one of its paragraphs the new index.
    """
    rules = _Rules(layout.plain, width, aside, labels)
    groups: list[list[int]] = []
    paragraph: list[int] = []  # the lines of text of the last group, as far as it can go on
    waiting: list[int] = []  # blank lines and lines aside since
    for index, line in enumerate(layout.plain):
        if index in aside or not line.strip(" "):
            waiting.append(index)
            continue
        if (
            paragraph
            and index not in starts
            and rules.goes_on(
                paragraph, [other for other in waiting if other not in spacing], index
            )
        ):
            groups[-1] += [*waiting, index]
        else:
            groups += [[other] for other in waiting]
            groups.append([index])
            paragraph = []
        paragraph.append(index)
        waiting = []
    groups += [[other] for other in waiting]
    centred = frozenset(
        new for new, group in enumerate(groups) if rules.is_centred_group(group, starts)
    )
    joined = _joined(layout, groups)._replace(centred=centred)
    return joined, {group[0]: new for new, group in enumerate(groups)}


class _Rules:
    """Where a paragraph goes on in *lines*, wrapped to *width*; those *aside* are of the page."""

    def __init__(
        self,
        lines: Sequence[str],
        width: int,
        aside: Collection[int],
        labels: Mapping[int, int],
    ) -> None:
        self._lines = lines
        self._labels = labels
        self._aside = aside
        self._width = width
        filled = [line for line in lines if line.strip(" ")]
        self._margin = min(map(_indent, filled), default=0)
        drops = sum(0 < _indent(a) - _indent(b) <= _DEEPEST_INDENT for a, b in pairwise(filled))
        self._first_indented = drops >= len(filled) * _SHARE_DROPS

    def is_centred_group(self, group: Sequence[int], starts: Container[int]) -> bool:
        """Whether the lines of *group* are centred, and stand apart from those around them.

        A blank line is before them or the end of a sentence, and after them a blank line, the
        indented first line of a paragraph, or one of *starts*.
        """
        lines = self._lines
        before = lines[group[0] - 1].rstrip(" ") if group[0] else ""
        behind = group[-1] + 1
        after = lines[behind] if behind < len(lines) else ""
        begins = not after.strip(" ") or 0 < _indent(after) - self._margin < _INSET
        apart = (not before or before.endswith(_ENDS)) and (begins or behind in starts)
        return apart and all(self._is_centred(lines[index]) for index in group)

    def _is_centred(self, line: str) -> bool:
        """Whether *line* is in the middle of the width: as much is free before as after it."""
        text = line.strip(" ")
        indent = _indent(line) - self._margin
        free = self._width - len(line.rstrip(" "))
        inset = indent >= _INSET or (text.isupper() and " " in text)
        return (
            inset
            and text[:1].isalpha()
            and abs(indent - free) <= (_WELL_OFF if text.isupper() else _OFF_CENTRE)
            and _COLUMNS.search(text) is None
            and _ENTRY.search(text) is None
        )

    def goes_on(self, paragraph: Sequence[int], waiting: Sequence[int], index: int) -> bool:
        """Whether line *index* continues *paragraph*, with the lines *waiting* between."""
        before, line = self._lines[paragraph[-1]].rstrip(" "), self._lines[index]
        if waiting and not self._spans_pages(before, waiting, line):
            return False
        if self._is_centred(before) and self._is_centred(line):
            return not waiting
        if not (_has_letters(before) and _has_letters(line)):
            return False  # a rule
        said = before[self._labels.get(paragraph[-1], 0) :].strip(" ")
        if _COLUMNS.search(said) or (before.endswith("]") and line.startswith("[")):
            return False
        indent, own = _indent(before), _indent(line)
        first = len(paragraph) == 1
        if self._is_in_bracket(paragraph):
            return True
        if waiting and own < indent + (not first) and line.lstrip(" ")[:1].islower():
            return True  # the last line of a page may be short
        hangs = first and 0 < indent - own <= _DEEPEST_INDENT
        flush = own == indent and not (first and indent and self._first_indented)
        word = line.lstrip(" ").partition(" ")[0]
        return (flush or hangs) and len(before) + 1 + len(word) >= self._width - _RAGGED

    def _is_in_bracket(self, paragraph: Sequence[int]) -> bool:
        """Whether *paragraph* began with a bracket, not long ago, that is not closed yet."""
        text = " ".join(self._lines[index] for index in paragraph).strip(" ")
        closing = {"(": ")", "[": "]"}.get(text[:1])
        few = len(paragraph) <= MOST_IN_BRACKET
        return closing is not None and few and text.count(text[0]) > text.count(closing)

    def _spans_pages(self, before: str, waiting: Sequence[int], line: str) -> bool:
        """Whether nothing but the edge of a page is between *before* and *line*."""
        blank = all(other not in self._aside for other in waiting)
        return not blank and (not before.endswith(_ENDS) or line.lstrip(" ")[:1].islower())


def _has_letters(line: str) -> bool:
    return any(map(str.isalnum, line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _joined(layout: Layout, groups: Sequence[Sequence[int]]) -> Layout:
    """*layout* with each of *groups*, indices that follow one another, made one stretch."""
    return Layout(
        ["\n".join(layout.texts[group[0] : group[-1] + 1]) for group in groups],
        [" ".join(layout.plain[group[0] : group[-1] + 1]) for group in groups],
        [layout.lines[group[0]] for group in groups],
        [layout.columns[group[0]] for group in groups],
    )
