"""What is known of a file as something published: its DOI, its version, and what it says."""

from __future__ import annotations

from copy import deepcopy
from hashlib import sha256

from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import EditionError, diagnostic
from edition.tei.editing import Edit, Editing
from edition.tei.vocabulary import tei

_FILE = f"{tei('teiHeader')}/{tei('fileDesc')}"
_STATEMENT = f"{_FILE}/{tei('publicationStmt')}"
# In the order of the schema: an identifier stands after the last of these.
_BEFORE = tuple(map(tei, ("publisher", "pubPlace", "date", "idno")))
# What is new in every version, whether anything else is or not.
_OF_VERSION = (
    f"{_STATEMENT}/{tei('idno')}[@type='DOI']",
    f"{_STATEMENT}/{tei('date')}",
    f"{_FILE}/{tei('editionStmt')}",
    f"{tei('teiHeader')}/{tei('revisionDesc')}",
)


def doi_of(root: Element) -> str:
    """The DOI under which the TEI element *root* is or will be published, or ''."""
    found = root.find(f"{_STATEMENT}/{tei('idno')}[@type='DOI']")
    return "" if found is None else (found.text or "").strip()


def version_of(root: Element) -> str:
    """The number of the version of *root*, or ''."""
    found = root.find(f"{_FILE}/{tei('editionStmt')}/{tei('edition')}")
    return "" if found is None else found.get("n", "").strip()


def title_of(root: Element) -> str:
    """The main title in the header of *root*, on one line; or ''."""
    titles = root.findall(f"{_FILE}/{tei('titleStmt')}/{tei('title')}")
    titles.sort(key=lambda title: title.get("type") != "main")
    return " ".join("".join(titles[0].itertext(with_tail=False)).split()) if titles else ""


def content_of(root: Element) -> str:
    """A checksum of all that *root* says, but for what is new in every version.

    Spaces between elements, comments and instructions count; how a tag is written does not.
    """
    rest = deepcopy(root)
    for path in _OF_VERSION:
        for element in rest.findall(path):
            _take_out(element)
    return sha256(etree.tostring(rest, method="c14n2", with_comments=False)).hexdigest()


def with_doi(file: Editing, doi: str, before: str = "") -> bytes:
    """The bytes of *file* with *doi* as its DOI, in the place of the DOI *before*.

    All other bytes stay. Raises EditionError: U010 where it has yet another DOI, U011 where its
    ``publicationStmt`` has no room for one.
    """
    there = doi_of(file.root)
    if there == doi:
        return file.data
    statement = file.root.find(_STATEMENT)
    if there and there != before:
        place = file.document.place(file.root if statement is None else statement)
        raise EditionError(diagnostic("U010", place, there=there, doi=doi))
    return file.edited([_doi_put(file, statement, doi)])


def _doi_put(file: Editing, statement: Element | None, doi: str) -> Edit:
    if statement is not None:
        written = statement.find(f"{tei('idno')}[@type='DOI']")
        if written is not None and file.is_open(written):
            return file.with_text(written, doi)
        last = [child for child in statement if child.tag in _BEFORE]
        if last and file.is_open(statement):
            prefix = file.prefix(last[-1])
            return file.after(last[-1], [f'<{prefix}idno type="DOI">{doi}</{prefix}idno>'])
    place = file.document.place(file.root if statement is None else statement)
    raise EditionError(diagnostic("U011", place))


def _take_out(element: Element) -> None:
    """Remove *element* with the space before it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = element.tail
    else:
        parent.text = element.tail
    parent.remove(element)
