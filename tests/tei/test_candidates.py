"""Registers that grow: what a scholar wrote stays to the byte, and additions make good diffs."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from edition.checking import check
from edition.diagnostic import EditionError
from edition.names.model import Entry, Identifier, Kind, Name, Register
from edition.schema import describe
from edition.settings import parse_settings
from edition.tei.candidates import with_candidates
from edition.tei.document import parse
from edition.tei.editing import Editing
from edition.tei.entries import TYPES
from edition.tei.registers import read_register
from edition.tei.vocabulary import XML_ID, tei
from tests.schema.jing import TEI_ALL, needs_jing, needs_tei_all, refused
from tests.tei.registers import HEAD, PERSONS, PLACES, person

_WORDS = st.text(min_size=1, max_size=12).filter(
    lambda text: any(map(str.isalnum, text)) and not any("\ud800" <= c <= "\udfff" for c in text)
)
_IDS = st.from_regex(r"\A[A-Z][a-z]{1,6}\Z")
_PEOPLE = st.builds(
    lambda identifier, name, note: person(identifier, name, note=note), _IDS, _WORDS, _WORDS
)
_LISTS = st.lists(_PEOPLE, max_size=5, unique_by=lambda entry: entry.id)
# Pieces of a list as people write them: what stands between two entries.
_BETWEEN = st.sampled_from(
    ["", " ", "\n      ", "\r\n\t", '\n      <!-- a > "b" -->\n      ', "<?x y?>"]
)
_ENTRIES = st.sampled_from(
    [
        "<person xml:id='ID'><persName>A</persName></person>",
        '<person\n  xml:id="ID"\n><persName n="/>">B</persName><note>x > y</note></person >',
        '<person cert="low" xml:id="ID" resp="#encoder"><persName>C</persName></person>',
        '<person xml:id="ID"><persName><![CDATA[<D>]]>é</persName></person>',
    ]
)


@st.composite
def _written(draw: st.DrawFn) -> bytes:
    """A register as a scholar may have written it."""
    pieces = draw(st.lists(st.tuples(_BETWEEN, _ENTRIES), max_size=5))
    entries = "".join(
        between + entry.replace("ID", f"H{number}")
        for number, (between, entry) in enumerate(pieces)
    )
    people = f"<listPerson>{entries}{draw(_BETWEEN)}</listPerson>" if pieces else "<note>x</note>"
    bom = draw(st.sampled_from(["", "\ufeff"]))
    return f"{bom}{HEAD}<standOff>{people}\n</standOff></TEI>\n".encode()


def grown(data: bytes | str | None, *entries: Entry, kind: Kind = Kind.PERSON) -> bytes:
    written = data.encode() if isinstance(data, str) else data
    return with_candidates(written, entries, kind, name="register.xml")


def register(data: bytes) -> Register:
    return read_register([parse(data, "register.xml")]).register


def without(new: bytes, added: set[str], *, list_too: bool) -> bytes:
    """*new* without the entries *added*, and what came with them."""
    file = Editing(new, "register.xml")
    people = [e for e in file.root.iter(tei("person")) if e.get(XML_ID) in added]
    cut = [*people, *file.root.iter(tei("respStmt"))]
    if list_too:
        cut = [*file.root.iter(tei("listPerson"), tei("respStmt"))]
    return file.edited(map(file.without, cut))


@given(_written(), _LISTS)
def test_without_the_added_entries_the_file_is_as_it_was(data: bytes, entries: list[Entry]) -> None:
    new = grown(data, *entries)
    ids = {entry.id for entry in entries}
    assert without(new, ids, list_too=b"<listPerson>" not in data) == data
    assert set(register(new).entries) == ids | set(register(data).entries)


@given(_written(), _LISTS)
def test_adding_twice_changes_nothing(data: bytes, entries: list[Entry]) -> None:
    once = grown(data, *entries)
    assert grown(once, *entries) == once


@given(_written(), _LISTS, st.randoms(use_true_random=False))
def test_the_order_of_adding_does_not_matter(data: bytes, entries: list[Entry], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = random.sample(entries, len(entries))
    one_by_one = data
    for entry in shuffled:
        one_by_one = grown(one_by_one, entry)
    assert list(register(one_by_one).entries) == list(register(grown(data, *entries)).entries)


@given(_LISTS.filter(bool))
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    found = register(grown(None, *entries)).entries
    assert list(found) == sorted(entry.id for entry in entries)
    assert all(entry.candidate for entry in found.values())


def test_a_candidate_adds_its_lines_and_no_more() -> None:
    new = grown(PERSONS, person("AnnaPetrova", "Anna Petrova"), person("AlexeiTolstoy"))
    lines = list(difflib.unified_diff(PERSONS.splitlines(), new.decode().splitlines(), n=0))
    added = [line[1:] for line in lines[2:] if line[0] == "+"]
    assert not [line for line in lines[2:] if line[0] == "-"]
    statement = (
        '<respStmt xml:id="encoder"><resp>encoding by program</resp>'
        '<name type="program">edition</name></respStmt>'
    )
    assert added == [
        f"        {statement}",
        '      <person xml:id="AlexeiTolstoy" cert="low" resp="#encoder">',
        "        <persName>AlexeiTolstoy</persName>",
        "      </person>",
        '      <person xml:id="AnnaPetrova" cert="low" resp="#encoder">',
        "        <persName>Anna Petrova</persName>",
        "      </person>",
    ]


def test_among_candidates_out_of_order_a_new_one_follows_the_last_that_is_smaller() -> None:
    data = grown(PERSONS, person("Anna"), person("Bert"), person("Carl"))
    shuffled = data.replace(b'"Anna"', b'"Xaver"').replace(b'"Carl"', b'"Anna"')
    assert list(register(grown(shuffled, person("Zoe"), person("Ben"))).entries)[2:] == [
        "Xaver",
        "Bert",
        "Anna",
        "Ben",
        "Zoe",
    ]


def test_candidates_stand_at_the_end_in_the_order_of_their_ids() -> None:
    data = grown(PERSONS, person("Carl"), person("Anna"))
    assert list(register(grown(data, person("Bert"))).entries) == [
        "LeoTolstoy",
        "VeraInber",
        "Anna",
        "Bert",
        "Carl",
    ]


def test_a_remark_stays_with_its_entry() -> None:
    data = PERSONS.replace("Vera Inber</persName></person>", "Vera</persName></person> <!-- V -->")
    new = grown(data, person("Anna")).decode()
    assert '</person> <!-- V -->\n      <person xml:id="Anna"' in new


def test_a_file_with_prefixes_gets_prefixed_entries() -> None:
    root = etree.fromstring(PERSONS.encode())
    text = etree.tostring(root, encoding="unicode").replace("xmlns=", "xmlns:t=")
    text = text.replace("<", "<t:").replace("<t:/", "</t:").replace("<t:!", "<!")
    new = grown(text, person("Anna", roles=("guard",)))
    assert "Anna" in register(new).entries
    assert b"<t:affiliation><t:roleName>guard</t:roleName></t:affiliation>" in new


def test_places_and_bodies_have_their_own_facts() -> None:
    place = Entry(
        "Riga",
        Kind.PLACE,
        (Name("Riga", "1201"),),
        type="settlement",
        country="LV",
        coordinates="56.95 24.11",
        identifiers=(Identifier("GeoNames", "456172"), Identifier("register", "r7")),
        note="line 3",
    )
    body = Entry("Guild", Kind.ORG, (Name("Guild & Co"),), type="brewery")
    places = register(grown(PLACES, place, kind=Kind.PLACE)).entries
    address = Identifier("geonames", "https://www.geonames.org/456172/")
    assert places["Riga"].identifiers == (address, Identifier("register", "r7"))
    assert (places["Riga"].country, places["Riga"].coordinates) == ("LV", "56.95 24.11")
    bodies = register(grown(None, body, kind=Kind.ORG)).entries
    assert (bodies["Guild"].name, bodies["Guild"].type) == ("Guild & Co", "other")


@pytest.mark.parametrize("kind", Kind)
def test_the_types_of_entries_are_those_of_the_odd(kind: Kind) -> None:
    attributes = {a.name: a for a in describe(str(kind)).attributes}
    values = attributes["type"].values if "type" in attributes else ()
    assert set(TYPES.get(kind, "").split()) == set(values)


def test_a_new_register_says_what_the_settings_say(tmp_path: Path) -> None:
    settings = parse_settings(
        b'[edition]\npublisher = "Example Press"\ndate = "2026-01-31"\n'
        b'licence = { name = "CC0", target = "https://example.org/cc0" }\n'
        b'[[editor]]\nid = "jd"\nname = "Jane Doe"\n',
        "edition.toml",
    )
    data = with_candidates(
        None, [person("Anna")], Kind.PERSON, name="p", settings=settings, schemas="../schemas"
    )
    assert check(parse(data, "persons.xml")) == []
    for words in (b"Example Press", b'xml:id="jd"', b"https://example.org/cc0", b"../schemas/"):
        assert words in data


def test_without_anybody_there_is_no_file() -> None:
    assert grown(None) == b""
    assert grown(PERSONS) == PERSONS.encode()
    assert grown(None, person("Anna"), kind=Kind.PLACE) == b""


@needs_jing
@needs_tei_all
def test_registers_are_valid_in_tei_all(tmp_path: Path) -> None:
    everything = person(
        "Anna", "Anna", "A. <P>", roles=("guard",), identifiers=(Identifier("gnd", "118"),)
    )
    place = Entry("Riga", Kind.PLACE, (Name("Riga"),), "water", country="LV", coordinates="1 2")
    body = Entry("Guild", Kind.ORG, (Name("Guild"),), "party", note="line 3")
    files = {
        "persons": grown(PERSONS.replace(' ref="#YasnayaPolyana"', ""), everything),
        "new": grown(None, everything),
        "places": grown(PLACES, place, kind=Kind.PLACE),
        "orgs": grown(None, body, kind=Kind.ORG),
    }
    for name, data in files.items():
        assert check(parse(data, name)) == []
        (tmp_path / f"{name}.xml").write_bytes(data)
    assert refused(TEI_ALL, sorted(tmp_path.glob("*.xml"))) == {}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("</standOff>", "", "X001"),
        ("UTF-8", "ISO-8859-1", "G020"),
        ("<standOff>", "<text><body><p/></body></text><standOff>", "G021"),
        ("<!-- those who spoke -->", '<note xml:id="Anna">x</note>', "G022"),
    ],
)
def test_a_file_that_cannot_grow_says_why(old: str, new: str, code: str) -> None:
    with pytest.raises(EditionError) as caught:
        grown(PERSONS.replace(old, new, 1), person("Anna"))
    assert caught.value.finding.code == code
