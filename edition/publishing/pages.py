"""Pages of no single document: a stylesheet makes of what was gathered a list of them, as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.transformation import transformed
from edition.tei.document import parse

Page = tuple[str, str]  # its address, seen from the folder of pages, and its HTML


def made_pages(
    stylesheet: Path, gathered: Element, **parameters: str | int | bool
) -> Iterator[Page]:
    """The pages that *stylesheet* makes of *gathered*. Raises EditionError (P003, P004)."""
    document = parse(etree.tostring(gathered, encoding="UTF-8"), str(gathered.tag))
    for page in msgspec.json.decode(transformed(stylesheet, document, **parameters).text):
        yield page["address"], page["html"] + "\n"


def part_address(address: str, n: int) -> str:
    """Where part *n*, from 1, of a long page is whose first part is at *address*."""
    return address if n == 1 else f"{address.removesuffix('.html')}..{n}.html"
