"""Candidates in the registers come with the first text that names them, and go with the last."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main

_TEXT = """Meeting

March 4, 2016, Moscow

Ivan Petrov: Hello{}.

Anna Petrova: Good day.
"""
_NAMES = " from Paris to Boris Johnson"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The source of an edition in the working folder, encoded."""
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "source"
    source.mkdir()
    (source / "edition.toml").write_text('[source]\nlanguage = "en"\n', encoding="utf-8")
    _write(source, "a", _NAMES)
    _encode()
    assert _registered(source) == {"AnnaPetrova", "BorisJohnson", "IvanPetrov", "Moscow", "Paris"}
    return source


def _write(source: Path, name: str, names: str) -> None:
    (source / f"{name}.txt").write_text(_TEXT.format(names), encoding="utf-8")


def _encode(*options: str) -> Result:
    result = CliRunner().invoke(main, ["encode", *options])
    assert not result.exception or isinstance(result.exception, SystemExit)
    return result


def _registered(source: Path) -> set[str]:
    found: set[str] = set()
    for name in ("persons", "places"):
        lines = (source / f"{name}.xml").read_text("utf-8").split('xml:id="')[1:]
        found |= {line.partition('"')[0] for line in lines}
    return found - {"encoder"}


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_candidates_that_no_text_names_any_more_go_and_are_told(source: Path) -> None:
    _write(source, "a", "")
    told = _encode().stderr
    assert told.count("[E021]") == 2
    assert _registered(source) == {"AnnaPetrova", "IvanPetrov", "Moscow"}
    assert _encode("--check").exit_code == 0
    _write(source, "a", _NAMES)
    _encode()
    assert _registered(source) >= {"BorisJohnson", "Paris"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<persName>Boris Johnson</persName>", "<persName>Boris de Pfeffel Johnson</persName>"),
        ("<persName>Boris Johnson</persName>", "<!-- who? --><persName>Boris Johnson</persName>"),
        ('xml:id="BorisJohnson" cert="low" resp="#encoder"', 'xml:id="BorisJohnson"'),
    ],
)
def test_an_entry_that_a_scholar_touched_stays(source: Path, old: str, new: str) -> None:
    _replace(source / "persons.xml", old, new)
    _encode()
    _write(source, "a", "")
    assert "Paris is gone" in _encode().stderr
    assert "BorisJohnson" in _registered(source)


def test_a_candidate_stays_that_another_text_or_a_file_of_a_scholar_means(source: Path) -> None:
    (source / "own.xml").write_bytes((source / "a.xml").read_bytes())
    _replace(source / "own.xml", "BorisJohnson", "Somebody")
    _write(source, "b", " from Paris")
    _write(source, "a", "")
    _encode()
    assert "Paris" in _registered(source)
    (source / "b.txt").unlink()
    (source / "b.xml").unlink()
    _encode()
    assert "Paris" in _registered(source)
    (source / "own.xml").unlink()
    _encode()
    assert "Paris" not in _registered(source)


def test_nothing_goes_where_a_file_cannot_be_read(source: Path) -> None:
    (source / "own.xml").write_text("<TEI", encoding="utf-8")
    _write(source, "a", "")
    assert "E021" not in _encode().stderr
    assert "Paris" in _registered(source)


def _take_out(file: Path, identifier: str) -> None:
    text = file.read_text("utf-8")
    start = text.rindex("<", 0, text.index(f'xml:id="{identifier}"'))
    tag = text[start + 1 :].split(maxsplit=1)[0]
    end = text.index(f"</{tag}>", start) + len(f"</{tag}>")
    file.write_text(text[:start].rstrip() + text[end:], encoding="utf-8")


def test_an_entry_that_a_scholar_took_out_does_not_come_again(source: Path) -> None:
    _take_out(source / "persons.xml", "BorisJohnson")
    again = _encode()
    assert "BorisJohnson stays out" in again.stderr
    _write(source, "b", _NAMES)
    _encode()
    assert CliRunner().invoke(main, ["build"]).exit_code == 0
    assert "BorisJohnson" not in _registered(source)
    assert _encode("--check").exit_code == 0
    _write(source, "a", "")
    _write(source, "b", "")
    assert "stays out" not in _encode().stderr
    _write(source, "a", _NAMES)  # nobody meant that one any more: this is a new one
    _encode()
    assert "BorisJohnson" in _registered(source)


def test_a_register_that_was_removed_comes_again_whole(source: Path) -> None:
    before = _registered(source)
    (source / "persons.xml").unlink()
    _encode()
    assert _registered(source) == before


def test_a_record_that_was_not_written_is_made_good(source: Path) -> None:
    record = source / "machine" / "persons.xml"
    before = record.read_bytes()
    _take_out(record, "BorisJohnson")
    _encode()
    assert record.read_bytes() == before


def test_the_last_entry_of_a_register_stays_and_is_not_told_to_go(source: Path) -> None:
    _write(source, "a", "")
    (source / "a.txt").write_text("Meeting\n\nIvan Petrov: Hello.\n\nAnna Petrova: Hi.\n", "utf-8")
    told = _encode().stderr
    assert "BorisJohnson is gone" in told
    places = (source / "places.xml").read_text(encoding="utf-8")
    for name in ("Moscow", "Paris"):
        assert (f"{name} is gone" in told) != (f'xml:id="{name}"' in places)
    assert "E021" not in _encode().stderr
