"""JSON: what requests send, the same bytes that are told before they are sent; what comes back."""

from __future__ import annotations

import json
from typing import Any, TypeVar

import msgspec

_T = TypeVar("_T")


class NotThatError(ValueError):
    """Data are no JSON, or not that of what was asked for; its text says why."""


def decoded(data: bytes, kind: type[_T]) -> _T:
    """*data*, JSON, as a *kind*. Raises NotThatError for whatever else, also what is no UTF-8."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotThatError(str(error)) from None


def encoded(body: object) -> bytes:
    """*body* as JSON."""
    return json.dumps(body, ensure_ascii=False, allow_nan=False).encode()


def new_draft(title: str) -> dict[str, Any]:
    """A new draft: enough for people to know it by; the package says the rest."""
    return {"metadata": {"title": title}, "files": {"enabled": True}}


def announced(name: str) -> list[dict[str, str]]:
    """The file *name*, which will be sent."""
    return [{"key": name}]
