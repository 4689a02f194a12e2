"""An entry of the whole edition, as what tells of all entries sees it."""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import _Element as Element


class Named(NamedTuple):
    """An entry, its identifier, its page, how often and in how many documents it is named.

    *page* is a path below ``output/``.
    """

    key: str
    entry: Element
    page: str
    mentions: int
    documents: int
