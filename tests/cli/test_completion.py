"""The tab key, in a real bash: commands, elements, codes, conventions, files."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main
from edition.project.beginning import begin

BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="needs bash")


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A folder in which the command ``edition`` is this program."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "edition"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m edition "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project, whose example is encoded, with a convention of its own."""
    folder = tmp_path / "project"
    begin(folder)
    source = folder / "source"
    assert CliRunner().invoke(main, ["encode", f"{source}/1911-03-07-bridge.txt"]).exit_code == 0
    (source / "conventions").mkdir()
    own = 'name = "town"\ntitle = "A town"\nlanguage = "en"\n[labels]\ndelimiter = ":"\n'
    (source / "conventions" / "town.toml").write_text(own, encoding="utf-8")
    return folder


def environment(bin_folder: Path) -> dict[str, str]:
    root = Path(__file__).parents[2]
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(root), "TERM": "dumb"}


def offered(bin_folder: Path, where: Path, *words: str) -> list[str]:
    """What bash offers in the folder *where* behind *words*, of which the last is begun."""
    script = (
        'eval "$(edition completion bash)"; compopt() { COMPREPLY+=("asked:$2"); };'
        'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _edition_completion edition;'
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        [str(BASH), "--norc", "-c", script, "bash", "edition", *words],
        cwd=where,
        env=environment(bin_folder),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@needs_bash
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["val"], ["validate"]),
        (["encode", "--conv"], ["--convention"]),
        (["explain", "persN"], ["persName"]),
        (["explain", "t060"], ["T060"]),
        (["explain", "s502"], ["S502"]),
        (["convention", "show", "ha"], ["hansard"]),
        (["encode", "--convention", "tow"], ["town"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (
            ["validate", ""],
            [
                *(f"source/{name}.xml" for name in ("1911-03-07-bridge", "persons", "places")),
                *("source/conventions/", "source/machine/"),
            ],
        ),
        (["review", "source/19"], ["source/1911-03-07-bridge.xml"]),
        (["encode", "source/19"], ["source/1911-03-07-bridge.txt"]),
        (["validate", "sou"], ["asked:dirnames"]),
        (["validate", "nowhere/"], ["asked:dirnames"]),
    ],
)
def test_what_bash_offers(
    words: list[str], expected: list[str], bin_folder: Path, project: Path
) -> None:
    assert offered(bin_folder, project, *words) == expected


@needs_bash
def test_names_that_need_quotes_are_left_to_bash(bin_folder: Path, project: Path) -> None:
    (project / "source" / "1911 two.xml").write_text("<TEI/>", encoding="utf-8")
    assert offered(bin_folder, project, "validate", "source/19") == ["asked:default"]


@needs_bash
def test_the_tab_key_completes_a_line_that_is_typed(bin_folder: Path, project: Path) -> None:
    pty = pytest.importorskip("pty", reason="needs a pseudoterminal")
    ours, theirs = pty.openpty()
    shell = subprocess.Popen(
        [str(BASH), "--norc", "--noprofile", "-i"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=project,
        env=environment(bin_folder) | {"PS1": "ready> ", "INPUTRC": "/dev/null"},
        start_new_session=True,
    )
    os.close(theirs)
    try:
        os.write(ours, b'eval "$(edition completion bash)"; echo loa""ded\n')
        assert "loaded" in _read_until(ours, "loaded")
        os.write(ours, b"edition explain persN\t")
        assert "edition explain persName " in _read_until(ours, "persName ")
    finally:
        shell.kill()
        shell.wait()
        os.close(ours)


def _read_until(terminal: int, words: str) -> str:
    seen = ""
    while words not in seen and select.select([terminal], [], [], 30)[0]:
        seen += os.read(terminal, 4096).decode("utf-8", "replace")
    return seen


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script_that_asks_this_program(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0
    assert f"_EDITION_COMPLETE={shell}_complete" in result.output


def test_a_shell_that_is_not_known_is_wrong_use() -> None:
    assert CliRunner().invoke(main, ["completion", "ksh"]).exit_code == 2
