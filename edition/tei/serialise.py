"""The one way in which a TEI tree is written: stable, and a paragraph a line for good diffs."""

from __future__ import annotations

from html import escape  # xml.sax.saxutils imports a web client

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.vocabulary import TEI_NAMESPACE, local, tei

# Elements whose children each stand on a line of their own; all others keep their content as it is.
_STRUCTURE = """
TEI teiCorpus teiHeader fileDesc titleStmt editionStmt extent publicationStmt availability licence
respStmt editor sourceDesc bibl encodingDesc projectDesc samplingDecl editorialDecl correction
normalization quotation hyphenation segmentation interpretation stdVals tagsDecl namespace
classDecl taxonomy category appInfo application profileDesc langUsage particDesc listPerson
person listOrg org listPlace place listEvent event listRelation listBibl settingDesc
setting revisionDesc listChange text front titlePage argument body back div u standOff
certainty timeline list table row lg
"""
STRUCTURE = frozenset(map(tei, _STRUCTURE.split()))
# Where they stand inside a line of text they are part of it.
_INLINE_TOO = frozenset(map(tei, ["list", "table", "lg", "bibl"]))
_MODELS = (
    ("edition.rng", "http://relaxng.org/ns/structure/1.0"),
    ("edition.sch", "http://purl.oclc.org/dsdl/schematron"),
)


def serialise(root: Element, schemas: str | None) -> bytes:
    """*root* as UTF-8 bytes with LF line ends and a final one; *root*'s white space is changed.

    *schemas* is the relative address of the folder with the schemas, for ``xml-model``; with
    None the file names no schema.
    """
    _lay_out(root, "\n", in_line=False)
    root.tail = None
    head = ['<?xml version="1.0" encoding="UTF-8"?>']
    if schemas is not None:
        head += [
            f'<?xml-model href="{schemas}/{name}" type="application/xml" schematypens="{space}"?>'
            for name, space in _MODELS
        ]
    return b"%s\n%s\n" % ("\n".join(head).encode(), etree.tostring(root, encoding="utf-8"))


def new_root() -> Element:
    """An empty ``TEI`` element with TEI as the default namespace."""
    return etree.Element(tei("TEI"), nsmap={None: TEI_NAMESPACE})


def markup(made: Element, prefix: str) -> str:
    """*made*, which has either text or elements in it, on one line.

    *prefix* goes before the names of elements.
    """
    start, end = tags(made, prefix)
    inner = "".join([markup(child, prefix) for child in made])
    return start + escape(made.text or "", quote=False) + inner + end


def tags(made: Element, prefix: str) -> tuple[str, str]:
    """The start tag and the end tag of *made*."""
    name = prefix + local(str(made.tag))
    attributes = "".join(f' {local(str(k))}="{escape(str(v))}"' for k, v in made.items())
    return f"<{name}{attributes}>", f"</{name}>"


def _lay_out(element: Element, newline: str, *, in_line: bool) -> None:
    """Set the white space inside *element*; *newline* is a line end and its indentation."""
    structural = element.tag in STRUCTURE and not (in_line and element.tag in _INLINE_TOO)
    if not structural or (element.text or "").strip() or not len(element):
        for child in element:
            if len(child):
                _lay_out(child, newline, in_line=True)
        return
    inner = newline + "  "
    element.text = inner
    for child in element:
        if len(child):
            _lay_out(child, inner, in_line=False)
        child.tail = inner
    element[-1].tail = newline
