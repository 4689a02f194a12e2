"""What a document is cited by, as its header has it. What the header does not say is ''."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from lxml.etree import _Element as Element

from edition.tei.registers import text_of
from edition.tei.vocabulary import XML_ID, XML_LANG, tei

_NAMES = tuple(map(tei, ("persName", "orgName", "name")))
_SURNAME, _FORENAME = tei("surname"), tei("forename")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\S+)\Z", re.IGNORECASE)


class Name(msgspec.Struct, frozen=True):
    """A person or body: the name as written; surname and forenames where these are marked.

    *identity* is a web address such as that of an ORCID record.
    """

    name: str
    family: str = ""
    given: str = ""
    identity: str = ""


class Change(msgspec.Struct, frozen=True):
    """A step in the history of the file: when, by whom, what; *language* is that of the words."""

    when: str
    who: tuple[str, ...]
    what: str
    language: str


class Reference(msgspec.Struct, frozen=True):
    """A document as it is cited. Dates are as precise as the header has them.

    *published* and *version* are the edition's, *date* and *place* the meeting's; the publisher,
    the date and the address of the printed transcript begin with *source*.
    """

    title: str
    language: str
    genre: str = "transcript"  # or "play"
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    publisher: str = ""
    published: str = ""
    version: str = ""
    doi: str = ""
    licence: str = ""
    meeting: str = ""
    date: str = ""
    place: str = ""
    source_publisher: str = ""
    source_date: str = ""
    source_address: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def dated(self) -> str:
        """The last day on which the edition of this document is known to have changed; or ''."""
        days = [self.published, *(change.when for change in self.changes)]
        return max(filter(_DAY.match, days), default="")


def reference(root: Element, *, title: str, date: str, place: str, language: str) -> Reference:
    """How the TEI element *root* is cited; what is given is what the index tells of it."""
    file = root.find("/".join(map(tei, ("teiHeader", "fileDesc"))))
    if file is None:
        return Reference(title, language, _genre(root), date=date, place=place)
    publication = _found(file, "publicationStmt")
    source = _found(file, "sourceDesc", "bibl")
    return Reference(
        title=title,
        language=language,
        genre=_genre(root),
        authors=tuple(map(_name, _all(file, "titleStmt", "author"))),
        editors=tuple(map(_name, _all(file, "titleStmt", "editor"))),
        publisher=_publisher(publication),
        published=_dated(_found(publication, "date")),
        version=_numbered(_found(file, "editionStmt", "edition")),
        doi=_doi(_all(publication, "idno")),
        licence=_target(_found(publication, "availability", "licence")),
        meeting=_text(_found(file, "titleStmt", "meeting")),
        date=date,
        place=place,
        source_publisher=_publisher(source),
        source_date=_dated(next(filter(is_of_publication, _all(source, "date")), None)),
        source_address=_address(_all(source, "idno")),
        changes=tuple(changes_of(root)),
    )


def changes_of(root: Element) -> Iterator[Change]:
    """The steps in the history of the file *root*, in its order."""
    history = root.find("/".join(map(tei, ("teiHeader", "revisionDesc"))))
    if history is None:
        return
    agents = {element.get(XML_ID, ""): element for element in root.iter(*map(tei, _AGENTS))}
    for change in history.iter(tei("change")):
        who = [pointer.removeprefix("#") for pointer in change.get("who", "").split()]
        names = tuple(_name(agents[one]).name if one in agents else one for one in who)
        yield Change(change.get("when", ""), names, _text(change), _language(change))


def _genre(root: Element) -> str:
    """What the text is: speeches of a play are ``sp``."""
    text = root.find(tei("text"))
    is_play = text is not None and next(text.iter(tei("sp")), None) is not None
    return "play" if is_play else "transcript"


_AGENTS = ("editor", "author", "respStmt", "person", "org")


def _all(parent: Element | None, *path: str) -> list[Element]:
    return [] if parent is None else parent.findall("/".join(map(tei, path)))


def _found(parent: Element | None, *path: str) -> Element | None:
    return next(iter(_all(parent, *path)), None)


def _name(agent: Element) -> Name:
    named = next((child for kind in _NAMES for child in agent.iterchildren(kind)), agent)
    address = named.get("ref", "") or agent.get("ref", "")
    return Name(
        name=_text(named),
        family=_joined(named.iter(_SURNAME)),
        given=_joined(named.iter(_FORENAME)),
        identity=address if re.match(r"https?://", address) else "",
    )


def _publisher(parent: Element | None) -> str:
    """The name of who publishes: in one language, and without an address beside it."""
    found = _found(parent, "publisher")
    return "" if found is None else _name(found).name


def _language(element: Element) -> str:
    around = (element, *element.iterancestors())
    return next((tag for it in around if (tag := it.get(XML_LANG))), "und")


def _joined(elements: Iterable[Element]) -> str:
    return " ".join(filter(None, map(_text, elements)))


def _text(element: Element | None) -> str:
    return "" if element is None else text_of(element)


def _dated(date: Element | None) -> str:
    return "" if date is None else date.get("when") or _text(date)


def is_of_publication(date: Element) -> bool:
    """Whether *date*, in the description of a source, is when that was published.

    In the description of a transcript a date without type is the day of the meeting.
    """
    if kind := date.get("type"):
        return kind in ("published", "publication")
    source = date.getparent()
    return source is None or source.get("type") != "transcript"


def _numbered(edition: Element | None) -> str:
    return "" if edition is None else edition.get("n") or _text(edition)


def _target(licence: Element | None) -> str:
    return "" if licence is None else licence.get("target", "")


def _doi(identifiers: Iterable[Element]) -> str:
    found = (_DOI.match(_text(it)) for it in identifiers if it.get("type", "").upper() == "DOI")
    return next((match[1] for match in found if match), "")


def _address(identifiers: Iterable[Element]) -> str:
    addresses = (_text(it) for it in identifiers if it.get("type") in {"URI", "URL"})
    return next((it for it in addresses if re.match(r"https?://\S+\Z", it)), "")
