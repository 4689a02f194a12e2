"""Citing: the styles, the formats of reference managers, what Zotero and harvesters find."""

from __future__ import annotations

import json
import re
from typing import Any

import html5lib
import pytest
from lxml import html

from edition.publishing.cff import citation_file
from edition.publishing.citations import citations
from edition.publishing.citing import citing
from edition.publishing.document import Links, publish
from edition.settings import Edition, Editor, Settings
from edition.tei.bibliography import Change, Name, Reference
from tests.publishing.sample import HEADER, TEXT, document, sample

ADDRESS = "https://example.org/e/html/harbour.html"
FULL = Reference(
    title="Harbour council",
    language="en",
    editors=(
        Name("Ada Byron", family="Byron", given="Ada Augusta", identity="https://orcid.org/0"),
        Name("Museum & Söhne"),
    ),
    publisher="Press 100% & Co_{x}",
    published="2026-01-02",
    version="1.2.0",
    date="1931-05-02",
    place="Old Harbour",
    source_publisher="Gazette",
)


def known(header: str = HEADER) -> dict[str, bytes]:
    publication = publish(document(TEXT, header=header))
    forms = {"tei/harbour.xml": b"<TEI/>", "html/harbour.html": b"", "text/harbour.txt": b"abc"}
    return citing(publication.data, forms, address=ADDRESS)


def styles(header: str = HEADER) -> dict[str, str]:
    tree = html.fromstring(known(header)["html/cite/harbour.html"].decode())
    names = [name.text_content() for name in tree.xpath("//*[@class='styles']//dt")]
    said = [" ".join(it.text_content().split()) for it in tree.xpath("//*[@class='styles']//dd")]
    return dict(zip(names, said, strict=True))


def test_the_reference_is_the_header() -> None:
    said = publish(sample()).data.reference
    assert said.editors == (Name("Ada Byron", identity="https://orcid.org/0000-0002-1825-0097"),)
    assert (said.publisher, said.published, said.version) == (
        "Harbour Press & Sons",
        "2026-01-01",
        "1.2.0",
    )
    assert said.source_address == "https://example.org/harbour"
    assert said.changes == (Change("2026-01-01", ("Ada Byron",), "Corrected by hand.", "en"),)


def test_the_common_styles() -> None:
    assert styles() == {
        "Chicago": "Ada Byron, ed. “Harbour council, open meeting.” May 2, 1931, Old Harbour. "
        f"Version 1.2.0. Harbour Press & Sons, 2026. {ADDRESS}.",
        "MLA": "Ada Byron, editor. “Harbour council, open meeting.” 2 May 1931, Old Harbour. "
        "Version 1.2.0, Harbour Press & Sons, 2026, example.org/e/html/harbour.html.",
        "APA": "Ada Byron (Ed.). (2026). Harbour council, open meeting (Version 1.2.0) "
        f"[Transcript, May 2, 1931]. Harbour Press & Sons. {ADDRESS}",
        "ISO 690": "Ada Byron (ed.). Harbour council, open meeting [online], May 2, 1931, "
        f"Old Harbour. Version 1.2.0. Harbour Press & Sons, 2026. Available from: {ADDRESS}",
        "ГОСТ Р 7.0.100–2018": "Harbour council, open meeting : стенограмма, 2 мая 1931 г., "
        "Old Harbour / под редакцией Ada Byron. – Версия 1.2.0. – Harbour Press & Sons, 2026. – "
        f"URL: {ADDRESS}. – Текст : электронный.",
    }


def test_a_name_is_turned_round_where_its_surname_is_marked() -> None:
    marked = HEADER.replace(">Ada Byron<", "><forename>Ada</forename> <surname>Byron</surname><")
    said = styles(marked)
    assert said["Chicago"].startswith("Byron, Ada, ed. ")
    assert said["MLA"].startswith("Byron, Ada, editor. ")
    assert said["APA"].startswith("Byron, A. (Ed.). (2026). ")
    assert said["ISO 690"].startswith("BYRON, Ada (ed.). ")


def test_what_the_header_does_not_say_is_left_out() -> None:
    bare = "<teiHeader><fileDesc><titleStmt><title>Bare?</title></titleStmt></fileDesc></teiHeader>"
    made = known(bare)
    assert json.loads(made["cite/harbour.csl.json"]) == [
        {
            "id": "harbour",
            "type": "document",
            "genre": "transcript",
            "title": "Bare?",
            "URL": ADDRESS,
            "language": "en",
            "event-date": {"date-parts": [[1931, 5, 2]]},
        }
    ]
    assert styles(bare)["Chicago"] == f"“Bare?” May 2, 1931. {ADDRESS}."
    assert styles(bare)["APA"] == f"Bare? [Transcript, May 2, 1931]. (n.d.). {ADDRESS}"


def test_a_reader_of_bibtex_finds_every_field() -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    library = bibtexparser.parse_string(citations(FULL, key="a b", address=ADDRESS)["bib"])
    (entry,) = library.entries
    assert not library.failed_blocks
    fields = {field.key: field.value for field in entry.fields}
    assert entry.key == "a-b"
    assert fields["editor"] == "Byron, Ada Augusta and {Museum \\& Söhne}"
    assert fields["howpublished"] == r"Press 100\% \& Co\_\{x\}"
    assert (fields["year"], fields["month"], fields["version"]) == ("2026", "1", "1.2.0")
    assert fields["url"] == ADDRESS


def test_a_reader_of_ris_finds_every_field() -> None:
    rispy = pytest.importorskip("rispy")
    (entry,) = rispy.loads(citations(FULL, key="k", address=ADDRESS)["ris"])
    assert entry["type_of_reference"] == "GEN"
    assert entry["title"] == "Harbour council"
    assert entry["publisher"] == FULL.publisher
    assert entry["year"] == "2026"
    assert entry["urls"] == [ADDRESS]


def test_the_page_has_every_form_with_its_checksum() -> None:
    page = known()["html/cite/harbour.html"].decode()
    html5lib.HTMLParser(strict=True).parse(page)
    tree = html.fromstring(page)
    rows = [
        (row.xpath("string(.//a/@href)"), row.xpath("string(td[1])"), row.xpath("string(td[2])"))
        for row in tree.xpath("//table//tbody/tr")
    ]
    assert rows == [
        (
            "../../tei/harbour.xml",
            "6",
            "1381be58ff61c837f922512c19392ea90fd3caec38cd0ba4a2e4344fcfd48a71",
        ),
        (
            "../../text/harbour.txt",
            "3",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
    ]


def test_the_page_is_in_the_language_of_the_document() -> None:
    publication = publish(document(TEXT, language="ru"))
    page = citing(publication.data, {})["html/cite/harbour.html"].decode()
    tree = html.fromstring(page)
    assert tree.get("lang") == "ru"
    assert tree.xpath("string(//h1)") == "Harbour council, open meeting"
    assert "Как цитировать" in page or "цитир" in page


def zotero(page: str) -> dict[str, Any]:
    """What Zotero's “Embedded Metadata” finds in *page*: the rules that matter here, in short."""
    tree = html.fromstring(page)
    metas = [(meta.get("name"), meta.get("content")) for meta in tree.iter("meta")]
    fields = {
        "citation_title": "title",
        "citation_publication_date": "date",
        "citation_publisher": "publisher",
        "citation_doi": "DOI",
        "citation_public_url": "url",
        "citation_language": "language",
    }
    item: dict[str, Any] = {fields[name]: value for name, value in metas if name in fields}
    item["creators"] = [
        (name.removeprefix("citation_"), value)
        for name, value in metas
        if name in {"citation_author", "citation_editor"}
    ]
    # Without z:itemType, "Text" in DC.type is an article of a journal.
    types = dict(metas)
    item["itemType"] = types.get("z.itemType") or "journalArticle"
    return item


def test_zotero_finds_the_document() -> None:
    doi = '<idno type="DOI">https://doi.org/10.5281/zenodo.1</idno><idno type="slug">'
    header = HEADER.replace('<idno type="slug">', doi)
    page = publish(document(TEXT, header=header), links=Links(address=ADDRESS)).html
    assert zotero(page) == {
        "itemType": "document",
        "title": "Harbour council, open meeting",
        "creators": [("editor", "Ada Byron")],
        "publisher": "Harbour Press & Sons",
        "date": "2026/01/01",
        "DOI": "10.5281/zenodo.1",
        "url": ADDRESS,
        "language": "en",
    }
    signposts = {(link.get("rel"), link.get("href")) for link in html.fromstring(page).iter("link")}
    assert ("cite-as", "https://doi.org/10.5281/zenodo.1") in signposts
    assert ("author", "https://orcid.org/0000-0002-1825-0097") in signposts
    assert ("describedby", "../cite/harbour.bib") in signposts
    assert ("alternate item", "../tei/harbour.xml") in signposts


def test_the_whole_edition_is_cited_by_what_its_settings_say() -> None:
    yaml = pytest.importorskip("yaml")
    settings = Settings(
        edition=Edition(title='A "small": edition', version="1.0.0", date="2026-01-31"),
        editors=(Editor(id="jd", name="Jane Doe", orcid="0000-0002-1825-0097"),),
    )
    made = citation_file(settings)
    assert made is not None
    assert yaml.safe_load(made) == {
        "cff-version": "1.2.0",
        "message": "If you use this edition, please cite it as below.",
        "type": "dataset",
        "title": 'A "small": edition',
        "authors": [{"name": "Jane Doe", "orcid": "https://orcid.org/0000-0002-1825-0097"}],
        "version": "1.0.0",
        "date-released": "2026-01-31",
    }
    assert citation_file(Settings(edition=Edition(title="Nobody's"))) is None
    assert citation_file(Settings(edition=Edition(publisher="Untitled"))) is None


def test_every_address_of_the_page_is_relative_to_it() -> None:
    tree = html.fromstring(known()["html/cite/harbour.html"].decode())
    inside = [str(a.get("href")) for a in tree.iter("a", "link")]
    assert inside.pop(1) == "data:image/png,"
    assert all(re.match(r"\.\./|#", address) for address in inside), inside
