"""The DOI of a file, put where it belongs; and what makes a version another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.diagnostic import EditionError
from edition.tei.document import parse
from edition.tei.editing import Editing
from edition.tei.publication import content_of, doi_of, title_of, version_of, with_doi
from tests.deposit.invenio.small_deposit import write_edition

DOI = "10.5072/zenodo.12345"


@pytest.fixture
def tei(tmp_path: Path) -> bytes:
    return write_edition(tmp_path).read_bytes()


def test_a_doi_comes_behind_the_other_identifiers_and_nothing_else_changes(tei: bytes) -> None:
    new = with_doi(Editing(tei, "a.xml"), DOI)
    line = f'\n        <idno type="DOI">{DOI}</idno>'.encode()
    assert new.replace(line, b"") == tei
    assert new.index(b'type="slug"') < new.index(line) < new.index(b"<availability")
    assert doi_of(parse(new, "a.xml").root) == DOI
    assert with_doi(Editing(new, "a.xml"), DOI) == new


def test_the_doi_of_the_version_before_is_replaced(tei: bytes) -> None:
    old = with_doi(Editing(tei, "a.xml"), DOI)
    new = with_doi(Editing(old, "a.xml"), "10.5072/new", DOI)
    assert new == old.replace(DOI.encode(), b"10.5072/new")


def test_another_doi_stays(tei: bytes) -> None:
    old = with_doi(Editing(tei, "a.xml"), DOI)
    with pytest.raises(EditionError, match=DOI):
        with_doi(Editing(old, "a.xml"), "10.5072/new")


def test_where_there_is_no_publisher_there_is_no_place_for_a_doi() -> None:
    data = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>'
    with pytest.raises(EditionError) as raised:
        with_doi(Editing(data, "a.xml"), DOI)
    assert raised.value.finding.code == "U011"


def test_a_prefix_of_the_file_is_that_of_the_doi() -> None:
    data = (
        b'<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:teiHeader><t:fileDesc>'
        b"<t:publicationStmt><t:publisher>P</t:publisher></t:publicationStmt>"
        b"</t:fileDesc></t:teiHeader></t:TEI>"
    )
    assert f'<t:idno type="DOI">{DOI}</t:idno>'.encode() in with_doi(Editing(data, "a"), DOI)


def test_number_and_doi_make_no_other_content_but_a_word_does(tei: bytes) -> None:
    content = content_of(parse(tei, "a.xml").root)
    numbered = with_doi(Editing(tei.replace(b"1.0.0", b"1.1.0"), "a.xml"), DOI)
    assert version_of(parse(numbered, "a.xml").root) == "1.1.0"
    assert content_of(parse(numbered, "a.xml").root) == content
    for old, new in ((b"mended", b"repaired"), (b"Example Press", b"Another Press")):
        assert content_of(parse(tei.replace(old, new), "a.xml").root) != content


def test_the_main_title_is_on_one_line(tei: bytes) -> None:
    assert title_of(parse(tei, "a.xml").root) == "Meeting of the bridge committee"
