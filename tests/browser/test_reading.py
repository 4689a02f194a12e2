"""Aids to reading in a real browser: keys, cards at names and notes, what the view hides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from edition.publishing.assets import assets
from edition.publishing.document import Links, publish
from tests.browser.test_pages import violations
from tests.publishing.sample import document, sample

pytestmark = pytest.mark.browser
WHO = ["MaryQuay", "JohnMole", "MaryQuay", "JohnMole", "MaryQuay", "JohnMole", "MaryQuay"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reading")
    for name, data in assets().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "harbour.html").write_text(publish(sample()).html, encoding="utf-8")
    said = "The harbour needs a wall. " * 120
    turns = "".join(
        f'<note type="speaker">{who}:</note><u xml:id="u{n}" who="#{who}"><seg xml:id="p{n}">{said}'
        f'<persName ref="#AnnPier" cert="medium">Ann</persName>.</seg></u>'
        for n, who in enumerate(WHO, 1)
    )
    long = document(f"<text><body><div>{turns}</div></body></text>")
    html = publish(long, links=Links(subjects=True)).html
    (folder / "long.html").write_text(html, encoding="utf-8")
    return folder


@pytest.fixture
def opened(browser: Any, site: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The page named by the parameter; an error in its script fails the test."""
    context = browser.new_context(
        offline=True, viewport={"width": 1280, "height": 800}, reduced_motion="reduce"
    )
    page = context.new_page()
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto((site / request.param).as_uri())
    yield page
    context.close()
    assert heard == []


harbour = pytest.mark.parametrize("opened", ["harbour.html"], indirect=True)
long = pytest.mark.parametrize("opened", ["long.html"], indirect=True)


def pressed(page: Any, *keys: str) -> str:
    """The place to which *keys* lead."""
    for key in keys:
        page.keyboard.press(key)
    return str(page.evaluate("location.hash.slice(1)"))


@long
def test_keys_lead_from_turn_to_turn(opened: Any) -> None:
    assert pressed(opened, "j") == "u1"
    assert pressed(opened, "j", "j") == "u3"
    assert pressed(opened, "k") == "u2"
    assert opened.locator("#u2").bounding_box()["y"] < 60
    assert pressed(opened, "n") == "u4"
    assert pressed(opened, "p", "p") == "u2"
    assert pressed(opened, *"jjjjjjjj") == "u7"
    assert opened.evaluate("history.length") <= 2


@long
def test_keys_go_on_from_the_place_of_the_address(opened: Any) -> None:
    opened.goto(opened.url + "#p6")
    assert pressed(opened, "k") == "u5"
    opened.evaluate(
        "new Promise(done => {"
        " addEventListener('hashchange', () => setTimeout(done), {once: true});"
        " location.hash = '#p3'; })"
    )
    assert pressed(opened, "j") == "u4"


@long
def test_the_turn_a_key_leads_to_has_the_focus_and_says_its_speaker(opened: Any) -> None:
    pressed(opened, "j", "j")
    assert opened.evaluate("document.activeElement.id") == "u2"
    named = opened.evaluate("document.activeElement.getAttribute('aria-labelledby')")
    assert opened.locator(f"[id='{named}']").inner_text() == "JohnMole:"
    assert (
        opened.locator("#u2 > .label").evaluate("it => getComputedStyle(it).outlineStyle")
        == "solid"
    )


@long
def test_keys_go_on_from_where_the_reader_is(opened: Any) -> None:
    pressed(opened, "j")
    opened.mouse.wheel(0, opened.locator("#u4").bounding_box()["y"] + 100)
    opened.wait_for_function("document.querySelector('#u4').getBoundingClientRect().top < -50")
    assert pressed(opened, "k") == "u4"
    assert pressed(opened, "k") == "u3"


@long
def test_keys_of_the_browser_are_left_alone(opened: Any) -> None:
    assert pressed(opened, "Control+j", "Alt+n", "Meta+k") == ""


@long
def test_keys_can_be_switched_off_and_stay_off(opened: Any) -> None:
    pressed(opened, "?")
    box = opened.get_by_role("checkbox", name="Use these keys")
    assert box.is_visible()
    assert violations(opened) == []
    box.uncheck()
    opened.keyboard.press("Escape")
    assert not box.is_visible()
    assert pressed(opened, "j", "?") == ""
    opened.reload()
    assert pressed(opened, "j") == ""
    opened.locator(".view summary").click()
    opened.get_by_role("button", name="Keys").click()
    box.check()
    opened.keyboard.press("Escape")
    assert pressed(opened, "j") == "u1"


@long
def test_a_name_shows_its_entry_and_leads_to_its_page(opened: Any) -> None:
    name, card = opened.locator("#p2 a.name"), opened.locator("[id='page:card']")
    name.scroll_into_view_if_needed()
    assert not card.is_visible()
    name.hover()
    card.wait_for()
    assert "Ann Pier" in card.inner_text()
    assert "This identification: medium certainty" in card.inner_text()
    assert card.get_by_role("link", name="Ann Pier").get_attribute("href") == "people/AnnPier.html"
    assert violations(opened) == []
    opened.keyboard.press("Escape")
    assert not card.is_visible()


@long
def test_a_card_goes_when_the_pointer_goes_unless_it_was_asked_for(opened: Any) -> None:
    name, card = opened.locator("#p2 a.name"), opened.locator("[id='page:card']")
    name.hover()
    card.wait_for()
    card.hover()
    opened.wait_for_timeout(400)
    assert card.is_visible()
    opened.mouse.move(2, 2)
    card.wait_for(state="hidden")
    name.click()
    card.wait_for()
    opened.mouse.move(2, 2)
    opened.wait_for_timeout(400)
    assert card.is_visible()
    assert opened.url.endswith("long.html")
    card.get_by_role("link", name="Show in the list").click()
    assert opened.url.endswith("#AnnPier")
    assert not card.is_visible()


@long
def test_a_card_is_opened_and_left_by_the_keyboard(opened: Any) -> None:
    name, card = opened.locator("#p2 a.name"), opened.locator("[id='page:card']")
    opened.locator("#p2 .number").focus()
    opened.keyboard.press("Tab")
    assert name.evaluate("it => it === document.activeElement")
    assert card.is_visible()
    opened.keyboard.press("Enter")
    assert card.evaluate("it => it === document.activeElement")
    assert opened.get_by_role("dialog", name="Ann Pier").is_visible()
    opened.keyboard.press("Tab")
    assert card.evaluate("it => it.contains(document.activeElement)")
    opened.keyboard.press("Escape")
    assert not card.is_visible()
    assert name.evaluate("it => it === document.activeElement")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "number"


@harbour
def test_a_mark_shows_its_note(opened: Any) -> None:
    opened.locator("#p2 a[role=doc-noteref]").click()
    card = opened.get_by_role("dialog", name="Note 1")
    assert "In fact the fourth." in card.inner_text()
    assert "↩" not in card.inner_text()


@harbour
def test_what_a_card_copies_keeps_the_ids_of_the_page_unique(opened: Any) -> None:
    opened.locator("#p2 a[role=doc-noteref]").click()
    opened.locator("[id='page:card']").wait_for()
    ids = opened.evaluate("[...document.querySelectorAll('[id]')].map(it => it.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("has_script", [True, False])
def test_the_view_hides_and_shows_also_without_script(
    browser: Any, site: Path, *, has_script: bool
) -> None:
    context = browser.new_context(offline=True, java_script_enabled=has_script)
    page = context.new_page()
    page.goto((site / "harbour.html").as_uri())
    page.locator(".view summary").click()
    name = "getComputedStyle(document.querySelector('#p2 .persName')).textDecorationLine"
    for label, seen in [("Stage directions", "#e1"), ("Notes and doubts", "[id='call:1']")]:
        assert page.locator(seen).is_visible()
        page.get_by_role("checkbox", name=label).uncheck()
        assert not page.locator(seen).is_visible()
    if has_script:
        assert page.evaluate(name) == "underline"
        page.get_by_role("checkbox", name="Persons").uncheck()
        assert page.evaluate(name) == "none"
        page.reload()
        assert page.evaluate(name) == "none"
        assert not page.locator("#e1").is_visible()
    else:
        assert not page.get_by_role("button", name="Keys").is_visible()
        page.locator("#p2 .persName").click()
        assert page.url.endswith("#JohnMole")
    context.close()


@harbour
def test_paper_has_no_aids(opened: Any) -> None:
    opened.emulate_media(media="print")
    for aid in (".view", ".ways", ".turns", ".bar"):
        assert not opened.locator(aid).first.is_visible()
