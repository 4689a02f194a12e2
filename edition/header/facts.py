"""What others want to know of a document, as its header says it: values, nothing guessed.

What the header does not say is '' or empty. :mod:`edition.header.reading` reads it.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from edition.header.addresses import uri_or_nothing
from edition.header.languages import three_letters
from edition.rights.agreement import Stated, all_reserved, is_called, may_be_called, stated
from edition.rights.licences import KnownLicence, known_licence, terms_at
from edition.tei.bibliography import Change
from edition.tei.statements import statements

_LONGEST_NAME = 80  # characters: what is longer is no name, but prose


class Agent(msgspec.Struct, frozen=True):
    """Who made the edition or had a part in it.

    *family* and *given* only where they are marked; *orcid* without address; *role* in the words
    of the header.
    """

    name: str
    family: str = ""
    given: str = ""
    orcid: str = ""
    is_body: bool = False
    role: str = ""

    @property
    def inverted(self) -> str:
        """The name with the surname first, where that is marked: ``Doe, Jane``."""
        if not self.family:
            return self.name
        return f"{self.family}, {self.given}" if self.given else self.family


class Terms(msgspec.Struct, frozen=True):
    """A licence as the header states it: *sentences* are its paragraphs, *cert* how sure it is."""

    target: str
    sentences: tuple[str, ...] = ()
    cert: str = ""

    @property
    def known(self) -> KnownLicence | None:
        """What is known of this licence; None for one that is in no table."""
        return known_licence(self.target)

    @property
    def uri(self) -> str:
        """Its address as a URI; '' where it has none."""
        return uri_or_nothing(self.target)

    @property
    def alike(self) -> KnownLicence | None:
        """A licence that asks for the same, by which it is compared; None where none is known."""
        return terms_at(self.target)

    @property
    def stated(self) -> Stated | None:
        """What its name may have; None where neither it nor its terms are known."""
        return stated(self.target)

    @property
    def name(self) -> str:
        """How it is called: in the table of licences, else in the header; else its address."""
        if self.known is not None and self.known.name != self.known.spdx:
            return self.known.name
        said = self.said.strip(" .")
        is_name = said and len(said) <= _LONGEST_NAME and said != self.target
        if is_name and may_be_called(said, self.target):
            return said
        return self.known.name if self.known else self.target

    @property
    def name_and_address(self) -> str:
        """How it is called, with its address, which stands there once."""
        return self.target if self.name == self.target else f"{self.name} ({self.target})"

    @property
    def said(self) -> str:
        """What the first paragraph says: the name, where it is a sentence of every encoding."""
        first = " ".join(self.sentences[:1])
        return _name_in(first) or first

    @property
    def is_named(self) -> bool:
        """Whether the first paragraph is a sentence of every encoding, with a name in it."""
        return bool(_name_in(" ".join(self.sentences[:1])))

    @property
    def reserved(self) -> str:
        """By what of it all rights are kept; '' where by nothing."""
        by = all_reserved(self.said, self.target)
        return "" if any(is_called(it, self.target) for it in self.sentences[1:]) else by


def _name_in(sentence: str) -> str:
    """The name of the licence in *sentence*, where that is one of every encoding; or ''."""
    for which in ("edition_licence", "source_licence"):
        before, _, after = statements()["texts"][which].partition("{name}")
        if sentence.startswith(before) and sentence.endswith(after):
            return sentence[len(before) : len(sentence) - len(after)].strip()
    return ""


class Origin(msgspec.Struct, frozen=True):
    """The source of the text: who printed it, where it was found and when, its bytes.

    *published* is when, where that is known; *date* may also be the day of the meeting.
    """

    title: str = ""
    publisher: str = ""
    date: str = ""
    published: str = ""
    address: str = ""
    accessed: str = ""
    filename: str = ""
    sha256: str = ""
    size: int = 0
    terms: Terms | None = None

    @property
    def uri(self) -> str:
        """Its address as a URI; '' where it has none."""
        return uri_or_nothing(self.address)


class Program(msgspec.Struct, frozen=True):
    """A program that worked on the file."""

    name: str
    version: str


class Facts(msgspec.Struct, frozen=True):
    """What the header says. *identifiers* have each kind of :mod:`edition.header.identifiers`.

    *title_language* is what is said of the title itself. *measures* are the figures of ``extent``
    by unit; *method* are the statements on how the source became this file, each with the element
    that holds it; *meeting* is the date and place of it, *period* the first and last day, where
    there are several. What no header says: *parts* are the
    DOIs of the documents of a corpus, *previous* is that of the version before.
    """

    slug: str
    title: str
    language: str
    languages: tuple[str, ...]
    title_language: str = ""
    other_titles: tuple[tuple[str, str], ...] = ()
    creators: tuple[Agent, ...] = ()
    contributors: tuple[Agent, ...] = ()
    version: str = ""
    publisher: str = ""
    date: str = ""
    identifiers: Mapping[str, str] = {}
    terms: Terms | None = None
    origins: tuple[Origin, ...] = ()
    method: tuple[tuple[str, str], ...] = ()
    programs: tuple[Program, ...] = ()
    measures: Mapping[str, int] = {}
    subjects: tuple[str, ...] = ()
    meeting: tuple[str, str] = ("", "")
    period: tuple[str, str] = ("", "")
    parts: tuple[str, ...] = ()
    previous: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def doi(self) -> str:
        """The DOI of this version, or ''."""
        return self.identifiers.get("DOI", "")

    @property
    def handle(self) -> str:
        """The Handle of this version, or ''."""
        return self.identifiers.get("Handle", "")

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages by ISO 639-3, each once."""
        return tuple(dict.fromkeys(filter(None, map(three_letters, self.languages))))

    @property
    def day(self) -> str:
        """The first day that *date*, a day, a month or a year, may mean."""
        return "-".join([*self.date.split("-"), "01", "01"][:3]) if self.date else ""

    @property
    def words(self) -> int:
        """How many words the text has; 0 where the header does not say."""
        return self.measures.get("words", 0)

    @property
    def rights_holders(self) -> tuple[Agent, ...]:
        """Who holds the rights: those whose role is that."""
        return tuple(it for it in self.contributors if it.role.lower() == "rights holder")

    @property
    def editors(self) -> tuple[Agent, ...]:
        """Who edited the text: who made it and is no author, or has that role beside an author."""
        makers = (it for it in self.creators if it.role != "author")
        return (*makers, *(it for it in self.contributors if it.role.lower() == "editor"))

    @property
    def agents(self) -> tuple[Agent, ...]:
        """All who made the edition or had a part in it, each once, whatever the role."""
        all_of_them = (*self.creators, *self.contributors)
        return tuple(dict.fromkeys(msgspec.structs.replace(it, role="") for it in all_of_them))

    def number_of(self, agent: Agent) -> int:
        """Which of :attr:`agents` *agent* is, from 1."""
        return self.agents.index(msgspec.structs.replace(agent, role="")) + 1

    @property
    def created(self) -> str:
        """When the text came about: the day of the meeting, else that of a source; or ''."""
        return next(filter(None, (self.meeting[0], *(it.date for it in self.origins))), "")
