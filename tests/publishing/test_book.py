"""The book of a document is EPUB 3, whole, and the same each time."""

from __future__ import annotations

import json
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from click.testing import CliRunner
from lxml import etree

from edition.cli import main
from edition.publishing.book import book
from edition.tei.document import Document
from tests.publishing.others import play, sitting, tokens
from tests.publishing.reading import HTML, source_words, source_words_of_page
from tests.publishing.sample import TEXT, document, large, sample
from tests.small_edition import write_small_edition

MADE = [sample(), large(3), sitting(), play(), document("<text><body/></text>")]
NAMES = ["sample", "large", "sitting", "play", "empty"]
_JAR = Path(shutil.which("epubcheck") or "")
needs_epubcheck = pytest.mark.skipif(
    not _JAR.name or shutil.which("java") is None,
    reason="needs epubcheck and Java: apt-get install epubcheck",
)


def files(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text(data: bytes) -> str:
    return files(data)["EPUB/text.xhtml"].partition(b"?>")[2].decode()


@needs_epubcheck
@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_a_book_is_valid(made: Document, tmp_path: Path) -> None:
    file, said = tmp_path / "book.epub", tmp_path / "said.json"
    file.write_bytes(book(made))
    subprocess.run(
        ["java", "-jar", str(_JAR), "--json", str(said), str(file)],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert json.loads(said.read_text(encoding="utf-8"))["messages"] == []


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_a_book_has_every_word(made: Document) -> None:
    assert source_words_of_page(text(book(made))) == source_words(made)


def test_a_book_joins_tokens() -> None:
    assert "“open”" in source_words_of_page(text(book(tokens())))


def test_the_type_comes_first_and_no_time_is_said() -> None:
    made = book(sample())
    assert made == book(sample())
    with ZipFile(BytesIO(made)) as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [info.filename for info in others] == sorted(info.filename for info in others)


def test_its_name_stays_when_the_text_changes() -> None:
    changed = document(TEXT.replace("harbour", "haven"))
    identifiers = {_identifier(book(made)) for made in (sample(), changed)}
    assert len(identifiers) == 1
    assert _identifier(book(sample(), address="https://example.org/a.html")) not in identifiers


def _identifier(data: bytes) -> str:
    package = etree.fromstring(files(data)["EPUB/package.opf"])
    return str(package.findtext(".//{http://purl.org/dc/elements/1.1/}identifier"))


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_every_link_of_a_book_leads_into_it_or_to_the_web(made: Document) -> None:
    inside = files(book(made))
    ids = set(etree.fromstring(inside["EPUB/text.xhtml"]).xpath("//@id"))
    for name in ("text", "contents"):
        for link in etree.fromstring(inside[f"EPUB/{name}.xhtml"]).iter(f"{HTML}a"):
            address = str(link.get("href"))
            file, _, place = address.partition("#")
            if file not in ("", "text.xhtml"):
                assert address.startswith(("https://", "http://", "mailto:"))
            elif place:
                assert place in ids


def test_the_command_makes_books_and_takes_them_away(tmp_path: Path) -> None:
    folder = write_small_edition(tmp_path / "edition")

    def built(*options: str) -> set[str]:
        assert CliRunner().invoke(main, ["build", str(folder), *options]).exit_code == 0
        return {file.name for file in folder.glob("output/epub/*")}

    assert built() == set()
    assert built("--epub") == {"first.epub", "second.epub"}
    assert built("--only", "text") == {"first.epub", "second.epub"}
    assert built() == set()
    settings = folder / "source" / "edition.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "[book]\nepub = true\n")
    assert built() == {"first.epub", "second.epub"}
