"""Ctrl-C at any moment of a command: no traceback, and the exit code that says so."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from edition.cli import Commands, main
from edition.interruption import Interruption

INTERRUPTED_AT_IMPORT = """
import os, signal, sys
wanted = sys.argv[1]

class Interrupting:
    def find_spec(self, name, *_):
        if name == wanted:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
"""
INTERRUPTED_AT_END = """
import atexit, os, signal
atexit.register(os.kill, os.getpid(), signal.SIGINT)
"""
START = """
import sys
sys.argv[0:2] = ["edition"]
from edition.__main__ import main
main()
"""


def run(folder: Path, script: str, argument: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script, argument, "review"]
    environment = {"PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    return tmp_path


# Before the command line, in its making, and in the command: by lxml and msgspec, too.
@pytest.mark.parametrize(
    "module", ["edition.cli", "click", "edition.cli.review", "lxml", "msgspec", "edition.toml"]
)
def test_an_interruption_while_the_program_starts(folder: Path, module: str) -> None:
    done = run(folder, INTERRUPTED_AT_IMPORT + START, module)
    assert done.returncode == 130
    assert done.stderr.strip() in ("", "Interrupted. Files written until now are whole.")


def test_an_interruption_while_the_program_ends(folder: Path) -> None:
    done = run(folder, INTERRUPTED_AT_END + START, "")
    assert (done.returncode, done.stderr) == (130, "0 doubts.\n")


def test_an_interruption_ignored_from_outside_stays_ignored(folder: Path) -> None:
    ignored = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    done = run(folder, INTERRUPTED_AT_IMPORT + ignored + START, "msgspec")
    assert (done.returncode, done.stderr) == (0, "0 doubts.\n")


class RaisesInVain:
    def __del__(self) -> None:
        raise KeyboardInterrupt


def test_an_interruption_that_python_would_only_print_comes_again() -> None:
    interruption = Interruption()
    with pytest.raises(KeyboardInterrupt), interruption.awaited():
        lose_an_interruption_and_wait()
    assert interruption.happened


def lose_an_interruption_and_wait() -> None:
    RaisesInVain()
    for _ in range(200):
        time.sleep(0.1)


def test_an_interruption_of_which_a_library_made_an_error_is_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise SystemError("returned a result with an exception set") from None

    trial = click.Command("try", callback=fail)
    monkeypatch.setattr(Commands, "get_command", lambda self, ctx, name: trial)
    result = CliRunner().invoke(main, ["try"])
    assert result.exit_code == 130
    assert "Interrupted" in result.stderr
