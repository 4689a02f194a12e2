"""TEI by another schema than this edition's: corpora of parliaments, plays, whatever there is.

Such a file is not measured by rules it never followed. That it is well-formed is known when it is
parsed; what is looked for here is what readers would trip over: links that lead nowhere, and
identifiers that are there twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element
from lxml.etree import _ProcessingInstruction as Instruction

from edition.checking.description import finding_at
from edition.checking.relaxng import check_grammar
from edition.diagnostic import Diagnostic, EditionError, diagnostic
from edition.resources import SCHEMAS
from edition.tei.document import Document
from edition.tei.vocabulary import XML_ID, local, tei

_HREF = re.compile(r"""\bhref\s*=\s*(["'])(.*?)\1""")
_OWN_SCHEMA = re.compile(r"(?:^|/)edition\.(?:rng|sch)$")
_APPLICATION = "/".join(map(tei, ["teiHeader", "encodingDesc", "appInfo", "application"]))
# What a text of other making has, and one of this edition's never.
_OF_OTHERS = frozenset(
    map(tei, ["sp", "stage", "castList", "s", "w", "pc", "ab", "annotationBlock"])
)
# Point to what corpora keep in a file for all their parts: people, categories, units of the text.
_OF_CORPUS = frozenset({"who", "ana", "corresp", "decls", "resp", "toWhom"})
# What begins with # and points nowhere by its nature.
_OF_PATTERNS = frozenset({"match", "matchPattern", "replacementPattern"})
_NO_POINTERS = _OF_PATTERNS | frozenset(
    {"n", "key", "assertedValue", "use", "lemma", "msd", "rend", "style", "color"}
)


class _Lost(NamedTuple):
    """Pointers of one attribute: how many there are, and those that lead nowhere."""

    all: int
    lost: list[tuple[Element, str]]


def recognised(document: Document, *, has_source: bool) -> Diagnostic | None:
    """The finding that *document* is of other making (O001, O002); None where it is of this.

    It is of this edition if it names its schema, or the program in the header. It is of other
    making if it names another schema, has elements that this edition has no use for, or if it says
    nothing, is not valid here, and no transcript says whose it is (*has_source*).
    Raises FileAccessError where the schema cannot be read.
    """
    root = document.root
    if root.tag != tei("TEI"):
        return None
    if sign := sign_of_others(root):
        return finding_at(document, root, "O001", sign=sign)
    says_nothing = not has_source and not _is_of_this_edition(root)
    if says_nothing and check_grammar(document, SCHEMAS / "edition.rng"):
        return finding_at(document, root, "O002")
    return None


def refuse_corpus(document: Document) -> None:
    """Raise EditionError (O006) where *document* is a ``teiCorpus``: many documents, or a root."""
    if document.root.tag == tei("teiCorpus"):
        raise EditionError(finding_at(document, document.root, "O006"))


def sign_of_others(root: Element) -> str:
    """What tells that the TEI file with *root* is of other making; '' where nothing does."""
    if _is_of_this_edition(root):
        return ""
    if schema := next(_schemas(root), ""):
        return f"it names the schema {schema}"
    text = root.find(tei("text"))
    other = next(text.iter(*_OF_OTHERS), None) if text is not None else None
    if other is not None:
        return f"it has <{local(str(other.tag))}>"
    return "it is of ParlaMint" if root.get(XML_ID, "").startswith("ParlaMint") else ""


def _is_of_this_edition(root: Element) -> bool:
    return any(_OWN_SCHEMA.search(href) for href in _schemas(root)) or _is_made_here(root)


def check_foreign(document: Document) -> list[Diagnostic]:
    """Links that lead nowhere in *document* (O003, O004), identifiers there twice (O005).

    One finding tells all of an attribute, at the first: some corpora have ten thousand.
    """
    known: dict[str, Element] = {}
    twice: Counter[str] = Counter()
    elements: dict[str, Element] = {}
    for element in document.root.iter(etree.Element):
        if identifier := element.get(XML_ID):
            if identifier in known:
                twice[identifier] += 1
                elements.setdefault(identifier, element)
            known.setdefault(identifier, element)
    found = [
        diagnostic(
            "O005", document.place(elements[name]), id=name, xml_id=name, count=twice[name] + 1
        )
        for name in twice
    ]
    return found + list(_lost_links(document, known))


def _schemas(root: Element) -> Iterator[str]:
    """The addresses of the schemas that the file names."""
    for node in root.itersiblings(preceding=True):
        is_model = isinstance(node, Instruction) and node.target == "xml-model"
        if is_model and (said := _HREF.search(node.text or "")):
            yield said[2]


def _is_made_here(root: Element) -> bool:
    return any(it.get("ident") == "edition" for it in root.iterfind(_APPLICATION))


def _lost_links(document: Document, known: dict[str, Element]) -> Iterator[Diagnostic]:
    for name, found in _pointers(document.root, known).items():
        if not found.lost:
            continue
        element, pointer = found.lost[0]
        is_elsewhere = name in _OF_CORPUS and len(found.lost) == found.all
        yield finding_at(
            document,
            element,
            "O004" if is_elsewhere else "O003",
            name=name,
            pointer=pointer,
            count=len(found.lost),
            all=found.all,
        )


def _pointers(root: Element, known: dict[str, Element]) -> dict[str, _Lost]:
    """The pointers into this file, by attribute."""
    found: dict[str, _Lost] = {}
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if "#" not in value or name in _NO_POINTERS:
                continue
            of_name = found.get(name, _Lost(0, []))
            pointers = [
                one
                for one in str(value).split()
                if one.startswith("#") and (one[1:] in known or _may_be_identifier(one[1:]))
            ]
            lost = [(element, one) for one in pointers if one[1:] not in known]
            of_name.lost.extend(lost)
            found[str(name)] = of_name._replace(all=of_name.all + len(pointers))
    return found


def _may_be_identifier(word: str) -> bool:
    """Whether *word* is a name (NCName): not ``xpath(//p[1])``, ``string-range(a,0,2)``, ``$1``."""
    try:
        etree.QName(None, word)
    except ValueError:
        return False
    return ":" not in word
