"""A project under git: whether it merges TEI files as an edition, not as lines."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.examination.looked import Looked

_DRIVER = "edition"


def look_at_versions(folder: Path) -> Iterator[Looked]:
    """Look at the repository of git in which *folder* lies, if there are both."""
    if _git(folder, "rev-parse", "--is-inside-work-tree") == "true":
        findings = tuple(_findings(folder))
        found = "TEI files by edition" if not findings else "TEI files by lines"
        yield Looked("merging", found, findings)


def _findings(folder: Path) -> Iterator[Diagnostic]:
    place = Place(str(folder / ".gitattributes"))
    wanted = _git(folder, "check-attr", "merge", "--", "source/a.xml").rpartition(": ")[2]
    driver = _git(folder, "config", "--get", f"merge.{_DRIVER}.driver")
    if wanted != _DRIVER and not driver:
        yield diagnostic("H010", place)
    elif wanted != _DRIVER:
        yield diagnostic("H011", place, reason="no line of .gitattributes asks for it")
    elif not driver:
        yield diagnostic("H011", place, reason="no merge.edition.driver is in the settings of git")
    elif shutil.which(driver.split()[0]) is None:
        yield diagnostic("H011", place, reason=f"there is no command {driver.split()[0]}")


def _git(folder: Path, *arguments: str) -> str:
    """What git says to *arguments* in *folder*; '' where it refuses, or is not there."""
    git = shutil.which("git")
    if git is None:
        return ""
    done = subprocess.run(  # noqa: S603
        [git, "-C", str(folder), *arguments],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.stdout.strip() if done.returncode == 0 else ""
