"""A package that ``edition package`` makes is what ``edition deposit`` brings to a repository."""

from __future__ import annotations

import json
from pathlib import Path

from tests.deposit.invenio.conftest import fake
from tests.deposit.invenio.fake_rdm import FakeRDM
from tests.deposit.whole_edition import run

__all__ = ["fake"]
UPLOAD = 7  # files


def deposit(*words: str) -> str:
    """What ``edition deposit`` says, online; it must succeed."""
    result = run("--plain", "deposit", words[0], "first", *words[1:], "--online")
    assert result.exit_code == 0, result.output
    return result.output


def test_a_document_is_reserved_built_packed_uploaded_and_published(
    built: Path, fake: FakeRDM
) -> None:
    settings = Path("source/edition.toml")
    settings.write_text(
        settings.read_text("utf-8") + f'\n[deposit]\nhost = "{fake.base}"\n', "utf-8"
    )
    deposit("reserve")
    assert run("build").exit_code == 0
    assert run("package", "first").exit_code == 0
    state = json.loads(Path("source/deposit/first.json").read_text("utf-8"))
    doi = state["doi"]
    upload = Path("output/deposit/first/upload")
    for name in ("first.xml", "datacite.xml", "CITATION.cff", "README.md"):
        assert doi in (upload / name).read_text("utf-8")
    deposit("upload", "--verify-download")
    assert fake.files(state["record"]) == UPLOAD
    assert fake.published() == 0
    deposit("publish", "--publish", "--doi", doi)
    assert fake.published() == 1
