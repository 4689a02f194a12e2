"""Whether all rights in a text are kept by somebody, by what is said of its licence."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_BEFORE = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


def reserved(words: str, address: str = "") -> str:
    """By what of *words* or *address*, as written, all rights are kept; '' where by nothing."""
    said = _plain(words)
    for it in _known()["words"]:
        start = said.casefold().find(_plain(it).casefold())
        if start >= 0:
            return said[start : start + len(_plain(it))]
    path = _BEFORE.sub("", address.strip()).lower()
    is_reserved = any(path.startswith(it.lower()) for it in _known()["addresses"])
    return address.strip() if is_reserved else ""


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split()))


@cache
def _known() -> Mapping[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("rights.toml").read_text(encoding="utf-8"))
