"""What is known of a document while it is made, and what readers get of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.diagnostic import Diagnostic
from edition.publishing.document import Publication
from edition.publishing.earlier import Since
from edition.publishing.outputs import Book, Profile


@dataclass
class Draft:
    """A document under way: its TEI, and what was found.

    There is no TEI where none can be had; *is_new* says that it is the transcript, encoded,
    *is_foreign* that it is TEI by another schema. Of a new one *lasting* are the findings in its
    TEI, which every later build has; the others are told once. *copies* are those about copies of
    entries, which have the *names*.
    """

    is_new: bool
    tei: bytes | None
    is_valid: bool = False
    is_foreign: bool = False
    findings: list[Diagnostic] = field(default_factory=list)
    lasting: list[Diagnostic] = field(default_factory=list)
    copies: tuple[Diagnostic, ...] = ()
    names: tuple[str, ...] = ()
    ignored: int = 0


@dataclass
class Reading:
    """What readers get of a valid document: a *publication*, the *public* TEI, and more.

    *texts* are plain texts besides that for reading, *facing* the pages with the source beside it,
    *books* those that are wanted and could be made, *earlier* what changed since earlier versions.
    """

    publication: Publication
    public: bytes
    texts: dict[Profile, str] = field(default_factory=dict)
    facing: tuple[str, ...] = ()
    books: dict[Book, bytes] = field(default_factory=dict)
    earlier: list[Since] = field(default_factory=list)
