"""One case after the other: a document, edits of a scholar, an encoding again, what is wrong."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from edition.merge.identifiers import kept
from edition.project.encoding_again import Again, renewed
from edition.project.record import Record
from edition.tei.ids import NUMBERED
from tests.merge.mutations.documents import Document
from tests.merge.mutations.edits import CATALOGUE, WHOLE_FILE
from tests.merge.mutations.oracle import Oracle
from tests.merge.mutations.versions import Version, without_figures

_CHANGES = (
    ("plain", "named"), ("named", "plain"), ("named", "named"), ("named", "generic"),
    ("named", "registered"), ("plain", "captured, registered"), ("generic", "captured, generic"),
    ("named", "captured, plain"), ("named", "captured 0"), ("named", "captured 1"),
    ("named", "captured 2"), ("plain", "captured 0"), ("captured 1", "captured 2"),
    ("registered", "named"), ("captured 0", "named"),
)  # fmt: skip


@dataclass
class Case:
    """What was done, and what is wrong with what came of it."""

    number: int
    told: str
    edits: list[str]
    conflicts: int = 0
    rounds: int = 1
    unsettled: int = 0  # encoding again with the old record changes the file
    faults: list[str] = field(default_factory=list)


def case(number: int, documents: tuple[Document, ...]) -> Case:
    """The case *number*: always the same for the same *documents*."""
    rng = random.Random(number)
    document = rng.choice(documents)
    first, second = rng.choice(_CHANGES)
    count = rng.choice([1, 1, 1, 2, 3, 5, 8, 15, 30])
    done = Case(number, f"{document.name}: {first} → {second}", [])
    last, file = Record(document.encodings[first]), document.encodings[first]
    wanted = [second]
    if rng.random() < 0.25:
        wanted += rng.sample(sorted(document.encodings), rng.choice([1, 2, 3]))
    done.rounds = len(wanted)
    for turn, name in enumerate(wanted):
        ours = edited(file, count, rng, done.edits)
        last, file = _encoded_again(ours, last, document.encodings[name], turn, done)
    return done


def edited(data: bytes, count: int, rng: random.Random, told: list[str]) -> bytes:
    """*data* after *count* edits by chance, whose names are added to *told*."""
    text = data.decode("utf-8-sig")
    mark = len(told) * 1000
    for _ in range(count * 3):
        if count == 0:
            break
        name = rng.choice(list(CATALOGUE))
        mark += 1
        new = CATALOGUE[name](text, rng, f"ZQ{mark}Z")
        if new and new != text and _is_well_formed(new):
            text, count = new, count - 1
            told.append(name)
    if rng.random() < 0.2:
        name = rng.choice(list(WHOLE_FILE))
        new = WHOLE_FILE[name](text, rng, "")
        if new and _is_well_formed(new):
            text = new
            told.append(name)
    return text.encode()


def _is_well_formed(text: str) -> bool:
    try:
        etree.fromstring(text.encode())
    except etree.XMLSyntaxError:
        return False
    return True


def _encoded_again(
    ours: bytes, last: Record, tei: bytes, turn: int, done: Case
) -> tuple[Record, bytes]:
    again = renewed(ours, tei, last, "m.xml")
    told = [finding.code for finding in again.findings]
    done.conflicts += told.count("E010") + told.count("E020")
    done.faults += [f"{turn}: {fault}" for fault in faults(ours, last, tei, again, done)]
    if renewed(again.tei, tei, again.record, "m.xml").tei != again.tei:
        done.faults.append(f"{turn}: encoding twice changes the file")
    if done.number % 4 == 0 and renewed(again.tei, tei, last, "m.xml").tei != again.tei:
        done.unsettled += 1
    return again.record, again.tei


def faults(ours: bytes, last: Record, tei: bytes, again: Again, done: Case) -> Iterator[str]:
    """What is wrong with what came of it."""
    result = again.tei
    try:
        now = Version(result)
    except etree.XMLSyntaxError as error:
        yield f"not well-formed: {error}"
        return
    own = Version(ours)
    theirs = kept(last.tei, tei, {*own.by_id, *last.vanished}, own.root).theirs
    is_same = without_figures(theirs) == without_figures(last.tei)
    if is_same and without_figures(ours) != without_figures(result):
        yield "the program changed nothing, and the file is another"
    known = Version(theirs).by_id
    names = {old: n for old, n in _renamed(last.tei, own) if old in known or NUMBERED.match(old)}
    there = {*names.values(), *known}
    names |= {
        old: new for old, new in _taken_for(again, Version(last.tei), own) if new not in there
    }
    base, new = (Version(_with_names(data, names)) for data in (last.tei, theirs))
    told = frozenset(
        name
        for one in again.findings
        if one.code == "E012"
        for name in one.message.rpartition(": ")[2].split(", ")
    )
    yield from Oracle(base, own, new, now, done.conflicts, told).faults()


def _renamed(base: bytes, ours: Version) -> Iterator[tuple[str, str]]:
    """The identifiers that were changed by hand: the new ones show it."""
    known = set(re.findall(rb'xml:id="([^"]*)"', base))
    for name in ours.by_id:
        old = re.sub(r"\A(?:ZQ\d+Z-)+", "", name)
        if old != name and old.encode() in known and old not in ours.by_id:
            yield old, name


def _taken_for(again: Again, base: Version, ours: Version) -> Iterator[tuple[str, str]]:
    """What the program took for another identifier of the same, and rightly: it reads alike."""
    for old, new in again.record.renamed:
        if old in base.by_id and new in ours.by_id and new not in base.by_id:
            one, other = (
                "".join(v[n].itertext()).split() for v, n in ((base.by_id, old), (ours.by_id, new))
            )
            if len(set(one) & set(other)) * 2 >= len(set(one) | set(other)) or not one:
                yield old, new


def _with_names(data: bytes, names: dict[str, str]) -> bytes:
    text = data.decode()
    for old, new in names.items():
        text = text.replace(f'xml:id="{old}"', f'xml:id="{new}"')
        text = re.sub(rf'#{re.escape(old)}(?=[ "])', f"#{new}", text)
    return text.encode()
