"""All documents of an edition in one package."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.deposit.judges import program, python, said
from tests.deposit.whole_edition import codes, run

FOLDER = Path("output/deposit/committees")
ZIP = FOLDER / "upload" / "committees-v1.2.0.zip"
TEI = "{http://www.tei-c.org/ns/1.0}"
TEI_ALL = Path(__file__).parents[3] / "shared" / "schemas" / "tei_all.rng"


@pytest.fixture
def unpacked(built: Path, tmp_path: Path) -> Path:
    """The bag of a package of all documents."""
    result = run("package", "--corpus", "committees")
    assert result.exit_code == 0, result.stderr
    with zipfile.ZipFile(ZIP) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "committees-v1.2.0"


def whole(unpacked: Path) -> etree._ElementTree:
    """The corpus with the documents that it includes."""
    tree = etree.parse(unpacked / "data" / "tei" / "committees.xml")
    tree.xinclude()
    return tree


def test_the_root_includes_every_document_as_it_was_built(unpacked: Path) -> None:
    root = whole(unpacked).getroot()
    assert root.tag == f"{TEI}teiCorpus"
    assert [it.tag for it in root] == [f"{TEI}teiHeader", f"{TEI}TEI", f"{TEI}TEI"]
    for name in ("first", "second"):
        published = Path("output/tei", f"{name}.xml").read_bytes()
        assert (unpacked / "data" / "tei" / f"{name}.xml").read_bytes() == published
        assert (unpacked / "data" / "source" / f"{name}.txt").exists()


def test_what_is_said_of_the_whole_is_that_of_the_settings_and_of_all_documents(
    unpacked: Path,
) -> None:
    metadata = json.loads((FOLDER / "metadata" / "invenio.json").read_bytes())["metadata"]
    assert metadata["title"] == "Meetings of committees"
    assert metadata["version"] == "1.2.0"
    assert metadata["rights"] == [{"id": "cc-by-4.0"}]
    assert metadata["languages"] == [{"id": "eng"}]
    assert metadata["sizes"] == ["2 documents", "6 turns", "8 paragraphs", "34 words"]
    families = [it["person_or_org"]["family_name"] for it in metadata["creators"]]
    assert families == ["Doe", "Kovács"]


def test_some_documents_may_be_chosen(built: Path) -> None:
    assert run("package", "--corpus", "committees", "second").exit_code == 0
    with zipfile.ZipFile(ZIP) as archive:
        names = archive.namelist()
    assert "committees-v1.2.0/data/tei/second.xml" in names
    assert "committees-v1.2.0/data/tei/first.xml" not in names


def test_a_second_package_of_the_same_is_the_same(unpacked: Path) -> None:
    before = ZIP.read_bytes()
    shutil.rmtree(FOLDER)
    assert run("package", "--corpus", "committees").exit_code == 0
    assert ZIP.read_bytes() == before


def test_what_the_settings_do_not_say_of_the_whole_is_told(built: Path) -> None:
    settings = Path("source/edition.toml")
    text = settings.read_text("utf-8").replace('title = "Meetings of committees"\n', "")
    settings.write_text(text.replace('date = "2026-01-31"\n', ""), "utf-8")
    result = run("package", "--corpus", "committees")
    assert codes(result) == {"A114"}
    assert result.stderr.count("[A114]") == 2
    assert not FOLDER.exists()


def test_a_doi_of_the_whole_is_in_the_whole_alone(built: Path) -> None:
    settings = Path("source/edition.toml")
    text = settings.read_text("utf-8").replace("[edition]", '[edition]\ndoi = "10.5072/x.1"')
    settings.write_text(text, "utf-8")
    assert run("build").exit_code == 0
    assert run("package", "--corpus", "committees").exit_code == 0
    root = etree.parse(FOLDER / "upload" / "committees.xml").getroot()
    assert root.findtext(f".//{TEI}idno[@type='DOI']") == "10.5072/x.1"
    assert "10.5072/x.1" in (FOLDER / "upload" / "CITATION.cff").read_text("utf-8")
    assert b"10.5072" not in Path("source/first.xml").read_bytes()


def test_one_document_that_lacks_something_keeps_the_whole_back(built: Path) -> None:
    tei = Path("source/second.xml")
    tei.write_text(tei.read_text("utf-8").replace(' n="1.2.0"', ' n="two"'), "utf-8")
    run("build")
    result = run("package", "--corpus", "committees")
    assert "A007" in codes(result)
    assert "second.xml" in result.stderr
    assert not FOLDER.exists()


@pytest.mark.parametrize(("name", "code"), [("first", "A106"), ("all of it", "A105")])
def test_its_name_is_one_that_can_be(built: Path, name: str, code: str) -> None:
    assert code in codes(run("package", "--corpus", name))


def test_a_name_that_a_document_gets_in_the_package_is_taken(built: Path) -> None:
    Path("source/All öf it.txt").write_bytes(Path("source/first.txt").read_bytes())
    assert run("build").exit_code == 0
    result = run("package", "--corpus", "All-of-it")
    assert "A106" in codes(result)
    assert not Path("output/deposit/All-of-it").exists()


def test_other_profiles_are_for_single_documents(built: Path) -> None:
    assert run("package", "--corpus", "committees", "--profile", "arche").exit_code == 2
    assert run("package", "--corpus", "committees", "--all", "first").exit_code == 2


@pytest.mark.java
@pytest.mark.slow
def test_with_its_documents_it_is_valid_tei(unpacked: Path) -> None:
    jing = shutil.which("jing")
    if jing is None or not TEI_ALL.exists():
        pytest.skip("no jing (apt-get install jing) or no TEI All")
    joined = unpacked / "joined.xml"
    whole(unpacked).write(joined)
    # Each document has its own identifiers, so that one may be in several: hence -i.
    status, text = said(jing, "-i", TEI_ALL, joined)
    assert status == 0, text


@pytest.mark.slow
def test_others_accept_it(unpacked: Path) -> None:
    judge = program("DEPOSIT_JUDGES", "bagit.py")
    status, text = said(program("DEPOSIT_JUDGES", "python"), judge, "--validate", unpacked)
    assert status == 0, text
    code = """
import json, sys
from pathlib import Path
from datacite import schema45
schema45.validator.validate(json.loads(Path(sys.argv[1]).read_text("utf-8")))
"""
    python("DEPOSIT_JUDGES", code, FOLDER / "metadata" / "datacite.json")
