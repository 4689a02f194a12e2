"""What a package proves of FAIR, by the metrics of F-UJI 0.8.

Each metric is answered with the fact that proves it, or left to the repository. No score is given:
F-UJI measures what a repository serves, and nothing is served yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from edition.deposit.formats.crate import CrateFile
from edition.deposit.formats.description import MEDIA_TYPE
from edition.deposit.formats.markdown import words
from edition.header.facts import Facts
from edition.wording import counted

_LATER = "after publication"
_SHOWN = "shown by the package"
_LACKING = "not shown"


class Metric(NamedTuple):
    """A metric: its identifier, what it asks, how it stands, and by what that is shown."""

    metric: str
    asks: str
    stands: str
    evidence: str


def fair_report(facts: Facts, files: Iterable[CrateFile]) -> list[dict[str, str]]:
    """Each metric of F-UJI, and how a package of *facts* and *files* stands to it."""
    return [it._asdict() for it in _metrics(facts, list(files))]


def fair_text(report: Iterable[dict[str, str]]) -> bytes:
    """*report* for people (Markdown)."""
    lines = [
        "# FAIR: what the package shows",
        "",
        "By the metrics of F-UJI. Those that only a repository can meet stand as such. There is no",
        "score: F-UJI measures a page on the web, and there is none yet.",
        "",
        "| metric | asks for | stands | by |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {it['metric']} | {it['asks']} | {it['stands']} | {words(it['evidence'])} |"
        for it in report
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _metrics(facts: Facts, files: list[CrateFile]) -> Iterator[Metric]:
    identifiers = ", ".join(f"{kind} {it}" for kind, it in facts.identifiers.items())
    yield _shown("FsF-F1-01MD", "a globally unique identifier", identifiers)
    core = [facts.title, facts.publisher, facts.date, facts.creators, facts.terms]
    named = "title, creators, publisher, date, description, resource type: datacite.xml"
    yield _shown("FsF-F2-01M", "core metadata", named if all(core) else "")
    held = f"{counted(len(files), 'file')} in hasPart of ro-crate-metadata.json"
    yield _shown("FsF-F3-01M", "the identifier of the data in the metadata", held)
    pages = [it.path for it in files if it.media == "text/html"]
    page = f"JSON-LD, read without running a script, in {pages[0]}" if pages else ""
    yield _shown("FsF-F4-01M", "metadata that search engines read", page)
    yield _shown("FsF-A1-01M", "the level of access", "public: invenio.json, access")
    yield _shown("FsF-I1-01M", "formal metadata", "JSON-LD: ro-crate-metadata.json")
    derived = ", ".join(it.address for it in facts.origins if it.address)
    related = f"IsDerivedFrom {derived}" if derived else ""
    yield _shown("FsF-I3-01M", "typed relations to other things", related)
    size = f"type, size and format of each of {counted(len(files), 'file')}: ro-crate-metadata.json"
    yield _shown("FsF-R1-01M", "what the data are", size)
    known = facts.terms.known if facts.terms else None
    yield _shown("FsF-R1.1-01M", "a licence of SPDX", known.spdx if known else "")
    history = [it.when for it in facts.changes if it.when]
    changes = counted(len(history), "dated change")
    made = f"CreateAction and checksums in the crate; {changes} in revisionDesc"
    yield _shown("FsF-R1.2-01M", "provenance", made if facts.programs else "")
    yield _shown("FsF-R1.3-01M", "metadata of a community", "TEI header, DataCite, RO-Crate")
    yield _shown("FsF-R1.3-02D", "a format of a community", MEDIA_TYPE)
    yield Metric("all others", "what a repository serves", _LATER, "")


def _shown(metric: str, asks: str, evidence: str) -> Metric:
    return Metric(metric, asks, _SHOWN if evidence else _LACKING, evidence)
