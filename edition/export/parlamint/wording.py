"""What ParlaMint calls things, and the sentences of its headers: data, in ``wording.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def wording() -> Mapping[str, Any]:
    """The tables of ``wording.toml``."""
    return tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))
