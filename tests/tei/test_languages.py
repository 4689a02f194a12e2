"""In which language the words of a TEI file are: those of the text, those of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.etree import _Element as Element

import edition
from edition.names.model import Kind
from edition.publishing.document import publish
from edition.settings import parse_settings
from edition.tei.candidates import new_register
from edition.tei.document import Document
from edition.tei.statements import statements
from edition.tei.vocabulary import TEI_NAMESPACE, XML_LANG
from tests.publishing.reading import page

DATA = Path(__file__).parent.parent / "data"
FRENCH = """Réunion du conseil

Paris, le 3 mai 2022

Mme Adler : Bonjour à tous.

Mme Adler : Le pont est fermé.

M. Brand : Je le regrette.

Mme Adler : Merci.
"""


def encoded(text: str, language: str) -> Document:
    settings = parse_settings(f'[source]\nlanguage = "{language}"\n'.encode(), "e.toml")
    return edition.parse(edition.encode(edition.read(text.encode(), "a.txt"), settings), "a.xml")


def language_of(element: Element) -> str:
    """The language that holds for *element*."""
    return str(element.xpath("string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)"))


def of(document: Document, path: str) -> set[str]:
    """The languages of the elements at *path*, of which there is one at least."""
    found = document.root.findall(path, {"t": TEI_NAMESPACE})
    assert found, path
    return {language_of(one) for one in found}


def test_the_header_is_english_and_what_it_repeats_is_not() -> None:
    document = encoded((DATA / "assemblee-nationale.txt").read_text(encoding="utf-8"), "fr")
    ours = (
        "encodingDesc//t:p",
        "encodingDesc//t:catDesc",
        "titleStmt//t:resp",
        "change",
        "measure",
    )
    for path in (f".//t:{one}" for one in ours):
        assert of(document, path) == {"en"}, path
    theirs = (
        "titleStmt/t:title",
        "meeting",
        "bibl/t:title",
        "bibl/t:date",
        "listPerson",
        "setting",
    )
    for path in (*(f".//t:{one}" for one in theirs), ".//t:u", ".//t:front"):
        assert of(document, path) == {"fr"}, path


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_where_all_is_english_nothing_is_said_twice(language: str) -> None:
    document = encoded(FRENCH, language)
    assert [one for one in document.root.iter() if one.get(XML_LANG)] == [document.root]


def test_the_evidence_of_the_program_is_english() -> None:
    data = (DATA / "generic.txt").read_bytes()
    document = edition.parse(edition.encode(edition.read(data, "a.txt")), "a.xml")
    assert document.root.get(XML_LANG) == "und"
    assert of(document, ".//t:certainty/t:desc") == {"en"}


def test_lines_that_were_left_out_have_the_language_of_the_source() -> None:
    data = (DATA / "assemblee-nationale.txt").read_bytes()
    document = edition.parse(edition.encode(edition.read(data, "a.txt")), "a.xml")
    assert of(document, ".//t:samplingDecl/t:ab") == {"fr"}
    assert of(document, ".//t:samplingDecl/t:p") == {"en"}


def test_a_register_in_another_language_has_an_english_header() -> None:
    settings = parse_settings(b'[source]\nlanguage = "fr"\n', "e.toml")
    register = edition.parse(new_register(Kind.PERSON, settings, None), "persons.xml")
    assert of(register, ".//t:title") == {"en"}
    assert of(register, ".//t:listPerson") == {"fr"}


def test_the_page_says_so_too() -> None:
    tree = page(publish(encoded(FRENCH, "fr")).html)
    assert tree.get("lang") == "fr"
    said = [one for one in tree.iter() if (one.text or "").strip() == statements()["quotation"]]
    assert said
    assert {str(one.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")) for one in said} == {"en"}
    figures = [one for one in tree.iter() if (one.text or "").startswith("Mots: ")]
    assert [one.get("lang") for one in figures] == ["fr"]
