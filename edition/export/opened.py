"""A document that is exported: its tree, and what its header and ``edition.toml`` say of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from lxml.etree import _Element as Element

from edition.diagnostic import EditionError, Place, diagnostic
from edition.header.facts import Facts
from edition.header.reading import facts_of, found
from edition.project.folder import Sources
from edition.settings import Settings, SourceSettings
from edition.tei.concordance import entries
from edition.tei.document import Document, read_document
from edition.tei.registers import is_register, name_elements, text_of
from edition.tei.tokens import joined
from edition.tei.vocabulary import XML_LANG, tei

_PLACES = (
    "t:teiHeader/t:profileDesc/t:settingDesc/t:setting[1]/"
    "*[self::t:name or self::t:locale or self::t:placeName or self::t:settlement]"
)
_DATES = "t:text/t:front//t:docDate//t:date"


class Opened:
    """The document *stem*. What nobody says is ''."""

    def __init__(self, stem: str, document: Document, said: SourceSettings) -> None:
        self.stem = stem
        self.document = document
        self.root = document.root
        self.said = said

    @cached_property
    def facts(self) -> Facts:
        """What the header says."""
        return facts_of(self.root, self.stem)

    @cached_property
    def entries(self) -> dict[str, Element]:
        """The entries of persons, places … that it has copies of, by identifier."""
        return entries(self.root)

    @cached_property
    def language(self) -> str:
        """The language of the text, as a tag."""
        text = self.root.find(tei("text"))
        own = text.get(XML_LANG, "") if text is not None else ""
        return own or self.root.get(XML_LANG, "") or "und"

    @property
    def title(self) -> str:
        """What it is called; its name where nobody says."""
        return self.facts.title or self.said.title or self.stem

    @cached_property
    def date(self) -> str:
        """When the meeting was: a day, a month or a year."""
        printed = (it.get("when", "") for it in found(self.root, _DATES))
        return _first([self.facts.meeting[0], *printed, self.said.date])

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Where the meeting was: from the house to the country, as the header has it."""
        named = tuple(filter(None, map(text_of, found(self.root, _PLACES))))
        return named or ((self.said.place,) if self.said.place else ())

    def name(self, identifier: str) -> str:
        """The name of the entry *identifier*; that itself where there is none."""
        entry = self.entries.get(identifier)
        names = name_elements(entry) if entry is not None and _is_named(entry) else []
        return (text_of(names[0]) if names else "") or identifier


def opened(sources: Sources, settings: Settings) -> Opened:
    """The document of *sources*. Raises EditionError where it cannot be read (K001, G009 …)."""
    if not sources.tei.exists():
        place = Place(str(sources.transcript or sources.tei))
        raise EditionError(diagnostic("K001", place))
    document = read_document(sources.tei)
    if is_register(document.root):
        raise EditionError(diagnostic("G009", document.place(document.root)))
    if document.root.tag != tei("TEI") or document.root.find(tei("text")) is None:
        raise EditionError(diagnostic("K002", document.place(document.root)))
    return Opened(sources.stem, joined(document), settings.for_transcript(sources.stem))


def _is_named(entry: Element) -> bool:
    return entry.tag in _NAMED


_NAMED = frozenset(map(tei, ("person", "personGrp", "place", "org")))


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")
