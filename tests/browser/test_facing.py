"""The source beside its edition, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from edition.project.building import build
from edition.project.folder import Project
from tests.browser.test_pages import violations
from tests.small_edition import write_small_edition

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_small_edition(tmp_path_factory.mktemp("facing") / "edition")
    build(Project(folder))
    return folder / "output" / "html"


@pytest.fixture
def opened(browser: Any, pages: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The page of the source, in a browser with these options."""
    context = browser.new_context(offline=True, reduced_motion="reduce", **request.param)
    page = context.new_page()
    page.heard = []
    page.on("request", lambda asked: page.heard.append(asked.url))
    page.on("console", lambda message: page.heard.append(message.text))
    page.goto((pages / "facing" / "first.html").as_uri())
    yield page
    context.close()


def options(*several: dict[str, Any]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("opened", several, indirect=True, ids=str)


NARROW = {"viewport": {"width": 320, "height": 640}}
NO_SCRIPT = {"java_script_enabled": False}


@options({"color_scheme": "light"}, {"color_scheme": "dark"}, NARROW)
def test_it_is_accessible_by_day_by_night_and_narrow(opened: Any) -> None:
    for summary in opened.locator("summary").all():
        summary.click()
    assert violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


@options(NO_SCRIPT)
def test_it_needs_no_script_and_asks_for_its_style_sheet_only(opened: Any, pages: Path) -> None:
    assert opened.heard == [opened.url, (pages / "assets" / "edition.css").as_uri()]
    encoding = opened.locator("tr", has_text="I have read the minutes").locator("pre")
    assert not encoding.is_visible()
    opened.locator("tr", has_text="I have read the minutes").locator("summary").click()
    assert "<persName" in encoding.inner_text()


@options({})
def test_lines_and_paragraphs_stand_beside_each_other(opened: Any) -> None:
    for row in opened.locator("tbody tr").all():
        source, text = (row.locator("td").nth(n).bounding_box() for n in (0, 1))
        assert source["y"] == text["y"]
        assert source["x"] + source["width"] <= text["x"]


@options({})
def test_a_paragraph_leads_to_its_source_and_back(opened: Any) -> None:
    opened.locator("a", has_text="¶ 2").click()
    opened.wait_for_url("**/first.html#p2")
    opened.keyboard.press("s")
    opened.wait_for_url("**/facing/first.html#p2")
    opened.go_back()
    opened.locator("#u2 .ways .source").click()
    opened.wait_for_url("**/facing/first.html#u2")
    assert opened.locator("p", has=opened.locator("#u2")).inner_text() == "Boris Petrov:"
