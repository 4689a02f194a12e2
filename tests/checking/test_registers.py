"""Registers that are wrong, and copies of entries that are not what the register says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.checking import check
from edition.checking.circles import circles
from edition.checking.registers import check_copies, check_registers
from edition.diagnostic import Diagnostic, EditionError, Severity
from edition.tei.document import Document, parse
from edition.tei.registers import read_register
from tests.tei.registers import PERSONS, PLACES, read

RELATED = """
      <listRelation>
        <relation name="NAME" active="#Tula" passive="#YasnayaPolyana"/>
        <relation name="NAME" active="#YasnayaPolyana" passive="#StPetersburg #Tula"/>
      </listRelation>
    </listPlace>"""
MEETING = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
  <teiHeader>
    <profileDesc>
      <particDesc>
        <listPerson>
          <person role="speaker" xml:id="LeoTolstoy"><!-- as in the register -->
            <persName>Leo <surname>Tolstoy</surname></persName>
            <persName type="birth" from="1828">Lev Nikolayevich</persName>
            <birth when="1828"><placeName ref="#YasnayaPolyana">Yasnaya Polyana</placeName></birth>
            <occupation>writer</occupation>
            <affiliation><roleName>count</roleName> of Russia</affiliation>
            <idno type="URI" subtype="wikidata">https://www.wikidata.org/entity/Q7243</idno>
            <note type="annotation">Not Alexei.</note>
            <affiliation when="1901"><roleName>chair</roleName></affiliation>
          </person>
        </listPerson>
      </particDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>x</p></body></text>
  <standOff>
    <listPerson><person xml:id="VeraInber"><persName>Vera Inber</persName></person></listPerson>
    <listOrg><org xml:id="Guild"><orgName>Guild</orgName></org></listOrg>
  </standOff>
</TEI>
"""


def found(persons: str = PERSONS, places: str = PLACES) -> list[Diagnostic]:
    return check_registers(read(persons, places), {"jd"})


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def of_meeting(
    old: str = "</TEI>", new: str = "</TEI>", persons: str = PERSONS
) -> list[Diagnostic]:
    meeting = parse(changed(MEETING, old, new).encode(), "meeting.xml")
    return check_copies(meeting, read(persons, PLACES))


def test_sound_registers_have_no_finding() -> None:
    registers = read(PERSONS, PLACES)
    assert check_registers(registers) == []
    assert [f for document in registers.documents for f in check(document)] == []
    assert of_meeting() == []


@pytest.mark.parametrize(
    ("old", "new", "code", "at", "told"),
    [
        ('"Tula"', '"VeraInber"', "G001", "<place xml:", "persons.xml, line 26"),
        ('"Tula"', '"transcript"', "G002", "<place xml:", "transcript"),
        ('"Tula"', '"u12"', "G002", "<place xml:", "u12"),
        ("<placeName>Tula", '<placeName xml:id="p1">Tula', "G002", "<placeName xml:", "p1"),
        ('"Tula"', '"jd"', "G002", "<place xml:", "jd"),
        ('"geonames"', '"geoname"', "G004", "<idno", "geoname"),
        ("geonames.org/498817", "geonames.org/Q498817", "G005", "<idno", "GeoNames"),
        ('"URI" subtype="geonames">https://www', '"GeoNames">www', "G005", "<idno", "GeoNames"),
        ("<placeName>Tula", "<placeName>St  Petersburg", "G006", "<placeName>St", "StPetersburg"),
        ('ref="#Tula"', 'ref="#Tulla"', "G011", "<region", "#Tulla"),
        ('xml:id="Tula"', 'xml:id="Tula" corresp="#Tula"', "G003", "<place", "Tula → Tula"),
        ("  <standOff>", "<text/><standOff>", "G010", "<text", "text"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    old: str, new: str, code: str, at: str, told: str
) -> None:
    written = changed(PLACES, old, new)
    findings = [f for f in found(places=written) if f.code == code]
    assert len(findings) == 1, found(places=written)
    (finding,) = findings
    assert finding.file == "places.xml"
    assert written.split("\n")[finding.line - 1][finding.column - 1 :].startswith(at)
    assert told in finding.message
    assert finding.hint


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<placeName>Tula</placeName>", "", "R005"),
        ("Tula</placeName>", "</placeName>", "S703"),
        ("59.94 30.31", "99.94 30.31", "S702"),
        ("59.94 30.31", "north", "R014"),
        ('xml:id="Tula"', 'xml:id="StPetersburg"', "R015"),
    ],
)
def test_what_the_schema_forbids_is_told_once(old: str, new: str, code: str) -> None:
    document = parse(changed(PLACES, old, new).encode(), "places.xml")
    findings = check(document)
    assert code in {finding.code for finding in findings}
    assert not [f for f in check_registers(read_register([document])) if f.code == "G001"]


def test_pointers_to_nobody_are_told_in_their_order() -> None:
    pointers = [f"#N{number}" for number in range(12)]
    places = changed(PLACES, 'xml:id="Tula"', f'xml:id="Tula" corresp="{" ".join(pointers)}"')
    told = [f.message for f in found(places=places) if f.code == "G011"]
    assert len(told) == len(pointers)
    assert all(f"{pointer} " in message for pointer, message in zip(pointers, told, strict=True))


def test_a_register_that_is_not_well_formed_says_where() -> None:
    with pytest.raises(EditionError) as caught:
        read(changed(PERSONS, "</listPerson>", ""))
    assert (caught.value.finding.code, caught.value.finding.line) == ("X001", 31)


@pytest.mark.parametrize(("relation", "number"), [("partOf", 1), ("friend", 0)])
def test_nothing_is_part_of_itself(relation: str, number: int) -> None:
    places = changed(PLACES, "</listPlace>", RELATED.replace("NAME", relation))
    circles = [f for f in found(places=places) if f.code == "G003"]
    assert len(circles) == number
    assert all("Tula → YasnayaPolyana → Tula" in finding.message for finding in circles)


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3)))
def test_each_circle_leads_back_and_none_is_missed(edges: dict[str, list[str]]) -> None:
    found = circles(edges)
    for circle in found:
        for one, next_one in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert next_one in edges[one]

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(edges.get(start, ()))
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += edges.get(node, ())
        return seen

    assert bool(found) == any(node in reached(node) for node in edges)
    in_one = {frozenset(other for other in reached(n) if n in reached(other)) for n in edges}
    assert len(found) == len(in_one - {frozenset()})


def test_a_long_circle_is_told_short() -> None:
    entries = "".join(
        f'<place xml:id="L{n}" corresp="#L{(n + 1) % 30} #L0"><placeName>L {n}</placeName></place>'
        for n in range(1, 30)
    )
    first = '<place xml:id="L0" corresp="#L1"><placeName>L 0</placeName></place>'
    places = changed(PLACES, "</listPlace>", f"{first}{entries}</listPlace>")
    (circle,) = [f.message for f in found(places=places) if f.code == "G003"]
    assert "L0 → L1 → L0" in circle
    places = places.replace(" #L0", "")
    (circle,) = [f.message for f in found(places=places) if f.code == "G003"]
    assert "L0 → L1 → L2 → L3 → L4 → … → L25 → L26 → L27 → L28 → L29 → L0" in circle


def test_a_single_name_may_be_that_of_many_persons() -> None:
    shared = changed(PERSONS, "Lev Nikolayevich", "Vera")
    assert not found(changed(shared, "Vera Inber", "Vera"))
    full = changed(PERSONS, "Lev Nikolayevich", "Vera Inber")
    assert [finding.code for finding in found(full)] == ["G006"]


def test_namesakes_who_are_related_are_known_to_be_two() -> None:
    namesakes = changed(PERSONS, "Lev Nikolayevich", "Vera Inber")
    relation = '<relation name="aunt" active="#VeraInber" passive="#LeoTolstoy"/>'
    lists = f"<listRelation>{relation}</listRelation></listPerson>"
    assert not found(changed(namesakes, "</listPerson>", lists))


def test_a_copy_whose_entry_is_gone() -> None:
    without = changed(PERSONS, "VeraInber", "VeraM")
    (finding,) = of_meeting(persons=without)
    assert (finding.code, finding.severity) == ("G007", Severity.WARNING)
    assert (finding.file, finding.line) == ("meeting.xml", 22)
    assert "persons.xml" in finding.hint


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("<occupation>writer</occupation>", "", "it has no <occupation>writer"),
        ("writer", "painter", "it has no <occupation>writer"),
        ("Vera Inber</persName>", "Vera Inber</persName><death/>", "it has <death>"),
        ('xml:id="VeraInber"', 'xml:id="VeraInber" cert="low"', "it has @cert=low"),
    ],
)
def test_a_copy_that_says_something_else(old: str, new: str, what: str) -> None:
    (finding,) = of_meeting(old, new)
    assert finding.code == "G008"
    assert what in finding.message
    assert "persons.xml, line" in finding.hint


def test_an_entry_listed_twice_is_no_namesake_of_itself() -> None:
    again = PERSONS[PERSONS.index("<person ") : PERSONS.index("</person>") + len("</person>")]
    twice = changed(PERSONS, "</listPerson>", f"{again}</listPerson>")
    assert "G006" not in {finding.code for finding in found(persons=twice)}


def test_an_office_in_a_meeting_without_date_is_that_of_the_meeting() -> None:
    assert of_meeting(' when="1901"', "") == []
    (finding,) = of_meeting(
        "</persName></person>", "</persName><affiliation>x</affiliation></person>"
    )
    assert "it has <affiliation>x" in finding.message


def test_without_a_register_of_a_kind_its_entries_are_not_missed() -> None:
    meeting = Document("m", MEETING.encode(), parse(MEETING.encode(), "m").root)
    assert {f.xml_id for f in check_copies(meeting, read(PLACES))} == set()


def test_two_spellings_of_one_name_are_told_with_both() -> None:
    persons = changed(PERSONS, "Lev Nikolayevich", "Vyera Ynber")
    (finding,) = found(persons)
    assert (finding.code, finding.severity) == ("G012", Severity.NOTE)
    assert "Vyera Ynber" in finding.message
    assert "Vera Inber" in finding.message


def test_two_names_that_contradict_each_other_are_no_spellings_of_one() -> None:
    persons = changed(PERSONS, "Lev Nikolayevich", "Vera A. Inber")
    assert not found(changed(persons, "Vera Inber", "Vera B. Inber"))
