"""Sentences that every encoding says in the same words: data, in ``statements.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def statements() -> Mapping[str, Any]:
    """The fixed sentences of the header, from ``statements.toml``."""
    return tomllib.loads(Path(__file__).with_name("statements.toml").read_text(encoding="utf-8"))
