"""Licences are known by their address, whatever stands before or behind it."""

from __future__ import annotations

import pytest

from edition.rights.agreement import all_reserved
from edition.rights.licences import known_licence, terms_at

BY = "https://creativecommons.org/licenses/by/4.0/"
BY_3 = "https://creativecommons.org/licenses/by/3.0/"


def test_what_stands_behind_an_address_is_cut_off_across_lines() -> None:
    known = known_licence(BY)
    assert known is not None
    for behind in ("?ref=chooser", "#top", "deed.de?a\nb", "?a\n\nb\n!"):
        assert known_licence(BY + behind) == known, behind


@pytest.mark.parametrize("before", ["https://", "http://www.", "HTTPS://WWW.", " "])
def test_what_stands_before_the_server_tells_no_addresses_apart(before: str) -> None:
    assert known_licence(BY.replace("https://", before)) == known_licence(BY)
    address = f"{before}rightsstatements.org/vocab/InC/1.0/"
    assert all_reserved("", address) == address.strip()


@pytest.mark.parametrize(
    ("address", "spdx"),
    [
        (
            "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf",
            "etalab-2.0",
        ),
        (
            "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/",
            "OPL-UK-3.0",
        ),
    ],
)
def test_a_licence_of_a_state_is_known_by_the_page_of_its_publisher(
    address: str, spdx: str
) -> None:
    known = known_licence(address)
    assert known is not None
    assert (known.spdx, known.asks) == (spdx, frozenset({"attribution"}))


def test_the_terms_of_a_version_for_a_country_are_those_for_all() -> None:
    known = known_licence(BY_3)
    assert known is not None
    assert terms_at(f"{BY_3}xy/") == known


def test_no_address_is_so_made_that_it_cannot_be_read() -> None:
    assert known_licence("https://example.org/" + "?" * 200_000 + "\n!") is None
    assert terms_at("creativecommons.org/licenses/" * 20_000 + "!") is None
