"""The lines of a web page, as a browser would lay them out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain, islice, starmap

from lxml import etree
from lxml.html import HtmlElement

from edition.transcript.inputs.line import Line


def tags(names: str) -> frozenset[str]:
    """The names in *names*, as a set."""
    return frozenset(names.split())


_UNSEEN = tags(
    "applet audio canvas datalist embed frame head iframe link meta noembed noframes object"
    " param script source style template title track video"
)
_BLOCKS = tags(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main"
    " menu nav ol optgroup option p plaintext pre search section select summary table tbody td"
    " tfoot th thead tr ul xmp"
)
_CELLS = frozenset({"td", "th"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PREFORMATTED = frozenset({"pre", "textarea", "listing", "plaintext", "xmp"})
_EMPHASIS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
_STYLES = {
    "bold": re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE),
    "italic": re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)", re.IGNORECASE)
_WHITE_SPACE = re.compile("[ \t\r\n\f]+")


class PageLine(Line):
    """A line of a page.

    *within* are the elements in which its first character stands; *linked* counts the
    characters in links; it is *continued* where only a ``br`` parts it from the line before.
    *references* are the stretches that refer to notes.
    """

    within: tuple[HtmlElement, ...] = ()
    linked: int = 0
    continued: bool = False
    references: tuple[tuple[int, int], ...] = ()


def without_hidden(root: HtmlElement) -> HtmlElement:
    """*root*, in which everything is empty that no reader sees."""
    for element in list(root.iterdescendants()):
        if _is_hidden(element):
            element.clear(keep_tail=True)
    return root


def written(root: HtmlElement, references: Collection[HtmlElement] = frozenset()) -> list[PageLine]:
    """The lines of the page *root* that have words, and the blank ones of preformatted text.

    The elements *references* refer to notes.
    """
    page = _Page(_in_rows(root), references)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            page.begin(element)
        else:
            page.end(element)
    page.end_line()
    return page.lines


class _Page:
    """What has been written so far, and in which elements the writing is."""

    def __init__(
        self, in_rows: frozenset[HtmlElement], references: Collection[HtmlElement]
    ) -> None:
        self.lines: list[PageLine] = []
        self._in_rows = in_rows
        self._references = references
        self._reference = 0  # where the last one begins in its line
        self._line = PageLine()
        self._within: list[HtmlElement] = []
        self._emphasis = Counter[str]()
        self._preformatted = self._links = 0
        self._headings: list[int] = []
        self._cell = False  # a cell has begun, whose words are still to come

    def begin(self, element: HtmlElement) -> None:
        self._within.append(element)
        self._emphasis.update(_emphasis(element))
        self._preformatted += element.tag in _PREFORMATTED
        self._links += element.tag == "a"
        if element.tag in _HEADINGS:
            self._headings.append(_HEADINGS[str(element.tag)])
        if element in self._in_rows:
            self._cell = self._cell or element.tag in _CELLS
        elif element.tag == "br":
            goes_on = not self._line.blank
            self.end_line()
            self._line.continued = goes_on
        elif is_block(element):
            self.end_line()
        if element in self._references:
            self._reference = self._line.length
        self._add(element.text)

    def end(self, element: HtmlElement) -> None:
        self._within.pop()
        self._emphasis.subtract(_emphasis(element))
        self._preformatted -= element.tag in _PREFORMATTED
        self._links -= element.tag == "a"
        if element.tag in _HEADINGS:
            self._headings.pop()
        if element in self._references and self._reference < self._line.length:
            self._line.references += ((self._reference, self._line.length),)
        if is_block(element) and element not in self._in_rows:
            self.end_line()
        self._add(element.tail if self._within else None)

    def end_line(self) -> None:
        """End the line, if there is something in it."""
        line, self._line, self._cell = self._line, PageLine(), False
        if not line.blank:
            line.end()
            line.references = tuple(
                (start, min(end, line.length))
                for start, end in line.references
                if start < line.length
            )
            self.lines.append(line)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not self._preformatted:
            self._add_to_line(_WHITE_SPACE.sub(" ", text))
            return
        for number, part in enumerate(re.split("\r\n|\n|\r", text)):
            if number:
                is_blank = self._line.blank
                self.end_line()
                if is_blank and self.lines:
                    self.lines.append(PageLine())
            self._add_to_line(part)

    def _add_to_line(self, text: str) -> None:
        line = self._line
        if not self._preformatted and line.ends_in in ("", " ", "\t"):
            text = text.removeprefix(" ")
        if text.strip():
            if line.blank:
                self._open(line)
            elif self._cell:
                line.add("\t")
                text = text.removeprefix(" ")
            self._cell = False
        line.linked += len(text) * (self._links > 0)
        line.add(text, {kind for kind, depth in self._emphasis.items() if depth})

    def _open(self, line: PageLine) -> None:
        """The first words of *line* come: say where they stand."""
        line.within = tuple(self._within)
        line.heading = self._headings[-1] if self._headings else 0


def _is_hidden(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.tag == "body":  # which a script would show
        return False
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def is_block(element: HtmlElement) -> bool:
    """Whether *element* begins on a line of its own."""
    return element.tag in _BLOCKS or bool(_AS_BLOCK.search(element.get("style", "")))


def _emphasis(element: HtmlElement) -> Collection[str]:
    """The kinds of emphasis that *element* has."""
    kind, style = _EMPHASIS.get(str(element.tag)), element.get("style")
    kinds = [kind] if kind else []
    if style:
        kinds += [name for name, pattern in _STYLES.items() if pattern.search(style)]
    return kinds


def _in_rows(root: HtmlElement) -> frozenset[HtmlElement]:
    """The cells of rows in which each cell is one line, and the only block in such a cell."""
    found: set[HtmlElement] = set()
    for row in root.iter("tr"):
        cells = [child for child in row if child.tag in _CELLS]
        blocks = [list(islice(_blocks_in(cell), 2)) for cell in cells]
        if all(starmap(_is_one_line, zip(cells, blocks, strict=True))):
            found.update(cells, chain.from_iterable(blocks))
    return frozenset(found)


def _blocks_in(cell: HtmlElement) -> Iterator[HtmlElement]:
    return (
        element
        for element in cell.iterdescendants()
        if is_block(element) or element.tag == "br" or element.tag in _PREFORMATTED
    )


def _is_one_line(cell: HtmlElement, blocks: list[HtmlElement]) -> bool:
    """Whether there are no *blocks* in *cell*, or one that holds all its words."""
    if len(blocks) != 1:
        return not blocks
    words = "".join("".join(cell.itertext()).split())
    return "".join("".join(blocks[0].itertext()).split()) == words
