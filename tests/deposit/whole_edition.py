"""A small edition whose headers say all that a repository wants to know."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from tests.small_edition import TRANSCRIPT

SETTINGS = """\
[edition]
title = "Meetings of committees"
version = "1.2.0"
publisher = "Example Press"
date = "2026-01-31"
contact = "edition@example.org"
licence = { name = "CC BY 4.0", target = "https://creativecommons.org/licenses/by/4.0/" }

[[editor]]
id = "jd"
name = "Jane Doe"
surname = "Doe"
orcid = "0000-0002-1825-0097"

[[editor]]
id = "ka"
name = "Kovács Anna"
surname = "Kovács"
orcid = "0000-0001-5109-3700"

[[editor]]
id = "rr"
name = "Richard Roe"
surname = "Roe"
role = "data curator"

[source]
publisher = "Chancery"
convention = "kremlin"
language = "en"

[source.licence]
name = "CC BY 4.0"
target = "https://creativecommons.org/licenses/by/4.0/"
cert = "high"
evidence = "https://example.org/terms, seen on 2026-01-02 by Jane Doe."

[transcript.first]
url = "https://example.org/first"
accessed = "2026-01-02"

[transcript.second]
url = "https://example.org/second"
accessed = "2026-01-02"
"""
EPOCH = "1767225600"  # 1 January 2026


def write_whole_edition(folder: Path) -> Path:
    """Write it into *folder*, not built yet."""
    source = folder / "source"
    source.mkdir(parents=True)
    for name in ("first", "second"):
        (source / f"{name}.txt").write_text(TRANSCRIPT.format(name=name), encoding="utf-8")
    (source / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


def run(*words: str) -> Result:
    """What ``edition`` with *words* does in the current folder; a fault of the program fails."""
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code != 70, result.output
    return result


def codes(result: Result) -> set[str]:
    """The codes of the findings that *result* tells."""
    lines = result.stderr.splitlines()
    return {line[-5:-1] for line in lines if line.endswith("]") and line[-6:-5] == "["}


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole edition, built; no test may change it."""
    folder = write_whole_edition(tmp_path_factory.mktemp("whole") / "edition")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patch.chdir(folder)
        assert run("build").exit_code == 0
    return folder


@pytest.fixture
def built(built_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the whole edition, built, in the current folder."""
    folder = Path(shutil.copytree(built_once, tmp_path / "edition"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.chdir(folder)
    return folder
