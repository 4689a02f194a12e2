"""Authorities that identify persons, places and bodies, and the form of their identifiers."""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.names.model import Identifier


class Authority(NamedTuple):
    """What ``idno`` holds: *form* of the address, and *address* for the bare *number*."""

    name: str
    form: str
    number: str
    address: str


# By the value of idno/@subtype.
AUTHORITIES = {
    "wikidata": Authority(
        "Wikidata",
        r"https?://www\.wikidata\.org/(?:entity|wiki)/Q[1-9]\d*",
        r"Q[1-9]\d*",
        "https://www.wikidata.org/entity/{}",
    ),
    "geonames": Authority(
        "GeoNames",
        r"https?://(?:www|sws)\.geonames\.org/[1-9]\d*(?:/\S*)?",
        r"[1-9]\d*",
        "https://www.geonames.org/{}/",
    ),
    "viaf": Authority(
        "VIAF", r"https?://(?:www\.)?viaf\.org/viaf/\d+/?", r"\d+", "https://viaf.org/viaf/{}"
    ),
    "gnd": Authority(
        "GND", r"https?://d-nb\.info/gnd/[\d-]+X?", r"[\d-]+X?", "https://d-nb.info/gnd/{}"
    ),
    "orcid": Authority(
        "ORCID",
        r"https?://orcid\.org/(?:\d{4}-){3}\d{3}[\dX]",
        r"(?:\d{4}-){3}\d{3}[\dX]",
        "https://orcid.org/{}",
    ),
    "isni": Authority(
        "ISNI",
        r"https?://(?:www\.)?isni\.org/(?:isni/)?\d{15}[\dX]",
        r"\d{15}[\dX]",
        "https://isni.org/isni/{}",
    ),
    "ror": Authority(
        "ROR", r"https?://ror\.org/0[0-9a-z]{8}", r"0[0-9a-z]{8}", "https://ror.org/{}"
    ),
}


def fault(identifier: Identifier) -> str:
    """How *identifier* should look, by its authority; '' where it does, or none is known."""
    authority = AUTHORITIES.get(identifier.type)
    if authority is None or re.fullmatch(authority.form, identifier.value):
        return ""
    return authority.address.format("…")


def in_full(identifier: Identifier) -> Identifier:
    """*identifier* with the type as ``idno/@subtype`` and a bare number as an address."""
    if identifier.type in AUTHORITIES and identifier.value.startswith("http"):
        return identifier
    kind = identifier.type.strip().lower()
    authority, value = AUTHORITIES.get(kind), identifier.value.strip()
    if authority is None:
        return Identifier(identifier.type.strip(), value)
    if re.fullmatch(authority.number, value):
        value = authority.address.format(value)
    return Identifier(kind, value)
