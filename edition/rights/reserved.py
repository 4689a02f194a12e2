"""What people say in words of the rights in a text: that all are kept, or what a licence asks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec

_BEFORE = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
# Between the parts of a term: nothing, a space, or a hyphen or dash.
_GAP = r"[\s\u2010-\u2015-]*"


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]


class _Known(_Words, frozen=True, forbid_unknown_fields=True):
    addresses: tuple[str, ...]
    asked: Mapping[str, tuple[str, ...]]
    allowed: _Words


def reserved(words: str, address: str = "") -> str:
    """By what of *words* or *address*, as written, all rights are kept; '' where by nothing."""
    said = _plain(words)
    for it in _known().words:
        start = said.casefold().find(_plain(it).casefold())
        if start >= 0:
            return said[start : start + len(_plain(it))]
    path = _BEFORE.sub("", address.strip()).lower()
    is_reserved = any(path.startswith(it.lower()) for it in _known().addresses)
    return address.strip() if is_reserved else ""


def asked(words: str) -> Iterator[tuple[str, str]]:
    """What *words* say that a licence asks for, as ``licences.toml`` calls it, and how they do."""
    said = _any_of(_known().allowed.words).sub(" … ", _plain(words))
    for term, ways in _known().asked.items():
        if match := _any_of(ways).search(said):
            yield term, match[0]


@cache
def _any_of(ways: tuple[str, ...]) -> re.Pattern[str]:
    """What finds one of *ways* in words; an apostrophe may be of either form."""
    parts = (
        _GAP.join(
            re.escape(part).replace(r"\*", r"\w*").replace("’", "['’]") for part in it.split()
        )
        for it in map(_plain, ways)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})\w*", re.IGNORECASE)


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split()))


@cache
def _known() -> _Known:
    data = Path(__file__).with_name("reserved.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Known)
