"""How a text lies on its lines: one paragraph a line, wrapped to a width, or run together.

In wrapped text a paragraph goes on over lines until something ends it: a blank line, another
indentation, a label, or a line that is short though the next word would have fitted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.decode import Decoded

_FEWEST_LINES = 12  # with words; fewer do not show a width
_WIDEST = 110  # characters: no wrapped text is wider
_FULL = 0.82  # of the width: a line so long is a full one
_SHARE_FULL = 0.4  # of the lines of wrapped text are full
_RAGGED = 12  # characters by which a full line may miss the width
_DEEPEST_INDENT = 10  # characters, of the first line of a paragraph
_ENDS = tuple(".!?:;…\"'”’»)]}*_=-")


class Layout(NamedTuple):
    """Stretches of a text in order, and where each begins: line (from 1) and offset in it.

    ``plain`` are the texts as patterns see them (:func:`edition.transcript.decode.plain`), with
    a SPACE for each line end inside.
    """

    texts: Sequence[str]
    plain: Sequence[str]
    lines: Sequence[int]
    columns: Sequence[int]


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


def width_of(lines: Sequence[str]) -> int:
    """The width to which *lines* are wrapped, in characters; 0 if they are not wrapped."""
    lengths = sorted(len(line.rstrip(" ")) for line in lines if line.strip(" "))
    if len(lengths) < _FEWEST_LINES:
        return 0
    width = lengths[int(len(lengths) * 0.97)]
    if width > _WIDEST or lengths[-1] > 2 * _WIDEST:
        return 0
    full = sum(length >= width * _FULL for length in lengths)
    broken = sum(
        len(line) >= width * _FULL and not line.rstrip(" ").endswith(_ENDS) for line in lines
    )
    return width if min(full, broken * 1.5) >= len(lengths) * _SHARE_FULL else 0


def paragraphs(
    layout: Layout, width: int, starts: Collection[int], aside: Collection[int]
) -> tuple[Layout, Mapping[int, int]]:
    """*layout*, wrapped to *width*, with the lines of each paragraph joined.

    At the indices *starts* a paragraph begins in any case. Those in *aside* are no lines of
    the text (a page number, a running head): a paragraph goes on behind them. Returns the new
    layout, and for each stretch that begins one of its paragraphs the new index.
    """
    groups: list[list[int]] = []
    paragraph: list[int] = []  # the lines of text of the last group, as far as it can go on
    waiting: list[int] = []  # blank lines and lines aside since
    for index, line in enumerate(layout.plain):
        if index in aside or not line.strip(" "):
            waiting.append(index)
            continue
        if paragraph and index not in starts and _goes_on(layout, paragraph, waiting, index, width):
            groups[-1] += [*waiting, index]
        else:
            groups += [[other] for other in waiting]
            groups.append([index])
            paragraph = []
        paragraph.append(index)
        waiting = []
    groups += [[other] for other in waiting]
    return _joined(layout, groups), {group[0]: new for new, group in enumerate(groups)}


def _goes_on(
    layout: Layout, paragraph: Sequence[int], waiting: Sequence[int], index: int, width: int
) -> bool:
    """Whether line *index* continues *paragraph*, with the lines *waiting* between."""
    before, line = layout.plain[paragraph[-1]].rstrip(" "), layout.plain[index]
    if waiting and all(not layout.plain[other].strip(" ") for other in waiting):
        return False
    if waiting and before.endswith(_ENDS) and not line.lstrip(" ")[:1].islower():
        return False
    indent, own = _indent(before), _indent(line)
    hangs = len(paragraph) == 1 and 0 < indent - own <= _DEEPEST_INDENT
    word = line.split(maxsplit=1)[0]
    return (own == indent or hangs) and len(before) + 1 + len(word) >= width - _RAGGED


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
