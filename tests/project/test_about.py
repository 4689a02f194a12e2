"""The page about an edition says what was found, and nothing else."""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from pathlib import Path

import html5lib
import pytest
from lxml import html

from edition.project.building import build
from edition.project.folder import Project
from edition.project.memory import Memory
from tests.small_edition import write_small_edition


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small edition, built."""
    folder = write_small_edition(tmp_path / "edition")
    build(Project(folder))
    return folder


def about(folder: Path) -> html.HtmlElement:
    return html.parse(str(folder / "output" / "html" / "about" / "index.html")).getroot()


def survey(folder: Path) -> dict[str, int]:
    rows = about(folder).xpath("//dl[@class='survey']/div")
    return {row[0].text: int(row[1].text.replace(",", "")) for row in rows}


def test_every_document_and_its_source_have_their_checksums(folder: Path) -> None:
    data = (folder / "output" / "data" / "sources.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(data)))
    assert [row["document"] for row in rows] == ["first", "second"]
    for row in rows:
        source = folder / "source" / row["source"]
        tei = folder / "output" / "tei" / f"{row['document']}.xml"
        assert row["sha256 of source"] == sha256(source.read_bytes()).hexdigest()
        assert row["sha256 of TEI"] == sha256(tei.read_bytes()).hexdigest()
        assert row["words as in source"] == "yes"


def test_words_that_are_not_those_of_the_source_are_told(folder: Path) -> None:
    tei = folder / "source" / "first.xml"
    text = tei.read_text(encoding="utf-8")
    tei.write_text(text.replace("Let us begin", "Let us go"), encoding="utf-8")
    build(Project(folder))
    said = " ".join("".join(about(folder).itertext()).split())
    assert "The same: 1; not the same: 1; no source here to compare with: 0." in said


def test_pages_are_counted_and_no_link_leads_nowhere(folder: Path) -> None:
    pages = [*(folder / "output" / "html").rglob("*.html")]
    counted = survey(folder)
    assert counted["Pages"] == len(pages) - 1  # the page that tells it
    assert counted["of these lead nowhere"] == 0
    assert counted["Files that a page fetches from another site"] == 0
    largest = max(it.stat().st_size for it in pages)
    assert counted["Bytes of the largest"] == largest


def test_a_build_that_remembers_says_the_same(folder: Path) -> None:
    page = folder / "output" / "html" / "about" / "index.html"
    memory = Memory()
    build(Project(folder), memory=memory)
    tei = folder / "source" / "first.xml"
    tei.write_text(tei.read_text(encoding="utf-8").replace("<seg ", "<seg  ", 1), encoding="utf-8")
    (folder / "source" / "second.xml").unlink()
    (folder / "source" / "second.txt").unlink()
    build(Project(folder), memory=memory)
    remembered = page.read_bytes()
    assert b"second" not in remembered
    build(Project(folder))
    assert page.read_bytes() == remembered


def test_each_element_used_has_an_example_that_leads_to_it(folder: Path) -> None:
    page = folder / "output" / "html" / "about" / "elements.html"
    html5lib.HTMLParser(strict=True).parse(page.read_bytes())
    entries = html.parse(str(page)).xpath("//dl[@class='elements']/div")
    names = [entry.xpath("string(dt//code)") for entry in entries]
    assert {"<u>", "<seg>", "<persName>"} <= set(names)
    guide = {it.name: it.read_text(encoding="utf-8") for it in page.parent.glob("guide*.html")}
    for entry in entries:
        name = entry.xpath("string(dt//code)").strip("<>")
        assert entry.xpath("string(dd[@class='example']/code)").startswith(f"<{name}")
        to, _, fragment = entry.xpath("string(dt/a/@href)").partition("#")
        assert fragment == name
        assert f'<h3 id="{name}"' in guide[to]
    html5lib.HTMLParser(strict=True).parse((page.parent / "index.html").read_bytes())
