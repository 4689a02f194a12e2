"""Pages in a real browser, from disk and without a network: quiet, accessible, narrow, printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from edition.publishing.assets import assets
from edition.publishing.citing import citing
from edition.publishing.document import publish
from edition.tei.document import read_document
from tests.publishing.others import play, sitting, tokens
from tests.publishing.sample import TEXT, document, home, large, sample

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHORT = ["harbour.html", "index.html"]
OTHERS = ["sitting.html", "tokens.html", "play.html"]
DAILY = [*SHORT, "gallery.html", "cite/harbour.html", *OTHERS]
WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
NARROW: dict[str, Any] = {"viewport": {"width": 320, "height": 640}}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    small = publish(sample())
    for name, data in assets().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "harbour.html").write_text(small.html, encoding="utf-8")
    gallery = read_document(Path(__file__).with_name("gallery.xml"))
    (folder / "gallery.html").write_text(publish(gallery).html, encoding="utf-8")
    for name, made in zip(OTHERS, (sitting(), tokens(), play()), strict=True):
        (folder / name).write_text(publish(made).html, encoding="utf-8")
    latin = publish(document(TEXT, language="la")).html
    (folder / "latin.html").write_text(latin, encoding="utf-8")
    arabic = publish(document(TEXT, language="ar")).html
    (folder / "arabic.html").write_text(arabic, encoding="utf-8")
    (folder / "large.html").write_text(publish(large(20)).html, encoding="utf-8")
    for name, data in citing(small.data, {"text/harbour.txt": small.text.encode()}).items():
        if name.endswith(".html"):
            (folder / "cite").mkdir()
            (folder / "cite" / "harbour.html").write_bytes(data)
    (folder / "index.html").write_text(home([small.record] * 3), encoding="utf-8")
    unbroken = [small.record, replace(small.record, title="Harbour" * 700)]
    (folder / "unbroken.html").write_text(home(unbroken), encoding="utf-8")
    return folder


@pytest.fixture
def opened(browser: Any, site: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The page named by the parameter, with what it asked for and said in ``page.heard``."""
    name, options = request.param
    context = browser.new_context(offline=True, **options)
    page = context.new_page()
    page.heard = []
    page.on("request", lambda asked: page.heard.append(asked.url))
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.goto((site / name).as_uri())
    yield page
    context.close()


def pages(names: list[str], **options: Any) -> pytest.MarkDecorator:
    """These pages, each opened with these options of the browser."""
    opened = [(name, options) for name in names]
    return pytest.mark.parametrize("opened", opened, indirect=True, ids=names)


@pages(DAILY)
def test_a_page_asks_for_what_lies_beside_it_and_is_silent(opened: Any, site: Path) -> None:
    heard = opened.heard
    assert heard[0] == opened.url
    assert set(heard[1:]) <= {(site / name).as_uri() for name in assets()}
    assert (site / "assets/edition.css").as_uri() in heard


@pages([*DAILY, "large.html"], color_scheme="light")
def test_a_page_is_accessible_by_day(opened: Any) -> None:
    assert violations(opened) == []


@pages(DAILY, color_scheme="dark")
def test_a_page_is_accessible_by_night(opened: Any) -> None:
    assert violations(opened) == []
    paper = opened.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == "rgb(22, 21, 19)"


@pages(DAILY, **NARROW)
def test_a_page_fits_a_narrow_screen(opened: Any) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(opened) == []


@pages(["unbroken.html"], **WIDE)
def test_a_title_without_a_space_fits_the_index(opened: Any) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth") <= 1280


@pages(DAILY)
def test_headings_go_down_one_level_at_a_time(opened: Any) -> None:
    levels = opened.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    assert levels[0] in {1, 2}  # the list of turns has its heading before the title
    assert all(down - up <= 1 for up, down in pairwise(levels))


@pages(["harbour.html", "gallery.html"])
def test_a_page_has_its_landmarks(opened: Any) -> None:
    for landmark in ("banner", "main", "contentinfo"):
        assert opened.get_by_role(landmark).count() == 1
    names = opened.get_by_role("navigation").evaluate_all(
        "all => all.map(it => it.ariaLabel ?? it.getAttribute('aria-labelledby'))"
    )
    assert len(names) == len(set(names)) == 2


@pages(["gallery.html"], **WIDE)
def test_the_first_key_leads_to_the_text(opened: Any) -> None:
    opened.keyboard.press("Tab")
    skip = opened.locator(".skip:focus")
    assert skip.is_visible()
    assert skip.evaluate("link => getComputedStyle(link).clipPath") == "none"
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('main') !== null")


@pages(DAILY, **WIDE)
def test_what_has_the_focus_is_seen(opened: Any) -> None:
    outlines = set()
    for _ in range(40):
        opened.keyboard.press("Tab")
        if opened.evaluate("document.activeElement !== document.body"):
            outlines.add(opened.evaluate("getComputedStyle(document.activeElement).outline"))
    assert outlines == {"rgb(138, 47, 27) solid 2px"}


@pages(["latin.html"])
def test_every_word_is_in_its_language(opened: Any) -> None:
    """Words of the text and the header are Latin in this page, words of the interface English."""
    languages = opened.evaluate(
        """() => {
            const of = selector => [...document.querySelectorAll(selector)].map(
                it => it.closest('[lang]').lang);
            return {
                text: of('article p:not(.incomplete, [data-added]), article h1, .citation cite,'
                    + '.foot dl:not(.signs) dd, nav .division > a > span'),
                names: of('.participants .who, .register .who, .fact'),
                ours: of('.number, .kicker, .facts dt, .foot dt, .endnotes h2, .foot h2'),
            };
        }"""
    )
    assert set(languages["text"]) == {"la"}
    assert set(languages["names"]) == {"la"}
    assert set(languages["ours"]) == {"en"}


@pages(["gallery.html"], java_script_enabled=False, **WIDE)
def test_the_reading_of_the_source_can_be_had_alone(opened: Any) -> None:
    edits = opened.locator("article .added:is(.corr, .supplied)")
    assert edits.first.is_visible()
    opened.locator(".view summary").click()
    opened.get_by_role("checkbox", name="Corrections and additions").uncheck()
    assert [one for one in edits.all() if one.is_visible()] == []


@pages(["gallery.html"], **WIDE)
def test_text_from_right_to_left_begins_at_the_right(opened: Any) -> None:
    label, column = (
        opened.locator("#u2 .label").bounding_box(),
        opened.locator("#u2").bounding_box(),
    )
    assert abs(label["x"] + label["width"] - column["x"] - column["width"]) < 2
    number = opened.locator("#p5 .number").bounding_box()
    assert number["x"] < column["x"]


@pages(["arabic.html"], **NARROW)
def test_numbers_stand_at_the_right_of_a_text_from_right_to_left(opened: Any) -> None:
    text = opened.locator("article").bounding_box()
    numbers = [it.bounding_box() for it in opened.locator("article .number").all()]
    assert numbers
    for box in numbers:
        assert text["x"] + text["width"] <= box["x"] < box["x"] + box["width"] <= 320
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320


@pages(["gallery.html"], **NARROW)
def test_numbers_of_paragraphs_stand_in_the_margin_of_a_narrow_screen(opened: Any) -> None:
    left = opened.locator("article").bounding_box()["x"]
    for number in opened.locator("article .number").all():
        box = number.bounding_box()
        assert 0 <= box["x"] < box["x"] + box["width"] <= left


@pages(SHORT, java_script_enabled=False)
def test_a_page_needs_no_script(opened: Any) -> None:
    assert opened.locator("h1").is_visible()


@pages(["large.html"], **WIDE)
def test_the_turns_stay_in_view_on_a_wide_screen(opened: Any) -> None:
    opened.locator("#u15").scroll_into_view_if_needed()
    turn = opened.locator(".turns a[href='#u15']")
    assert turn.is_visible()
    turn.click()
    assert opened.url.endswith("#u15")


@pages(["large.html"], **NARROW)
def test_the_turns_unfold_on_a_narrow_screen(opened: Any) -> None:
    turn = opened.locator(".turns a[href='#u15']")
    assert not turn.is_visible()
    opened.locator(".turns summary").click()
    assert turn.is_visible()


@pages(["harbour.html"])
def test_the_name_of_the_speaker_runs_into_the_speech(opened: Any) -> None:
    label = opened.locator("#u2 .label").bounding_box()
    said = opened.locator("#p4").bounding_box()
    assert abs(label["y"] - said["y"]) < 5


@pages(["harbour.html"])
def test_print_has_the_text_and_no_navigation(opened: Any) -> None:
    opened.emulate_media(media="print")
    assert not opened.locator(".turns").is_visible()
    assert opened.locator("#p2").is_visible()
    assert opened.locator(".encoding dl").is_visible()
    assert opened.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def violations(page: Any) -> list[str]:
    """What axe finds: rule and place."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="needs axe-playwright-python: pip install -e '.[test]'",
    )
    results = axe.Axe().run(page, options={"runOnly": RULES})
    return [
        f"{found['id']}: {node['html']}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]
