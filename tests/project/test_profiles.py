"""Plain texts besides that for reading: asked for by edition.toml or by the command."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from edition.cli import main

KEY = '\n[text]\nprofiles = ["reading", "speech"]\n'


def built(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", str(folder), *options])


def texts(folder: Path) -> set[str]:
    output = folder / "output" / "text"
    return {str(path.relative_to(output)) for path in output.rglob("*.txt")}


def test_the_command_asks_for_texts(folder: Path) -> None:
    assert built(folder, "--text", "screenplay").exit_code == 0
    assert texts(folder) == {
        "first.txt",
        "second.txt",
        "screenplay/first.txt",
        "screenplay/second.txt",
    }
    said = (folder / "output/text/screenplay/first.txt").read_text(encoding="utf-8")
    assert said.startswith("Vladimir Putin: Good morning, members of the first committee.\n")


def test_the_settings_ask_for_texts_and_what_is_not_asked_for_goes(folder: Path) -> None:
    settings = folder / "source" / "edition.toml"
    plain = settings.read_text(encoding="utf-8")
    settings.write_text(plain + KEY, encoding="utf-8")
    assert built(folder, "--only", "text").exit_code == 0
    both = {"first.txt", "second.txt", "speech/first.txt", "speech/second.txt"}
    assert texts(folder) == both
    settings.write_text(plain, encoding="utf-8")
    assert built(folder, "--only", "html").exit_code == 0
    assert texts(folder) == both
    assert built(folder).exit_code == 0
    assert texts(folder) == {"first.txt", "second.txt"}


def test_a_profile_that_is_not_known_is_told_with_its_line(folder: Path) -> None:
    with (folder / "source" / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[text]\nprofiles = ["poem"]\n')
    result = built(folder)
    assert result.exit_code == 1
    assert "edition.toml:7" in result.output or "edition.toml:8" in result.output
    assert "screenplay" in result.output
