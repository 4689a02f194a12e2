"""The prefix that the tags of a file have."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    r"|<(?P<end>/?)(?:(?P<prefix>[^\s<>/!?:]+):)?(?P<name>[^\s<>/!?:]+)",
    re.DOTALL,
)


def prefix_of(text: str) -> str:
    """The prefix of the element ``TEI`` in the file *text*; '' if it has none."""
    root = _root(text)
    return (root and root["prefix"]) or ""


def with_prefix(text: str, prefix: str) -> str:
    """The file *text* with *prefix*, or none, for all elements that have that of ``TEI``."""
    root, own = _root(text), prefix_of(text)
    if root is None or own == prefix:
        return text
    new = f"{prefix}:" if prefix else ""

    def renamed(tag: re.Match[str]) -> str:
        if tag["name"] is None or (tag["prefix"] or "") != own:
            return tag.group()
        return f"<{tag['end']}{new}{tag['name']}"

    before, after = text[: root.start()], text[root.start() :]
    old = re.escape(f":{own}" if own else "")
    declared = re.compile(rf"(\sxmlns){old}(?=\s*=)")
    after = declared.sub(rf"\1{f':{prefix}' if prefix else ''}", after, count=1)
    return before + _TAG.sub(renamed, after)


def _root(text: str) -> re.Match[str] | None:
    """The tag that begins the element ``TEI``."""
    return next((tag for tag in _TAG.finditer(text) if tag["name"] == "TEI"), None)
