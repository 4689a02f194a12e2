"""The text of a document as the search page shows it: in parts, each a script of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from edition.publishing.data import Data
from edition.publishing.search.lines import Line, lines

FOLDER = "html/search"  # below ``output/``, of everything for searching but its script
_LENGTH = 32_000  # characters of a part; a longer passage is a part of its own


def parts(data: Data) -> Iterator[list[Line]]:
    """The passages of the document *data*, as many together as a part has."""
    part: list[Line] = []
    room = _LENGTH
    for line in lines(data):
        if part and len(line.words) > room:
            yield part
            part, room = [], _LENGTH
        part.append(line)
        room -= len(line.words)
    if part:
        yield part


def text_scripts(data: Data) -> dict[str, bytes]:
    """The scripts with the text of the document *data*: paths below ``output/``, and bytes."""
    stem = data.document.name
    return {
        f"{FOLDER}/text/{stem}..{n}.js": _script(f"text/{stem}..{n}", part, data)
        for n, part in enumerate(parts(data), 1)
    }


def script(name: str, value: object) -> bytes:
    """A script that gives *value* to the page under *name*."""
    said = f"editionSearch.take({_json(name)},".encode()
    return said + msgspec.json.encode(value) + b");\n"


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _script(name: str, part: Sequence[Line], data: Data) -> bytes:
    """Who speaks is a number in a list of speakers.

    Where the document has pages for its parts, a last list has from which row on the passages
    are on another, and how its address ends.
    """
    speakers: dict[str, int] = {}
    rows = []
    pages: list[tuple[int, str]] = []
    for n, line in enumerate(part):
        ending = _ending(line.place, data)
        if ending != (pages[-1][1] if pages else ""):
            pages.append((n, ending))
        who = ", ".join(data.entries.get(one, one) for one in line.who) or line.label
        speaker = speakers.setdefault(who, len(speakers))
        rows.append((line.place, line.number, speaker, line.words))
    return script(name, (list(speakers), rows, *([pages] if pages else ())))


def _ending(place: str, data: Data) -> str:
    """How the address of the page with *place* differs from that of the first: "..2", say."""
    page = data.document.address_of(place).partition("#")[0]
    return page.removeprefix(data.document.html.removesuffix(".html")).removesuffix(".html")
