"""What a reader of an element reads: what the source printed, and in ⟦ ⟧ what editors put in.

The text editions of ``xslt/text`` read by the same rules. No language is needed here: of a note
or correction there are the words alone, of what has no words the value of its attribute.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from edition.tei.reading import BREAKS, NOT_SOURCE, is_annotation
from edition.tei.vocabulary import local, tei

# Stand beside what was printed; others complete it, within a word perhaps.
_BESIDE = frozenset(map(tei, ("corr", "reg", "expan", "rdg", "note")))
_WORDLESS = frozenset(map(tei, ("gap", "kinesic", "vocal", "incident", "writing")))
_CHOICE, _NOTE, _UNCLEAR = tei("choice"), tei("note"), tei("unclear")


def edited_text(element: Element) -> str:
    """What is read in *element*, with what editors put in: ``bilt ⟦built⟧``; unclear is ``⟦?⟧``."""
    return "".join(_read(element, is_added=False))


def is_addition(element: Element) -> bool:
    """Whether *element* is an editor's: a correction, words supplied, a note."""
    return element.tag in NOT_SOURCE or (element.tag == _NOTE and is_annotation(element))


def _read(element: Element, *, is_added: bool) -> Iterator[str]:
    yield _text(element, element.text)
    for child in element:
        if isinstance(child.tag, str):
            yield from _child(child, is_added=is_added)
        yield _text(element, child.tail)


def _text(holder: Element, text: str | None) -> str:
    """*text* of *holder*; white space between readings is layout."""
    return "" if not text or (holder.tag == _CHOICE and text.isspace()) else text


def _child(child: Element, *, is_added: bool) -> Iterator[str]:
    if is_addition(child) and not is_added:
        yield " ⟦" if child.tag in _BESIDE else "⟦"
        yield from _read(child, is_added=True)
        yield "⟧"
        return
    space = " " if child.tag in BREAKS and child.get("break") != "no" else ""
    yield space
    words = list(_read(child, is_added=is_added))
    yield from words
    if child.tag == _UNCLEAR:
        yield "⟦?⟧"
    elif child.tag in _WORDLESS and not "".join(words).strip():
        yield f"⟦{child.get('reason') or child.get('type') or local(str(child.tag))}⟧"
    yield space
