"""Entries that a TEI file has, and to which it refers, but which no register has any longer."""

from __future__ import annotations

from copy import deepcopy

from lxml.etree import _Element as Element

from edition.names.model import Kind, Register
from edition.tei.document import Document
from edition.tei.doubts import entries_of
from edition.tei.registers import (
    Registers,
    is_candidate,
    is_participant,
    kind_of,
    name_elements,
    pointers,
    read_entry,
    text_of,
)
from edition.tei.vocabulary import tei

_AFFILIATION, _GROUP, _ROLE = tei("affiliation"), tei("personGrp"), tei("roleName")


def unregistered(document: Document, registers: Registers) -> Registers:
    """What the entries of *document* that *registers* lack say, as another register.

    Only those that are nobody's proposal, have a name, which no other entry of the registers has,
    and are referred to. What a participant did in the meeting is left out.
    """
    listed = registers.register.entries
    entries = {
        identifier: entry
        for identifier, entry in entries_of(document).items()
        if identifier not in listed and not is_candidate(entry) and _is_named(entry)
    }
    if not entries:
        return Registers()
    called = {(entry.kind, name.text) for entry in listed.values() for name in entry.names}
    meant = set(pointers(document.root))
    elements = {
        identifier: _without_meeting(entry) if is_participant(entry) else entry
        for identifier, entry in entries.items()
        if identifier in meant and called.isdisjoint(_called(entry))
    }
    read = {identifier: read_entry(element, identifier) for identifier, element in elements.items()}
    known = {identifier: entry for identifier, entry in read.items() if entry is not None}
    return Registers((document,), Register(known), elements)


def _is_named(entry: Element) -> bool:
    """Whether *entry* has a name; whoever speaks under an office alone has none."""
    return entry.tag != _GROUP and any(map(_has_more_than_office, name_elements(entry)))


def _has_more_than_office(name: Element) -> bool:
    offices = "".join(text_of(office) for office in name.iter(_ROLE))
    return text_of(name) not in ("", offices)


def _called(entry: Element) -> set[tuple[Kind, str]]:
    return {(kind_of(entry), text_of(name)) for name in name_elements(entry)}


def _without_meeting(participant: Element) -> Element:
    """A copy of *participant* without role and dated offices."""
    copy = deepcopy(participant)
    copy.attrib.pop("role", None)
    for office in copy.findall(_AFFILIATION):
        if office.get("when"):
            copy.remove(office)
    return copy
