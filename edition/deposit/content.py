"""What goes into a package: values, whatever they are made from."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple

from edition.diagnostic import Place
from edition.header.facts import Facts, Origin, Terms


def full_name(name: str, version: str) -> str:
    """What the zip file, without its ending, and the folder in it are called."""
    return f"{name}-v{version}"


class File(NamedTuple):
    """A file of a package: its path in it, its bytes, what it is for."""

    path: str
    data: bytes
    about: str


class Checked(NamedTuple):
    """What the last build found in a document that it published."""

    warnings: int = 0
    ignored: int = 0


class Part(NamedTuple):
    """A document: its TEI file, its source, and *others* that were made of it.

    *place* is where the TEI is edited, *source_place* where the source lies. *terms* are those of
    the document, *origin* is what its header says of the source that is packed, if it is known.
    """

    place: Place
    tei: File
    source: File | None
    source_place: Place
    others: tuple[File, ...]
    checked: Checked
    terms: Terms | None
    origin: Origin | None = None


class Document(NamedTuple):
    """A document of several in a package: the *path* of its TEI file, its terms.

    *of_sources* are those of each of its sources; None where its header does not say them.
    """

    path: str
    terms: Terms | None
    of_sources: tuple[Terms | None, ...]


class Deposit(NamedTuple):
    """What is deposited under one identifier: *name* is that of its files, *tei* its main file.

    *shared* are files of no single document; *place* is where the facts are edited. *about* says
    what *tei* is; *day* is when it is packed; *contact* is where readers can write to, where that
    is known. Of several *documents* each may have its own terms.
    """

    name: str
    facts: Facts
    tei: bytes
    shared: tuple[File, ...]
    place: Place
    about: str
    day: date
    contact: str = ""
    documents: tuple[Document, ...] = ()

    @property
    def full_name(self) -> str:
        """The name with the version: that of the zip file and of the folder in it."""
        return full_name(self.name, self.facts.version)

    @property
    def moment(self) -> int:
        """The time of all files, in seconds since 1970: the beginning of the day.

        A zip file knows no day before 1980 or after 2107.
        """
        day = min(max(self.day, date(1980, 1, 1)), date(2107, 12, 31))
        return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
