"""The index of documents."""

from __future__ import annotations

from dataclasses import replace

import html5lib
import pytest

from edition.publishing.assets import assets
from edition.publishing.document import publish
from edition.publishing.index import MOST_ROWS, documents_table, index_pages
from edition.publishing.record import Record
from edition.publishing.timeline import Meeting, timeline
from tests.publishing.reading import page
from tests.publishing.sample import HEADER, TEXT, document, home, sample

TABLE = "//*[local-name()='table'][@class='documents']"
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
    tree = page(home(replace(record, html=f"{record.name}.html") for record in records))
    rows = tree.xpath(f"{TABLE}//*[@scope='row']/*/@href")
    years = tree.xpath("//*[@class='year']/*")
    assert rows == ["a.html", "b.html", "c.html", "d.html"]
    assert ["".join(year.itertext()).strip() for year in years] == ["1931", "1932", "Without date"]


def test_figures_are_summed_and_parted() -> None:
    said = "".join(page(home([RECORD, RECORD])).itertext())
    assert "Documents: 2; turns: 2,400; words: 60,000" in said


@pytest.mark.parametrize("records", [[], [RECORD], [replace(RECORD, date="", place="", turns=0)]])
@pytest.mark.parametrize("language", ["en", "ru", "de", "fr", "xx"])
def test_an_index_is_html_by_the_letter(records: list[Record], language: str) -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(home(records, language=language, title="Meetings"))
    assert parser.errors == []


def test_an_empty_link_is_no_link() -> None:
    hrefs = page(home([RECORD])).xpath("//@href")
    here = ["assets/edition.css", "data:image/png,"]
    assert hrefs == [*here, "a.html", "a.html", "../text/a.txt"]


def test_the_style_sheet_asks_for_nothing() -> None:
    sheet = assets()["assets/edition.css"].decode()
    assert "url(" not in sheet
    assert "@import" not in sheet


def titles(html: str) -> list[str]:
    return [str(it) for it in page(html).xpath(f"{TABLE}//*[@scope='row']/*/text()")]


def test_each_order_is_a_page_that_needs_no_script() -> None:
    records = [
        replace(RECORD, title="Ämter", words=5, date="1932"),
        replace(RECORD, title="zoo", words=900, date="1931"),
        replace(RECORD, title="bridge", words=70, date="1933"),
    ]
    pages = dict(index_pages(records))
    assert titles(pages["index.html"]) == ["zoo", "Ämter", "bridge"]
    assert titles(pages["documents/title.html"]) == ["Ämter", "bridge", "zoo"]
    assert titles(pages["documents/length.html"]) == ["zoo", "bridge", "Ämter"]
    for address, html in pages.items():
        html5lib.HTMLParser(strict=True).parse(html)
        tree = page(html)
        assert tree.xpath("//*[@class='orders']/*[@aria-current]/@href") == [
            "../" * address.count("/") + address
        ]
        assert len(tree.xpath("//@aria-sort")) == 1


def test_a_long_index_is_parted_and_every_document_is_once_in_each_order() -> None:
    records = [
        replace(
            RECORD, name=f"n{n}", title=f"Meeting {n}, with a title of a usual length", date=date
        )
        for n in range(5 * MOST_ROWS)
        for date in [f"{1900 + n // 7}-0{1 + n % 7}-11"]
    ]
    pages = dict(index_pages(records, subjects=True))
    assert sorted(it for it in pages if "date" in it) == [
        f"documents/date..{n}.html" for n in range(2, 6)
    ]
    assert max(len(html.encode()) for html in pages.values()) < 150_000
    for order in ("date", "title", "length"):
        told = [
            title
            for address, html in pages.items()
            if order in address or (order == "date" and address == "index.html")
            for title in titles(html)
        ]
        assert sorted(told) == sorted(it.title for it in records)
    for html in pages.values():
        parts = page(html).xpath("//*[@class='ranges']/*/@href")
        assert len(parts) == 5


def test_times_of_meetings_lead_to_where_they_are_listed() -> None:
    records = [replace(RECORD, date=date) for date in ("1911-03-07", "1913", "1913-05", "")]
    tree = page(home(records))
    bars = tree.xpath("//*[local-name()='rect']/*[local-name()='title']/text()")
    assert bars == ["1911: 1", "1913: 2"]
    links = tree.xpath("//*[starts-with(@class, 'timeline')]//@href")
    assert links == ["#page:year-1911", "#page:year-1913"]
    assert {link[1:] for link in links} <= set(tree.xpath("//@id"))


@pytest.mark.parametrize(
    ("dates", "unit", "bins"),
    [
        (["1911-03-07", "1911-05-01"], "month", 3),
        (["1911-03-07", "1911"], None, 0),
        (["1911-03", "1955-05"], "year", 45),
        (["1911", "1999"], "decade", 9),
        (["0911", "1999"], "century", 11),
        (["1911", "1911"], None, 0),
        (["", "yesterday"], None, 0),
    ],
)
def test_times_are_as_short_as_there_is_room(dates: list[str], unit: str | None, bins: int) -> None:
    drawn = timeline(Meeting(date, "index.html") for date in dates)
    assert (drawn is not None and drawn.get("unit")) == (unit or False)
    assert len(drawn if drawn is not None else ()) == bins


def test_documents_are_a_table_for_spreadsheets() -> None:
    said = documents_table([RECORD, replace(RECORD, name="b", date="1900")]).decode()
    assert said.splitlines()[1].startswith("b,1900,Nets & <nots>,Harbour,en,2,1200,30000,a.html")
