"""What documents propose to the registers is not lost, whatever ends the run that encoded them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.project.encoding import Encoder

TEXT = "Meeting\n\nMarch 4, 2016, Moscow\n\nIvan Petrov: Hello.\n\n{name} Petrova: Good day.\n"


class Killed(BaseException):
    pass


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The source of an edition in the working folder, with two transcripts."""
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "source"
    source.mkdir()
    (source / "edition.toml").write_text('[source]\nlanguage = "en"\n', encoding="utf-8")
    write(source, "a", "Anna")
    write(source, "b", "Olga")
    return source


def write(source: Path, stem: str, name: str) -> None:
    (source / f"{stem}.txt").write_text(TEXT.format(name=name), encoding="utf-8")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--plain", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def kill(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    """Run a command that is killed before it writes to the registers."""

    def die(*_given: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Encoder, "register_changes", die)
        with pytest.raises(Killed):
            CliRunner().invoke(main, ["--plain", *arguments])


def registered(source: Path) -> set[str]:
    file = source / "persons.xml"
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return {name for name in ("Anna", "Olga", "Vera") if f'"{name}Petrova"' in text}


def noted(source: Path) -> Path:
    return source / "machine" / ".proposed"


@pytest.mark.parametrize("killed", ["encode", "build"])
@pytest.mark.parametrize("following", [("build",), ("encode", "source/c.txt")])
def test_what_a_killed_run_would_have_proposed_the_next_one_does(
    source: Path, monkeypatch: pytest.MonkeyPatch, killed: str, following: tuple[str, ...]
) -> None:
    kill(monkeypatch, killed)
    assert (source / "b.xml").exists()
    assert registered(source) == set()
    write(source, "c", "Vera")
    assert run(*following).exit_code == 0
    assert registered(source) == {"Anna", "Olga", "Vera"}
    assert not noted(source).exists()


def test_an_encoding_that_writes_nothing_takes_up_nothing(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill(monkeypatch, "encode")
    run("encode", "--check")
    assert registered(source) == set()
    assert noted(source).exists()


@pytest.mark.parametrize("following", [("build",), ("encode", "source/c.txt")])
def test_of_a_tei_file_that_cannot_be_read_it_is_kept_till_it_can(
    source: Path, monkeypatch: pytest.MonkeyPatch, following: tuple[str, ...]
) -> None:
    kill(monkeypatch, "build")
    tei = source / "a.xml"
    whole = tei.read_bytes()
    tei.write_bytes(whole[:-5])  # somebody is typing in it
    write(source, "c", "Vera")
    run(*following)
    assert registered(source) == {"Olga", "Vera"}
    tei.write_bytes(whole)
    assert "G007" not in run("build").output
    assert registered(source) == {"Anna", "Olga", "Vera"}
    assert not noted(source).exists()


def test_a_register_to_which_nothing_can_be_added_loses_nothing(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill(monkeypatch, "build")
    (source / "persons.xml").write_bytes(b"<TEI")
    assert run("build").exit_code == 1
    (source / "persons.xml").unlink()
    run("build")
    assert registered(source) == {"Anna", "Olga"}


def test_a_line_of_which_nothing_can_be_made_is_told_and_stays(source: Path) -> None:
    run("encode")
    strange = b'\n{"stem":"a","entries":[{"id":"X","kind":"unknown"}]}\nnonsense\n{"stem":"\xff"}'
    cut_short = b'\n{"stem":"a","entr'
    noted(source).write_bytes(strange + b"\n" + cut_short)
    for _ in range(2):
        told = [line for line in run("build").output.splitlines() if "[E022]" in line]
        assert [line.split(":")[1] for line in told] == ["2", "3", "4"]
        assert noted(source).read_bytes() == strange + b"\n"
    (source / "c.txt").write_text(TEXT.format(name="Vera"), encoding="utf-8")
    assert run("encode").output.count("[E022]") == 3
    assert registered(source) == {"Anna", "Olga", "Vera"}
    assert noted(source).read_bytes() == strange + b"\n"


def test_what_a_full_disk_cut_short_is_taken_away(source: Path) -> None:
    run("encode")
    noted(source).write_bytes(b'\n{"stem":"a","entr')
    assert "E022" not in run("build").output
    assert not noted(source).exists()
