"""The whole edition as data, as its consumers read it."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from edition.project.building import build
from edition.project.folder import Project
from tests.small_edition import write_small_edition

PLACES = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Places</title></titleStmt><publicationStmt><publisher>P</publisher>
</publicationStmt><sourceDesc><p>Made.</p></sourceDesc></fileDesc></teiHeader><standOff><listPlace>
<place xml:id="Moscow"><placeName>Moscow</placeName><placeName>Moskva</placeName>
<location><geo>55.75 37.62</geo></location><idno type="URI">https://www.geonames.org/524901/</idno>
</place><place xml:id="Nowhere"><placeName>Nowhere</placeName></place></listPlace></standOff></TEI>
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data of a small edition."""
    folder = write_small_edition(tmp_path / "edition")
    (folder / "source" / "places.xml").write_text(PLACES, encoding="utf-8")
    build(Project(folder))
    return folder / "output" / "data"


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def document(data: Path, name: str) -> Any:
    return json.loads((data / f"{name}.json").read_bytes())


def test_the_tables_have_every_turn_and_mention(data: Path) -> None:
    turns, mentions = rows(data / "turns.csv"), rows(data / "mentions.csv")
    documents = [document(data, name) for name in ("first", "second")]
    assert [(row["document"], row["turn"], row["words"]) for row in turns] == [
        (one["document"]["name"], turn["id"], str(turn["length"]))
        for one in documents
        for turn in one["turns"]
    ]
    assert turns[0]["text"].splitlines() == [
        "Good morning, members of the first committee.",
        "Let us begin.",
    ]
    assert [row["words"] for row in mentions] == [
        found["words"] for one in documents for found in one["occurrences"]
    ]


def test_the_tables_of_documents_are_one_after_another(data: Path) -> None:
    for name in ("turns", "mentions"):
        parts = [rows(data / name / f"{one}.csv") for one in ("first", "second")]
        assert rows(data / f"{name}.csv") == [row for part in parts for row in part]
        assert (data / f"{name}.csv").read_bytes().endswith(b"\r\n")


def test_every_column_is_described(data: Path) -> None:
    for name in ("turns", "mentions"):
        metadata = json.loads((data / f"{name}.csv-metadata.json").read_bytes())
        columns = metadata["tableSchema"]["columns"]
        assert metadata["url"] == f"{name}.csv"
        assert [column["titles"] for column in columns] == list(rows(data / f"{name}.csv")[0])
        assert all(column["dc:description"] for column in columns)


def test_places_with_coordinates_are_geojson(data: Path) -> None:
    collection = json.loads((data / "places.geojson").read_bytes())
    assert collection["type"] == "FeatureCollection"
    (moscow,) = collection["features"]
    assert moscow["geometry"] == {"type": "Point", "coordinates": [37.62, 55.75]}
    named = Counter(row["entry"] for row in rows(data / "mentions.csv"))
    assert moscow["properties"] == {
        "name": "Moscow",
        "names": ["Moskva"],
        "kind": "",
        "identifiers": ["https://www.geonames.org/524901/"],
        "mentions": named["Moscow"],
        "documents": 2,
        "page": "html/places/Moscow.html",
    }
    assert (data.parent / moscow["properties"]["page"]).is_file()


def test_the_network_is_who_names_whom(data: Path) -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.read_graphml(data / "network.graphml")
    assert graph.is_directed()
    names = {node: said["id"] for node, said in graph.nodes(data=True)}
    edges = {(names[one], names[two]): said for one, two, said in graph.edges(data=True)}
    said = Counter(
        (who, row["entry"]) for row in rows(data / "mentions.csv") for who in row["who"].split()
    )
    assert {pair: it["weight"] for pair, it in edges.items()} == dict(said)
    turns = Counter(who for row in rows(data / "turns.csv") for who in row["who"].split())
    spoken = {it["id"]: it["turns"] for _, it in graph.nodes(data=True) if it["turns"]}
    assert spoken == dict(turns)


def test_every_download_is_there_with_its_checksum(data: Path) -> None:
    listed = rows(data / "downloads.csv")
    for row in listed:
        content = (data.parent / row["path"]).read_bytes()
        assert len(content) == int(row["bytes"])
        assert hashlib.sha256(content).hexdigest() == row["sha256"]
    of_first = {row["path"] for row in listed if row["document"] == "first"}
    assert of_first >= {"tei/first.xml", "text/first.txt", "data/first.json", "cite/first.bib"}
    of_all = {row["path"] for row in listed if not row["document"]}
    assert of_all >= {"data/turns.csv", "data/places.geojson", "data/network.graphml"}


def test_the_home_page_leads_to_every_table_of_the_whole_edition(data: Path) -> None:
    home = (data.parent / "html" / "index.html").read_text(encoding="utf-8")
    tables = {it.name for it in data.glob("*.csv")}
    assert {name for name in tables if f'href="../data/{name}"' not in home} == set()


def test_a_second_build_writes_nothing(data: Path) -> None:
    assert build(Project(data.parent.parent)).written == 0


def test_what_somebody_took_away_is_in_no_table(data: Path) -> None:
    (data / "turns" / "first.csv").unlink()
    project = Project(data.parent.parent)
    (project.source / "first.xml").write_text("<wrong/>", encoding="utf-8")
    build(project)
    assert {row["document"] for row in rows(data / "turns.csv")} == {"second"}
    assert "data/turns/first.csv" not in {row["path"] for row in rows(data / "downloads.csv")}


def test_every_plain_text_is_a_form_whichever_way_it_is_made(tmp_path: Path) -> None:
    folder = write_small_edition(tmp_path / "edition")
    project = Project(folder)
    build(project, outputs=["text"], profiles=["speech"])
    build(project, outputs=["html"], profiles=["speech"])
    page = (folder / "output" / "html" / "cite" / "first.html").read_text(encoding="utf-8")
    assert "../../text/speech/first.txt" in page
    assert "../../text/first.txt" in page
    assert build(project, profiles=["speech"]).written == 0
    listed = rows(folder / "output" / "data" / "downloads.csv")
    assert "text/speech/first.txt" in {row["path"] for row in listed}
