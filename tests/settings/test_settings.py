"""edition.toml: what it may say, how it is merged, what a deposit misses in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.diagnostic import EditionError, FileAccessError, Place, Severity
from edition.settings import (
    Editor,
    Settings,
    SourceSettings,
    missing_for_transcript,
    missing_in_edition,
    parse_settings,
    read_settings,
    settings_without_transcript,
    unknown_conventions,
)

FULL = """\
[edition]
version = "1.2.0"
publisher = "Example Press"
date = 2026-01-01
licence = { name = "CC BY 4.0", target = "https://creativecommons.org/licenses/by/4.0/" }

[[editor]]
id = "jd"
name = "Jane Doe"
surname = "Doe"
orcid = "https://orcid.org/0000-0002-1825-0097"

[source]
publisher = "The site"
language = "en"
convention = "kremlin"
licence = { name = "CC BY", target = "http://x.org/", cert = "low", evidence = "hearsay" }

[transcript.first]
url = "https://x.org/1"
date = "2023-01"
language = "sr-Latn"
"""
PLACE = Place("source/edition.toml")


def finding_of(text: str) -> tuple[str, int, str]:
    with pytest.raises(EditionError) as caught:
        parse_settings(text.encode(), "edition.toml")
    finding = caught.value.finding
    return finding.code, finding.line, finding.message


def test_all_that_may_be_said_is_read() -> None:
    settings = parse_settings(FULL.encode(), "edition.toml")
    assert settings.edition.date == "2026-01-01"
    assert settings.editors[0].reference == "https://orcid.org/0000-0002-1825-0097"
    assert settings.editors[0].role == "editor"
    first = settings.for_transcript("first")
    assert (first.publisher, first.language) == ("The site", "sr-Latn")
    assert (first.url, first.date, first.convention) == ("https://x.org/1", "2023-01", "kremlin")
    assert first.licence is not None
    assert first.licence.cert == "low"


def test_a_transcript_of_which_nothing_is_said_has_the_defaults() -> None:
    other = parse_settings(FULL.encode(), "edition.toml").for_transcript("other")
    assert (other.publisher, other.language, other.url) == ("The site", "en", "")


def test_no_file_says_nothing(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "edition.toml")
    assert settings == Settings()
    assert settings.for_transcript("any") == SourceSettings()


def test_the_file_of_this_edition_is_sound() -> None:
    settings = read_settings(Path(__file__).parents[2] / "source" / "edition.toml")
    assert missing_in_edition(settings, PLACE) == []
    missing = missing_for_transcript(settings, "2023-01-18-leningrad", PLACE)
    assert [f.code for f in missing] == ["M105"]


def test_a_folder_in_place_of_the_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[edition]\nversion = "1"', 2, "three numbers"),
        ('[edition]\ndate = "2023-02-30"', 2, "not in the calendar"),
        ("[edition]\ndate = 2023-02-03T10:00:00", 2, "a date such as"),
        ('[edition]\npublisher = " "', 2, "not empty"),
        ('[edition]\nlicence = "CC BY"', 2, "it must be a table"),
        ('[edition]\nlicence = { name = "CC BY" }', 2, "target is missing"),
        ('[edition.licence]\nname = "x"\ntarget = "x.org"', 3, "https://"),
        ('[[editor]]\nid = "1a"\nname = "N"', 2, "a letter, then"),
        ('[[editor]]\nid = "u19a"\nname = "N"', 2, "is taken"),
        ('[[editor]]\nid = "encoder"\nname = "N"', 2, "is taken"),
        ('[[editor]]\nid = "a"\nname = "N"\n[[editor]]\nid = "a"\nname = "M"', 5, "another"),
        ('[[editor]]\nid = "a"\nname = "N"\norcid = "0000-0002-1825-0098"', 4, "misprint"),
        ('[[editor]]\nid = "a"\nname = "N"\norcid = "0000"', 4, "an ORCID such as"),
        ('[[editor]]\nid = "a"\nname = "Jane Doe"\nsurname = "Roe"', 4, "neither ends nor begins"),
        ('[edition]\ndoi = "https://doi.org/10.5281/x"', 2, "without address"),
        ('[transcript.a]\naccessed = "2026-02-30"', 2, "not in the calendar"),
        ('[editor]\nid = "a"\nname = "N"', 1, "it must be a list"),
        ('[source]\nlanguage = "english!"', 2, "a language tag"),
        ('[transcript.a]\nurl = "javascript:alert(1)"', 2, "https://"),
        ('[transcript.a]\nurl = "https://x.org/a b"', 2, "https://"),
        ('[transcript.a]\nurl = "https://x.org/a\\n"', 2, "https://"),
        ('[transcript.a]\ndate = "18 January"', 2, "a date such as"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_line(text: str, line: int, said: str) -> None:
    code, found_line, message = finding_of(text)
    assert (code, found_line) == ("M004", line)
    assert said in message


def check_character(digits: str) -> str:
    """ISO 7064 MOD 11-2 by its definition: the whole is 1 modulo 11, X counts 10."""
    weights = [pow(2, power, 11) for power in range(15, 0, -1)]
    rest = sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11
    value = (1 - rest) % 11
    return "X" if value == 10 else str(value)


@given(
    st.integers(15_000_000, 35_000_000) | st.integers(900_000_000_000, 900_100_000_000),
    st.sampled_from("0123456789X"),
)
def test_an_orcid_has_the_right_check_character(number: int, check: str) -> None:
    digits = f"{number:015}"
    whole = digits + check
    orcid = "-".join(whole[i : i + 4] for i in range(0, 16, 4))
    text = f'[[editor]]\nid = "a"\nname = "N"\norcid = "{orcid}"'
    if check == check_character(digits):
        assert parse_settings(text.encode(), "edition.toml").editors[0].orcid == orcid
    else:
        assert finding_of(text)[0] == "M004"


@pytest.mark.parametrize("line", ['surname = "S"', 'orcid = "0000-0002-1825-0097"'])
def test_what_only_a_person_has_no_body_has(line: str) -> None:
    text = f'[[editor]]\nid = "s"\nname = "Society S"\nbody = true\n{line}'
    assert finding_of(text)[0] == "M004"


@given(st.binary(max_size=60))
def test_any_bytes_are_settings_or_a_finding(data: bytes) -> None:
    try:
        outcome = parse_settings(FULL.encode() + data, "edition.toml").edition.version
    except EditionError as error:
        outcome = error.finding.code[:3]
    assert outcome in ("1.2.0", "M00")


def test_settings_of_a_transcript_that_is_not_there() -> None:
    text = '[transcript.fist]\nurl = "https://x.org/"\n[transcript.zzz]\n[transcript.b]\n'
    findings = settings_without_transcript(text.encode(), "edition.toml", ["first", "b"])
    assert [(f.code, f.line) for f in findings] == [("M007", 1), ("M007", 3)]
    assert findings[0].hint == "Did you mean first?"


def test_a_convention_that_is_not_there_is_told_with_its_line() -> None:
    text = '[source]\nconvention = "a"\n[transcript."x y"]\nconvention = "b"\n[transcript.c]\n'
    findings = unknown_conventions(text.encode(), "edition.toml", ["a", "d"])
    assert [(f.code, f.line, f.hint) for f in findings] == [("T010", 4, "Use one of: a, d.")]


def test_a_link_that_leads_nowhere_is_no_missing_file(tmp_path: Path) -> None:
    settings = tmp_path / "edition.toml"
    settings.symlink_to(settings)
    with pytest.raises(FileAccessError):
        read_settings(settings)


def test_what_is_missing_is_named_with_the_line_to_add() -> None:
    findings = missing_in_edition(Settings(), PLACE)
    findings += missing_for_transcript(Settings(), 'odd " name', PLACE)
    assert [f.code for f in findings] == ["M101", "M102", "M103", "M104", "M112", "M105", "M106"]
    assert {f.severity for f in findings} == {Severity.NOTE}
    assert '[transcript."odd \\" name"]' in findings[5].hint
    assert 'publisher = "' in findings[1].hint


def test_an_editor_without_a_surname_is_told() -> None:
    """Where no repository can know which part of a name that is; a body has none."""
    said = '[[editor]]\nid = "{}"\nname = "{}"\n'
    text = said.format("jd", "Jane Doe") + said.format("s", "The Society") + "body = true\n"
    findings = missing_in_edition(parse_settings(text.encode(), "edition.toml"), PLACE)
    assert [f.message for f in findings if f.code == "M113"] == [
        "it is not said which part of “Jane Doe” is the surname"
    ]


def test_a_full_file_misses_nothing() -> None:
    settings = parse_settings(FULL.encode(), "edition.toml")
    assert missing_in_edition(settings, PLACE) == []
    assert missing_for_transcript(settings, "first", PLACE) == []


@pytest.mark.parametrize(
    ("name", "surname", "parts"),
    [
        ("Jane Doe", "Doe", [("forename", "Jane"), ("surname", "Doe")]),
        ("Kovács Anna", "Kovács", [("surname", "Kovács"), ("forename", "Anna")]),
        ("Ana van der Berg", "van der Berg", [("forename", "Ana"), ("surname", "van der Berg")]),
        ("Madonna", "Madonna", [("surname", "Madonna")]),
        ("Jane Doe", "", []),
    ],
)
def test_a_name_is_parted_where_somebody_says_so(
    name: str, surname: str, parts: list[tuple[str, str]]
) -> None:
    assert Editor(id="a", name=name, surname=surname).name_parts == parts


def test_an_editor_without_orcid_has_no_reference() -> None:
    assert Editor(id="a", name="N").reference == ""


def test_errors_are_reported_to_the_list_of_issues_else_by_mail() -> None:
    mail = b'[edition]\ncontact = "ed@example.org"\n'
    issues = b'issues = "https://example.org/new?title={title}&body={body}"\n'
    assert parse_settings(b"", "e").edition.report == ""
    report = "mailto:ed@example.org?subject={title}&body={body}"
    assert parse_settings(mail, "e").edition.report == report
    report = "https://example.org/new?title={title}&body={body}"
    assert parse_settings(mail + issues, "e").edition.report == report


@pytest.mark.parametrize(
    "line",
    [
        'contact = "nobody"',
        'contact = "a b@example.org"',
        'contact = "a@example.org?bcc=b@example.org"',
        'issues = "javascript:alert(1)"',
        'issues = "https://example.org/{name}"',
    ],
)
def test_what_is_no_address_for_reports_is_refused(line: str) -> None:
    with pytest.raises(EditionError):
        parse_settings(f"[edition]\n{line}\n".encode(), "e")


def test_a_repository_is_a_server_and_nothing_more() -> None:
    said = b'[deposit]\nhost = "https://repository.example.org"\n'
    assert parse_settings(said, "e").deposit.host == "https://repository.example.org"
    assert parse_settings(b"", "e").deposit.host == ""
    for host in ("repository.example.org", "https://a.org/api", "https://me:word@a.org"):
        with pytest.raises(EditionError) as raised:
            parse_settings(f'[deposit]\nhost = "{host}"\n'.encode(), "e")
        assert raised.value.finding.code == "M004"
