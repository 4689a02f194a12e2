"""A small edition with a document to be deposited, and its package, made by hand."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import edition
from edition.settings import parse_settings
from edition.tei.document import parse
from edition.tei.publication import doi_of, title_of, version_of
from tests.deposit.invenio.exported import datacite

SLUG = "1911-03-07-bridge"
SETTINGS = """\
[edition]
version = "1.0.0"
publisher = "Example Press"
date = "2026-01-31"
licence = { name = "CC BY 4.0", target = "https://creativecommons.org/licenses/by/4.0/" }

[[editor]]
id = "jd"
name = "Jane Doe"
surname = "Doe"
orcid = "0000-0002-1825-0097"

[source]
publisher = "Town council of Alderbrook"
language = "en"
licence = { name = "CC BY 4.0", target = "https://creativecommons.org/licenses/by/4.0/", evidence = "The last page of the minutes", cert = "high" }

[transcript."1911-03-07-bridge"]
url = "https://example.org/minutes/1911-03-07"
accessed = "2026-01-15"
"""  # noqa: E501
TRANSCRIPT = """\
Meeting of the bridge committee

March 7, 1911, Alderbrook

The Chairman: The bridge is to be mended.

Mr Ashby: By whom?
"""


def write_edition(folder: Path, host: str = "") -> Path:
    """An edition with one document, encoded; the TEI file is returned."""
    source = folder / "source"
    source.mkdir(parents=True)
    settings = SETTINGS + (f'\n[deposit]\nhost = "{host}"\n' if host else "")
    (source / "edition.toml").write_text(settings, encoding="utf-8")
    transcript = edition.read(TRANSCRIPT.encode(), f"{SLUG}.txt", "generic")
    known = parse_settings(settings.encode(), "edition.toml")
    tei = source / f"{SLUG}.xml"
    tei.write_bytes(edition.encode(transcript, known))
    return tei


def description(tei: Path, **changed: object) -> dict[str, object]:
    """What a package says of the document."""
    root = parse(tei.read_bytes(), str(tei)).root
    person = {
        "type": "personal",
        "given_name": "Jane",
        "family_name": "Doe",
        "identifiers": [{"scheme": "orcid", "identifier": "0000-0002-1825-0097"}],
    }
    metadata: dict[str, object] = {
        "resource_type": {"id": "dataset"},
        "creators": [{"person_or_org": person}],
        "title": title_of(root),
        "publication_date": "2026-01-31",
        "publisher": "Example Press",
        "version": version_of(root),
        "description": "<p>A meeting about a bridge.</p>",
        "rights": [{"id": "cc-by-4.0"}],
        "languages": [{"id": "eng"}],
    }
    metadata = {key: it for key, it in (metadata | changed).items() if it is not None}
    access = {"record": "public", "files": "public"}
    return {"access": access, "files": {"enabled": True}, "metadata": metadata}


def write_package(tei: Path, **changed: object) -> Path:
    """The package of the document *tei* as it is now, as ``edition package`` writes it."""
    root = parse(tei.read_bytes(), str(tei)).root
    folder = tei.parents[1] / "output" / "deposit" / tei.stem
    (folder / "upload").mkdir(parents=True, exist_ok=True)
    (folder / "metadata").mkdir(exist_ok=True)
    said = description(tei, **changed)
    (folder / "metadata" / "invenio.json").write_text(json.dumps(said), encoding="utf-8")
    metadata = said["metadata"]
    assert isinstance(metadata, dict)
    full = {"publication_date": "2026-01-31"} | metadata
    files = {
        f"{tei.stem}.xml": tei.read_bytes(),
        "datacite.xml": datacite(doi_of(root), "", full).replace(b"eng<", b"en<"),
        "README.md": f"# {title_of(root)}\n".encode(),
    }
    for old in (folder / "upload").iterdir():
        old.unlink()
    for name, data in files.items():
        (folder / "upload" / name).write_bytes(data)
    lines = [f"{sha256(data).hexdigest()}  {name}\n" for name, data in files.items()]
    (folder / "upload" / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    return folder
