"""What a scholar decides of a register's entries, written into the file and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from html import escape  # xml.sax.saxutils imports a web client
from typing import NamedTuple

from lxml.etree import _Element as Element

from edition.diagnostic import EditionError, diagnostic
from edition.tei.candidates import open_stand_off
from edition.tei.editing import Edit, Editing
from edition.tei.entries import ENCODER
from edition.tei.normalisation import normalised
from edition.tei.registers import (
    entry_elements,
    is_candidate,
    name_elements,
    refused_words,
    text_of,
)
from edition.tei.vocabulary import XML_ID, tei

_AFFILIATION = tei("affiliation")


class Confirm(NamedTuple):
    """The candidate *entry* is right: it is marked as one no longer. Its note stays."""

    entry: str


class Refuse(NamedTuple):
    """*words* name nobody and nothing: no candidate has them, and none ever gets them again."""

    words: str


Decision = Confirm | Refuse


def with_decision(data: bytes, decision: Decision, *, name: str) -> bytes:
    """The register *data*, called *name*, with *decision* carried out; twice is as good as once.

    Raises EditionError: X001–X003, G020, G021, or G023 where there is no such entry.
    """
    file = Editing(data, name)
    match decision:
        case Confirm(entry):
            edits = confirmed(file, _entry(file, entry))
        case Refuse(words):
            edits = list(_refused(file, " ".join(words.split())))
    return file.edited(edits)


def _entry(file: Editing, identifier: str) -> Element:
    """The entry *identifier*. Raises EditionError (G023)."""
    known = {e.get(XML_ID, ""): e for e in entry_elements(file.root)}
    if identifier in known:
        return known[identifier]
    near = get_close_matches(identifier, list(known), 1)
    advice = f"Did you mean {near[0]}?" if near else "Look into the other registers."
    place = file.document.place(file.root)
    raise EditionError(diagnostic("G023", place, id=identifier, advice=advice))


def confirmed(file: Editing, entry: Element) -> list[Edit]:
    """The marks of a candidate taken from *entry*, where it has them."""
    if not is_candidate(entry):
        return []
    others = [word for word in entry.get("resp", "").split() if word != ENCODER]
    changed = {"resp": " ".join(others)} | ({} if others else {"cert": ""})
    return [file.with_attributes(entry, changed)]


def facts_copied(
    file: Editing, entry: Element, home: Editing, other: Element, *, dated: bool
) -> list[Edit]:
    """The names and offices that *entry* in *file* lacks of those that *other* in *home* has.

    An office that has a date is that of one meeting, and copied only where *dated*.
    """
    if not file.is_open(entry):
        return []
    names, offices = name_elements(entry), list(entry.iterchildren(_AFFILIATION))
    more_names = _lacking(names, name_elements(other))
    more_offices = [
        office
        for office in _lacking(offices, other.iterchildren(_AFFILIATION))
        if dated or not office.get("when")
    ]
    edits = []
    for new, before in ((more_names, names), (more_offices, [*names, *offices])):
        if new:
            lines = [home.copied(one, file.prefix(entry)) for one in new]
            edits.append(file.after(before[-1], lines) if before else file.first_in(entry, lines))
    return edits


def _lacking(elements: Iterable[Element], others: Iterable[Element]) -> list[Element]:
    """Those of *others* whose words none of *elements* has."""
    known = set(map(text_of, elements))
    return [other for other in others if text_of(other) not in known]


def _refused(file: Editing, words: str) -> Iterator[Edit]:
    gone = []
    for entry in filter(is_candidate, entry_elements(file.root)):
        names = name_elements(entry)
        refused = [name for name in names if text_of(name) == words]
        if refused and len(refused) == len(names):
            gone.append(entry)
        else:
            yield from map(file.without, refused)
    yield from without_entries(file, gone)
    if words and words not in set(refused_words(file.root)):
        yield _refusal(file, escape(normalised(words), quote=False))


def without_entries(file: Editing, entries: list[Element]) -> Iterator[Edit]:
    """*entries* taken out; and what would be left empty, which is not valid.

    This is a list, and in a text ``standOff``. Comments in them stay.
    """
    for within in dict.fromkeys(entry.getparent() for entry in entries):
        if within is None:
            continue
        mine = [entry for entry in entries if entry.getparent() is within]
        yield from _without_children(file, within, mine)


def _without_children(file: Editing, within: Element, gone: list[Element]) -> Iterator[Edit]:
    others = [child for child in within if child not in gone]
    if any(isinstance(child.tag, str) for child in others) or _must_stay(within):
        yield from map(file.without, gone)
    elif others:
        yield from map(file.without, gone)
        yield from file.unwrapped(within)
    elif (around := within.getparent()) is not None and around.tag == tei("standOff"):
        yield from _without_children(file, around, [within])
    else:
        yield file.without(within)


def _must_stay(element: Element) -> bool:
    """Whether *element* is the ``standOff`` of a register, which is nothing without it."""
    root = element.getroottree().getroot()
    return element.tag == tei("standOff") and root.find(tei("text")) is None


def _refusal(file: Editing, text: str) -> Edit:
    """An item for *text* in the list of words that name nothing, or that list with it."""
    stand_off = open_stand_off(file)
    prefix = file.prefix(stand_off)
    item = f"<{prefix}item>{text}</{prefix}item>"
    for listed in stand_off.iterchildren(tei("list")):
        if listed.get("type") == "refused" and file.is_open(listed):
            return file.last_in(listed, [item])
    lines = [f'<{prefix}list type="refused">', f"  {item}", f"</{prefix}list>"]
    return file.last_in(stand_off, lines)
