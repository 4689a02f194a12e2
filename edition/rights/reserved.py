"""What people say in words, or by an address, when they keep all rights in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from edition.rights.licences import without_scheme
from edition.rights.phrases import any_of, plain


class _Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: Mapping[str, tuple[str, ...]]
    free: Mapping[str, tuple[str, ...]]
    addresses: Mapping[str, tuple[str, ...]]


def reserved(words: str, address: str = "") -> str:
    """By what of *words* or *address*, as written, all rights are kept; '' where by nothing."""
    said = _sayings("free").sub(" … ", plain(words))
    if match := _sayings("words").search(said):
        return match[0]
    path = without_scheme(address).lower()
    is_reserved = any(path.startswith(it.lower()) for it in _known().addresses["reserved"])
    return address.strip() if is_reserved else ""


def is_left(words: str) -> bool:
    """Whether something in *words* says that no rights are kept, not all, or nobody knows."""
    return _sayings("free").search(plain(words)) is not None


def sayings(which: str) -> tuple[str, ...]:
    """The phrases, in all languages, that keep all rights (``words``) or do not (``free``)."""
    return tuple(it for ways in getattr(_known(), which).values() for it in ways)


@cache
def _sayings(which: str) -> re.Pattern[str]:
    return any_of(sayings(which))


@cache
def _known() -> _Known:
    data = Path(__file__).with_name("reserved.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Known)
