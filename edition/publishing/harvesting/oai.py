"""The answers to OAI-PMH 2.0 that can be written beforehand, one file for each verb.

A server of files gives them where it is told to take the verb of the query for the name of the
file (see docs/reading.md). There are no sets, no resumption and no selection by date in them. The
day of an answer is that of the newest record: a file has no clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.harvesting.site import Site, Work, add, xml

_OAI = "http://www.openarchives.org/OAI/2.0/"
_OAI_DC = f"{_OAI}oai_dc/"
_DC = "http://purl.org/dc/elements/1.1/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = f"{_OAI} {_OAI.replace('http:', 'https:')}OAI-PMH.xsd"
_SCHEMA_DC = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
BASE = "oai"


def answers(site: Site, works: Sequence[Work]) -> dict[str, bytes]:
    """The files, by path; none where nobody can be written to, or no work has a day.

    The protocol wants an address of electronic mail, and a day for each record.
    """
    dated = [work for work in works if work.reference.dated]
    if not (site.contact and dated):
        return {}
    made = {
        "Identify": _identify(site, dated),
        "ListMetadataFormats": _formats(site, dated),
        "ListSets": _sets(site, dated),
        "ListIdentifiers": _list(site, dated, "ListIdentifiers"),
        "ListRecords": _list(site, dated, "ListRecords"),
    }
    return {f"{BASE}/{verb}.xml": xml(answer) for verb, answer in made.items()}


def _answer(site: Site, works: Sequence[Work], verb: str, **asked: str) -> Element:
    names = {None: _OAI, "xsi": _XSI}
    root = etree.Element(f"{{{_OAI}}}OAI-PMH", nsmap=names)
    root.set(f"{{{_XSI}}}schemaLocation", _SCHEMA)
    newest = max(work.reference.dated for work in works)
    add(root, "responseDate", f"{newest}T00:00:00Z")
    add(root, "request", site.at(BASE), verb=verb, **asked)
    return root


def _identify(site: Site, works: Sequence[Work]) -> Element:
    root = _answer(site, works, "Identify")
    told = add(root, "Identify")
    add(told, "repositoryName", site.name)
    add(told, "baseURL", site.at(BASE))
    add(told, "protocolVersion", "2.0")
    add(told, "adminEmail", site.contact)
    add(told, "earliestDatestamp", min(work.reference.dated for work in works))
    add(told, "deletedRecord", "no")
    add(told, "granularity", "YYYY-MM-DD")
    return root


def _formats(site: Site, works: Sequence[Work]) -> Element:
    root = _answer(site, works, "ListMetadataFormats")
    told = add(add(root, "ListMetadataFormats"), "metadataFormat")
    add(told, "metadataPrefix", "oai_dc")
    add(told, "schema", _SCHEMA_DC)
    add(told, "metadataNamespace", _OAI_DC)
    return root


def _sets(site: Site, works: Sequence[Work]) -> Element:
    root = _answer(site, works, "ListSets")
    add(root, "error", "There are no sets.", code="noSetHierarchy")
    return root


def _list(site: Site, works: Sequence[Work], verb: str) -> Element:
    root = _answer(site, works, verb, metadataPrefix="oai_dc")
    listed = add(root, verb)
    for work in works:
        if verb == "ListRecords":
            record = add(listed, "record")
            _header(record, site, work)
            _dublin_core(add(record, "metadata"), site, work)
        else:
            _header(listed, site, work)
    return root


def _header(parent: Element, site: Site, work: Work) -> None:
    header = add(parent, "header")
    add(header, "identifier", f"oai:{site.host}:{quote(work.record.name)}")
    add(header, "datestamp", work.reference.dated)


def _dublin_core(parent: Element, site: Site, work: Work) -> None:
    names = {"oai_dc": _OAI_DC, "dc": _DC}
    root = etree.SubElement(parent, f"{{{_OAI_DC}}}dc", nsmap=names)
    root.set(f"{{{_XSI}}}schemaLocation", f"{_OAI_DC} {_SCHEMA_DC}")
    reference = work.reference
    doi = f"https://doi.org/{reference.doi}" if reference.doi else ""
    told = [
        ("title", reference.title),
        *(("creator", name.name) for name in reference.authors),
        *(("contributor", name.name) for name in reference.editors),
        ("publisher", reference.publisher),
        ("date", reference.published),
        ("type", "Text"),
        *(("format", media_type) for media_type, _path in work.media()),
        ("identifier", site.at(work.page)),
        ("identifier", doi),
        ("source", reference.source_address or reference.source_publisher),
        ("language", "" if reference.language == "und" else reference.language),
        ("coverage", reference.date),
        ("coverage", reference.place),
        ("rights", reference.licence),
    ]
    for name, value in told:
        if value:
            add(root, f"{{{_DC}}}{name}", value)
