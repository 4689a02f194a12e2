"""Builds make what changed, and write and tell what a build of everything would."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.diagnostic import Diagnostic
from edition.files import read_regular
from edition.project import making
from edition.project.building import build
from edition.project.folder import Project, Sources
from edition.project.ledger import Ledger
from edition.project.memory import Memory
from edition.project.printing import Order, Printed, Printer
from edition.project.report import Watch
from edition.saxon import engine
from tests.small_edition import TRANSCRIPT, write_small_edition


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        file = folder / name
        if file.exists():
            file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return edit


def removed(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink(missing_ok=True)


def added(folder: Path) -> None:
    transcript = TRANSCRIPT.format(name="third")
    (folder / "source" / "third.txt").write_text(transcript, encoding="utf-8")


FIRST = "source/first.xml"
NOTE = '<note type="annotation" resp="#encoder">Kept in the archive.</note>'
EDITS = {
    "annotated": replaced(FIRST, "read the minutes", f"read the minutes{NOTE}"),
    "a word added": replaced(FIRST, "read the minutes", "read all the minutes"),
    "taken back": replaced(FIRST, "read all the minutes", "read the minutes"),
    "a tag broken": replaced(FIRST, "</body>", "</bdy>"),
    "mended": replaced(FIRST, "</bdy>", "</body>"),
    "no longer valid": replaced("source/second.xml", "<body>", "<body>words"),
    "valid again": replaced("source/second.xml", "<body>words", "<body>"),
    "the transcript edited": replaced("source/first.txt", "the minutes", "the old minutes"),
    "an entry edited": replaced("source/persons.xml", ">Boris Petrov<", ">Boris Petroff<"),
    "and put right": replaced("source/persons.xml", ">Boris Petroff<", ">Boris Petrov<"),
    "an entry more": replaced(
        "source/persons.xml",
        "<listPerson>",
        '<listPerson>\n<person xml:id="abel"><persName>Karl Abel</persName></person>',
    ),
    "a remark in a register": replaced("source/persons.xml", "</TEI>", "<!-- checked --></TEI>"),
    "another register broken": replaced("source/places.xml", "</TEI>", ""),
    "all of them broken": replaced("source/persons.xml", "</TEI>", ""),
    "an entry removed": removed("source/persons.xml"),
    "another version": replaced("source/edition.toml", '"1.0.0"', '"1.0.1"'),
    "an address": replaced(
        "source/edition.toml", "[edition]\nv", '[edition]\nurl = "https://example.org"\nv'
    ),
    "a file emptied": lambda folder: (folder / FIRST).write_bytes(b""),
    "a file taken away": removed(FIRST),
    "a document removed": removed("source/second.xml"),
    "a transcript added": added,
    "a page removed": removed("output/html/first.html"),
    "a text removed": removed("output/text/second.txt"),
    "another's words": replaced("output/text/first.txt", "minutes", "hours"),
}


NOTES = (".seen", ".surveys")  # of this machine


def contents(folder: Path) -> dict[str, bytes]:
    files = (it for it in folder.rglob("*") if it.is_file() and it.name not in NOTES)
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(files)}


@settings(max_examples=12)
@given(
    edits=st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=8),
    in_one=st.booleans(),
    noted=st.booleans(),
)
def test_a_build_of_what_changed_is_as_one_of_all(
    edits: list[str], *, in_one: bool, noted: bool
) -> None:
    with TemporaryDirectory() as parent, pytest.MonkeyPatch.context() as patch:
        if noted:
            of_a_large_edition(patch)
        other, ours = Path(parent, "other"), Path(parent, "folder")
        write_small_edition(ours)
        memory = Memory() if in_one else None  # in one process, or in many
        build(Project(ours), memory=memory)
        for edit in edits:
            EDITS[edit](ours)
            shutil.copytree(ours, other)
            of_changed = build(Project(ours), memory=memory)
            written = contents(ours)
            shutil.rmtree(ours)
            other.rename(ours)  # findings name the folder, so both are built at one place
            of_all = build(Project(ours), anew=True)
            assert of_changed == of_all, edit
            assert written == contents(ours), edit


def test_no_file_is_another_than_an_empty_one(folder: Path) -> None:
    memory = Memory()
    (folder / FIRST).write_bytes(b"")
    build(Project(folder), memory=memory)
    (folder / FIRST).unlink()
    assert build(Project(folder), memory=memory).encoded == 1


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are made, as they are."""
    names: list[str] = []
    printed = Printer.printed

    def noted(printer: Printer, order: Order) -> Printed:
        names.append(order.sources.stem)
        return printed(printer, order)

    monkeypatch.setattr(Printer, "printed", noted)
    return names


@pytest.mark.parametrize("memory", [Memory(), None], ids=["in one process", "in many"])
def test_only_what_changed_is_made(folder: Path, made: list[str], memory: Memory | None) -> None:
    for edit, expected in [
        ("mended", ["first", "second"]),  # nothing was broken: both are encoded,
        ("mended", []),
        ("annotated", ["first"]),
        ("a tag broken", ["first"]),
        ("mended", ["first"]),
        ("a remark in a register", []),
        ("an entry edited", ["first", "second"]),
        ("another version", ["first", "second"]),
        ("a text removed", ["second"]),
        ("another's words", ["first"]),
    ]:
        EDITS[edit](folder)
        made.clear()
        build(Project(folder), memory=memory)
        assert made == expected, edit


def test_only_what_names_an_edited_entry_is_looked_at(
    folder: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    transcript = TRANSCRIPT.format(name="third").replace("Boris Petrov", "Karl Neumann")
    (folder / "source" / "third.txt").write_text(transcript, encoding="utf-8")
    build(Project(folder))
    looked_at: list[str] = []
    look = making.findings_in_copies

    def noted(sources: Sources, *more: Any) -> tuple[Diagnostic, ...]:
        looked_at.append(sources.stem)
        return look(sources, *more)

    monkeypatch.setattr(making, "findings_in_copies", noted)
    for edit, looks, makes in [
        (EDITS["a remark in a register"], [], []),
        (EDITS["an entry more"], [], []),
        (replaced("source/persons.xml", ">Karl Neumann<", ">Karl Naumann<"), ["third"], ["third"]),
        (EDITS["an entry more"], ["third"], ["third"]),  # what is told of it has another line
        (replaced("source/persons.xml", ">Karl Naumann<", ">Karl Neumann<"), ["third"], ["third"]),
        (EDITS["a remark in a register"], [], []),
    ]:
        looked_at.clear()
        made.clear()
        edit(folder)
        report = build(Project(folder))
        assert (looked_at, made) == (looks, makes)
        assert report.findings == build(Project(folder)).findings


def test_another_program_makes_everything(
    folder: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(Project(folder))
    made.clear()
    monkeypatch.setattr("edition.project.job.program_checksum", lambda: "another")
    build(Project(folder))
    assert made == ["first", "second"]


def test_a_transcript_of_another_name_is_another_source(folder: Path, made: list[str]) -> None:
    build(Project(folder))
    made.clear()
    (folder / "source" / "first.txt").rename(folder / "source" / "first.md")
    build(Project(folder))
    assert made == ["first"]


def test_what_was_interrupted_is_not_taken_for_made(folder: Path, made: list[str]) -> None:
    build(Project(folder))
    page = folder / "output" / "html" / "first.html"
    before = page.read_bytes()
    tei = folder / "source" / "first.xml"
    good = tei.read_bytes()
    EDITS["annotated"](folder)

    def interrupt(_sources: Sources) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(Project(folder), watch=Watch(done=interrupt))
    assert page.read_bytes() != before
    tei.write_bytes(good)
    made.clear()
    build(Project(folder))
    assert "first" in made
    assert page.read_bytes() == before


def test_copies_are_looked_at_where_a_register_took_no_entries(folder: Path) -> None:
    build(Project(folder))
    text = "</standOff><text><body><p>About this register.</p></body></text>"
    replaced("source/persons.xml", "</standOff>", text)(folder)
    transcript = TRANSCRIPT.format(name="third").replace("Boris Petrov", "Karl Neumann")
    (folder / "source" / "third.txt").write_text(transcript, encoding="utf-8")
    build(Project(folder))
    of_changed = build(Project(folder))
    assert "G007" in [finding.code for finding in of_changed.findings]
    assert of_changed.findings == build(Project(folder), anew=True).findings


THEME = """\
<xsl:package name="theme" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml">
  <xsl:use-package name="edition:html" package-version="1.0">
    <xsl:accept component="mode" names="page" visibility="public"/>
    <xsl:override>
      <xsl:template name="masthead">
        <p class="masthead"><a href="scan.pdf">The first page</a></p>
      </xsl:template>
    </xsl:override>
  </xsl:use-package>
</xsl:package>
"""


def test_a_file_that_a_theme_leads_to_is_looked_for_again(folder: Path) -> None:
    (folder / "source" / "theme.xsl").write_text(THEME, encoding="utf-8")
    build(Project(folder))
    account = folder / "output" / "html" / "about" / "index.html"
    missing = account.read_bytes()
    scan = folder / "output" / "html" / "scan.pdf"
    for there in (True, False):
        scan.write_bytes(b"%PDF") if there else scan.unlink()
        build(Project(folder))
        assert (account.read_bytes() == missing) != there


def test_nothing_stays_of_what_is_no_longer_made(folder: Path) -> None:
    build(Project(folder))
    before = set(contents(folder / "output"))
    EDITS["an address"](folder)
    build(Project(folder))
    assert set(contents(folder / "output")) > before
    replaced("source/edition.toml", 'url = "https://example.org"\n', "")(folder)
    build(Project(folder))
    assert set(contents(folder / "output")) == before


def of_a_large_edition(patch: pytest.MonkeyPatch) -> None:
    """Let builds note what there is, as of a large edition, and be sure of it at once."""
    patch.setattr("edition.project.memory._MANY", 1)
    patch.setattr("edition.project.memory._UNSURE", -(10**18))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files in output/ that are read to see whether they are as they were, as they are."""
    of_a_large_edition(monkeypatch)
    names: list[str] = []
    look = read_regular

    def noted(name: str) -> tuple[os.stat_result, bytes]:
        names.append(Path(name).name)
        return look(name)

    monkeypatch.setattr("edition.project.memory.read_regular", noted)
    return names


def test_what_was_noted_of_a_large_edition_is_not_read_again(folder: Path, read: list[str]) -> None:
    build(Project(folder))
    read.clear()
    build(Project(folder))
    assert read == [".seen"]


def test_a_file_of_the_same_size_and_time_is_not_taken_for_the_same(
    folder: Path, read: list[str]
) -> None:
    build(Project(folder))
    page = folder / "output" / "html" / "first.html"
    before, said = page.read_bytes(), page.stat()
    page.write_bytes(before.replace(b"minutes", b"MINUTES"))
    os.utime(page, ns=(said.st_atime_ns, said.st_mtime_ns))
    build(Project(folder))
    assert page.read_bytes() == before


def test_what_changed_as_it_was_noted_is_read_again(
    folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edition.project.memory._UNSURE", 10**10)
    build(Project(folder))
    read.clear()
    build(Project(folder))
    assert "first.html" in read


@pytest.mark.parametrize("noted", [b"", b"\xff\x00", b"\x92\xa1x\x80", b"\x92\xa1x\x01"])
def test_notes_that_say_nothing_are_made_again(folder: Path, read: list[str], noted: bytes) -> None:
    build(Project(folder))
    before = contents(folder)
    for name in NOTES:
        (folder / "output" / name).write_bytes(noted)
    EDITS["annotated"](folder)
    EDITS["annotated"](folder)
    build(Project(folder))
    assert "first.html" in read
    read.clear()
    (folder / FIRST).write_bytes(before[FIRST])
    build(Project(folder))
    assert (contents(folder), read[:1]) == (before, [".seen"])


def test_what_is_gone_is_no_longer_noted(folder: Path, read: list[str]) -> None:
    build(Project(folder))
    (folder / "source" / "second.txt").unlink()
    (folder / "source" / "second.xml").unlink()
    build(Project(folder))
    assert b"second.html" not in (folder / "output" / ".seen").read_bytes()


def test_notes_on_pages_that_are_cut_short_are_made_again(folder: Path, read: list[str]) -> None:
    build(Project(folder))
    notes = folder / "output" / ".surveys"
    program, pages = msgspec.msgpack.decode(notes.read_bytes())
    cut = {it: (check, [of[0], of[1][:3], *of[2:]]) for it, (check, of) in pages.items()}
    notes.write_bytes(msgspec.msgpack.encode((program, cut)))
    EDITS["annotated"](folder)
    written = build(Project(folder)).written
    assert written
    before = contents(folder)
    build(Project(folder), anew=True)
    assert contents(folder) == before


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where the pages of no single document lie that are made, as they are."""
    addresses: list[str] = []
    stays = Ledger.stays

    def noted(ledger: Ledger, page: str, made_from: str) -> bool:
        is_kept = stays(ledger, page, made_from)
        addresses.extend([] if is_kept else [page.removeprefix("html/")])
        return is_kept

    monkeypatch.setattr(Ledger, "stays", noted)
    return addresses


def test_pages_of_names_are_made_where_something_in_them_changed(
    folder: Path, pages: list[str]
) -> None:
    build(Project(folder))
    boris, index = "people/BorisPetrov.html", "people/index.html"
    pages.clear()
    EDITS["annotated"](folder)
    build(Project(folder))
    assert pages == []
    with_another = TRANSCRIPT.format(name="third").replace("Vladimir Putin", "Karl Neumann")
    (folder / "source" / "third.txt").write_text(with_another, encoding="utf-8")
    build(Project(folder))
    assert {boris, "people/KarlNeumann.html", "places/Moscow.html", index} <= set(pages)
    assert "people/VladimirPutin.html" not in pages  # he is not in the third meeting
    pages.clear()
    EDITS["an entry edited"](folder)
    build(Project(folder))
    assert pages == [boris]  # it is listed by the name that the documents have


def test_a_page_of_a_name_that_somebody_changed_is_made_again(
    folder: Path, pages: list[str]
) -> None:
    build(Project(folder))
    pages.clear()
    page = folder / "output" / "html" / "people" / "BorisPetrov.html"
    before = page.read_bytes()
    page.write_bytes(b"other words")
    build(Project(folder))
    assert pages == ["people/BorisPetrov.html"]
    assert page.read_bytes() == before


def test_what_the_engine_broke_down_over_is_made_again(folder: Path, made: list[str]) -> None:
    memory = Memory()
    build(Project(folder), memory=memory)
    (folder / "source" / "second.xml").unlink()
    (folder / "source" / "second.txt").unlink()
    EDITS["annotated"](folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("edition.project.making.Publishing.publication", _break_down)
        broken = build(Project(folder), memory=memory)
    assert "P004" in [finding.code for finding in broken.findings]
    made.clear()
    mended = build(Project(folder), memory=memory)
    assert made == ["first"]
    assert "P004" not in [finding.code for finding in mended.findings]


def _break_down(*_given: object, **_named: object) -> None:
    from edition.diagnostic import EditionError, Place, diagnostic

    raise EditionError(diagnostic("P004", Place("first.xml"), reason="SIGKILL"))


def test_an_engine_that_was_killed_between_two_builds_is_started_anew(folder: Path) -> None:
    memory = Memory()
    build(Project(folder), memory=memory)
    build(Project(folder), memory=memory)
    for task in ("pages", "rules and texts"):
        child = engine(task)._child
        assert child is not None
        child._process.kill()
        child._process.wait()
    EDITS["annotated"](folder)
    report = build(Project(folder), memory=memory)
    assert not [finding for finding in report.findings if finding.code.startswith("P")]
    page = (folder / "output" / "html" / "first.html").read_text(encoding="utf-8")
    assert "Kept in the archive." in page
