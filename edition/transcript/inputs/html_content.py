"""Which lines of a web page belong to the page and not to its matter: its furniture.

They are kept, as all words are, and this only says which they are; in doubt a line is matter.
Navigation and the like is furniture. So is what stands outside ``main``, or else outside the
element that holds the long paragraphs, but for what adjoins it without links, such as a title.

That long paragraphs of few links are matter is the rule of the extractors as well. None of them
is used: trafilatura (14 packages) and readability-lxml give a text of their own and not the place
where it stood, and jusText needs some seconds for a page of some megabytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from edition.transcript.inputs.html_lines import PageLine, tags

_ALWAYS = tags("button datalist dialog nav noscript option search select")
_OUTSIDE_MATTER = frozenset({"aside", "footer"})
_ROLES = tags("banner complementary contentinfo navigation search")
_MATTER = frozenset({"article", "main"})
_LONG = 120  # characters, of a paragraph that shows where the matter is
_LINKED = 0.2  # of its characters at most are links
_SHARE = 0.9  # of the long paragraphs stands in the element that holds the matter
_LEAST = 0.5  # of all words stand in ``main``, or it is not believed


def furniture(root: HtmlElement, lines: Sequence[PageLine]) -> frozenset[int]:
    """The indices of those of *lines*, of the page *root*, that are furniture."""
    chrome = {i for i, line in enumerate(lines) if _is_chrome(line)}
    rest = [i for i in range(len(lines)) if i not in chrome]
    outside = _outside_main(root, lines, rest)
    if outside is None:
        outside = _outside_long_paragraphs(lines, rest)
    return frozenset(chrome | outside)


def _is_chrome(line: PageLine) -> bool:
    """Whether an element around *line* says that it is furniture."""
    in_matter = False
    for element in line.within:
        in_matter = in_matter or element.tag in _MATTER
        if element.tag in _ALWAYS or element.get("role") in _ROLES:
            return True
        if in_matter:
            continue
        if element.tag in _OUTSIDE_MATTER:
            return True
        if element.tag == "header" and element.find(".//h1") is None:
            return True
    return False


def _outside_main(
    root: HtmlElement, lines: Sequence[PageLine], rest: Sequence[int]
) -> set[int] | None:
    """Those of *rest* outside ``main``; None where there is no such element."""
    mains = [element for element in root.iter() if _is_main(element)]
    if not mains:
        mains = [e for e in root.iter("article") if next(e.iterancestors("article"), None) is None]
    if len(mains) != 1:
        return None
    inside = {i for i in rest if mains[0] in lines[i].within}
    words = sum(lines[i].length for i in rest)
    if sum(lines[i].length for i in inside) < words * _LEAST:
        return None
    return {i for i in rest if i not in inside and lines[i].heading != 1}


def _is_main(element: HtmlElement) -> bool:
    return element.tag == "main" or element.get("role") == "main"


def _outside_long_paragraphs(lines: Sequence[PageLine], rest: Sequence[int]) -> set[int]:
    """Those of *rest* before and behind the long paragraphs, from the nearest link on."""
    matter = _place_of_matter([lines[i] for i in rest])
    inside = [i for i in rest if matter in lines[i].within]
    if matter is None or not inside:
        return set()
    linked = [i for i in rest if _is_linked(lines[i])]
    first = max((i for i in linked if i < inside[0]), default=-1)
    last = min((i for i in linked if i > inside[-1]), default=len(lines))
    return {i for i in rest if (i <= first or i >= last) and lines[i].heading != 1}


def _is_linked(line: PageLine) -> bool:
    """Whether *line* is of the kind of menus and imprints."""
    return line.linked > line.length * _LINKED or "©" in line.text


def _place_of_matter(lines: Sequence[PageLine]) -> HtmlElement | None:
    """The innermost element that holds nearly all of the long paragraphs among *lines*."""
    long = [line for line in lines if line.length >= _LONG and not _is_linked(line)]
    sizes: Counter[HtmlElement] = Counter()
    for line in long:
        for element in line.within:
            sizes[element] += line.length
    least = sum(line.length for line in long) * _SHARE
    holding = [element for element, size in sizes.items() if size >= least]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)
