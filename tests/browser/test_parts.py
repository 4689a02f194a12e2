"""A long document in a browser: from part to part, by addresses, keys and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from edition.publishing import parts
from edition.publishing.assets import assets
from edition.publishing.document import Publication, publish
from edition.publishing.pages import part_address
from edition.tei.document import parse
from tests.browser.test_pages import violations
from tests.publishing.sample import large

pytestmark = pytest.mark.browser
TURNS = 200


@cache
def long() -> Publication:
    made = large(TURNS).data.replace(b'placeName ref="#Quay"', b'placeName ref="#MaryQuay"')
    return publish(parse(made, "harbour.xml"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name, data in assets().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    for n, html in enumerate(long().pages, 1):
        (folder / part_address("harbour.html", n)).write_text(html, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def large_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, as if there were so many parts that the first alone lists them."""
    folder = tmp_path_factory.mktemp("large")
    copytree(site, folder, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "_FEW_PARTS", 1)
        pages = publish(large(3 * TURNS)).pages
    for n, html in enumerate(pages, 1):
        (folder / part_address("harbour.html", n)).write_text(html, encoding="utf-8")
    return folder


def test_a_part_that_does_not_know_a_place_asks_the_first(opened: Any, large_site: Path) -> None:
    late = max(large_site.glob("harbour..*.html"), key=lambda it: len(it.name))
    opened.goto(f"{(large_site / 'harbour..2.html').as_uri()}#p1000")
    opened.wait_for_url("**/*#p1000")
    opened.wait_for_function(
        f"id => document.getElementById(id) && ({IS_IN_VIEW})(id)", arg="p1000"
    )
    opened.goto(f"{late.as_uri()}#p100000")
    opened.wait_for_url("**/harbour.html#p100000")


@pytest.fixture
def opened(browser: Any, site: Path) -> Iterator[Any]:
    page = browser.new_context(offline=True).new_page()
    page.heard = []
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    yield page
    page.context.close()


IS_IN_VIEW = """id => {
    const top = document.getElementById(id).getBoundingClientRect().top;
    return -1 <= top && top < innerHeight;
}"""


@pytest.mark.parametrize("asked", ["harbour.html", "harbour..2.html"])
def test_an_address_leads_on_to_the_part_that_has_the_place(
    opened: Any, site: Path, asked: str
) -> None:
    address = long().record.address_of("p300")
    assert not address.startswith(asked)
    opened.goto(f"{(site / asked).as_uri()}#p300")
    opened.wait_for_url(f"**/{address}")
    opened.wait_for_function(IS_IN_VIEW, arg="p300")
    assert opened.heard == []


def test_an_address_of_nothing_stays(opened: Any, site: Path) -> None:
    for nothing in ("p999999", "p0", "x1"):
        opened.goto(f"{(site / 'harbour.html').as_uri()}#{nothing}")
        opened.wait_for_load_state()
        assert opened.url.endswith(f"harbour.html#{nothing}")


def test_keys_lead_from_part_to_part(opened: Any, site: Path) -> None:
    opened.goto((site / "harbour.html").as_uri())
    turns = opened.locator("article .turn")
    last, first = turns.last.get_attribute("id"), int(turns.last.get_attribute("id")[1:]) + 1
    opened.goto("about:blank")  # a page that is loaded anew knows its target when it is there
    opened.goto(f"{(site / 'harbour.html').as_uri()}#{last}")
    opened.keyboard.press("n")  # all turns are of one speaker
    opened.wait_for_url(f"**/harbour..2.html#u{first}")
    opened.goto(f"{(site / 'harbour.html').as_uri()}#{last}")
    opened.keyboard.press("j")
    opened.wait_for_url("**/harbour..2.html")


def test_a_part_is_accessible_wide_and_narrow(opened: Any, site: Path) -> None:
    opened.goto((site / "harbour..2.html").as_uri())
    for width in (1440, 320):
        opened.set_viewport_size({"width": width, "height": 800})
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
        for scheme in ("light", "dark"):
            opened.emulate_media(color_scheme=scheme)
            assert violations(opened) == []
    assert opened.get_by_role("heading", level=1).count() == 1


def test_a_name_opens_its_card_in_every_part(opened: Any, site: Path) -> None:
    opened.goto((site / "harbour..2.html").as_uri())
    opened.locator("article a.name").first.click()
    assert opened.locator("#page\\:card").is_visible()


def test_a_citation_has_the_address_of_the_first_part(opened: Any, site: Path) -> None:
    opened.goto((site / "harbour..2.html").as_uri())
    opened.evaluate("document.getElementById('page:cite').dataset.address = 'https://e.org/h.html'")
    number = opened.locator("article a.number").first
    number.click()
    cited = opened.locator("#page\\:cite textarea").input_value()
    assert f"https://e.org/h.html{number.get_attribute('href')}" in cited


def test_all_parts_are_found_without_a_script(browser: Any, site: Path) -> None:
    page = browser.new_context(offline=True, java_script_enabled=False).new_page()
    page.goto((site / "harbour.html").as_uri())
    page.locator(".all-parts a").last.click()
    assert page.locator(f"#u{TURNS}").count() == 1
    page.context.close()
