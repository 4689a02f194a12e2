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
    """The file *text* with *prefix*, or none, for all elements that have that of ``TEI``."""
    own = prefix_of(text)
    if own == prefix:
        return text
    if own:
        text = re.sub(rf"(</?){re.escape(own)}:", r"\1", text)
        text = text.replace(f"xmlns:{own}=", "xmlns=", 1)
    if not prefix:
        return text
    return _NAME.sub(rf"\1{prefix}:", text).replace("xmlns=", f"xmlns:{prefix}=", 1)
