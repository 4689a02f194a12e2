"""BEACON: who and what of an authority has a page here (gbv.github.io/beaconspec)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from edition.names.authorities import AUTHORITIES
from edition.publishing.harvesting.site import Site
from edition.publishing.named import Named
from edition.tei.entries import ENCODER
from edition.tei.registers import identifier_of
from edition.tei.vocabulary import tei

_OF = ("gnd", "wikidata", "viaf", "geonames")


def beacons(site: Site, entries: Iterable[Named]) -> dict[str, bytes]:
    """A file for each authority that *entries* have identifiers of, by path.

    What a program proposed and nobody has looked at is in none.
    """
    links: dict[str, set[tuple[str, int, str]]] = {name: set() for name in _OF}
    for named in entries:
        for authority, number in _identifiers(named.entry):
            links[authority].add((number, named.mentions, site.at(named.page)))
    return {
        f"beacon/{name}.txt": _beacon(site, name, lines) for name, lines in links.items() if lines
    }


def _identifiers(entry: Element) -> Iterator[tuple[str, str]]:
    """The authorities that have *entry*, and what each calls it."""
    for element in (entry, *entry.iterchildren(tei("idno"))):
        if element.get("cert") and element.get("resp") == ENCODER:
            return
    for idno in entry.iterchildren(tei("idno")):
        identifier = identifier_of(idno)
        if identifier.type in _OF:
            number = AUTHORITIES[identifier.type].number
            if match := re.search(rf"/({number})(?:/|\Z)", identifier.value):
                yield identifier.type, match[1]


def _beacon(site: Site, name: str, lines: Iterable[tuple[str, int, str]]) -> bytes:
    prefix = AUTHORITIES[name].address.removesuffix("/").removesuffix("{}")
    head = {
        "FORMAT": "BEACON",
        "PREFIX": prefix,
        "FEED": site.at(f"beacon/{name}.txt"),
        "NAME": site.title,
        "INSTITUTION": site.publisher,
        "CONTACT": site.contact,
    }
    told = [f"#{key}: {' '.join(value.split())}\n" for key, value in head.items() if value]
    links = [f"{number}|{mentions}|{page}\n" for number, mentions, page in sorted(lines)]
    return "".join([*told, "\n", *links]).encode()
