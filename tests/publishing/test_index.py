"""The index of documents."""

from __future__ import annotations

from dataclasses import replace

import html5lib
import pytest

from edition.publishing import Record, assets, index_page, publish
from tests.publishing.reading import page
from tests.publishing.sample import HEADER, TEXT, document, sample

RECORD = Record(
    name="a",
    title="Nets & <nots>",
    date="1931-05-02",
    place="Harbour",
    language="en",
    participants=2,
    turns=1200,
    words=30000,
    html="a.html",
    text="../text/a.txt",
    tei="",
)


def test_a_record_tells_what_the_index_needs() -> None:
    assert publish(sample()).record == Record(
        name="harbour",
        title="Harbour council, open meeting",
        date="1931-05-02",
        place="Old Harbour",
        language="en",
        participants=3,
        turns=4,
        words=27,
        html="harbour.html",
        text="../text/harbour.txt",
        tei="../tei/harbour.xml",
    )


def test_a_group_of_people_is_a_participant_as_on_the_page() -> None:
    group = '<personGrp xml:id="Crew" role="attending"><persName>the crew</persName></personGrp>'
    whole = document(
        TEXT, header=HEADER.replace("</listPerson></part", f"{group}</listPerson></part")
    )
    published = publish(whole)
    rows = page(published.html).xpath("//*[@class='participants']//*[local-name()='tr'][@id]")
    assert published.record.participants == len(rows) == 4


def test_documents_stand_by_date_and_name_in_years() -> None:
    records = [
        replace(RECORD, name="c", date="1932-01-01"),
        replace(RECORD, name="b"),
        RECORD,
        replace(RECORD, name="d", date=""),
    ]
    tree = page(index_page(replace(record, html=f"{record.name}.html") for record in records))
    rows = tree.xpath("//*[local-name()='tbody']/*/*[@scope='row']/*/@href")
    years = tree.xpath("//*[@class='year']/*")
    assert rows == ["d.html", "a.html", "b.html", "c.html"]
    assert ["".join(year.itertext()).strip() for year in years] == ["Without date", "1931", "1932"]


def test_figures_are_summed_and_parted() -> None:
    said = "".join(page(index_page([RECORD, RECORD])).itertext())
    assert "Documents: 2; turns: 2,400; words: 60,000" in said


@pytest.mark.parametrize("records", [[], [RECORD], [replace(RECORD, date="", place="", turns=0)]])
@pytest.mark.parametrize("language", ["en", "ru", "de", "fr", "xx"])
def test_an_index_is_html_by_the_letter(records: list[Record], language: str) -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(index_page(records, language=language, title="Meetings"))
    assert parser.errors == []


def test_an_empty_link_is_no_link() -> None:
    hrefs = page(index_page([RECORD])).xpath("//@href")
    assert hrefs == ["assets/edition.css", "a.html", "a.html", "../text/a.txt"]


def test_the_style_sheet_asks_for_nothing() -> None:
    sheet = assets()["assets/edition.css"].decode()
    assert "url(" not in sheet
    assert "@import" not in sheet
