"""The page that has a source beside its edition: links, encoding, checksums that hold."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import html5lib
import pytest
from lxml.etree import _Element as Element

import edition
from edition.checking.facing import facing
from edition.publishing.assets import assets
from edition.publishing.document import publish
from edition.publishing.facing import checksum_of_pages, facing_pages
from edition.publishing.facing_parts import parted
from edition.tei.document import Document, parse
from tests.checking.meeting import SOURCE, changed, tei
from tests.publishing.others import other
from tests.publishing.reading import page
from tests.publishing.sample import document, in_paragraph, in_turn, large, sample


def faced(source: Document, data: bytes | None = None) -> str:
    shown = publish(source)
    made = facing(source, data, "meeting.txt")
    (only,) = facing_pages(source, made, checksum_of_pages(shown.pages), shown.record)
    return only


def meeting(written: str = "") -> Document:
    return parse((written or tei()).encode(), "meeting.xml")


def sums(tree: Element) -> dict[str, str]:
    names = tree.xpath("//*[@class='proof']/*[local-name()='dl']/*[local-name()='dt']/text()")
    return dict(
        zip(names, tree.xpath("//*[local-name()='dd']/*[local-name()='code']/text()"), strict=True)
    )


def verdict(tree: Element) -> str:
    (said,) = tree.xpath("//*[@class='equal' or @class='unequal']/@class")
    return str(said)


@pytest.mark.parametrize("data", [SOURCE, None])
def test_the_page_is_html_by_the_letter(data: bytes | None) -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(faced(meeting(), data))
    assert parser.errors == []


def test_texts_that_are_one_have_one_checksum_and_the_source_that_of_the_header() -> None:
    tree = page(faced(meeting(), SOURCE))
    assert verdict(tree) == "equal"
    file, *texts = sums(tree).values()
    assert len(texts) == 3
    assert len(set(texts)) == 1
    assert f'type="sha256">{file}<' in tei()
    assert "as the header of the TEI file has it" in "".join(tree.itertext())


def test_a_text_that_is_another_is_said_to_be_and_where() -> None:
    tree = page(faced(meeting(changed("It works", "It failed")), SOURCE))
    assert verdict(tree) == "unequal"
    (row,) = tree.xpath("//*[@class='differs']")
    assert "It failed" in "".join(row.itertext())


@pytest.mark.parametrize(
    "source",
    [
        sample(),
        large(3),
        in_paragraph("<choice><sic>teh</sic><corr>the</corr></choice> <add>x</add>"),
        in_turn("<seg>a</seg><lg><l>b</l><l>c</l></lg><list><head>d</head><item>e</item></list>"),
    ],
)
def test_tei_and_page_have_one_text_where_no_source_is(source: Document) -> None:
    tree = page(faced(source))
    assert verdict(tree) == "equal"
    assert len(sums(tree)) == 2


@pytest.mark.parametrize("parent", ["div", "u", "seg", "p"])
def test_a_note_without_a_type_is_in_both_texts(parent: str) -> None:
    around = f"<{parent}>before <note>Pause</note> behind</{parent}>"
    around = f"<u>{around}</u>" if parent == "seg" else around
    source = other(f"<text><body><div>{around}</div></body></text>")
    assert verdict(page(faced(source))) == "equal"


def test_the_program_beside_the_pages_reads_notes_by_the_same_rule(tmp_path: Path) -> None:
    notes = '<note>aside</note><note n="1">foot</note><note place="foot">foot</note>'
    body = f'<u><seg>One{notes} two.</seg>{notes}</u><p>And {notes}<note type="annotation"/></p>'
    source = other(f"<text><body><div>{notes}{body}</div></body></text>")
    (tmp_path / "page").write_text(publish(source).html, encoding="utf-8")
    (tmp_path / "tei").write_bytes(source.data)
    (tmp_path / "fidelity.py").write_bytes(assets()["assets/fidelity.py"])
    program = [sys.executable, "-I", "fidelity.py", "page", "tei"]
    done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[0] in sums(page(faced(source))).values()


@pytest.mark.parametrize(
    "turn",
    [
        '<u xml:id="x4"><seg>One.</seg> stray <seg>two</seg> text</u>',
        '<u xml:id="x4">stray <seg>One.</seg> text</u>',
        '<sp xml:id="x4"><speaker>B.</speaker><p>Yes</p> loose words</sp> and <p>more</p> words',
    ],
)
def test_an_identifier_stands_once_however_many_texts_its_element_has(turn: str) -> None:
    tree = page(faced(other(f'<text><body><div xml:id="d">{turn}</div></body></text>')))
    ids = [str(it) for it in tree.xpath("//@id")]
    assert ids.count("x4") == 1
    assert len(ids) == len(set(ids))


def test_turns_without_identifiers_lead_to_their_place_on_the_right_page(tmp_path: Path) -> None:
    speech = "<sp><speaker>Ann.</speaker><p>Who is there, who goes there? </p></sp>"
    held = f"<prologue>{speech * 2}</prologue>"
    made = other(f"<text><body>{held}<div>{speech * 1496}</div>{held}</body></text>")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "play.xml").write_bytes(made.data)
    edition.build(edition.Project(tmp_path))
    pages = tmp_path / "output" / "html"
    trees = {it.name: page(it.read_text("utf-8")) for it in (pages / "facing").glob("*.html")}
    assert len(trees) > 2
    reading = [page(it.read_text("utf-8")) for it in pages.glob("play*.html")]
    links = [str(it) for tree in reading for it in tree.xpath("//*[@class='source']/@href")]
    assert len(links) == 1500
    for link in links:
        name, _, place = link.removeprefix("facing/").partition("#")
        assert trees[name].xpath("count(//*[@id=$id])", id=place) == 1, link


@pytest.mark.parametrize("wrong", ["", "page", "tei", "source"])
def test_anybody_can_compute_the_checksums(wrong: str, tmp_path: Path) -> None:
    """By the program beside the pages, which knows nothing of this one."""
    files = {
        "page": publish(meeting()).html.encode(),
        "tei": tei().encode(),
        "source": SOURCE,
    }
    for name, data in files.items():
        spoilt = data.replace(b"every month", b"every year") if name == wrong else data
        (tmp_path / name).write_bytes(spoilt)
    (tmp_path / "fidelity.py").write_bytes(assets()["assets/fidelity.py"])
    done = subprocess.run(
        [sys.executable, "-I", "fidelity.py", *files],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == bool(wrong)
    if not wrong:
        told = dict(line.split(" ", 1)[::-1] for line in done.stdout.splitlines())
        file, source, tei_text, html_text = sums(page(faced(meeting(), SOURCE))).values()
        assert told == {
            "source (the file)": file,
            "source (the text)": source,
            "tei (the text)": tei_text,
            "page (the text)": html_text,
        }


def test_the_encoding_of_a_paragraph_is_that_of_the_file() -> None:
    tree = page(faced(meeting(), SOURCE))
    shown = [
        "".join(it.itertext())
        for it in tree.xpath("//*[local-name()='tbody']//*[local-name()='pre']")
    ]
    assert shown
    file = re.sub(r"\n +", "\n", tei())
    for encoding in shown:
        for part in re.sub(r"\n +", "\n", encoding).split("\n"):
            assert part in file
    speech = next(it for it in shown if 'xml:id="p3"' in it)
    assert unescape("&amp;amp; their") in speech
    first = next(it for it in shown if 'xml:id="u1"' in it)
    assert [line[:5] for line in first.split("\n")] == ["<note", "<u xm", "<seg "]


def test_every_number_leads_to_its_paragraph_and_every_turn_has_a_place() -> None:
    source = meeting()
    ids = set(page(publish(source).html).xpath("//@id"))
    tree = page(faced(source, SOURCE))
    own = tree.xpath("//@id")
    assert len(own) == len(set(own))
    back = {str(a) for a in tree.xpath("//*[local-name()='tbody']//@href")}
    assert {address.partition("#")[2] for address in back} <= ids
    assert {address.partition("#")[0] for address in back} == {"../meeting.html"}
    assert {name for name in ids if re.fullmatch(r"[up]\d+", str(name))} <= set(own)
    assert "l:16" in own


def test_markup_in_a_source_stays_words() -> None:
    source = SOURCE.replace(b"It works,", b"<script>alert(1)</script> It \x07works,")
    written = edition.encode(edition.read(source, "meeting.txt", "kremlin"))
    html = faced(parse(written, "meeting.xml"), source)
    assert "<script" not in html
    assert "&lt;script>alert(1)" in html
    assert "It \ufffdworks" in html
    assert verdict(page(html)) == "equal"


def test_words_of_the_interface_are_in_its_language_where_the_text_is_in_another() -> None:
    tree = page(faced(document("<text><body><p>verba</p></body></text>", language="la")))
    assert tree.get("lang") == "en"
    assert set(tree.xpath("//*[local-name()='tbody']/@lang")) == {"la"}
    assert set(tree.xpath("//*[local-name()='tbody']//*[local-name()='summary']/@lang")) == {"en"}


def test_the_page_of_a_long_transcript_is_small(tmp_path: Path) -> None:
    """The transcript in ``source/`` of this repository, in 150 kB."""
    source = Path(__file__).parents[2] / "source"
    shutil.copytree(source, tmp_path / "source")
    edition.build(edition.Project(tmp_path))
    for made in (tmp_path / "output" / "html").rglob("2023*.html"):
        assert made.stat().st_size <= 150_000, made


def test_a_long_document_has_more_pages_each_small_and_every_row_is_on_one(tmp_path: Path) -> None:
    """A thousand turns, half of them of two paragraphs: 150 kB a page, links find theirs."""
    said = "It works, and the boats are {n} yards from the pier; mosses grow there in winter. " * 3
    turns = [f"{'Mary Quay' if n % 3 else 'John Mole'}: {said.format(n=n)}" for n in range(1000)]
    lines = ["Meeting", "", *(f"{turn}\n\n{said.format(n=n)}\n" for n, turn in enumerate(turns))]
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "long.txt").write_text("\n".join(lines), encoding="utf-8")
    edition.build(edition.Project(tmp_path))
    pages = tmp_path / "output" / "html"
    trees = {it.name: page(it.read_text("utf-8")) for it in (pages / "facing").glob("*.html")}
    assert len(trees) > 5
    assert max(it.stat().st_size for it in (pages / "facing").glob("*.html")) <= 150_000
    lines_shown = [
        name for tree in trees.values() for name in tree.xpath("//@id[contains(., 'l:')]")
    ]
    assert len(lines_shown) == len(set(lines_shown)) == 2001
    reading = [page(it.read_text("utf-8")) for it in pages.glob("long*.html")]
    links = [str(it) for tree in reading for it in tree.xpath("//*[@class='source']/@href")]
    assert len(links) == 1000
    for link in links:
        name, _, place = str(link).removeprefix("facing/").partition("#")
        assert trees[name].xpath("count(//*[@id=$id])", id=place) == 1, link
    ways = trees["long..2.html"].xpath("//*[local-name()='nav'][@class='parts']//@href")
    assert ways == ["long.html", "long..3.html"]
    (tmp_path / "source" / "long.txt").unlink()
    (tmp_path / "source" / "long.xml").write_bytes(large(3).data)
    edition.build(edition.Project(tmp_path))
    assert [it.name for it in (pages / "facing").iterdir()] == ["long.html"]


@pytest.mark.parametrize("turns", [1, 60, 2000])
def test_parts_are_all_rows_in_order(turns: int) -> None:
    source = large(turns)
    made = facing(source, None, "")
    parts = parted(source, made)
    assert [row for part in parts for row in part.rows] == list(made.rows)
    assert [not part.begins for part in parts] == [True] + [False] * (len(parts) - 1)


def test_a_very_long_paragraph_is_shown_twice_and_its_encoding_is_in_the_file() -> None:
    said = "The wall needs stones. " * 3000
    rest = "".join(f'<seg xml:id="p{n}">A word.</seg>' for n in range(2, 40))
    source = in_turn(f'<seg xml:id="p1">{said}</seg>{rest}')
    shown, made = publish(source), facing(source, None, "")
    parts = parted(source, made)
    assert [len(part.rows) for part in parts][-1] >= 38  # what is short stays together
    pages = facing_pages(source, made, checksum_of_pages(shown.pages), shown.record, parts=parts)
    (long,) = [html for html in pages if 'id="p1"' in html]
    assert len(long.encode()) < 2 * len(said)
    (way,) = page(long).xpath("//*[@class='remark']/*[local-name()='a']/@href")
    assert way == "../../tei/harbour.xml"
