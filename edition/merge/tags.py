"""Tags as they are written, with other attributes or another prefix."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

_ATTRIBUTE = re.compile(r"""\s+([^\s=>/]+)\s*=\s*("[^"]*"|'[^']*')""")
_ROOT = re.compile(r"<(?:(\w[\w.-]*):)?TEI\b")
_NAME = re.compile(r"(</?)(?=[A-Za-z_][\w.-]*[\s/>])")
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


def prefix_of(text: str) -> str:
    """The prefix of the element ``TEI`` in the file *text*; '' if it has none."""
    root = _ROOT.search(text)
    return (root and root[1]) or ""


def with_prefix(text: str, prefix: str) -> str:
    """The encoding *text*, whose elements have no prefix, with *prefix* for all of them."""
    if not prefix:
        return text
    return _NAME.sub(rf"\1{prefix}:", text).replace("xmlns=", f"xmlns:{prefix}=", 1)
