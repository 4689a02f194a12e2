"""How the tests read TEI and pages: their words, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from edition.tei.document import Document
from edition.tei.reading import is_called
from edition.tei.vocabulary import TEI_NAMESPACE

TEI = f"{{{TEI_NAMESPACE}}}"
HTML = "{http://www.w3.org/1999/xhtml}"
BLOCKS = re.findall(
    r"\w+",
    """note u seg p ab head l lg list item label table row cell div titlePart docTitle docDate lb
    argument trailer closer dateline signed salute kinesic vocal incident writing gap fw said
    quote opener bibl stage speaker castItem""",
)
OURS = ["corr", "reg", "expan", "supplied", "add", "ex", "rdg", "certainty"]


def source_words(document: Document) -> list[str]:
    """The words of the source text: without what editors of this edition added."""
    text = document.root.find(f"{TEI}text")
    return "".join(_source(text)).split()


def _source(element: etree._Element | None) -> Iterator[str]:
    if element is None:
        return
    name = str(element.tag).removeprefix(TEI)
    own = name in OURS or (name == "note" and is_called(element))
    is_apart = name == "note" and element.get("type") not in ("editorial", "speaker")
    space = " " if name in BLOCKS and not own and (is_apart or not _is_inline(element)) else ""
    yield space
    if not own and isinstance(element.tag, str):
        yield element.text or ""
        for child in element:
            yield from _source(child)
            yield (child.tail or "") if name != "choice" else ""
    yield space


def _is_inline(element: etree._Element) -> bool:
    """Elements that are blocks between paragraphs, and phrases within one."""
    name = str(element.tag).removeprefix(TEI)
    phrase = name in {
        "note",
        "kinesic",
        "vocal",
        "incident",
        "writing",
        "gap",
        "fw",
        "seg",
        "stage",
    }
    parent = element.getparent()
    inside = parent is not None and str(parent.tag).removeprefix(TEI) not in {
        "u",
        "div",
        "body",
        "front",
        "sp",
    }
    return (phrase or name in {"said", "quote", "label", "bibl"}) and inside


def all_words(document: Document) -> list[str]:
    """Every word of the TEI text, the editors' too."""
    text = document.root.find(f"{TEI}text")
    return re.findall(r"\w+", " ".join(text.itertext())) if text is not None else []


def page(html: str) -> etree._Element:
    """The tree of a page; it is XML as well as HTML."""
    return etree.fromstring(html.removeprefix("<!DOCTYPE html>"))


def article(html: str) -> etree._Element:
    """The text of the document in its page."""
    found = page(html).find(f".//{HTML}article")
    assert found is not None
    return found


def source_words_of_page(html: str) -> list[str]:
    """The words of the article without what is marked as added."""
    tree = article(html)
    for added in tree.xpath("//*[@data-added]"):
        parent, tail = added.getparent(), added.tail or ""
        before = added.getprevious()
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
        parent.remove(added)
    for end in tree.iter(f"{HTML}br"):
        end.tail = " " + (end.tail or "")
    return "".join(tree.itertext()).split()


def source_words_of_text(text: str) -> list[str]:
    """The words of a plain text without what stands in double brackets, and signs of layout."""
    before = None
    while before != text:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    return re.sub(r"^-(?: |$)", "", text, flags=re.MULTILINE).replace(" | ", " ").split()
