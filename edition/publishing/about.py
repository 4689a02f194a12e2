"""The pages about an edition: who made it, how it was checked, encoded and published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import Severity
from edition.publishing.account import Checked, Compared, Counted
from edition.publishing.elements import Example
from edition.publishing.pages import made_pages
from edition.publishing.sheets import sheet
from edition.publishing.survey import Survey
from edition.resources import ABOUT
from edition.schema.knowledge import describe, elements
from edition.settings import Settings
from edition.version import VERSION

MOST_ROWS = 200
_HASHES = ("document", "source", "sha256 of source", "sha256 of TEI", "words as in source")


KINDS = ("grammar", "fidelity", "content", "publishing", "other-tei")


def about_page(
    settings: Settings,
    counted: Iterable[Counted],
    checked: Checked,
    compared: Sequence[Compared],
    survey: Survey,
    *,
    language: str = "en",
) -> str:
    """The page about the edition. Raises EditionError (P003, P004)."""
    root = etree.Element("about", version=VERSION)
    _add_edition(root, settings)
    for it in counted:
        etree.SubElement(root, "count", key=it.key, number=str(it.number))
    _add_checked(root, checked)
    _add_compared(root, compared)
    pages = etree.SubElement(root, "survey")
    for name in survey._fields:
        value = getattr(survey, name)
        if isinstance(value, int):
            pages.set(name.replace("_", "-"), str(value))
    for path in survey.dead_on:
        etree.SubElement(pages, "dead", page=path)
    ((_address, html),) = made_pages(ABOUT, [root], language=language)
    return html


def elements_page(
    counts: Mapping[str, int],
    found: Mapping[str, Example],
    guide: Mapping[str, str],
    *,
    language: str = "en",
) -> str:
    """The page of the elements used: *counts*, an example and the page in the *guide*, by name."""
    root = etree.Element("elements")
    known = [name for name in elements() if name in counts]
    for name in [*known, *sorted(counts.keys() - set(known))]:
        element = etree.SubElement(root, "element", name=name, count=str(counts[name]))
        if name in known:
            told = describe(name)
            element.attrib.update({"gloss": told.gloss, "said": told.description})
            element.set("guide", guide[name])
        if name in found:
            element.attrib.update({"page": found[name].page, "markup": found[name].markup})
    ((_address, html),) = made_pages(ABOUT, [root], language=language)
    return html


def compared_table(compared: Iterable[Compared]) -> bytes:
    """Documents and their sources, with checksums, as CSV."""
    said = {True: "yes", False: "no", None: ""}
    return sheet(
        _HASHES,
        ((it.name, it.source, it.source_sum, it.tei_sum, said[it.agrees]) for it in compared),
    )


def _add_edition(root: Element, settings: Settings) -> None:
    edition = settings.edition
    facts = etree.SubElement(root, "edition")
    for name in ("title", "version", "publisher", "date", "url"):
        facts.set(name, getattr(edition, name))
    licences = {"licence": edition.licence, "source-licence": settings.source.licence}
    for name, licence in licences.items():
        if licence is not None:
            etree.SubElement(facts, name, name=licence.name, target=licence.target)
    facts.set("source", settings.source.publisher)
    for editor in settings.editors:
        element = etree.SubElement(facts, "editor", name=editor.name, role=editor.role)
        element.set("address", editor.reference)


def _add_checked(root: Element, checked: Checked) -> None:
    element = etree.SubElement(root, "checked", documents=str(checked.documents))
    element.set("ignored", str(checked.ignored))
    for kind in KINDS:
        row = etree.SubElement(element, "kind", name=kind)
        for severity in Severity:
            row.set(severity.value, str(checked.findings.get((kind, severity), 0)))


def _add_compared(root: Element, compared: Sequence[Compared]) -> None:
    element = etree.SubElement(root, "compared", total=str(len(compared)))
    for name, verdict in (("agree", True), ("differ", False), ("without", None)):
        element.set(name, str(sum(it.agrees is verdict for it in compared)))
    for it in compared[:MOST_ROWS]:
        row = etree.SubElement(element, "document", title=it.title, page=it.page)
        row.attrib.update({"source": it.source, "source-sum": it.source_sum, "tei-sum": it.tei_sum})
        row.set("agrees", {True: "yes", False: "no", None: ""}[it.agrees])
