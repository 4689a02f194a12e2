"""What changed since a version that was published: readers see it where its TEI is kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from edition.cli import main
from edition.project.draft import Draft
from edition.project.folder import Project
from edition.project.inputs import Wanted, read_versions
from edition.project.making import Maker
from edition.publishing.outputs import ALL
from edition.settings import Settings
from edition.tei.registers import read_register

MINUTES = "I have read the minutes"
PAGE = "output/html/cite/first.html"


def build(folder: Path) -> Result:
    return CliRunner().invoke(main, ["build", str(folder)])


@pytest.fixture
def published(folder: Path) -> Path:
    """The small edition, whose first document was published as 1.0.0."""
    build(folder)
    version = folder / "source" / "versions" / "1.0.0"
    version.mkdir(parents=True)
    (version / "first.xml").write_bytes((folder / "output/tei/first.xml").read_bytes())
    return folder


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def history(folder: Path, name: str = "first") -> Any:
    page = etree.parse(str(folder / f"output/html/cite/{name}.html"), etree.HTMLParser())
    return page.find(".//section[@aria-labelledby='page:history']")


def told(folder: Path) -> str:
    return " ".join(" ".join(history(folder).itertext()).split())


def test_a_version_that_reads_as_now_is_told_to_do_so(published: Path) -> None:
    result = build(published)
    assert result.exit_code == 0
    assert "M015" not in result.output
    assert "Since version 1.0.0 Every paragraph reads as it did then." in told(published)
    assert history(published, "second").findall("h3") == []


def test_a_paragraph_that_reads_otherwise_is_shown_with_its_words_then(published: Path) -> None:
    for name in ("first.txt", "first.xml"):
        rewrite(published / "source" / name, MINUTES, "I have seen the minutes")
    build(published)
    (line,) = history(published).findall(".//dd")
    assert [(it.tag, it.text) for it in line.iter("del", "ins")] == [
        ("del", "read"),
        ("ins", "seen"),
    ]
    link = history(published).find(".//dt/a").get("href")
    page = (published / "output/html/first.html").read_text(encoding="utf-8")
    assert f'id="{link.partition("#")[2]}"' in page
    assert "Every paragraph reads" not in told(published)


def test_what_is_gone_new_or_of_somebody_else_is_told(published: Path) -> None:
    tei = published / "source/first.xml"
    rewrite(tei, 'xml:id="p2"', 'xml:id="p2a"')
    version = published / "source/versions/1.0.0/first.xml"
    rewrite(version, 'who="#BorisPetrov"', 'who="#VladimirPutin"')
    build(published)
    said = told(published)
    assert "now said by Boris Petrov, then by Vladimir Putin" in said
    assert "No longer in the text: ¶ 2 " in said
    assert said.endswith("New since then: ¶ 2a")


def test_white_space_and_markup_are_no_change_of_words(published: Path) -> None:
    rewrite(published / "source/first.xml", "Let us begin.", "Let us\n  <emph>begin</emph>.")
    build(published)
    assert "Every paragraph reads as it did then." in told(published)


@pytest.mark.parametrize(
    ("edited", "altered"),
    [
        ('<choice><sic>begin</sic><corr resp="#encoder">start</corr></choice>.', "begin ⟦start⟧."),
        ('<supplied resp="#encoder">now</supplied> begin.', "⟦now⟧"),
        ('begin.<note type="annotation" resp="#encoder">It was late.</note>', "⟦It was late.⟧"),
        ("<unclear>begin</unclear>.", "begin⟦?⟧."),
        ('begin.<gap reason="inaudible"/>', "begin.⟦inaudible⟧"),
    ],
)
def test_what_an_editor_put_in_is_a_change_that_a_reader_sees(
    published: Path, edited: str, altered: str
) -> None:
    rewrite(published / "source/first.xml", "Let us begin.", f"Let us {edited}")
    build(published)
    (line,) = history(published).findall(".//dd")
    assert " ".join("".join(it.itertext()) for it in line.iter("ins")) == altered
    assert "Every paragraph reads" not in told(published)


def test_what_was_compared_is_said(published: Path) -> None:
    build(published)
    assert "Compared is every paragraph with a number" in told(published)
    assert "Compared" not in " ".join(history(published, "second").itertext())


def test_the_last_version_comes_first(published: Path) -> None:
    versions = published / "source/versions"
    for name in ("0.9.0", "0.10.0"):
        (versions / name).mkdir()
        (versions / name / "first.xml").write_bytes((versions / "1.0.0/first.xml").read_bytes())
    build(published)
    names = [it.text for it in history(published).findall("h3")]
    assert names == [f"Since version {it}" for it in ("1.0.0", "0.10.0", "0.9.0")]


def test_a_version_that_comes_or_changes_is_seen_by_the_next_build(
    published: Path, snapshot: Callable[[Path], Any]
) -> None:
    build(published)
    before = snapshot(published / "output")
    build(published)
    assert snapshot(published / "output") == before
    rewrite(published / "source/versions/1.0.0/first.xml", MINUTES, "I have lost the minutes")
    build(published)
    assert "I have lost read the minutes." in told(published)
    assert snapshot(published / "output")["html/first.html"] == before["html/first.html"]
    (published / "source/versions/1.0.0/first.xml").unlink()
    build(published)
    assert history(published).findall("h3") == []


def test_it_is_explained_that_versions_are_why_a_document_is_made(published: Path) -> None:
    why = "first: what source/versions/ has of it changed\n"
    explained = ["build", str(published), "--explain"]
    assert why in CliRunner().invoke(main, explained).output
    assert why not in CliRunner().invoke(main, explained).output
    rewrite(published / "source/versions/1.0.0/first.xml", MINUTES, "I have lost the minutes")
    assert why in CliRunner().invoke(main, explained).output
    shutil.rmtree(published / "source/versions")
    assert why in CliRunner().invoke(main, explained).output


def test_a_version_that_cannot_be_read_is_told_and_the_rest_is_published(published: Path) -> None:
    (sources, _) = Project(published).documents()
    (published / "source/versions/1.0.0/first.xml").unlink()
    versions = read_versions(sources)
    assert [it.stamp() for it in versions] == ["1.0.0"]
    draft = Draft(is_new=False, tei=sources.tei.read_bytes())
    transcript = (published / "source/first.txt").read_bytes()
    maker = Maker(Wanted(frozenset(ALL), None), Settings(), read_register([]))
    reading = maker.make(draft, sources, transcript, versions, has_text=True)
    assert reading is not None
    assert reading.earlier == []
    assert "IO01" in {it.code for it in draft.findings}


def test_a_version_that_is_no_tei_is_told_and_the_rest_is_published(published: Path) -> None:
    (published / "source/versions/1.0.0/first.xml").write_text("<TEI", encoding="utf-8")
    result = build(published)
    assert result.exit_code == 1
    assert "versions/1.0.0/first.xml" in result.output
    assert history(published) is not None
    assert build(published).exit_code == 1
