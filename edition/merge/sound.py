"""What is merged is sound: it is well-formed, points to what is there, and has all its words.

The scholar took an entry away, and the program marks a name of it: then the name is not marked.
The program has an entry no more, and the scholar points to it: then the entry is the scholar's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set

from lxml import etree
from lxml.etree import _Element as Element

from edition.merge.merging import Merged, merge, refused
from edition.merge.tokens import plain_words
from edition.tei.editing import Edit, Editing
from edition.tei.vocabulary import XML_ID, tei

_TEXT = re.compile(r"<(?:[\w.-]+:)?text\b")
_TURNS = 8  # each settles all that the one before has laid open


def merged_soundly(base: bytes, ours: bytes, theirs: bytes, name: str) -> Merged:
    """As :func:`edition.merge.merging.merge`, but the result is sound wherever *ours* is.

    Where words would be there twice or be lost, because of two changes that belong together only
    one could be made, all changes of words are made or none. Where even that does not help, the
    scholar's file stays as it is, and one finding (E010) says so.
    """
    for together in (False, True):
        result = _pointing_well(base, ours, theirs, name, together=together)
        if result is not None and _has_its_words(base, ours, theirs, result.data):
            return result
    return refused(ours, name)


def _pointing_well(
    base: bytes, ours: bytes, theirs: bytes, name: str, *, together: bool
) -> Merged | None:
    """The merged file, in which no pointer is broken that was not before; None if there is none."""
    result = merge(base, ours, theirs, name, together=together)
    if result.data in (ours, theirs):
        return result
    broken_before, own = broken(_tree(ours)), identifiers(_tree(ours))
    for _ in range(_TURNS):
        try:
            tree = _tree(result.data)
        except etree.XMLSyntaxError:
            return None
        missing = broken(tree) - broken_before
        if not missing:
            return result if _is_unambiguous(tree, _tree(ours)) else None
        base = _without_entries(base, missing & own)
        base = _without_pointers(base, missing - own)
        theirs = _without_pointers(theirs, missing - own)
        result = merge(base, ours, theirs, name, together=together)
    return None


def _tree(data: bytes) -> Element:
    """The root of *data*, in which an identifier may be there twice."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, collect_ids=False))


def identifiers(root: Element) -> set[str]:
    """The identifiers in the tree *root*."""
    return {str(name) for name in root.xpath("//@xml:id")}


def broken(root: Element) -> set[str]:
    """The identifiers to which something in the tree *root* points, and nothing has."""
    pointed = {
        word[1:]
        for value in root.xpath("//@*[starts-with(., '#') or contains(., ' #')]")
        for word in str(value).split()
        if word.startswith("#") and len(word) > 1
    }
    return pointed - identifiers(root)


def _is_unambiguous(root: Element, ours: Element) -> bool:
    """Whether no identifier is there more often than in *ours*, or twice."""
    times = Counter(map(str, root.xpath("//@xml:id")))
    before = Counter(map(str, ours.xpath("//@xml:id")))
    return all(number <= max(before[name], 1) for name, number in times.items())


def _has_its_words(base: bytes, ours: bytes, theirs: bytes, result: bytes) -> bool:
    """Whether each word is there as often as in *ours*, or as the program's change makes it.

    Asked of the text, and of the whole file: lines may go over to the header.
    """
    whole = [data.decode("utf-8-sig") for data in (base, ours, theirs, result)]
    texts = [data[found.start() :] for data in whole if (found := _TEXT.search(data))]
    return all(
        _are_right([Counter(plain_words(text)) for text in four])
        for four in (whole, texts)
        if len(four) == len(whole)
    )


def _are_right(four: Sequence[Counter[str]]) -> bool:
    old, own, new, now = four
    for word in {*own, *new, *now}:
        bounds = sorted((own[word], own[word] + new[word] - old[word]))
        if not max(bounds[0], 0) <= now[word] <= bounds[1]:
            return False
    return True


def _without_entries(data: bytes, names: Collection[str]) -> bytes:
    """*data* without the elements that have one of *names*."""
    file = Editing(data, "")
    gone = [element for element in file.root.iter(etree.Element) if element.get(XML_ID) in names]
    outermost = [e for e in gone if not any(above in gone for above in e.iterancestors())]
    return file.edited([file.without(element) for element in outermost])


def _without_pointers(data: bytes, names: Collection[str]) -> bytes:
    """*data* without what points to *names*: marks of names, statements; or only the pointer."""
    file = Editing(data, "")
    wanted = {f"#{name}" for name in names}
    pointing = [e for e in file.root.iter(etree.Element) if _pointers(e, wanted)]
    edits = [edit for element in pointing for edit in _unpointed(file, element, wanted)]
    return file.edited(_apart(edits))


def _pointers(element: Element, wanted: Set[str]) -> list[str]:
    return [str(key) for key, value in element.items() if not wanted.isdisjoint(str(value).split())]


def _unpointed(file: Editing, element: Element, wanted: Set[str]) -> Iterator[Edit]:
    is_text = any(above.tag == tei("text") for above in element.iterancestors())
    if is_text and element.get("ref") and not element.get(XML_ID):
        yield from file.unwrapped(element)
    elif is_text or element.get(XML_ID):
        rest = {
            name: " ".join(word for word in element.get(name, "").split() if word not in wanted)
            for name in _pointers(element, wanted)
        }
        yield file.with_attributes(element, rest)
    else:
        yield file.without(_with_what_holds_nothing_else(element))


def _with_what_holds_nothing_else(element: Element) -> Element:
    """The outermost element that holds *element* and nothing else: none may be empty."""
    above = element.getparent()
    while above is not None and len(above) == 1 and above.getparent() is not None:
        element, above = above, above.getparent()
    return element


def _apart(edits: list[Edit]) -> list[Edit]:
    """*edits* without those that lie in others."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
