"""The browser of these tests: Debian's Chromium, driven by playwright."""

from __future__ import annotations

from collections.abc import Iterator
from shutil import which
from typing import Any

import pytest

_CHROMIUM = which("chromium")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium; where it or playwright is missing the tests skip, and say how to get it."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="needs playwright: pip install -e '.[test]'"
    )
    if _CHROMIUM is None:
        pytest.skip("needs chromium: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield chromium
        chromium.close()
