"""The index of documents in a real browser: a field that shows only some of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from edition.publishing.assets import assets
from edition.publishing.index import index_pages
from tests.publishing.test_index import RECORD

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The index of three documents."""
    titles = {"Café question": "1931", "Quay and crane": "1931-02", "Budget": "1932"}
    records = [replace(RECORD, title=title, date=date) for title, date in titles.items()]
    pages = {address: html.encode() for address, html in index_pages(records)}
    for name, data in {**assets(), **pages}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def shown(page: Any) -> list[str]:
    return [str(it) for it in page.locator("th[scope=row] a:visible").all_inner_texts()]


@pytest.mark.parametrize("address", ["index.html", "documents/title.html"])
def test_only_documents_with_the_words_are_shown(browser: Any, folder: Path, address: str) -> None:
    page = browser.new_page()
    page.goto((folder / address).as_uri())
    field = page.get_by_role("searchbox")
    field.fill("cafe 1931")
    assert shown(page) == ["Café question"]
    assert page.get_by_role("status").inner_text() == "documents: 1"
    field.fill("crane quay")
    assert shown(page) == ["Quay and crane"]
    field.fill("nothing like this")
    assert shown(page) == []
    assert not page.locator("tr.year:visible").count()
    field.fill("")
    assert len(shown(page)) == 3
    page.close()


def test_without_scripts_all_documents_are_there_in_each_order(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    assert shown(page) == ["Café question", "Quay and crane", "Budget"]
    page.get_by_role("link", name="title", exact=True).click()
    assert shown(page) == ["Budget", "Café question", "Quay and crane"]
    context.close()
