"""The index by Pagefind, searched in a real browser on pages that are served."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from edition.project.building import build
from edition.project.folder import Project
from tests.browser.test_pages import violations
from tests.loopback import Loopback
from tests.project.test_pagefind import WANTED
from tests.small_edition import write_small_edition

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    """Gives files, and tells nobody."""

    def log_message(self, *_said: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pagefind", reason="needs Pagefind: pip install -e '.[test]'")
    folder = write_small_edition(tmp_path_factory.mktemp("pagefind") / "edition")
    (folder / "source" / "edition.toml").write_text(WANTED, encoding="utf-8")
    build(Project(folder))
    return folder / "output"


@pytest.fixture
def site(output: Path) -> Iterator[str]:
    """Where the edition is served."""
    server = Loopback(partial(Quiet, directory=str(output)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"{server.address}/html/"
    server.shutdown()
    server.server_close()


def test_words_are_found_in_their_documents_and_the_hit_leads_to_the_speech(
    browser: Any, site: str
) -> None:
    page = browser.new_page(color_scheme="dark", viewport={"width": 320, "height": 640})
    elsewhere: list[str] = []
    page.on("request", lambda it: None if it.url.startswith(site) else elsewhere.append(it.url))
    page.goto(f"{site}search/index.html")
    page.locator("a[href='pagefind.html']").click()
    page.get_by_label("Words").fill("minutes second")
    page.keyboard.press("Enter")
    page.locator("h3").wait_for()
    assert page.locator("h3").all_inner_texts() == ["Meeting of the second committee"]
    assert page.locator("mark").count() > 0
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Boris Petrov").first.click()
    page.wait_for_url("**/second.html#p3")
    assert elsewhere == []
    page.close()


def test_from_disk_the_page_leads_to_the_other_search(browser: Any, output: Path) -> None:
    page = browser.new_page()
    page.goto((output / "html" / "search" / "pagefind.html").as_uri())
    assert not page.locator("form").is_visible()
    assert "only where the edition is on the web" in page.locator("main").inner_text()
    page.goto((output / "html" / "search" / "index.html").as_uri())
    assert not page.locator("a[href='pagefind.html']").is_visible()
    page.close()
