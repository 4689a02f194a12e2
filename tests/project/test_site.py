"""Pages of all that is named: they lead to every turn and every place, and every link leads."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from lxml import html

from edition.project.building import build
from edition.project.folder import Project
from tests.small_edition import write_small_edition


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """The pages of a small edition."""
    folder = write_small_edition(tmp_path / "edition")
    build(Project(folder))
    return folder / "output" / "html"


def linked(page: Path) -> list[tuple[Path, str]]:
    """The files to which *page* leads, with fragments; what a search is told is none."""
    addresses = [urlsplit(str(a.get("href"))) for a in html.parse(str(page)).iter("a", "link")]
    return [
        ((page.parent / unquote(it.path)).resolve() if it.path else page, unquote(it.fragment))
        for it in (it._replace(fragment="") if "=" in it.fragment else it for it in addresses)
        if not it.scheme
    ]


def test_every_link_leads_somewhere(pages: Path) -> None:
    ids = {
        page.resolve(): {str(name) for name in html.parse(str(page)).xpath("//@id")}
        for page in pages.rglob("*.html")
    }
    for page in pages.rglob("*.html"):
        for file, fragment in linked(page):
            assert file.is_file(), (page, file)
            assert not fragment or fragment in ids[file.resolve()], (page, file, fragment)


def test_every_page_is_valid_html(pages: Path) -> None:
    for page in pages.rglob("*.html"):
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(page.read_text(encoding="utf-8"))
        names = html.parse(str(page)).xpath("//@id")
        assert len(names) == len(set(names)), page


def test_a_speaker_has_a_page_with_every_turn_of_theirs(pages: Path) -> None:
    data = json.loads((pages.parent / "data" / "first.json").read_bytes())
    for who in {who for turn in data["turns"] for who in turn["who"]}:
        (page,) = [*pages.glob(f"people/{who}.html"), *pages.glob(f"people/first.{who}.html")]
        targets = {fragment for file, fragment in linked(page) if file.name == "first.html"}
        assert targets >= {turn["id"] for turn in data["turns"] if who in turn["who"]}


def test_every_place_where_something_is_named_is_on_its_page(pages: Path) -> None:
    data = json.loads((pages.parent / "data" / "first.json").read_bytes())
    assert data["occurrences"]
    for found in data["occurrences"]:
        named = [page for page in pages.glob("*/*.html") if page.stem == found["entry"]]
        assert any(
            (pages / "first.html").resolve() == file.resolve() and fragment == found["paragraph"]
            for page in named
            for file, fragment in linked(page)
        ), found


def test_a_text_that_is_shorter_has_fewer_parts_to_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edition.publishing.search.texts._LENGTH", 80)
    folder = write_small_edition(tmp_path / "edition")
    build(Project(folder))
    parts = folder / "output" / "html" / "search" / "text"
    before = {file.name for file in parts.glob("first..*.js")}
    assert len(before) > 1
    tei = folder / "source" / "first.xml"
    (folder / "source" / "first.txt").unlink()
    text = tei.read_text(encoding="utf-8")
    tei.write_text(text.replace("I have read the minutes.", "Yes."), encoding="utf-8")
    monkeypatch.setattr("edition.publishing.search.texts._LENGTH", 10_000)
    build(Project(folder))
    assert {file.name for file in parts.glob("first..*.js")} == {"first..1.js"}


def test_the_index_is_the_same_however_often_it_goes_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_small_edition(tmp_path / "edition")
    build(Project(folder))
    search = folder / "output" / "html" / "search"
    before = {file: file.read_bytes() for file in search.rglob("*.js")}
    monkeypatch.setattr("edition.publishing.search.index._TOGETHER", 1)
    monkeypatch.setattr("edition.publishing.search.words._KNOWN", 1)
    (search / "contents.js").unlink()
    assert build(Project(folder)).written == 1
    assert {file: file.read_bytes() for file in search.rglob("*.js")} == before
