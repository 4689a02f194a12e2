"""An edition of which the header says all that ParlaMint wants, encoded and not built."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from edition.cli import main
from edition.tei.reading import speech
from edition.tei.vocabulary import tei

SETTINGS = """\
[edition]
title = "Meetings of committees"
version = "1.2.0"
publisher = "Example Press"
date = "2026-01-31"
url = "https://example.org/edition"
licence = { name = "CC BY 4.0", target = "https://creativecommons.org/licenses/by/4.0/" }

[[editor]]
id = "jd"
name = "Jane Doe"
surname = "Doe"
orcid = "0000-0002-1825-0097"

[source]
publisher = "Chancery"
convention = "kremlin"
language = "en"

[parlamint]
funder = "Example Foundation"
body = { name = "Committee of the harbour", role = "committee" }

[transcript.harbour]
url = "https://records.example.org/harbour"

[transcript.quay]
url = "https://records.example.org/quay"
"""
HARBOUR = """\
Meeting on the harbour

March 3, 2021, Moscow

Members of the committee met at the port.

* * *

President of Russia Vladimir Putin: Good morning, members of the committee. <…>

Let us begin.

(Applause.)

Boris Petrov: I have read the minutes in Moscow [last week]. (Laughter.)

Question: And the “quay” & the wall?

Vladimir Putin: Thank you. (Recites a poem.)

(In his remarks, Boris Petrov spoke about the quay.)
"""
QUAY = """\
Meeting on the quay

March 4, 2022, Sochi

Anna Petrova: The quay is long.

It has stones.

Boris Petrov: They are grey.
"""


@pytest.fixture(scope="session")
def encoded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported") / "edition"
    source = folder / "source"
    source.mkdir(parents=True)
    (source / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (source / "quay.txt").write_text(QUAY, encoding="utf-8")
    (source / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1767225600")
        patch.chdir(folder)
        assert run("encode", "source/harbour.txt", "source/quay.txt").exit_code == 0
    return folder


@pytest.fixture
def encoded(encoded_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the edition, in the current folder."""
    folder = Path(shutil.copytree(encoded_once, tmp_path / "edition"))
    monkeypatch.chdir(folder)
    return folder


def run(*words: str) -> Result:
    """What ``edition`` with *words* does in the current folder; a fault of the program fails."""
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code != 70, result.output
    return result


def codes(result: Result) -> list[str]:
    """The codes of the findings that *result* tells, in their order."""
    lines = result.stderr.splitlines()
    return [line[-5:-1] for line in lines if line.endswith("]") and line[-6:-5] == "["]


def words_of(file: Path) -> list[str]:
    """The words that are said in the TEI *file*."""
    root = etree.parse(file).getroot()
    return [
        word
        for turn in root.iterfind(f"{tei('text')}//{tei('u')}")
        for word in speech(turn).split()
    ]


def everything(folder: Path) -> dict[str, bytes]:
    """The bytes of each file below *folder*."""
    files = (it for it in sorted(folder.rglob("*")) if it.is_file())
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in files}


def many(folder: Path, count: int) -> Iterator[str]:
    """Copies of the first document in ``source/``, as documents of their own; their names."""
    data = (folder / "source" / "harbour.xml").read_bytes()
    for number in range(count):
        name = f"meeting-{number:04}"
        (folder / "source" / f"{name}.xml").write_bytes(data)
        yield name
