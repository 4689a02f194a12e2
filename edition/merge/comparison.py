"""Two versions of an edition, compared as an editor thinks: turns, speakers, names, words.

What says the same in another way is no difference: white space, comments, the order of attributes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.alignment import differences
from edition.merge.divided import Divided, divided, holder
from edition.merge.said import Change, Said, all_words, excerpt, line_of, unlike, words_of
from edition.merge.stated import entries_changed, statements_changed
from edition.tei.document import Document
from edition.tei.reading import label_of, labelled_by
from edition.tei.vocabulary import XML_ID, local, tei

_CONTEXT = 3  # words on each side
_NAMES = frozenset(map(tei, ("persName", "placeName", "orgName", "geogName", "rs")))
_TEXT, _TURN = tei("text"), tei("u")


def compared(old: Document, new: Document) -> list[Change]:
    """What *new* has otherwise than *old*: the text in its order, then entries, lists, header."""
    text = _text(_Versions.of(old, new))
    return [*text, *entries_changed(old, new), *statements_changed(old, new)]


class _Versions(NamedTuple):
    """The elements of two texts by their identifiers, what was *cut*, and what was *joined*."""

    old: Mapping[str, Element]
    new: Mapping[str, Element]
    cut: Divided
    joined: Divided

    @classmethod
    def of(cls, before: Document, after: Document) -> _Versions:
        old, new = _identified(before), _identified(after)
        return cls(old, new, divided(old, new), divided(new, old))


def _text(both: _Versions) -> Iterator[Change]:
    places = _other_places(both)
    now, before = both.cut.pieces(), both.joined.pieces()
    for name, element in both.new.items():
        if name not in both.old:
            yield from _come(name, element, both)
            continue
        if name in places:
            yield Change(_kind(element), "moved", name, line_of(element), *places[name])
        olds = [both.old[one] for one in (name, *before.get(name, ()))]
        news = [both.new[one] for one in (name, *now.get(name, ()))]
        yield from _element(name, olds, news)
    for name, element in both.old.items():
        if name not in both.new:
            yield from _gone(name, element, both)


def _come(name: str, element: Element, both: _Versions) -> Iterator[Change]:
    """What is told of the element *name*, which only the new version has."""
    kind, line = _kind(element), line_of(element)
    origin = both.cut.piece_before(name)
    if origin and not _begins(element, both.cut.holders):
        opening = " ".join(all_words(element)[:_CONTEXT])
        yield Change(kind, "cut", origin, line, opening, name, _said_by(element))
    elif not origin and not _begins(element, both.new.keys() - both.old.keys()):
        yield Change(kind, "added", name, line, "", excerpt(element))
    if origin and element.tag == _TURN:
        yield from _label(name, None, _label_of(element))


def _gone(name: str, element: Element, both: _Versions) -> Iterator[Change]:
    """What is told of the element *name*, which only the old version has."""
    kind, line = _kind(element), line_of(element)
    kept = both.joined.piece_before(name)
    if kept and not _begins(element, both.joined.holders):
        yield Change(kind, "joined", name, line, "", kept, _said_by(element))
    elif not kept and not _begins(element, both.old.keys() - both.new.keys()):
        yield Change(kind, "removed", name, line, excerpt(element), "")
    if kept and element.tag == _TURN:
        yield from _label(name, _label_of(element), None)


def _begins(element: Element, holders: frozenset[str] | set[str] | Mapping[str, str]) -> bool:
    """Whether *element* begins a turn or division of *holders*, which is told with its words."""
    above = element.getparent()
    if above is None or above.get(XML_ID) not in holders:
        return False
    return next((c for c in above.iterchildren(etree.Element) if c.get(XML_ID)), None) is element


def _said_by(element: Element) -> str:
    who = element.get("who")
    return f"said by {who}" if who else ""


def _identified(document: Document) -> dict[str, Element]:
    """The elements of the text by their identifiers; the text itself goes by its name."""
    text = document.root.find(_TEXT)
    elements = () if text is None else text.iter(etree.Element)
    found = {str(e.get(XML_ID)): e for e in elements if e.get(XML_ID)}
    return found if text is None or text.get(XML_ID) else {"text": text, **found}


def _other_places(both: _Versions) -> dict[str, tuple[str, str]]:
    """Where the elements that moved were, and are: in which other, or next to which other.

    Of two that changed places one moved. What was cut or joined moved nothing.
    """
    found: dict[str, tuple[str, str]] = {}
    stayed: dict[str, tuple[list[str], list[str]]] = {}  # by the holder: in either order
    homes: dict[str, str] = {}
    for name in (name for name in both.new if name in both.old):
        was, now = holder(both.old[name]), holder(both.new[name])
        home = both.cut.whole(now)
        if both.joined.whole(was) != home:
            found[name] = was, now
        else:
            homes[name] = home
            stayed.setdefault(home, ([], []))[1].append(name)
    for name in (name for name in both.old if name in homes):
        stayed[homes[name]][0].append(name)
    for before, after in stayed.values():
        index = {name: at for at, name in enumerate(after)}
        for difference in differences(before, after):
            for at in range(difference.start, difference.end):
                found[before[at]] = _next_to(before, at), _next_to(after, index[before[at]])
    return found


def _next_to(names: Sequence[str], at: int) -> str:
    return f"behind {names[at - 1]}" if at else f"before {names[1]}"


def _element(name: str, olds: Sequence[Element], news: Sequence[Element]) -> Iterator[Change]:
    """What happened to the element *name*, which both have, besides that it moved.

    Behind it stand, in *olds* what was joined to it, in *news* what was cut from it.
    """
    old, new = olds[0], news[0]
    line = line_of(new)
    if old.get("who") != new.get("who"):
        yield Change("speaker", "changed", name, line, old.get("who", ""), new.get("who", ""))
    if (was := _described(old, "who")) != (now := _described(new, "who")):
        yield Change("markup", "changed", name, line, was, now)
    yield from _words_changed(name, olds, news)
    yield from _label(name, _label_of(old), _label_of(new))
    yield from _marks(name, olds, news)


def _words_changed(name: str, olds: Sequence[Element], news: Sequence[Element]) -> Iterator[Change]:
    """The words that are others, by the piece of *name* in which they are now."""
    before = [word for old in olds for word in words_of(old)]
    after = [word for new in news for word in words_of(new)]
    ends = list(accumulate(len(words_of(new)) for new in news))
    for start, end, other_start, other_end in differences(before, after):
        around = after[max(other_start - _CONTEXT, 0) : other_end + _CONTEXT]
        texts = " ".join(before[start:end]), " ".join(after[other_start:other_end])
        piece = next(
            (n for n, last in zip(news, ends, strict=True) if other_start < last), news[-1]
        )
        where = piece.get(XML_ID) or name
        yield Change("words", "changed", where, line_of(piece), *texts, " ".join(around))


def _label(name: str, old: Element | None, new: Element | None) -> Iterator[Change]:
    """What happened to the printed label of the turn *name*; None where it has none."""
    before, now = (_label_words(label) for label in (old, new))
    if new is None:
        if old is not None:
            yield Change("label", "removed", name, line_of(old), before, "")
    elif old is None:
        yield Change("label", "added", name, line_of(new), "", now)
    else:
        if before != now:
            yield Change("label", "changed", name, line_of(new), before, now)
        if (was := _described(old)) != (will := _described(new)):
            yield Change("markup", "changed", name, line_of(new), was, will, now)
        marks = list(_marks(name, [old], [new]))
        yield from _besides_words(marks, before, now)


def _besides_words(marks: Sequence[Change], before: str, now: str) -> Iterator[Change]:
    """*marks* without those that only have the words of a label that are others, *now*."""
    others = set(now.split()) - set(before.split()), set(before.split()) - set(now.split())
    gone, come = (
        Counter(
            (mark.kind, mark.old or mark.new)
            for mark in marks
            if mark.what == what and words.intersection(mark.context.split())
        )
        for what, words in zip(("added", "removed"), others, strict=True)
    )
    same = gone & come
    left = {"added": same.copy(), "removed": same.copy()}
    for mark in marks:
        key = mark.kind, mark.old or mark.new
        if mark.what in left and left[mark.what][key]:
            left[mark.what][key] -= 1
        else:
            yield mark


def _label_of(element: Element) -> Element | None:
    """The printed label of the turn *element*, which stands before it."""
    before = label_of(element)
    return before if before is not None and _turn_of(before) is element else None


def _turn_of(note: Element) -> Element | None:
    """The turn with an identifier whose label *note* is; None if it is no such label."""
    behind = None if note.get(XML_ID) else labelled_by(note)
    is_turn = behind is not None and behind.tag == _TURN and behind.get(XML_ID)
    return behind if is_turn else None


def _label_words(label: Element | None) -> str:
    return "" if label is None else " ".join(words_of(label))


def _marks(name: str, olds: Sequence[Element], news: Sequence[Element]) -> Iterator[Change]:
    """What is marked in one version only, or otherwise: names, and all other markup."""
    for kind, is_name in (("name", True), ("markup", False)):
        before, now = (_marked(elements, is_name=is_name) for elements in (olds, news))
        for words, what, one, other in unlike(before, now):
            is_other = is_name and what == "changed" and _meant(one) != _meant(other)
            told = "other entry" if is_other else what
            yield Change(kind, told, name, other.line or one.line, one.what, other.what, words)


def _marked(elements: Sequence[Element], *, is_name: bool) -> dict[str, list[Said]]:
    """The names in *elements*, or all other marks, by their words."""
    found: dict[str, list[Said]] = {}
    for one in (inner for element in elements for inner in _inner(element)):
        if (one.tag in _NAMES) is is_name:
            words = " ".join(words_of(one)) or local(str(one.tag))
            found.setdefault(words, []).append(Said(_described(one), line_of(one)))
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


def _kind(element: Element) -> str:
    return {"u": "turn", "seg": "paragraph", "p": "paragraph", "div": "division"}.get(
        local(str(element.tag)), local(str(element.tag))
    )
