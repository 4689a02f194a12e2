"""Registers against one another, and the copies of their entries against them."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Sequence
from difflib import get_close_matches
from pathlib import PurePath

from lxml import etree
from lxml.etree import _Element as Element

from edition.checking.circles import circles
from edition.checking.description import finding_at
from edition.checking.places import shown
from edition.diagnostic import Diagnostic
from edition.names.authorities import AUTHORITIES, fault
from edition.names.identifiers import is_numbered
from edition.names.language import names_nobody
from edition.names.likeness import compatible, spelling_of_name
from edition.names.model import Kind
from edition.settings import RESERVED
from edition.tei.document import Document
from edition.tei.registers import (
    REGISTER_OF,
    Registers,
    entry_elements,
    identifier_of,
    is_participant,
    kind_of,
    name_elements,
    pointers,
    text_of,
)
from edition.tei.vocabulary import XML_ID, local, tei

_IDNO, _TEXT, _RELATION = tei("idno"), tei("text"), tei("relation")
# Relations in which nobody is to himself, by any number of steps.
_DOWNWARD = frozenset(
    {"partOf", "hasPart", "contains", "within", "parent", "child", "father", "mother"}
    | {"son", "daughter", "grandfather", "grandmother", "grandparent", "grandchild"}
    | {"ancestor", "descendant"}
)
_SHOWN = 5  # entries at either end of a long circle


def check_registers(registers: Registers, taken: Collection[str] = ()) -> list[Diagnostic]:
    """The findings G001–G006 and G010–G012 in the files of *registers*, in their order.

    *taken* are identifiers that have another meaning in every encoding, besides those that
    always have. What grammar and rules say of each file is not repeated.
    """
    work = _Check(registers, RESERVED.union(taken))
    found = [finding for document in registers.documents for finding in work.of_file(document)]
    found += work.in_circles()
    order = {document.name: number for number, document in enumerate(registers.documents)}
    return sorted(found, key=lambda f: (order[f.file], f.line, f.column, f.code))


def check_copies(document: Document, registers: Registers) -> list[Diagnostic]:
    """The findings G007 and G008: entries in *document* that the registers lack or say otherwise.

    Only for those kinds of entries of which there is a register. What a participant did in this
    meeting (``@role``, and an office more) is no difference.
    """
    findings = []
    for copy, identifier in _copies(document, registers):
        original = registers.element(identifier)
        home = registers.document(identifier)
        if original is None or home is None:
            if not _names_nobody(copy):
                findings.append(_homeless(document, copy, identifier))
        elif what := _difference(copy, original):
            place = home.place(original)
            said = finding_at(
                document,
                copy,
                "G008",
                id=identifier,
                what=what,
                home=_name_of(place.file),
                line=place.line,
            )
            findings.append(said)
    return findings


def without_home(
    document: Document, registers: Registers, wanted: Container[str]
) -> list[Diagnostic]:
    """The findings G007 of :func:`check_copies` about entries *wanted*."""
    return [
        _homeless(document, copy, identifier)
        for copy, identifier in _copies(document, registers)
        if identifier in wanted
        and identifier not in registers.register.entries
        and not _names_nobody(copy)
    ]


def names_of_copies(document: Document) -> tuple[str, ...]:
    """The identifiers of the entries in *document* of which a register may have the original."""
    return tuple(dict.fromkeys(identifier for _copy, identifier in _entries(document)))


def _copies(document: Document, registers: Registers) -> Iterator[tuple[Element, str]]:
    """The entries in *document* of which *registers* should have the original."""
    return (one for one in _entries(document) if kind_of(one[0]) in registers.kinds)


def _entries(document: Document) -> Iterator[tuple[Element, str]]:
    for copy in document.root.iter(tei("person"), tei("personGrp"), tei("place"), tei("org")):
        identifier = copy.get(XML_ID)
        if identifier and not _has_no_name(copy):
            yield copy, identifier


def _homeless(document: Document, copy: Element, identifier: str) -> Diagnostic:
    home = f"{REGISTER_OF[kind_of(copy)]}.xml"
    return finding_at(document, copy, "G007", id=identifier, home=home)


def _name_of(file: str) -> str:
    """How a reader of a finding knows the register *file*: all lie in one folder."""
    return PurePath(file).name


def _has_no_name(copy: Element) -> bool:
    """Whether *copy* is a group, or known by an office alone: no register lists it."""
    names = copy.findall(tei("persName"))
    offices = ("".join(name.itertext()) == name.findtext(tei("roleName")) for name in names)
    return copy.tag == tei("personGrp") or (bool(names) and all(offices))


def _names_nobody(copy: Element) -> bool:
    """Whether *copy* is known by its label alone, "Speaker 1": no register need list it."""
    names = [text_of(name) for name in copy.iterchildren(tei("persName"))]
    return bool(names) and all(map(names_nobody, names))


class _Check:
    """The registers of an edition, looked through file by file."""

    def __init__(self, registers: Registers, taken: Collection[str]) -> None:
        self._registers = registers
        self._taken = taken
        self._names: dict[tuple[Kind, str], Element] = {}
        self._spellings: dict[tuple[str, str], tuple[str, Element]] = {}
        self._ids: set[str] | None = None
        self._in_relations: set[str] | None = None

    def of_file(self, document: Document) -> Iterator[Diagnostic]:
        """What is wrong in one file."""
        text = document.root.find(_TEXT)
        if text is not None:
            yield finding_at(document, text, "G010")
        for entry in entry_elements(document.root):
            yield from self._identifier(document, entry)
            yield from self._same_names(document, entry)
            yield from self._other_spellings(document, entry)
            for idno in entry.iterchildren(_IDNO):
                yield from _authority(document, idno)
        yield from self._pointers(document)

    def in_circles(self) -> Iterator[Diagnostic]:
        """G003: entries that lead to themselves, by relations of one name or by @corresp."""
        for name, edges in self._links().items():
            for circle in circles(edges):
                element, home = self._found(circle[0])
                if element is not None and home is not None:
                    yield finding_at(home, element, "G003", name=name, circle=_told(circle))

    def _identifier(self, document: Document, entry: Element) -> Iterator[Diagnostic]:
        identifier = entry.get(XML_ID, "")
        for element in entry.iter(etree.Element):  # what is inside is copied, too
            own = element.get(XML_ID, "")
            if own in self._taken or is_numbered(own):
                yield finding_at(document, element, "G002", id=own)
        if self._registers.element(identifier) is entry:
            return
        first, home = self._found(identifier)
        if home is not None and first is not None and home is not document:
            place = home.place(first)
            yield finding_at(
                document, entry, "G001", id=identifier, home=_name_of(place.file), line=place.line
            )

    def _same_names(self, document: Document, entry: Element) -> Iterator[Diagnostic]:
        """G006; of persons only names of more than one word, as others are shared by many.

        Two whom a relation connects are known to be two.
        """
        kind = kind_of(entry)
        for name in name_elements(entry):
            text = text_of(name)
            if not text or (kind is Kind.PERSON and " " not in text):
                continue
            other = self._names.setdefault((kind, text), entry)
            identifier = other.get(XML_ID)
            related = {str(entry.get(XML_ID)), str(identifier)} <= self._related()
            if identifier not in (None, entry.get(XML_ID)) and not related:
                home = self._registers.document(identifier)
                place = (home or document).place(other)
                yield finding_at(
                    document,
                    name,
                    "G006",
                    name=text,
                    other=identifier,
                    home=_name_of(place.file),
                    line=place.line,
                )

    def _other_spellings(self, document: Document, entry: Element) -> Iterator[Diagnostic]:
        """G012: a person whose name another entry has in another spelling."""
        if kind_of(entry) is not Kind.PERSON:
            return
        for name in name_elements(entry):
            text = text_of(name)
            key = spelling_of_name(text)
            if key is None:
                continue
            written, other = self._spellings.setdefault(key, (text, entry))
            ids = {str(entry.get(XML_ID)), str(other.get(XML_ID))}
            known_apart = len(ids) < 2 or ids <= self._related()
            if written == text or known_apart or not compatible(written, text):
                continue
            home = self._registers.document(str(other.get(XML_ID)))
            place = (home or document).place(other)
            yield finding_at(
                document,
                name,
                "G012",
                name=text,
                written=written,
                other=str(other.get(XML_ID)),
                home=_name_of(place.file),
                line=place.line,
            )

    def _related(self) -> set[str]:
        """Every identifier to which a ``relation`` of the files points."""
        if self._in_relations is None:
            roots = [document.root for document in self._registers.documents]
            relations = (relation for root in roots for relation in root.iter(tei("relation")))
            self._in_relations = {word for relation in relations for word in pointers(relation)}
        return self._in_relations

    def _pointers(self, document: Document) -> Iterator[Diagnostic]:
        """G011: pointers that lead to no entry of any register, and nowhere in their own file."""
        wanted = set(pointers(document.root)) - self._everything()
        if not wanted:
            return
        known = sorted(self._everything())
        for element in document.root.iter(etree.Element):
            for pointer in dict.fromkeys(pointers(element, deep=False)):
                if pointer not in wanted:
                    continue
                near = ", ".join(f"#{word}" for word in get_close_matches(pointer, known, 1))
                yield finding_at(document, element, "G011", expected=near, pointer=f"#{pointer}")

    def _everything(self) -> set[str]:
        """Every identifier of all files."""
        if self._ids is None:
            roots = [document.root for document in self._registers.documents]
            elements = (element for root in roots for element in root.iter(etree.Element))
            self._ids = {str(e.get(XML_ID)) for e in elements if e.get(XML_ID)}
        return self._ids

    def _links(self) -> dict[str, dict[str, list[str]]]:
        """By relation: whom each entry leads to."""
        links: dict[str, dict[str, list[str]]] = {}
        for document in self._registers.documents:
            for relation in document.root.iter(_RELATION):
                name = relation.get("name", "")
                if name in _DOWNWARD:
                    edges = links.setdefault(name, {})
                    for one in _words(relation, "active"):
                        edges.setdefault(one, []).extend(_words(relation, "passive"))
            for entry in entry_elements(document.root):
                if goals := _words(entry, "corresp"):
                    links.setdefault("corresp", {})[entry.get(XML_ID, "")] = goals
        return links

    def _found(self, identifier: str) -> tuple[Element | None, Document | None]:
        return self._registers.element(identifier), self._registers.document(identifier)


def _told(circle: Sequence[str]) -> str:
    """*circle* to be read; of a long one the middle is left out."""
    left_out = len(circle) > 2 * _SHOWN + 1
    way = [*circle[:_SHOWN], "…", *circle[-_SHOWN:]] if left_out else circle
    return " → ".join([*way, circle[0]])


def _words(element: Element, attribute: str) -> list[str]:
    return [word[1:] for word in element.get(attribute, "").split() if word.startswith("#")]


def _authority(document: Document, idno: Element) -> Iterator[Diagnostic]:
    """G004 and G005: an authority that is not known, or does not write so."""
    identifier = identifier_of(idno)
    written = idno.get("subtype")
    if identifier.type in AUTHORITIES:
        if form := fault(identifier):
            authority = AUTHORITIES[identifier.type].name
            value = shown(identifier.value, 60)
            yield finding_at(
                document, idno, "G005", expected=form, value=value, authority=authority, form=form
            )
    elif written is not None and idno.get("type") == "URI":
        known = ", ".join(AUTHORITIES)
        near = ", ".join(get_close_matches(written.lower(), list(AUTHORITIES), 1))
        yield finding_at(document, idno, "G004", expected=near, type=written, known=known)


def _difference(copy: Element, original: Element) -> str:
    """The first thing that *copy* does not have as *original* has it, in words; '' for none."""
    ours = facts(copy)
    missing = [part for part in facts(original) if part not in ours]
    if missing:
        return f"it has no {shown(missing[0], 80)}"
    more = own_facts(copy, original)
    return f"it has {shown(more[0], 80)}" if more else ""


def own_facts(copy: Element, original: Element) -> list[str]:
    """The :func:`facts` that *copy* has and *original* has not, but for those of a participant."""
    theirs = facts(original)
    # The office of a speaker has the date of the meeting, where there is one.
    here = ("<affiliation when=", *["<affiliation>"] * is_participant(copy))
    return [part for part in facts(copy) if part not in theirs and not part.startswith(here)]


def facts(entry: Element) -> list[str]:
    """What *entry* says, one by one and comparable: white space, comments, @role do not count."""
    own = [f"@{key}={value}" for key, value in sorted(entry.items()) if key != "role"]
    return own + [_part(child) for child in entry.iterchildren(etree.Element)]


def _part(element: Element) -> str:
    said = sorted((key, value) for key, value in element.items() if key != XML_ID)
    attributes = "".join(f" {key}={value!r}" for key, value in said)
    inner = [_part(child) for child in element.iterchildren(etree.Element)]
    return f"<{local(str(element.tag))}{attributes}>{text_of(element)}" + "".join(inner)
