"""Broken documents: each fault is refused by libxml2 and by jing."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from edition.resources import SCHEMAS
from tests.schema.jing import needs_jing, refused

RNG = SCHEMAS / "edition.rng"
TRANSCRIPT = (Path(__file__).parent / "documents" / "transcript.xml").read_text(encoding="utf-8")

# Name of the fault, what stands in the sample transcript, what is put in its place.
FAULTS = [
    # order
    ("title after meeting", '<title type="main">Meeting with veterans</title>\n', ""),
    ("extent before edition", "<editionStmt>", "<extent><measure/></extent><editionStmt>"),
    ("profile before encoding", "<encodingDesc>", "<profileDesc/><encodingDesc>"),
    ("date before publisher", "<publisher>Example", "<date>2026</date><publisher>Example"),
    ("responsibility after name", "<resp>encoding by program</resp>", ""),
    ("body before front", "<front>", "<body/><front>"),
    ("paragraph before title", "<docTitle>", "<p>x</p><docTitle>"),
    ("heading after turn", "<closer>", "<head>Late</head><closer>"),
    ("turn after closer", "</closer>", '</closer><u xml:id="u9"><seg>x</seg></u>'),
    ("correction before error", "<sic>want express</sic><corr", "<corr/><corr"),
    ("name of person after facts", "<persName>Anna Beck</persName>\n", ""),
    ("place before its name", "<placeName from", '<location/><placeName from'),
    ("header twice", "</teiHeader>", "</teiHeader><teiHeader/>"),
    ("text after stand-off", "</standOff>", "</standOff><text/>"),
    # elements
    ("misspelt element", "<seg xml:id=\"p4\">When?</seg>", "<sec>When?</sec>"),
    ("paragraph in turn", '<seg xml:id="p4">When?</seg>', '<p xml:id="p4">When?</p>'),
    ("turn in turn", '<seg xml:id="p4">When?</seg>', '<u xml:id="u9"/>'),
    ("paragraph in paragraph", "Good afternoon, <persName", "<seg>x</seg><persName"),
    ("section in section", "<closer>", '<div type="debateSection"/><closer>'),
    ("speech of a play", "<closer>", "<sp><p>x</p></sp><closer>"),
    ("stage direction", "<closer>", "<stage>x</stage><closer>"),
    ("sentence", "In May.", "<s>In May.</s>"),
    ("unknown namespace", "In May.", '<b xmlns="http://www.w3.org/1999/xhtml">May</b>'),
    ("no namespace", "In May.", '<seg xmlns="">May</seg>'),
    ("text in turn", 'ana="#unidentified">', 'ana="#unidentified">Well: '),
    ("text in section", "<closer>", "Well. <closer>"),
    ("text in list of persons", "<listPerson>", "<listPerson>Persons"),
    ("event without wording", "<desc>(Applause.)</desc>", ""),
    ("applause in a name", "<orgName>Press service</orgName>", "<orgName><desc>x</desc></orgName>"),
    ("doubt without reason", "<desc>He thanks again.</desc>", ""),
    ("no title", '<title type="main">Meeting with veterans</title>', ""),
    ("no source", "<sourceDesc>", "<sourceDesc/><sourceDesc>"),
    ("section without type", '<div type="debateSection" xml:id="d1">', '<div xml:id="d1">'),
    ("empty list", "<item>bread</item>", ""),
    ("row without cell", "<row><cell>1942</cell><cell>125 g</cell></row>", "<row/>"),
    ("closer in section without text", "<body>", "<body><div type='debateSection'><closer/></div>"),
    # attributes and values
    ("unknown attribute", '<seg xml:id="p4">', '<seg xml:id="p4" colour="red">'),
    ("attribute of another element", '<seg xml:id="p4">', '<seg xml:id="p4" who="#AnnaBeck">'),
    ("who on a note", '<note type="speaker">Question', '<note type="speaker" who="#x">Question'),
    ("note without type", '<note type="annotation" resp="#jd">', '<note resp="#jd">'),
    ("unknown type of note", '<note type="annotation"', '<note type="remark"'),
    ("unknown type of event", '<kinesic type="applause"', '<kinesic type="clapping"'),
    ("unknown reason of gap", 'reason="omitted"', 'reason="tedious"'),
    ("unknown role", 'role="summarised"', 'role="regular"'),
    ("unknown certainty", 'cert="medium" resp="#encoder"', 'cert="certain" resp="#encoder"'),
    ("certainty as number", 'cert="medium" resp="#encoder"', 'cert="0.5" resp="#encoder"'),
    ("speaker without number sign", 'who="#CarlDorn" toWhom', 'who="CarlDorn" toWhom'),
    ("speaker elsewhere", 'who="#CarlDorn" toWhom', 'who="persons.xml#CarlDorn" toWhom'),
    ("empty pointer", 'who="#CarlDorn" toWhom', 'who="" toWhom'),
    ("reference to a file", '<placeName ref="#Leningrad">', '<placeName ref="places.xml#x">'),
    ("licence without address", ' target="https://creativecommons.org/licenses/by/4.0/"', ""),
    ("licence in words", 'target="https://creativecommons.org/licenses/by/4.0/"', 'target="CC BY"'),
    ("day that does not exist", 'when="1943-01-18"', 'when="1943-02-30"'),
    ("date in words", 'when="1943-01-18"', 'when="18 January 1943"'),
    ("time in words", 'absolute="16:30:00"', 'absolute="half past four"'),
    ("language in words", 'xml:lang="ru-Latn"', 'xml:lang="Russian language"'),
    ("count in words", 'occurs="4"', 'occurs="four"'),
    ("coordinates with comma", "59.94 30.31", "59,94 30,31"),
    ("one coordinate", "59.94 30.31", "59.94"),
    ("identifier twice", 'xml:id="u2"', 'xml:id="u1"'),
    ("identifier with a space", 'xml:id="u2"', 'xml:id="u 2"'),
    ("identifier that is a number", 'xml:id="u2"', 'xml:id="2"'),
    ("sex inferred otherwise", '<sex value="F"', '<sex value="woman"'),
    ("image that is a script", "In May.", '<pb facs="javascript:alert(1)"/>In May.'),
    ("image from the root", "In May.", '<pb facs="/etc/passwd"/>In May.'),
    ("image on another host", "In May.", '<pb facs="//example.org/1.jpg"/>In May.'),
    ("version in words", 'version="0.1.0"', 'version="first"'),
]  # fmt: skip


def broken(old: str, new: str) -> str:
    assert old in TRANSCRIPT
    return TRANSCRIPT.replace(old, new, 1)


def test_no_fault_is_listed_twice() -> None:
    assert len({name for name, _, _ in FAULTS}) == len(FAULTS) >= 60


@pytest.mark.parametrize(("name", "old", "new"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_libxml2_refuses(name: str, old: str, new: str) -> None:
    root = etree.fromstring(broken(old, new).encode(), etree.XMLParser(collect_ids=False))
    assert not etree.RelaxNG(file=str(RNG)).validate(root), name


@needs_jing
def test_jing_refuses_all(tmp_path: Path) -> None:
    files = {tmp_path / f"{name}.xml": broken(old, new) for name, old, new in FAULTS}
    for file, text in files.items():
        file.write_text(text, encoding="utf-8")
    assert set(refused(RNG, files)) == {file.name for file in files}
