"""Where the schemas and stylesheets lie: inside a wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / "share" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


SCHEMAS = _folder("schemas")
XSLT = _folder("xslt")
