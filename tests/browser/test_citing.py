"""Citing a paragraph in a real browser: its words and citation, copied; an error reported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from edition.publishing.assets import assets
from edition.publishing.document import Links, publish
from tests.browser.test_pages import violations
from tests.publishing.sample import sample

pytestmark = pytest.mark.browser
LINKS = Links(
    address="https://example.org/harbour.html",
    report="mailto:ed@example.org?subject={title}&body={body}",
)
SAID = (
    "“Good morning, Mr Mole; this is teh council [the third] of 1931.” – Harbour master Mary Quay\n"
    "“Harbour council, open meeting”, May 2, 1931, Old Harbour. Transcript: Harbour Gazette. "
    "Edited by Ada Byron. Harbour Press & Sons, 2026, version 1.2.0. "
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("citing")
    for name, data in assets().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "here.html").write_text(publish(sample()).html, encoding="utf-8")
    (folder / "there.html").write_text(publish(sample(), links=LINKS).html, encoding="utf-8")
    return folder


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page without a network, in which an error in a script fails the test."""
    context = browser.new_context(offline=True, viewport={"width": 1000, "height": 700})
    page = context.new_page()
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield page
    context.close()
    assert heard == []


def number(page: Any, name: str) -> Any:
    return page.locator(f"#{name} > a.number")


def test_a_number_opens_the_words_and_their_citation(page: Any, site: Path) -> None:
    page.goto((site / "there.html").as_uri())
    card = page.get_by_role("dialog", name="How to cite")
    assert card.count() == 0
    number(page, "p2").click()
    card.wait_for()
    assert page.url.endswith("#p2"), "the number is still the address"
    said = card.get_by_role("textbox").input_value()
    assert said == f"{SAID}¶ 2, https://example.org/harbour.html#p2"
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_without_an_address_a_page_on_the_disk_tells_none(page: Any, site: Path) -> None:
    page.goto((site / "here.html").as_uri())
    number(page, "p2").click()
    card = page.get_by_role("dialog", name="How to cite")
    assert card.get_by_role("textbox").input_value() == f"{SAID}¶ 2"
    assert card.get_by_role("link", name="Report an error").count() == 0


def test_what_is_copied_is_told(page: Any, site: Path) -> None:
    page.goto((site / "there.html").as_uri())
    number(page, "p4").focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog", name="How to cite")
    card.wait_for()
    assert page.evaluate("document.activeElement.id") == "page:cite"
    card.get_by_role("button", name="Copy").click()
    card.get_by_text("Copied").wait_for()
    page.evaluate("document.body.append(document.createElement('textarea'))")
    page.locator("body > textarea").focus()
    page.keyboard.press("Control+v")
    assert page.locator("body > textarea").input_value().startswith("“No.” – Mole\n")


def test_an_error_is_reported_with_the_passage(page: Any, site: Path) -> None:
    page.goto((site / "there.html").as_uri())
    number(page, "p2").click()
    link = page.get_by_role("link", name="Report an error").get_attribute("href")
    address = urlsplit(link)
    assert (address.scheme, address.path) == ("mailto", "ed@example.org")
    told = parse_qs(address.query)
    assert told["subject"] == ["Error in Harbour council, open meeting, version 1.2.0"]
    assert told["body"] == [f"{SAID}¶ 2, https://example.org/harbour.html#p2\n\n"]


def test_without_scripts_the_number_is_an_address(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "there.html").as_uri())
    number(page, "p2").click()
    assert page.url.endswith("#p2")
    assert not page.locator("[id='page:cite']").is_visible()
    context.close()
