"""What a repository wants and a header does not say is told, with its line; nothing is guessed."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from edition.deposit.gate import gate
from edition.diagnostic import Severity
from edition.header.reading import facts_of
from edition.tei.bibliography import reference
from edition.tei.document import parse
from tests.deposit.whole_edition import codes, run

FIRST = Path("source/first.xml")
SECOND = '<licence target="https://creativecommons.org/licenses/by-nc/4.0/"><p>BY-NC</p></licence>'
DOI = '<idno type="DOI">10.5281/zenodo.1234</idno>'
CC = "https://creativecommons.org"


def examined(tei: str, *profiles: str) -> dict[str, Severity]:
    """The codes of what is found in *tei*, with how grave each is."""
    found = gate(parse(tei.encode(), "first.xml"), "first", profiles or ["zenodo"])
    assert all(it.line > 1 and it.xpath and it.hint for it in found)
    return {it.code: it.severity for it in found}


def test_facts_are_those_of_the_header(built: Path) -> None:
    facts = facts_of(parse(FIRST.read_bytes(), "first.xml").root, "first")
    assert facts.title == "Meeting of the first committee"
    assert [(it.family, it.given, it.orcid) for it in facts.creators] == [
        ("Doe", "Jane", "0000-0002-1825-0097"),
        ("Kovács", "Anna", "0000-0001-5109-3700"),
    ]
    assert [(it.name, it.role) for it in facts.contributors] == [
        ("Richard Roe", "data curator"),
        ("Chancery", "transcript, summaries and insertions in brackets"),
    ]
    assert (facts.version, facts.publisher, facts.date) == ("1.2.0", "Example Press", "2026-01-31")
    assert facts.terms is not None
    assert facts.terms.known is not None
    assert facts.terms.known.spdx == "CC-BY-4.0"
    origin = facts.origins[0]
    assert (origin.address, origin.accessed) == ("https://example.org/first", "2026-01-02")
    assert origin.size == Path("source/first.txt").stat().st_size
    assert facts.codes == ("eng",)
    assert facts.meeting == ("2021-03-03", "Moscow")
    assert facts.words > 10


def test_the_first_identifier_of_a_kind_counts_and_a_doi_comes_first(built: Path) -> None:
    slug = '<idno type="slug">'
    more = '<idno type="Handle">21.1/a</idno><idno type="Handle">21.1/b</idno>'
    tei = FIRST.read_text("utf-8").replace(slug, f"{more}{DOI}{slug}", 1)
    facts = facts_of(parse(tei.encode(), "first.xml").root, "first")
    assert list(facts.identifiers.items()) == [("DOI", "10.5281/zenodo.1234"), ("Handle", "21.1/a")]


def test_nobody_who_speaks_is_a_creator(built: Path) -> None:
    facts = facts_of(parse(FIRST.read_bytes(), "first.xml").root, "first")
    assert "Putin" not in str([facts.creators, facts.contributors])


def test_a_whole_header_only_waits_for_its_doi(built: Path) -> None:
    assert examined(FIRST.read_text(encoding="utf-8")) == {"A022": Severity.NOTE}
    assert run("package", "--all", "--check").exit_code == 0


def test_from_today_on_means_from_the_day_that_is_set(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "946684800")  # 1 January 2000
    assert "A033" in examined(FIRST.read_text(encoding="utf-8"))


# What is changed in a whole header, into what, and what is found then besides that there is no DOI.
BROKEN = [
    (r"<editor .*?</editor>", "", {"A001"}),
    (r' ref="https://orcid.org/0000-0002-1825-0097"', "", {"A002"}),
    ("0000-0002-1825-0097", "0000-0002-1825-0098", {"A003"}),
    ("<forename>Jane</forename> <surname>Doe</surname>", "Jane Doe", {"A004"}),
    (r"<title type=.*?</title>", "", {"A005"}),
    ("Meeting of the first", "Meeting \u202eof the\u200b first", {"A044"}),
    ("Meeting of the first", "Meeting \x96 the first", {"A044"}),
    ("Meeting of the first", "Meet\u200ding of the\u200f first", set()),
    (r"(<title type=[^>]*>).*?</title>", r"\1X</title>", {"A045"}),
    ("0000-0001-5109-3700", "0000-0002-1825-0097", {"A046"}),
    ('<edition n="1.2.0">1.2.0', '<edition n="1.2.0">1.1.0', {"A047"}),
    ('<edition n="1.2.0">1.2.0', '<edition n="1.2.0">Version 1.2.0, corrected', set()),
    (r'(<date when="2026-01-31">).*?</date>', r"\1 31 January 2025</date>", {"A047"}),
    (r'(<date when="2026-01-31">).*?</date>', r"\1 31 January</date>", set()),
    (r"<editionStmt>.*?</editionStmt>", "", {"A006"}),
    (r'<edition n="1.2.0">', '<edition n="second">', {"A007", "A047"}),
    (r'<edition n="1.2.0">', '<edition n="1.2.0+build">', {"A007", "A047"}),
    (r'<edition n="1.2.0">', f'<edition n="{"1" * 5000}.0.0">', {"A007", "A047"}),
    (r'<edition n="1.2.0">', '<edition n="1.2.\u0663">', {"A007", "A047"}),
    (r'<edition n="1.2.0">', f'<edition n="1.2.0-{"a" * 90}">', {"A105", "A047"}),
    (r'<change when="[^"]*"', r'<change n="1.3.0" when="2026-01-01"', {"A008"}),
    (
        r'<change when="[^"]*"',
        r'<change n="1.2.0-rc.1" when="2025-12-01"/><change n="1.2.0" when="2026-01-01"',
        set(),
    ),
    *(
        (
            r'<edition n="1.2.0">(1.2.0)?(.*?)<change when="[^"]*"',
            (
                f'<edition n="{later}">{later}\\2<change n="{earlier}" when="2025-12-01"/>'
                f'<change n="{later}" when="2026-01-01"'
            ),
            set(),
        )
        for earlier, later in (("1.2.0-rc.1", "1.2.0-rc.2"), ("1.2.0-rc9", "1.2.0-rc10"))
    ),
    (r"<publisher>Example Press</publisher>", "", {"A009"}),
    (r'<date when="2026-01-31">', "<date>", {"A010"}),
    (r'<date when="2026-01-31">', '<date when="2926">', {"A033", "A047"}),
    (r'(<setting>.*?)when="2021-03-03"', r'\1when="--03-03"', {"A011"}),
    ('when="2026-01-02"', 'when="2026-13-02"', {"A011"}),
    (r'<date when="2026-01-31">', '<date when="2026-02-31">', {"A011"}),
    (r'<availability status="free">\s*<licence.*?</availability>', "", {"A012"}),
    ("licenses/by/4.0/", "licenses/mine", {"A013", "A034"}),
    ("licenses/by/4.0/", "publicdomain/zero/1.0/", {"A014", "A042"}),
    ('cert="high"', 'cert="low"', {"A016"}),
    (' cert="high"', "", {"A016"}),
    ('<availability status="free">', '<availability status="restricted">', {"A036"}),
    (r"(<bibl .*?)status=\"free\"", r'\1status="restricted"', {"A036"}),
    ("</licence>", f"</licence>{SECOND}", {"A035"}),
    (r"(<bibl .*?</licence>)", rf"\1{SECOND}", {"A035"}),
    (r'<idno type="URI">.*?</idno>', "", {"A018"}),
    (r'<date type="accessed".*?</date>', "", {"A019"}),
    (r'<idno type="sha256">.*?</idno>', "", {"A020"}),
    ('<idno type="slug">', '<idno type="ARK">ark:nothing</idno><idno type="slug">', {"A021"}),
    ('<idno type="slug">', DOI + DOI + '<idno type="slug">', {"A024"}),
    (r'xml:lang="en"|ident="en"', 'ident="und"', {"A025"}),
    (r"<encodingDesc>.*?</encodingDesc>", "", {"A026"}),
    ("first</idno>", "second</idno>", {"A027"}),
    (r'<change when="[^"]*" who="#encoder"', '<change who="#encoder"', set()),
    (r'<change when="[^"]*" who="#encoder"', '<change who="#jd"', {"A028"}),
    (r"<revisionDesc>.*?</revisionDesc>", "", {"A028"}),
    (r"<bibl .*?</bibl>", "", {"A029"}),
    ("https://example.org/first", "https://[", {"A037"}),
    ("https://example.org/first", "www.example.org/first", {"A037", "A018"}),
    ("https://example.org/first", "urn:nbn:de:101:1-1", {"A018"}),
    ("</licence>", '</licence><licence target="https://spdx.org/licenses/CC-BY-4.0"/>', set()),
    ("</licence>", f'</licence><licence target="{CC}/licenses/by/4.0/deed.de"/>', set()),
    ("</licence>", '</licence><licence target="cc-by-4.0"/>', set()),
    ('<availability status="free">', '<availability status="unknown">', {"A039"}),
    (r"(<bibl .*?)status=\"free\"", r'\1status="unknown"', {"A039"}),
    (f"{CC}/licenses/by/4.0/", "https://www.govdata.de/dl-de/by-2-0", {"A038", "A042"}),
    (f"{CC}/licenses/by/4.0/", "https://opensource.org/licenses/MIT", {"A042"}),
    (f"{CC}/licenses/by/4.0/", "https://spdx.org/licenses/EUPL-1.2.html", {"A034", "A042"}),
    (r"(<bibl .*?)https://creative[^\"]*", rf"\1{CC}/publicdomain/mark/1.0/deed.de", {"A042"}),
    ('target="https://creativecommons.org/licenses/by/4.0/"', 'target="CC-BY"', {"A037", "A034"}),
]


@pytest.mark.parametrize(("pattern", "instead", "expected"), BROKEN)
def test_what_is_missing_or_wrong_is_told(
    built: Path, pattern: str, instead: str, expected: set[str]
) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    several = pattern in (r"<editor .*?</editor>", r'xml:lang="en"|ident="en"')
    changed = re.sub(pattern, instead, tei, count=0 if several else 1, flags=re.DOTALL)
    assert changed != tei
    assert set(examined(changed)) - {"A022"} == expected


def test_an_address_that_is_none_is_told_where_it_stands_and_without_a_password(
    built: Path,
) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    changed = tei.replace("https://example.org/first", "https://jane:secret@example.org/first")
    found = gate(parse(changed.encode(), "first.xml"), "first", ["zenodo"])
    told = next(it for it in found if it.code == "A037")
    assert "idno" in told.xpath
    assert "https://…@example.org/first" in told.message
    assert "secret" not in told.message


def test_what_opens_an_address_is_told_nobody(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    secret = "https://example.org/a b?page=2&amp;access_token=hunter2"
    changed = tei.replace("https://example.org/first", secret)
    found = gate(parse(changed.encode(), "first.xml"), "first", ["zenodo"])
    told = next(it.message for it in found if it.code == "A037")
    assert "hunter2" not in told
    assert "page=2&access_token=…" in told


def test_what_is_said_of_a_name_with_a_quotation_mark_is_toml(built: Path) -> None:
    tei = re.sub("<idno type=.URI.*?</idno>", "", FIRST.read_text("utf-8"))
    found = gate(parse(tei.encode(), "q.xml"), 'q"uote', ["zenodo"])
    hint = next(it.hint for it in found if it.code == "A018")
    table = re.search(r"\[transcript.*\]", hint)
    assert table is not None
    assert tomllib.loads(f"{table[0]}\n") == {"transcript": {'q"uote': {}}}


def test_an_identifier_of_spdx_in_the_place_of_an_address_is_told_its_address(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8").replace(f"{CC}/licenses/by/4.0/", "CC-BY-4.0")
    found = gate(parse(tei.encode(), "first.xml"), "first", ["zenodo"])
    assert any("https://spdx.org/licenses/CC-BY-4.0" in it.message for it in found)


def test_a_time_behind_a_day_is_left_out_of_what_repositories_are_told(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    for day in ("2021-03-03", "2026-01-02"):
        tei = tei.replace(f'when="{day}"', f'when="{day}T12:30:00+03:00"')
    assert set(examined(tei)) == {"A022"}
    facts = facts_of(parse(tei.encode(), "first.xml").root, "first")
    assert facts.meeting[0] == "2021-03-03"
    assert facts.origins[0].accessed == "2026-01-02"


def test_the_day_of_a_meeting_is_not_when_its_transcript_was_published(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    origin = facts_of(parse(tei.encode(), "first.xml").root, "first").origins[0]
    assert (origin.date, origin.published) == ("2021-03-03", "")
    root = parse(tei.encode(), "first.xml").root
    assert not reference(root, title="", date="", place="", language="en").source_date
    told = tei.replace("</bibl>", '<date type="published" when="2021-04-01">April</date></bibl>', 1)
    origin = facts_of(parse(told.encode(), "first.xml").root, "first").origins[0]
    assert origin.published == "2021-04-01"
    FIRST.write_text(told, encoding="utf-8")
    assert run("validate", str(FIRST)).exit_code == 0
    FIRST.write_text(tei, encoding="utf-8")
    page = Path("output/html/first.html").read_text("utf-8")
    based = page.partition('"isBasedOn"')[2].partition("}")[0]
    assert based
    assert "datePublished" not in based


def test_a_source_without_terms_is_told(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    start = tei.index("<bibl ")
    without = re.sub(r"<availability.*?</availability>", "", tei[start:], count=1, flags=re.DOTALL)
    assert "A015" in examined(tei[:start] + without)


def test_a_profile_may_want_more(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    assert {"A023", "A030"} <= set(examined(tei, "clarin", "dataverse"))


@pytest.mark.parametrize(
    ("edition", "source", "expected"),
    [
        (f"{CC}/licenses/by/4.0/", f"{CC}/licenses/by-sa/4.0/", "A014"),
        (f"{CC}/licenses/by-nc-sa/4.0/", f"{CC}/licenses/by-sa/4.0/", "A014"),
        (f"{CC}/licenses/by-sa/3.0/", f"{CC}/licenses/by-sa/4.0/", "A014"),
        (f"{CC}/licenses/by-sa/4.0/", f"{CC}/licenses/by-sa/3.0/", ""),
        (f"{CC}/licenses/by-sa/4.0/", f"{CC}/licenses/by-nc-nd/3.0/de/", "A014"),
        (
            f"{CC}/licenses/by-sa/4.0/",
            "https://www.creativecommons.org/licenses/by-nc/2.5/",
            "A014",
        ),
        (f"{CC}/licenses/by/4.0/", f"{CC}/licenses/by-nc-nd/4.0/legalcode", "A014"),
        (f"{CC}/licenses/by-sa/4.0/", "https://example.org/all-rights-reserved", "A034"),
        (f"{CC}/licenses/by/4.0/?ref=chooser-v1", f"{CC}/publicdomain/zero/1.0/", ""),
    ],
)
def test_the_terms_of_the_source_are_kept_or_not_known(
    built: Path, edition: str, source: str, expected: str
) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    start = tei.index("<bibl ")
    ours, theirs = (
        part.replace(f"{CC}/licenses/by/4.0/", instead)
        for part, instead in ((tei[:start], edition), (tei[start:], source))
    )
    assert set(examined(ours + theirs)) - {"A022", "A042"} == ({expected} if expected else set())


BY = f"{CC}/licenses/by/4.0/"
RESERVED = "All rights reserved. No commercial use. CC BY-NC-ND 4.0."


@pytest.mark.parametrize(
    ("name", "target", "expected"),
    [
        ("CC BY-NC 4.0", BY, "A042"),
        ("CC BY 3.0", BY, "A042"),
        ("CC BY\u2011NC 4.0 International", BY, "A042"),
        ("MIT", BY, "A042"),
        ("Creative Commons Attribution-NonCommercial 4.0 International", BY, "A042"),
        ("CC BY", BY, ""),
        ("cc-by 4", BY, ""),
        ("Creative Commons Attribution 4.0 International (CC BY 4.0)", BY, ""),
        ("CC BY-SA 3.0 DE", f"{CC}/licenses/by-sa/3.0/de/", ""),
        ("GPL-3.0-only", "https://spdx.org/licenses/GPL-3.0-only", "A034"),
        ("these terms: CC BY-NC 4.0, as agreed", BY, "A042"),
        (f"what {CC}/licenses/by-nc/4.0/ says", BY, "A042"),
        ("All rights reserved", BY, "A041"),
        ("alle  Rechte vorbehalten", BY, "A041"),
        ("Attribution-NonCommercial 4.0", BY, "A042"),
        ("Namensnennung – Nicht kommerziell 4.0", BY, "A042"),
        ("non-commercial use only", BY, "A042"),
        ("Attribution-NoDerivatives", BY, "A042"),
        ("Namensnennung, keine Bearbeitungen", BY, "A042"),
        ("Attribution – Pas d'Utilisation Commerciale 4.0", BY, "A042"),
        ("Attribution – Partage dans les Mêmes Conditions", BY, "A042"),
        ("С указанием авторства – Некоммерческая", BY, "A042"),
        ("Namensnennung, Weitergabe unter gleichen Bedingungen", BY, "A042"),
        ("Attribution-ShareAlike", f"{CC}/licenses/by-sa/4.0/", ""),
        ("CC BY 4.0, non-commercial use only", BY, "A043"),
        ("Attribution, even for commercial use", BY, ""),
        ("Attribution, for commercial and non-commercial use", BY, ""),
        ("CC BY 4.0; its photographs are all rights reserved, and no part of it", BY, "A043"),
        ("CC BY-NC 4.0 of which all rights reserved", BY, "A041"),
        (RESERVED, BY, "A041"),
        ("In Copyright", "https://rightsstatements.org/vocab/InC/1.0/", "A041"),
        ("Public Domain Mark 1.0", f"{CC}/publicdomain/mark/1.0/", "A040"),
    ],
)
def test_name_and_address_of_a_licence_are_of_the_same(
    built: Path, name: str, target: str, expected: str
) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    ours = tei.replace("used under CC BY 4.0", f"used under {name}", 1).replace(BY, target, 1)
    assert ours != tei or (name, target) == ("CC BY 4.0", BY)
    unknown = {"A013", "A034"} if target.startswith("https://rights") else {"A014", "A038"}
    found = set(examined(ours)) - {"A022"} - unknown
    assert expected in found if expected else not found
    assert found <= {"A043", expected}


def test_prose_beside_the_name_of_a_licence_is_compared_with_it(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    for words in ("Nur für nicht-kommerzielle Zwecke.", "No derivatives, please."):
        changed = tei.replace("</licence>", f"<p>{words}</p></licence>", 1)
        assert set(examined(changed)) - {"A022"} == {"A043"}
    changed = tei.replace("</licence>", "<p>Even for commercial use.</p></licence>", 1)
    assert set(examined(changed)) == {"A022"}


def test_of_evidence_only_what_restricts_or_names_a_licence_is_told(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    reasons = "https://example.org/terms, seen on 2026-01-02 by Jane Doe."
    assert reasons in tei
    for words, expected in (
        ("Official record, older than 70 years.", set()),
        ("Letter of the archive of 3 May 2025, kept in our files.", set()),
        ("Letter of the archive: not the photographs.", {"A048"}),
        ("Letter of the archive: for research only.", {"A043"}),
        ("Its imprint says CC BY-NC 4.0.", {"A043"}),
        ("The archive reserves all rights.", {"A043"}),
    ):
        assert examined(tei.replace(reasons, words, 1)).keys() - {"A022"} == expected, words


def test_a_licence_that_a_later_paragraph_names_makes_reserved_rights_those_in_a_part(
    built: Path,
) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    sentence = "<p>The encoding may be used under CC BY 4.0.</p>"
    assert sentence in tei
    words = "<p>All rights reserved.</p><p>The text may be used under CC BY 4.0.</p>"
    assert examined(tei.replace(sentence, words, 1)).keys() - {"A022"} == {"A043"}
    alone = "<p>All rights reserved.</p><p>Ask the county.</p>"
    assert "A041" in examined(tei.replace(sentence, alone, 1))


def test_a_notice_of_copyright_is_no_name_of_a_licence(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    for name, expected in (("© 2026", {"A043"}), ("CC BY 4.0 © 2026", set())):
        changed = tei.replace("used under CC BY 4.0", f"used under {name}", 1)
        assert examined(changed).keys() - {"A022"} == expected


def test_text_and_encoding_may_have_terms_of_their_own(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    own, of_text = "The encoding is licensed under CC BY 4.0", "the text is in the public domain"
    for words in (f"{own}; {of_text}.", f"{of_text.capitalize()}. {own}."):
        ours = tei.replace("The encoding may be used under CC BY 4.0.", words, 1)
        assert examined(ours).keys() - {"A022"} == {"A043"}


def test_a_break_in_what_is_said_of_a_licence_parts_words(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    sentence = "The encoding may be used under CC BY 4.0."
    changed = tei.replace(sentence, "All rights<lb/>reserved.", 1)
    assert set(examined(changed)) - {"A022"} == {"A041"}
    terms = facts_of(parse(changed.encode(), "first.xml").root, "first").terms
    assert terms is not None
    assert terms.sentences == ("All rights reserved.",)
    within = tei.replace(sentence, 'Crea<lb break="no"/>tive Commons BY 4.0', 1)
    assert set(examined(within)) == {"A022"}


def test_what_stands_in_a_name_besides_is_a_doubt_and_other_prose_is_told(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    name = tei.replace("used under CC BY 4.0", "used under CC BY 4.0, Mondlicht", 1)
    assert examined(name).keys() - {"A022"} == {"A043"}
    prose = tei.replace("</licence>", "<p>Ask the heirs of Jane Roe.</p></licence>", 1)
    assert examined(prose) == {"A022": Severity.NOTE, "A048": Severity.NOTE}
    restricts = tei.replace("</licence>", "<p>Not the photographs.</p></licence>", 1)
    assert examined(restricts).keys() - {"A022"} == {"A043"}


def test_rights_in_a_part_are_a_doubt_in_what_is_encoded_too(built: Path) -> None:
    """What the encoding writes, a corpus and the gate look at is decided in one place."""
    settings = Path("source/edition.toml")
    name = "CC BY 4.0 (Logo: alle Rechte vorbehalten)"
    settings.write_text(settings.read_text("utf-8").replace("CC BY 4.0", name), "utf-8")
    of_whole = run("package", "--corpus", "whole", "--check").stderr  # documents say it not yet
    assert [it for it in of_whole.splitlines() if "A043" in it and "edition.toml" in it]
    FIRST.unlink()
    assert run("build").exit_code == 0
    assert 'status="restricted"' not in FIRST.read_text("utf-8")
    for options in (["first"], ["--corpus", "whole"]):
        result = run("package", *options, "--check")
        assert ("A036" in codes(result), "A043" in codes(result)) == (False, True), result.stderr


def test_of_a_source_that_is_reserved_it_is_not_told_that_nobody_compared_it(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    start = tei.index("<bibl ")
    theirs = tei[start:].replace(BY, "https://rightsstatements.org/vocab/InC/1.0/", 1)
    assert set(examined(tei[:start] + theirs)) - {"A022"} == {"A041"}


def test_a_source_whose_rights_are_reserved_is_not_packed(built: Path) -> None:
    settings = Path("source/edition.toml")
    text = settings.read_text("utf-8").partition("[source.licence]\n")
    said = text[2].replace("CC BY 4.0", "All rights reserved", 1).replace(BY, "https://a.org/c", 1)
    settings.write_text(text[0] + text[1] + said, "utf-8")
    FIRST.unlink()
    assert run("build").exit_code == 0
    assert FIRST.read_text("utf-8").count('status="restricted"') == 1
    result = run("package", "first")
    assert (result.exit_code, "A041" in codes(result)) == (1, True)
    assert "All rights reserved" in result.stderr


def test_what_was_not_built_is_refused(built: Path) -> None:
    Path("output/manifest.json").unlink()
    assert codes(run("package", "first")) == {"A101"}


@pytest.mark.parametrize("name", ["output/tei/first.xml", "output/text/first.txt"])
def test_what_somebody_changed_after_the_build_is_refused(built: Path, name: str) -> None:
    Path(name).write_bytes(Path(name).read_bytes() + b"\n")
    assert codes(run("package", "first")) == {"A102"}
    assert run("package", "second", "--check").exit_code == 0


@pytest.mark.parametrize("name", ["source/first.xml", "source/first.txt"])
def test_what_changed_since_the_build_is_refused(built: Path, name: str) -> None:
    Path(name).write_bytes(Path(name).read_bytes() + b"\n")
    result = run("package", "first")
    assert result.exit_code == 1
    assert codes(result) == {"A103"}
    assert name in result.stderr


def test_a_source_that_is_not_the_one_of_the_checksum_is_refused(built: Path) -> None:
    for path in (FIRST, FIRST.with_suffix(".txt")):
        path.write_text(path.read_text("utf-8").replace("minutes", "minutEs"), "utf-8")
    assert run("build").exit_code == 0
    result = run("package", "first")
    assert (result.exit_code, codes(result)) == (1, {"A117"})
    assert run("validate", "--fix", str(FIRST)).exit_code == 0
    assert run("build").exit_code == 0
    assert run("package", "first").exit_code == 0


def test_what_the_build_found_wrong_is_refused(built: Path) -> None:
    tei = FIRST.read_text(encoding="utf-8")
    FIRST.write_text(tei.replace("Let us begin", "Let us end"), encoding="utf-8")
    run("build")
    assert "A104" in codes(run("package", "first"))


def test_a_document_that_is_not_there_is_named(built: Path) -> None:
    result = run("package", "frist")
    assert result.exit_code == 1
    assert "Did you mean first?" in result.stderr


def with_one_doi() -> None:
    for path in (FIRST, FIRST.with_name("second.xml")):
        doi = DOI if path == FIRST else DOI.replace("zenodo", "Zenodo")
        slug = '<idno type="slug">'
        path.write_text(path.read_text("utf-8").replace(slug, doi + slug, 1), "utf-8")
    assert run("build").exit_code == 0


@pytest.mark.parametrize("which", ["--all", "first", "second"])
def test_two_documents_have_not_one_doi(built: Path, which: str) -> None:
    with_one_doi()
    result = run("package", which)
    assert (result.exit_code, codes(result)) == (1, {"A122"})
    for name in ("first", "second"):
        assert (f"source/{name}.xml" in result.stderr) == (which in (name, "--all"))
    assert not list(Path("output").glob("deposit/*"))


def test_a_doi_is_that_of_the_document_it_was_reserved_for(built: Path) -> None:
    with_one_doi()
    doi = re.sub("<.*?>", "", DOI)
    state = {"document": "second", "host": "https://x.org", "stage": "drafted", "doi": doi}
    file = Path("source/deposit/second.json")
    file.parent.mkdir()
    file.write_text(json.dumps(state | {"record": "abcde-12345"}), "utf-8")
    result = run("package", "--all")
    assert (result.exit_code, "is also that of second" in result.stderr) == (1, True)
    assert [it.name for it in Path("output/deposit").iterdir()] == ["second"]
    assert run("package", "second").exit_code == 0
    assert "A122" in codes(run("package", "first"))
    copy = state | {"document": "first", "record": "abcde-12345"}
    file.with_name("first.json").write_text(json.dumps(copy), "utf-8")
    FIRST.write_text(FIRST.read_text("utf-8").replace(DOI, ""), "utf-8")
    assert run("build").exit_code == 0
    assert "U060" in codes(run("package", "first"))


def test_the_doi_of_the_whole_is_that_of_no_document(built: Path) -> None:
    doi = re.sub("<.*?>", "", DOI)
    settings = Path("source/edition.toml")
    text = settings.read_text("utf-8").replace("[edition]", f'[edition]\ndoi = "{doi}"', 1)
    settings.write_text(text, "utf-8")
    slug = '<idno type="slug">'
    FIRST.write_text(FIRST.read_text("utf-8").replace(slug, DOI + slug, 1), "utf-8")
    assert run("build").exit_code == 0
    for which in ("first", "--all"):
        assert "is also that of the whole" in run("package", which).stderr
    assert run("package", "second").exit_code == 0


def test_documents_are_named_or_all(built: Path) -> None:
    assert run("package").exit_code == 2
    assert run("package", "--all", "first").exit_code == 2


def test_names_that_fall_together_are_refused(built: Path) -> None:
    Path("source/First.txt").write_bytes(Path("source/first.txt").read_bytes())
    Path("source/сессия.txt").write_bytes(Path("source/first.txt").read_bytes())
    run("build")
    assert "A106" in codes(run("package", "--all", "--check"))
    assert "A105" in codes(run("package", "сессия", "--check"))
