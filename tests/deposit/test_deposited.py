"""A package that ``edition package`` makes is what ``edition deposit`` brings to a repository."""

from __future__ import annotations

import json
from pathlib import Path

from tests.deposit.invenio.conftest import fake
from tests.deposit.invenio.fake_rdm import FakeRDM
from tests.deposit.whole_edition import codes, run

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


def test_what_is_no_longer_what_was_published_is_not_packed_under_its_doi(
    built: Path, fake: FakeRDM
) -> None:
    tei, to = Path("source/first.xml"), ("--to", fake.base)
    deposit("reserve", *to)
    assert (run("build").exit_code, run("package", "first").exit_code) == (0, 0)
    deposit("upload", *to)
    state = json.loads(Path("source/deposit/first.json").read_text("utf-8"))
    deposit("publish", "--publish", "--doi", state["doi"], *to)
    assert run("package", "first").exit_code == 0
    text = tei.read_text("utf-8")
    for old, new in (
        ("Jane</forename>", "Janet</forename>"),
        ('n="1.2.0">1.2.0', 'n="1.3.0">1.3.0'),
    ):
        text = text.replace(old, new)
        tei.write_text(text, "utf-8")
        assert run("build").exit_code == 0
        result = run("package", "first")
        assert (result.exit_code, "A124" in codes(result)) == (1, True), result.output
        result = run("package", "--corpus", "committees")
        assert (result.exit_code, "A124" in codes(result)) == (1, True), result.output
    deposit("new-version", *to)
    assert (run("build").exit_code, run("package", "first").exit_code) == (0, 0)
