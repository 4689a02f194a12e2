"""The files below ``output/``, as a server finds them."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote


def read(file: Path | None) -> bytes | None:
    """The bytes of *file*; None where there is no such file, or it cannot be read."""
    try:
        return file.read_bytes() if file is not None else None
    except OSError:
        return None


def version(page: bytes | None) -> str:
    """What stands for the bytes of *page*; '' where there is no page."""
    return sha256(page).hexdigest() if page is not None else ""


def file_at(output: Path, path: str) -> Path | None:
    """The file below *output* at *path* of an address; None where there is none to be given.

    No step leads out of the folder, and no link does; what is hidden stays so.
    """
    try:
        steps = unquote(path, errors="strict").removeprefix("/").split("/")
        if any(_leads_astray(step) for step in steps):
            return None
        file = output.joinpath(*steps)
        inside = file.resolve(strict=True).is_relative_to(output.resolve(strict=True))
        return file if inside and file.is_file() else None
    except (OSError, ValueError):  # no such file, or no name of one
        return None


def _leads_astray(step: str) -> bool:
    return not step or step.startswith(".") or any(sign in step for sign in f"\\:\0{os.sep}")
