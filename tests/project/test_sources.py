"""Transcripts of every format are the sources of an edition; one name is one document."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.project.building import build
from edition.project.folder import Project
from tests.word_documents import council

DATA = Path(__file__).parent.parent / "data"
ENDINGS = ("docx", "html", "md", "srt", "vtt")


def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["--plain", *map(str, arguments)], input=stdin)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A project with a document in each format, named after it."""
    folder = tmp_path / "source"
    folder.mkdir()
    for ending in ENDINGS:
        target = folder / f"in-{ending}.{ending}"
        if ending == "docx":
            target.write_bytes(council())
        else:
            shutil.copy(DATA / f"council.{ending}", target)
    (folder / "README.md").write_text("What lies here.\n", encoding="utf-8")
    return folder


def test_every_format_is_encoded_and_agrees_with_its_source(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sources.parent)
    assert run("encode").exit_code == 0
    tei = sorted(sources.glob("in-*.xml"))
    assert [file.stem for file in tei] == [f"in-{ending}" for ending in ENDINGS]
    result = run("validate", "--fail-on", "error", *tei)
    assert result.exit_code == 0, result.output
    assert "not compared" not in result.stderr


def test_a_word_that_is_changed_in_the_tei_is_found(sources: Path) -> None:
    file = sources / "in-html.html"
    assert run("encode", file).exit_code == 0
    tei = file.with_suffix(".xml")
    tei.write_bytes(tei.read_bytes().replace(b"southern bank", b"northern bank"))
    assert "F003" in run("validate", tei).output


def test_a_build_makes_the_pages_of_every_format(sources: Path) -> None:
    report = build(Project(sources.parent))
    assert (report.documents, report.encoded) == (len(ENDINGS), len(ENDINGS))


@pytest.mark.parametrize("ending", ENDINGS)
def test_standard_input_is_read_in_every_format(ending: str, sources: Path) -> None:
    result = run("encode", "-", stdin=(sources / f"in-{ending}.{ending}").read_bytes())
    assert result.exit_code == 0
    assert "<TEI" in result.stdout


def test_two_sources_of_one_name_are_no_document(sources: Path) -> None:
    (sources / "in-md.txt").write_text("Ms Adler: Good afternoon.\n", encoding="utf-8")
    project = Project(sources.parent)
    assert "in-md" not in [document.stem for document in project.documents()]
    (finding,) = project.misnamed()
    assert (finding.code, Path(finding.file).name) == ("M014", "in-md.txt")
    assert "in-md.md" in finding.message


def test_encoding_again_keeps_times_and_hand_edits(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sources.parent)
    assert run("encode").exit_code == 0
    vtt, tei = sources / "in-vtt.vtt", sources / "in-vtt.xml"
    edited = tei.read_bytes().replace(b"You are welcome", b"You are <emph>welcome</emph>")
    tei.write_bytes(edited)
    added = "00:07.000 --> 00:08.000\n<v Ms Adler>A word more.\n\n4\n00:08.000"
    text = vtt.read_text(encoding="utf-8").replace("4\n00:08.000", added, 1)
    vtt.write_text(text.replace("mill is still", "mill stands still"), encoding="utf-8")
    assert run("encode").exit_code == 0
    merged = tei.read_text(encoding="utf-8")
    for words in ("<emph>welcome</emph>", "stands still", "A word more", 'xml:id="ms7000"'):
        assert words in merged
    assert run("validate", tei, "--fail-on", "error").exit_code == 0
