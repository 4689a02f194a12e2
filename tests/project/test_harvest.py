"""What other services read, read as they do: through a server that only gives files."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from lxml import etree, html

from edition.project.building import build
from edition.project.folder import Project
from edition.publishing.harvesting import Site
from edition.publishing.harvesting.sitemap import MOST, sitemaps
from tests.loopback import Loopback
from tests.small_edition import write_small_edition

SETTINGS = """\
[edition]
title = "Committees"
url = "{url}"
contact = "edition@example.org"
version = "1.0.0"
publisher = "Example Press"
date = "2026-01-31"

[source]
convention = "kremlin"
"""
PERSONS = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Persons</title></titleStmt><publicationStmt><publisher>P</publisher>
</publicationStmt><sourceDesc><p>Made.</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson>
<person xml:id="BorisPetrov"><persName>Boris Petrov</persName>
<idno type="URI" subtype="gnd">https://d-nb.info/gnd/118540238</idno>{idno}
</person></listPerson></standOff></TEI>
"""
GUESS = """\
<idno type="URI" subtype="wikidata" cert="low" resp="#encoder">https://www.wikidata.org/entity/Q1\
</idno>"""


class _Handler(SimpleHTTPRequestHandler):
    """A server of files with the one rule of the README: /oai?verb=X is /oai/X.xml."""

    def translate_path(self, path: str) -> str:
        asked = urlsplit(path)
        verb = parse_qs(asked.query).get("verb")
        return super().translate_path(f"/oai/{verb[0]}.xml" if verb else path)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A small edition where its settings say that it lies, and its output."""
    folder = write_small_edition(tmp_path_factory.mktemp("harvest") / "edition")
    output = folder / "output"
    with Loopback(partial(_Handler, directory=str(output))) as server:
        url = server.address
        (folder / "source" / "edition.toml").write_text(SETTINGS.format(url=url), "utf-8")
        (folder / "source" / "persons.xml").write_text(PERSONS.format(idno=""), "utf-8")
        build(Project(folder))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield url, output
        server.shutdown()
        thread.join()


def asked(url: str) -> Any:
    with urlopen(url) as answer:
        return json.loads(answer.read())


def test_a_harvester_has_every_document(served: tuple[str, Path]) -> None:
    sickle = pytest.importorskip("sickle").Sickle(f"{served[0]}/oai")
    assert sickle.Identify().adminEmail == "edition@example.org"
    assert [it.metadataPrefix for it in sickle.ListMetadataFormats()] == ["oai_dc"]
    records = list(sickle.ListRecords(metadataPrefix="oai_dc"))
    assert [record.metadata["title"] for record in records] == [
        ["Meeting of the first committee"],
        ["Meeting of the second committee"],
    ]
    assert {record.header.datestamp for record in records} == {"2026-01-31"}
    for record in records:
        with urlopen(record.metadata["identifier"][0]) as page:
            assert b"committee" in page.read()
    listed = list(sickle.ListIdentifiers(metadataPrefix="oai_dc"))
    assert [it.identifier for it in listed] == [it.header.identifier for it in records]


def test_a_reader_of_feeds_has_every_document(served: tuple[str, Path]) -> None:
    feedparser = pytest.importorskip("feedparser")
    feed = feedparser.parse((served[1] / "feed.xml").read_bytes())
    assert not feed.bozo
    assert feed.feed.title == "Committees"
    assert {entry.title for entry in feed.entries} == {
        "Meeting of the first committee",
        "Meeting of the second committee",
    }
    assert all(entry.updated == "2026-01-31T00:00:00Z" for entry in feed.entries)
    assert all(entry.author == "Example Press" for entry in feed.entries)
    index = html.parse(str(served[1] / "html" / "index.html"))
    assert index.xpath("//link[@type='application/atom+xml']/@href") == ["../feed.xml"]


def test_the_index_leads_to_all_data(served: tuple[str, Path]) -> None:
    index = html.parse(str(served[1] / "html" / "index.html"))
    found = [str(it) for it in index.xpath("//*[@class='data-of-all']//a/@href")]
    assert len(found) == 12
    assert all((served[1] / "html" / path).is_file() for path in found)


def test_a_client_of_dts_walks_from_the_entry_point_to_a_turn(served: tuple[str, Path]) -> None:
    expand = pytest.importorskip("uritemplate").expand
    entry = asked(f"{served[0]}/dts/index.json")
    collection = asked(expand(entry["collection"]))
    assert asked(expand(entry["collection"], id=collection["@id"])) == collection
    assert collection["totalChildren"] == len(collection["member"]) == 2
    for member in collection["member"]:
        name = member["@id"]
        resource = asked(expand(entry["collection"], id=name))
        assert {key: resource[key] for key in member} == member
        (parent,) = asked(expand(resource["collection"], nav="parents"))["member"]
        assert parent["@id"] == collection["@id"]
        turns = asked(expand(entry["navigation"], resource=name, down=1))["member"]
        every = asked(expand(entry["navigation"], resource=name, down=-1))["member"]
        assert {unit["level"] for unit in turns} == {1}
        assert [unit for unit in every if unit["level"] == 1] == turns
        with urlopen(expand(entry["document"], resource=name)) as document:
            tree = etree.fromstring(document.read())
        ids = tree.xpath("//@xml:id")
        parents = {None} | {unit["identifier"] for unit in turns}
        for unit in every:
            assert unit["identifier"] in ids
            assert unit["parent"] in parents
            page, _, fragment = unit["@id"].partition("#")
            with urlopen(page) as shown:
                assert f'id="{fragment}"'.encode() in shown.read()


def test_the_sitemap_has_every_page(served: tuple[str, Path]) -> None:
    url, output = served
    tree = etree.parse(output / "sitemap.xml")
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    pages = tree.xpath("//s:loc/text()", namespaces=names)
    assert set(pages) == {
        f"{url}/{path.relative_to(output).as_posix()}" for path in output.rglob("*.html")
    }
    assert len(pages) == len(set(pages))


def test_a_large_sitemap_is_parted() -> None:
    pages = [f"html/{number}.html" for number in range(MOST + 1)]
    made = sitemaps(Site("https://example.org"), pages, {})
    assert list(made) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert made["sitemap-1.xml"].count(b"<loc>") == MOST
    assert made["sitemap.xml"].count(b"<loc>https://example.org/sitemap-") == 2


def test_an_authority_finds_who_has_a_page(served: tuple[str, Path]) -> None:
    url, output = served
    head, _, links = (output / "beacon" / "gnd.txt").read_text("utf-8").partition("\n\n")
    assert head.splitlines()[:2] == ["#FORMAT: BEACON", "#PREFIX: https://d-nb.info/gnd/"]
    number, _mentions, page = links.strip().split("|")
    assert (number, page) == ("118540238", f"{url}/html/people/BorisPetrov.html")
    assert (output / "html" / "people" / "BorisPetrov.html").is_file()


def test_what_nobody_has_looked_at_is_told_to_no_authority(tmp_path: Path) -> None:
    folder = write_small_edition(tmp_path / "edition")
    (folder / "source" / "edition.toml").write_text(
        SETTINGS.format(url="https://example.org"), "utf-8"
    )
    (folder / "source" / "persons.xml").write_text(PERSONS.format(idno=GUESS), "utf-8")
    build(Project(folder))
    assert not (folder / "output" / "beacon").exists()


def test_without_an_address_there_is_nothing_and_a_note(tmp_path: Path) -> None:
    folder = write_small_edition(tmp_path / "edition")
    report = build(Project(folder))
    assert "M109" in {finding.code for finding in report.findings}
    made = {path.name for path in (folder / "output").iterdir()}
    assert made.isdisjoint({"oai", "dts", "beacon", "feed.xml", "sitemap.xml"})


def test_no_day_is_made_up(tmp_path: Path) -> None:
    folder = write_small_edition(tmp_path / "edition")
    settings = SETTINGS.format(url="https://example.org").replace('date = "2026-01-31"\n', "")
    (folder / "source" / "edition.toml").write_text(settings, "utf-8")
    report = build(Project(folder))
    assert "M111" in {finding.code for finding in report.findings}
    output = folder / "output"
    assert not (output / "feed.xml").exists()
    assert not (output / "oai").exists()
    assert (output / "dts" / "index.json").is_file()
    assert b"lastmod" not in (output / "sitemap.xml").read_bytes()


def test_a_second_build_writes_nothing(served: tuple[str, Path]) -> None:
    assert build(Project(served[1].parent)).written == 0
