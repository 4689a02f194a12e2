"""Small transcripts, and what is named in them, for the tests of names."""

from __future__ import annotations

from collections.abc import Mapping

import edition
from edition.names.gazetteer import Alone, Place
from edition.names.known import Known
from edition.names.known_places import Lookup
from edition.names.model import Entry, Kind, Name, Naming, Register
from edition.names.naming import name
from edition.transcript.model import Transcript

PLACES = {
    "Moscow": Alone.ALWAYS,
    "Russia": Alone.ALWAYS,
    "Belarus": Alone.ALWAYS,
    "Iowa": Alone.ALWAYS,
    "Siberia": Alone.ALWAYS,
    "Sierra Leone": Alone.ALWAYS,
    "Geneva": Alone.CONTEXT,
    "Davenport": Alone.CONTEXT,
    "River Road": Alone.CONTEXT,
    "Reading": Alone.NEVER,
    "Lena": Alone.CONTEXT,
    "Anna Josef Land": Alone.ALWAYS,
}
_KINDS = {"Iowa": "division", "Russia": "country", "Belarus": "country", "Lena": "river"}


def world(places: Mapping[str, Alone]) -> Lookup:
    """A gazetteer of *places*."""
    known = {
        form: (Place(form.lower(), _KINDS.get(form, "settlement"), (Name(form),), alone=alone),)
        for form, alone in places.items()
    }
    return lambda form: known.get(form, ())


WORLD = world(PLACES)


def meeting(*lines: str) -> Transcript:
    """A transcript in which the Chair says *lines*; one with a label begins a turn."""
    text = "A meeting\n\nMay 4, 2016, Moscow\n\nChair: Well.\n\n" + "\n\n".join(lines) + "\n"
    return edition.read(text.encode(), "meeting.txt")


def named(*lines: str, known: Known | None = None) -> Naming:
    """What is named in a meeting with *lines*."""
    return name(meeting(*lines), known, lookup=WORLD)


def mentioned(*lines: str, kind: Kind = Kind.PERSON, known: Known | None = None) -> list[str]:
    """The mentions of *kind* in *lines* as printed: "Mr Govorov"."""
    transcript = meeting(*lines)
    texts = {block.line: block.text for block in transcript.blocks}
    return [
        texts[one.line][one.start : one.end]
        for one in name(transcript, known, lookup=WORLD).mentions
        if one.kind is kind and one.line > 5
    ]


def meant(*lines: str, known: Known | None = None) -> list[str | None]:
    """The entries of the persons mentioned in *lines*, in order."""
    naming = named(*lines, known=known)
    return [one.entry for one in naming.mentions if one.kind is Kind.PERSON and one.line > 5]


def register(*entries: Entry, refused: tuple[str, ...] = ()) -> Known:
    """A register of *entries*, made ready."""
    return Known(Register({entry.id: entry for entry in entries}, frozenset(refused)))


def entry(identifier: str, *names: str, kind: Kind = Kind.PERSON) -> Entry:
    """An entry called *names*."""
    return Entry(identifier, kind, tuple(map(Name, names)))
