"""A corpus as ParlaMint has it: valid by its schemas, every word there, nothing made up."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element as Element
from pytest_regressions.file_regression import FileRegressionFixture

import edition
from edition.diagnostic import Diagnostic, EditionError
from edition.export.form import Whole
from edition.export.opened import Opened
from edition.export.parlamint.component import component, spoken
from edition.export.parlamint.header import LICENCE
from edition.settings import Edition, ParlaMint, Settings, SourceSettings
from edition.tei.document import Document, parse
from edition.tei.reading import source_blocks, speech
from edition.tei.tokens import joined
from edition.tei.vocabulary import XML_ID, tei
from tests.export.edition import SETTINGS, codes, run, words_of
from tests.publishing.others import play, sitting, tokens
from tests.publishing.sample import document, in_paragraph, in_turn, large, sample
from tests.publishing.test_fidelity import BETWEEN, MARKUP, PHRASES, READINGS, division
from tests.publishing.test_profiles import letters

OUT = Path("output/export/parlamint")
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"
NAME = "ParlaMint-XX"
FILES = [
    f"{NAME}.xml",
    f"{NAME}-listPerson.xml",
    f"{NAME}-listOrg.xml",
    f"{NAME}-taxonomy-speaker_types.xml",
    "2021/ParlaMint-XX_2021-03-03-harbour.xml",
]
SAID = SourceSettings(url="https://example.org/x", date="2021-03-04", place="Quaytown")
EDITION = Edition(
    publisher="Example Press", version="1.0.0", date="2026-01-31", url="https://example.org/"
)
WHOLE = Whole(NAME, Settings(edition=EDITION), "edition.toml", frozenset(), {})


@cache
def schema(name: str) -> etree.RelaxNG:
    file = SCHEMAS / f"{name}.rng"
    if not file.exists():
        pytest.skip(f"no {name}.rng of ParlaMint in ../shared/schemas")
    return etree.RelaxNG(etree.parse(file))


def assert_valid(name: str, tree: Element) -> None:
    relaxng = schema(name)
    assert relaxng.validate(tree), relaxng.error_log.last_error


def made(source: Document, whole: Whole = WHOLE) -> tuple[Element, list[Diagnostic]]:
    part, found = component(Opened("harbour", joined(source), SAID), whole)
    return etree.fromstring(part.data), found


def said(root: Element) -> list[str]:
    """The words of each turn that has any, in ParlaMint's encoding."""
    texts = (" ".join(map(spoken, it.iterfind(tei("seg")))) for it in root.iter(tei("u")))
    return [" ".join(text.split()) for text in texts if text.split()]


def assert_whole(source: Document) -> list[Diagnostic]:
    """What is made of *source* is valid, and has each word in its turn, and all others, too."""
    root, found = made(source)
    assert_valid("ParlaMint-TEI", root)
    before = joined(source).root
    text = before.find(tei("text"))
    turns = [] if text is None else text.iter(tei("u"), tei("sp"))
    spoken_before = [" ".join(words) for it in turns if (words := speech(it).split())]
    assert said(root) == spoken_before
    printed = "".join(block.text for block in source_blocks(before))
    kept = "".join(root.find(tei("text")).itertext())  # type: ignore[union-attr]
    assert Counter(letters(printed)) <= Counter(letters(kept))
    identifiers = [it.get(XML_ID) for it in root.iter(etree.Element) if it.get(XML_ID)]
    assert len(identifiers) == len(set(identifiers))
    return found


@pytest.fixture
def exported(encoded: Path) -> Path:
    result = run("export", "parlamint", "--name", NAME)
    assert (result.exit_code, codes(result)) == (0, ["K013"])
    return encoded


@pytest.mark.parametrize("file", FILES)
def test_files(exported: Path, file: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check((OUT / file).read_bytes(), binary=True, extension=".xml")


def test_each_file_is_valid(exported: Path) -> None:
    kinds = {f"{NAME}-listPerson": "listPerson", f"{NAME}-listOrg": "listOrg", NAME: "teiCorpus"}
    checked = 0
    for file in OUT.rglob("*.xml"):
        kind = "taxonomy" if "taxonomy" in file.name else kinds.get(file.stem, "TEI")
        assert_valid(f"ParlaMint-{kind}", etree.parse(file).getroot())
        checked += 1
    assert checked == 7


def test_the_odd_of_parlamint_agrees(exported: Path) -> None:
    for file in OUT.glob("2*/*.xml"):
        assert_valid("ParlaMint.odd", etree.parse(file).getroot())
    tree = etree.parse(OUT / f"{NAME}.xml")
    tree.xinclude()
    for element in tree.iter():
        element.attrib.pop("{http://www.w3.org/XML/1998/namespace}base", None)
    assert_valid("ParlaMint.odd", tree.getroot())


def test_every_word_is_in_its_turn(exported: Path) -> None:
    for name, path in (
        ("harbour", "2021/ParlaMint-XX_2021-03-03"),
        ("quay", "2022/ParlaMint-XX_2022-03-04"),
    ):
        root = etree.parse(OUT / f"{path}-{name}.xml").getroot()
        assert " ".join(said(root)).split() == words_of(Path(f"source/{name}.xml"))


def test_every_pointer_resolves_in_the_corpus(exported: Path) -> None:
    tree = etree.parse(OUT / f"{NAME}.xml")
    tree.xinclude()
    known = [it.get(XML_ID) for it in tree.iter(etree.Element) if it.get(XML_ID)]
    assert len(known) == len(set(known))
    pointers = tree.xpath("//@who | //@ana | //@prev | //@next")
    assert isinstance(pointers, list)
    wanted = {it for pointer in pointers for it in str(pointer).split()}
    assert {it[1:] for it in wanted} <= set(known)
    assert "#VladimirPutin" in wanted


@pytest.mark.parametrize(
    "source", [sample(), large(3), sitting(), tokens(), play()], ids=lambda it: it.root.tag
)
def test_documents(source: Document) -> None:
    assert_whole(source)


@pytest.mark.parametrize(
    "markup", [*MARKUP, *READINGS, *(f"<{name}>x y</{name}>" for name in PHRASES)]
)
def test_whatever_stands_in_a_paragraph(markup: str) -> None:
    assert_whole(in_paragraph(markup))
    assert_whole(in_paragraph(f"mid{markup}word"))


@pytest.mark.parametrize("markup", BETWEEN)
def test_whatever_stands_between_paragraphs(markup: str) -> None:
    assert_whole(in_turn(f"<seg>before</seg>{markup}<seg>after</seg>"))
    assert_whole(in_turn(markup))


@settings(max_examples=80)
@given(st.lists(division, max_size=2))
def test_whatever_document_it_is(divisions: list[list[str]]) -> None:
    body = "".join(f"<div>{''.join(parts)}</div>" for parts in divisions)
    assert_whole(document(f"<text><body>{body}<div><p>x</p></div></body></text>"))


def test_what_has_no_element_is_a_note_and_told() -> None:
    found = assert_whole(
        in_turn(
            "<seg>A</seg><vocal type='other'><desc>(Hm.)</desc></vocal>"
            "<seg>B<list><item>C</item></list></seg><pause/>"
        )
    )
    assert [(it.code, it.message.split(" (")[0]) for it in found if it.code != "K014"] == [
        ("K015", "ParlaMint has nothing for list"),
        ("K015", "ParlaMint has nothing for vocal type=other"),
        ("K016", "pause"),
    ]


def test_what_an_editor_put_in_is_a_note_beside_what_was_printed_and_told() -> None:
    source = in_paragraph(
        "was <choice><sic>bilt</sic><corr>built <supplied>here</supplied></corr></choice>"
        " by <supplied>only</supplied> one"
    )
    found = assert_whole(source)
    (segment,) = made(source)[0].iter(tei("seg"))
    assert spoken(segment).split() == ["before", "was", "bilt", "by", "one", "after"]
    notes = [(it.get("type"), it.text) for it in segment.iter(tei("note"))]
    assert notes == [("correction", "built ⟦here⟧"), ("supplied", "only")]
    told = [it.message.partition(" is")[0] for it in found if it.code == "K021"]
    assert told == ["corr (1 times)", "supplied (1 times)"]


def test_what_an_editor_put_into_a_heading_is_a_note_after_it() -> None:
    root, found = made(
        document(
            "<text><body><div><head>Of <choice><sic>wals</sic><corr>walls</corr></choice>"
            '<note type="annotation">So printed.</note></head><p>x</p></div></body></text>'
        )
    )
    assert_valid("ParlaMint-TEI", root)
    notes = [(it.get("type"), it.text) for it in root.iter(tei("note"))]
    assert notes[:2] == [("correction", "walls"), ("annotation", "So printed.")]
    assert "K021" in [it.code for it in found]


def test_who_is_nobody_or_several_is_left_out_and_told() -> None:
    people = (
        '<profileDesc><particDesc><listPerson><person xml:id="MaryQuay"><persName>Mary Quay'
        '</persName></person><person xml:id="TomPier"><persName>Tom Pier</persName></person>'
        "</listPerson></particDesc></profileDesc></teiHeader>"
    )
    head, _, rest = in_turn("<seg>A</seg>").data.decode().partition("<text>")
    head = head.partition("<profileDesc>")[0].replace("</teiHeader>", "") + people
    for who, kept in (("#MaryQuay", True), ("#MaryQuay #TomPier", False), ("#Nobody", False)):
        changed = parse((head + "<text>" + rest.replace("#MaryQuay", who)).encode(), "x.xml")
        root, found = made(changed)
        assert_valid("ParlaMint-TEI", root)
        (turn,) = root.iter(tei("u"))
        assert (turn.get("who") is not None) is kept
        assert [it.code for it in found] == ([] if kept else ["K014"])


@pytest.mark.parametrize(
    ("speakers", "ana", "expected"),
    [
        (None, "#guest", "#speaker"),
        ("guest", "#guest", "#guest"),
        ("regular", "#guest #unlabelled", "#regular #unlabelled"),
        ("guest", "#chair", "#chair"),
        ("guest", "#unidentified", "#unidentified"),
        (None, "", "#unknown"),
        ("regular", "", "#unknown"),
        ("guest", "#ofMyOwn", "#unknown"),
    ],
)
def test_roles_are_those_that_are_known(speakers: str | None, ana: str, expected: str) -> None:
    whole = Whole(
        NAME,
        Settings(edition=EDITION, parlamint=ParlaMint(speakers=speakers)),  # type: ignore[arg-type]
        "edition.toml",
        frozenset(),
        {},
    )
    source = in_turn("<seg>A</seg>").data.decode()
    taxonomy = (
        '<encodingDesc><classDecl><taxonomy><category xml:id="guest"/></taxonomy></classDecl>'
    )
    source = source.replace("<encodingDesc>", taxonomy, 1).replace(
        'who="#MaryQuay"', f'ana="{ana}"'
    )
    root, found = made(parse(source.encode(), "x.xml"), whole)
    assert [it.get("ana") for it in root.iter(tei("u"))] == [expected]
    assert [it.code for it in found] == (["K018"] if expected == "#unknown" else [])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('title = "Meetings of committees"\n', "K010"),
        ('publisher = "Example Press"\n', "K010"),
        ('version = "1.2.0"\n', "K010"),
        ('date = "2026-01-31"\n', "K010"),
        ('url = "https://example.org/edition"\n', "K010"),
        ('funder = "Example Foundation"\n', "K010"),
        ('body = { name = "Committee of the harbour", role = "committee" }\n', "K010"),
        ('url = "https://records.example.org/quay"\n', "K011"),
    ],
)
def test_what_nobody_says_is_asked_for(encoded: Path, line: str, code: str) -> None:
    assert line in SETTINGS
    Path("source/edition.toml").write_text(SETTINGS.replace(line, ""))
    if code == "K011":
        tei_file = Path("source/quay.xml")
        written = tei_file.read_text("utf-8")
        tei_file.write_text(written.replace('<idno type="URI">https://records', '<idno type="x">'))
    result = run("export", "parlamint")
    assert result.exit_code == 1
    assert codes(result) in ([code, "K013"], ["K013", code])
    assert line.partition(" =")[0] in result.stderr
    if code == "K011":
        assert len(list(OUT.glob("2*/*.xml"))) == 1
    else:
        assert not OUT.exists()


def test_another_licence_cannot_be(encoded: Path) -> None:
    other = SETTINGS.replace("licenses/by/4.0", "licenses/by-sa/4.0").replace("CC BY 4.0", "other")
    Path("source/edition.toml").write_text(other)
    assert codes(run("export", "parlamint"))[0] == "K012"
    Path("source/edition.toml").write_text(SETTINGS)
    tei_file = Path("source/quay.xml")
    tei_file.write_text(
        tei_file.read_text("utf-8").replace("licenses/by/4.0", "licenses/by-sa/4.0")
    )
    result = run("export", "parlamint")
    assert (result.exit_code, sorted(codes(result))) == (1, ["K012", "K013"])


def test_what_the_register_says_of_a_person_is_there_and_no_more(encoded: Path) -> None:
    register = Path("source/persons.xml")
    written = register.read_text("utf-8")
    at = written.index("</person>", written.index('xml:id="BorisPetrov"'))
    facts = (
        '<persName from="1990"><forename>Boris</forename> <surname>Petrov</surname></persName>'
        '<sex value="X" source="https://example.org"/><birth when="1950-02-30"/>'
        '<death when="2020"/><affiliation from="2019" to="2020"><roleName>Pilot</roleName>'
        '</affiliation><idno type="URI" subtype="wikidata">Q42</idno><idno type="x">7</idno>'
    )
    register.write_text(written[:at] + facts + written[at:], "utf-8")
    assert run("export", "parlamint", "--name", NAME).exit_code == 0
    root = etree.parse(OUT / f"{NAME}-listPerson.xml").getroot()
    assert_valid("ParlaMint-listPerson", root)
    (person,) = [it for it in root if it.get(XML_ID) == "BorisPetrov"]
    written = etree.tostring(person, encoding="unicode").replace(f' xmlns="{root.nsmap[None]}"', "")
    assert '<persName from="1990"><forename>Boris</forename><surname>Petrov</surname>' in "".join(
        it.strip() for it in written.splitlines()
    )
    assert '<sex value="O"/>' in written
    assert "birth" not in written
    assert '<death when="2020"/>' in written
    assert '<occupation from="2019" to="2020">Pilot</occupation>' in written
    assert "https://www.wikidata.org/entity/Q42" in written


def test_of_two_documents_of_one_name_the_second_is_told_and_left_out(encoded: Path) -> None:
    first = Path("source/2022-03-04-quay.xml")
    first.write_bytes(Path("source/quay.xml").read_bytes())
    with Path("source/edition.toml").open("a") as file:
        file.write('[transcript.2022-03-04-quay]\nurl = "https://records.example.org/quay"\n')
    result = run("export", "parlamint")
    assert (result.exit_code, sorted(codes(result))) == (1, ["K006", "K013"])
    assert "source/quay.xml:1:1:" in result.stderr
    assert "source/2022-03-04-quay.xml has the name" in result.stderr
    assert "2 documents of 3" in result.stderr
    assert len(list(OUT.glob("2*/*.xml"))) == 2
    assert (OUT / "corpus.xml").exists()


@pytest.mark.parametrize(
    ("availability", "told"),
    [
        ('<availability status="restricted"><licence>All rights reserved</licence>', "All rights"),
        ("<availability><licence>All rights reserved</licence>", "All rights reserved"),
        (f'<availability status="restricted"><licence target="{LICENCE}"/>', "@status"),
        (f'<availability><licence target="{LICENCE}"/><licence target="https://x.y"/>', "x.y"),
        ("<availability><licence/>", "not said"),
        ("<availability><p>Ask the archive.</p>", "Ask the archive."),
    ],
)
def test_terms_that_are_not_those_of_parlamint(encoded: Path, availability: str, told: str) -> None:
    file = Path("source/quay.xml")
    before, _, rest = file.read_text("utf-8").partition('<availability status="free">')
    _, end, rest = rest.partition("</availability>")
    file.write_text(before + availability + end + rest, "utf-8")
    result = run("export", "parlamint")
    assert (result.exit_code, sorted(codes(result))) == (1, ["K012", "K013"])
    assert told in result.stderr
    assert "1 document of 2" in result.stderr


def test_the_day_of_the_meeting_is_not_that_of_the_source() -> None:
    def source_of(bibl: str) -> Element:
        text = in_turn("<seg>A</seg>").data.decode()
        before, _, rest = text.partition("<sourceDesc>")
        _, end, rest = rest.partition("</sourceDesc>")
        root, _ = made(parse(f"{before}<sourceDesc>{bibl}{end}{rest}".encode(), "x.xml"))
        assert_valid("ParlaMint-TEI", root)
        (source,) = root.iterfind(f".//{tei('sourceDesc')}/{tei('bibl')}")
        return source

    assert source_of("<p>Print.</p>").find(tei("date")) is None
    named = source_of('<bibl><title>Minutes</title><date when="1911">1911</date></bibl>')
    assert [it.text for it in named] == ["Minutes", SAID.url, "1911"]


def test_turns_point_to_turns_that_are_there() -> None:
    def links(attributes: str) -> tuple[list[str], list[str]]:
        source = in_turn("<seg>A</seg>").data.decode()
        last = '<u xml:id="x2" ana="#chair"><seg>C</seg></u><u xml:id="x3"/>'
        turns = f'<u xml:id="x1" ana="#chair" {attributes}><seg>B</seg></u>{last}'
        changed = source.replace("</u>", f"</u>{turns}", 1)
        root, found = made(parse(changed.encode(), "x.xml"))
        assert_valid("ParlaMint-TEI", root)
        pointers = [it.get("next", "") for it in root.iter(tei("u")) if it.get("next")]
        return pointers, [it.code for it in found if it.code not in ("K014", "K016")]

    to_it = "#ParlaMint-XX_1931-05-02-harbour.x2"
    assert links('next="#x2"') == ([to_it], [])
    for nowhere in ("#x3", "#x9", "other.xml#x2", "#x2 #x1"):
        assert links(f'next="{nowhere}"') == ([], ["K019"])


def test_a_fault_of_all_is_no_traceback(encoded: Path) -> None:
    for name in ("harbour", "quay"):
        file = Path(f"source/{name}.xml")
        root = etree.parse(file).getroot()
        for described in list(root.iter(tei("particDesc"))):
            described.getparent().remove(described)  # type: ignore[union-attr]
        file.write_bytes(etree.tostring(root))
    result = run("export", "parlamint")
    assert (result.exit_code, "K017" in codes(result)) == (1, True)
    with pytest.raises(EditionError, match="has no text"):
        made(document("<text><body><div/></body></text>"))


@pytest.mark.slow
@pytest.mark.skipif(not SAMPLES.exists(), reason="no real transcripts in ../shared/samples")
@pytest.mark.parametrize("maker", sorted(it.name for it in SAMPLES.glob("*") if it.is_dir()))
def test_real_transcripts(maker: str) -> None:
    texts = [it for it in sorted((SAMPLES / maker).glob("*")) if it.suffix in (".txt", ".md")]
    for file in [it for it in texts if it.stem != "README"][:2]:
        tei_file = edition.encode(edition.read(file.read_bytes(), file.name))
        assert_whole(parse(tei_file, f"{file.stem}.xml"))
