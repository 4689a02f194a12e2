"""The files that all pages share."""

from __future__ import annotations

from functools import cache

from edition.files import read_bytes
from edition.resources import XSLT

_FOLDER = XSLT / "html" / "assets"


@cache
def assets() -> dict[str, bytes]:
    """The files that lie beside the pages: relative path to bytes.

    Raises FileAccessError where the installation is damaged.
    """
    return {
        f"assets/{path.name}": read_bytes(path)
        for path in sorted(_FOLDER.iterdir())
        if path.is_file()
    }
