"""Every stage on one document after another, and what the process holds meanwhile."""

from __future__ import annotations

from edition.checking import check
from edition.names.naming import name as name_in
from edition.publishing.document import publish
from edition.settings import Settings
from edition.tei.document import parse
from edition.tei.encode import encode
from edition.transcript.reader import read
from tests.bench.corpus import transcripts
from tests.bench.measure import resident

NAME = "transcript.txt"


def whole(data: bytes, *, named: bool = True) -> None:
    """A transcript through every stage, as a build does it; without names if not *named*."""
    transcript = read(data, NAME)
    tei = encode(transcript, Settings(), naming=name_in(transcript) if named else None)
    document = parse(tei, "transcript.xml")
    check(document, source=data)
    publish(document)


def memory(count: int) -> None:
    """Print what this process holds while *count* unlike documents go through it."""
    print(f"\nMemory over {count:,} documents, no two alike\n")
    print(f"{'documents':>10}{'here, MB':>12}{'engine, MB':>12}")
    marks = {count * part // 10 for part in range(1, 11)}
    for number, data in enumerate(transcripts(count), start=1):
        whole(data)
        if number in marks:
            here, of_engine = resident()
            print(f"{number:>10,}{here:>12.0f}{of_engine:>12.0f}")
