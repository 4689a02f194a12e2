"""Names of files, identifiers, licences and languages as repositories want them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.deposit.file_names import UnsafeNameError, collisions, is_safe, safe_name
from edition.header.addresses import as_uri, uri_or_nothing, without_password
from edition.header.identifiers import SCHEMES, address, bare, is_sound, swhid_of
from edition.header.languages import three_letters
from edition.rights.licences import broken_terms, known_licence, known_licences


@given(st.text())
def test_a_safe_name_is_safe_and_stays(name: str) -> None:
    try:
        made = safe_name(name)
    except UnsafeNameError:
        return
    assert is_safe(made)
    assert safe_name(made) == made


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("2023-01-18-leningrad", "2023-01-18-leningrad"),
        ("séance du 3_mars", "seance-du-3-mars"),
        ("Łódź", "Lodz"),
        ("Straße (1)", "Strasse-1"),
        ("2.1", "2.1"),
    ],
)
def test_accents_go_and_other_signs_are_hyphens(name: str, made: str) -> None:
    assert safe_name(name) == made


@pytest.mark.parametrize("name", ["con", "Aux.1", "заседание", "___", "x" * 101])
def test_some_names_cannot_be_made_safe(name: str) -> None:
    with pytest.raises(UnsafeNameError):
        safe_name(name)


def test_names_that_fall_together_are_found() -> None:
    assert list(collisions(["a_b", "A-b", "c", "d"])) == [("a_b", "A-b")]


@pytest.mark.parametrize(
    ("scheme", "written", "sound"),
    [
        ("DOI", "https://doi.org/10.5281/zenodo.1234", True),
        ("DOI", "10.52/x", False),
        ("Handle", "http://hdl.handle.net/21.11115/0000-000C-42AB-7", True),
        ("Handle", "21.11115", False),
        ("ARK", "https://n2t.net/ark:/12345/x7", True),
        ("ARK", "ark:/12", False),
        ("SWHID", "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2", True),
        ("SWHID", "swh:1:cnt:94a9", False),
        ("ORCID", "https://orcid.org/0000-0002-1825-0097", True),
        ("ORCID", "0000-0002-1825-0098", False),
        ("ORCID", "0000-0021-0345-6780", False),  # of ISNI, not of ORCID
        ("ORCID", "0009-0000-0000-000X", False),
    ],
)
def test_identifiers_are_right_by_their_form(scheme: str, written: str, sound: bool) -> None:
    assert scheme in SCHEMES
    assert is_sound(scheme, bare(written)) is sound


@pytest.mark.parametrize(
    ("written", "uri"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        (
            "https://архив.рф:8080/дело",
            "https://xn--80aer5aza.xn--p1ai:8080/%D0%B4%D0%B5%D0%BB%D0%BE",
        ),
        ("https://example.org/100%/[x]", "https://example.org/100%25/%5Bx%5D"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("https://straße.example/ß", "https://xn--strae-oqa.example/%C3%9F"),
        ("https://a_b.EXAMPLE.org./x", "https://a_b.example.org./x"),
    ],
)
def test_an_address_becomes_a_uri(written: str, uri: str) -> None:
    assert as_uri(written) == uri
    assert as_uri(uri) == uri


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("http://[", "behind // is no name"),
        ("http://[zz]/", "behind // is no name"),
        ("https:///x", "no server is named"),
        ("x", "does not begin with https://"),
        ("https://a b/", "white space"),
        ("https://..x/", "no server is called so"),
        ("https://user:secret@example.org/", "who may see it"),
        ("https://example.org:https/", "no number of a port"),
        ("https://example.org:99999/", "no number of a port"),
        ("https://☃.example/", "☃.example, cannot be written .* xn--"),
    ],
)
def test_what_is_no_address_becomes_none_and_the_reason_is_in_plain_words(
    written: str, reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        as_uri(written)
    assert uri_or_nothing(written) == ""


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://x/a b?access_token=h?2&page=2", "https://x/a b?access_token=…&page=2"),
        ("https://x/?url=y?Key=h", "https://x/?url=y?Key=…"),
        ("https://x/??key=h#auth=h", "https://x/??key=…#auth=…"),
        ("https://x/?key?=h", "https://x/?key?=…"),
        ("https://x/?page=key;n=2", "https://x/?page=key;n=2"),
        ("https://jane:h@x/", "https://…@x/"),
        ("?" * 100_000, "?" * 100_000),
        ("?" + "token" * 50_000, "?" + "token" * 50_000),
        ("?" + "token" * 50_000 + "=h", "?" + "token" * 50_000 + "=…"),
    ],
    ids=lambda it: it[:40],
)
def test_an_address_of_any_length_is_shown_without_what_opens_it(written: str, shown: str) -> None:
    assert without_password(written) == shown


def test_the_address_of_a_doi_leads_to_all_of_it() -> None:
    doi = "10.5072/(SICI)1097(1998)49:8<693::AID>3.0.CO;2-O+a#b"
    found = address("DOI", doi)
    assert not set("#<>") & set(found)
    assert bare(found) == doi


@given(st.binary())
def test_any_content_has_an_identifier(data: bytes) -> None:
    assert is_sound("SWHID", swhid_of(data))


def test_the_identifier_of_a_content_is_that_of_software_heritage() -> None:
    # Of git: printf 'a\n' | git hash-object --stdin
    assert swhid_of(b"a\n") == "swh:1:cnt:78981922613b2afb6025042ff6bd878ac1994e85"
    assert swhid_of(b"") == "swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def test_a_licence_is_known_by_its_address_however_it_is_written() -> None:
    for written in (
        "https://creativecommons.org/licenses/by/4.0/",
        "http://creativecommons.org/licenses/by/4.0",
        "https://creativecommons.org/licenses/by/4.0/deed.de",
        "https://creativecommons.org/licenses/by/4.0/legalcode",
    ):
        known = known_licence(written)
        assert known is not None
        assert known.record_id == "cc-by-4.0"
    assert known_licence("https://creativecommons.org/licenses/by/9.9/") is None


def test_what_a_source_asks_for_must_be_kept() -> None:
    licences = known_licences()
    by, share = licences["CC-BY-4.0"], licences["CC-BY-SA-4.0"]
    assert broken_terms(by, share) == []
    assert broken_terms(share, by) == ["share-alike"]
    assert broken_terms(by, licences["CC0-1.0"]) == ["attribution"]
    forbidden = licences["CC-BY-ND-4.0"]
    assert broken_terms(forbidden, forbidden) == ["no-derivatives"]


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en-GB", "eng"), ("sr-Latn", "srp"), ("deu", "deu"), ("zu", "zul"), ("und", ""), ("", "")],
)
def test_languages_have_three_letters(tag: str, code: str) -> None:
    assert three_letters(tag) == code
