"""Which documents a package is made of, and whether they can be: what is told before it is made."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from edition.deposit.built import LastBuild
from edition.deposit.comparing import differences
from edition.deposit.file_names import UnsafeNameError, collisions, safe_name
from edition.deposit.gate import gate
from edition.deposit.source_sum import faults_of_sum
from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.header.facts import Facts
from edition.header.reading import facts_of
from edition.project.folder import Project, Sources
from edition.settings import Settings
from edition.tei.document import read_document


def faults_of_names(project: Project, wanted: Sequence[Sources]) -> dict[str, list[Diagnostic]]:
    """By document, what keeps files of *wanted* from having names that repositories take."""
    found: dict[str, list[Diagnostic]] = {sources.stem: [] for sources in wanted}
    for sources in wanted:
        try:
            safe_name(sources.stem)
        except UnsafeNameError as error:
            place = Place(str(sources.tei))
            fault = diagnostic("A105", place, name=sources.stem, reason=str(error))
            found[sources.stem].append(fault)
    for first, second in collisions(sources.stem for sources in project.documents()):
        place = Place(str(project.source / f"{second}.xml"))
        name = safe_name(second)
        fault = diagnostic("A106", place, first=first, second=second, name=name)
        asked = [stem for stem in (second, first) if stem in found]
        for stem in asked[:1]:
            found[stem].append(fault)
    return found


def looked_at(
    sources: Sources,
    last: LastBuild,
    profiles: Collection[str],
    contact: str,
    whole: Settings | None = None,
) -> tuple[Facts | None, list[Diagnostic]]:
    """What the header of one document says and lacks, and why it cannot be taken as it was built.

    *contact* is where readers can write to; *whole* is what is said of all documents, where this
    one would be part of one package. There are no facts where it cannot be read.
    """
    if not sources.tei.exists():
        return None, [diagnostic("A101", Place(str(sources.tei)), slug=sources.stem)]
    try:
        document = read_document(sources.tei)
        found = gate(document, sources.stem, profiles, contact)
        found += last.faults(sources) or faults_of_sum(document, sources)
        facts = facts_of(document.root, sources.stem)
        if whole is not None:
            found += differences(document, facts, whole)
        return facts, found
    except EditionError as error:
        return None, list(error.findings)
