"""What a repository says of a record is compared with what was sent, as far as it matters."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.deposit.invenio.echo import differences
from edition.deposit.invenio.saving import lost
from tests.deposit.invenio.exported import datacite

DOI = "10.5072/one"
PERSONS: list[dict[str, Any]] = [
    {
        "person_or_org": {
            "type": "personal",
            "family_name": name,
            "given_name": "Jane",
            "identifiers": [{"scheme": "orcid", "identifier": "0000-0002-1825-0097"}],
        }
    }
    for name in ("Doe", "Roe")
]
SAID: dict[str, Any] = {
    "title": "A meeting",
    "creators": PERSONS,
    "publication_date": "2026-01-31",
    "publisher": "Example Press",
    "version": "1.0.0",
    "rights": [{"id": "cc-by-4.0"}],
    "languages": [{"id": "deu"}],
    "related_identifiers": [
        {
            "identifier": "10.5072/zero",
            "scheme": "doi",
            "relation_type": {"id": "isnewversionof"},
        },
        {
            "identifier": "https://example.org/minutes",
            "scheme": "url",
            "relation_type": {"id": "isderivedfrom"},
        },
    ],
}
OTHERWISE = [it | {"relation_type": {"id": "haspart"}} for it in SAID["related_identifiers"]]


def test_the_spelling_of_repositories_is_no_difference() -> None:
    ours = datacite(DOI, "", SAID)
    ours = ours.replace(b">deu<", b">de<").replace(b"cc-by-4.0", b"CC-BY-4.0")
    ours = ours.replace(b">0000-0002", b">https://orcid.org/0000-0002")
    assert differences(ours, datacite(DOI, "10.5072/all", SAID)) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": "Another"}, "title"),
        ({"creators": PERSONS[::-1]}, "creator"),
        ({"creators": PERSONS[:1]}, "creator"),
        ({"publication_date": "2025"}, "publicationYear"),
        ({"version": "1.0.1"}, "version"),
        ({"rights": [{"id": "cc0-1.0"}]}, "rights"),
        ({"rights": []}, "rights"),
        ({"languages": [{"id": "eng"}]}, "language"),
        ({"related_identifiers": []}, "relatedIdentifier"),
        ({"related_identifiers": SAID["related_identifiers"][:1]}, "relatedIdentifier"),
        ({"related_identifiers": SAID["related_identifiers"][1:]}, "relatedIdentifier"),
        ({"related_identifiers": OTHERWISE}, "relatedIdentifier"),
    ],
)
def test_another_fact_is_a_difference(changed: dict[str, Any], field: str) -> None:
    there = datacite(DOI, "", SAID | changed)
    assert [one.field for one in differences(datacite(DOI, "", SAID), there)] == [field]


@pytest.mark.parametrize(
    ("address", "spdx"),
    [("https://www.govdata.de/dl-de/by-2-0", "DL-DE-BY-2.0"), ("https://example.org/mine/", "")],
)
def test_a_licence_by_its_address_is_the_same(address: str, spdx: str) -> None:
    by_address = [{"title": {"en": "Terms"}, "link": address}]
    there = datacite(DOI, "", SAID | {"rights": by_address})
    ours = datacite(DOI, "", SAID | {"rights": [{"id": spdx}] if spdx else by_address})
    assert differences(ours, there) == []
    other = [{"title": {"en": "Terms"}, "link": "https://example.org/others"}]
    there = datacite(DOI, "", SAID | {"rights": other})
    assert [one.field for one in differences(ours, there)] == ["rights"]


def test_no_description_and_another_doi_are_differences() -> None:
    ours = datacite(DOI, "", SAID)
    for theirs in (b"", b"<html/>", b"no XML", b"<!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>"):
        assert differences(ours, theirs) != []
    assert [one.field for one in differences(ours, datacite("10.5072/two", "", SAID))] == ["DOI"]


_WORDS = st.text(min_size=1, max_size=5)
_SAID = st.recursive(
    _WORDS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(_WORDS, _SAID, max_size=5), st.data())
def test_what_is_kept_is_not_lost_and_what_is_taken_away_is(
    sent: dict[str, Any], data: st.DataObject
) -> None:
    there = {"more": "of the server"} | deepcopy(sent)
    assert lost(sent, there) == []
    full = sorted(key for key, value in sent.items() if value not in ("", [], {}))
    if full:
        gone = data.draw(st.sampled_from(full))
        del there[gone]
        if _has_something(sent[gone]):
            assert any(field.startswith(gone) for field in lost(sent, there))


def _has_something(value: Any) -> bool:
    """Whether anything stands in *value* that could be lost."""
    if isinstance(value, dict):
        return any(map(_has_something, value.values()))
    return value not in ("", [], {})
