"""What the page tells of persons, places and bodies: facts, dates, certainty, identifiers."""

from __future__ import annotations

import pytest

from edition.publishing.document import publish
from edition.tei.document import Document
from tests.publishing.reading import page
from tests.publishing.sample import HEADER, TEXT, document

PERSON = "<person xml:id='VeraInber'{attributes}><persName>Vera Inber</persName>{facts}</person>"


def in_register(facts: str, attributes: str = "") -> Document:
    """A document whose register has one person, of whom *facts* are told."""
    listed = PERSON.format(facts=facts, attributes=attributes)
    text = TEXT[: TEXT.index("<standOff>")]
    return document(f"{text}<standOff><listPerson>{listed}</listPerson></standOff>")


def entry(source: Document, language: str = "en") -> str:
    """The words of the entry of Vera Inber, as the page has them."""
    (found,) = page(publish(source, language=language).html).xpath("//*[@id='VeraInber']")
    return " ".join("".join(found.itertext()).split())


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ('<birth when="1890-07-10"/>', "born July 10, 1890"),
        ('<birth when="1890">1890</birth>', "born 1890"),
        (
            '<birth when="1890-07-10"><placeName>Odessa</placeName></birth>',
            "born July 10, 1890, Odessa",
        ),
        ('<death notBefore="1971" notAfter="1972"/>', "died 1971–1972"),
        ('<death when="1972" cert="low">1972</death>', "died 1972 (low certainty)"),
        ('<persName from="1914" to="1990">V. I.</persName>', "V. I. (1914–1990)"),
        ('<affiliation from="1941">Writers’ Union</affiliation>', "Writers’ Union (1941–)"),
        ('<affiliation when="1931-05-02">Guest</affiliation>', "Guest"),
        ('<occupation cert="medium">poet</occupation>', "poet (medium certainty)"),
        ('<sex value="F" source="#transcript"/>', "sex F"),
    ],
)
def test_facts_have_their_dates_and_their_certainty(facts: str, told: str) -> None:
    assert entry(in_register(facts)) == f"Vera Inber {told}"


@pytest.mark.parametrize(
    ("language", "told"),
    [("de", "geboren 1890"), ("fr", "naissance : 1890"), ("ru", "род. 1890")],
)
def test_facts_are_told_in_the_language_of_the_interface(language: str, told: str) -> None:
    assert entry(in_register('<birth when="1890"/>'), language) == f"Vera Inber {told}"


def test_a_candidate_is_called_one_with_its_evidence() -> None:
    source = in_register("<note type='annotation'>A calling.</note>", " cert='low' resp='#encoder'")
    assert entry(source) == "Vera Inber candidate, low certainty: A calling."


def test_what_an_editor_doubts_is_the_editors_doubt() -> None:
    assert (
        entry(in_register("", " cert='low' resp='#ab'")) == "Vera Inber low certainty — Ada Byron"
    )


def test_an_entry_that_was_decided_has_no_doubt() -> None:
    assert entry(in_register("")) == "Vera Inber"


@pytest.mark.parametrize(
    ("identifier", "shown", "address"),
    [
        ("URI|http://www.wikidata.org/entity/Q42", "Wikidata Q42", None),
        ("URI|https://viaf.org/viaf/75121530/", "VIAF 75121530", None),
        ("URI|https://example.org/who/42", "https://example.org/who/42", None),
        ("URI|https://www.geonames.org/1/a.html", "https://www.geonames.org/1/a.html", None),
        ("Wikidata|Q42", "Wikidata Q42", "https://www.wikidata.org/entity/Q42"),
        ("GND|118541099", "GND 118541099", "https://d-nb.info/gnd/118541099"),
        ("DOI|10.5281/zenodo.1", "DOI 10.5281/zenodo.1", "https://doi.org/10.5281/zenodo.1"),
    ],
)
def test_an_identifier_names_its_authority(
    identifier: str, shown: str, address: str | None
) -> None:
    kind, value = identifier.split("|")
    tree = page(publish(in_register(f'<idno type="{kind}">{value}</idno>')).html)
    (link,) = tree.xpath("//*[@id='VeraInber']//*[@href]")
    assert (link.text, link.get("href")) == (shown, address or value)


def test_an_identifier_that_leads_nowhere_is_no_link() -> None:
    assert entry(in_register('<idno type="ISBN">978-3</idno>')) == "Vera Inber ISBN 978-3"
    assert entry(in_register('<idno type="URI">javascript:x</idno>')) == "Vera Inber javascript:x"


def test_participants_have_their_facts_too() -> None:
    facts = '<birth when="1890"/><idno type="URI">https://www.wikidata.org/entity/Q42</idno>'
    listed = PERSON.format(facts=facts, attributes=" role='attending'")
    header = HEADER.replace("</listPerson>", f"{listed}</listPerson>")
    tree = page(publish(document(TEXT, header=header)).html)
    cells = tree.xpath("//*[@id='VeraInber']/*")
    said = [" ".join("".join(cell.itertext()).split()) for cell in cells]
    assert said == ["Vera Inber born 1890 Wikidata Q42", "present"]


def test_a_category_is_called_by_what_stands_in_ana() -> None:
    header = HEADER.replace(">chair<", ">leads the meeting<")
    tree = page(publish(document(TEXT, header=header)).html)
    (category,) = tree.xpath("//*[@id='chair']")
    assert " ".join("".join(category.itertext()).split()) == "chair leads the meeting"


_PROPOSED = ' cert="high" resp="#encoder"><note>Named by a label.</note>'


@pytest.mark.parametrize(
    ("proposed", "above", "rows"),
    [
        (3, "All participants: candidate, high certainty: Named by a label.", 0),
        (2, "Where it says “candidate”: candidate, high certainty: Named by a label.", 2),
        (1, "", 1),
    ],
)
def test_what_is_proposed_of_many_alike_is_said_once(proposed: int, above: str, rows: int) -> None:
    header = HEADER
    for name in ("MaryQuay", "JohnMole", "AnnPier")[:proposed]:
        at = header.index(">", header.index(f'<person xml:id="{name}"'))
        header = header[:at] + _PROPOSED + header[at + 1 :]
    tree = page(publish(document(TEXT, header=header)).html)
    assert (
        tree.xpath("normalize-space(//*[local-name()='caption'])")
        == f"Participants {above}".strip()
    )
    told = " ".join(map(str, tree.xpath("//*[local-name()='tbody']//text()")))
    assert told.count("candidate") == rows
    assert ("Named by a label." in told) is (not above)
