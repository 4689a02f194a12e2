"""Two versions of an edition, compared as an editor thinks: turns, speakers, names, words.

What says the same in another way is no difference: white space, comments, the order of attributes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.alignment import differences
from edition.tei.document import Document
from edition.tei.entries import ENTRIES
from edition.tei.reading import label_of, labelled_by
from edition.tei.vocabulary import XML_ID, local, tei

_CONTEXT = 3  # words on each side
_NAMES = frozenset(map(tei, ("persName", "placeName", "orgName", "geogName", "rs")))
_ENTRIES = frozenset(map(tei, [*ENTRIES.values(), "personGrp"]))
_HEADER, _TEXT, _STAND_OFF = map(tei, ("teiHeader", "text", "standOff"))
# What an editor adds to the words of the text; what is told of it is the markup.
_BESIDE = frozenset(map(tei, ("corr", "reg", "expan", "note")))
_TURN = tei("u")
_BREAKS = frozenset(map(tei, ("lb", "pb", "cb", "milestone")))


class Change(NamedTuple):
    """One difference: *what* of *kind* happened to the element *identifier*.

    *line* is that of the new version, or of the old one where it is only there; *old* and *new*
    are what stands there, *context* the words around, or where in an entry it is.
    """

    kind: str
    what: str
    identifier: str
    line: int
    old: str
    new: str
    context: str = ""


class Said(NamedTuple):
    """Something that is said in a version: what, and in which line."""

    what: str
    line: int


def compared(old: Document, new: Document) -> list[Change]:
    """What *new* has otherwise than *old*: header and entries first, then the text in its order."""
    return [*_statements(old, new), *_entries(old, new), *_text(old, new)]


def _statements(old: Document, new: Document) -> Iterator[Change]:
    """What the header and the lists behind the text say, besides the entries."""
    for kind, tag in (("header", _HEADER), ("list", _STAND_OFF)):
        before, now = ({**_said(document.root.find(tag))} for document in (old, new))
        for path, what, one, other in _unlike(before, now):
            yield Change(kind, what, path, other.line or one.line, one.what, other.what)


def _entries(old: Document, new: Document) -> Iterator[Change]:
    """Entries that only one version has, and what the two say otherwise of the others."""
    before, now = _entries_in(old), _entries_in(new)
    for name, entry in now.items():
        if name not in before:
            yield Change("entry", "added", name, _line(entry), "", _excerpt(entry))
            continue
        for path, what, one, other in _unlike(_said(before[name]), _said(entry)):
            line = other.line or one.line
            yield Change("entry", what, name, line, one.what, other.what, path)
    for name, entry in before.items():
        if name not in now:
            yield Change("entry", "removed", name, _line(entry), _excerpt(entry), "")


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
        values = [f"@{local(str(k))}={v}" for k, v in sorted(element.items()) if k != XML_ID]
        words = [] if children else _all_words(element)
        if values or not children:
            found.setdefault(path, []).append(Said(" ".join([*values, *words]), _line(element)))
        begin = f"{path}/" if path else ""
        todo += [
            (child, f"{begin}{local(str(child.tag))}")
            for child in reversed(children)
            if not (child.tag in _ENTRIES and child.get(XML_ID))
        ]
    return found


_NOTHING = Said("", 0)


def _unlike(
    old: Mapping[str, Sequence[Said]], new: Mapping[str, Sequence[Said]]
) -> Iterator[tuple[str, str, Said, Said]]:
    """By its key what is only in one, or otherwise in the two: the key, what happened, both."""
    for key in dict.fromkeys([*old, *new]):
        gone, come = _only_in(old.get(key, ()), new.get(key, ()))
        for one, other in zip(gone, come, strict=False):
            yield key, "changed", one, other
        for one in gone[len(come) :]:
            yield key, "removed", one, _NOTHING
        for other in come[len(gone) :]:
            yield key, "added", _NOTHING, other


def _only_in(one: Sequence[Said], other: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """What is said more often in *one* than in *other*, and the other way round."""
    return _without(one, other), _without(other, one)


def _without(these: Sequence[Said], those: Sequence[Said]) -> list[Said]:
    rest = Counter(said.what for said in those)
    left = []
    for said in these:
        if rest[said.what]:
            rest[said.what] -= 1
        else:
            left.append(said)
    return left


def _text(old: Document, new: Document) -> Iterator[Change]:
    before, now = _identified(old), _identified(new)
    places = _other_places(before, now)
    for name, element in now.items():
        if name not in before:
            yield Change(_kind(element), "added", name, _line(element), "", _excerpt(element))
            continue
        if name in places:
            yield Change(_kind(element), "moved", name, _line(element), *places[name])
        yield from _element(name, before[name], element)
    for name, element in before.items():
        if name not in now:
            yield Change(_kind(element), "removed", name, _line(element), _excerpt(element), "")


def _identified(document: Document) -> dict[str, Element]:
    """The elements of the text by their identifiers; the text itself goes by its name."""
    text = document.root.find(_TEXT)
    elements = () if text is None else text.iter(etree.Element)
    found = {str(e.get(XML_ID)): e for e in elements if e.get(XML_ID)}
    return found if text is None or text.get(XML_ID) else {"text": text, **found}


def _other_places(
    old: Mapping[str, Element], new: Mapping[str, Element]
) -> dict[str, tuple[str, str]]:
    """Where the elements that moved were, and are: in which other, or next to which other.

    Of two that changed places one moved.
    """
    found: dict[str, tuple[str, str]] = {}
    stayed: dict[str, tuple[list[str], list[str]]] = {}  # by the holder: in either order
    holders = {name: (_holder(old[name]), _holder(new[name])) for name in new if name in old}
    for name, (was, now) in holders.items():
        if was != now:
            found[name] = was, now
        else:
            stayed.setdefault(now, ([], []))[1].append(name)
    for name in old:
        if name in holders and name not in found:
            stayed[holders[name][0]][0].append(name)
    for before, after in stayed.values():
        index = {name: at for at, name in enumerate(after)}
        for difference in differences(before, after):
            for at in range(difference.start, difference.end):
                found[before[at]] = _next_to(before, at), _next_to(after, index[before[at]])
    return found


def _next_to(names: Sequence[str], at: int) -> str:
    return f"behind {names[at - 1]}" if at else f"before {names[1]}"


def _element(name: str, old: Element, new: Element) -> Iterator[Change]:
    """What happened to the element *name*, which both have, besides that it moved."""
    line = _line(new)
    if old.get("who") != new.get("who"):
        yield Change("speaker", "changed", name, line, old.get("who", ""), new.get("who", ""))
    if (was := _described(old, "who")) != (now := _described(new, "who")):
        yield Change("markup", "changed", name, line, was, now)
    before, after = _words(old), _words(new)
    for start, end, other_start, other_end in differences(before, after):
        around = after[max(other_start - _CONTEXT, 0) : other_end + _CONTEXT]
        texts = " ".join(before[start:end]), " ".join(after[other_start:other_end])
        yield Change("words", "changed", name, line, *texts, " ".join(around))
    yield from _label(name, _label_of(old), _label_of(new))
    yield from _marks(name, old, new)


def _label(name: str, old: Element | None, new: Element | None) -> Iterator[Change]:
    """What happened to the printed label of the turn *name*; None where it has none."""
    before, now = (" ".join(_label_words(label)) for label in (old, new))
    if new is None:
        if old is not None:
            yield Change("label", "removed", name, _line(old), before, "")
    elif old is None:
        yield Change("label", "added", name, _line(new), "", now)
    else:
        if before != now:
            yield Change("label", "changed", name, _line(new), before, now)
        if (was := _described(old)) != (will := _described(new)):
            yield Change("markup", "changed", name, _line(new), was, will, now)
        if before == now or _tags(old) != _tags(new):
            yield from _marks(name, old, new)


def _label_of(element: Element) -> Element | None:
    """The printed label of the turn *element*, which stands before it."""
    before = label_of(element)
    return before if before is not None and _turn_of(before) is element else None


def _turn_of(note: Element) -> Element | None:
    """The turn with an identifier whose label *note* is; None if it is no such label."""
    behind = None if note.get(XML_ID) else labelled_by(note)
    is_turn = behind is not None and behind.tag == _TURN and behind.get(XML_ID)
    return behind if is_turn else None


def _tags(label: Element) -> Counter[str]:
    return Counter(map(_described, _inner(label)))


def _label_words(label: Element | None) -> list[str]:
    return [] if label is None else "".join(_running(label)).split()


def _marks(name: str, old: Element, new: Element) -> Iterator[Change]:
    """What is marked in one version only, or otherwise: names, and all other markup."""
    for kind, is_name in (("name", True), ("markup", False)):
        before, now = _marked(old, is_name=is_name), _marked(new, is_name=is_name)
        for words, what, one, other in _unlike(before, now):
            is_other = is_name and what == "changed" and _meant(one) != _meant(other)
            told = "other entry" if is_other else what
            yield Change(kind, told, name, other.line or one.line, one.what, other.what, words)


def _marked(element: Element, *, is_name: bool) -> dict[str, list[Said]]:
    """The names in *element*, or all other marks, by their words."""
    found: dict[str, list[Said]] = {}
    for one in _inner(element):
        if (one.tag in _NAMES) is is_name:
            words = " ".join(_words(one)) or local(str(one.tag))
            found.setdefault(words, []).append(Said(_described(one), _line(one)))
    return found


def _inner(element: Element) -> Iterator[Element]:
    """The elements in *element*, but those with an identifier, labels, and what is in these."""
    for child in element.iterchildren(etree.Element):
        if not child.get(XML_ID) and _turn_of(child) is None:
            yield child
            yield from _inner(child)


def _described(element: Element, *without: str) -> str:
    """The tag of *element* to be read: its name, the entry, the other values."""
    values = {local(str(k)): str(v) for k, v in sorted(element.items()) if k != XML_ID}
    entry = values.pop("ref", "")
    rest = [f"{name}={value}" for name, value in values.items() if name not in without]
    return " ".join(filter(None, [local(str(element.tag)), entry, *rest]))


def _meant(said: Said) -> str:
    return next((word for word in said.what.split() if word.startswith("#")), "")


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
    """The words of the text that *element* itself holds."""
    return "".join(_running(element)).split()


def _running(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _BREAKS and child.get("break") != "no":
            yield " "
        elif isinstance(child.tag, str) and not child.get(XML_ID) and child.tag not in _BESIDE:
            yield from _running(child)
        yield child.tail or ""


def _all_words(element: Element) -> list[str]:
    return "".join(element.itertext(etree.Element)).split()


def _excerpt(element: Element) -> str:
    words = _all_words(element)
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
