"""The command group: finding commands, and every way a command can end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

import edition.__main__
import edition.cli
from edition.cli import main
from edition.diagnostic import EditionError, FileAccessError, Place, diagnostic
from edition.saxon import Engine
from edition.version import VERSION

FINDING = diagnostic("IO01", Place("a.xml", 3, 4), reason="no \x1b[31mluck")


def run(*arguments: str, **options: Any) -> Result:
    return CliRunner().invoke(main, list(arguments), **options)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Puts a command ``try`` into the group whose body is the given function."""

    def install(body: Callable[[], object]) -> None:
        trial = click.Command("try", callback=body)
        monkeypatch.setattr(
            edition.cli.Commands, "get_command", lambda self, ctx, name: trial, raising=True
        )

    return install


def test_version_is_that_of_the_program() -> None:
    assert run("--version").output == f"edition {VERSION}\n"


def test_each_file_is_a_command_and_private_files_are_none() -> None:
    names = main.list_commands(click.Context(main))
    assert "build" in names
    assert not [name for name in names if name.startswith("_")]


def test_each_command_explains_itself() -> None:
    for name in main.list_commands(click.Context(main)):
        result = run(name, "--help")
        assert result.exit_code == 0, name
        assert "Usage:" in result.output


def test_help_gives_the_exit_codes() -> None:
    assert "130 interrupted" in " ".join(run("--help").output.split())


def test_misspelt_command_is_a_usage_error_that_names_the_right_one() -> None:
    result = run("biuld")
    assert result.exit_code == 2
    assert "build" in result.stderr.split("biuld")[1]


def test_quiet_and_verbose_exclude_each_other() -> None:
    assert run("-q", "-v", "build").exit_code == 2


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (0, 0), (1, 1), (3, 3)])
def test_what_a_command_returns_is_the_exit_code(
    command: Callable[..., None], returned: int | None, code: int
) -> None:
    command(lambda: returned)
    assert run("try").exit_code == code


@pytest.mark.parametrize(
    ("failure", "code", "said"),
    [
        (EditionError(FINDING), 1, "a.xml:3:4: error: cannot be read"),
        (FileAccessError(FINDING), 3, "a.xml:3:4: error: cannot be read"),
        (KeyboardInterrupt(), 130, "Interrupted"),
        (MemoryError(), 3, "memory"),
        (OSError(28, "No space left on device", "out.txt"), 3, "out.txt: No space left"),
        (ValueError("odd"), 70, "a fault of this program, ValueError: odd"),
        (click.UsageError("wrong"), 2, "wrong"),
    ],
)
def test_failures_are_a_message_and_an_exit_code(
    command: Callable[..., None], failure: BaseException, code: int, said: str
) -> None:
    def fail() -> None:
        raise failure

    command(fail)
    result = run("try")
    assert result.exit_code == code
    assert said in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (["build", "--verbose"], "--verbose stands before the command: edition --verbose build"),
        (["convention", "list", "-q"], "-q stands before the command: edition -q convention list"),
        (["build", "--plain"], "--plain stands before the command: edition --plain build"),
        (["build", "--wide"], "No such option '--wide'"),
    ],
)
def test_an_option_behind_the_command_is_told_its_place(words: list[str], right: str) -> None:
    result = run(*words, prog_name="edition")
    assert result.exit_code == 2
    assert right in result.stderr


def test_a_fault_shows_its_traceback_when_asked(command: Callable[..., None]) -> None:
    def fail() -> None:
        raise ValueError("odd")

    command(fail)
    assert "Traceback" in run("--verbose", "try").stderr


def test_a_finding_cannot_steer_the_terminal(command: Callable[..., None]) -> None:
    def fail() -> None:
        raise EditionError(FINDING)

    command(fail)
    assert "\x1b[31mluck" not in run("--color", "try").stderr
    assert "\\x1b[31mluck" in run("--color", "try").stderr


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        (["--color"], {}, True),
        (["--color"], {"NO_COLOR": "1"}, True),
        (["--plain"], {}, False),
        ([], {"NO_COLOR": "1"}, False),
        ([], {}, False),
    ],
)
def test_colour_as_asked(
    command: Callable[..., None], options: list[str], environment: dict[str, str], coloured: bool
) -> None:
    def fail() -> None:
        raise EditionError(FINDING)

    command(fail)
    result = run(*options, "try", env=environment)
    assert ("\x1b[" in result.stderr) is coloured


def test_output_whose_reader_has_gone_ends_without_complaint() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "edition", "build", "--help"],
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writer)
    assert done.stderr == b""
    assert done.returncode == 141


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full, as Linux has it")
def test_output_on_a_full_disk_is_a_message() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "edition", "build", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.startswith(b"stdout:1:1: error: cannot be written: No space left")
    assert b"Traceback" not in done.stderr


def test_start_up_imports_no_parser_and_no_engine() -> None:
    script = "import sys, edition.cli; print([m for m in ('lxml', 'saxonche') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"[]\n"


@pytest.mark.parametrize(
    ("arguments", "started"),
    [
        (["build", "x"], ["document.xsl", "edition-checks.xsl"]),
        (["build", "--only", "text"], ["edition-checks.xsl"]),
        (["-q", "validate", "x"], ["edition-checks.xsl"]),
        (["build", "--help"], []),
        (["encode", "x"], []),
        ([], []),
    ],
)
def test_the_engine_is_started_before_the_command_line_where_it_will_be_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str], started: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    order: list[str] = []
    monkeypatch.setattr(edition.__main__, "leave_at_once", lambda: None)  # but the tests go on
    monkeypatch.setattr(sys, "argv", ["edition", *arguments])
    monkeypatch.setattr(Engine, "prepare", lambda self, path: order.append(path.name))
    monkeypatch.setattr(edition.cli, "main", lambda **_options: order.append("command line"))
    edition.__main__.main()
    assert order == [*started, "command line"]


def test_no_engine_is_started_where_there_may_be_nothing_to_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "x" / "output").mkdir(parents=True)
    (tmp_path / "x" / "output" / "manifest.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(edition.__main__, "leave_at_once", lambda: None)
    monkeypatch.setattr(sys, "argv", ["edition", "build", "x"])
    started: list[str] = []
    monkeypatch.setattr(Engine, "prepare", lambda self, path: started.append(path.name))
    monkeypatch.setattr(edition.cli, "main", lambda **_options: None)
    edition.__main__.main()
    assert started == []
