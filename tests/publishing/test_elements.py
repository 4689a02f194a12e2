"""The stylesheets know the elements of the schema, and no others."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from edition.resources import SCHEMAS, XSLT
from tests.publishing.reading import TEI

XSL = "{http://www.w3.org/1999/XSL/Transform}"
SHEETS = sorted(
    path
    for room in ("html", "text")
    for path in (XSLT / room).glob("*.xsl")
    if path.stem != "index"
)
KNOWN = {
    str(spec.get("ident"))
    for spec in etree.parse(SCHEMAS / "edition.odd").iter(f"{TEI}elementSpec")
}


def names(pattern: str) -> set[str]:
    """The elements that a match *pattern* names."""
    bare = re.sub(r"'[^']*'|[\w:-]+\(|@[\w:]+|[\w-]+::|\b(and|or|not)\b", " ", pattern)
    return set(re.findall(r"[A-Za-z]\w*", bare))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_template_is_for_an_element_of_the_schema(sheet: object) -> None:
    patterns = [str(it.get("match", "")) for it in etree.parse(str(sheet)).iter(f"{XSL}template")]
    assert set().union(*map(names, patterns)) - KNOWN == set()
