"""Which program makes the edition: what stands for every byte of it that shows in a result."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec

from edition.resources import SCHEMAS, XSLT

_PACKAGE = os.path.dirname(os.path.dirname(__file__))
# Each by the module that is imported, and the name under which it is installed.
_LIBRARIES = {"lxml": "lxml", "saxonche": "saxonche", "msgspec": "msgspec", "Stemmer": "pystemmer"}
# Only the TEI of new documents is made by these, and then it is the scholar's.
_SKIPPED = frozenset({"__pycache__", "gazetteer"})


@cache
def program_checksum() -> str:
    """The SHA-256 of this program, its stylesheets and schemas, and the versions of libraries."""
    digest = sha256(sys.version.encode())
    for module, library in _LIBRARIES.items():
        digest.update(release(module, library).encode())
    for folder in (_PACKAGE, str(SCHEMAS), str(XSLT)):
        for file in _files(folder):
            with open(file, "rb", buffering=0) as stream:
                data = stream.read()
            digest.update(f"{file.removeprefix(folder)} {len(data)} ".encode())
            digest.update(data)
    return digest.hexdigest()


def release(module: str, library: str) -> str:
    """The folder that an installation of *library* leaves beside its *module*, or ''.

    Its name has the version; that of the library is in small letters.
    """
    spec = find_spec(module)
    home = os.path.dirname(spec.origin) if spec is not None and spec.origin else ""
    beside = home if os.path.basename(home) != module else os.path.dirname(home)
    names = os.listdir(beside) if beside else []
    return " ".join(sorted(name for name in names if name.lower().startswith(f"{library}-")))


def _files(folder: str) -> Iterator[str]:
    """What lies in *folder* and concerns what is made, in order."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith(".") or entry.name in _SKIPPED:
            continue
        if entry.is_dir():
            yield from _files(entry.path)
        else:
            yield entry.path
