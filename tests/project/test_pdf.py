"""PDF in a build: where it is wanted, what lists it, and what is told where it cannot be made."""

from __future__ import annotations

import csv
import re
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.diagnostic import Severity
from edition.project.building import build
from edition.project.folder import Project
from edition.publishing.laying_out import missing_for_pdf
from edition.serving import Board, Rebuilder

needs_weasyprint = pytest.mark.skipif(
    bool(missing_for_pdf()), reason='needs WeasyPrint and Pango: pip install "edition[pdf]"'
)


def built(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", str(folder), *options])


def pdfs(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.glob("output/pdf/*")}


def want_in_settings(folder: Path) -> None:
    with (folder / "source" / "edition.toml").open("a", encoding="utf-8") as file:
        file.write("[book]\npdf = true\n")


@needs_weasyprint
def test_pdfs_are_made_once_and_taken_away(folder: Path) -> None:
    assert built(folder).exit_code == 0
    assert pdfs(folder) == {}
    assert built(folder, "--pdf").exit_code == 0
    made = pdfs(folder)
    assert set(made) == {"first.pdf", "second.pdf"}
    assert (
        "0 files written"
        in CliRunner().invoke(main, ["--verbose", "build", str(folder), "--pdf"]).output
    )
    assert built(folder, "--pdf", "--anew").exit_code == 0
    assert pdfs(folder) == made
    assert built(folder, "--only", "text").exit_code == 0
    assert pdfs(folder) == made
    assert built(folder).exit_code == 0
    assert pdfs(folder) == {}
    want_in_settings(folder)
    assert built(folder).exit_code == 0
    assert pdfs(folder) == made


@needs_weasyprint
def test_only_what_changed_is_made_again(folder: Path) -> None:
    assert built(folder, "--pdf").exit_code == 0
    before = {file.name: file.stat().st_mtime_ns for file in folder.glob("output/pdf/*")}
    edit(folder)
    assert built(folder, "--pdf").exit_code == 0
    after = {file.name: file.stat().st_mtime_ns for file in folder.glob("output/pdf/*")}
    assert after["first.pdf"] == before["first.pdf"]
    assert after["second.pdf"] != before["second.pdf"]


@needs_weasyprint
def test_pages_and_downloads_list_it(folder: Path) -> None:
    want_in_settings(folder)
    assert built(folder).exit_code == 0
    data = pdfs(folder)["first.pdf"]
    page = (folder / "output/html/first.html").read_text(encoding="utf-8")
    assert page.count('href="../pdf/first.pdf"') == 3  # head, bar and foot
    cite = (folder / "output/html/cite/first.html").read_text(encoding="utf-8")
    assert "../../pdf/first.pdf" in cite
    assert sha256(data).hexdigest() in cite
    with (folder / "output/data/downloads.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["path"]: row for row in csv.DictReader(file)}
    assert rows["pdf/first.pdf"]["sha256"] == sha256(data).hexdigest()


def hrefs(folder: Path) -> set[str]:
    """The addresses that the pages on the first document lead to."""
    pages = [folder / "output" / "html" / it for it in ("first.html", "cite/first.html")]
    return {it for page in pages for it in re.findall('href="([^"]*)"', page.read_text("utf-8"))}


@needs_weasyprint
@pytest.mark.parametrize("is_first_build", [True, False])
def test_a_page_leads_to_no_pdf_that_could_not_be_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, is_first_build: bool
) -> None:
    import weasyprint

    def stops(*_: object, **__: object) -> None:
        raise AssertionError("no room")

    want_in_settings(folder)
    if not is_first_build:
        assert built(folder).exit_code == 0
        assert any("pdf/first.pdf" in it for it in hrefs(folder))
    with monkeypatch.context() as patch:
        patch.setattr(weasyprint.HTML, "write_pdf", stops)
        failed = built(folder, "--epub", "--anew")
    assert failed.exit_code == 1
    assert "[P009]" in failed.output
    assert pdfs(folder) == {}
    assert not any("pdf/" in it for it in hrefs(folder))
    assert any("epub/first.epub" in it for it in hrefs(folder))
    assert built(folder, "--epub").output.count("[P009]") == 2  # of the same nothing else is made
    assert built(folder, "--epub", "--anew").exit_code == 0
    assert any("pdf/first.pdf" in it for it in hrefs(folder))


def edit(folder: Path) -> None:
    tei = folder / "source" / "second.xml"
    text = tei.read_text(encoding="utf-8").replace("Example Press", "Other Press")
    tei.write_text(text, encoding="utf-8")


@needs_weasyprint
def test_while_it_is_served_pdfs_of_what_does_not_change_stay_and_none_are_made(
    folder: Path,
) -> None:
    want_in_settings(folder)
    project = Project(folder)
    assert built(folder).exit_code == 0
    before = pdfs(folder)
    edit(folder)
    Rebuilder(project, Board()).rebuild()
    assert pdfs(folder) == {"first.pdf": before["first.pdf"]}
    page = (folder / "output/html/second.html").read_text(encoding="utf-8")
    assert "pdf/second.pdf" not in page
    assert "Other Press" in page
    assert Rebuilder(project, Board()).rebuild().written == 0
    report = build(project)
    assert set(pdfs(folder)) == {"first.pdf", "second.pdf"}
    assert pdfs(folder)["first.pdf"] == before["first.pdf"]
    assert report.written > 0
    assert build(project).written == 0


def test_serving_needs_no_weasyprint(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    missing_for_pdf.cache_clear()
    want_in_settings(folder)
    try:
        report = Rebuilder(Project(folder), Board()).rebuild()
    finally:
        missing_for_pdf.cache_clear()
    assert report.count(Severity.ERROR) == 0
    assert (folder / "output/html/first.html").exists()


@pytest.mark.parametrize("wants", ["--pdf", "edition.toml"])
def test_without_weasyprint_it_is_told_how_to_get_it(
    folder: Path, wants: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    missing_for_pdf.cache_clear()
    try:
        if wants == "edition.toml":
            want_in_settings(folder)
        result = built(folder, *["--pdf"] * (wants == "--pdf"))
    finally:
        missing_for_pdf.cache_clear()
    assert result.exit_code == 1
    assert f"{wants}" in result.output
    assert "[P008]" in result.output
    assert 'pip install "edition[pdf]"' in result.output
    assert not (folder / "output" / "html" / "first.html").exists()
