"""What ``edition encode`` tells where a file is encoded again: hand edits first."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main

_TEXT = """Meeting of the Town Council

Anna Adler: Good morning. I open the meeting.

Boris Brand: Thank you. I have read the letter of the council.

Anna Adler: Then we close the meeting, and go home.
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def codes(result: Result) -> list[str]:
    lines = result.stderr.splitlines()
    return [line[line.rindex("[") + 1 : -1] for line in lines if line.endswith("]")]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "source"
    source.mkdir()
    (source / "edition.toml").write_text('[source]\nlanguage = "en"\n', encoding="utf-8")
    (source / "meeting.txt").write_text(_TEXT, encoding="utf-8")
    first = run("encode")
    assert {"M101", "T023"} <= set(codes(first))
    return source / "meeting.xml"


def test_notes_that_were_told_are_one_line_and_verbose_tells_them(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("home", "home again"), "utf-8")
    again = run("encode")
    assert codes(again) == []
    assert "notes on settings and source as at the last encoding" in again.stderr
    assert "M101" in codes(run("--verbose", "encode"))
    assert run("--quiet", "encode").stderr == ""


def test_what_becomes_of_hand_edits_comes_before_the_notes(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("the letter", "a letter"), "utf-8")
    transcript = file.with_suffix(".txt")
    transcript.write_text(_TEXT.replace("the letter", "that letter"), encoding="utf-8")
    found = codes(run("encode"))
    assert found[0] == "E020"
    assert "T023" in found
    assert codes(run("encode")) == ["E020"]


_OWN = """name = "own"
title = "Own"
language = "en"
[labels]
delimiter = ":"
recurs = 2
[marks]
bracketed_events = "(["
"""


def test_a_note_that_is_new_is_told_though_the_header_is_the_same(file: Path) -> None:
    own = file.parent / "conventions" / "own.toml"
    own.parent.mkdir()
    own.write_text(_OWN, encoding="utf-8")
    settings = '[source]\nlanguage = "en"\nconvention = "own"\n'
    (file.parent / "edition.toml").write_text(settings, encoding="utf-8")
    printed = _TEXT.replace("open the", "open [sic] the").replace("home.", "home. [Applause.]")
    file.with_suffix(".txt").write_text(printed, encoding="utf-8")
    assert {"T059", "T023"} <= set(codes(run("encode")))
    assert codes(run("encode")) == []
    own.write_text(_OWN.replace("([", "("), encoding="utf-8")
    found = codes(run("encode"))
    assert ("T059" in found, "T023" in found) == (True, False)
    assert codes(run("encode")) == []


def test_where_a_setting_changes_the_notes_are_told_again(file: Path) -> None:
    (file.parent / "edition.toml").write_text('[source]\nlanguage = "fr"\n', encoding="utf-8")
    assert {"M101", "T023"} <= set(codes(run("encode")))
    assert codes(run("encode")) == []


_COLE = "Clara Cole: Who has seen that paper?\n\n"


def _changed_and_record_lost(file: Path, text: str) -> Result:
    file.with_suffix(".txt").write_text(text, encoding="utf-8")
    (file.parent / "machine" / file.name).unlink()
    return run("encode")


def test_what_the_source_gained_comes_in_though_the_record_is_lost(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("go home", "walk home")
    cut = text.replace("I open the", '</seg><seg xml:id="cut">I open the')
    file.write_text(cut, encoding="utf-8")
    gained = _TEXT.replace("Anna Adler: Then", _COLE + "Anna Adler: Then")
    assert "E011" in codes(_changed_and_record_lost(file, gained))
    text = file.read_text(encoding="utf-8")
    assert ("Who has seen that paper?" in text, "walk home" in text) == (True, True)
    assert "F009" not in codes(run("validate", str(file)))
    longer = gained + "\nBoris Brand: One more word, please.\n"
    file.with_suffix(".txt").write_text(longer, encoding="utf-8")
    assert "E010" not in codes(run("encode"))
    assert "One more word" in file.read_text(encoding="utf-8")


def test_where_the_record_is_lost_words_that_the_file_lacks_are_told_until_it_has_them(
    file: Path,
) -> None:
    found = _changed_and_record_lost(file, _TEXT.replace("the letter", "that telegram"))
    assert "E025" in codes(found)
    assert "line 5 of the source" in found.stderr
    again = run("encode")
    assert codes(again) == ["E025"]
    text = file.read_text(encoding="utf-8")
    assert "the letter" in text
    file.write_text(text.replace("the letter", "that telegram"), encoding="utf-8")
    assert codes(run("encode")) == []


def test_where_words_were_taken_away_and_the_record_is_lost_none_comes_in(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("I have read the letter of the council.", ""), "utf-8")
    gained = _TEXT.replace("Anna Adler: Then", _COLE + "Anna Adler: Then")
    assert {"E011", "E025"} <= set(codes(_changed_and_record_lost(file, gained)))
    text = file.read_text(encoding="utf-8")
    assert ("seen that paper" in text, "I have read" in text) == (False, False)
    assert codes(run("encode")) == ["E025"]


_MINISTER = """Deutscher Bundestag

Präsident Dr. Wolfgang Schäuble: Guten Tag. Ich ernenne Frau Dr. Ursula von der Leyen zur \
Bundesministerin der Verteidigung.

Dr. Ursula von der Leyen, Bundesministerin der Verteidigung: Herr Präsident, ich nehme die Wahl an.

Präsident Dr. Wolfgang Schäuble: Vielen Dank, Frau Bundesministerin der Verteidigung.
"""


@pytest.mark.parametrize("convention", ["bundestag", "generic"])
def test_encoding_twice_changes_nothing_where_the_record_is_lost_and_labels_are_read_otherwise(
    file: Path, convention: str
) -> None:
    transcript, settings = file.with_name("minister.txt"), file.with_name("edition.toml")
    transcript.write_text(_MINISTER, encoding="utf-8")
    settings.write_text(f'[source]\nconvention = "{convention}"\n', encoding="utf-8")
    run("encode")
    (file.parent / "machine" / "minister.xml").unlink()
    settings.write_text('[source]\nconvention = "hansard"\n', encoding="utf-8")
    assert "E011" in codes(run("encode"))
    files = sorted(file.parent.rglob("*.xml"))
    once = [one.read_bytes() for one in files]
    assert run("encode", "--check").exit_code == 0
    run("encode")
    assert [one.read_bytes() for one in files] == once


def test_a_turn_that_somebody_took_away_long_ago_does_not_come_back(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    start = text.index('<note type="speaker"><persName ref="#BorisBrand"')
    gone = text[start : text.index("</u>", start) + len("</u>")]
    file.write_text(text.replace(gone, ""), encoding="utf-8")
    run("encode")  # the header counts again
    gained = _TEXT.replace("Anna Adler: Then", _COLE + "Anna Adler: Then")
    assert "E025" in codes(_changed_and_record_lost(file, gained))
    assert "I have read" not in file.read_text(encoding="utf-8")
