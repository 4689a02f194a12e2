"""Searching in a real browser, from disk and without a network: what is there is found."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition.project.building import build
from edition.project.folder import Project
from edition.publishing.assets import assets
from edition.publishing.data import Data
from edition.publishing.document import publish
from edition.publishing.record import Record
from edition.publishing.search import blocks, texts
from edition.publishing.search.index import Index
from edition.publishing.search.lines import lines
from edition.publishing.search.site import search_files
from edition.publishing.search.texts import text_scripts
from edition.publishing.search.words import folded
from edition.tei.bibliography import Reference
from edition.tei.concordance import Paragraph, Turn
from tests.browser.test_pages import violations
from tests.publishing.sample import large
from tests.searched_edition import TEXTS, write_searched_edition

pytestmark = pytest.mark.browser
# Search as the page does, and give the places of all hits.
FIND = """async queries => {
    const index = await editionSearch.Index.open(), found = [];
    const filters = { keep: () => true, flags: [] };
    for (const query of queries) {
        const search = await editionSearch.Search.begin(index, query, filters);
        while (!search.done) await search.reach(1e9);
        const hits = [];
        for (const hit of search.hits) {
            const { id, words } = await index.passage(hit);
            const marked = search.stretches(words).map(([begin, end]) => words.slice(begin, end));
            hits.push([index.documents[index.document(hit)].html, id, words, marked]);
        }
        found.push(hits);
    }
    return found;
}"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of an edition in several languages, its index in small blocks."""
    folder = write_searched_edition(tmp_path_factory.mktemp("searched") / "edition")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_LENGTH", 150)
        patch.setattr(texts, "_LENGTH", 120)
        build(Project(folder))
    return folder / "output"


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page, which must be silent and ask for files only."""
    contexts = []
    heard: list[str] = []

    def opened(address: str, **options: Any) -> Any:
        context = browser.new_context(offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda asked: heard.extend(elsewhere(asked.url)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert heard == []


def elsewhere(url: str) -> list[str]:
    """*url*, where it is no file."""
    return [] if url.startswith("file:") else [url]


@pytest.fixture
def page(open_page: Callable[..., Any], edition: Path) -> Any:
    return open_page((edition / "html" / "search" / "index.html").as_uri())


def look_for(page: Any, query: str) -> str:
    """Type *query*, search, and return what the page says then."""
    page.get_by_label("Words").first.fill(query)
    status = page.get_by_role("status")
    status.evaluate("it => { it.textContent = '' }")  # what is read then is said of this search
    page.get_by_role("button", name="Search").click()
    page.wait_for_function(
        "document.querySelector('[role=status]').textContent"
        " && !document.querySelector('[aria-busy]')"
    )
    return str(status.inner_text())


def marks(page: Any) -> list[str]:
    return [str(mark) for mark in page.locator("mark").all_inner_texts()]


def hits(page: Any) -> list[str]:
    """The addresses to which the hits lead, below the folder of pages."""
    links = page.locator("ol.lines a")
    return [str(link.get_attribute("href")) for link in links.all()]


def chunks(words: str) -> list[str]:
    """What of *words* can be typed as one word: without signs that mean something at its ends."""
    found = [chunk.strip("-*\"“”„«»'()") for chunk in words.split()]
    return [chunk for chunk in found if any(sign.isalnum() for sign in chunk) and '"' not in chunk]


def test_every_word_of_every_paragraph_is_found_where_it_is(page: Any, edition: Path) -> None:
    wanted: dict[str, set[tuple[str, str, str]]] = {}
    for name in TEXTS:
        data = json.loads((edition / "data" / f"{name}.json").read_bytes())
        html = data["document"]["html"]
        said = [paragraph for turn in data["turns"] for paragraph in turn["paragraphs"]]
        places = [(one["id"], one["words"]) for one in said]
        places += [(one["place"], one["words"]) for one in data["passages"]]
        for place, words in places:
            for chunk in chunks(words):
                wanted.setdefault(chunk, set()).add((html, place, words))
    assert len(wanted) > 100
    found = page.evaluate(FIND, list(wanted))
    for (chunk, places_of_it), of_chunk in zip(wanted.items(), found, strict=True):
        assert {(html, place, words) for html, place, words, _marks in of_chunk} >= places_of_it
        assert all(marked for _html, _place, _words, marked in of_chunk), chunk


def test_a_hit_leads_to_its_paragraph(page: Any, edition: Path) -> None:
    for query, words in [("naive", "naïve"), ("ПРИШЕЛ", "пришёл"), ("شكرا", "شكرا")]:
        look_for(page, query)
        page.locator("ol.lines a").first.click()
        page.wait_for_url("**#p*")
        target = page.locator(":target")
        assert words in target.inner_text()
        page.go_back()
        page.locator("mark").first.wait_for()
        assert page.get_by_label("Words").first.input_value() == query


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"peace treaty"', ["harbour.html#p1", "search.html#p1"]),
        ('"treaty peace"', []),
        ("treaty peace", ["harbour.html#p1", "harbour.html#p3", "search.html#p1", "search.html#p3",
                          "later.html#p1"]),
        ("peace -war", ["harbour.html#p1", "search.html#p1", "later.html#p1"]),
        ('peace -"peace treaty"', ["harbour.html#p3", "search.html#p3", "later.html#p1"]),
        ('"governing"', ["harbour.html#p3", "search.html#p3"]),
        ("well-known", ["harbour.html#p2", "search.html#p2"]),
        ("CAFE", ["harbour.html#p2", "search.html#p2"]),
        ("govern*", ["harbour.html#p1", "harbour.html#p3", "search.html#p1", "search.html#p3",
                     "later.html#p1"]),
        ("strasse", ["hafen.html#p2"]),
        ("haus", ["hafen.html#p1", "hafen.html#p2"]),
        ("мой", ["%D0%B3%D0%B0%D0%B2%D0%B0%D0%BD%D1%8C.html#p1"]),
        ("الميناء", ["the%20port%20%28%231%29.html", "the%20port%20%28%231%29.html#p1",
                     "the%20port%20%28%231%29.html#p2"]),
    ],
)  # fmt: skip
def test_what_is_found(page: Any, query: str, found: list[str]) -> None:
    said = look_for(page, query)
    assert hits(page) == [f"../{one}" for one in found]
    assert said.startswith(f"Hits: {len(found)};" if found else "Nothing was found.")


def test_forms_of_a_word_are_marked(page: Any) -> None:
    look_for(page, "корабль")
    assert marks(page) == ["Корабли", "корабль", "Кораблей"]


def test_an_unknown_word_is_told_with_near_ones(page: Any) -> None:
    assert look_for(page, "treatty") == "Nothing was found."
    assert page.get_by_text("No text has the word “treatty”.").is_visible()
    page.get_by_role("button", name="treaty", exact=True).click()
    page.locator("mark").first.wait_for()
    assert set(marks(page)) == {"treaty"}
    assert page.url.endswith("#q=treaty")


def test_the_last_word_is_completed(page: Any) -> None:
    look_for(page, "peace trea")
    assert page.get_by_text("words that begin so were looked for").is_visible()
    assert {mark.lower() for mark in marks(page)} == {"peace", "treaty"}


@pytest.mark.parametrize(
    ("label", "value", "found"),
    [
        ("Said by", "Boris Petrov", ["harbour.html#p3", "search.html#p3", "later.html#p1"]),
        ("Named: Places", "Moscow", ["harbour.html#p4", "search.html#p4"]),
        ("Documents", "Second meeting on the harbour", ["later.html#p1"]),
        ("From year", "2006", ["later.html#p1"]),
        ("To year", "2001", ["harbour.html#p1", "harbour.html#p3", "harbour.html#p4"]),
        ("Said by", "Nobody at all", []),
    ],
)
def test_a_search_is_narrowed(page: Any, label: str, value: str, found: list[str]) -> None:
    page.get_by_text("Narrow down").click()
    page.get_by_label(label).first.fill(value)
    look_for(page, "treaty")
    assert hits(page) == [f"../{one}" for one in found]
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    page.wait_for_function("!document.querySelector('[aria-busy]')")
    assert hits(page) == [f"../{one}" for one in found], "the address says all of it"
    assert page.get_by_label(label).first.input_value() == value


def test_a_text_and_what_somebody_says_are_searched_from_their_pages(
    open_page: Callable[..., Any], edition: Path
) -> None:
    page = open_page((edition / "html" / "the port (#1).html").as_uri())
    page.locator(".bar a[href^='search/index.html#']").click()
    page.locator("ol.lines a").first.wait_for()  # all that is there, until words are typed
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("السفينة")
    page.keyboard.press("Enter")
    page.locator("mark").first.wait_for()
    assert {one.partition("#")[0] for one in hits(page)} == {"../the%20port%20%28%231%29.html"}
    page.goto((edition / "html" / "people" / "VladimirPutin.html").as_uri())
    page.get_by_role("link", name="Search these turns").click()
    page.locator("ol.lines a").first.wait_for()
    look_for(page, "treaty")
    assert hits(page) == [
        "../harbour.html#p1",
        "../harbour.html#p4",
        "../search.html#p1",
        "../search.html#p4",
    ]


@pytest.mark.parametrize("signs", ["👋", "—", '" "', "-"])
def test_signs_without_a_word_find_nothing(page: Any, signs: str) -> None:
    assert look_for(page, signs) == "There is no word to look for, only signs."
    assert hits(page) == []


def test_what_is_typed_is_no_markup(page: Any) -> None:
    look_for(page, "<img src=x onerror=alert(1)> treaty")
    assert page.locator("main img").count() == 0


def test_searching_goes_by_keyboard(page: Any) -> None:
    page.get_by_label("Words").first.focus()
    page.keyboard.type("treaty")
    page.keyboard.press("Enter")
    page.locator("mark").first.wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('ol.lines')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/harbour.html#p1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_is_accessible(browser: Any, edition: Path, scheme: str, width: int) -> None:
    context = browser.new_context(
        offline=True, color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto((edition / "html" / "search" / "index.html").as_uri())
    assert violations(page) == []
    page.get_by_text("Narrow down").click()
    look_for(page, "treaty treatyy")
    assert violations(page) == []
    look_for(page, "treaty")
    assert hits(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_script_the_page_leads_to_the_indexes(browser: Any, edition: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((edition / "html" / "search" / "index.html").as_uri())
    assert page.get_by_text("Searching needs JavaScript").is_visible()
    assert not page.get_by_role("search").is_visible()
    page.get_by_role("main").get_by_role("link", name="Persons").click()
    assert page.get_by_role("heading", name="Persons").is_visible()
    context.close()


def test_letters_are_folded_alike_here_and_in_the_browser(page: Any) -> None:
    signs = [chr(code) for code in range(sys.maxunicode + 1) if category(chr(code))[0] in "LNM"]
    theirs = page.evaluate("signs => signs.map(editionSearch.folded)", signs)
    assert [folded(sign) for sign in signs] == theirs


def test_a_hit_in_a_document_of_parts_leads_to_the_part_that_has_it(
    open_page: Callable[..., Any], tmp_path: Path
) -> None:
    made = publish(large(120), outputs=["html"])
    record = made.record
    assert len(record.parts) > 2
    index = Index()
    index.add(made.data, {}, {})
    files = text_scripts(made.data) | dict(search_files(index, {}))
    files |= {f"html/{name}": data for name, data in assets().items()}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    page = open_page(f"{(tmp_path / 'html/search/index.html').as_uri()}#q=stones&page=7")
    page.locator("mark").first.wait_for()
    found = hits(page)
    assert found == [f"../{record.address_of(one.partition('#')[2])}" for one in found]
    assert len({one.partition("#")[0] for one in found} - {f"../{record.html}"}) > 0


WORDS = st.lists(
    st.text("aeéßИйяـأاẞ12字中𝒜𐐀ﬁ½'’-\u0301\u200d ", min_size=1, max_size=9), min_size=1, max_size=6
).map(" ".join)


@pytest.fixture
def blank(open_page: Callable[..., Any]) -> Any:
    return open_page("about:blank")


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.lists(WORDS, max_size=4), st.sampled_from(["en", "ru", "xx"])),
                min_size=1, max_size=4), st.integers(1, 60))  # fmt: skip
def test_whatever_is_in_a_text_is_found(
    blank: Any,
    tmp_path: Path,
    documents: list[tuple[list[str], str]],
    length: int,
) -> None:
    index = Index()
    files = {f"html/{name}": data for name, data in assets().items()}
    datas = [small(f"d{n}", said, language) for n, (said, language) in enumerate(documents)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_LENGTH", length)
        patch.setattr(texts, "_LENGTH", length)
        for data in datas:
            index.add(data, {}, {})
            files |= text_scripts(data)
        files |= dict(search_files(index, {}))
    for name, content in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    blank.goto((tmp_path / "html" / "search" / "index.html").as_uri())
    wanted = [
        (chunk, [data.document.html, line.place, line.words])
        for data in datas
        for line in lines(data)
        for chunk in chunks(line.words)
        if folded_words(chunk)
    ]
    found = blank.evaluate(FIND, [chunk for chunk, _place in wanted])
    for (chunk, place), of_chunk in zip(wanted, found, strict=True):
        assert place in [hit[:3] for hit in of_chunk], chunk


def folded_words(chunk: str) -> list[str]:
    from edition.publishing.search.words import words

    return [form for word in words(chunk) if (form := folded(word))]


def small(name: str, said: list[str], language: str) -> Data:
    """A document with a turn of a paragraph for each of *said*."""
    record = Record(
        name=name, title=name, date="", place="", language=language, participants=0,
        turns=0, words=0, html=f"{name}.html", text="", tei="",
    )  # fmt: skip
    turns = tuple(
        Turn(f"u{n}", (), "", 0, (Paragraph(f"p{n}", str(n), " ".join(words.split())),))
        for n, words in enumerate(said)
        if words.strip()
    )
    return Data(record, Reference(name, language), turns, (), {})
