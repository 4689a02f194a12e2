"""The page of a document: HTML by the letter, every id, nothing from outside, the facts."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import html5lib
import pytest

from edition.diagnostic import EditionError
from edition.publishing.document import Links, publish
from edition.publishing.transformation import transformed
from edition.tei.document import Document
from edition.tei.vocabulary import XML_ID
from tests.publishing.others import play, sitting, tokens
from tests.publishing.reading import HTML, page
from tests.publishing.sample import HEADER, TEXT, document, in_paragraph, in_turn, large, sample

BLOCKS = "div p ul ol table blockquote section h1 h2 h3 hr dl"


def html_of(source: Document) -> str:
    return publish(source).html


@pytest.mark.parametrize("source", [sample(), large(3)], ids=["sample", "large"])
def test_a_page_is_html_by_the_letter(source: Document) -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(html_of(source))
    assert parser.errors == []


def test_ids_are_unique_and_each_xml_id_is_one() -> None:
    source = sample()
    ids: Counter[str] = Counter(page(html_of(source)).xpath("//@id"))
    assert [name for name, times in ids.items() if times > 1] == []
    assert {element.get(XML_ID) for element in source.root.iter() if element.get(XML_ID)} <= set(
        ids
    )


def test_every_link_within_the_page_leads_somewhere() -> None:
    tree = page(html_of(sample()))
    targets = {str(link)[1:] for link in tree.xpath("//@href[starts-with(., '#')]")}
    targets |= {str(name) for name in tree.xpath("//@aria-labelledby")}
    assert targets <= set(tree.xpath("//@id"))


def test_a_page_asks_for_nothing_but_its_style_sheet_and_script() -> None:
    tree = page(html_of(sample()))
    assert tree.xpath("//@srcset | //@style | //@*[starts-with(name(), 'on')]") == []
    assert tree.xpath("//@src") == ["assets/reading.js", "assets/cite.js"]
    # A browser fetches what is a style sheet, an icon, or to be loaded ahead.
    relations = {link.get("rel") for link in tree.iter(f"{HTML}link")}
    told = {"alternate item", "author", "describedby", "license", "schema.DC"}
    assert relations == {"stylesheet", "icon"} | told
    assert tree.xpath("//*[@rel='stylesheet']/@href") == ["assets/edition.css"]
    assert tree.xpath("//*[@rel='icon']/@href") == ["data:image/png,"]
    types = [script.get("type") for script in tree.iter(f"{HTML}script")]
    assert types == [None, None, "application/ld+json"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JaVaScRiPt:x"]
)
def test_an_address_that_is_none_becomes_no_link(address: str) -> None:
    markup = (
        f'<ref target="{address}">see</ref> <rs ref="{address}">He</rs><ptr target="{address}"/>'
    )
    assert address not in page(html_of(in_paragraph(markup))).xpath("//@href")


def test_markup_in_the_header_stays_words() -> None:
    header = HEADER.replace(
        "Harbour council, open meeting", "&lt;/script>&lt;script>alert(1)&lt;/script>&amp;amp;"
    )
    html = html_of(document(TEXT, header=header))
    *own, data = re.findall(r"<script[^>]*>(.*?)</script>", html, re.DOTALL)
    assert set(own) == {""}
    assert json.loads(data)["name"] == "</script><script>alert(1)</script>&amp;"


def test_links_do_not_nest() -> None:
    markup = (
        '<persName ref="#MaryQuay" cert="low">a <placeName ref="#JohnMole">b</placeName>'
        '<note type="annotation">c</note> <ref target="https://example.org">d</ref></persName>'
    )
    assert (
        page(html_of(in_paragraph(markup))).xpath("//*[local-name()='a']//*[local-name()='a']")
        == []
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<lg><l>x</l></lg>",
        "<list><item>x</item></list>",
        "<quote><p>x</p></quote>",
        "<table><row><cell>x</cell></row></table>",
    ],
)
def test_a_paragraph_holds_no_block(markup: str) -> None:
    tree = page(html_of(in_paragraph(f"<emph>{markup}</emph>")))
    held = {e.tag for p in tree.iter(f"{HTML}p") for e in p.iterdescendants()}
    assert held & {f"{HTML}{name}" for name in BLOCKS.split()} == set()


def test_a_turn_is_a_group_that_its_speaker_names() -> None:
    tree = page(html_of(sample()))
    labels = {
        turn.get("id"): " ".join(
            "".join(tree.xpath(f"//*[@id='{turn.get('aria-labelledby')}']")[0].itertext()).split()
        )
        for turn in tree.xpath("//*[contains(@class, 'turn ')]")
    }
    assert labels == {
        "u1": "Harbour master Mary Quay:",
        "u2": "Mole:",
        "u3": "Question:",
        "u4": "⟦John Mole?⟧?2",
    }


def test_a_turn_of_two_names_both_wherever_the_speaker_is_told() -> None:
    text = (
        '<text><body><div><u xml:id="u1" who="#MaryQuay #JohnMole"><seg xml:id="p1">x</seg></u>'
        "</div></body></text>"
    )
    publication = publish(document(text))
    tree = page(publication.html)
    assert tree.xpath("string(//*[@href='#u1']/*[@class='who'])") == "Mary Quay, John Mole"
    assert tree.xpath("string(//*[@id='u1:label'])") == "⟦Mary Quay, John Mole⟧"
    assert "⟦Mary Quay, John Mole⟧ x" in publication.text


def test_an_insertion_of_the_source_is_no_speech_wherever_it_stands() -> None:
    markup = '<note type="editorial">[torn]</note>'
    between = page(html_of(in_turn(f"<seg>a</seg>{markup}")))
    within = page(html_of(in_paragraph(markup)))
    for tree in (between, within):
        assert tree.xpath("//*[local-name()='article']//*[@class='editorial']/text()") == ["[torn]"]


def test_the_bar_leads_to_all_documents_and_to_other_forms() -> None:
    def bar(links: Links) -> list[str]:
        tree = page(publish(sample(), links=links).html)
        return [str(link) for link in tree.xpath("//*[@class='bar']//@href")]

    assert bar(Links()) == ["index.html", "../text/harbour.txt", "../tei/harbour.xml"]
    assert bar(Links(text="", tei="", home="")) == []


def test_a_paragraph_number_is_its_address() -> None:
    tree = page(html_of(in_turn('<seg xml:id="p19">x</seg><seg xml:id="p19a">y</seg>')))
    numbers = [
        (a.get("href"), a.text, a.get("aria-label"))
        for a in tree.xpath("//*[@class='number'][@href]")
    ]
    assert numbers == [("#p19", "19", "Paragraph 19"), ("#p19a", "19a", "Paragraph 19a")]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ["<dd>12 turns, 1 word, some 3 pages<", "<dd>German<", ">our Plattdeutsch<"]),
        (
            "de",
            [
                '>Beiträge: 12</span>, <span lang="de">Wörter: 1</span>, some 3 pages<',
                '<span lang="de">Deutsch</span>',
                ">our Plattdeutsch<",
            ],
        ),
    ],
)
def test_what_the_program_says_in_the_header_is_in_the_language_of_the_page(
    language: str, shown: list[str]
) -> None:
    extent = (
        '<extent><measure unit="turns" quantity="12">12 turns</measure>'
        '<measure unit="words" quantity="1">1 word</measure>'
        '<measure unit="pages" quantity="3">some 3 pages</measure></extent>'
    )
    languages = (
        '<langUsage><language ident="de">German</language>'
        '<language ident="nds">our Plattdeutsch</language></langUsage>'
    )
    header = re.sub(r"<extent>.*?</extent>", "", HEADER, count=1, flags=re.DOTALL)
    header = header.replace("<publicationStmt>", f"{extent}<publicationStmt>", 1)
    header = re.sub(r"<langUsage>.*?</langUsage>", "", header, flags=re.DOTALL)
    header = header.replace("<profileDesc>", f"<profileDesc>{languages}", 1)
    html = publish(document(TEXT, header=header), language=language).html
    assert [words for words in shown if words not in html] == []


def test_participants_have_turns_words_and_share() -> None:
    rows = page(html_of(sample())).xpath("//*[@class='participants']/*[local-name()='tbody']/*")
    cells = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in rows]
    assert cells == [
        ["Mary Quay Harbour master", "1", "22", "81%"],
        ["John Mole", "2", "3", "11%"],
        ["Ann Pier", "only summarised"],
        ["Not identified", "1", "2", "7%"],
    ]


def test_words_of_a_turn_of_two_count_for_both_and_once_in_all() -> None:
    text = (
        '<text><body><div><u xml:id="u1" who="#MaryQuay #JohnMole"><seg>one two three</seg></u>'
        '<u xml:id="u2" who="#JohnMole"><seg>four</seg></u></div></body></text>'
    )
    publication = publish(document(text))
    shares = page(publication.html).xpath("//*[local-name()='td'][@class='share']/text()")
    assert [share.strip() for share in shares if share.strip()] == ["75%", "100%"]
    assert publication.record.words == 4


PROSE = (
    '<text><body><div><p xml:id="p1">Mary Quay opened the talk at noon.</p>'
    '<u xml:id="u1" who="#MaryQuay"><seg>one two three</seg></u>'
    '<u xml:id="u2" who="#JohnMole"><seg>four</seg></u></div></body></text>'
)


@pytest.mark.parametrize(
    "source", [sample(), document(PROSE), sitting(), tokens(), play()], ids=lambda it: it.name
)
def test_the_words_of_a_page_are_those_of_lists_and_figures(source: Document) -> None:
    publication = publish(source)
    terms = page(publication.html).xpath("//*[@class='brief']/*")
    told = {
        str(div[0].text): int(str(div[1].text).replace(",", ""))
        for div in terms
        if len(div)
        if str(div[1].text).replace(",", "").isdigit()
    }
    assert told["Words"] == publication.record.words
    said = sum(turn.length for turn in publication.data.turns)
    assert told.get("Words in turns", told["Words"]) == said


def test_prose_outside_of_turns_counts_for_the_text_and_for_no_speaker() -> None:
    tree = page(html_of(document(PROSE)))
    figures = dict(
        zip(
            tree.xpath("//*[@class='brief']/*/*[1]/text()"),
            tree.xpath("//*[@class='brief']/*/*[2]/text()"),
            strict=True,
        )
    )
    assert (figures["Words"], figures["Words in turns"]) == ("11", "4")
    shares = tree.xpath("//*[local-name()='td'][@class='share']/text()")
    assert [share.strip() for share in shares if share.strip()] == ["75%", "25%"]


def test_beside_a_participant_is_when_they_speak() -> None:
    tree = page(html_of(document(PROSE)))
    paths = tree.xpath("//*[@class='ribbon']/*[local-name()='path']/@d")
    assert paths == ["M0 0h750", "M750 0h250"]


def test_doubts_are_marked_and_their_evidence_is_in_the_notes() -> None:
    tree = page(html_of(sample()))
    marks = tree.xpath("//*[contains(@class, 'doubt')]/*[@role='doc-noteref']")
    assert [(mark.text, mark.get("href")) for mark in marks] == [
        ("?2", "#note:2"),
        ("?2", "#note:2"),
    ]
    note = tree.xpath("//*[@id='note:2']")[0]
    said = " ".join("".join(note.itertext()).split())
    assert said == "Speaker of this turn: low certainty. No label is printed. — edition ↩ ↩"
    assert note.xpath(".//@href") == ["#call:2", "#call:2:p6"]


def test_an_annotation_is_an_endnote_with_a_way_back() -> None:
    tree = page(html_of(sample()))
    call = tree.xpath("//*[@id='call:1']")[0]
    note = tree.xpath("//*[@id='note:1']")[0]
    assert (call.get("role"), call.get("href"), call.get("aria-label")) == (
        "doc-noteref",
        "#note:1",
        "Note 1",
    )
    assert "In fact the fourth." in "".join(note.itertext())
    assert note.xpath(".//*[@role='doc-backlink']/@href") == ["#call:1"]


def test_metadata_come_from_the_header() -> None:
    tree = page(html_of(sample()))
    meta = {(m.get("name"), m.get("content")) for m in tree.iter(f"{HTML}meta")}
    assert {
        ("DC.title", "Harbour council, open meeting"),
        ("DC.publisher", "Harbour Press & Sons"),
        ("DC.source", "https://example.org/harbour"),
        ("citation_editor", "Ada Byron"),
        ("citation_publication_date", "2026/01/01"),
    } <= meta
    data = json.loads(tree.xpath("string(//*[@type='application/ld+json'])"))
    assert data["@type"] == "CreativeWork"
    assert data["about"]["startDate"] == "1931-05-02"
    assert data["editor"] == [
        {"@type": "Person", "name": "Ada Byron", "@id": "https://orcid.org/0000-0002-1825-0097"}
    ]
    assert data["isBasedOn"]["url"] == "https://example.org/harbour"
    assert "url" not in data


def test_the_citation_names_source_editor_and_version() -> None:
    (citation,) = page(html_of(sample())).xpath("//*[@class='citation']")
    assert "".join(citation.itertext()) == (
        "“Harbour council, open meeting”, May 2, 1931, Old Harbour. Transcript: Harbour Gazette."
        " Edited by Ada Byron. Harbour Press & Sons, 2026, version 1.2.0."
    )


def test_hash_and_licence_are_on_the_page() -> None:
    html = html_of(sample())
    assert "0123456789abcdef" in html
    assert "creativecommons.org/licenses/by/4.0/" in html


def test_links_follow_the_settings() -> None:
    links = Links(text="", tei="{name}.tei", home="../", address="https://example.org/{name}")
    tree = page(publish(sample(), links=links).html)
    found = {link.get("rel"): link.get("href") for link in tree.iter(f"{HTML}link")}
    assert found["canonical"] == "https://example.org/harbour"
    assert found["alternate item"] == "harbour.tei"
    assert tree.xpath("//@href[. = '../']") != []


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "Participants"), ("ru", "Участники"), ("de", "Teilnehmer"), ("fr", "Participants")],
)
def test_the_interface_speaks_the_language(language: str, word: str) -> None:
    tree = page(publish(sample(), language=language).html)
    assert tree.get("lang") == language
    assert tree.xpath("string(//*[local-name()='caption'])") == word


def test_the_interface_speaks_the_documents_language_else_english() -> None:
    russian = page(html_of(document(TEXT, language="ru-Latn")))
    assert russian.get("lang") == "ru"
    latin = page(html_of(document(TEXT, language="la")))
    assert latin.get("lang") == "en"
    assert set(
        latin.xpath("//*[local-name()='article']//*[@class='kicker' or @class='number']/@lang")
    ) == {"en"}
    assert latin.xpath("//*[local-name()='article']/@lang") == ["la"]


def test_languages_within_the_text_are_named() -> None:
    assert page(html_of(sample())).xpath("//*[@class='foreign']/@lang") == ["fr"]


def test_publishing_twice_gives_the_same_bytes() -> None:
    assert publish(sample()) == publish(sample())


@pytest.mark.parametrize(
    "template",
    ["<xsl:template match='/'><xsl:sequence select='error()'/></xsl:template>", "<xsl:wrong/>"],
)
def test_a_stylesheet_that_stops_is_a_finding(template: str, tmp_path: Path) -> None:
    stylesheet = tmp_path / "broken.xsl"
    stylesheet.write_text(
        f'<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{template}'
        "</xsl:stylesheet>",
        encoding="utf-8",
    )
    with pytest.raises(EditionError) as caught:
        transformed(stylesheet, sample())
    assert (caught.value.finding.code, caught.value.finding.file) == ("P003", "harbour.xml")


def test_an_unknown_element_is_reported_at_its_place_and_its_words_stay() -> None:
    publication = publish(in_paragraph("<zone>kept</zone>"))
    (finding,) = publication.diagnostics
    assert (finding.code, finding.xml_id) == ("P001", "p1")
    assert finding.xpath == "/TEI/text/body/div/u/seg/zone"
    assert "<zone>" in finding.message
    assert "kept" in publication.html
    assert "kept" in publication.text


def test_words_between_paragraphs_are_reported_and_stay() -> None:
    publication = publish(in_turn("<seg>a</seg> stray <emph>phrase</emph>"))
    assert {finding.code for finding in publication.diagnostics} == {"P002"}
    assert "stray" in publication.html
    assert "phrase" in publication.text


def test_only_what_is_asked_for_is_made() -> None:
    both = publish(sample())
    page_only = publish(sample(), outputs=["html"])
    text_only = publish(sample(), outputs=["text"])
    assert (page_only.html, page_only.text) == (both.html, "")
    assert (text_only.html, text_only.text) == ("", both.text)
    assert page_only.record == text_only.record == both.record


def test_a_document_without_a_title_has_the_name_of_its_file() -> None:
    """``<title/>``: its page, its entry in the index and its citation would be called nothing."""
    header = HEADER.replace("Harbour council, open meeting", " ")
    made = publish(document("<text><body><div><p>Words.</p></div></body></text>", header=header))
    (heading,) = page(made.html).xpath("//*[local-name()='h1']")
    assert "".join(heading.itertext()) == "harbour"
    assert made.record.title == made.data.reference.title == "harbour"
    assert "“harbour”" in made.html
    assert "⟦⟧" not in made.text


def test_an_empty_head_is_no_heading_and_keeps_its_address() -> None:
    text = '<text><body><div><head xml:id="h1"/><p>Words.</p></div></body></text>'
    shown = page(publish(document(text)).html)
    headings = shown.xpath("//*[local-name()='article']//*[local-name()='h2']")
    assert ["".join(it.itertext()) for it in headings if not "".join(it.itertext()).strip()] == []
    assert len(shown.xpath("//@id[.='h1']")) == 1
