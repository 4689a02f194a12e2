"""A small edition with a document to be deposited, and a small package of it."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec.structs import replace

import edition
from edition.deposit.formats.datacite import datacite_xml
from edition.deposit.formats.record import record
from edition.deposit.state import StateFile
from edition.header.facts import Facts
from edition.header.reading import facts_of
from edition.settings import parse_settings
from edition.tei.document import parse

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


def _facts(tei: Path) -> Facts:
    """What the header of *tei* says, and which version was before."""
    state = StateFile(tei.parent / "deposit" / f"{tei.stem}.json").read()
    facts = facts_of(parse(tei.read_bytes(), str(tei)).root, tei.stem)
    return replace(facts, previous=state.before(facts.doi) if state else "")


def description(tei: Path, **changed: object) -> dict[str, Any]:
    """What a package says of the document, but for what is *changed*; None is left out."""
    said = record(_facts(tei))
    metadata = said["metadata"] | changed
    return said | {"metadata": {key: it for key, it in metadata.items() if it is not None}}


def write_package(tei: Path, **changed: object) -> Path:
    """A package of the document *tei* as it is now: as ``edition package`` makes it, but smaller.

    *changed* is as for :func:`description`.
    """
    facts = _facts(tei)
    folder = tei.parents[1] / "output" / "deposit" / tei.stem
    (folder / "upload").mkdir(parents=True, exist_ok=True)
    (folder / "metadata").mkdir(exist_ok=True)
    said = description(tei, **changed)
    (folder / "metadata" / "invenio.json").write_text(json.dumps(said), encoding="utf-8")
    files = {
        f"{tei.stem}.xml": tei.read_bytes(),
        "datacite.xml": datacite_xml(facts),
        "README.md": f"# {facts.title}\n".encode(),
    }
    for old in (folder / "upload").iterdir():
        old.unlink()
    for name, data in files.items():
        (folder / "upload" / name).write_bytes(data)
    lines = [f"{sha256(data).hexdigest()}  {name}\n" for name, data in files.items()]
    (folder / "upload" / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    return folder
