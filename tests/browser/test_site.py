"""The whole site in a real browser, from disk and without a network: every kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from edition.project.building import build
from edition.project.folder import Project
from tests.small_edition import write_small_edition

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = [
    "index.html",
    "first.html",
    "about/index.html",
    "about/elements.html",
    "about/guide.html",
    "about/guide..2.html",
    "documents/title.html",
    "figures/index.html",
    "figures/first.html",
    "figures/third.html",
    "cite/first.html",
    "people/index.html",
    "people/VladimirPutin.html",
    "places/index.html",
    "places/Moscow.html",
    "organisations/index.html",
]
WIDTHS = [320, 768, 1440]
# Persons, places and bodies are named, so that the figures have a table of each.
NAMING = """\
Report on the harbour

April 4, 2021, Moscow

President of Russia Vladimir Putin: I spoke with Boris Petrov in Moscow, and with Vladimir Putin.

Boris Petrov: Vladimir Putin came to Moscow, and to the United Nations.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a small edition."""
    folder = write_small_edition(tmp_path_factory.mktemp("site") / "edition")
    (folder / "source" / "third.txt").write_text(NAMING, encoding="utf-8")
    build(Project(folder))
    return folder / "output" / "html"


def test_the_figures_have_a_table_of_each_kind(site: Path) -> None:
    for page in ("index.html", "third.html"):
        figures = (site / "figures" / page).read_text(encoding="utf-8")
        assert figures.count('<table class="matrix">') == 3


def test_no_page_makes_a_browser_ask_for_an_icon(site: Path) -> None:
    pages = [it.read_text(encoding="utf-8") for it in site.rglob("*.html")]
    assert len(pages) > len(KINDS)
    assert [
        it[:200] for it in pages if it.count('<link rel="icon" href="data:image/png,"') != 1
    ] == []


@pytest.fixture(params=["light", "dark"])
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page by day or by night, with what is heard in its console and asked of a network."""
    context = browser.new_context(offline=True, color_scheme=request.param)
    page = context.new_page()
    page.heard = []
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.on("requestfailed", lambda asked: page.heard.append(asked.url))
    yield page
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_narrow_and_quiet(page: Any, site: Path, kind: str) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="needs axe: pip install -e '.[test]'"
    )
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((site / kind).as_uri())
        assert page.heard == []
        results = axe.Axe().run(page, options={"runOnly": RULES})
        found = [(one["id"], one["nodes"][0]["html"]) for one in results.response["violations"]]
        assert found == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.heard.clear()  # axe asks for the style sheet in its own way
