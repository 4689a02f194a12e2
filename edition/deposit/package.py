"""A package: what goes into it, and the files it becomes.

``upload/`` has the files that the page of a repository shows, in their order; ``metadata/`` what is
said of them in the forms of repositories. The zip file in ``upload/`` is a bag with a crate.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path

from edition.deposit.content import Deposit, Part
from edition.deposit.crating import Crating
from edition.deposit.formats import plain
from edition.deposit.formats.datacite import datacite_json, datacite_xml, encoded
from edition.deposit.formats.fair import fair_report, fair_text
from edition.deposit.formats.fields import field_sheet
from edition.deposit.formats.record import record
from edition.deposit.layout import SUMS
from edition.deposit.profiles import profile_files
from edition.deposit.scan import Scanner
from edition.diagnostic import Diagnostic, EditionError, Severity

_ABOUT = plain.ABOUT | {
    "README.md": "this file",
    "zip": "all of the package as a bag (BagIt 1.0) with a crate (RO-Crate 1.1)",
    "datacite.xml": "what the edition is, for DataCite",
    SUMS: "the SHA-256 of each of the other files",
}


def write_package(folder: Path, deposit: Deposit, parts: Iterable[Part]) -> list[Diagnostic]:
    """Write the package of *deposit* into *folder*, which is empty; one of *parts* at a time.

    Returns what a person should look at. Raises EditionError (A107–A113) where something must not
    be in a package, OSError where it cannot be written.
    """
    upload, metadata = folder / "upload", folder / "metadata"
    upload.mkdir()
    metadata.mkdir()
    scanner, facts = Scanner(deposit), deposit.facts
    described = _described(deposit)
    with open(upload / f"{deposit.full_name}.zip", "wb") as stream:
        crated = Crating(deposit, scanner, stream).write(parts, described)
    _refuse(scanner)
    for name, data in described.items():
        (metadata / name).write_bytes(data)
    report = fair_report(facts, crated.files)
    (metadata / "fair.json").write_bytes(encoded(report))
    (metadata / "fair.md").write_bytes(fair_text(report))
    _upload(upload, deposit, described)
    return scanner.findings


def write_profiles(folder: Path, deposit: Deposit, part: Part, profiles: Iterable[str]) -> None:
    """Write into *folder* what *profiles* ask for besides, each in a folder of its name.

    *part* is the document of *deposit*. Raises as :func:`write_package`.
    """
    files = {
        f"{profile}/{path}": data
        for profile in profiles
        for path, data in profile_files(profile, deposit, part).items()
    }
    if files:
        scanner = Scanner(deposit)
        scanner.document(part)
        for path, data in files.items():
            scanner.file(path, data, part.place)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        _refuse(scanner)


def _described(deposit: Deposit) -> dict[str, bytes]:
    """What is said of *deposit* in the forms of repositories."""
    facts = deposit.facts
    return {
        "invenio.json": encoded(record(facts)),
        "datacite.json": encoded(datacite_json(facts)),
        "datacite.xml": datacite_xml(facts),
        "deposit-fields.csv": field_sheet(facts),
    }


def _upload(folder: Path, deposit: Deposit, described: dict[str, bytes]) -> None:
    """Write the files that lie beside the zip file in *folder*, and the sums of all."""
    names = [f"{deposit.name}.xml", f"{deposit.full_name}.zip", "datacite.xml", "CITATION.cff"]
    names += ["README.md", "LICENSE.txt"]
    about = [deposit.about, _ABOUT["zip"], *(_ABOUT[it] for it in names[2:])]
    listed = [*zip(names, about, strict=True), (SUMS, _ABOUT[SUMS])]
    (folder / names[0]).write_bytes(deposit.tei)
    (folder / "datacite.xml").write_bytes(described["datacite.xml"])
    for file in plain.plain_files(deposit, listed):
        (folder / file.path).write_bytes(file.data)
    sums = "".join(f"{_sha256(folder / name)}  {name}\n" for name in names)
    (folder / SUMS).write_bytes(sums.encode())


def _sha256(path: Path) -> str:
    with open(path, "rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _refuse(scanner: Scanner) -> None:
    errors = [it for it in scanner.findings if it.severity is Severity.ERROR]
    if errors:
        raise EditionError(*errors)
