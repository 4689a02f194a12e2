"""PDF in a build: where it is wanted, what lists it, and what is told where it cannot be made."""

from __future__ import annotations

import csv
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.publishing.laying_out import missing_for_pdf

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
    tei = folder / "source" / "second.xml"
    tei.write_text(tei.read_text(encoding="utf-8").replace("Example Press", "Other Press"))
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
