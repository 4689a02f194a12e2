"""Finding places by name in two sorted files, without reading them.

``forms.tsv`` has a row for each folded form: the form, then for each place it may mean, the
likeliest first, how far it may be believed alone and the place's id. ``places.tsv`` has a row for
each place, by id, which is a geonameid if it is a number. Both are sorted by the bytes of their
first column, so that halving finds a row.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

import msgspec

from edition.names.gazetteer.folding import fold, lowered
from edition.names.gazetteer.place import Alone, Place
from edition.names.model import Name

_FOLDER = Path(__file__).parent
_STEP = 4096  # bytes between the rows that are kept in memory
_ALONE = {alone.value[0]: alone for alone in Alone}


def lookup(form: str) -> tuple[Place, ...]:
    """The places that *form* may mean, the likeliest first; none where no place is so called.

    Only the first can be believed always. A form printed in capitals is also looked up as printed
    elsewhere ("MOSCOW").
    """
    key = fold(form)
    row = _cells(key)
    if not row and len(key) > 3 and form.isupper():
        row = _cells(lowered(key))
    return tuple(msgspec.structs.replace(place(cell[1:]), alone=_ALONE[cell[0]]) for cell in row)


def begins(form: str) -> bool:
    """Whether a name of more words begins with *form* ("New", "Gulf of")."""
    key = fold(f"{form} A").removesuffix("A")  # "Saint" is "St" before a capital
    return _begins(key) or (form.isupper() and _begins(f"{lowered(key.rstrip())} "))


def _begins(key: str) -> bool:
    table = _table("forms.tsv")
    wanted = key.encode("utf-8", "replace")
    start = _first(table, wanted)
    return table.rows[start : start + len(wanted)] == wanted


@lru_cache(maxsize=4096)
def place(id: str) -> Place:  # noqa: A002 -- the column's name
    """The place with *id*, believed in context; KeyError where there is none."""
    found = _row("places.tsv", id)
    if not found:
        raise KeyError(id)
    kind, country, region, coordinates, population, contested, names = found
    return Place(
        id=id,
        kind=kind,
        names=tuple(_name(text) for text in names.split("|")),
        country=country,
        region=region,
        coordinates=coordinates,
        population=int(population or 0),
        geonameid=id if id.isdigit() else "",
        contested=bool(contested),
    )


@cache
def country(code: str) -> str:
    """The name of the country with the ISO 3166 *code*; "" where none is known."""
    rows = _table("places.tsv").rows
    kind = rows.find(f"\tcountry\t{code}\t".encode())
    if kind < 0:
        return ""
    cells = rows[kind : rows.find(b"\n", kind)].decode().split("\t")
    return _name(cells[-1].split("|")[0]).text


def _name(text: str) -> Name:
    name, _, dates = text.partition("@")
    since, _, until = dates.partition("/")
    return Name(name, since=since, until=until)


@lru_cache(maxsize=16384)
def _cells(key: str) -> list[str]:
    return _row("forms.tsv", key)


class _Table(NamedTuple):
    """A file, and some of its rows so that a search need not touch the whole of it."""

    rows: mmap
    marks: list[bytes]
    starts: list[int]


@cache
def _table(file: str) -> _Table:
    with (_FOLDER / file).open("rb") as stream:
        rows = mmap(stream.fileno(), 0, access=ACCESS_READ)
    starts = [rows.rfind(b"\n", 0, near) + 1 for near in range(1, len(rows), _STEP)]
    return _Table(rows, [rows[start : rows.find(b"\t", start) + 1] for start in starts], starts)


def _row(file: str, key: str) -> list[str]:
    """The cells after *key* in its row of *file*; empty where it has none."""
    table = _table(file)
    wanted = key.encode("utf-8", "replace") + b"\t"
    start = _first(table, wanted)
    rows = table.rows
    if rows[start : start + len(wanted)] != wanted:
        return []
    return rows[start + len(wanted) : rows.find(b"\n", start)].decode().split("\t")


def _first(table: _Table, key: bytes) -> int:
    """Where the first row that is not before *key* begins."""
    rows, marks, starts = table
    after = bisect_left(marks, key)
    low = starts[after - 1] if after else 0
    high = starts[after] if after < len(starts) else len(rows)
    size = len(key)
    while low < high:
        start = rows.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if rows[start : start + size] < key:
            low = rows.find(b"\n", start) + 1
        else:
            high = start
    return low
