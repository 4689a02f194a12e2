"""Patterns of a convention, compiled when they are first needed."""

from __future__ import annotations

import re
from functools import cache

NOTHING = re.compile(r"(?!)")
"""Matches nothing, not even an empty text."""


@cache
def whole(pattern: str) -> re.Pattern[str]:
    """A pattern for a line that is *pattern*, white space around it aside; none for ''."""
    return re.compile(rf"\s*+(?:{pattern})\s*\Z") if pattern else NOTHING


def any_of(*patterns: str) -> re.Pattern[str]:
    """A pattern for each of *patterns* that is not ''."""
    inner = "|".join(filter(None, patterns))
    return re.compile(inner) if inner else NOTHING
