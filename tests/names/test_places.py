"""Each rule by which a place or a body is found."""

from __future__ import annotations

import pytest

from edition.names.model import Kind
from tests.names.meetings import mentioned


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Moscow is large.", ["Moscow"]),
        ("The Russia-Belarus border is long.", ["Russia", "Belarus"]),
        ("We met in Geneva.", ["Geneva"]),  # preposition
        ("We met in Geneva. Geneva is old.", ["Geneva", "Geneva"]),  # met elsewhere
        ("Geneva was there.", []),
        ("We met in Geneva Zvonovo.", []),  # a part of something else
        ("He is from Davenport, Iowa.", ["Davenport", "Iowa"]),  # its land
        ("They like Reading in Reading.", []),
        ("He is from Reading, Iowa.", ["Reading", "Iowa"]),  # its land
        ("The Moscow of old.", ["Moscow"]),  # without the article
        ("The Republic of Iowa Ivan Zvonov left.", ["Republic of Iowa"]),  # no further
        ("We were in Western Siberia.", ["Western Siberia"]),  # a side
        ("We saw Kezhemsky District.", ["Kezhemsky District"]),  # type last
        ("We saw Lake Zvonovo.", ["Lake Zvonovo"]),  # type first
        ("We crossed the Gulf of Zvonovo.", ["Gulf of Zvonovo"]),
        ("We crossed the Republic of the Zvonovo.", ["Republic of the Zvonovo"]),
    ],
)
def test_a_place_is_found(line: str, places: list[str]) -> None:
    assert mentioned(line, kind=Kind.PLACE) == places


@pytest.mark.parametrize(
    ("line", "bodies"),
    [
        ("The UN decided.", ["UN"]),
        ("He leads the Ministry of Defence.", ["Ministry of Defence"]),
        ("He leads the Ministry of Trade and Industry.", ["Ministry of Trade and Industry"]),
        ("He leads the Ministry of Trade and General Zvonov.", ["Ministry of Trade"]),
        ("The Committee decided.", []),
        ("The Committee on Trade decided.", ["Committee on Trade"]),
        ("The Victory Museum on Zvonovo Hill is old.", ["Victory Museum"]),
        ("I went to School No. 181, you know.", ["School No. 181"]),
        ("The United Nations decided.", ["United Nations"]),
    ],
)
def test_a_body_is_found(line: str, bodies: list[str]) -> None:
    assert mentioned(line, kind=Kind.ORG) == bodies


def test_a_place_may_lie_in_the_name_of_a_body() -> None:
    line = "He is at Moscow State University."
    assert mentioned(line, kind=Kind.ORG) == ["Moscow State University"]
    assert mentioned(line, kind=Kind.PLACE) == ["Moscow"]
