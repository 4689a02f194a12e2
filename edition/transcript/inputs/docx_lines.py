"""The lines of WordprocessingML (ECMA-376, part 1, §17): what Word shows, with its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml.etree import _Element as Element

from edition.transcript.inputs.line import Line

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MOST_STYLES = 20  # on which a style can be based, one on the other


def word(name: str) -> str:
    """The name of an element or attribute of WordprocessingML."""
    return _WORD + name


_PROPERTIES = ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "sectPr")
_DELETED = ("del", "moveFrom", "delText", "instrText")
_UNSEEN = {*map(word, _PROPERTIES + _DELETED), _COMPATIBILITY + "Fallback"}
_TEXTS = {word("t"), _MATHS + "t"}
_CHARACTERS = {
    word("tab"): "\t",
    word("ptab"): "\t",
    word("noBreakHyphen"): "\u2011",
    word("softHyphen"): "\u00ad",
}
_LINE_ENDS = {word("br"), word("cr")}
_NOTES = {word(f"{kind}Reference"): kind for kind in ("footnote", "endnote", "comment")}
_BOX = word("txbxContent")
_OFF = {"0", "false", "off", "none"}


class Notes:
    """The notes of a document by kind and number; ``written`` counts those that were taken."""

    def __init__(self, notes: Mapping[tuple[str, str], Element]) -> None:
        self._notes = dict(notes)
        self.written = 0

    def take(self, kind: str, number: str) -> Element | None:
        """The note, at its first call."""
        note = self._notes.pop((kind, number), None)
        self.written += note is not None
        return note


class Styles:
    """What the styles of a document say of emphasis and headings."""

    def __init__(self, root: Element) -> None:
        self._styles = {style.get(word("styleId"), ""): style for style in root.iter(word("style"))}
        self._known: dict[tuple[str, str], bool | None] = {}

    def is_on(self, name: str, run: Element, paragraph: Element) -> bool:
        """Whether the property *name* (``b``, ``i``, ``vanish``) holds for *run*."""
        own = _switch(run.find(word("rPr")), name)
        for element, style in ((run, "rPr/rStyle"), (paragraph, "pPr/pStyle")):
            if own is None:
                own = self._of_style(name, _value(element, style))
        return bool(own)

    def heading(self, paragraph: Element) -> int:
        """The level of *paragraph* as a heading, from 1; 0 if it is none."""
        level = _value(paragraph, "pPr/outlineLvl")
        for style in self._based_on(_value(paragraph, "pPr/pStyle")):
            level = level or _value(style, "pPr/outlineLvl")
            if _value(style, "name").lower() == "title":
                return 1
        return int(level) + 1 if level in tuple("012345678") else 0

    def _of_style(self, name: str, identifier: str) -> bool | None:
        if (name, identifier) not in self._known:
            switches = (_switch(s.find(word("rPr")), name) for s in self._based_on(identifier))
            found = next((switch for switch in switches if switch is not None), None)
            self._known[name, identifier] = found
        return self._known[name, identifier]

    def _based_on(self, identifier: str) -> Iterator[Element]:
        for _ in range(_MOST_STYLES):
            style = self._styles.get(identifier)
            if style is None:
                return
            yield style
            identifier = _value(style, "basedOn")


class Writing:
    """Writes the lines of a part; those of notes follow the paragraph that refers to them."""

    def __init__(self, styles: Styles, notes: Notes, *, aside: bool, note: bool = False) -> None:
        self.lines: list[Line] = []
        self._styles = styles
        self._notes = notes
        self._aside = aside
        self._note = note
        self._line = Line(aside=aside, note=note)
        self._cell = False  # a cell has begun, whose words are still to come
        self._tabled = False  # a row of several cells
        self._called: list[Element] = []  # notes, and text boxes, to be written after the paragraph

    def blocks(self, parent: Element) -> None:
        """Write the paragraphs and tables in *parent*."""
        for child in parent.iterchildren("*"):
            if child.tag == word("p"):
                self._paragraphs([child])
            elif child.tag == word("tr"):
                self._row(child)
            elif child.tag not in _UNSEEN:
                self.blocks(child)

    def _row(self, row: Element) -> None:
        """A line where each cell is one paragraph, with TABs between; else cell after cell."""
        cells = [list(cell.iter(word("p"))) for cell in row.iter(word("tc"))]
        before, self._tabled = self._tabled, self._tabled or len(cells) > 1
        if all(len(paragraphs) == 1 for paragraphs in cells):
            self._paragraphs([paragraphs[0] for paragraphs in cells])
        else:
            for cell in row.iterchildren("*"):
                if cell.tag not in _UNSEEN:
                    self.blocks(cell)
        self._tabled = before

    def _paragraphs(self, paragraphs: Sequence[Element]) -> None:
        """Write *paragraphs*, each of them in a cell of one row if there are several."""
        for paragraph in paragraphs:
            self._cell = not self._line.blank
            self._line.heading = self._line.heading or self._styles.heading(paragraph)
            self._inline(paragraph, paragraph, paragraph)
        self._end_line()
        called, self._called = self._called, []
        for element in called:
            note = not self._aside and (self._note or element.tag != _BOX)
            writing = Writing(self._styles, self._notes, aside=self._aside, note=note)
            writing.blocks(element)
            self.lines += writing.lines

    def _inline(self, parent: Element, run: Element, paragraph: Element) -> None:
        """Write what is in *parent*, which is a part of *run*."""
        for child in parent.iterchildren("*"):
            if child.tag in _TEXTS or child.tag in _CHARACTERS:
                text = child.text or "" if child.tag in _TEXTS else _CHARACTERS[child.tag]
                self._add(text, run, paragraph)
            elif child.tag == word("sym"):
                self._add(_symbol(child), run, paragraph)
            elif child.tag in _LINE_ENDS:
                self._end_line()
            elif (kind := _NOTES.get(str(child.tag))) is not None:
                note = self._notes.take(kind, child.get(word("id"), ""))
                self._called += [] if note is None else [note]
            elif child.tag == _BOX:
                self._called.append(child)
            elif child.tag not in _UNSEEN:
                inner = child if child.tag == word("r") else run
                self._inline(child, inner, paragraph)

    def _add(self, text: str, run: Element, paragraph: Element) -> None:
        if self._styles.is_on("vanish", run, paragraph):
            return
        if self._cell and text.strip():
            self._line.add("\t")
            self._cell = False
        kinds = {name for name in ("b", "i") if self._styles.is_on(name, run, paragraph)}
        self._line.add(text.replace("\n", " ").replace("\r", " "), kinds)

    def _end_line(self) -> None:
        line, self._line = self._line, Line(aside=self._aside, note=self._note)
        self._cell = False
        if not line.blank:
            line.end()
            line.listed = self._tabled
            self.lines.append(line)


def _symbol(element: Element) -> str:
    """The character of a symbol font, as its number."""
    try:
        return chr(int(element.get(word("char"), ""), 16))
    except (ValueError, OverflowError):
        return ""


def _switch(properties: Element | None, name: str) -> bool | None:
    """Whether *properties* turn the property *name* on or off; None where they do not say."""
    element = None if properties is None else properties.find(word(name))
    return None if element is None else element.get(word("val"), "true").lower() not in _OFF


def _value(element: Element, path: str) -> str:
    """The value of the element at *path*, names of WordprocessingML, or ''."""
    found = element.find("/".join(map(word, path.split("/"))))
    return "" if found is None else found.get(word("val"), "")
