"""A document as a component of a ParlaMint corpus, and what the corpus is told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.export.form import Whole
from edition.export.identifiers import document_identifier
from edition.export.opened import Opened
from edition.export.parlamint.body import Body
from edition.export.parlamint.building import add, language_of
from edition.export.parlamint.header import (
    LICENCE,
    add_extent,
    add_publication,
    add_responsible,
    add_setting,
    add_tags,
    address_of,
    day,
)
from edition.export.parlamint.people import offices, participants, person
from edition.export.parlamint.wording import wording
from edition.header.facts import Facts, Origin
from edition.header.reading import header_of, terms_of, text_of
from edition.rights.licences import known_licence
from edition.tei.concordance import pointers
from edition.tei.reading import count_words
from edition.tei.serialise import serialise
from edition.tei.vocabulary import TEI_NAMESPACE, XML_ID, XML_LANG, local, tei
from edition.toml_places import dotted

_KNOWN = frozenset({"chair", "regular", "unidentified", "unlabelled"})
UNKNOWN = "unknown"  # of the categories of the corpus: nobody says who speaks
_CATEGORY = f".//{tei('category')}"


class Component(msgspec.Struct, frozen=True):
    """A document: of which file, where it lies, its bytes, its figures, when and where it was.

    *people* has each participant by identifier: the ``person``, and the offices that this document
    tells. *origins* are who published a source, and where on the web.
    """

    file: str
    path: str
    data: bytes
    identifier: str
    speeches: int
    words: int
    tags: dict[str, int]
    date: str
    places: tuple[str, ...]
    language: str
    last_change: str
    people: dict[str, tuple[bytes, tuple[str, ...]]]
    origins: tuple[tuple[str, str], ...]


def component(document: Opened, whole: Whole) -> tuple[Component, list[Diagnostic]]:
    """*document* as ParlaMint has it, and what could not be taken over.

    Raises EditionError where it does not say what ParlaMint wants (K011, K012), or nothing (K002).
    """
    said = _Said(document, whole)
    if said.faults:
        raise EditionError(*said.faults)
    identifier = _identifier(document, whole)
    people = {it.get(XML_ID, ""): it for it in participants(document.root)}
    keys = {name: _key(name, identifier, whole) for name in people}
    body = Body(document, identifier, keys, _Roles(document.root, whole))
    root = etree.Element(tei("TEI"), nsmap={None: TEI_NAMESPACE})
    root.set(XML_ID, identifier)
    root.set(XML_LANG, language_of(document.language))
    root.set("ana", "#meeting")
    if not len(body.text[0]):
        raise EditionError(diagnostic("K002", Place(document.document.name)))
    body.text.set("ana", "#meeting")
    turns = list(body.text.iter(tei("u")))
    words = sum(map(words_of, turns))
    tags = Counter(local(str(it.tag)) for it in body.text.iter(etree.Element))
    root.append(_header(said, len(turns), words, tags))
    root.append(body.text)
    return Component(
        file=document.document.name,
        path=f"{said.date[:4]}/{identifier}.xml",
        data=serialise(root, None),
        identifier=identifier,
        speeches=len(turns),
        words=words,
        tags=dict(tags),
        date=said.date,
        places=said.places,
        language=language_of(document.language),
        last_change=max((it.when for it in document.facts.changes), default=""),
        people={
            keys[name]: (
                etree.tostring(person(entry, keys[name]), with_tail=False),
                tuple(offices(entry)),
            )
            for name, entry in people.items()
        },
        origins=tuple((publisher, _site(url)) for _, publisher, url, _ in said.sources),
    ), _told(document, body)


def words_of(turn: Element) -> int:
    """How many words the ``u`` *turn* of ParlaMint has: those of its paragraphs, without notes."""
    return count_words("\n".join(map(spoken, turn.iterchildren(tei("seg")))))


def spoken(segment: Element) -> str:
    """What is said in the ``seg`` *segment* of ParlaMint."""
    return "".join([segment.text or "", *(child.tail or "" for child in segment)])


def _identifier(document: Opened, whole: Whole) -> str:
    """The identifier of *document* in the corpus: its date stands in it."""
    date, stem = document.date, document.stem
    return document_identifier(whole.name, stem if stem.startswith(date) else f"{date}-{stem}")


def _key(name: str, identifier: str, whole: Whole) -> str:
    return name if name in whole.registered else f"{identifier}.{name}"


def _site(url: str) -> str:
    """The address of the site of *url*."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"


class _Roles:
    """Which categories of the corpus the turns of the document *root* are of.

    Here “guest” is whoever is named and does not chair: ParlaMint's guest is no regular speaker.
    """

    def __init__(self, root: Element, whole: Whole) -> None:
        own = {it.get(XML_ID) for it in root.iterfind(_CATEGORY)}
        others = whole.settings.parlamint.speakers or "speaker"
        self._known = {it: it for it in _KNOWN} | {"guest": others if "guest" in own else "guest"}
        self._others = others

    def __call__(self, turn: Element) -> str:
        """The value of ``u/@ana``, which ParlaMint wants of each turn."""
        found = [self._known[it] for it in pointers(turn.get("ana")) if it in self._known]
        if not found and not turn.get("who"):
            found = [UNKNOWN]
        return " ".join(f"#{it}" for it in found or [self._others])


class _Said:
    """What *document* says for its header, else ``edition.toml``; what both lack is a fault."""

    def __init__(self, document: Opened, whole: Whole) -> None:
        self._document = document
        self.faults: list[Diagnostic] = []
        self.facts: Facts = document.facts
        self.settings = whole.settings
        edition = whole.settings.edition
        self.title = document.title
        self.language = language_of(document.language)
        self.version = self.facts.version or edition.version
        self.publisher = self.facts.publisher or edition.publisher
        self.published = day(self.facts.date) or edition.date
        self.address = address_of(self.facts.doi, whole.settings)
        self.date = day(document.date)
        self.places = document.places
        self.sources = [
            (it.title or self.title, it.publisher, it.address, day(it.date))
            for it in self.facts.origins
            if it.address
        ]
        if not self.sources and document.said.url:
            # The header may name the source, and lack its address alone. No day of it is made up.
            only = self.facts.origins[0] if len(self.facts.origins) == 1 else Origin()
            title, publisher = only.title or self.title, only.publisher or document.said.publisher
            self.sources = [(title, publisher, document.said.url, day(only.date))]
        self._look()

    def _look(self) -> None:
        if not self.date:
            self._fault("setting/date", 'date = "2026-01-31"')
        if not self.places:
            self._fault("setting/name", 'place = "…"')
        if not self.sources:
            self._fault("sourceDesc/bibl/idno", 'url = "https://…"')
        if others := "; ".join(_other_terms(self._document.root)):
            self.faults.append(diagnostic("K012", self._place, target=others))

    def _fault(self, element: str, line: str) -> None:
        table = dotted(("transcript", self._document.stem))
        fault = diagnostic("K011", self._place, element=element, line=line, table=table)
        self.faults.append(fault)

    @property
    def _place(self) -> Place:
        return Place(self._document.document.name)


def _other_terms(root: Element) -> Iterator[str]:
    """The terms that the header of *root* states and ParlaMint's licence does not have."""
    header = header_of(root)
    for licence in header.licences:
        terms = terms_of(licence)
        if terms.known != known_licence(LICENCE):
            yield terms.target or next(iter(terms.sentences), "not said")
    for availability in header.availability:
        words = text_of(availability)
        if words and availability.find(tei("licence")) is None:
            yield words
        if availability.get("status") == "restricted":
            yield "restricted (availability/@status)"


def _header(said: _Said, speeches: int, words: int, tags: Mapping[str, int]) -> Element:
    header = etree.Element(tei("teiHeader"))
    file = add(header, "fileDesc")
    titles = add(file, "titleStmt")
    add(titles, "title", said.title, type="main", lang=said.language)
    add(titles, "meeting", said.title, n=said.date, ana="#meeting", lang=said.language)
    add_responsible(titles, [*said.facts.creators, *said.facts.contributors])
    add(add(file, "editionStmt"), "edition", said.version)
    add_extent(file, speeches, words)
    add_publication(file, said.publisher, said.address, said.published)
    sources = add(file, "sourceDesc")
    for title, publisher, address, date in said.sources:
        bibl = add(sources, "bibl")
        add(bibl, "title", title, lang=said.language)
        if publisher:
            add(bibl, "publisher", publisher)
        add(bibl, "idno", address, type="URI")
        if date:
            add(bibl, "date", date, when=date)
    encoding = add(header, "encodingDesc")
    add(add(encoding, "projectDesc"), "p", wording()["statements"]["project"], lang="en")
    add_tags(encoding, tags)
    add_setting(add(header, "profileDesc"), said.places, said.date, said.date)
    return header


def _told(document: Opened, body: Body) -> list[Diagnostic]:
    """What could not be taken over as it is."""
    place = Place(document.document.name)
    found = [
        diagnostic("K014", place, who=who, count=count)
        for who, count in sorted(body.unlisted.items())
    ]
    found += [
        diagnostic("K015", place, element=name, count=count)
        for name, count in sorted(body.mapped.items())
    ]
    unknown = sum(f"#{UNKNOWN}" == it.get("ana") for it in body.text.iter(tei("u")))
    if unknown:
        found.append(diagnostic("K018", place, count=unknown))
    found += [diagnostic("K019", place, pointer=pointer) for pointer in sorted(body.dangling)]
    found += [
        diagnostic("K021", place, element=name, kind=kind, count=count)
        for (name, kind), count in sorted(body.edited.items())
    ]
    return found + [
        diagnostic("K016", place, element=name, count=count)
        for name, count in sorted(body.lost.items())
    ]
