"""The header of a TEI file read: its facts, and the elements that state them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.etree import _Element as Element

from edition.header.facts import Agent, Facts, Origin, Program, Terms
from edition.header.identifiers import SCHEMES, bare
from edition.tei.bibliography import Change, changes_of, is_of_publication
from edition.tei.vocabulary import TEI_NAMESPACE, XML_LANG, tei

_NAMES = {"t": TEI_NAMESPACE}
_FILE = "t:teiHeader/t:fileDesc"
_SETTING = "t:teiHeader/t:profileDesc/t:settingDesc/t:setting"
_NOT_OF_THE_TEXT = ("accessed", "published", "publication")  # dates of a source
_ORCID = re.compile(r"https?://orcid\.org/", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+\Z")
_LIKE_AN_ADDRESS = re.compile(r"(?:https?:|www\.)", re.IGNORECASE)
_PARTING = frozenset(map(tei, ("lb", "pb", "cb", "gb", "p", "ab", "list", "item", "label", "head")))
_NAME_ELEMENTS = tuple(map(tei, ("persName", "orgName", "name")))
# Where the header says how the source became this file.
_METHOD = (
    "t:projectDesc/t:p",
    "t:samplingDecl/t:p",
    "t:editorialDecl/t:p",
    "t:editorialDecl/t:*/t:p",
    "t:editorialDecl/t:normalization/t:ab",
)


def text_of(element: Element) -> str:
    """The words of *element* as repositories want them: in the normal form C of Unicode.

    A break, or the end of a paragraph or an item, is a SPACE, but for a break within a word.
    """
    return unicodedata.normalize("NFC", " ".join("".join(_texts(element)).split()))


def _texts(element: Element) -> Iterator[str]:
    """The texts in *element*, with SPACES where something begins and ends that parts words."""
    yield element.text or ""
    for inner in element:
        if isinstance(inner.tag, str):
            parts = inner.tag in _PARTING and inner.get("break") != "no"
            yield " " if parts else ""
            yield from _texts(inner)
            yield " " if parts else ""
        yield inner.tail or ""


class Header(NamedTuple):
    """The elements of a header that state facts, each list in the order of the file."""

    titles: list[Element]
    creators: list[Element]
    statements: list[Element]
    edition: list[Element]
    publisher: list[Element]
    date: list[Element]
    identifiers: list[Element]
    availability: list[Element]
    licences: list[Element]
    sources: list[Element]
    languages: list[Element]
    method: list[Element]
    changes: list[Element]


def header_of(root: Element) -> Header:
    """The elements of *root*, a ``TEI`` or ``teiCorpus``, whose facts others ask for."""
    publication = f"{_FILE}/t:publicationStmt"
    return Header(
        titles=found(root, f"{_FILE}/t:titleStmt/t:title"),
        creators=found(root, f"{_FILE}/t:titleStmt/t:author | {_FILE}/t:titleStmt/t:editor"),
        statements=found(
            root, f"{_FILE}/t:titleStmt/t:respStmt | {_FILE}/t:editionStmt/t:respStmt"
        ),
        edition=found(root, f"{_FILE}/t:editionStmt/t:edition"),
        publisher=found(root, f"{publication}/t:publisher"),
        date=found(root, f"{publication}/t:date"),
        identifiers=found(root, f"{publication}/t:idno"),
        availability=found(root, f"{publication}/t:availability"),
        licences=found(root, f"{publication}/t:availability/t:licence"),
        sources=found(root, f"{_FILE}/t:sourceDesc/t:bibl"),
        languages=found(root, "t:teiHeader/t:profileDesc/t:langUsage/t:language"),
        method=found(root, " | ".join(f"t:teiHeader/t:encodingDesc/{path}" for path in _METHOD)),
        changes=found(root, "t:teiHeader/t:revisionDesc//t:change"),
    )


def facts_of(root: Element, slug: str) -> Facts:
    """What the header of *root*, the file *slug*, says. Nothing is added to it."""
    header = header_of(root)
    language = root.get(XML_LANG, "")
    title = main_title(header, language)
    return Facts(
        slug=slug,
        title=_text(title),
        language=language,
        title_language="" if title is None else title.get(XML_LANG, ""),
        languages=tuple(it.get("ident", "") for it in header.languages) or (language,),
        other_titles=tuple(
            (text_of(it), it.get(XML_LANG, "")) for it in header.titles if it is not title
        ),
        creators=tuple(agent for it in header.creators for agent in agents(it)),
        contributors=tuple(agent for it in header.statements for agent in agents(it)),
        version=_first(it.get("n") or text_of(it) for it in header.edition),
        publisher=_first(map(text_of, header.publisher)),
        date=_first(it.get("when", "") for it in header.date),
        identifiers=_identifiers(header.identifiers),
        terms=_first_terms(header.licences),
        origins=tuple(map(_origin, header.sources)),
        method=tuple((_holder(it), text_of(it)) for it in header.method),
        programs=tuple(_programs(root)),
        measures=_measures(found(root, f"{_FILE}/t:extent/t:measure")),
        subjects=tuple(
            text_of(it)
            for it in found(root, "t:teiHeader/t:profileDesc/t:textClass/t:keywords//t:term")
        ),
        meeting=_meeting(root),
        period=_period(root),
        changes=tuple(_dated_changes(root)),
    )


def found(root: Element, path: str) -> list[Element]:
    """The elements at *path* from *root*; ``t:`` is TEI."""
    elements: list[Element] = root.xpath(path, namespaces=_NAMES)
    return elements


def meeting_dates(root: Element) -> list[Element]:
    """Each ``date`` that is said of the meeting."""
    return found(root, f"{_SETTING}/t:date")


def day_in(written: Element) -> str:
    """The day, month or year that ``@when`` of *written* says, without a time behind it; or ''."""
    return written.get("when", "").partition("T")[0]


def main_title(header: Header, language: str) -> Element | None:
    """The title of the document in its own *language*: the main one, else the first."""
    main = [it for it in header.titles if it.get("type") == "main"] or header.titles
    own = [it for it in main if it.get(XML_LANG, language) == language]
    return next(iter(own or main), None)


def agents(holder: Element) -> Iterator[Agent]:
    """Who is named in *holder*, an ``author``, ``editor`` or ``respStmt``; no program is."""
    names = [it for it in holder.iterchildren(*_NAME_ELEMENTS) if _is_agent(it)]
    is_statement = holder.tag == tei("respStmt")
    role = "; ".join(map(text_of, holder.iterchildren(tei("resp")))) if is_statement else ""
    if holder.tag == tei("author"):
        role = "author"
    if not names and not is_statement and not len(holder):
        names = [holder]
    for name in names:
        yield Agent(
            name=text_of(name),
            family=" ".join(map(text_of, name.iter(tei("surname")))),
            given=" ".join(map(text_of, name.iter(tei("forename")))),
            orcid=orcid_of(name, holder),
            is_body=name.tag == tei("orgName"),
            role=role,
        )


def orcid_of(name: Element, holder: Element) -> str:
    """The ORCID that *name* or the element *holder* around it points to, bare; or ''."""
    pointers = [*name.get("ref", "").split(), *holder.get("ref", "").split()]
    written = [it for it in pointers if _ORCID.match(it)]
    written += [text_of(it) for it in holder.iter(tei("idno")) if it.get("type") == "ORCID"]
    return _first(map(bare, written))


def scheme_of(identifier: Element) -> str:
    """Of which of :data:`SCHEMES` the ``idno`` *identifier* is; '' for another kind."""
    said = {identifier.get("type", "").upper(), identifier.get("subtype", "").upper()}
    return next((scheme for scheme in SCHEMES if scheme.upper() in said), "")


def terms_of(licence: Element) -> Terms:
    """The terms that *licence* states; ParlaMint and others write its address as its text."""
    words = text_of(licence)
    target = licence.get("target", "") or (words if _ADDRESS.match(words) else "")
    paragraphs = list(licence.iterchildren(tei("p")))
    sentences = map(text_of, paragraphs) if paragraphs else [words]
    return Terms(target, tuple(filter(None, sentences)), licence.get("cert", ""))


def address_in(source: Element) -> tuple[str, Element | None]:
    """Where *source*, a ``bibl``, was found on the web, and the element that says it.

    What only looks like an address is told where there is none.
    """
    holders = [it for it in found(source, "t:idno") if it.get("type") in ("URI", "URL")]
    written = [(text_of(it), it) for it in sorted(holders, key=lambda it: it.get("type", ""))]
    written += [(it.get("target", ""), it) for it in found(source, "t:ref | t:ptr")]
    of_web = [pair for pair in written if _LIKE_AN_ADDRESS.match(pair[0])]
    whole = (pair for pair in of_web if _ADDRESS.match(pair[0]))
    return next(whole, next(iter(of_web), ("", None)))


def _is_agent(name: Element) -> bool:
    return name.get("type") not in ("program", "other") and bool(text_of(name))


def _identifiers(elements: Iterable[Element]) -> dict[str, str]:
    """The first of each scheme, in the order of :data:`SCHEMES`."""
    told = [(scheme_of(it), bare(text_of(it))) for it in elements]
    firsts = {scheme: identifier for scheme, identifier in reversed(told) if scheme}
    return {scheme: firsts[scheme] for scheme in SCHEMES if scheme in firsts}


def _first_terms(licences: Iterable[Element]) -> Terms | None:
    return next(map(terms_of, licences), None)


def _origin(source: Element) -> Origin:
    identifiers = {it.get("type", ""): text_of(it) for it in found(source, "t:idno")}
    dates = found(source, "t:date")
    return Origin(
        title=_first(map(text_of, found(source, "t:title"))),
        publisher=_first(map(text_of, found(source, "t:publisher"))),
        date=_first(day_in(it) for it in dates if it.get("type") not in _NOT_OF_THE_TEXT),
        published=_first(day_in(it) for it in dates if is_of_publication(it)),
        address=_first(it for it in [address_in(source)[0]] if _ADDRESS.match(it)),
        accessed=_first(day_in(it) for it in dates if it.get("type") == "accessed"),
        filename=identifiers.get("filename", ""),
        sha256=identifiers.get("sha256", ""),
        size=_measures(found(source, "t:extent/t:measure")).get("bytes", 0),
        terms=_first_terms(found(source, "t:availability/t:licence")),
    )


def _holder(statement: Element) -> str:
    holder = statement.getparent()
    return "" if holder is None else str(holder.tag).rpartition("}")[2]


def _programs(root: Element) -> Iterator[Program]:
    for it in found(root, "t:teiHeader/t:encodingDesc/t:appInfo/t:application"):
        yield Program(it.get("ident", ""), it.get("version", ""))


def _measures(measures: Iterable[Element]) -> dict[str, int]:
    return {
        it.get("unit", ""): int(it.get("quantity", ""))
        for it in measures
        if it.get("quantity", "").isdecimal()
    }


def _meeting(root: Element) -> tuple[str, str]:
    places = found(root, f"{_SETTING}/t:placeName")
    return _first(map(day_in, meeting_dates(root))), _first(map(text_of, places))


def _period(root: Element) -> tuple[str, str]:
    """The first and the last day of what lasted longer, or of several meetings."""
    ends = [(it.get("from", ""), it.get("to", "")) for it in meeting_dates(root)]
    return next((it for it in ends if all(it)), ("", ""))


def _dated_changes(root: Element) -> Iterator[Change]:
    yield from sorted(changes_of(root), key=lambda change: change.when, reverse=True)


def _text(element: Element | None) -> str:
    return "" if element is None else text_of(element)


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")
