"""Pages of no single document: a stylesheet makes of what was gathered a list of them, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.transformation import outcome
from edition.saxon import engine
from edition.tei.document import parse

if TYPE_CHECKING:
    from edition.saxon import Transformation

Page = tuple[str, str]  # its address, seen from the folder of pages, and its HTML


def made_pages(
    stylesheet: Path, gathered: Iterable[Element], **parameters: str | int | bool
) -> Iterator[Page]:
    """The pages that *stylesheet* makes of each tree *gathered*. Raises EditionError (P003, P004).

    While the engine is at one tree, the next is gathered, and what came of the last is used.
    """
    sheet = engine().stylesheet(stylesheet)
    last: Transformation | None = None
    for root in gathered:
        document = parse(etree.tostring(root, encoding="UTF-8"), str(root.tag))
        begun = sheet.begin(document, **parameters)
        if last is not None:
            yield from _pages(last)
        last = begun
    if last is not None:
        yield from _pages(last)


def _pages(begun: Transformation) -> Iterator[Page]:
    for page in msgspec.json.decode(outcome(begun).text):
        yield page["address"], page["html"] + "\n"


def is_page(path: str) -> bool:
    """Whether what lies at *path* below ``output/`` is a page."""
    return path.startswith("html/") and path.endswith(".html")


def part_address(address: str, n: int) -> str:
    """Where part *n*, from 1, of a long page is whose first part is at *address*."""
    return address if n == 1 else f"{address.removesuffix('.html')}..{n}.html"


def place_of_turn(identifier: str, number: int) -> str:
    """The id that turn *number* of a text, from 1, has in its page: its own, if it has one."""
    return identifier or f"turn:{number}"
