"""What in the matter of a web page is no running text: notes to it, tables, lists of names."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from lxml.html import HtmlElement

from edition.transcript.inputs.html_lines import PageLine, tags

_ROLES = tags("doc-footnote doc-endnote doc-endnotes")
_CLASSES = tags("footnote footnotes endnote endnotes msofootnotetext msoendnotetext")
_LISTS = frozenset({"ul", "ol"})
_FEWEST = 4  # items of a list of names
_LONGEST = 60  # characters of each
_ENDS = (".", "!", "?", "…", ";")
_APART = re.compile(r"[,(\[\t–—:]")  # behind a name: "Ann Roe, secretary", "Ann Roe (chair)"
_SMALL = tags("al and bin da de del della den der di do dos du el ibn la le of ter und van von y")


def notes(linked: Container[HtmlElement], lines: Sequence[PageLine]) -> frozenset[int]:
    """The indices of those of *lines* that are in notes to the text: those *linked*, and others."""
    return frozenset(
        i
        for i, line in enumerate(lines)
        if any(element in linked or _is_note(element) for element in line.within)
    )


def listed(lines: Sequence[PageLine]) -> frozenset[int]:
    """The indices of those of *lines* that are in a table, or in a list of names or figures.

    What people say may stand in a list, too: in one of sentences, of few items, or of what the
    line before announces with a colon.
    """
    found: set[int] = set()
    lists: dict[HtmlElement, list[int]] = {}
    for index, line in enumerate(lines):
        for element in line.within:
            if element.tag == "table":
                found.add(index)
            elif element.tag in _LISTS:
                lists.setdefault(element, []).append(index)
    for items in lists.values():
        is_announced = items[0] > 0 and lines[items[0] - 1].text.endswith(":")
        if len(items) >= _FEWEST and not is_announced and all(_is_name(lines[i]) for i in items):
            found.update(items)
    return frozenset(found)


def _is_note(element: HtmlElement) -> bool:
    classes = element.get("class", "").lower().split()
    return element.get("role") in _ROLES or not _CLASSES.isdisjoint(classes)


def _is_name(line: PageLine) -> bool:
    """Whether *line* may be a name, with what is said of its bearer, or ends with a figure."""
    if line.length > _LONGEST or line.text.endswith(_ENDS):
        return False
    words = _APART.split(line.text.lstrip(), maxsplit=1)[0].split()
    named = all(word in _SMALL or not word[0].islower() for word in words)
    return named or any(map(str.isdigit, line.text.split()[-1]))
