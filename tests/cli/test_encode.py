"""``edition encode``: what it writes, what it never overwrites, how it ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main

TEXT = "Meeting\n\nMarch 4, 2016, Moscow\n\nIvan Petrov: Hello.\n\nAnna Petrova: Good day.\n"

# the figure of a "sic" that was put in
_COUNTED = (
    b'<tagUsage gi="titlePage"',
    b'<tagUsage gi="sic" occurs="1"/>\n          <tagUsage gi="titlePage"',
)


def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["--plain", *map(str, arguments)], input=stdin)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "meeting.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_a_file_is_encoded_beside_itself(text: Path) -> None:
    assert run("encode", text).exit_code == 0
    assert b"<u xml:id=" in text.with_suffix(".xml").read_bytes()


def test_a_language_that_the_settings_say_is_not_taken_from_words(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    words = "Il est là, et elle est avec lui dans la salle; nous ne sommes pas pour la loi."
    (source / "m.txt").write_text(f"ANNE : {words}\n\nMARC : {words}\n" * 4, encoding="utf-8")
    settings = source / "edition.toml"
    settings.write_text("", encoding="utf-8")
    assert "[T068]" in run("encode", source / "m.txt").stderr
    settings.write_text('[transcript.m]\nlanguage = "fr"\n', encoding="utf-8")
    (source / "m.xml").unlink()
    result = run("encode", source / "m.txt")
    assert (result.exit_code, "[T068]" in result.stderr) == (0, False)
    assert 'xml:lang="fr"' in (source / "m.xml").read_text("utf-8")


def test_an_output_file_may_lie_anywhere(text: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "er" / "out.xml"
    out.parent.mkdir(parents=True)
    assert run("encode", text, "-o", out).exit_code == 0
    assert out.is_file()


@pytest.mark.parametrize("name", ["misspelt/out.xml", "misspelt/"])
def test_an_output_folder_that_is_missing_is_not_made(
    text: Path, tmp_path: Path, name: str
) -> None:
    result = run("encode", text, "-o", f"{tmp_path}/{name}")
    assert result.exit_code == 2
    assert "misspelt" in result.stderr
    assert list(tmp_path.iterdir()) == [text]


def test_many_files_go_to_a_folder(text: Path, tmp_path: Path) -> None:
    other = text.with_name("other.txt")
    other.write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "tei"
    folder.mkdir()
    assert run("encode", text, other, "-o", folder).exit_code == 0
    assert sorted(file.name for file in folder.glob("*.xml")) == ["meeting.xml", "other.xml"]


def test_many_files_to_one_file_is_wrong_use(text: Path, tmp_path: Path) -> None:
    assert run("encode", text, text, "-o", tmp_path / "x.xml").exit_code == 2


def test_standard_input_goes_to_standard_output(text: Path) -> None:
    command = [sys.executable, "-m", "edition", "encode", "-"]
    result = subprocess.run(command, input=TEXT.encode(), capture_output=True, check=True)
    assert result.stdout.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<TEI')
    assert result.stdout.endswith(b"</TEI>\n")


def test_the_same_again_writes_nothing(text: Path) -> None:
    run("encode", text)
    before = text.with_suffix(".xml").stat()
    assert run("encode", text).exit_code == 0
    after = text.with_suffix(".xml").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_hand_edit_stays_and_what_the_program_learns_comes_in(text: Path) -> None:
    run("encode", text)
    tei = text.with_suffix(".xml")
    edited = tei.read_text(encoding="utf-8").replace("Hello.", "<sic>Hello.</sic>")
    tei.write_text(edited, encoding="utf-8")
    assert run("encode", text).exit_code == 0
    edited = edited.encode().replace(*_COUNTED).decode()  # and not a byte besides
    assert tei.read_text(encoding="utf-8") == edited
    text.write_text(TEXT.replace("Good day.", "Good day.\n\nOne more."), encoding="utf-8")
    result = run("encode", text, "--check")
    assert (result.exit_code, "E001" in result.stderr) == (1, True)
    assert tei.read_text(encoding="utf-8") == edited
    assert run("encode", text).exit_code == 0
    merged = tei.read_text(encoding="utf-8")
    assert '<seg xml:id="p1"><sic>Hello.</sic></seg>' in merged
    assert '<seg xml:id="p3">One more.</seg>' in merged


def test_without_a_record_all_that_differs_is_the_scholars(text: Path) -> None:
    run("encode", text)
    tei = text.with_suffix(".xml")
    edited = tei.read_bytes().replace(b"Hello.", b"<sic>Hello.</sic>")
    tei.write_bytes(edited)
    (text.parent / "machine" / "meeting.xml").unlink()
    result = run("encode", text)
    assert (result.exit_code, "E011" in result.stderr) == (0, True)
    assert tei.read_bytes() == edited.replace(*_COUNTED)
    assert (text.parent / "machine" / "meeting.xml").is_file()


def test_force_keeps_every_old_file(text: Path) -> None:
    run("encode", text)
    tei = text.with_suffix(".xml")
    fresh = tei.read_bytes()
    for number in (1, 2):
        tei.write_bytes(b"edit %d" % number)
        assert run("encode", text, "--force").exit_code == 0
    assert tei.read_bytes() == fresh
    kept = sorted(file.name for file in text.parent.glob("*.bak*"))
    assert kept == ["meeting.xml.bak", "meeting.xml.bak2"]
    assert (text.parent / "meeting.xml.bak").read_bytes() == b"edit 1"


def test_one_bad_file_does_not_keep_the_others(text: Path) -> None:
    empty = text.with_name("empty.txt")
    empty.write_bytes(b"")
    missing = text.with_name("missing.txt")
    result = run("encode", empty, missing, text)
    assert result.exit_code == 3
    assert text.with_suffix(".xml").is_file()
    assert not empty.with_suffix(".xml").exists()
    assert "T001" in result.stderr
    assert "IO01" in result.stderr


def test_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert run("encode", folder).exit_code == 3
    assert run("encode", pipe).exit_code == 3


def test_in_a_project_every_transcript_without_tei_is_encoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "one.txt").write_text(TEXT, encoding="utf-8")
    (source / "two.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("encode").exit_code == 0
    tei = (source / "one.xml").read_text(encoding="utf-8")
    assert 'href="../schemas/edition.rng"' in tei
    assert (tmp_path / "schemas" / "edition.rng").is_file()
    assert (source / "two.xml").is_file()


_NAMESAKE = "<person xml:id='old'><persName>Ivan Petrov</persName></person>"


def _turns(source: Path) -> list[str]:
    """Whom the turns of the TEI file are given to."""
    return re.findall(r'<u [^>]*who="#(\w+)"', (source / "one.xml").read_text(encoding="utf-8"))


def test_a_namesake_added_to_the_register_does_not_take_over_a_speaker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "one.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run("encode")
    persons = source / "persons.xml"
    listed = persons.read_text(encoding="utf-8").replace(
        "</listPerson>", f"{_NAMESAKE}</listPerson>"
    )
    persons.write_text(listed, encoding="utf-8")
    told = run("encode")
    assert ("N031" in told.stderr, _turns(source)) == (True, ["IvanPetrov", "AnnaPetrova"])
    decided = (source / "one.xml").read_text(encoding="utf-8").replace('#IvanPetrov"', '#old"')
    (source / "one.xml").write_text(decided, encoding="utf-8")
    again = run("encode")
    assert ("N031" in again.stderr, _turns(source)) == (False, ["old", "AnnaPetrova"])


def test_without_a_project_there_is_a_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("encode")
    assert result.exit_code == 3
    assert "M010" in result.stderr


def test_an_unknown_convention_is_named_with_the_known_ones(text: Path) -> None:
    result = run("encode", text, "--convention", "unheard-of")
    assert result.exit_code == 1
    assert "hansard, japanese-diet, kremlin" in result.stderr


def test_the_date_of_the_encoding_comes_from_the_environment_only(
    text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1674000000")
    run("encode", text)
    assert b'<change when="2023-01-18" who="#encoder">' in text.with_suffix(".xml").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert "M020" in run("encode", text).stderr


@pytest.mark.parametrize("name", [b"\xff.txt", b"a\x01b.txt", b"a\nb.txt"])
def test_a_name_that_cannot_be_printed_is_refused(tmp_path: Path, name: bytes) -> None:
    file = tmp_path / os.fsdecode(name)
    file.write_text(TEXT, encoding="utf-8")
    result = run("encode", file, "-o", tmp_path / "out.xml")
    assert result.exit_code == 1
    assert "M012" in result.stderr


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_folder_by_any_name_is_refused(name: str) -> None:
    assert run("encode", name).exit_code == 3


def test_a_tei_file_is_no_transcript(text: Path) -> None:
    run("encode", text)
    tei = text.with_suffix(".xml")
    before = tei.read_bytes()
    result = run("encode", tei, "--force")
    assert result.exit_code == 1
    assert "T002" in result.stderr
    assert tei.read_bytes() == before


def test_a_link_that_leads_nowhere_is_not_replaced(text: Path) -> None:
    link = text.with_suffix(".xml")
    link.symlink_to(text.with_name("nowhere.xml"))
    assert run("encode", text).exit_code == 3
    assert link.is_symlink()


@pytest.mark.parametrize("damaged", [b"", b"<x"])
def test_a_damaged_record_is_as_none(text: Path, damaged: bytes) -> None:
    run("encode", text)
    (text.parent / "machine" / "meeting.xml").write_bytes(damaged)
    edited = text.with_suffix(".xml").read_bytes().replace(b"Hello.", b"<sic>Hello.</sic>")
    text.with_suffix(".xml").write_bytes(edited)
    result = run("encode", text)
    assert (result.exit_code, "E011" in result.stderr) == (0, True)
    assert text.with_suffix(".xml").read_bytes() == edited.replace(*_COUNTED)


def test_what_settings_do_not_say_is_told_once_and_not_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    monkeypatch.chdir(tmp_path)
    (source / "edition.toml").write_text("", encoding="utf-8")
    for name in ("a", "b"):
        (source / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    first, second = run("encode").stderr, run("encode").stderr
    assert (first.count("[M101]"), first.count("[M105]"), first.count("[M106]")) == (1, 2, 2)
    assert (second.count("[M101]"), second.count("[M105]"), second.count("[M106]")) == (0, 0, 0)
    assert "notes on settings and source as at the last encoding" in second


def test_all_mistakes_in_settings_are_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("edition.toml").write_text("[edition]\ntitel = 'T'\nversion = 1\n", encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(TEXT, encoding="utf-8")
    result = run("encode", "a.txt", "b.txt")
    assert result.exit_code == 1
    assert (result.stderr.count("[M005]"), result.stderr.count("[M004]")) == (1, 1)
    assert not Path("a.xml").exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full, as Linux has it")
def test_a_lock_that_cannot_be_written_is_a_finding_of_a_relative_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("meeting.txt").write_text(TEXT, encoding="utf-8")
    Path("machine").mkdir()
    Path("machine/.lock").symlink_to("/dev/full")
    result = run("encode", "meeting.txt")
    assert result.exit_code == 3
    assert result.stderr.startswith("machine/.lock:1:1: error: cannot be written: ")


def test_what_one_document_of_an_edition_names_is_proposed_to_its_registers(
    text: Path, tmp_path: Path
) -> None:
    source = tmp_path / "mine" / "source"
    source.mkdir(parents=True)
    (source / "meeting.txt").write_text(TEXT.replace("Hello", "Hello from Moscow"), "utf-8")
    assert run("encode", source / "meeting.txt", "--check").exit_code == 1
    run("encode", source / "meeting.txt")
    assert not (source / "places.xml").exists()  # nothing says yet that this is an edition
    (source / "meeting.xml").unlink()
    (source / "edition.toml").touch()
    run("encode", source / "meeting.txt", "-o", tmp_path)
    assert not (source / "places.xml").exists()
    assert run("encode", source / "meeting.txt").exit_code == 0
    assert 'xml:id="Moscow"' in (source / "places.xml").read_text("utf-8")
    assert "G007" not in run("build", tmp_path / "mine", "--only", "text").stderr


def test_a_name_that_is_decided_is_not_told_again(tmp_path: Path) -> None:
    source = tmp_path / "two.txt"
    asked = "Chair: Is it Mr Morozov, or Mr Morozov?"
    lines = ["Meeting", "Tom Morozov: I am here with you.", "Bob Morozov: So am I.", asked]
    source.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    told = run("encode", source).stderr
    assert re.findall(r"two.txt:(\d+:\d+): [^\n]*N030", told) == ["7:14", "7:29"]
    tei = source.with_suffix(".xml")
    doubtful = '<persName cert="low" resp="#encoder">'
    text = tei.read_text("utf-8")
    tei.write_text(text.replace(doubtful, '<persName ref="#TomMorozov">', 1), encoding="utf-8")
    told = run("encode", source).stderr
    assert re.findall(r"two.txt:(\d+:\d+): [^\n]*N030", told) == ["7:29"]
    lines[1] = lines[1].replace("with", "among")
    source.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    assert run("encode", source).stderr.count("[N030]") == 2  # by another text nobody decided
    assert run("encode", source).stderr.count("[N030]") == 1


def test_an_entry_that_was_taken_out_is_not_proposed_again(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "edition.toml").touch()
    text = TEXT.replace("Hello", "Hello from Moscow and from Tver")
    (source / "meeting.txt").write_text(text, encoding="utf-8")
    run("encode", source / "meeting.txt")
    places, tei = source / "places.xml", source / "meeting.xml"
    for file in (places, tei):
        moscow = re.compile(r' *<place xml:id="Moscow".*?</place>\n', re.DOTALL)
        without = moscow.sub("", file.read_text("utf-8"))
        without = without.replace(' ref="#Moscow"', "")
        file.write_text(without, encoding="utf-8")
    run("encode", source / "meeting.txt")
    assert "Moscow" not in places.read_text("utf-8")
    assert "Tver" in places.read_text("utf-8")


def test_settings_are_no_transcript(tmp_path: Path) -> None:
    settings = tmp_path / "edition.toml"
    settings.write_text('[edition]\nversion = "1.0.0"\n', encoding="utf-8")
    done = run("encode", str(settings))
    assert done.exit_code == 2
    assert "holds settings" in done.stderr
    assert not (tmp_path / "edition.xml").exists()
