"""The prefix that the tags of a file have."""

from __future__ import annotations

import re

_ROOT = re.compile(r"<(?:(\w[\w.-]*):)?TEI\b")
_NAME = re.compile(r"(</?)(?=[A-Za-z_][\w.-]*[\s/>])")


def prefix_of(text: str) -> str:
    """The prefix of the element ``TEI`` in the file *text*; '' if it has none."""
    root = _ROOT.search(text)
    return (root and root[1]) or ""


def with_prefix(text: str, prefix: str) -> str:
    """The encoding *text*, whose elements have no prefix, with *prefix* for all of them."""
    if not prefix:
        return text
    return _NAME.sub(rf"\1{prefix}:", text).replace("xmlns=", f"xmlns:{prefix}=", 1)
