"""All documents as one corpus: nothing lost, identifiers unique, valid in TEI All."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from lxml.etree import _Element as Element
from pytest_regressions.file_regression import FileRegressionFixture

from edition.export.identifiers import document_identifier
from edition.tei.registers import NO_POINTERS
from edition.tei.vocabulary import XML_ID, tei
from tests.export.edition import everything, run, words_of

OUT = Path("output/export/tei-corpus")
TEI_ALL = Path(__file__).parents[3] / "shared" / "schemas" / "tei_all.rng"
NAMES = ("harbour", "quay")


def included() -> Element:
    tree = etree.parse(OUT / "corpus.xml")
    tree.xinclude()
    return tree.getroot()


def joined() -> Element:
    assert run("export", "tei-corpus", "--joined", "-o", "joined").exit_code == 0
    return etree.parse("joined/corpus.xml").getroot()


@pytest.fixture
def exported(encoded: Path) -> Path:
    assert run("export", "tei-corpus").exit_code == 0
    return encoded


@pytest.mark.parametrize("file", ["corpus.xml", "documents/quay.xml"])
def test_files(exported: Path, file: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check((OUT / file).read_bytes(), binary=True, extension=".xml")


def test_every_document_is_as_it_was_but_for_identifiers(exported: Path) -> None:
    for name in NAMES:
        before = etree.parse(Path("source") / f"{name}.xml").getroot()
        after = etree.parse(OUT / "documents" / f"{name}.xml").getroot()
        assert [it.tag for it in after.iter()] == [it.tag for it in before.iter()]
        assert list(after.itertext()) == list(before.itertext())
        assert words_of(OUT / "documents" / f"{name}.xml") == words_of(
            Path("source") / f"{name}.xml"
        )
        for one, other in zip(before.iter(etree.Element), after.iter(etree.Element), strict=True):
            added = {key: value for key, value in other.items() if key not in one.attrib}
            assert added.keys() <= {XML_ID, "corresp"}
            undone = {
                key: re.sub(rf"(^|#)corpus_{name}\.", r"\1", value)
                for key, value in other.items()
                if key in one.attrib
            }
            assert undone == dict(one.attrib)


def test_joined_has_the_same(exported: Path) -> None:
    one, other = included(), joined()
    assert [it.tag for it in other.iter()] == [it.tag for it in one.iter()]
    assert "".join(other.itertext()).split() == "".join(one.itertext()).split()


def test_identifiers_are_unique_and_pointers_resolve(exported: Path) -> None:
    root = joined()
    known = [it.get(XML_ID) for it in root.iter(etree.Element) if it.get(XML_ID)]
    assert len(known) == len(set(known))
    for element in root.iter(etree.Element):
        for key, value in element.items():
            if key not in NO_POINTERS:
                wanted = [it[1:] for it in value.split() if it.startswith("#")]
                assert [it for it in wanted if it not in known] == []


def test_one_who_is_in_two_documents_is_once_in_the_register(exported: Path) -> None:
    root = joined()
    (register,) = root.iterchildren(tei("standOff"))
    (entry,) = [it for it in register.iter(tei("person")) if it.get(XML_ID) == "BorisPetrov"]
    copies = [it for it in root.iter(tei("person")) if it.get("corresp") == "#BorisPetrov"]
    assert [it.get(XML_ID) for it in copies] == [f"corpus_{it}.BorisPetrov" for it in NAMES]
    assert entry not in copies


def test_the_header_counts_all(exported: Path) -> None:
    counts = {
        it.get("unit"): it.get("quantity") for it in included().iterfind(f".//{tei('measure')}")
    }
    first = {
        it.get("unit"): it.get("quantity")
        for it in included().iterfind(f"{tei('teiHeader')}//{tei('extent')}/{tei('measure')}")
    }
    assert first["documents"] == "2"
    assert first["turns"] == "6"
    assert counts


def test_links_to_documents_of_the_corpus_lead_there(encoded: Path) -> None:
    def after(*exported: str) -> str:
        assert run("export", "tei-corpus", *exported).exit_code == 0
        root = etree.parse(OUT / "documents" / "harbour.xml").getroot()
        return next(root.iter(tei("u"))).get("corresp", "")

    file = Path("source/harbour.xml")
    Path("source/a quay.xml").write_bytes(Path("source/quay.xml").read_bytes())
    rest = "https://example.org/quay.xml#p1 quay.xml quay.xml#xpath(//p) nowhere.xml#p1"
    links = f"./quay.xml#p1 harbour.xml#u1 a%20quay.xml#u2 {rest}"
    written = file.read_text("utf-8")
    file.write_text(written.replace("<u ", f'<u corresp="{links}" ', 1), "utf-8")
    own = "#corpus_harbour.u1"
    assert after() == f"#corpus_quay.p1 {own} #corpus_a_x0020_quay.u2 {rest}"
    assert after("harbour") == f"./quay.xml#p1 {own} a%20quay.xml#u2 {rest}"


@pytest.mark.parametrize("name", ["", "no settings"])
def test_with_few_settings_there_is_a_corpus(encoded: Path, name: str) -> None:
    if name:
        Path("source/edition.toml").write_text("")
    assert run("export", "tei-corpus").exit_code == 0
    assert included().find(f".//{tei('title')}") is not None


def test_a_name_is_one_that_can_be(encoded: Path) -> None:
    assert run("export", "tei-corpus", "--name", "../x").exit_code == 2
    assert run("export", "tei-corpus", "--name", "Meetings").exit_code == 0
    assert "Meetings.xml" in everything(OUT)


def test_documents_have_identifiers_of_their_own() -> None:
    names = ["a b", "a-b", "a_x0020_b", "a_x005F_x0020_b", "2023", "Документ", "(a)", "a_b", "a__b"]
    made = [document_identifier("c", name) for name in names]
    assert len(set(made)) == len(names)
    for name in made:
        etree.fromstring(f'<a xml:id="{name}"/>')
    assert document_identifier("c", "2023-01-18-x") == "c_2023-01-18-x"


@pytest.mark.java
@pytest.mark.slow
def test_it_is_valid_in_tei_all(exported: Path) -> None:
    jing = shutil.which("jing")
    if jing is None or not TEI_ALL.exists():
        pytest.skip("no jing (apt-get install jing) or no TEI All in ../shared/schemas")
    joined()
    Path("included.xml").write_bytes(etree.tostring(included()))
    files = ["joined/corpus.xml", "included.xml", *map(str, OUT.glob("documents/*.xml"))]
    done = subprocess.run([jing, TEI_ALL, *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
