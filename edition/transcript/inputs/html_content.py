"""Which lines of a web page belong to the page and not to its matter: its furniture.

They are kept, as all words are, and this only says which they are; in doubt a line is matter.
Navigation and the like is furniture. So is what stands outside ``main``, or else outside the
element that holds the long paragraphs, but for what adjoins it without links, such as a title.
Which paragraphs are long, and which links, is said by jusText: one small package beside lxml,
where trafilatura (14 packages) and readability-lxml give a text and not the place it stood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import justext.core
from lxml.html import HtmlElement

from edition.transcript.inputs.html_lines import PageLine, tags

_ALWAYS = tags("button datalist dialog nav noscript option search select")
_OUTSIDE_MATTER = frozenset({"aside", "footer"})
_ROLES = tags("banner complementary contentinfo navigation search")
_MATTER = frozenset({"article", "main"})
_SHARE = 0.9  # of the long paragraphs stands in the element that holds the matter
_LEAST = 0.5  # of all words stand in ``main``, or it is not believed


def furniture(root: HtmlElement, lines: Sequence[PageLine]) -> frozenset[int]:
    """The indices of those of *lines*, of the page *root*, that are furniture."""
    chrome = {i for i, line in enumerate(lines) if _is_chrome(line)}
    rest = [i for i in range(len(lines)) if i not in chrome]
    outside = _outside_main(root, lines, rest)
    if outside is None:
        outside = _outside_long_paragraphs(root, lines, rest)
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
    words = sum(len(lines[i].text) for i in rest)
    if sum(len(lines[i].text) for i in inside) < words * _LEAST:
        return None
    return {i for i in rest if i not in inside and lines[i].heading != 1}


def _is_main(element: HtmlElement) -> bool:
    return element.tag == "main" or element.get("role") == "main"


def _outside_long_paragraphs(
    root: HtmlElement, lines: Sequence[PageLine], rest: Sequence[int]
) -> set[int]:
    """Those of *rest* before and behind the long paragraphs, from the nearest link on."""
    maker: Callable[[HtmlElement], list[justext.paragraph.Paragraph]]
    maker = justext.core.ParagraphMaker.make_paragraphs
    paragraphs = maker(root)
    justext.core.classify_paragraphs(paragraphs, frozenset(), stopwords_low=0, stopwords_high=0)
    of_line = _paragraphs_of(lines, paragraphs)
    matter = _place_of_matter(paragraphs)
    if not matter:
        return set()
    inside = [i for i in rest if f"{paragraphs[of_line[i]].xpath}/".startswith(matter)]
    if not inside:
        return set()
    bad = [i for i in rest if paragraphs[of_line[i]].cf_class == "bad"]
    first = max((i for i in bad if i < inside[0]), default=-1)
    last = min((i for i in bad if i > inside[-1]), default=len(lines))
    return {i for i in rest if (i <= first or i >= last) and lines[i].heading != 1}


def _paragraphs_of(
    lines: Sequence[PageLine], paragraphs: Sequence[justext.paragraph.Paragraph]
) -> list[int]:
    """For each of *lines* the index of the paragraph in which its first character stands.

    Both are of the same page in the same order, so characters other than white space are counted.
    """
    ends, total = [], 0
    for paragraph in paragraphs:
        total += len("".join("".join(paragraph.text_nodes).split()))
        ends.append(total)
    found, at, read = [], 0, 0
    for line in lines:
        while at < len(ends) - 1 and ends[at] <= read:
            at += 1
        found.append(at)
        read += len("".join(line.text.split()))
    return found


def _place_of_matter(paragraphs: Sequence[justext.paragraph.Paragraph]) -> str:
    """The path of the innermost element that holds nearly all of the good paragraphs, or ''."""
    good = [paragraph for paragraph in paragraphs if paragraph.cf_class == "good"]
    sizes: Counter[str] = Counter()
    for paragraph in good:
        steps = paragraph.xpath.split("/")
        for count in range(2, len(steps) + 1):
            sizes["/".join(steps[:count]) + "/"] += len(paragraph)
    whole = sum(len(paragraph) for paragraph in good)
    paths = [path for path, size in sizes.items() if size >= whole * _SHARE]
    return max(paths, key=len, default="")
