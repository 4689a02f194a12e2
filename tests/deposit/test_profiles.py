"""What is made for repositories to which a person carries it, each with its checklist."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from edition.deposit.file_names import is_safe
from edition.deposit.profiles import PROFILES
from tests.deposit.judges import python
from tests.deposit.whole_edition import codes, run

FOLDER = Path("output/deposit/first")
OTHERS = [it for it in PROFILES if it != "zenodo"]
HOLDER = "<respStmt><resp>rights holder</resp><orgName>Example Society</orgName></respStmt>"
HANDLE = '<idno type="Handle">21.11115/0000-000C-42AB-7</idno>'


@pytest.fixture
def packed(built: Path) -> Path:
    """The first document, with all that any repository wants, packed for all of them."""
    tei = Path("source/first.xml")
    text = tei.read_text("utf-8").replace("</titleStmt>", f"{HOLDER}</titleStmt>", 1)
    text = text.replace('<idno type="slug">', f'{HANDLE}<idno type="slug">', 1)
    tei.write_text(text, encoding="utf-8")
    assert run("build").exit_code == 0
    result = run("package", "first", *(f"--profile={it}" for it in OTHERS))
    assert result.exit_code == 0, result.stderr
    return built


def test_where_all_are_authors_it_is_told_that_arche_wants_an_editor(built: Path) -> None:
    tei = Path("source/first.xml")
    text = tei.read_text("utf-8").replace("</titleStmt>", f"{HOLDER}</titleStmt>", 1)
    text = text.replace("<editor ", "<author ").replace("</editor>", "</author>")
    tei.write_text(text, encoding="utf-8")
    assert "A049" not in codes(run("package", "first", "--check", "--profile=textgrid"))
    assert "A049" in codes(run("package", "first", "--check", "--profile=arche"))
    one = "<respStmt><resp>editor</resp><orgName>Example Society</orgName></respStmt>"
    tei.write_text(text.replace("</titleStmt>", f"{one}</titleStmt>", 1), encoding="utf-8")
    assert "A049" not in codes(run("package", "first", "--check", "--profile=arche"))


def test_each_has_a_folder_with_a_checklist_of_this_document(packed: Path) -> None:
    for profile in OTHERS:
        checklist = (FOLDER / profile / "CHECKLIST.md").read_text(encoding="utf-8")
        assert checklist.startswith("# Meeting of the first committee: to ")
        assert checklist.count("- [ ] ") >= 4
        assert "1.2.0" in checklist
    assert (FOLDER / "upload" / "first.xml").exists()


def test_zenodo_alone_has_no_folder_of_its_own(packed: Path) -> None:
    assert run("package", "first").exit_code == 0
    assert sorted(it.name for it in FOLDER.iterdir()) == ["metadata", "upload"]


def test_what_only_they_want_is_told(built: Path) -> None:
    result = run("package", "first", "--check", "--profile=textgrid", "--profile=clarin")
    assert codes(result) == {"A022", "A023", "A031"}
    assert result.exit_code == 1


def test_where_the_day_of_the_text_is_written_is_told_by_the_name_of_the_document(
    built: Path,
) -> None:
    tei = Path("source/first.xml")
    text = re.sub(r"<setting>.*?</setting>", "", tei.read_text("utf-8"), flags=re.DOTALL)
    start = text.index("<bibl ")
    text = text[:start] + re.sub(r"<date (?!type).*?</date>", "", text[start:], count=1)
    tei.write_text(text, "utf-8")
    result = run("package", "first", "--check", "--profile=textgrid")
    assert "A032" in codes(result)
    assert 'date = "…" under [transcript.first]' in result.stderr


def test_textgrid_reads_every_description(packed: Path) -> None:
    code = """
import sys
from pathlib import Path
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.config import ParserConfig
from tgclients.databinding import Object
strict = ("unknown_properties", "unknown_attributes", "converter_warnings")
parser = XmlParser(config=ParserConfig(**{f"fail_on_{it}": True for it in strict}))
for name in sys.argv[1:]:
    it = parser.parse(name, Object)
    assert it.generic.provided.title and it.generic.provided.format
    if made := it.edition:
        print(made.license.license_uri, *made.language, made.is_edition_of)
    if it.work: print(it.work.date_of_creation.date, it.work.genre[0].value)
    if it.item: print(it.item.rights_holder[0].value, it.item.rights_holder[0].is_corporate_body)
    if it.collection: print(*(who.value for who in it.collection.collector))
"""
    described = sorted((FOLDER / "textgrid").glob("*.meta"))
    assert [it.name for it in described] == [
        "first.collection.meta",
        "first.edition.meta",
        "first.work.meta",
        "first.xml.meta",
    ]
    told = python("TEXTGRID_JUDGE", code, *described).splitlines()
    assert told == [
        "Doe, Jane Kovács, Anna",
        "https://creativecommons.org/licenses/by/4.0/ eng first.work",
        "2021-03-03 non-fiction",
        "Example Society True",
    ]


def test_textgrid_finds_every_file_that_is_aggregated(packed: Path) -> None:
    folder = FOLDER / "textgrid"
    for name in ("first.edition", "first.collection"):
        members = etree.parse(folder / name).xpath("//@*[local-name() = 'resource']")
        assert members
        assert all((folder / str(it)).is_file() for it in members)
        assert all((folder / f"{it}.meta").is_file() for it in members)


def test_an_author_is_no_editor(built: Path) -> None:
    tei = Path("source/first.xml")
    text = tei.read_text("utf-8").replace("</titleStmt>", f"{HOLDER}</titleStmt>", 1)
    text = text.replace("<editor", "<author", 1).replace("</editor>", "</author>", 1)
    tei.write_text(text, encoding="utf-8")
    assert run("build").exit_code == 0
    result = run("package", "first", "--profile=textgrid", "--profile=arche")
    assert result.exit_code == 0, result.stderr
    edition = etree.parse(FOLDER / "textgrid" / "first.edition.meta")
    roles = {it.text: it.get("role") for it in edition.iterfind(".//{*}agent")}
    assert roles == {"Doe, Jane": "author", "Kovács, Anna": "editor"}
    turtle = (FOLDER / "arche" / "metadata.ttl").read_text("utf-8")
    assert turtle.count("acdh:hasEditor") == 1
    assert "acdh:hasEditor <https://orcid.org/0000-0001-5109-3700>" in turtle
    fields = (FOLDER / "metadata" / "deposit-fields.csv").read_text("utf-8")
    assert '(https://orcid.org/0000-0002-1825-0097)",titleStmt/author\n' in fields
    assert '(https://orcid.org/0000-0001-5109-3700)",titleStmt/editor\n' in fields


READ = """
import sys, json
from rdflib import Graph
graph = Graph().parse(sys.argv[1], format="turtle")
def local(uri):
    return str(uri).rpartition("#")[2]
print(json.dumps([[str(one), local(about), str(other)] for one, about, other in graph]))
"""
MUSEUM = "<respStmt><resp>rights holder</resp><orgName>Музей</orgName></respStmt>"
ARCHIVE = "<respStmt><resp>data curator</resp><orgName>Архив</orgName></respStmt>"


def turtle(tei: str) -> dict[tuple[str, str], list[str]]:
    """What ARCHE is told of the first document with the TEI *tei*, by thing and property."""
    Path("source/first.xml").write_text(tei, encoding="utf-8")
    assert run("build").exit_code == 0
    result = run("package", "first", "--profile=arche")
    assert result.exit_code == 0, result.stderr
    triples = json.loads(python("DEPOSIT_JUDGES", READ, FOLDER / "arche" / "metadata.ttl"))
    told: dict[tuple[str, str], list[str]] = {}
    for thing, about, other in triples:
        told.setdefault((thing, about), []).append(other)
    return told


SOCIETY = """
[[editor]]
id = "es"
name = "Example Society"
body = true
role = "{role}"

[source]
"""


def encoded_with(role: str) -> None:
    """Let a body be among the editors, and encode and build again."""
    settings = Path("source/edition.toml")
    said = settings.read_text("utf-8").replace("[source]\n", SOCIETY.format(role=role), 1)
    settings.write_text(said, "utf-8")
    for it in ("first.xml", "machine/first.xml"):
        Path("source", it).unlink(missing_ok=True)
    assert run("build").exit_code == 0


def test_a_body_in_the_settings_may_hold_the_rights(built: Path) -> None:
    encoded_with("rights holder")
    assert "<orgName>Example Society</orgName>" in Path("source/first.xml").read_text("utf-8")
    result = run("package", "first", "--profile=textgrid", "--profile=arche")
    assert result.exit_code == 0, result.stderr
    meta = (FOLDER / "textgrid" / "first.xml.meta").read_text("utf-8")
    assert 'isCorporateBody="true"' in meta


def test_a_body_in_the_settings_may_be_an_editor(built: Path) -> None:
    encoded_with("editor")
    assert run("package", "first").exit_code == 0
    said = json.loads((FOLDER / "metadata" / "invenio.json").read_bytes())["metadata"]
    names = {it["person_or_org"]["name"]: it["person_or_org"]["type"] for it in said["creators"]}
    assert names["Example Society"] == "organizational"
    page = Path("output/html/first.html").read_text("utf-8")
    assert '{"@type":"Organization","name":"Example Society"}' in page.replace(" :", ":")


TOP = "https://id.acdh.oeaw.ac.at/first"


def test_bodies_whose_names_have_other_letters_are_not_one(built: Path) -> None:
    tei = Path("source/first.xml").read_text("utf-8")
    told = turtle(tei.replace("</titleStmt>", f"{MUSEUM}{ARCHIVE}</titleStmt>", 1))
    (holder,) = told[TOP, "hasRightsHolder"]
    assert told[holder, "hasTitle"] == ["Музей"]


def test_an_address_with_odd_signs_is_a_uri_to_arche(built: Path) -> None:
    tei = Path("source/first.xml").read_text("utf-8")
    odd = "https://archiv.example.org/заседание?q={b}|c&quot;d&lt;e&gt;^`100%"
    tei = tei.replace("https://example.org/first", odd)
    told = turtle(tei.replace("</titleStmt>", f"{MUSEUM}</titleStmt>", 1))
    (source,) = told[TOP, "hasSource"]
    assert source.startswith("https://archiv.example.org/%D0%B7")
    assert source.endswith("?q=%7Bb%7D%7Cc%22d%3Ce%3E%5E%60100%25")


def test_what_holds_for_the_edition_is_not_said_of_the_source(built: Path) -> None:
    tei = Path("source/first.xml").read_text("utf-8")
    start = tei.index("<bibl ")
    zero = tei[start:].replace("licenses/by/4.0", "publicdomain/zero/1.0")
    zero = zero.replace("CC BY 4.0", "CC0 1.0")
    told = turtle(tei[:start].replace("</titleStmt>", f"{MUSEUM}</titleStmt>", 1) + zero)
    source = f"{TOP}/source/first.txt"
    (licence,) = told[source, "hasLicense"]
    assert licence.endswith("/cc0-1-0")
    for about in ("hasCreator", "hasContributor", "hasRightsHolder", "hasIssuedDate", "hasVersion"):
        assert (source, about) not in told
        assert about == "hasIssuedDate" or (f"{TOP}/tei/first.xml", about) in told


def test_arche_is_told_that_nobody_has_rights_in_a_source(built: Path) -> None:
    tei = (
        Path("source/first.xml").read_text("utf-8").replace("</titleStmt>", f"{MUSEUM}</titleStmt>")
    )
    start = tei.index("<bibl ")
    mark = tei[start:].replace("licenses/by/4.0", "publicdomain/mark/1.0")
    told = turtle(tei[:start] + mark.replace("CC BY 4.0", "Public Domain Mark 1.0"))
    (licence,) = told[f"{TOP}/source/first.txt", "hasLicense"]
    assert licence.endswith("/archelicenses/publicdomain-1-0")


@pytest.mark.parametrize("profile", ["textgrid/first.xml", "arche/data/tei/first.xml"])
def test_what_lies_beside_no_schema_names_none(packed: Path, profile: str) -> None:
    folder = packed / "output" / "deposit" / "first"
    held = (folder / profile).read_bytes()
    assert b"<?xml-model" not in held
    assert held == (folder / "upload" / "first.xml").read_bytes()


# What acdh-oeaw/arche-schema 5.2.0 asks for at least, and no checklist.
ARCHE = {
    "Resource": "hasCategory hasHosting hasLicense hasRightsHolder isPartOf hasTitle",
    "TopCollection": "hasDescription hasEditor hasHosting hasLicenseSummary hasTitle",
}


def test_arche_gets_turtle_with_all_that_the_header_knows(packed: Path) -> None:
    code = """
import sys, json
from rdflib import Graph, RDF
graph = Graph().parse(sys.argv[1], format="turtle")
def local(uri):
    return str(uri).rpartition("#")[2]
print(json.dumps([
    [
        str(thing),
        local(kind),
        sorted({local(it) for it in graph.predicates(thing)}),
        [str(it) for about, it in graph.predicate_objects(thing) if local(about) == "hasFilename"],
    ]
    for thing, kind in graph.subject_objects(RDF.type)
]))
"""
    things = json.loads(python("DEPOSIT_JUDGES", code, FOLDER / "arche" / "metadata.ttl"))
    kinds = [kind for _subject, kind, _told, _names in things]
    assert sorted(set(kinds)) == ["Organisation", "Person", "Resource", "TopCollection"]
    for subject, kind, told, _names in things:
        wanted = set(ARCHE.get(kind, "hasTitle").split())
        if "/source/" in subject:  # another's: the checklist asks who holds its rights
            wanted.remove("hasRightsHolder")
        assert wanted <= set(told)
    names = {name for *_, found in things for name in found}
    files = {it.name for it in (FOLDER / "arche" / "data").rglob("*") if it.is_file()}
    assert files == names == {"first.xml", "first.txt"}
    checklist = (FOLDER / "arche" / "CHECKLIST.md").read_text(encoding="utf-8")
    for it in ("hasContact", "hasDepositor", "hasLicensor", "hasMetadataCreator", "hasCurator"):
        assert it in checklist


def test_clarin_gets_a_folder_of_the_name_of_the_zip_file_with_title_and_handle(
    packed: Path,
) -> None:
    with zipfile.ZipFile(FOLDER / "clarin" / "first.zip") as archive:
        names = archive.namelist()
        readme = archive.read("first/README.md").decode()
    assert all(it.startswith("first/") and is_safe(it) for it in names)
    assert readme.startswith("# Meeting of the first committee\n")
    assert "https://hdl.handle.net/21.11115/0000-000C-42AB-7" in readme
    assert {"first/tei/first.xml", "first/schemas/edition.rng", "first/LICENSE.txt"} <= {*names}


def test_dataverse_gets_a_dataset_with_its_licence(packed: Path) -> None:
    dataset = json.loads((FOLDER / "dataverse" / "dataset.json").read_text(encoding="utf-8"))
    version = dataset["datasetVersion"]
    assert version["license"] == {
        "name": "CC BY 4.0",
        "uri": "https://creativecommons.org/licenses/by/4.0/",
    }
    fields = {it["typeName"]: it for it in version["metadataBlocks"]["citation"]["fields"]}
    assert {"title", "author", "datasetContact", "dsDescription", "subject"} <= fields.keys()
    author = fields["author"]["value"][0]
    assert author["authorIdentifier"]["value"] == "0000-0002-1825-0097"
    contact = fields["datasetContact"]["value"][0]["datasetContactEmail"]
    assert contact["value"] == "edition@example.org"
    assert fields["subject"]["typeClass"] == "controlledVocabulary"
    assert fields["language"]["value"] == ["English"]
    others = [it["otherIdValue"]["value"] for it in fields["otherId"]["value"]]
    assert others == ["https://hdl.handle.net/21.11115/0000-000C-42AB-7", "first"]
    assert fields["notesText"]["value"] == "Version 1.2.0"
    for field in fields.values():
        assert isinstance(field["value"], list) is field["multiple"]
