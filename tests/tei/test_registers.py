"""Registers read: every form of a name, every fact, and the whole element for other files."""

from __future__ import annotations

from lxml import etree

import edition
from edition.checking.registers import check_copies
from edition.names.known import Known
from edition.names.model import Identifier, Kind, Name
from edition.names.naming import name
from edition.tei.document import parse
from edition.tei.registers import is_register, text_of
from edition.tei.vocabulary import XML_ID
from tests.tei.registers import HEAD, PERSONS, PLACES, read


def test_a_person_has_names_roles_identifiers_and_notes() -> None:
    entry = read(PERSONS).register.entries["LeoTolstoy"]
    assert entry.kind is Kind.PERSON
    assert entry.names == (Name("Leo Tolstoy"), Name("Lev Nikolayevich", "1828"))
    assert entry.roles == ("writer", "count")
    assert entry.identifiers == (Identifier("wikidata", "https://www.wikidata.org/entity/Q7243"),)
    assert entry.note == "Not Alexei."
    assert not entry.candidate


def test_the_sex_of_a_person_is_known_where_it_is_stated() -> None:
    stated = PERSONS.replace("<occupation>", '<sex value="M" source="#s1">male</sex><occupation>')
    entries = read(stated).register.entries
    assert (entries["LeoTolstoy"].sex, entries["VeraInber"].sex) == ("M", "")


def test_a_place_has_dated_names_country_and_coordinates() -> None:
    entry = read(PERSONS, PLACES).register.entries["StPetersburg"]
    assert entry.names == (Name("St Petersburg", "1991"), Name("Leningrad", "1924", "1991"))
    assert (entry.type, entry.country, entry.coordinates) == ("settlement", "RU", "59.94 30.31")


def test_entries_are_in_the_order_of_the_files() -> None:
    entries = read(PERSONS, PLACES).register.entries
    assert list(entries) == ["LeoTolstoy", "VeraInber", "StPetersburg", "YasnayaPolyana", "Tula"]


def test_words_that_name_nothing_are_known() -> None:
    assert read(PERSONS, PLACES).register.refused == {"No Statute"}


def test_whoever_removes_cert_or_resp_has_decided() -> None:
    for attributes, candidate in (
        ('cert="low" resp="#encoder"', True),
        ('cert="medium" resp="#jd #encoder"', True),
        ('resp="#encoder"', False),
        ('cert="low"', False),
        ('cert="high" resp="#jd"', False),
    ):
        written = PERSONS.replace('xml:id="VeraInber"', f'xml:id="VeraInber" {attributes}')
        assert read(written).register.entries["VeraInber"].candidate is candidate


def test_the_whole_entry_is_copied() -> None:
    registers = read(PERSONS, PLACES)
    copy = registers.entry_element("LeoTolstoy")
    original = registers.element("LeoTolstoy")
    assert copy is not None
    assert original is not None
    assert etree.tostring(copy) == etree.tostring(original, with_tail=False)
    assert copy.getparent() is None
    assert registers.entry_element("Nobody") is None


def test_an_entry_brings_those_to_which_it_points() -> None:
    registers = read(PERSONS, PLACES)
    assert registers.related(["VeraInber", "LeoTolstoy", "Nobody"]) == [
        "VeraInber",
        "LeoTolstoy",
        "YasnayaPolyana",
        "Tula",
    ]


def test_each_entry_has_its_file() -> None:
    registers = read(PERSONS, PLACES)
    assert registers.document("Tula") is registers.documents[1]
    assert registers.document("Nobody") is None


def test_what_has_no_id_or_no_name_is_in_no_register() -> None:
    written = PERSONS.replace(' xml:id="VeraInber"', "").replace("Lev Nikolayevich", "")
    entries = read(written).register.entries
    assert list(entries) == ["LeoTolstoy"]
    assert len(entries["LeoTolstoy"].names) == 1


def test_of_two_entries_with_one_id_the_first_counts() -> None:
    written = PLACES.replace('xml:id="Tula"', 'xml:id="VeraInber"')
    assert read(PERSONS, written).register.entries["VeraInber"].kind is Kind.PERSON


def test_a_file_without_text_and_with_entries_is_a_register() -> None:
    assert is_register(parse(PERSONS.encode(), "x").root)
    without = f"{HEAD}<standOff><note>x</note></standOff></TEI>"
    assert not is_register(parse(without.encode(), "x").root)
    text = PERSONS.replace("  <standOff>", "<text><body/></text><standOff>")
    assert not is_register(parse(text.encode(), "x").root)


def test_a_number_of_an_authority_is_read_as_its_address() -> None:
    written = PERSONS.replace(
        '<idno type="URI" subtype="wikidata">https://www.wikidata.org/entity/',
        '<idno type="Wikidata">',
    )
    assert read(written).register.entries == read(PERSONS).register.entries


def test_a_copy_has_no_identifier_inside_that_the_text_counts_with() -> None:
    inner = '<persName xml:id="p1">Vera Inber</persName><persName xml:id="VI">V. Inber</persName>'
    written = PERSONS.replace("<persName>Vera Inber</persName>", inner)
    assert inner in written
    registers = read(written)
    transcript = edition.read(b"Anna: We met Vera Inber.\nBob: So we did.\n", "a.txt")
    naming = name(transcript, Known(registers.register))
    document = parse(edition.encode(transcript, naming=naming, copy=registers.entry_element), "a")
    identifiers = [element.get(XML_ID) for element in document.root.iter("{*}*")]
    assert identifiers.count("p1") == 1
    assert identifiers.count("VeraInber") == identifiers.count("VI") == 1
    assert "R015" not in {finding.code for finding in edition.check(document)}
    assert "G008" not in {finding.code for finding in check_copies(document, registers)}


def test_the_words_of_an_element_are_without_comments_and_instructions() -> None:
    element = etree.fromstring(
        "<p><?edition ignore?>One <b>two<!-- no --></b><!-- no --> three</p>"
    )
    assert text_of(element) == "One two three"
