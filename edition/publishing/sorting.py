"""The order of names and titles."""

from __future__ import annotations

from unicodedata import combining, normalize


def folded(name: str) -> str:
    """*name* as it is sorted: accents and case only tell what is otherwise the same."""
    return "".join(it for it in normalize("NFD", name.casefold()) if not combining(it))
