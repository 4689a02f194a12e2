"""What header, entries and lists of two versions of an edition say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from edition.merge.said import Change, Said, all_words, excerpt, line_of, said_of, unlike
from edition.tei.document import Document
from edition.tei.entries import ENTRIES
from edition.tei.vocabulary import XML_ID, local, tei

_ENTRIES = frozenset(map(tei, [*ENTRIES.values(), "personGrp"]))
_HEADER, _STAND_OFF = tei("teiHeader"), tei("standOff")
# What counts the text, or its source: a change of the text changes many of them.
_COUNTS = ("extent/measure", "tagsDecl/namespace/tagUsage")


def entries_changed(old: Document, new: Document) -> Iterator[Change]:
    """Entries that only one version has, and what the two say otherwise of the others."""
    before, now = _entries_in(old), _entries_in(new)
    for name, entry in now.items():
        if name not in before:
            yield Change("entry", "added", name, line_of(entry), "", excerpt(entry))
            continue
        for path, _, one, other in unlike(_said(before[name]), _said(entry)):
            line = other.line or line_of(entry)
            yield Change("entry", "changed", name, line, one.what, other.what, path)
    for name, entry in before.items():
        if name not in now:
            yield Change("entry", "removed", name, line_of(entry), excerpt(entry), "")


def statements_changed(old: Document, new: Document) -> Iterator[Change]:
    """What the lists behind the text and the header say, besides the entries.

    Figures that only count the text are one change.
    """
    for kind, tag in (("list", _STAND_OFF), ("header", _HEADER)):
        before, now = (_said(document.root.find(tag)) for document in (old, new))
        counts: list[tuple[Said, Said]] = []
        for path, what, one, other in unlike(before, now):
            if path.endswith(_COUNTS):
                counts.append((one, other))
            else:
                yield Change(kind, what, path, other.line or one.line, one.what, other.what)
        if counts:
            yield _counted(kind, counts)


def _counted(kind: str, counts: Sequence[tuple[Said, Said]]) -> Change:
    """The figures that are others as one change, in the line of the first of the new version."""
    lines = [other.line for _, other in counts if other.line] or [one.line for one, _ in counts]
    told = (", ".join(filter(None, map(_figure, side))) for side in zip(*counts, strict=True))
    return Change(kind, "changed", "counts", min(lines), *told)


def _figure(said: Said) -> str:
    """A figure as people read it: “10 turns” of ``@quantity=10 @unit=turns 10 turns``."""
    words = (word.partition("=")[2] if word[0] == "@" else word for word in said.what.split())
    return " ".join(dict.fromkeys(words))


def _entries_in(document: Document) -> dict[str, Element]:
    entries = document.root.iter(*_ENTRIES)
    return {str(entry.get(XML_ID)): entry for entry in entries if entry.get(XML_ID)}


def _said(above: Element | None) -> dict[str, list[Said]]:
    """What *above* says besides the entries in it, by the path: its values and words."""
    found: dict[str, list[Said]] = {}
    todo = [] if above is None else [(above, "")]
    while todo:
        element, path = todo.pop()
        children = list(element.iterchildren(etree.Element))
        said = said_of(element, [] if children else all_words(element))
        if said.values or not children:
            found.setdefault(path, []).append(said)
        begin = f"{path}/" if path else ""
        todo += [
            (child, f"{begin}{local(str(child.tag))}")
            for child in reversed(children)
            if not (child.tag in _ENTRIES and child.get(XML_ID))
        ]
    return found
