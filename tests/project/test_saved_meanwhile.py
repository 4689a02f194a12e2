"""What somebody saves while the program works stays, is told, and decides how the command ends."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.deposit.invenio.text import Text
from edition.diagnostic import EditionError
from edition.project.building import build
from edition.project.folder import Project, Sources
from edition.project.report import Watch
from tests.checking.meeting import SOURCE, tei
from tests.project.test_building_killed import everything_in
from tests.reviewed import write_reviewed
from tests.small_edition import write_small_edition

MINE = b"<!-- mine -->"
TEXT = "Meeting\n\nMarch 4, 2016, Moscow\n\nIvan Petrov: Hello.\n\nAnna Petrova: Good day.\n"
Saving = Callable[[Path, Callable[[], bool]], None]


@pytest.fixture
def saving(monkeypatch: pytest.MonkeyPatch) -> Saving:
    """Lets somebody save a file as soon as something is so, while the program waits for a disk.

    That is after a new file is written and before it takes its place.
    """
    wait = os.fsync

    def prepared(file: Path, is_time: Callable[[], bool]) -> None:
        def slow(stream: int) -> None:
            wait(stream)
            if is_time() and not (file.exists() and file.read_bytes().endswith(MINE)):
                with file.open("ab") as opened:
                    opened.write(MINE)

        monkeypatch.setattr(os, "fsync", slow)

    return prepared


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The source of an edition in the working folder, with a transcript that is not encoded."""
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "source"
    source.mkdir()
    (source / "edition.toml").write_text('[source]\nlanguage = "en"\n', encoding="utf-8")
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    return source


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--plain", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def assert_told(result: Result, file: Path) -> None:
    assert result.exit_code == 1
    (told,) = [line for line in result.output.splitlines() if "[E017]" in line]
    assert file.name in told
    assert file.read_bytes().endswith(MINE)


def test_a_build_does_not_write_over_a_new_tei_file_and_makes_nothing_of_its_own(
    folder: Path, tmp_path: Path
) -> None:
    tei_file = folder / "source" / "first.xml"
    other = write_small_edition(tmp_path / "other")
    build(Project(other))
    note = b'Let us begin.<note type="annotation" resp="#encoder">Mine.</note>'
    own = (other / "source" / "first.xml").read_bytes().replace(b"Let us begin.", note)

    def save(sources: Sources, _why: str) -> None:
        if sources.stem == "first":
            sources.tei.write_bytes(own)

    report = build(Project(folder), watch=Watch(making=save))
    told = [it.code for it in report.findings if Path(it.file).stem == "first"]
    assert told == ["E017"]
    assert report.encoded == 1
    assert tei_file.read_bytes() == own
    noted = {it.name for it in (folder / "source" / "machine").iterdir()}
    assert noted == {"persons.xml", "places.xml", "second.xml"}
    assert not (folder / "output" / "html" / "first.html").exists()
    build(Project(folder))
    assert "Mine." in (folder / "output" / "html" / "first.html").read_text(encoding="utf-8")


def test_a_new_encoding_is_not_written_over_a_file_saved_at_the_last_moment(
    source: Path, saving: Saving
) -> None:
    file = source / "a.xml"
    saving(file, lambda: True)
    assert_told(run("encode"), file)
    assert everything_in(source / "machine") == {}
    assert not (source / "persons.xml").exists()


@pytest.mark.parametrize("options", [(), ("--force",), ("-o", "other.xml")])
def test_an_edit_saved_while_a_file_is_encoded_again_stays(
    source: Path, saving: Saving, options: tuple[str, ...]
) -> None:
    file = source.parent / "other.xml" if "-o" in options else source / "a.xml"
    run("encode", "source/a.txt", *options)
    recorded = file.parent / "machine" / file.name
    before = recorded.read_bytes()
    (source / "a.txt").write_text(TEXT.replace("Good day", "Good evening"), encoding="utf-8")
    saving(file, lambda: True)
    assert_told(run("encode", "source/a.txt", *options), file)
    assert recorded.read_bytes() == before
    assert [it.name for it in recorded.parent.iterdir() if it.name.endswith(".next")] == []
    assert list(file.parent.glob("*.bak*")) == []
    result = run("encode", "source/a.txt")
    assert result.exit_code == 0, result.output


def test_an_edit_saved_while_the_transcript_is_read_stays(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is read once: what the encoding goes by is what is merged."""
    run("encode")
    file = source / "a.xml"
    (source / "a.txt").write_text(TEXT.replace("Good day", "Good evening"), encoding="utf-8")
    from edition.project.encoding import Encoder

    encoded = Encoder.encoded

    def late(encoder: Encoder, *given: object, **named: object) -> object:
        with file.open("ab") as opened:
            opened.write(MINE)
        return encoded(encoder, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Encoder, "encoded", late)
    assert_told(run("encode"), file)


@pytest.mark.parametrize("command", ["encode", "build"])
def test_a_register_saved_meanwhile_stays_and_the_next_run_adds_what_was_proposed(
    source: Path, saving: Saving, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    file = source / "persons.xml"
    run("encode")
    (source / "b.txt").write_text(TEXT.replace("Anna", "Olga"), encoding="utf-8")
    saving(file, (source / "b.xml").exists)
    assert_told(run(command), file)
    monkeypatch.undo()
    monkeypatch.chdir(source.parent)
    assert b"OlgaPetrova" not in file.read_bytes()
    assert (source / "machine" / ".proposed").exists()
    assert "E017" not in run("build").output
    text = file.read_bytes()
    assert b"OlgaPetrova" in text
    assert MINE in text
    assert not (source / "machine" / ".proposed").exists()


def test_a_file_saved_while_decisions_are_written_stays_and_none_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saving: Saving
) -> None:
    monkeypatch.chdir(tmp_path)
    source = write_reviewed(Path(), registers=True)
    before = everything_in(source)
    part = ".*.part"
    saving(source / "second.xml", lambda: len(list(source.glob(part))) > 0)
    result = run("review", "--right", "Jen")
    assert_told(result, source / "second.xml")
    after = everything_in(source)
    after["second.xml"] = (after["second.xml"] or b"").removesuffix(MINE)
    assert after == before


def test_a_file_saved_while_two_versions_are_merged_into_it_stays(
    source: Path, saving: Saving
) -> None:
    run("encode")
    base, theirs = source / "a.xml", source / "theirs.xml"
    ours = source.parent / "ours.xml"
    ours.write_bytes(base.read_bytes())
    theirs.write_bytes(base.read_bytes().replace(b"Good day", b"Good evening"))
    saving(ours, lambda: True)
    assert_told(run("merge", str(base), str(ours), str(theirs), "-o", str(ours)), ours)
    assert ours.read_bytes() == base.read_bytes() + MINE


def test_a_file_saved_while_it_is_mended_stays(source: Path, saving: Saving) -> None:
    file = source / "meeting.xml"
    (source / "meeting.txt").write_bytes(SOURCE)
    wrong = tei().replace('"words" quantity="56"', '"words" quantity="5"')
    file.write_text(wrong, encoding="utf-8")
    saving(file, lambda: True)
    result = run("validate", "--fix", "source/meeting.xml")
    assert_told(result, file)
    assert file.read_bytes() == wrong.encode() + MINE


def test_a_file_saved_while_its_doi_is_put_in_stays(source: Path, saving: Saving) -> None:
    (source / "edition.toml").write_text('[edition]\npublisher = "Press"\n', encoding="utf-8")
    run("encode")
    file = source / "a.xml"
    text = Text(file)
    before = file.read_bytes()
    saving(file, lambda: True)
    with pytest.raises(EditionError) as refused:
        text.put("10.1234/abc", "")
    assert refused.value.finding.code == "E017"
    assert file.read_bytes() == before + MINE
