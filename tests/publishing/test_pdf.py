"""The PDF of a document has every word, is the same each time, and asks for nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from edition.diagnostic import EditionError
from edition.publishing.laying_out import missing_for_pdf
from edition.publishing.pdf import pdf, sheet_for
from edition.tei.document import Document, parse
from tests.publishing.others import play, sitting, tokens
from tests.publishing.reading import HTML, article, page, source_words, source_words_of_page
from tests.publishing.sample import HEADER, TEXT, document, in_turn, large, sample

SEED = Path(__file__).parents[2] / "source" / "2023-01-18-leningrad.xml"
MADE = [
    sample(),
    large(3),
    sitting(),
    play(),
    document("<text><body/></text>"),
    parse(SEED.read_bytes(), SEED.name),
]
NAMES = ["sample", "large", "sitting", "play", "empty", "seed"]
needs_weasyprint = pytest.mark.skipif(
    bool(missing_for_pdf()), reason='needs WeasyPrint and Pango: pip install "edition[pdf]"'
)
needs_pdfinfo = pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="needs pdfinfo: apt-get install poppler-utils"
)


def structure(data: bytes, folder: Path) -> str:
    """The text of a PDF in the order of its structure, without white space, as poppler reads it."""
    file = folder / "made.pdf"
    file.write_bytes(data)
    said = subprocess.run(
        ["pdfinfo", "-struct-text", str(file)], capture_output=True, text=True, check=True
    )
    assert said.stderr == ""
    return "".join("".join(re.findall(r'^ *"(.*)"$', said.stdout, re.MULTILINE)).split())


def notes_taken_out(sheet: etree._Element) -> list[str]:
    """The notes of *sheet*, each with its mark; the mark alone stays."""
    notes = []
    for note in sheet.findall(f".//{HTML}span[@class='footnote']"):
        mark = str(note.get("data-mark"))
        notes.append(mark + "".join("".join(note.itertext()).split()))
        note[:] = []
        note.text = mark
    return notes


def text(made: Document) -> str:
    """The text of the PDF of *made*, as pypdf reads it."""
    return "\n".join(one.extract_text() for one in PdfReader(BytesIO(pdf(made))).pages)


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_the_sheet_has_every_word(made: Document) -> None:
    assert source_words_of_page(sheet_for(made)) == source_words(made)


@needs_weasyprint
@needs_pdfinfo
@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_the_pdf_has_what_the_sheet_has(made: Document, tmp_path: Path) -> None:
    sheet = article(sheet_for(made))
    notes = notes_taken_out(sheet)
    written = structure(pdf(made), tmp_path)
    for note in notes:  # at the end of the page
        assert note in written
        written = written.replace(note, "", 1)
    wanted = "".join("".join(sheet.itertext()).split())
    assert _without_dots(written)[: len(_without_dots(wanted))] == _without_dots(wanted)


def _without_dots(words: str) -> str:
    """*words* without what the style sheet sets between facts."""
    return words.replace("·", "")


@needs_weasyprint
@pytest.mark.parametrize("language", ["en", "ru", "ar", "he"])
def test_no_word_is_divided_or_glued(language: str) -> None:
    words = {
        "en": "unquestionably extraordinary parliamentarians",
        "ru": "достопримечательности председательствующего",
        "ar": "المجلس الأول",
        "he": "הישיבה הראשונה",
    }[language]
    said = f'<u xml:id="u1"><seg xml:id="p1">{f"{words} " * 60}</seg></u>'
    body = f'<text><body><div type="debateSection">{said}</div></body></text>'
    made = document(body, language=language)
    found = text(made)
    for word in words.split():
        assert len(re.findall(rf"\b(?:{word}|{word[::-1]})\b", found)) == 60


@needs_weasyprint
def test_other_processes_make_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys; from tests.publishing.sample import sample; "
        "from edition.publishing.pdf import pdf; sys.stdout.buffer.write(pdf(sample()))"
    )
    root = str(Path(__file__).parents[2])
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            cwd=root,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": root, "TZ": zone},
        ).stdout
        for seed, zone in [("1", "UTC"), ("2", "Asia/Tokyo")]
    }
    assert len(made) == 1
    assert made.pop().startswith(b"%PDF-")


@needs_weasyprint
def test_the_pdf_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(pdf(sample(), address="https://example.org/html/harbour.html")))
    assert reader.metadata is not None
    assert reader.metadata.title == "Harbour council, open meeting"
    assert reader.metadata.author == "Ada Byron"
    assert str(reader.root_object["/Lang"]) == "en"
    assert "'/Marked': True" in str(reader.root_object["/MarkInfo"])
    first = reader.pages[0].extract_text()
    for fact in ("https://example.org/html/harbour.html", "1.2.0", "Mary Quay"):
        assert fact in first
    last = f"{len(reader.pages)} / {len(reader.pages)}"
    assert last in reader.pages[-1].extract_text()


@needs_weasyprint
def test_heads_tell_the_edition_and_the_meeting() -> None:
    reader = PdfReader(BytesIO(pdf(large(6), edition="The Harbour Papers")))
    first, *others = [one.extract_text() for one in reader.pages]
    assert "The Harbour Papers" not in first
    assert all("The Harbour Papers" in one and "1931" in one for one in others)


@needs_weasyprint
def test_the_outline_has_the_turns() -> None:
    reader = PdfReader(BytesIO(pdf(large(3))))
    titles = re.findall(r"'/Title': '([^']*)'", str(reader.outline))
    assert titles.count("Quay:") == 3


def test_a_note_stands_where_it_is_called() -> None:
    made = in_turn(
        '<seg xml:id="p1">Good <note type="annotation" resp="#ed">'
        "<p>One.</p><p>Two.</p></note></seg>"
    )
    sheet = page(sheet_for(made))
    (note,) = sheet.findall(f".//{HTML}span[@class='footnote']")
    assert note.get("data-mark") == "1"
    assert "".join(note.itertext()).split()[:2] == ["One.", "Two."]
    assert not [one for one in note.iter() if one.tag in (f"{HTML}p", f"{HTML}div")]
    assert sheet.find(f".//{HTML}section[@class='endnotes']") is None


def test_a_note_that_no_mark_calls_is_at_the_end() -> None:
    made = document(
        '<text><body><div type="debateSection" xml:id="d1"><u xml:id="u1">'
        '<seg xml:id="p1">Yes.</seg>'
        "</u></div></body></text>",
        header=HEADER.replace(
            "</teiHeader>",
            "</teiHeader><standOff><certainty target='#d1' locus='name' cert='low'>"
            "<desc>Perhaps it is two.</desc></certainty></standOff>",
        ),
    )
    end = page(sheet_for(made)).find(f".//{HTML}section[@class='endnotes']")
    if end is None:
        pytest.fail("the note is lost")
    assert "Perhaps it is two." in " ".join("".join(end.itertext()).split())


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_every_link_leads_to_a_place_or_the_web(made: Document) -> None:
    sheet = page(sheet_for(made))
    places = [str(one) for one in sheet.xpath("//@id")]
    assert len(places) == len(set(places))
    for link in sheet.iter(f"{HTML}a"):
        address = str(link.get("href"))
        assert address.startswith(("https://", "http://", "mailto:")) or address[1:] in places


@needs_weasyprint
def test_the_register_tells_paragraph_and_page() -> None:
    said = large(12).data.decode()
    body = said[said.index("<text>") : said.index("</TEI>")]
    found = " ".join(text(document(body + TEXT[TEXT.index("<standOff>") :])).split())
    register = found[found.index("The Quay") :]
    assert "¶ 2 (p. 2), ¶ 4 (p. 2)" in register
    assert re.search(r"¶ 24 \(p\. [3-9]\)", register)


@needs_weasyprint
def test_what_stops_weasyprint_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    import weasyprint

    def stops(*_: object, **__: object) -> None:
        raise AssertionError("no room")

    monkeypatch.setattr(weasyprint.HTML, "write_pdf", stops)
    with pytest.raises(EditionError) as raised:
        pdf(tokens())
    assert raised.value.finding.code == "P009"
    assert "no room" in raised.value.finding.message
