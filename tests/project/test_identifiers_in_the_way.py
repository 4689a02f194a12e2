"""Identifiers that name two things, or nothing: told, and nothing is encoded or merged by them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from tests.tei.registers import PERSONS


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["--plain", *map(str, arguments)])


@pytest.fixture
def source(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition with two documents that have been encoded."""
    monkeypatch.chdir(folder)
    assert run("encode").exit_code == 0
    return Path("source")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('xml:id="u2"', 'xml:id="u1"', "R015"),
        ('xml:id="u2"', 'xml:id="2 u"', "R012"),
        ('xml:id="u2"', 'xml:id=""', "R012"),
        ("</seg>", '</seg>\n<seg xml:id="p1">Yes.</seg>', "R015"),
    ],
)
def test_a_file_in_which_an_identifier_is_wrong_stays_and_the_others_go_on(
    source: Path, old: str, new: str, code: str
) -> None:
    file = source / "first.xml"
    before = file.read_text(encoding="utf-8")
    assert old in before
    spoilt = before.replace(old, new, 1)
    file.write_text(spoilt, encoding="utf-8")
    (source / "second.xml").unlink()
    result = run("encode")
    assert result.exit_code == 1
    assert f"[{code}]" in result.stderr
    assert file.read_text(encoding="utf-8") == spoilt
    assert (source / "second.xml").exists()


def test_versions_in_which_an_identifier_is_there_twice_are_not_merged(source: Path) -> None:
    file = source / "first.xml"
    text = file.read_text(encoding="utf-8")
    twice = source / "twice.xml"
    twice.write_text(text.replace('xml:id="u2"', 'xml:id="u1"', 1), encoding="utf-8")
    result = run("merge", file, file, twice, "-o", file)
    assert result.exit_code == 1
    assert "(THEIRS):" in result.stderr
    assert "[R015]" in result.stderr
    assert "is not merged: OURS stays as it is" in result.stderr
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", ["p1", "encoder", "9 9", ""])
def test_an_entry_with_an_identifier_that_is_taken_or_none_keeps_all_from_being_encoded(
    source: Path, name: str
) -> None:
    entry = f'<person xml:id="{name}"><persName>Ivan Petrov</persName></person></listPerson>'
    register = PERSONS.replace("</listPerson>", entry)
    assert register != PERSONS
    (source / "persons.xml").write_text(register, encoding="utf-8")
    before = (source / "first.xml").read_bytes()
    (source / "second.xml").unlink()
    for command in ("encode", "build"):
        result = run(command)
        assert result.exit_code == 1
        assert "persons.xml" in result.stderr
        assert "[E003]" in result.stderr
        assert not (source / "second.xml").exists()
    assert (source / "first.xml").read_bytes() == before
