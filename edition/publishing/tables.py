"""Turns and mentions as tables: CSV by RFC 4180, described by CSVW (w3.org/TR/tabular-metadata).

The tables of all documents have the columns of those of one, and are these one after another.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from edition.publishing.data import Data

# The columns, in their order: what each holds.
TURNS: Mapping[str, str] = {
    "document": "name of the document",
    "date": "date of the meeting, as precise as it is known",
    "turn": "identifier of the turn: its address in the page of the document",
    "who": "identifiers of the speakers, parted by spaces; none where nobody is known",
    "speaker": "names of the speakers in the register",
    "label": "the label as printed",
    "words": "number of words spoken",
    "paragraphs": "numbers of the paragraphs, parted by spaces",
    "text": "what is said, a line for each paragraph",
}
MENTIONS: Mapping[str, str] = {
    "document": "name of the document",
    "date": "date of the meeting, as precise as it is known",
    "turn": "identifier of the turn, where it is in one",
    "paragraph": "identifier of the paragraph: its address in the page of the document",
    "who": "identifiers of those who say it, parted by spaces",
    "speaker": "names of those who say it",
    "entry": "identifier of the person, place … that is named",
    "name": "name of the entry in the register",
    "element": "the TEI element that marks the name",
    "certainty": "how certain it is who or what is meant: high, medium, low; none: not in doubt",
    "before": "words before the name",
    "words": "the name as printed",
    "after": "words behind the name",
}
COLUMNS = {"turns": TURNS, "mentions": MENTIONS}


def tables(data: Data) -> dict[str, bytes]:
    """The tables of a document by name, with a row of headings."""
    return {
        "turns": _csv(TURNS, _turns(data)),
        "mentions": _csv(MENTIONS, _mentions(data)),
    }


def headings(name: str) -> bytes:
    """The first row of the table *name*."""
    return _csv(COLUMNS[name], ())


def described(name: str) -> bytes:
    """What the columns of the table *name* hold, as CSVW metadata for ``NAME.csv``."""
    columns = [
        {"name": column, "titles": column, "dc:description": said}
        | ({"datatype": "integer"} if said.startswith("number of") else {})
        for column, said in COLUMNS[name].items()
    ]
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{name}.csv",
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": columns},
    }
    return msgspec.json.format(msgspec.json.encode(metadata), indent=1) + b"\n"


def _csv(columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)  # RFC 4180: CR LF, quotation marks where needed
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue().encode()


def _turns(data: Data) -> Iterator[tuple[object, ...]]:
    for turn in data.turns:
        yield (
            data.document.name,
            data.document.date,
            turn.id,
            " ".join(map(data.key, turn.who)),
            data.names(turn.who),
            turn.speaker,
            turn.length,
            " ".join(it.number for it in turn.paragraphs if it.number),
            "\n".join(it.words for it in turn.paragraphs),
        )


def _mentions(data: Data) -> Iterator[tuple[object, ...]]:
    for found in data.occurrences:
        yield (
            data.document.name,
            data.document.date,
            found.turn,
            found.paragraph,
            " ".join(map(data.key, found.who)),
            data.names(found.who),
            data.key(found.entry),
            data.names([found.entry]),
            found.element,
            found.certainty,
            found.before,
            found.words,
            found.after,
        )
