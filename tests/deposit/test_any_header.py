"""Whatever is taken out of a header: what is missing is told, or every form of it can be made."""

from __future__ import annotations

import csv
import json
from copy import deepcopy
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from edition.deposit.formats.cff import citation_file
from edition.deposit.formats.datacite import datacite_json, datacite_xml
from edition.deposit.formats.fields import field_sheet
from edition.deposit.formats.record import record
from edition.deposit.formats.texts import licence_text, readme
from edition.deposit.gate import gate
from edition.diagnostic import Severity
from edition.header.reading import facts_of
from edition.settings import parse_settings
from edition.tei.document import parse
from edition.tei.encode import encode
from edition.transcript.reader import read
from tests.deposit.whole_edition import SETTINGS
from tests.small_edition import TRANSCRIPT

COMMITTED = Path(__file__).parents[2] / "source" / "2023-01-18-leningrad.xml"


@cache
def whole() -> etree._Element:
    """The TEI of a transcript of which the settings say all."""
    transcript = read(TRANSCRIPT.format(name="first").encode(), "first.txt", "kremlin")
    settings = parse_settings(SETTINGS.encode(), "edition.toml")
    return parse(encode(transcript, settings), "first.xml").root


@given(st.data())
def test_what_is_left_of_a_header_is_enough_or_is_told(data: st.DataObject) -> None:
    root = deepcopy(whole())
    header = root[0]
    elements = list(header.iter(etree.Element))[1:]
    numbers = st.sets(st.integers(0, len(elements) - 1), max_size=4)
    for number in sorted(data.draw(numbers)):
        gone = elements[number]
        if (parent := gone.getparent()) is not None:
            what = data.draw(st.sampled_from(["element", "attributes", "words"]))
            if what == "element":
                parent.remove(gone)
            elif what == "attributes":
                gone.attrib.clear()
            else:
                gone.text = data.draw(st.text("aé–1. \x7f\x85\x96\u2028'\"#:", max_size=5))
    document = parse(etree.tostring(root), "first.xml")
    found = gate(
        document, "first", ["zenodo", "textgrid", "arche", "clarin", "dataverse"], "a@b.org"
    )
    assert all(it.line >= 1 and it.message and it.hint for it in found)
    facts = facts_of(document.root, "first")
    always_lacking = {"A031"}  # the settings have no role for who holds the rights
    if {it.code for it in found if it.severity is Severity.ERROR} <= always_lacking:
        metadata = record(facts)["metadata"]
        needed = ("resource_type", "creators", "title", "publication_date", "publisher", "rights")
        assert all(metadata[key] for key in needed)
        assert all(it["person_or_org"]["family_name"] for it in metadata["creators"])
        assert json.dumps(datacite_json(facts))
        assert etree.fromstring(datacite_xml(facts)).findtext("{*}titles/{*}title") == facts.title
        assert yaml.safe_load(citation_file(facts))["title"] == facts.title
        sheet = csv.reader(StringIO(field_sheet(facts).decode()))
        title = next(row[1] for row in sheet if row[0] == "title")
        assert title in (facts.title, f"'{facts.title}")
        assert licence_text(facts).decode().startswith(facts.title)
        _begin, heading, *_rest = MarkdownIt().parse(readme(facts, []).decode())
        assert "".join(it.content for it in heading.children or []) == facts.title


def test_the_first_transcript_is_refused_for_what_its_header_does_not_say() -> None:
    if not COMMITTED.exists():
        pytest.skip("an installed program has no transcripts")
    document = parse(COMMITTED.read_bytes(), COMMITTED.name)
    found = {it.code: it for it in gate(document, COMMITTED.stem, ["zenodo"])}
    if document.root.find(".//{*}titleStmt/{*}editor") is None:
        assert found["A001"].severity is Severity.ERROR
        assert "<editor" in found["A001"].hint
    assert found["A016"].severity is Severity.WARNING
    assert "kremlin.ru/about/copyrights" in found["A016"].message
