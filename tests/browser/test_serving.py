"""``edition serve`` in a real browser: pages follow what is saved, and say what is wrong."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.small_edition import write_small_edition

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TURNS = 60
# Long enough that most of it is out of sight.
LONG = "Meeting of the long committee\n\nMarch 3, 2021, Moscow\n\n" + "\n\n".join(
    f"{'Boris Petrov' if n % 2 else 'Vladimir Putin'}: This is item {n}. {'It is long. ' * 30}"
    for n in range(1, TURNS + 1)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_small_edition(tmp_path / "edition")
    (folder / "source" / "long.txt").write_text(LONG, encoding="utf-8")
    return folder


@pytest.fixture
def url(folder: Path) -> Iterator[str]:
    """Where the edition is served, until the end of the test."""
    command = [sys.executable, "-m", "edition", "serve", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            (url,) = re.findall(r"at (http://\S+)", process.stderr.readline())
            while " written, in " not in (line := process.stderr.readline()):
                assert line
            yield f"{url}html"
        finally:
            process.terminate()
            process.stderr.read()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page whose console says nothing, to its end."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.heard = heard
    yield page
    context.close()
    assert heard == []


def in_place(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def by_another_name(file: Path, text: str) -> None:
    other = file.with_name(f".{file.name}.new")
    in_place(other, text)
    other.replace(file)


Save = Callable[[Path, str], None]
both_ways = pytest.mark.parametrize("save", [in_place, by_another_name])


def noted(text: str, after: str, words: str) -> str:
    """*text* with an annotation of *words* in it."""
    assert text.count(after) == 1
    note = f'<note type="annotation" resp="#encoder">{words}</note>'
    return text.replace(after, after + note)


def top(page: Any, selector: str) -> float:
    return float(page.locator(selector).evaluate("it => it.getBoundingClientRect().top"))


@both_ways
def test_a_page_is_loaded_anew_at_the_paragraph_that_was_edited(
    folder: Path, url: str, page: Any, save: Save
) -> None:
    file = folder / "source" / "long.xml"
    text = file.read_text(encoding="utf-8")
    (place,) = re.findall(r'<seg xml:id="(p\d+)">This is item 50\.', text)
    with page.expect_response("**/edition-serve/events?*"):  # from now on the page is told
        page.goto(f"{url}/long.html#p3")
    assert top(page, f"#{place}") > 800
    text = noted(text, "This is item 50.", "The first note.")
    save(file, text)
    page.get_by_text("The first note.").first.wait_for()
    at = f"document.getElementById('{place}').getBoundingClientRect().top"
    page.wait_for_function(f"0 <= {at} && {at} < 700")
    assert page.url == f"{url}/long.html#p3"

    # What is in sight stays where it is, though what is above it grows.
    page.evaluate(f"scrollTo(0, scrollY + {at} - 200)")
    page.wait_for_function(f"Math.abs({at} - 200) < 2")
    save(file, noted(text, "This is item 50.", "The second note."))
    page.get_by_text("The second note.").first.wait_for()
    page.wait_for_function(f"Math.abs({at} - 200) < 2")


@both_ways
def test_errors_are_shown_over_the_last_good_page_until_they_are_mended(
    folder: Path, url: str, page: Any, save: Save
) -> None:
    file = folder / "source" / "first.xml"
    text = file.read_text(encoding="utf-8")
    page.goto(f"{url}/first.html")
    region = page.get_by_role("region", name="Findings in this edition")
    assert not region.is_visible()

    for wrong, code in [("", "X001"), ("</body><div/>", "R0")]:
        save(file, text.replace("</body>", wrong))
        region.get_by_text(f"[{code}").first.wait_for()
        assert region.get_by_text(
            re.compile(rf"^{re.escape(str(file))}:\d+:\d+$")
        ).first.is_visible()
        assert region.get_by_text("Hint: ").first.is_visible()
        assert region.get_by_text("This page is the last good one").is_visible()
        assert page.get_by_text("I have read the minutes.").is_visible()

    save(file, noted(text, "the minutes.", "Mended."))
    page.get_by_text("Mended.").first.wait_for()
    region.get_by_text(
        "1 warning"
    ).wait_for()  # of the header's figures: folded, and in nobody's way
    assert not region.get_by_text("Hint: ").first.is_visible()
    save(file, text)
    page.get_by_text("Mended.").first.wait_for(state="detached")
    region.wait_for(state="hidden")


def test_what_is_shown_is_accessible_and_can_be_put_away(folder: Path, url: str, page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    file = folder / "source" / "first.xml"
    text = file.read_text(encoding="utf-8")
    page.goto(f"{url}/first.html")
    in_place(file, text.replace("</body>", ""))
    region = page.get_by_role("region", name="Findings in this edition")
    finding = region.get_by_text("[X001]")
    finding.wait_for()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        results = axe.Axe().run(page, options={"runOnly": RULES})
        assert [found["id"] for found in results.response["violations"]] == []
    assert page.get_by_role("status").last.inner_text() == "1 error"
    assert page.evaluate("document.activeElement === document.body"), "the focus is the reader's"

    region.get_by_text("1 error").focus()
    page.keyboard.press("Escape")
    assert not finding.is_visible()
    page.reload()
    region.get_by_text("1 error").wait_for()
    assert not finding.is_visible()
    page.keyboard.press("Tab")
    region.get_by_text("1 error").press("Enter")
    assert finding.is_visible()

    region.get_by_text("1 error").press("Enter")
    in_place(file, text.replace("</teiHeader>", ""))
    finding.wait_for(), "another error is shown again"


def test_a_document_that_was_never_good_appears_when_it_is(
    folder: Path, url: str, page: Any
) -> None:
    file = folder / "source" / "third.xml"
    text = (folder / "source" / "first.xml").read_text(encoding="utf-8")
    in_place(file, text.replace("</body>", ""))
    assert page.goto(f"{url}/third.html").status == 404
    assert page.heard.pop().startswith("Failed to load resource")
    page.get_by_text("[X001]").wait_for()
    in_place(file, text)
    page.get_by_text("I have read the minutes.").wait_for()
    page.goto(f"{url}/index.html")
    page.get_by_role("link", name="Meeting of the first committee").last.wait_for()


def test_the_words_of_a_file_are_no_markup_of_the_page(folder: Path, url: str, page: Any) -> None:
    page.goto(f"{url}/index.html")
    file = folder / "source" / "first.xml"
    text = file.read_text(encoding="utf-8")
    in_place(file, text.replace("the minutes.", "<img src='x' onerror='console.log(1)'/>"))
    region = page.get_by_role("region", name="Findings in this edition")
    region.get_by_text("<img").first.wait_for()
    in_place(file, text.replace("the minutes.", "&lt;img src='x' onerror='console.log(1)'>"))
    region.get_by_text("[F0").first.wait_for()
    assert page.locator("img").count() == 0


def test_more_windows_than_a_browser_opens_lines(folder: Path, url: str, browser: Any) -> None:
    """A browser has six connections to a server: hidden pages must not hold them."""
    context = browser.new_context()
    pages = [context.new_page() for _ in range(5)]
    for page in pages:
        page.goto(f"{url}/first.html")
    for page in pages:
        page.evaluate(
            "Object.defineProperty(document, 'hidden', { value: true });"
            "document.dispatchEvent(new Event('visibilitychange'))"
        )
    for _ in range(5):
        context.new_page().goto(f"{url}/second.html", timeout=5000)
    context.close()
