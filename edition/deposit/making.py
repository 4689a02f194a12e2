"""What goes into a package, from an edition that is built."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath

from msgspec.structs import replace

from edition.clock import change_date
from edition.deposit.alone import standing_alone
from edition.deposit.built import Built
from edition.deposit.content import Checked, Deposit, File, Part
from edition.deposit.file_names import safe_name
from edition.diagnostic import Place
from edition.files import read_bytes
from edition.header.facts import Facts, Origin
from edition.header.reading import facts_of
from edition.publishing.alone import beside_page, page_alone
from edition.resources import SCHEMAS

_SCHEMAS = {
    "edition.odd": "what the markup means, and the source of both schemas (TEI ODD)",
    "edition.rng": "the grammar (RelaxNG), to which xml-model in the TEI files leads",
    "edition.sch": "the rules (Schematron)",
}


def deposit_of(built: Built, contact: str, previous: str = "") -> Deposit:
    """The document that was *built*, as it is deposited; *contact* may stand in the package.

    *previous* is the DOI of the version before, if there is one. Raises EditionError (M020) where
    SOURCE_DATE_EPOCH is no time.
    """
    stem = built.sources.stem
    facts = replace(facts_of(built.document.root, stem), previous=previous)
    return Deposit(
        name=safe_name(stem),
        facts=facts,
        tei=standing_alone(built.tei),
        shared=shared_files(),
        place=Place(str(built.sources.tei)),
        about="the edition; in the zip file it lies beside its schemas, and names them",
        day=day_of(facts),
        contact=contact,
    )


def day_of(facts: Facts) -> date:
    """The day of a package: that of SOURCE_DATE_EPOCH, else of publication.

    Raises EditionError (M020).
    """
    return change_date() or date.fromisoformat(facts.day)


def part_of(built: Built) -> Part:
    """What goes into a package of the document that was *built*."""
    sources, name = built.sources, safe_name(built.sources.stem)
    text = f"../text/{name}.txt" if built.text else ""
    others = [File(f"html/{name}.html", page_alone(built.tei, name, text), "a page to read")]
    if built.text:
        others.append(File(f"text/{name}.txt", built.text, "the text, without markup"))
    facts = facts_of(built.document.root, sources.stem)
    source = None
    if sources.transcript is not None and built.transcript is not None:
        path = PurePosixPath(sources.transcript.name)
        about = "the source, byte for byte"
        if path.name != name + path.suffix:
            about += f" (its name was {path.name})"
        source = File(f"source/{name}{path.suffix}", built.transcript, about)
    return Part(
        place=Place(str(sources.tei)),
        tei=File(f"tei/{name}.xml", built.tei, "the edition, byte for byte as it was built"),
        source=source,
        source_place=Place(str(sources.transcript or sources.tei)),
        others=tuple(others),
        checked=Checked(built.warnings, built.ignored),
        terms=facts.terms,
        origin=_origin(facts.origins, built.transcript),
    )


def _origin(origins: Sequence[Origin], source: bytes | None) -> Origin | None:
    """Of which of *origins* the *source* is: by its sum; without sums, of the only one."""
    if source is None:
        return None
    there = sha256(source).hexdigest()
    told = [it for it in origins if it.sha256 == there]
    told += origins if len(origins) == 1 and not origins[0].sha256 else ()
    return next(iter(told), None)


def shared_files() -> tuple[File, ...]:
    """The schemas, and what pages need."""
    schemas = (
        File(f"schemas/{it}", read_bytes(SCHEMAS / it), about) for it, about in _SCHEMAS.items()
    )
    beside = (File(f"html/{it}", data, "for the pages") for it, data in beside_page().items())
    return (*schemas, *beside)
