"""Identifiers of entries, and of authorities."""

from __future__ import annotations

import pytest

from edition.names.authorities import AUTHORITIES, fault, in_full
from edition.names.identifiers import from_name
from edition.names.model import Identifier, Kind

SOUND = {
    "wikidata": "https://www.wikidata.org/entity/Q7243",
    "geonames": "https://www.geonames.org/498817/",
    "viaf": "https://viaf.org/viaf/96987389",
    "gnd": "https://d-nb.info/gnd/118623338",
    "orcid": "https://orcid.org/0000-0002-1825-0097",
    "isni": "https://isni.org/isni/0000000121210187",
    "ror": "https://ror.org/05hppb561",
}


@pytest.mark.parametrize(
    ("name", "kind", "identifier"),
    [
        ("Vladimir Putin", Kind.PERSON, "VladimirPutin"),
        ("Zoé Loś-Müller", Kind.PERSON, "ZoeLosMuller"),
        ("Łukasz Żółkiewski", Kind.PERSON, "ŁukaszZołkiewski"),
        ("…", Kind.PLACE, "Place"),
        ("101st Regiment", Kind.ORG, "Org101stRegiment"),
        ("u2", Kind.ORG, "Orgu2"),
        ("Taken", Kind.PERSON, "Taken3"),
    ],
)
def test_an_identifier_is_made_of_the_name(name: str, kind: Kind, identifier: str) -> None:
    assert from_name(name, kind, {"Taken", "Taken2"}) == identifier


@pytest.mark.parametrize("kind", AUTHORITIES)
def test_each_authority_knows_its_form(kind: str) -> None:
    assert fault(Identifier(kind, SOUND[kind])) == ""
    assert "…" in fault(Identifier(kind, SOUND[kind].replace("://", ":")))
    number = SOUND[kind].rstrip("/").rpartition("/")[2]
    assert in_full(Identifier(AUTHORITIES[kind].name, number)) == Identifier(kind, SOUND[kind])


def test_what_no_known_authority_gave_is_left_as_it_is() -> None:
    assert in_full(Identifier(" Local ", " 7 ")) == Identifier("Local", "7")
    assert fault(Identifier("Local", "7")) == ""
