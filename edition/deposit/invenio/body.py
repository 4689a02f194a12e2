"""JSON that requests send: the same bytes that are told before they are sent."""

from __future__ import annotations

import json
from typing import Any


def encoded(body: object) -> bytes:
    """*body* as JSON."""
    return json.dumps(body, ensure_ascii=False, allow_nan=False).encode()


def new_draft(title: str) -> dict[str, Any]:
    """A new draft: enough for people to know it by; the package says the rest."""
    return {"metadata": {"title": title}, "files": {"enabled": True}}


def announced(name: str) -> list[dict[str, str]]:
    """The file *name*, which will be sent."""
    return [{"key": name}]
