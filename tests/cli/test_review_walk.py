"""``edition review -i``: one question after the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from tests.reviewed import contents, review, tag_of, write_reviewed


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_reviewed(Path(), registers=True)


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.cli.review.is_at_terminal", lambda: True)


def walk(keys: str) -> Result:
    return review("-i", "source/first.xml", stdin=keys)


def test_each_key_decides(source: Path) -> None:
    result = walk("2xwsy\n")
    assert result.exit_code == 0, result.output
    assert tag_of(source, "Mr</roleName> Govorov") == ('<persName resp="#jd" ref="#LeonidGovorov">')
    assert tag_of(source, "Jen") == '<persName resp="#jd">'


def test_nothing_is_written_unless_confirmed(source: Path) -> None:
    before = contents(source)
    assert "Write 1 file?" in walk("1qn\n").output
    assert contents(source) == before


def test_what_is_undone_is_not_written(source: Path) -> None:
    walk("1wuunssy\n")
    assert "Mr Govorov liked" in (source / "first.xml").read_text()
    assert tag_of(source, "Jen") == '<persName ref="#Jen" cert="low" resp="#encoder">'


def test_a_mistake_is_told_and_the_walk_goes_on(source: Path) -> None:
    result = walk("eNobody\nwq\n")
    assert "first.xml:" in result.stderr.partition("[N013]")[0]
    assert tag_of(source, "Mr</roleName> Govorov") == '<persName resp="#jd">'  # asked again


def test_a_key_that_decides_nothing_is_told_and_asked_again(source: Path) -> None:
    result = walk("zwqy\n")
    assert result.stderr.count("That key decides nothing here.") == 1
    assert tag_of(source, "Mr</roleName> Govorov") == '<persName resp="#jd">'


def test_no_identifier_is_no_decision_and_the_walk_goes_on(source: Path) -> None:
    result = walk("e\nwqy\n")
    assert result.exit_code == 0, result.output
    assert tag_of(source, "Mr</roleName> Govorov") == '<persName resp="#jd">'


@pytest.mark.parametrize("keys", ["w", "we"])
def test_the_end_of_the_input_is_the_end_of_the_walk(source: Path, keys: str) -> None:
    before = contents(source)
    result = walk(keys)
    assert "Write 1 file?" in result.output
    assert "Interrupted" in result.stderr
    assert contents(source) == before


def test_an_entry_is_not_wrong(source: Path) -> None:
    result = review("-i", "source/persons.xml", stdin="wnq\n")
    first = result.output.partition("2 of")[0]
    assert "[w]rong" not in first
    assert "N018" not in result.stderr


def test_a_file_changed_meanwhile_is_not_overwritten(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(*_: object, **__: object) -> bool:
        with (source / "first.xml").open("a") as file:
            file.write("<!-- mine -->")
        return True

    monkeypatch.setattr("click.confirm", changing)
    result = walk("wq")
    assert "[N017]" in result.stderr
    assert (source / "first.xml").read_text().endswith("<!-- mine -->")
    assert tag_of(source, "Mr</roleName> Govorov") == '<persName cert="low" resp="#encoder">'
