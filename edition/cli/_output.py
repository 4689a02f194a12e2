"""Where a command is told to write."""

from __future__ import annotations

import os
from pathlib import Path

import click


def in_existing_folder(_ctx: object, _option: object, value: str | None) -> Path | None:
    """Where to write. Raises click.BadParameter where its folder, misspelt maybe, is missing."""
    if value is None:
        return None
    folder = value if value.endswith(("/", os.sep)) else os.path.dirname(value)
    if folder and not os.path.isdir(folder):
        name = click.format_filename(folder)
        raise click.BadParameter(f"there is no folder {name}. Make it first.")
    return Path(value)
