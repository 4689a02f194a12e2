"""Start tags as they are written, with other attributes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape  # xml.sax.saxutils imports a web client

_ATTRIBUTE = re.compile(r"""\s+([^\s=>/]+)\s*=\s*("[^"]*"|'[^']*')""")
_TAG_END = re.compile(r"\s*/?>\Z")


def with_attributes(tag: str, changed: Mapping[str, str | None]) -> str:
    """*tag* with the values that *changed* gives its attributes; None takes one out.

    The others stay as they are written; those it does not have yet come last.
    """
    lacking = dict(changed)

    def new(match: re.Match[str]) -> str:
        name = match[1]
        if name not in changed:
            return match[0]
        lacking.pop(name)
        return _written(name, changed[name])

    written = _ATTRIBUTE.sub(new, tag)
    closing = _TAG_END.search(written)
    at = closing.start() if closing else len(written)
    added = "".join(_written(name, value) for name, value in lacking.items())
    return written[:at] + added + written[at:]


def _written(name: str, value: str | None) -> str:
    return "" if value is None else f' {name}="{escape(value)}"'


def names_of_attributes(tag: str) -> list[str]:
    """The names of the attributes in the start tag *tag*, as they are written."""
    return [found[1] for found in _ATTRIBUTE.finditer(tag)]
