"""Pages of every kind, as the Nu Html Checker reads them: a second opinion beside html5lib."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from edition.project.building import build
from edition.project.folder import Project
from edition.publishing.document import publish
from edition.resources import SCHEMAS
from tests.publishing.others import play, sitting, tokens
from tests.publishing.sample import large, sample
from tests.small_edition import write_small_edition

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command of the checker."""
    jar = os.environ.get("VNU_JAR", "")
    if Path(jar).is_file() and shutil.which("java"):
        return ["java", "-jar", jar]
    if vnu := shutil.which("vnu"):
        return [vnu]
    pytest.skip("no Nu Html Checker: npm install vnu-jar, then set VNU_JAR to build/dist/vnu.jar")


def test_no_page_has_an_error(checker: list[str], tmp_path: Path) -> None:
    write_small_edition(tmp_path / "edition")
    build(Project(tmp_path / "edition"))
    pages = tmp_path / "edition" / "output" / "html"
    for number, document in enumerate([sample(), large(), sitting(), tokens(), play()]):
        page = publish(document).html
        (pages / f"other-{number}.html").write_text(page, encoding="utf-8")
    shutil.copy(SCHEMAS / "guide.html", pages / "guide.html")
    said = subprocess.run(
        [*checker, "--skip-non-html", "--errors-only", "--format", "gnu", str(pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stderr == ""
    assert said.returncode == 0
