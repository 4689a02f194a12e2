"""jing, the second opinion: one Java process for many files."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

TEI_ALL = Path(__file__).parents[3] / "shared" / "schemas" / "tei_all.rng"

needs_jing = pytest.mark.skipif(
    shutil.which("jing") is None,
    reason="needs jing and Java: apt-get install jing",
)
needs_tei_all = pytest.mark.skipif(
    not TEI_ALL.is_file(),
    reason="needs ../shared/schemas/tei_all.rng: the RelaxNG of TEI All 4.12.0, from tei-c.org",
)


def refused(schema: Path, files: Iterable[Path]) -> dict[str, str]:
    """The first message for each of *files* that jing refuses, by file name."""
    names = [str(file) for file in files]
    run = subprocess.run(
        ["jing", str(schema), *names], capture_output=True, text=True, check=False, timeout=120
    )
    found: dict[str, str] = {}
    for line in run.stdout.splitlines():
        match = re.match(r"(.+?):(\d+:\d+: (?:error|fatal): .*)", line)
        assert match is not None, line
        found.setdefault(Path(match[1]).name, match[2])
    assert run.returncode == (1 if found else 0), run.stdout + run.stderr
    return found
