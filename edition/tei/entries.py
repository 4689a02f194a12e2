"""The entries that a document uses, copied into it so that it can stand alone."""

from __future__ import annotations

from collections.abc import Callable, Container

from lxml import etree
from lxml.etree import _Element as Element

from edition.names.authorities import in_full
from edition.names.gazetteer import country
from edition.names.identifiers import is_numbered
from edition.names.model import Entry, Identifier, Kind, Name, Naming
from edition.tei.inline import element, free
from edition.tei.languages import OURS
from edition.tei.normalisation import normalised
from edition.tei.statements import statements
from edition.tei.vocabulary import XML_ID, XML_LANG

ENCODER = "#encoder"
LISTS = {Kind.PERSON: "listPerson", Kind.PLACE: "listPlace", Kind.ORG: "listOrg"}
ENTRIES = {Kind.PERSON: "person", Kind.PLACE: "place", Kind.ORG: "org"}
NAMES = {Kind.PERSON: "persName", Kind.PLACE: "placeName", Kind.ORG: "orgName"}

Copy = Callable[[str], Element | None]


def copying(naming: Naming, copy: Copy, taken: Container[str] = ()) -> Copy:
    """What gives the element of an entry of *naming*: *copy*, else the candidate that it proposes.

    Whoever is no entry there has none, though a register may have one of that identifier. Inside a
    copy no element keeps an identifier that is *taken* or that the text counts with.
    """

    def element_of(identifier: str) -> Element | None:
        entry = naming.register.entries.get(identifier)
        if entry is None:
            return None
        copied = copy(identifier)
        if copied is None:
            return candidate(entry)
        for inner in copied.iterdescendants(etree.Element):
            own = inner.get(XML_ID)
            if own is not None and (own in taken or is_numbered(own)):
                del inner.attrib[XML_ID]
        return copied

    return element_of


def add_entries(stand_off: Element, naming: Naming, copy: Copy) -> None:
    """Add to *stand_off* a list of each kind of entry that *naming* mentions; not the speakers.

    *copy* gives the element of an entry.
    """
    speakers = set(naming.speakers.values())
    for kind in Kind:
        wanted = sorted(
            (entry for entry in naming.register.entries.values() if entry.kind is kind),
            key=lambda entry: entry.id,
        )
        wanted = [entry for entry in wanted if entry.id not in speakers]
        if wanted:
            entries = element(stand_off, LISTS[kind])
            entries.extend(made for entry in wanted if (made := copy(entry.id)) is not None)


def candidate(entry: Entry) -> Element:
    """The element of an entry that a program proposes, with its doubt."""
    made = free(ENTRIES[entry.kind])
    made.set(XML_ID, entry.id)
    if kind := _type(entry):
        made.set("type", kind)
    made.set("cert", "high" if entry.note == "label" else "low")
    made.set("resp", ENCODER)
    for name in entry.names:
        made.append(name_element(name, entry.kind))
    if entry.kind is Kind.PERSON:
        for role in entry.roles:
            element(element(made, "affiliation"), "roleName", _clean(role))
    if entry.kind is Kind.PLACE:
        _whereabouts(made, entry)
    for identifier in map(in_full, entry.identifiers):
        _idno(made, identifier)
    if entry.note:
        evidence = statements()["evidence"].get(entry.note, entry.note)
        note = element(made, "note", _clean(evidence), type="annotation", resp=ENCODER)
        note.set(XML_LANG, OURS)  # whatever the language of the files into which it is copied
    return made


def _whereabouts(parent: Element, entry: Entry) -> None:
    if entry.country and entry.type not in ("country", "state"):
        name = country(entry.country) or entry.country
        element(parent, "country", _clean(name), key=entry.country)
    if entry.coordinates:
        element(element(parent, "location"), "geo", _clean(entry.coordinates))


def name_element(name: Name, kind: Kind) -> Element:
    """The element of one form of a name."""
    made = free(NAMES[kind])
    made.text = _clean(name.text)
    if name.since:
        made.set("from", name.since)
    if name.until:
        made.set("to", name.until)
    return made


def _idno(parent: Element, identifier: Identifier) -> None:
    address = identifier.value.startswith(("https://", "http://"))
    made = element(parent, "idno", _clean(identifier.value), type="URI" if address else "other")
    if identifier.type != "URI":
        made.set("subtype", identifier.type)


def _clean(text: str) -> str:
    """*text* as TEI can hold it."""
    return normalised(text).strip(" ")


# What the ODD allows in @type; anything else is "other" there. A person has none.
TYPES = {
    Kind.PLACE: """
        continent country region district settlement building street route water island mountain
        area site other
    """,
    Kind.ORG: """
        state government military party court church school museum theatre company media
        association other
    """,
}


def _type(entry: Entry) -> str:
    allowed = TYPES.get(entry.kind, "").split()
    if not entry.type or not allowed:
        return ""
    common = statements()["kinds"].get(entry.type, entry.type)
    return common if common in allowed else "other"
