"""The map of places in a real browser: it is enlarged, and a place leads to its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from edition.publishing.assets import assets
from tests.publishing.made import subject_index
from tests.publishing.test_map import spot

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Any:
    """A page with a map of three places, of which one has a page."""
    spots = [spot("Riga", 24.1, 56.9, 3), spot("Rome", 12.5, 41.9, 9), spot("Oslo", 10.7, 59.9)]
    ((address, html),) = subject_index([], "places", spots=spots)
    for name, data in {**assets(), address: html.encode()}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "places" / "Riga.html").write_text("<title>Riga</title>", encoding="utf-8")
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    page.goto((tmp_path / address).as_uri())
    yield page
    page.close()


def test_a_map_is_enlarged_around_what_is_named_most_and_whole_again(opened: Any) -> None:
    before = opened.locator("figure.map svg").get_attribute("viewBox")
    buttons = opened.locator(".controls button")
    assert [buttons.nth(n).is_enabled() for n in range(3)] == [True, False, False]
    for _ in range(3):
        opened.get_by_role("button", name="Enlarge the map").click()
    x, y, width, height = map(float, opened.locator("svg").get_attribute("viewBox").split())
    assert width == 2000 / 8
    rome = opened.locator("text:text-is('Rome')")
    assert x <= float(rome.get_attribute("x")) <= x + width
    assert y <= float(rome.get_attribute("y")) <= y + height
    opened.get_by_role("button", name="The whole map").click()
    assert opened.locator("svg").get_attribute("viewBox") == before


def test_a_place_on_the_map_leads_to_its_page(opened: Any) -> None:
    with opened.expect_navigation(wait_until="commit", url="**/places/Riga.html"):
        opened.locator("[data-page$='Riga.html']").click(force=True)
