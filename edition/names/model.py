"""Whom and what a transcript names: entries of a register, and mentions of them.

Every value is frozen. A mention's offsets count characters of its block's verbatim text, from 0.
Mentions of one block may lie inside one another ("Leningrad" in "Leningrad Front"); none overlaps
another by a part. What an entry is made of holds no reference in a circle, so the collector need
not look for one (gc=False): registers are long.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from edition.diagnostic import Diagnostic


class Kind(StrEnum):
    """What is named."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"


class Certainty(StrEnum):
    """How sure an identification is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


_SURENESS = {certainty: rank for rank, certainty in enumerate(Certainty)}


def less_sure(one: Certainty, other: Certainty) -> Certainty:
    """The one of two that is less sure."""
    return other if _SURENESS[other] > _SURENESS[one] else one


class Name(msgspec.Struct, frozen=True, gc=False):
    """One form of a name. *since* and *until* are ISO dates where it was not always the name."""

    text: str
    since: str = ""
    until: str = ""


class Identifier(msgspec.Struct, frozen=True, gc=False):
    """An identifier by an authority: *type* is that of ``idno/@subtype`` (wikidata, geonames …).

    Without an authority it is that of ``idno/@type``. See :mod:`edition.names.authorities`.
    """

    type: str
    value: str


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A person, place or body of a register.

    *names* begins with the name it is listed under. *type* says what sort of place or body it is
    (country, region, settlement, river …). *country* is an ISO 3166-1 code, *coordinates* are
    latitude and longitude as written, *note* all that is noted, the evidence of a program too.
    *candidate* was proposed by a program and is nobody's decision yet. *sex* is that of a person
    where it is stated: "F", "M", "X" or "U".
    """

    id: str
    kind: Kind
    names: tuple[Name, ...]
    type: str = ""
    roles: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    country: str = ""
    coordinates: str = ""
    note: str = ""
    candidate: bool = False
    sex: str = ""

    @property
    def name(self) -> str:
        """The name the entry is listed under."""
        return self.names[0].text


class Register(msgspec.Struct, frozen=True):
    """Entries by id, in their order; *refused* are words that a scholar said name nothing."""

    entries: Mapping[str, Entry] = {}
    refused: frozenset[str] = frozenset()


class Mention(msgspec.Struct, frozen=True):
    """A name in a transcript: characters *start* to *end* of the block at *line*.

    *entry* is the id of what it names, None where that is not known. *role* is the stretch of an
    honorific or office that belongs to the name ("Mr" in "Mr Govorov"). *why* names the rule that
    found it, *choices* the ids among which nothing decides. One that is not *named* is meant by
    an office only ("Mr President"). *column* is where in its line the block begins.
    """

    line: int
    start: int
    end: int
    kind: Kind
    entry: str | None
    certainty: Certainty
    why: str
    role: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()
    named: bool = True
    column: int = 0


class Naming(msgspec.Struct, frozen=True):
    """What :func:`edition.names.naming.name` found in a transcript.

    *mentions* are in the order of the text, an outer one before those inside it. *register* has the
    entries mentioned, those known before and the candidates added; *speakers* gives the id of the
    entry of each speaker's key. *language* is what the words show where nobody says it.
    """

    mentions: tuple[Mention, ...] = ()
    register: Register = Register()
    speakers: Mapping[str, str] = {}
    diagnostics: tuple[Diagnostic, ...] = ()
    language: str = ""
