"""Two versions of an edition, compared as an editor thinks: turns, speakers, names, words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.alignment import differences
from edition.tei.document import Document
from edition.tei.vocabulary import XML_ID, local, tei

_CONTEXT = 3  # words on each side
_NAMES = frozenset(map(tei, ("persName", "placeName", "orgName", "geogName", "rs")))
_HEADER, _TEXT = tei("teiHeader"), tei("text")


class Change(NamedTuple):
    """One difference: *what* of *kind* happened to the element *identifier*.

    *line* is that of the new version, or of the old one where it is only there; *old* and *new*
    are what stands there, *context* the words around.
    """

    kind: str
    what: str
    identifier: str
    line: int
    old: str
    new: str
    context: str = ""


def compared(old: Document, new: Document) -> list[Change]:
    """What *new* has otherwise than *old*: the header first, then the text in its order."""
    return [*_header(old, new), *_text(old, new)]


def _header(old: Document, new: Document) -> Iterator[Change]:
    """The statements of the header that are only in one of the two."""
    before, now = _statements(old), _statements(new)
    for what, mine, other in (("removed", before, now), ("added", now, before)):
        for (path, words), lines in mine.items():
            for line in lines[len(other.get((path, words), ())) :]:
                texts = (words, "") if what == "removed" else ("", words)
                yield Change("header", what, path, line, *texts)


def _statements(document: Document) -> dict[tuple[str, str], list[int]]:
    """The elements of the header without others in them: path, words and values; their lines."""
    found: dict[tuple[str, str], list[int]] = {}
    for element in document.root.iterfind(f"{_HEADER}//*"):
        if isinstance(element.tag, str) and next(element.iterchildren(etree.Element), None) is None:
            path = "/".join(
                local(str(above.tag)) for above in [*list(element.iterancestors())[-3::-1], element]
            )
            values = (f"@{local(str(key))}={value}" for key, value in sorted(element.items()))
            words = " ".join([*values, *_words(element)])
            found.setdefault((path, words), []).append(element.sourceline or 1)
    return found


def _text(old: Document, new: Document) -> Iterator[Change]:
    before, now = _identified(old), _identified(new)
    for name, element in now.items():
        if name not in before:
            yield Change(_kind(element), "added", name, _line(element), "", _excerpt(element))
        else:
            yield from _element(name, before[name], element)
    for name, element in before.items():
        if name not in now:
            yield Change(_kind(element), "removed", name, _line(element), _excerpt(element), "")


def _identified(document: Document) -> dict[str, Element]:
    text = document.root.find(_TEXT)
    elements = () if text is None else text.iter(etree.Element)
    return {str(e.get(XML_ID)): e for e in elements if e.get(XML_ID)}


def _element(name: str, old: Element, new: Element) -> Iterator[Change]:
    """What happened to the element *name*, which both have."""
    line = _line(new)
    if old.get("who") != new.get("who"):
        yield Change("speaker", "changed", name, line, old.get("who", ""), new.get("who", ""))
    if (was := _holder(old)) != (now := _holder(new)):
        yield Change(_kind(new), "moved", name, line, was, now)
    if any(inner.get(XML_ID) for inner in new.iterdescendants(etree.Element)):
        return
    before, after = _words(old), _words(new)
    for start, end, other_start, other_end in differences(before, after):
        around = after[max(other_start - _CONTEXT, 0) : other_end + _CONTEXT]
        texts = " ".join(before[start:end]), " ".join(after[other_start:other_end])
        yield Change("words", "changed", name, line, *texts, " ".join(around))
    yield from _names(name, line, _named(old), _named(new))


def _names(
    name: str, line: int, old: Mapping[str, list[str]], new: Mapping[str, list[str]]
) -> Iterator[Change]:
    """The names that are marked in one version only, or mean another entry."""
    for words in dict.fromkeys([*old, *new]):
        before, now = Counter(old.get(words, ())), Counter(new.get(words, ()))
        gone, come = list((before - now).elements()), list((now - before).elements())
        for one, other in zip(gone, come, strict=False):
            yield Change("name", "other entry", name, line, one, other, words)
        for one in gone[len(come) :]:
            yield Change("name", "removed", name, line, one, "", words)
        for other in come[len(gone) :]:
            yield Change("name", "added", name, line, "", other, words)


def _named(element: Element) -> dict[str, list[str]]:
    """The names in *element*: kind and entry, by their words."""
    found: dict[str, list[str]] = {}
    for one in element.iter(*_NAMES):
        kind = f"{local(str(one.tag))} {one.get('ref', '')}".rstrip()
        found.setdefault(" ".join(_words(one)), []).append(kind)
    return found


def _holder(element: Element) -> str:
    """The identifier of the turn or division around *element*."""
    return next((str(a.get(XML_ID)) for a in element.iterancestors() if a.get(XML_ID)), "")


def _kind(element: Element) -> str:
    return {"u": "turn", "seg": "paragraph", "p": "paragraph"}.get(
        local(str(element.tag)), local(str(element.tag))
    )


def _line(element: Element) -> int:
    return element.sourceline or 1


def _words(element: Element) -> list[str]:
    return "".join(element.itertext(etree.Element)).split()


def _excerpt(element: Element) -> str:
    words = _words(element)
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
