"""All documents of an edition in one package."""

from __future__ import annotations

import csv
import json
import re
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree

from edition.deposit.built import Built, LastBuild
from edition.project.folder import Sources
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


def changed(old: str, new: str, name: str = "second") -> None:
    """The edition, built again with *new* in the place of *old* in a document."""
    tei = Path(f"source/{name}.xml")
    assert old in tei.read_text("utf-8")
    tei.write_text(tei.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert run("build").exit_code == 0


OURS = 'target="https://creativecommons.org/licenses/by/4.0/"'


@pytest.mark.parametrize(
    ("address", "exit_code", "code"),
    [
        ("https://creativecommons.org/licenses/by-nc-nd/4.0/", 1, "A118"),
        ("https://creativecommons.org/licenses/by-sa/4.0/", 1, "A118"),
        ("https://example.org/terms", 1, "A118"),
        ("https://creativecommons.org/licenses/by/3.0/", 0, "A119"),
    ],
)
def test_a_document_under_other_terms_is_told_or_keeps_the_whole_back(
    built: Path, address: str, exit_code: int, code: str
) -> None:
    changed(OURS, f'target="{address}"')
    changed("under CC BY 4.0", "under other terms")
    result = run("package", "--corpus", "committees")
    assert (result.exit_code, code in codes(result)) == (exit_code, True)
    assert FOLDER.exists() is (exit_code == 0)
    if not exit_code:
        with zipfile.ZipFile(ZIP) as archive:
            crate = archive.read("committees-v1.2.0/data/ro-crate-metadata.json")
        licences = {it["@id"]: it.get("license") for it in json.loads(crate)["@graph"]}
        assert licences["tei/second.xml"] == {"@id": address}
        assert licences["tei/first.xml"] is None


def test_the_licence_names_each_document_with_its_terms(built: Path) -> None:
    by_3 = "https://creativecommons.org/licenses/by/3.0/"
    changed(OURS, f'target="{by_3}"')
    changed("under CC BY 4.0", "under CC BY 3.0")
    assert run("package", "--corpus", "committees").exit_code == 0
    told = (FOLDER / "upload" / "LICENSE.txt").read_text("utf-8").partition("Documents\n")[2]
    by_4 = "Creative Commons Attribution 4.0 International, " + OURS.split('"')[1]
    assert f"These are under {by_4}:\n  tei/first.xml\n" in told
    assert f"under Creative Commons Attribution 3.0 Unported, {by_3}:\n  tei/second.xml\n" in told
    sources = f"The sources of these are under {by_4}:\n  tei/first.xml\n  tei/second.xml\n"
    assert told.endswith(sources)


def test_who_made_one_document_is_told_of_the_whole(built: Path) -> None:
    neu = '<editor><persName ref="https://orcid.org/0000-0001-5678-9010"><forename>Hans</forename> '
    neu += "<surname>Neu</surname></persName></editor>"
    museum = "<respStmt><resp>rights holder</resp><orgName>Museum</orgName></respStmt>"
    changed("</titleStmt>", f"{museum}</titleStmt>")
    changed("<editor ", f"{neu}<editor ")
    changed("<publisher>Example Press", "<publisher>Other Press")
    changed(' n="1.2.0">1.2.0', ' n="2.4.0">2.4.0')
    result = run("package", "--corpus", "committees")
    assert codes(result) == {"A119", "A120", "A123"}
    assert result.stderr.count("[A120]") == result.stderr.count("[A119]") == 2
    metadata = json.loads((FOLDER / "metadata" / "invenio.json").read_bytes())["metadata"]
    roles = {it["person_or_org"]["name"]: it["role"]["id"] for it in metadata["contributors"]}
    assert roles == {
        "Roe, Richard": "datacurator",
        "Chancery": "other",
        "Neu, Hans": "editor",
        "Museum": "rightsholder",
    }


def test_each_source_is_attributed_with_its_address(unpacked: Path) -> None:
    metadata = json.loads((FOLDER / "metadata" / "invenio.json").read_bytes())["metadata"]
    for name in ("first", "second"):
        address = f"https://example.org/{name}"
        for file in ("README.md", "LICENSE.txt", "datacite.xml"):
            assert address in (FOLDER / "upload" / file).read_text("utf-8")
        derived = {
            "identifier": address,
            "scheme": "url",
            "relation_type": {"id": "isderivedfrom"},
        }
        assert derived in metadata["related_identifiers"]
        assert address in metadata["description"]


def test_documents_with_a_doi_are_parts_and_their_days_a_range(built: Path) -> None:
    slug = '<idno type="slug">'
    changed(slug, f'<idno type="DOI">10.5072/x.2</idno>{slug}')
    tei = Path("source/second.xml")
    tei.write_text(tei.read_text("utf-8").replace('"2021-03-03"', '"2023-06-01"'), "utf-8")
    assert run("build").exit_code == 0, run("build").output
    assert run("package", "--corpus", "committees").exit_code == 0
    metadata = json.loads((FOLDER / "metadata" / "invenio.json").read_bytes())["metadata"]
    part = {"identifier": "10.5072/x.2", "scheme": "doi", "relation_type": {"id": "haspart"}}
    assert part in metadata["related_identifiers"]
    assert "2021-03-03/2023-06-01" in [it["date"] for it in metadata["dates"]]
    assert "meetings from 2021-03-03 to 2023-06-01" in metadata["description"]


def test_an_editor_without_surname_is_told_where_the_settings_name_him(built: Path) -> None:
    settings = Path("source/edition.toml")
    text = settings.read_text("utf-8").replace('surname = "Doe"\n', "")
    settings.write_text(text, "utf-8")
    result = run("package", "--corpus", "committees")
    line = text[: text.index("[[editor]]")].count("\n") + 1
    assert f"edition.toml:{line}:" in result.stderr
    assert "A004" in codes(result)


def test_several_languages_are_several_and_the_title_is_in_none_of_them(built: Path) -> None:
    tei = Path("source/second.xml")
    text = tei.read_text("utf-8").replace('xml:lang="en"', 'xml:lang="de"', 1)
    text = text.replace('ident="en">English', 'ident="de">German')
    tei.write_text(text, "utf-8")
    assert run("build").exit_code == 0, run("build").output
    assert run("package", "--corpus", "committees").exit_code == 0
    root = etree.parse(FOLDER / "upload" / "committees.xml").getroot()
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "mul"
    told = json.loads((FOLDER / "metadata" / "datacite.json").read_bytes())
    assert "language" not in told
    assert told["titles"] == [{"title": "Meetings of committees"}]
    metadata = json.loads((FOLDER / "metadata" / "invenio.json").read_bytes())["metadata"]
    assert metadata["languages"] == [{"id": "deu"}, {"id": "eng"}]


def test_some_documents_may_be_chosen(built: Path) -> None:
    assert run("package", "--corpus", "committees", "second").exit_code == 0
    with zipfile.ZipFile(ZIP) as archive:
        names = archive.namelist()
    assert "committees-v1.2.0/data/tei/second.xml" in names
    assert "committees-v1.2.0/data/tei/first.xml" not in names


def test_of_what_was_never_published_each_document_is_read_whole_once(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, really = [], LastBuild.read

    def noted(last: LastBuild, sources: Sources) -> Built:
        read.append(sources.stem)
        return really(last, sources)

    monkeypatch.setattr(LastBuild, "read", noted)
    assert run("package", "--corpus", "committees").exit_code == 0
    assert read == ["first", "second"]


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
    assert "A022" not in run("package", "--corpus", "committees", "--check").stderr
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


@pytest.mark.parametrize(("own", "other"), [("10.5072/X.1", "the whole"), ("10.5072/x.2", "first")])
def test_a_corpus_is_no_part_of_itself_and_no_document_is_two(
    built: Path, own: str, other: str
) -> None:
    settings = Path("source/edition.toml")
    text = settings.read_text("utf-8").replace("[edition]", '[edition]\ndoi = "10.5072/x.1"')
    settings.write_text(text, "utf-8")
    slug = '<idno type="slug">'
    changed(slug, f'<idno type="DOI">10.5072/x.2</idno>{slug}', "first")
    changed(slug, f'<idno type="DOI">{own}</idno>{slug}')
    result = run("package", "--corpus", "committees")
    assert (result.exit_code, codes(result)) == (1, {"A122"})
    assert f"{own} is also that of {other}" in result.stderr
    line = Path("source/second.xml").read_text("utf-8").partition(own)[0].count("\n") + 1
    assert f"second.xml:{line}:" in result.stderr
    assert not FOLDER.exists()


def test_an_editor_with_another_orcid_is_told_as_that(built: Path) -> None:
    changed("0000-0002-1825-0097", "0000-0001-5678-9010")
    result = run("package", "--corpus", "committees")
    assert codes(result) == {"A121", "A123"}
    assert "“Jane Doe” has the ORCID 0000-0001-5678-9010 in this document" in result.stderr


def test_white_space_in_the_settings_is_no_other_publisher(built: Path) -> None:
    settings = Path("source/edition.toml")
    text = settings.read_text("utf-8").replace('"Example Press"', '"Example \\n\\u00a0 Press"')
    settings.write_text(text, "utf-8")
    result = run("package", "--corpus", "committees")
    assert codes(result) == {"A123"}
    for file in ("metadata/invenio.json", "upload/README.md", "upload/committees.xml"):
        assert "Example Press" in (FOLDER / file).read_text("utf-8"), file


def test_of_one_it_says_one(built: Path) -> None:
    assert run("package", "--corpus", "committees", "second").exit_code == 0
    metadata = json.loads((FOLDER / "metadata" / "invenio.json").read_bytes())["metadata"]
    assert metadata["sizes"][:2] == ["1 document", "3 turns"]
    for file in (it for it in FOLDER.rglob("*") if it.is_file() and it.suffix != ".zip"):
        told = file.read_text("utf-8")
        many = re.findall(r"1 documents|its documents|the documents|\bmeetings,|These are", told)
        assert not many, file
    licence = (FOLDER / "upload" / "LICENSE.txt").read_text("utf-8")
    assert "\nDocument\n" in licence
    assert "\nThis is under " in licence
    assert "\nThe source of this is under " in licence


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
    result = run("package", "--corpus", name)
    assert code in codes(result)
    assert "write another NAME behind --corpus" in result.stderr
    assert "“first” and “first”" not in result.stderr


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


def test_each_source_of_the_whole_has_its_sum_and_terms(built: Path) -> None:
    changed('cert="high"', 'cert="medium"')
    assert run("package", "--corpus", "committees").exit_code == 0
    readme = (FOLDER / "upload" / "README.md").read_text("utf-8")
    rows = csv.DictReader(
        (FOLDER / "metadata" / "deposit-fields.csv").read_text("utf-8").splitlines()
    )
    fields = {row["field"]: row["value"] for row in rows}
    for number, name in enumerate(("first", "second"), 1):
        told = sha256(Path(f"source/{name}.txt").read_bytes()).hexdigest()
        assert f"SHA-256 of {name}.txt: `{told}`" in readme
        assert fields[f"SHA-256 of the source {number}"] == told
        said = fields[f"licence of the source {number}"]
        assert said.startswith("Creative Commons ")
        assert " (https://creativecommons.org/" in said
    assert fields["licence of the source 2"].endswith("(certainty: medium)")
    assert "Printed transcripts of meetings" in readme
