"""The machine: Python, the packages that are needed, the engine, the terminal, git."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import metadata

from edition.diagnostic import Place, diagnostic
from edition.examination.looked import Looked
from edition.export.parquet import missing_for_parquet
from edition.publishing.laying_out import missing_for_pdf
from edition.publishing.search.pagefind import missing_for_pagefind
from edition.resources import RULES
from edition.saxon import Engine, EngineError
from edition.tei.document import parse
from edition.tei.vocabulary import TEI_NAMESPACE
from edition.version import VERSION

_NEED = re.compile(r"([A-Za-z0-9._-]+)\s*>=\s*([0-9.]+)\s*\Z")
_IN_MESSAGES = "“é”–Ж…"
_SMALL = f'<TEI xmlns="{TEI_NAMESPACE}"/>'.encode()


def look_at_machine() -> Iterator[Looked]:
    """Look at what the program needs of the machine. Nothing is raised."""
    yield Looked("edition", VERSION)
    yield _python()
    for requirement in _requirements():
        yield package(*requirement)
    yield extra("PDF", missing_for_pdf(), "weasyprint", "--pdf and pdf = true")
    yield extra("Pagefind", missing_for_pagefind(), "pagefind", "pagefind = true")
    yield extra("Parquet", missing_for_parquet(), "pyarrow", "export parquet")
    yield saxon()
    yield terminal(sys.stdout.encoding if sys.stdout is not None else "")
    yield _git()


def _python() -> Looked:
    found, wanted = platform.python_version(), _least_python()
    where = f"{found} ({sys.executable})"
    if not _is_older(found, wanted):
        return Looked("Python", where)
    old = diagnostic("H001", Place(sys.executable), found=found, wanted=wanted)
    return Looked("Python", where, (old,))


def package(name: str, wanted: str) -> Looked:
    """Look whether the package *name* is there, in the version *wanted* or a newer one."""
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        missing = diagnostic("H002", Place(name), name=name, found="missing", wanted=wanted)
        return Looked(name, "missing", (missing,))
    if not _is_older(found, wanted):
        return Looked(name, found)
    old = diagnostic("H002", Place(name), name=name, found=found, wanted=wanted)
    return Looked(name, found, (old,))


def extra(name: str, missing: str, distribution: str, used_by: str) -> Looked:
    """Say whether the extra *name* is there, or why it is *missing*; only *used_by* needs it.

    *used_by* are options and settings, *distribution* is the package that has what they use.
    """
    if not missing:
        found = _named_with_version(distribution) or "here"
        return Looked(name, f"{found}, for {used_by}")
    wanted = f'pip install "edition[{name.lower()}]"'
    return Looked(name, f"not here ({missing}); needed for {used_by} only: {wanted}")


def _named_with_version(distribution: str) -> str:
    """The name of *distribution* with its version; '' where it was not installed as a package."""
    try:
        return f"{distribution} {metadata.version(distribution)}"
    except metadata.PackageNotFoundError:
        return ""


def saxon() -> Looked:
    """Start an engine, let it apply a stylesheet, and say how long that took."""
    engine = Engine()
    started = time.monotonic()
    try:
        engine.stylesheet(RULES).transform(parse(_SMALL, "small"))
    except EngineError as error:
        failed = diagnostic("H003", Place("Saxon"), reason=str(error))
        return Looked("Saxon", "does not start", (failed,))
    finally:
        engine.close()
    return Looked("Saxon", f"starts and answers in {time.monotonic() - started:.1f} s")


def terminal(encoding: str) -> Looked:
    """Look whether what the program says can be printed in *encoding*."""
    try:
        _IN_MESSAGES.encode(encoding)
    except (LookupError, UnicodeError):
        odd = diagnostic("H004", Place("terminal"), encoding=encoding or "not known")
        return Looked("terminal", encoding, (odd,))
    return Looked("terminal", encoding)


def _git() -> Looked:
    git = shutil.which("git")
    if git is None:
        return Looked("git", "missing", (diagnostic("H005", Place("git")),))
    done = subprocess.run([git, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    return Looked("git", done.stdout.strip().removeprefix("git version "))


def _requirements() -> list[tuple[str, str]]:
    """The packages that the program needs, each with its least version."""
    try:
        written = metadata.requires("edition") or []
    except metadata.PackageNotFoundError:  # run from a checkout that nobody installed
        return []
    return [(match[1], match[2]) for one in written if (match := _NEED.match(one))]


def _least_python() -> str:
    try:
        return metadata.metadata("edition")["Requires-Python"].removeprefix(">=")
    except (metadata.PackageNotFoundError, KeyError, AttributeError):
        return "0"


def _is_older(found: str, wanted: str) -> bool:
    """Whether the version *found* comes before the version *wanted*."""
    return _numbers(found) < _numbers(wanted)


def _numbers(version: str) -> list[int]:
    """The numbers with which *version* begins: 3, 12 and 0 of 3.12.0rc1."""
    begin = re.match(r"[0-9]+(?:\.[0-9]+)*", version)
    return [int(number) for number in begin[0].split(".")] if begin else []
