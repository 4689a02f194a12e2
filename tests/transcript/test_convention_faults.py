"""What is wrong in a convention of one's own is told with its line, before it is used."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

import edition
from edition.transcript.convention_faults import EVENT_TYPES, faults_in
from edition.transcript.convention_files import FOLDER, Conventions, parse_convention

ODD = Path(__file__).parents[2] / "schemas" / "edition.odd"
TEI = "{http://www.tei-c.org/ns/1.0}"

HEAD = 'name = "own"\ntitle = "Own"\nlanguage = "en"\n[labels]\ndelimiter = ":"\n'
EVENT = '[[events]]\nparts = "bell"\npattern = ".*bell.*"\n'
DATE = "(?P<date>(?P<day>[0-9]+)/(?P<month>[^/]*)/(?P<year>[0-9]+))"


@pytest.mark.parametrize(
    ("stated", "line", "reason"),
    [
        ('before = "("', 6, "no regular expression"),
        ('remark = "(?i)x"', 6, "a flag holds for a group only"),
        ('[front]\ndate = ".*2020"', 7, "must have the groups date, day, month, year"),
        ('[front]\nmonths = "may june"', 7, "there are 2 months"),
        ('[front]\nplace_anywhere = "In .*"', 7, "must have the groups place"),
        ('[marks]\ntrailer = ["(?P<a>x)", "(?P<a>y)"]', 7, "needs a name"),
        (f'{EVENT}element = "bell"\ntype = "signal"', 9, "must be one of kinesic, vocal"),
        (f'{EVENT}element = "vocal"\ntype = "signal"', 10, "vocal has the types"),
    ],
)
def test_a_fault_is_told_with_its_line(stated: str, line: int, reason: str) -> None:
    with pytest.raises(edition.EditionError) as caught:
        parse_convention(f"{HEAD}{stated}\n".encode(), "own.toml")
    assert caught.value.finding.line == line
    assert reason in caught.value.finding.message


def test_words_after_an_opening_are_no_pattern() -> None:
    stated = '[chrome]\nopenings = [{ words = "(c)", after = ".*" }]\n'
    own = parse_convention(f"{HEAD}{stated}".encode(), "own.toml")
    assert own.chrome.holds("(C) Example Press")


def test_a_month_that_is_not_there_is_no_date() -> None:
    stated = f"[front]\ndate = '{DATE}'\n"
    own = Conventions({"own": parse_convention(f"{HEAD}{stated}".encode(), "own.toml")})
    read = edition.read(
        b"Title\n\n1//2020\n1/May/2020\n\nAnn Roe: Yes.\n", "a.txt", "own", conventions=own
    )
    assert [block.dateline.date for block in read.blocks if block.dateline] == ["2020-05-01"]


@pytest.mark.parametrize("name", Conventions().names())
def test_the_program_has_no_faulty_convention(name: str) -> None:
    own = parse_convention(FOLDER.joinpath(f"{name}.toml").read_bytes(), f"{name}.toml")
    stated = {"events": [_table(event) for event in own.events]}
    assert not list(faults_in(own, stated))


def _table(event: object) -> dict[str, object]:
    return {"element": getattr(event, "element", ""), "type": getattr(event, "type", "")}


def test_the_types_of_events_are_those_of_the_schema() -> None:
    odd = etree.parse(ODD)
    for element, words in EVENT_TYPES.items():
        types = set(words.split())
        kind = "reason" if element == "gap" else "type"
        path = (
            f".//{TEI}elementSpec[@ident='{element}']//{TEI}attDef[@ident='{kind}']//{TEI}valItem"
        )
        stated = {str(item.get("ident")) for item in odd.iterfind(path)}
        assert types < stated if element in ("note", "gap") else types == stated
