"""What in the matter of a web page is no running text: notes to it, tables, lists of names."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from edition.transcript.inputs.html_lines import PageLine, tags

_ROLES = tags("doc-footnote doc-endnote doc-endnotes")
_CLASSES = tags("footnote footnotes endnote endnotes")
_LISTS = frozenset({"ul", "ol"})
_FEWEST = 4  # items of a list of names
_LONGEST = 60  # characters of each
_ENDS = (".", "!", "?", "…", ";")


def notes(lines: Sequence[PageLine]) -> frozenset[int]:
    """The indices of those of *lines* that are in notes at the foot or at the end."""
    return frozenset(i for i, line in enumerate(lines) if any(map(_is_note, line.within)))


def listed(lines: Sequence[PageLine]) -> frozenset[int]:
    """The indices of those of *lines* that are in a table, or in a list of names or figures.

    What people say may stand in a list, too: in one of sentences, or of few items.
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
        if len(items) >= _FEWEST and all(_is_short(lines[index]) for index in items):
            found.update(items)
    return frozenset(found)


def _is_note(element: HtmlElement) -> bool:
    classes = element.get("class", "").lower().split()
    return element.get("role") in _ROLES or not _CLASSES.isdisjoint(classes)


def _is_short(line: PageLine) -> bool:
    return line.length <= _LONGEST and not line.text.endswith(_ENDS)
