"""A package: what is in it, the same each time, and what is never in it."""

from __future__ import annotations

import csv
import gc
import json
import random
import re
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from errno import ENOSPC
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from edition.cli._terminal import Terminal
from edition.deposit.archive import Archive
from edition.deposit.built import LastBuild
from edition.deposit.content import File, Part
from edition.deposit.making import deposit_of, part_of
from edition.deposit.package import write_package
from edition.deposit.packing import Packing
from edition.deposit.placing import put
from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.header.facts import Facts
from edition.header.identifiers import swhid_of
from edition.project.folder import Project, Sources
from edition.project.lock import alone_in
from edition.tei.publication import content_of
from tests.deposit.whole_edition import codes, run

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

FOLDER = Path("output/deposit/first")
UPLOAD = [
    "first.xml",
    "first-v1.2.0.zip",
    "datacite.xml",
    "CITATION.cff",
    "README.md",
    "LICENSE.txt",
    "SHA256SUMS",
]


def package(slug: str = "first") -> dict[str, bytes]:
    """Every file of a package that is made now, by its path; those of the zip file, too."""
    result = run("package", slug)
    assert result.exit_code == 0, result.stderr
    folder = Path("output/deposit", slug)
    files = {it.relative_to(folder).as_posix(): it for it in folder.rglob("*") if it.is_file()}
    found = {path: it.read_bytes() for path, it in files.items()}
    for path in [it for it in found if it.endswith(".zip")]:
        with zipfile.ZipFile(files[path]) as archive:
            found |= {f"zip/{it.partition('/')[2]}": archive.read(it) for it in archive.namelist()}
    return found


def invenio(files: dict[str, bytes]) -> dict[str, object]:
    """What is said of a package to InvenioRDM."""
    metadata: dict[str, object] = json.loads(files["metadata/invenio.json"])["metadata"]
    return metadata


def test_the_page_of_a_repository_shows_these_files(built: Path) -> None:
    files = package()
    assert sorted(it.name for it in (FOLDER / "upload").iterdir()) == sorted(UPLOAD)
    sums = files["upload/SHA256SUMS"].decode().splitlines()
    assert [line.split("  ")[1] for line in sums] == UPLOAD[:-1]
    assert sums[0].split()[0] == sha256(files["upload/first.xml"]).hexdigest()


def test_the_edition_and_its_source_are_in_it_byte_for_byte(built: Path) -> None:
    files = package()
    tei = Path("output/tei/first.xml").read_bytes()
    assert files["zip/data/tei/first.xml"] == tei
    alone = re.sub(rb"\n<\?xml-model [^>]*>", b"", tei).replace(b' encoding="UTF-8"', b"", 1)
    assert files["upload/first.xml"] == alone
    assert files["zip/data/source/first.txt"] == Path("source/first.txt").read_bytes()
    assert files["zip/data/text/first.txt"] == Path("output/text/first.txt").read_bytes()


def test_what_a_file_of_the_package_points_to_is_in_the_package(built: Path) -> None:
    files = package()
    page = etree.HTML(files["zip/data/html/first.html"].decode())
    targets = page.xpath("//@href | //@src")
    inside = [it for it in targets if not it.startswith(("#", "http", "data:"))]
    assert len(inside) > 3
    for target in inside:
        path = Path("data/html", target.partition("#")[0])
        parts = [it for n, it in enumerate(path.parts) if it != ".."]
        if ".." in path.parts:
            parts.remove("html")
        assert f"zip/{'/'.join(parts)}" in files
    for name in ("rng", "sch"):
        assert f'href="../schemas/edition.{name}"'.encode() in files["zip/data/tei/first.xml"]
        assert f"zip/data/schemas/edition.{name}" in files


def test_two_packages_of_the_same_are_the_same_bytes(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = package()
    with zipfile.ZipFile(FOLDER / "upload" / UPLOAD[1]) as archive:
        assert {it.date_time for it in archive.infolist()} == {(2026, 1, 1, 0, 0, 0)}
    before = (FOLDER / "upload" / UPLOAD[1]).stat().st_mtime_ns
    assert "1 as before" in run("package", "first").stderr
    assert (FOLDER / "upload" / UPLOAD[1]).stat().st_mtime_ns == before
    for file in built.rglob("*"):
        file.touch()
    (FOLDER / "upload" / UPLOAD[0]).unlink()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert package() == first


def test_without_a_clock_the_day_of_publication_is_that_of_all_files(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    files = package()
    assert b"Bagging-Date: 2026-01-31\n" in files["zip/bag-info.txt"]
    with zipfile.ZipFile(FOLDER / "upload" / UPLOAD[1]) as archive:
        assert {it.date_time for it in archive.infolist()} == {(2026, 1, 31, 0, 0, 0)}


def test_a_clock_that_is_none_is_told(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run("package", "first")
    assert result.exit_code == 1
    assert codes(result) == {"M020"}


def test_a_letter_of_the_source_changes_what_has_it_and_nothing_else(built: Path) -> None:
    before = package()
    for ending in ("txt", "xml"):
        path = Path(f"source/first.{ending}")
        path.write_text(path.read_text("utf-8").replace("minutes", "minutEs"), "utf-8")
    tei = Path("source/first.xml")
    old, new = (
        sha256(it).hexdigest()
        for it in (before["zip/data/source/first.txt"], Path("source/first.txt").read_bytes())
    )
    tei.write_text(tei.read_text("utf-8").replace(old, new), "utf-8")
    assert run("build").exit_code == 0
    after = package()
    assert before.keys() == after.keys()
    changed = {path for path, data in after.items() if before[path] != data}
    assert changed == {
        "upload/first.xml",
        "upload/first-v1.2.0.zip",
        "upload/README.md",
        "upload/SHA256SUMS",
        "metadata/deposit-fields.csv",
        "zip/data/source/first.txt",
        "zip/data/tei/first.xml",
        "zip/data/html/first.html",
        "zip/data/text/first.txt",
        "zip/data/README.md",
        "zip/data/ro-crate-metadata.json",
        "zip/metadata/deposit-fields.csv",
        "zip/manifest-sha256.txt",
        "zip/manifest-sha512.txt",
        "zip/tagmanifest-sha256.txt",
        "zip/tagmanifest-sha512.txt",
    }


def test_text_is_in_the_form_that_archives_keep(built: Path) -> None:
    binary = (".zip", "source/first.txt")
    for path, data in package().items():
        if not path.endswith(binary):
            assert data.decode("utf-8")
            assert not data.startswith(b"\xef\xbb\xbf"), path
            assert b"\r" not in data, path
            assert data.endswith(b"\n"), path


def test_names_are_in_one_normal_form_and_the_edition_as_it_is(built: Path) -> None:
    tei = Path("source/first.xml")
    tei.write_text(tei.read_text("utf-8").replace("Kovács", "Kova\u0301cs"), "utf-8")
    run("build")
    files = package()
    assert "Kova\u0301cs".encode() in files["upload/first.xml"]
    for path, data in files.items():
        if path.startswith(("metadata/", "zip/metadata/")) or path.endswith((".cff", "README.md")):
            assert "Kova\u0301cs".encode() not in data, path


def test_a_package_waits_for_a_build_that_is_under_way(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = []
    monkeypatch.setattr(Terminal, "say_waiting", lambda *told: waited.append(told[1:]))
    with ExitStack() as stack:
        stack.enter_context(alone_in(Path("output"), lambda _process: None))
        done = Timer(2, stack.pop_all().close)
        done.start()
        assert run("package", "first").exit_code == 0
        done.join()
    assert waited


def test_the_licence_is_in_every_form(built: Path) -> None:
    files = package()
    assert invenio(files)["rights"] == [{"id": "cc-by-4.0"}]
    rights = json.loads(files["metadata/datacite.json"])["rightsList"]
    assert rights[0]["rightsIdentifier"] == "CC-BY-4.0"
    assert b'license: "CC-BY-4.0"' in files["upload/CITATION.cff"]
    assert b"SPDX-License-Identifier: CC-BY-4.0" in files["upload/LICENSE.txt"]
    assert b"Changes were made" in files["upload/LICENSE.txt"]
    told = [it for path, it in files.items() if path.startswith(("metadata/", "zip/metadata/"))]
    assert not any(b"cc0" in it.lower() for it in told)


def test_a_licence_that_no_table_has_is_told_by_its_address(built: Path) -> None:
    tei = Path("source/first.xml")
    tei.write_text(tei.read_text("utf-8").replace("licenses/by/4.0/", "licenses/mine/", 1), "utf-8")
    run("build")
    files = package()
    assert invenio(files)["rights"] == [
        {
            "title": {"en": "https://creativecommons.org/licenses/mine/"},
            "link": "https://creativecommons.org/licenses/mine/",
        }
    ]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("CC BY 3.0 FR", "https://creativecommons.org/licenses/by/3.0/fr/"),
        ("CC BY 3.0 DE", "https://creativecommons.org/licenses/by/3.0/de/"),
        ("Town Archive Licence v3.0", "https://example.org/town-archive-licence/"),
    ],
)
def test_a_licence_that_no_table_names_keeps_its_name_and_has_its_address_once(
    built: Path, name: str, target: str
) -> None:
    by = "https://creativecommons.org/licenses/by/4.0/"
    settings = Path("source/edition.toml")
    text = settings.read_text("utf-8").replace("CC BY 4.0", name).replace(by, target)
    settings.write_text(text, "utf-8")
    Path("source/first.xml").unlink()
    run("build")
    files = package()
    assert invenio(files)["rights"] == [{"title": {"en": name}, "link": target}]
    licence = " ".join(files["upload/LICENSE.txt"].decode().split())
    assert f"The edition may be used under {name}: {target}" in licence
    readme = " ".join(files["upload/README.md"].decode().split())
    assert name in readme
    told = str(invenio(files)["description"])
    assert f"under {name} (" in told
    assert told.count(target) <= 2
    assert f"{target} ({target})" not in readme + told + licence


def test_a_licence_has_its_identifier_only_where_that_is_known(built: Path) -> None:
    """InvenioRDM and CITATION.cff know fewer than SPDX has: one refuses, the other is invalid."""
    tei = Path("source/first.xml")
    address = "https://www.govdata.de/dl-de/by-2-0"
    text = tei.read_text("utf-8")
    tei.write_text(
        text.replace("https://creativecommons.org/licenses/by/4.0/", address, 1).replace(
            "CC BY 4.0", "DL-DE-BY-2.0", 1
        ),
        "utf-8",
    )
    run("build")
    files = package()
    name = "Data licence Germany – attribution – version 2.0"
    assert invenio(files)["rights"] == [{"title": {"en": name}, "link": address}]
    assert b"license:" not in files["upload/CITATION.cff"]
    assert f'license-url: "{address}"'.encode() in files["upload/CITATION.cff"]
    told = json.loads(files["metadata/datacite.json"])["rightsList"][0]
    assert told["rightsIdentifier"] == "DL-DE-BY-2.0"


def test_a_title_in_another_language_is_a_translation(built: Path) -> None:
    tei = Path("source/first.xml")
    more = (
        '</title><title type="alt" xml:lang="de">Sitzung</title><title type="alt">Minutes</title>'
    )
    tei.write_text(tei.read_text("utf-8").replace("</title>", more, 1), "utf-8")
    assert run("build").exit_code == 0
    files = package()
    assert invenio(files)["additional_titles"] == [
        {"title": "Sitzung", "type": {"id": "translated-title"}, "lang": {"id": "deu"}},
        {"title": "Minutes", "type": {"id": "alternative-title"}},
    ]
    titles = json.loads(files["metadata/datacite.json"])["titles"]
    assert [it.get("titleType") for it in titles[1:]] == ["TranslatedTitle", "AlternativeTitle"]


def test_makers_come_in_order_and_languages_by_three_letters(built: Path) -> None:
    metadata = invenio(package())
    creators = metadata["creators"]
    assert isinstance(creators, list)
    assert [it["person_or_org"]["family_name"] for it in creators] == ["Doe", "Kovács"]
    assert metadata["languages"] == [{"id": "eng"}]
    assert metadata["resource_type"] == {"id": "dataset"}


def test_a_body_that_did_all_is_named_once(built: Path) -> None:
    tei = Path("source/first.xml")
    text = tei.read_text("utf-8").replace("<publisher>Example Press", "<publisher>The Society", 1)
    body = "<orgName>The Society</orgName>"
    text = re.sub(r"<editor .*</editor>", f"<editor>{body}</editor>", text, flags=re.DOTALL)
    roles = ("registers", "data collector")
    told = "".join(f"<respStmt><resp>{it}</resp>{body}</respStmt>" for it in roles)
    tei.write_text(text.replace("</titleStmt>", f"{told}</titleStmt>", 1), "utf-8")
    assert run("build").exit_code == 0
    files = package()
    assert "Attribution: The Society, 2026." in files["upload/LICENSE.txt"].decode()
    ours = json.loads(files["metadata/invenio.json"])["metadata"]["contributors"]
    assert [it["role"]["id"] for it in ours if "The Society" in str(it)] == ["datacollector"]
    theirs = json.loads(files["metadata/datacite.json"])["contributors"]
    kinds = [it["contributorType"] for it in theirs if "The Society" in str(it)]
    assert kinds == ["DataCollector"]


def test_nothing_in_the_field_sheet_is_run_as_a_formula(built: Path) -> None:
    tei = Path("source/first.xml")
    text = tei.read_text("utf-8").replace("<publisher>Example Press", "<publisher>=1+1", 1)
    tei.write_text(text, "utf-8")
    assert run("build").exit_code == 0
    assert "\npublisher,'=1+1," in package()["metadata/deposit-fields.csv"].decode()


def test_a_package_says_whom_readers_write_to(built: Path) -> None:
    files = package()
    assert b"Contact-Email: edition@example.org\n" in files["zip/bag-info.txt"]
    graph = json.loads(files["zip/data/ro-crate-metadata.json"])["@graph"]
    point = next(it for it in graph if it["@type"] == "ContactPoint")
    publisher = next(it for it in graph if it["@id"] == "#publisher")
    assert publisher["contactPoint"] == {"@id": point["@id"]}
    assert "Doe, Jane; Kovács, Anna (eds.) (2026)" in files["upload/README.md"].decode()


def test_a_day_that_no_zip_file_knows_is_that_of_the_bag(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert b"Bagging-Date: 1970-01-01\n" in package()["zip/bag-info.txt"]


def test_what_was_made_before_the_disk_was_full_is_told(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, write: Callable[[Path], list[Diagnostic]]) -> object:
        if folder.name == "second":
            raise FileAccessError(diagnostic("IO02", Place(str(folder)), reason="disk full"))
        return put(folder, write)

    monkeypatch.setattr("edition.deposit.packing.put", full)
    result = run("package", "--all")
    assert (result.exit_code, "1 package of 2" in result.stderr) == (3, True)


def test_the_field_sheet_has_every_fact_once_more(built: Path) -> None:
    rows = csv.DictReader(StringIO(package()["metadata/deposit-fields.csv"].decode()))
    values = {row["field"]: row["value"] for row in rows}
    assert values["is derived from"] == "https://example.org/first"
    assert values["source captured on"] == "2026-01-02"
    assert values["version"] == "1.2.0"


def test_the_crate_says_by_what_the_edition_was_made_of_what(built: Path) -> None:
    graph = json.loads(package()["zip/data/ro-crate-metadata.json"])["@graph"]
    entities = {it["@id"]: it for it in graph}
    action = entities["#encoding"]
    assert action["instrument"] == {"@id": "#program-1"}
    assert action["object"] == {"@id": "source/first.txt"}
    assert action["result"] == {"@id": "tei/first.xml"}
    source = Path("source/first.txt").read_bytes()
    assert entities["source/first.txt"]["sha256"] == sha256(source).hexdigest()
    tei = entities["tei/first.xml"]
    assert "license" not in tei
    assert entities["source/first.txt"]["license"]["@id"] in entities
    assert tei["identifier"] == swhid_of(Path("output/tei/first.xml").read_bytes())
    assert entities["#validation"]["description"].startswith("No error")


BODIES = """
<respStmt><resp>rights holder</resp>
<orgName>Gesellschaft &amp; Söhne &lt;GmbH&gt;</orgName></respStmt>
<respStmt><resp>data curator</resp><orgName>Архив</orgName></respStmt>
"""


def test_what_the_crate_calls_things_are_uris_and_each_is_there(built: Path) -> None:
    tei = Path("source/first.xml")
    text = tei.read_text("utf-8").replace("</titleStmt>", f"{BODIES}</titleStmt>", 1)
    odd = "https://archiv.example.org/a?q={b}|c&quot;d&lt;e&gt;^`"
    tei.write_text(text.replace("https://example.org/first", odd), "utf-8")
    assert run("build").exit_code == 0
    graph = json.loads(package()["zip/data/ro-crate-metadata.json"])["@graph"]
    names = [it["@id"] for it in graph]
    assert len(names) == len(set(names))
    assert not set('{}|"<>^` &') & set("".join(names).replace("?q=%7Bb%7D%7Cc%22d%3Ce%3E", ""))
    bodies = [it["name"] for it in graph if it["@id"].startswith("#agent-")]
    assert bodies == ["Richard Roe", "Chancery", "Gesellschaft & Söhne <GmbH>", "Архив"]


@pytest.mark.parametrize("terms", ["publicdomain/zero/1.0/", ""])
def test_a_source_has_terms_of_its_own_in_the_crate(built: Path, terms: str) -> None:
    tei = Path("source/first.xml")
    text = tei.read_text("utf-8")
    start = text.index("<bibl ")
    source = text[start:].replace("licenses/by/4.0/", terms).replace("CC BY 4.0", "CC0 1.0")
    if not terms:
        source = re.sub("<availability.*?</availability>", "", source, count=1, flags=re.DOTALL)
    tei.write_text(text[:start] + source, "utf-8")
    assert run("build").exit_code == 0
    graph = json.loads(package()["zip/data/ro-crate-metadata.json"])["@graph"]
    entities = {it["@id"]: it for it in graph}
    told = entities["source/first.txt"]["license"]["@id"]
    assert told == (f"https://creativecommons.org/{terms}" if terms else "#unknown-terms")
    assert told in entities


@pytest.mark.parametrize(
    ("doi", "line"),
    [
        ("10.5072/x.1", 'doi: "10.5072/x.1"'),
        ("10.5072/Würz.13#x", 'url: "https://doi.org/10.5072/W%C3%BCrz.13%23x"'),
    ],
)
def test_a_doi_that_the_citation_file_cannot_hold_is_given_by_its_address(
    built: Path, doi: str, line: str
) -> None:
    tei = Path("source/first.xml")
    slug = '<idno type="slug">'
    idno = f'<idno type="DOI">{doi}</idno>{slug}'
    tei.write_text(tei.read_text("utf-8").replace(slug, idno, 1), "utf-8")
    assert run("build").exit_code == 0
    told = package()["upload/CITATION.cff"].decode().splitlines()
    assert [it for it in told if it.startswith(("doi:", "url:"))] == [line]


def test_a_fair_report_proves_and_gives_no_score(built: Path) -> None:
    report = {it["metric"]: it for it in json.loads(package()["metadata/fair.json"])}
    assert report["FsF-R1.1-01M"]["evidence"] == "CC-BY-4.0"
    assert report["FsF-F1-01MD"]["stands"] == "not shown"  # no DOI yet
    assert "score" not in str(report)


def test_that_there_is_no_doi_is_told_of_one_package_and_counted_of_several(built: Path) -> None:
    assert codes(run("package", "first")) == {"A022"}
    result = run("package", "--all")
    assert codes(result) == set()
    assert result.stderr.endswith("--check tells 2 notes, too.\n")


def test_one_change_is_one_change(built: Path) -> None:
    assert "1 dated change in" in package()["metadata/fair.md"].decode()


def test_provenance_is_shown_where_no_change_has_a_date(built: Path) -> None:
    tei = Path("source/first.xml")
    tei.write_text(re.sub('<change when=.[^"]*.', "<change", tei.read_text("utf-8")), "utf-8")
    run("build")
    told = json.loads(package()["metadata/fair.json"])
    (provenance,) = [it for it in told if it["metric"] == "FsF-R1.2-01M"]
    assert "CreateAction" in provenance["evidence"]


def test_a_second_version_names_the_first(built: Path) -> None:
    tei, state = Path("source/first.xml"), Path("source/deposit/first.json")
    state.parent.mkdir()
    one = {"record": "a-1", "doi": "10.5072/x.1", "version": "1.1.0", "content": "", "files": {}}
    draft = {"host": "https://a.org", "stage": "drafted", "record": "a-2", "doi": "10.5072/x.2"}
    draft["document"] = "first"
    state.write_text(json.dumps({**draft, "versions": [one]}), "utf-8")
    slug = '<idno type="slug">'
    idno = f'<idno type="DOI">10.5072/x.2</idno>{slug}'
    tei.write_text(tei.read_text("utf-8").replace(slug, idno, 1), "utf-8")
    assert run("build").exit_code == 0
    files = package()
    related = etree.fromstring(files["upload/datacite.xml"]).iter("{*}relatedIdentifier")
    assert ("IsNewVersionOf", "10.5072/x.1") in {
        (it.get("relationType"), it.text) for it in related
    }
    assert "isnewversionof" in str(invenio(files)["related_identifiers"])
    content = content_of(etree.parse(tei).getroot())
    same = {
        **one,
        "doi": "10.5072/X.2",
        "version": "1.2.0",
        "content": content,
    }  # a DOI has no case: it is no version of itself
    state.write_text(json.dumps({**draft, "versions": [same]}), "utf-8")
    assert "isnewversionof" not in str(invenio(package())["related_identifiers"])
    state.write_text("{", "utf-8")
    assert codes(run("package", "first")) == {"U004"}


def test_a_document_that_is_saved_in_this_moment_keeps_no_other_back(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Packing.look

    def look_and_save(packing: Packing, sources: Sources) -> Facts | None:
        facts = look(packing, sources)
        if sources.stem == "first":
            sources.tei.write_bytes(sources.tei.read_bytes().replace(b"Thank you", b"Thanks"))
        return facts

    monkeypatch.setattr(Packing, "look", look_and_save)
    result = run("package", "--all")
    assert (result.exit_code, codes(result)) == (1, {"A103"})
    assert [it.name for it in Path("output/deposit").iterdir()] == ["second"]


@pytest.mark.parametrize("words", [["--all"], ["--corpus", "committees"]])
def test_a_check_says_how_many_documents_it_looked_at(built: Path, words: list[str]) -> None:
    assert "2 documents looked at." in run("package", *words, "--check").stderr


def test_all_makes_a_package_of_each_that_can_have_one(built: Path) -> None:
    tei = Path("source/second.xml")
    tei.write_text(tei.read_text("utf-8").replace(">Example Press<", "> <"), "utf-8")
    run("build")
    result = run("package", "--all")
    assert result.exit_code == 1
    assert "A009" in codes(result)
    assert sorted(it.name for it in Path("output/deposit").iterdir()) == ["first"]


# What is put into a comment of the TEI, and what is found in the package.
PRIVATE = [
    ("Ask jane@private.example.org.", "A108"),
    ("See /home/jane/notes.", "A109"),
    (r"See C:\Users\jane\notes.", "A109"),
    ("Ask anna@müller.example.de.", "A108"),
    ("Ask анна@почта.рф.", "A108"),
    ("See /media/anna/notes.", "A109"),
    ("See /var/folders/x1/notes.", "A109"),
    (r"See D:\Projekte\notes.", "A109"),
    (r"See \\server\share\anna.", "A109"),
    ("EDITION_DEPOSIT_TOKEN=abcdefgh12", "A107"),
    ("ghp_" + "a1" * 18, "A107"),
    ("https://zenodo.org/api?access_token=abcdefghij", "A107"),
    ("aB3" * 20, "A107"),
]


@pytest.mark.parametrize(("words", "code"), PRIVATE)
def test_what_is_private_is_refused_and_nothing_written(built: Path, words: str, code: str) -> None:
    tei = Path("source/first.xml")
    comment = f"</teiHeader><!-- {words} -->"
    tei.write_text(tei.read_text("utf-8").replace("</teiHeader>", comment, 1), "utf-8")
    run("build")
    result = run("package", "first")
    assert result.exit_code == 1
    assert code in codes(result)
    assert not FOLDER.exists()
    assert list(Path("output/deposit").iterdir()) == []
    for more in ([], ["--corpus", "committees"]):
        assert code in codes(run("package", "first", *more, "--check"))


def test_a_check_writes_nothing(built: Path) -> None:
    package()
    held = {it: it.stat().st_mtime_ns for it in built.rglob("*")}
    for more in (["first"], ["--all"], ["--corpus", "committees"]):
        assert run("package", *more, "--check").exit_code == 0
    now = {it: it.stat().st_mtime_ns for it in built.rglob("*")}
    assert now == held


def test_a_secret_of_the_environment_is_known(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_TOKEN", "members of the first committee")
    assert "A107" in codes(run("package", "first"))


def test_the_token_for_a_repository_is_known_however_short(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTHER_TOKEN", "committee")  # may be a word
    assert "A107" not in codes(run("package", "first"))
    monkeypatch.setenv("EDITION_DEPOSIT_TOKEN", "committee")
    assert "A107" in codes(run("package", "first"))


def test_what_is_private_is_found_in_any_encoding(built: Path) -> None:
    tei = Path("source/first.xml")
    text = tei.read_text("utf-8").replace('encoding="UTF-8"', 'encoding="UTF-16"')
    secrets = f"<!-- {'ghp_' + 'a1' * 18}\n/home/jane/notes -->"
    tei.write_text(text.replace("</teiHeader>", f"</teiHeader>{secrets}", 1), "utf-16")
    assert run("build").exit_code == 0
    result = run("package", "first")
    assert {"A107", "A109"} <= codes(result)
    line = text.partition("</teiHeader>")[0].count("\n") + 1
    assert f"first.xml:{line}:20: error: in tei/first.xml of the package" in result.stderr
    assert f"first.xml:{line + 1}:1: error: in tei/first.xml of the package" in result.stderr


def test_whom_the_header_names_may_be_in_a_source_of_any_encoding(built: Path) -> None:
    text = Path("source/first.txt").read_text("utf-8")
    text = text.replace("Thank you.", "Write to office@example.org.")
    Path("source/third.txt").write_text(text, "utf-16")
    run("build")
    result = run("package", "third")
    assert (result.exit_code, "A111" in codes(result)) == (0, True)
    assert f"third.txt:{text.partition('office')[0].count(chr(10)) + 1}:" in result.stderr


def test_each_secret_is_told_of_each_document_with_its_line(built: Path) -> None:
    lines = []
    for name, secret in (("first", "a1" * 18), ("second", "Z9" * 18)):
        tei = Path(f"source/{name}.xml")
        comment = f"</teiHeader>\n<!-- ghp_{secret} -->"
        tei.write_text(tei.read_text("utf-8").replace("</teiHeader>", comment, 1), "utf-8")
        lines.append(tei.read_text("utf-8").partition("ghp_")[0].count("\n") + 1)
    run("build")
    for words in (["--all"], ["--corpus", "committees"]):
        told = run("package", *words).stderr
        assert told.count("[A107]") == 2
        assert f"first.xml:{lines[0]}:6: " in told
        assert f"second.xml:{lines[1]}:6: " in told


def test_what_the_source_prints_is_a_warning(built: Path) -> None:
    path = Path("source/third.txt")
    text = Path("source/first.txt").read_text("utf-8")
    path.write_text(text.replace("Thank you.", "Write to office@example.org."), "utf-8")
    run("build")
    result = run("package", "third")
    assert "A111" in codes(result)
    assert "A108" not in codes(result)
    assert result.exit_code == 0


def test_a_schema_outside_of_the_package_is_refused(built: Path) -> None:
    tei = Path("source/first.xml")
    tei.write_text(tei.read_text("utf-8").replace("../schemas/edition.rng", "mine.rng"), "utf-8")
    Path("source/mine.rng").write_bytes(Path("schemas/edition.rng").read_bytes())
    run("build")
    result = run("package", "first")
    assert "A110" in codes(result)
    assert "first.xml:2:" in result.stderr


def test_a_question_mark_hides_no_schema(built: Path) -> None:
    tei = Path("source/first.xml")
    model = '<?xml-model title="why?"\n  href="../../private/mine.rng"?>'
    tei.write_text(tei.read_text("utf-8").replace("<TEI", f"{model}\n<TEI", 1), "utf-8")
    run("build")
    result = run("package", "first")
    assert "A110" in codes(result)
    line = tei.read_text("utf-8").partition("why?")[0].count("\n") + 1
    assert f"first.xml:{line}:1: " in result.stderr


def test_a_package_that_cannot_be_made_leaves_the_last_one(tmp_path: Path) -> None:
    def good(folder: Path) -> list[Diagnostic]:
        (folder / "upload").mkdir()
        (folder / "upload" / "file").write_text("good", encoding="utf-8")
        (folder / "upload" / "SHA256SUMS").write_text(f"{0:064}  file\n", encoding="utf-8")
        return []

    def bad(folder: Path) -> list[Diagnostic]:
        (folder / "file").write_text("bad", encoding="utf-8")
        raise EditionError(diagnostic("A113", Place("file"), path="file"))

    folder = tmp_path / "deposit" / "first"
    assert put(folder, good) == (True, [])
    assert put(folder, good) == (False, [])
    with pytest.raises(EditionError):
        put(folder, bad)
    assert (folder / "upload" / "file").read_text(encoding="utf-8") == "good"
    assert [it.name for it in folder.parent.iterdir()] == ["first"]


def test_one_document_at_a_time_is_in_memory(built: Path, tmp_path: Path) -> None:
    size, count = 1_000_000, 30
    built_first = LastBuild(Project(built)).read(Project(built).documents()[0])
    deposit, part = deposit_of(built_first, ""), part_of(built_first)

    def parts() -> Iterator[Part]:
        for number in range(count):
            text = File(f"text/{number}.txt", b"%d words\n" % number * (size // 8), "a text")
            tei = part.tei._replace(path=f"tei/{number}.xml")
            yield part._replace(tei=tei, source=None, others=(text,))

    tracemalloc.start()
    try:
        write_package(tmp_path, deposit, parts())
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (tmp_path / "upload" / "first-v1.2.0.zip").exists()
    assert most < size * count / 4


class FullDisk(BytesIO):
    """Takes so much, and nothing after that."""

    is_full = False

    def write(self, data: ReadableBuffer, /) -> int:
        self.is_full |= self.tell() + memoryview(data).nbytes > 1000
        if self.is_full:
            raise OSError(ENOSPC, "No space left on device")
        return super().write(data)


def test_a_full_disk_is_told_once(tmp_path: Path) -> None:
    def write(_folder: Path) -> list[Diagnostic]:
        with Archive(FullDisk(), "first", 1767225600) as archive:
            archive.add("small", b"small")
            archive.add("noise", random.Random(1).randbytes(5000))
        return []

    with pytest.raises(FileAccessError, match="No space left"):
        put(tmp_path / "deposit" / "first", write)
    gc.collect()  # a fault of what is forgotten would be a warning, which is an error here
    assert not list((tmp_path / "deposit").iterdir())


def test_a_zip_file_has_each_name_once(tmp_path: Path) -> None:
    with Archive(BytesIO(), "first", 1767225600) as archive:
        archive.add("text/first.txt", b"one")
        with pytest.raises(FileExistsError):
            archive.add("text/First.txt", b"two")


def test_what_a_killed_run_left_goes(built: Path) -> None:
    left = Path("output/deposit/.first.1.part")
    left.mkdir(parents=True)
    (left / "half").write_text("half", encoding="utf-8")
    package()
    assert [it.name for it in Path("output/deposit").iterdir()] == ["first"]


def test_what_is_of_no_package_is_never_gone(built: Path) -> None:
    package()
    settings = Path("source/first.xml")
    settings.write_text(settings.read_text("utf-8").replace("1.2.0", "1.2.1"), "utf-8")
    run("build")
    strange = [
        FOLDER / "notes.txt",
        FOLDER / "upload" / "notes.txt",
        FOLDER / "arche" / "notes.txt",
    ]
    for path in strange:
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine", encoding="utf-8")
        result = run("package", "first")
        assert codes(result) == {"A116"}
        assert result.exit_code == 1
        assert str(path) in result.stderr
        assert path.read_text("utf-8") == "mine"
        path.unlink()
    run("package", "first")
    assert (FOLDER / "upload" / "first-v1.2.1.zip").exists()


def test_a_folder_that_is_no_package_is_left(built: Path) -> None:
    (FOLDER / "metadata").mkdir(parents=True)
    own = FOLDER / "metadata" / "datacite.json"
    own.write_text("mine", encoding="utf-8")
    assert codes(run("package", "first")) == {"A116"}
    assert own.read_text("utf-8") == "mine"


@pytest.mark.parametrize("place", [FOLDER, FOLDER.parent])
def test_a_link_or_a_file_in_the_place_of_a_package_is_left(built: Path, place: Path) -> None:
    place.parent.mkdir(exist_ok=True)
    place.write_text("mine", encoding="utf-8")
    assert codes(run("package", "first")) == {"A115"}
    assert place.read_text("utf-8") == "mine"
    place.unlink()
    Path("elsewhere").mkdir()
    place.symlink_to(Path("elsewhere").absolute())
    assert codes(run("package", "first")) == {"A115"}
    assert place.is_symlink()
    assert not list(Path("elsewhere").iterdir())
