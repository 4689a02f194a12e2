"""Registers of persons, places and bodies read from TEI files: values for naming, and elements.

An entry that a program proposed has ``@cert`` and ``@resp="#encoder"``. Whoever removes one of
the two has decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree
from lxml.etree import _Element as Element

from edition.names.authorities import in_full
from edition.names.model import Entry, Identifier, Kind, Name, Register
from edition.tei.document import Document
from edition.tei.entries import ENCODER, ENTRIES, LISTS, NAMES
from edition.tei.gaps import between_parts
from edition.tei.vocabulary import XML_ID, tei

REGISTER_OF = {Kind.PERSON: "persons", Kind.PLACE: "places", Kind.ORG: "orgs"}

_STAND_OFF, _LIST, _ITEM = tei("standOff"), tei("list"), tei("item")
_LISTS = frozenset(map(tei, LISTS.values()))
_KINDS: dict[object, Kind] = {tei(name): kind for kind, name in ENTRIES.items()}
_KINDS |= {tei("personGrp"): Kind.PERSON}
_NAMES = {kind: tei(name) for kind, name in NAMES.items()}
_IDNO, _NOTE, _COUNTRY, _LOCATION = map(tei, ("idno", "note", "country", "location"))
_GEO, _ROLE_NAME = tei("geo"), tei("roleName")
# Attributes that hold text (as S201 of the ODD has it).
NO_POINTERS = frozenset(
    ["n", "key", "match", "assertedValue", "use", "delim", "size", "extent", "commodity"]
)


@dataclass(frozen=True)
class Registers:
    """Files of registers, what they say as one :class:`Register`, and the element of each entry.

    Of two entries with one identifier the first counts. One without identifier or name is in
    no register; checking tells of it.
    """

    documents: tuple[Document, ...] = ()
    register: Register = field(default_factory=Register)
    _elements: dict[str, Element] = field(default_factory=dict, repr=False)

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """Of what there are entries."""
        return frozenset(entry.kind for entry in self.register.entries.values())

    def element(self, identifier: str) -> Element | None:
        """The element of the entry *identifier* in its file; None where there is no such entry."""
        return self._elements.get(identifier)

    def document(self, identifier: str) -> Document | None:
        """The file that has the entry *identifier*; None where there is no such entry."""
        element = self._elements.get(identifier)
        if element is None:
            return None
        root = element.getroottree().getroot()
        return next(document for document in self.documents if document.root is root)

    def entry_element(self, identifier: str) -> Element | None:
        """A copy of the whole entry as the scholar wrote it, for another file; or None."""
        element = self.element(identifier)
        if element is None:
            return None
        copy = deepcopy(element)
        copy.tail = None
        return copy

    def related(self, identifiers: Iterable[str]) -> list[str]:
        """*identifiers* and every entry to which theirs point, in the order in which they are met.

        A file that has copies of all of these has what the entries point to.
        """
        met = dict.fromkeys(name for name in identifiers if name in self._elements)
        waiting = list(met)
        for name in waiting:
            for pointer in pointers(self._elements[name]):
                if pointer in self._elements and pointer not in met:
                    met[pointer] = None
                    waiting.append(pointer)
        return list(met)


def read_register(documents: Iterable[Document]) -> Registers:
    """The registers in *documents*: one pass, in their order; nothing in them is an error here."""
    documents = tuple(documents)
    entries: dict[str, Entry] = {}
    refused: set[str] = set()
    elements: dict[str, Element] = {}
    for document in documents:
        for element in entry_elements(document.root):
            identifier = element.get(XML_ID, "")
            if not identifier or identifier in elements:
                continue
            elements[identifier] = element
            if (entry := read_entry(element, identifier)) is not None:
                entries[identifier] = entry
        refused.update(refused_words(document.root))
    return Registers(documents, Register(entries, frozenset(refused)), elements)


def entry_elements(root: Element) -> Iterator[Element]:
    """Every entry of a person, place or body in the lists of ``standOff``, in their order."""
    for stand_off in root.iterchildren(_STAND_OFF):
        for entries in stand_off:
            if entries.tag in _LISTS:
                yield from (entry for entry in entries if entry.tag in _KINDS)


def is_register(root: Element) -> bool:
    """Whether the TEI element *root* has lists of entries and no text."""
    return root.find(tei("text")) is None and next(entry_elements(root), None) is not None


def refused_words(root: Element) -> Iterator[str]:
    """The words that a scholar said name nothing: items of ``list[@type='refused']``."""
    for stand_off in root.iterchildren(_STAND_OFF):
        for refused in stand_off.iterchildren(_LIST):
            if refused.get("type") == "refused":
                yield from filter(None, map(text_of, refused.iterchildren(_ITEM)))


def kind_of(element: Element) -> Kind:
    """What the entry *element* is of."""
    return _KINDS[element.tag]


def is_candidate(element: Element) -> bool:
    """Whether a program proposed the entry *element*, and nobody has decided."""
    return element.get("cert") is not None and ENCODER in element.get("resp", "").split()


def is_participant(entry: Element) -> bool:
    """Whether *entry* is that of somebody who took part in the meeting."""
    return next(entry.iterancestors(tei("particDesc")), None) is not None


def name_elements(element: Element) -> list[Element]:
    """The elements of the names of the entry *element*."""
    wanted = _NAMES[_KINDS[element.tag]]
    return [child for child in element if child.tag == wanted]


def text_of(element: Element) -> str:
    """The words of *element*, one SPACE between them, and parts of a name; comments are none."""
    if not len(element):
        return " ".join((element.text or "").split())
    text = element.text or ""
    for child in element:
        if isinstance(child.tag, str):  # else a comment or an instruction
            text += "".join(child.itertext(etree.Element, with_tail=False))
        text += child.tail or " " * between_parts(child)
    return " ".join(text.split())


def pointers(element: Element, *, deep: bool = True) -> Iterator[str]:
    """Every identifier to which *element* points, and (*deep*) what is in it."""
    for inner in element.iter(etree.Element) if deep else (element,):
        for key, value in inner.items():
            if "#" in value and key not in NO_POINTERS:
                yield from (word[1:] for word in value.split() if word.startswith("#"))


def meant_in(root: Element) -> set[str]:
    """The identifiers to which something in the tree *root* points, and those of its entries."""
    entries = (entry for entry in root.iter(etree.Element) if entry.tag in _KINDS)
    return {*pointers(root), *(str(entry.get(XML_ID)) for entry in entries)}


def identifier_of(idno: Element) -> Identifier:
    """What *idno* says; of a known authority always the full address."""
    kind = idno.get("subtype") or idno.get("type") or ""
    return in_full(Identifier(kind, text_of(idno)))


def read_entry(element: Element, identifier: str) -> Entry | None:
    """The entry *element* as a value; None where it has no name."""
    kind = _KINDS[element.tag]
    facts = _Facts()
    name = _NAMES[kind]
    for child in element:
        tag = child.tag
        if tag == name:
            facts.name(child)
        elif (take := _TAKE.get(tag)) is not None:
            take(facts, child)
    if not facts.names:
        return None
    return Entry(
        identifier,
        kind,
        tuple(facts.names),
        element.get("type", ""),
        tuple(facts.roles),
        tuple(facts.identifiers),
        facts.country,
        facts.coordinates,
        " ".join(facts.notes),
        is_candidate(element),
        facts.sex,
    )


class _Facts:
    """What the children of an entry say, gathered one by one."""

    __slots__ = ("coordinates", "country", "identifiers", "names", "notes", "roles", "sex")

    def __init__(self) -> None:
        self.names: list[Name] = []
        self.roles: list[str] = []
        self.identifiers: list[Identifier] = []
        self.notes: list[str] = []
        self.country = self.coordinates = self.sex = ""

    def name(self, element: Element) -> None:
        """One form of the name."""
        if text := text_of(element):
            self.names.append(Name(text, element.get("from", ""), element.get("to", "")))

    def role(self, element: Element) -> None:
        """An office or profession; of an affiliation the office alone, where it is marked."""
        named = list(map(text_of, element.iterchildren(_ROLE_NAME)))
        self.roles += filter(None, named or [text_of(element)])

    def idno(self, element: Element) -> None:
        """What an authority calls it."""
        self.identifiers.append(identifier_of(element))

    def note(self, element: Element) -> None:
        """What is noted of it."""
        self.notes.append(text_of(element))

    def of_sex(self, element: Element) -> None:
        """The sex that is stated."""
        self.sex = self.sex or element.get("value", "")

    def in_country(self, element: Element) -> None:
        """The country, by its code."""
        self.country = self.country or element.get("key", "")

    def location(self, element: Element) -> None:
        """Where it lies."""
        for child in element:
            if child.tag == _GEO:
                self.coordinates = self.coordinates or text_of(child)
            elif child.tag == _COUNTRY:
                self.in_country(child)


_TAKE: dict[object, Callable[[_Facts, Element], None]] = {
    tei("affiliation"): _Facts.role,
    tei("occupation"): _Facts.role,
    _IDNO: _Facts.idno,
    _NOTE: _Facts.note,
    _COUNTRY: _Facts.in_country,
    _LOCATION: _Facts.location,
    tei("sex"): _Facts.of_sex,
}
