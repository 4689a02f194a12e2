"""The wheel: what pip installs works far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_edition import TRANSCRIPT

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(pip, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(
    wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the installed command in a given folder."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}

    def run(where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(folder / "bin" / "edition"), *arguments],
            cwd=where,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.slow
def test_the_wheel_carries_schemas_stylesheets_and_conventions(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    checkout = {
        f"edition/share/{path.relative_to(ROOT).as_posix()}"
        for folder in ("schemas", "xslt")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert checkout <= names
    assert "edition/transcript/conventions/kremlin.toml" in names
    assert "edition/diagnostics/T.toml" in names
    assert {"edition/transcript/conventions/README.md", "edition/names/README.md"} <= names
    assert not [name for name in names if name.startswith(("tests", "source"))]


@pytest.mark.slow
def test_the_installed_command_works_far_from_the_checkout(
    installed: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    (tmp_path / "source").mkdir()
    transcript = tmp_path / "source" / "first.txt"
    transcript.write_text(TRANSCRIPT.format(name="first"), encoding="utf-8")
    encoded = installed(tmp_path, "encode", "source/first.txt")
    assert encoded.returncode == 0, encoded.stderr
    built = installed(tmp_path, "build")
    assert built.returncode == 0, built.stderr
    validated = installed(tmp_path, "validate", "source/first.xml")
    assert validated.returncode == 0, validated.stdout + validated.stderr
    page = (tmp_path / "output" / "html" / "first.html").read_text(encoding="utf-8")
    assert "Let us begin." in page
    assert (tmp_path / "schemas" / "edition.rng").is_file()
