"""Whatever text comes in, what comes out is valid, clean and true to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import edition
from tests.schema.jing import TEI_ALL, needs_jing, needs_tei_all, refused
from tests.transcripts import transcripts

DATA = Path(__file__).parent.parent / "data"
KNOWN = {path.stem for path in Path("edition/transcript/conventions").glob("*.toml")}
MAKERS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted(DATA.glob("*.txt"))
    if path.stem in KNOWN
}


PIECES = [
    "<p>MS SMITH: We have met today.</p>",
    "<p>MR JONES: I agree with that.</p>",
    "<p>MS SMITH:</p>",
    "<p><b>MR JONES:</b></p>",
    "<p>These are the figures:</p>",
    "<p>(Applause.)</p>",
    "<p>[The chair left.]</p>",
    "<p>* * *</p>",
    "<p>…</p>",
    "<h2>Part</h2>",
    '<div class="footnote">1 She shows the figures.</div>',
    "<table><tr><td>Bread</td><td>5</td></tr><tr><td>Milk</td><td>7</td></tr></table>",
    "<table><tr><td>MR JONES:</td><td>No.</td></tr><tr><td>Milk</td></tr></table>",
    "<ul><li>Ann Roe</li><li>Bob Li</li><li>Eve Cole</li><li>Kim Dahl</li></ul>",
    "<ul><li>Housing for all</li><li>Better buses</li><li>Clean air</li><li>Jobs</li></ul>",
    "<table><tr><td>(Laughter.)</td></tr></table>",
]


def findings(text: str, convention: str | None = None, name: str = "meeting.txt") -> list[str]:
    """What is wrong with the TEI of *text*, beyond what is wrong with the text itself."""
    data = text.encode("utf-8", "replace")
    try:
        transcript = edition.read(data, name, convention)
    except edition.EditionError:
        return []
    document = edition.parse(edition.encode(transcript), "meeting.xml")
    found = edition.check(document, source=data, source_name=name)
    return [str(finding) for finding in found if finding.severity is edition.Severity.ERROR]


@settings(deadline=None)
@given(transcripts | st.text(max_size=300))
def test_any_text_is_valid_clean_and_true(text: str) -> None:
    assert findings(text) == []


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
@example([PIECES[2], PIECES[10], PIECES[9], PIECES[4]])  # a note alone
def test_any_page_is_valid_clean_and_true(pieces: list[str]) -> None:
    before = "<html><body><h1>Meeting</h1><p>4 March 2016</p>" + "".join(PIECES[:2] * 2)
    page = f"{before}{''.join(pieces)}</body></html>"
    assert findings(page, name="meeting.html") == []


def test_a_turn_of_ten_thousand_labels() -> None:
    text = (
        "Meeting\n\nMarch 4, 2016, Moscow\n\n"
        + "Vladimir Putin: Yes.\n\nAnna Petrova: No.\n\n" * 5000
    )
    assert findings(text) == []


def test_a_label_of_five_thousand_characters() -> None:
    assert findings("Meeting\n\nMarch 4, 2016, Moscow\n\n" + "Minister " * 600 + ": Yes.\n") == []


@needs_jing
@needs_tei_all
def test_goldens_and_committed_documents_are_valid_in_tei_all() -> None:
    files = [*Path("tests/tei/test_goldens").glob("*.xml"), *Path("source").glob("2*.xml")]
    assert len(files) > 4
    assert refused(TEI_ALL, files) == {}


@pytest.mark.parametrize("maker", MAKERS)
def test_a_record_is_valid_clean_and_true(maker: str) -> None:
    assert findings(MAKERS[maker], maker) == []


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(sorted(MAKERS)), st.data())
def test_any_lines_of_a_record_are_valid_clean_and_true(maker: str, data: st.DataObject) -> None:
    lines = MAKERS[maker].split("\n")
    chosen = data.draw(st.lists(st.sampled_from(lines), max_size=20))
    assert findings("\n".join(chosen), maker) == []


def test_a_title_of_two_lines_without_a_date_stands_whole_on_the_title_page() -> None:
    source = f"{' ' * 30}HEARING\n{' ' * 30}ON BRIDGES\n{'_' * 50:>60}\n".encode()
    tei = edition.encode(edition.read(source, "x.txt", "congressional-hearing")).decode()
    assert '<titlePart type="main">ON BRIDGES</titlePart>' in tei
    assert "<p " not in tei
