"""Prove that a page, a TEI file and a source have one text: print the SHA-256 of each.

    python3 fidelity.py PAGE.html TEI.xml [SOURCE.txt]

Nothing but Python 3.9 is needed, and nothing of the program that made the page. A text is
taken without white space and without characters that XML cannot hold, in UTF-8:

- of the page, and of its other parts beside it (PAGE..2.html, …), article without what has the
  attribute data-added;
- of the TEI file, text without what an editor put in, and without footnotes;
- of the source, which is plain text in UTF-8, the lines that the header of the TEI file does not
  record as omitted.

Ends with 1 where they are not the same. The checksum of the source as it lies there is printed too.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable

HTML, TEI = "{http://www.w3.org/1999/xhtml}", "{http://www.tei-c.org/ns/1.0}"
PUT_IN = {TEI + name for name in ("corr", "reg", "expan", "supplied", "add", "ex", "rdg")}
# Types of notes of the program's own; another in running text may be a footnote by @n or @place.
OWN_NOTES = ("speaker", "summary", "pullquote", "editorial")
FOOT = {"foot", "end", "bottom", "margin"}
BLOCKS = "text front titlePage docTitle argument body back group div u sp lg list table row"
CONTAINERS = {TEI + name for name in BLOCKS.split()}
OMITTED = f".//{TEI}samplingDecl/{TEI}ab[@type='omitted']"


def checksum(text: str) -> str:
    """The SHA-256 of *text* without white space."""
    text = re.sub("[\x00-\x20\u00a0\ufffe\uffff]", "", text)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def text_of(
    element: ET.Element, is_left_out: Callable[[ET.Element, str], bool], parent: str = ""
) -> str:
    """All text in *element*, in one called *parent*, but for what is in elements left out."""
    if is_left_out(element, parent):
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [text_of(child, is_left_out, element.tag), child.tail or ""]
    return "".join(parts)


def is_put_in(element: ET.Element, parent: str) -> bool:
    """Whether an editor put *element* into the TEI file, or it is a footnote."""
    if element.tag != TEI + "note":
        return element.tag in PUT_IN
    kind, place = element.get("type"), set(element.get("place", "").split())
    if kind == "annotation" or kind in OWN_NOTES or parent in CONTAINERS:
        return kind == "annotation"
    return element.get("n") is not None or bool(place & FOOT)


def is_added(element: ET.Element, _parent: str) -> bool:
    """Whether the page has *element* beside the words of the text."""
    return element.get("data-added") is not None


def text_of_page(page: str) -> str:
    """The text of the file *page*, and of those that go on with it."""
    stem, ending = os.path.splitext(page)
    text, number = "", 1
    while number == 1 or os.path.exists(page):
        text += text_of(next(ET.parse(page).iter(HTML + "article")), is_added)
        number += 1
        page = f"{stem}..{number}{ending}"
    return text


def main(page: str, tei: str, source: str | None = None) -> bool:
    """Print the checksums of the files; True where those of the texts differ."""
    encoded = ET.parse(tei).getroot()
    texts = {
        page: text_of_page(page),
        tei: text_of(next(encoded.iter(TEI + "text")), is_put_in),
    }
    if source:
        with open(source, "rb") as file:
            data = file.read()
        print(hashlib.sha256(data).hexdigest(), source, "(the file)")
        lines = re.split("\r\n|\r|\n", data.decode("utf-8-sig"))
        for line in encoded.iterfind(OMITTED):
            lines[int(line.get("n", "")) - 1] = ""
        texts[source] = "\n".join(lines)
    checksums = {name: checksum(text) for name, text in texts.items()}
    for name, value in checksums.items():
        print(value, name, "(the text)")
    return len(set(checksums.values())) > 1


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
