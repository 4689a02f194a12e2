"""The rules: the sample documents keep them all, and each is broken by one small change."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from edition.resources import SCHEMAS
from edition.saxon import engine
from edition.schema import rules
from edition.tei.document import parse
from edition.tei.vocabulary import XML_ID

SCHEMATRON = SCHEMAS / "edition.sch"
SCH = {"sch": "http://purl.oclc.org/dsdl/schematron"}
FOLDER = Path(__file__).parent / "documents"
DOCUMENTS = sorted(FOLDER.glob("*.xml"))
TRANSCRIPT = (FOLDER / "transcript.xml").read_text(encoding="utf-8")

# The assertion, what stands in the sample transcript, what breaks it, other rules broken with it.
BREACHES: list[tuple[str, str, str, str]] = [
    ("S101-1", 'xml:id="u2"', 'xml:id="v2"', ""),
    ("S102-1", 'xml:id="p4"', 'xml:id="q4"', ""),
    ("S103-1", ' xml:id="d1"', "", ""),
    ("S104-1", '<div type="lead">', '<div type="debateSection">', ""),
    ("S105-1", "Anna Beck met with veterans.</p>", 'A</p><note type="speaker">B:</note>', "S301"),
    ("S106-1", '<org xml:id="front"', "<org", "S201"),
    ("S107-1", 'xml:id="s1"', 'xml:id="x1"', ""),
    ("S108-1", 'xml:id="e2"', 'xml:id="x2"', ""),
    ("S109-1", "<p>No correction.</p>", "<p> </p>", ""),
    ("S110-1", '<anchor xml:id="a1"/>', "<anchor/>", ""),
    ("S111-1", '<when xml:id="t1"', "<when", "S201"),
    ("S112-1", '<category xml:id="chair">', "<category>", "S201"),
    ("S201-1", 'who="#CarlDorn" toWhom', 'who="#KarlDorn" toWhom', ""),
    ("S202-1", 'toWhom="#AnnaBeck"', 'toWhom="#Leningrad"', ""),
    ("S203-1", 'cert="low" resp="#jd"/>', 'cert="low" resp="#siege"/>', ""),
    ("S203-1", 'cert="low" resp="#jd"/>', 'cert="low" resp="#AnnaBeck"/>', ""),
    ("S204-1", 'ana="#guest" synch', 'ana="#jd" synch', ""),
    ("S205-1", '<persName ref="#CarlDorn">', '<persName ref="#siege">', ""),
    ("S206-1", 'next="#p3"', 'next="#p1"', ""),
    ("S206-2", 'prev="#p2"', 'prev="#p5"', ""),
    ("S207-1", 'corresp="#p6"', 'corresp="#p7"', ""),
    ("S208-1", 'synch="#e1"', 'synch="#siege"', ""),
    ("S209-1", 'start="#t0"', 'start="#p1"', ""),
    ("S210-1", 'to="#p3"', 'to="#p33"', "S201"),
    ("S210-2", 'from="#p2" to="#p3"', 'from="#p3" to="#p2"', ""),
    ("S211-1", '<title ref="#book">', '<title ref="#AnnaBeck">', ""),
    ("S212-1", '<placeName ref="#Leningrad">', '<placeName ref="#AnnaBeck">', ""),
    ("S213-1", '<orgName ref="#front">', '<orgName ref="#AnnaBeck">', ""),
    ("S214-1", '<eventName ref="#siege">', '<eventName ref="#AnnaBeck">', ""),
    ("S215-1", 'mutual="#AnnaBeck #CarlDorn"', 'mutual="#AnnaBeck #jd"', ""),
    ("S301-1", "Question:</note>", "Question:</note><pb/>", "S302"),
    ("S302-1", 'ana="#guest #unlabelled"', 'ana="#guest"', ""),
    ("S303-1", 'ana="#guest" synch', 'ana="#unlabelled" cert="low" resp="#jd" synch', ""),
    ("S304-1", ' ana="#unidentified"', "", ""),
    ("S305-1", '<u xml:id="u2"', '<u xml:id="u2" who="#AnnaBeck"', ""),
    ("S306-1", ' cert="medium" resp="#jd">\n', ">\n", ""),
    ("S307-1", '<seg xml:id="p4">When?</seg>', "", "S504"),
    ("S308-1", '<seg xml:id="p4">When?</seg>', '<seg xml:id="p4"> </seg>', ""),
    ("S309-1", "Thank you again.", "Carl Dorn: Thank you again.", ""),
    ("S310-1", "When?", '<note type="speaker">A:</note>', "S301"),
    ("S310-2", '<note type="speaker">Question:', '<note type="speaker">', ""),
    ("S311-1", 'who="#CarlDorn" ana="#guest #un', 'who="#OlgaGast" ana="#guest #un', ""),
    ("S312-1", 'who="#AnnaBeck" ana="#chair"', 'who="#CarlDorn" ana="#chair"', "S710"),
    ("S313-1", '<u xml:id="u3"', '<u cert="low" xml:id="u3"', ""),
    ("S401-1", "</said></note>", '</said><said direct="false">(B)</said></note>', ""),
    ("S401-2", "</said></note>", "</said> So he said.</note>", ""),
    ("S402-1", "The speaker means May 9.", '<said direct="false">x</said>', ""),
    ("S403-1", '<note type="editorial"', '<note type="pullquote"', ""),
    ("S404-1", '<note type="annotation" resp="#jd">', '<note type="annotation">', ""),
    ("S404-2", 'type="annotation" resp="#jd"', 'type="annotation" resp="#source"', ""),
    ("S405-1", '<note type="editorial" resp="#source">', '<note type="editorial">', ""),
    ("S407-1", 'cert="medium" resp="#encoder"', 'cert="medium"', ""),
    ("S408-1", "The speaker means May 9.", "", ""),
    ("S409-1", "<desc>(Applause.)</desc>", "<desc/>", ""),
    ("S410-1", "<desc>&lt;…&gt;</desc>", "", ""),
    ("S411-1", '<gap reason="missing" cert="low" resp="#jd"/>', '<gap reason="missing"/>', ""),
    ("S412-1", '<milestone unit="section"/>', "", ""),
    ("S501-1", '<language ident="en">', '<language ident="de">', ""),
    ("S502-1", '<titlePart type="main">Meeting with', '<titlePart type="main">Meeting of', ""),
    ("S503-1", "ENCODING", "", "S201"),
    ("S503-2", "PROFILE", "", "S201 S501"),
    ("S504-1", 'unit="turns" quantity="4"', 'unit="turns" quantity="5"', ""),
    ("S505-1", 'gi="u" occurs="4"', 'gi="u" occurs="5"', ""),
    ("S506-1", '<meeting n=', '<title type="main">Another</title><meeting n=', ""),
    ("S507-1", 'unit="summaries" quantity="1"', 'unit="bananas" quantity="1"', ""),
    ("S508-1", "https://example.org/meeting", "example.org/meeting", ""),
    ("S508-2", "e3b0c44298fc1c14", "E3", ""),
    ("S508-3", "10.5281/zenodo.1234", "https://doi.org/10.5281/zenodo.1234", ""),
    ("S508-4", '<idno type="DOI">10.5281/zenodo.1234</idno>', '<idno type="slug"/>', ""),
    ("S509-1", '<ab type="omitted" n="1">', '<ab type="control" n="1">', ""),
    ("S509-2", '<ab type="omitted" n="1">', '<ab type="omitted">', ""),
    ("S509-3", '<ab type="omitted" n="1">', '<ab type="omitted" n="3">', ""),
    ("S510-1", '<ab type="noBreakSpace"', '<ab type="omitted"', ""),
    ("S510-2", '<ab type="noBreakSpace" n="1463">', '<ab type="noBreakSpace">', ""),
    ("S511-1", 'who="#encoder"', 'who="#Leningrad"', ""),
    ("S512-1", '<ab type="convention">', '<ab type="control">', ""),
    ("S601-1", 'when="1943-01-18"', 'when="1943-01-18" from="1943"', ""),
    ("S602-1", 'from="1924" to="1991"', 'from="1991-09-06" to="1924"', ""),
    ("S602-2", 'notBefore="1941-09-08"', 'notBefore="1945"', ""),
    ("S603-1", 'when="1943-01-18" cert="high"', 'cert="high"', ""),
    ("S604-1", 'n="2023-01-18"', 'n="18.1.2023"', "S604"),
    ("S604-2", 'n="2023-01-18"', 'n="2023-01-19"', ""),
    ("S606-1", 'when="1950-02-01"', 'when="2050"', ""),
    ("S702-1", "59.94 30.31", "99.94 30.31", ""),
    ("S703-1", ">Mr Dorn<", "><", ""),
    ("S704-1", 'mutual="#AnnaBeck #CarlDorn"', 'mutual="#AnnaBeck"', ""),
    ("S704-2", 'mutual="#AnnaBeck', 'active="#EmilFink" mutual="#AnnaBeck', ""),
    ("S706-1", "https://example.org/person/2", "https://example.org/person/1", ""),
    ("S708-1", ' source="#p7"', "", ""),
    ("S709-1", ' role="summarised"', "", ""),
    ("S710-1", 'role="summarised"', 'role="speaker"', ""),
    ("S711-1", "<list><item>bread", '<list type="refused"><item>bread', ""),
    ("S804-1", '<foreign xml:lang="ru-Latn">', "<foreign>", ""),
    ("S805-1", '<corr resp="#jd">', "<corr>", ""),
    ("S806-1", '<cell cols="2">', "<cell>", ""),
    ("S809-1", 'cert="medium" resp="#jd"><desc>', 'cert="medium"><desc>', ""),
]  # fmt: skip
# What stands in the sample transcript, and what may stand there as well.
_PRINTED = '<titlePart type="main">Meeting with veterans'
_MISPRINTED = 'Meeting with <choice><sic>vetrans</sic><corr resp="#jd">veterans</corr></choice>'
SOUND: list[tuple[str, str]] = [
    (_PRINTED, _PRINTED.replace("Meeting with veterans", "MEETING WITH VETERANS.")),
    (_PRINTED, _PRINTED.replace("Meeting with veterans", _MISPRINTED)),
    (_PRINTED, f'{_PRINTED}<note type="annotation" resp="#jd">In the hall.</note>'),
]
_PARTS = {
    "ENCODING": re.compile(r"<encodingDesc>.*</encodingDesc>", re.DOTALL),
    "PROFILE": re.compile(r"<profileDesc>.*</profileDesc>", re.DOTALL),
}


def broken(old: str, new: str) -> str:
    if old in _PARTS:
        return _PARTS[old].sub(new, TRANSCRIPT, count=1)
    assert old in TRANSCRIPT
    return TRANSCRIPT.replace(old, new, 1)


def found_in(text: str) -> list[dict[str, str]]:
    document = parse(text.encode(), "test.xml")
    findings = engine().stylesheet(SCHEMAS / "edition-checks.xsl").transform(document).text
    messages = engine().stylesheet(SCHEMAS / "edition-messages.xsl")
    lines = messages.transform(document, findings=findings).text
    return [json.loads(line) for line in lines.splitlines()]


@cache
def schematron() -> etree._ElementTree:
    return etree.parse(str(SCHEMATRON))


def patterns() -> list[etree._Element]:
    return schematron().getroot().findall("sch:pattern", SCH)


@pytest.mark.parametrize("file", DOCUMENTS, ids=[file.stem for file in DOCUMENTS])
def test_the_sample_documents_keep_all_rules(file: Path) -> None:
    assert found_in(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("assertion", "old", "new", "also"), BREACHES)
def test_a_breach_is_found(assertion: str, old: str, new: str, also: str) -> None:
    code = assertion.partition("-")[0]
    assert {finding["code"] for finding in found_in(broken(old, new))} == {code, *also.split()}


@pytest.mark.parametrize(("old", "new"), SOUND)
def test_what_breaks_no_rule_is_not_found(old: str, new: str) -> None:
    assert found_in(broken(old, new)) == []


def test_a_finding_says_where_and_what_to_do() -> None:
    (finding,) = found_in(broken('xml:id="u2"', 'xml:id="v2"'))
    root = etree.fromstring(broken('xml:id="u2"', 'xml:id="v2"').encode())
    element = list(root.iter(etree.Element))[int(finding["element"])]
    assert (
        re.sub(r"\{.*?\}", "", root.getroottree().getelementpath(element)) == "text/body/div/u[2]"
    )
    assert element.get(XML_ID) == "v2"
    assert finding["severity"] == "error"
    assert finding["message"].endswith(".")
    assert finding["hint"].startswith("Give it")


def test_a_turn_that_continues_another_needs_no_label() -> None:
    label = re.search(
        r'<note type="speaker"[^>]*>(?:(?!</note>).)*</note>\s*(?=<u xml:id="u2")', TRANSCRIPT
    )
    assert label is not None
    without = TRANSCRIPT.replace(label[0], "")
    assert {finding["code"] for finding in found_in(without)} == {"S302"}
    continued = without.replace('<u xml:id="u2"', '<u prev="#u1" xml:id="u2"')
    assert found_in(continued) == []


def test_a_participant_who_edits_too_is_responsible_as_an_editor() -> None:
    editor = '<editor xml:id="jd"><persName ref='
    whole = broken(editor, '<editor><persName xml:id="jd" ref=')
    assert found_in(whole) == []


def test_a_message_names_the_values_at_fault() -> None:
    findings = found_in(broken('who="#CarlDorn" toWhom', 'who="#KarlDorn" toWhom'))
    assert any("#KarlDorn" in finding["message"] for finding in findings)


def test_every_assertion_has_a_breach() -> None:
    asserted = {node.get("id") for node in schematron().iterfind(".//sch:rule/*[@test]", SCH)}
    assert asserted == {assertion for assertion, *_ in BREACHES}


def test_every_rule_meets_an_element_of_the_sample_documents() -> None:
    roots = [etree.parse(str(file)) for file in DOCUMENTS]
    for rule in schematron().iterfind(".//sch:rule", SCH):
        path = "//" + rule.get("context", "").replace(" | ", " | //")
        path = re.sub(r"tokenize\(@(\w+)\) = '(#\w+)'", r"contains(@\1, '\2')", path)
        path = re.sub(r"@type = \('(\w+)'[^)]*\)", r"@type = '\1'", path)
        path = re.sub(r"@unit = \('(\w+)'[^)]*\)", r"@unit = '\1'", path)
        names = {"tei": "http://www.tei-c.org/ns/1.0"}
        assert any(root.xpath(path, namespaces=names) for root in roots), path


def test_numbers_are_given_once_and_in_order() -> None:
    idents = [pattern.get("id", "") for pattern in patterns()]
    codes = [ident.partition("-")[0] for ident in idents]
    assert all(re.fullmatch(r"S\d{3}(-[a-z]+)+", ident) for ident in idents)
    assert codes == sorted(set(codes)) == [rule.code for rule in rules()]


@pytest.mark.slow
def test_schematron_says_what_the_program_says(tmp_path: Path) -> None:
    pyschematron = pytest.importorskip(
        "pyschematron", "1.2", reason="needs Python 3.12 or newer and: pip install pyschematron"
    )
    heard = {}
    for number, (assertion, old, new, _) in enumerate(BREACHES):
        schema, document = tmp_path / f"{number}.sch", tmp_path / f"{number}.xml"
        schema.write_bytes(only(assertion.partition("-")[0]))
        document.write_text(broken(old, new), encoding="utf-8")
        result = pyschematron.validate_document(document, schema).get_svrl()
        heard[number] = {
            node.get("id") for node in result.iter("{*}failed-assert", "{*}successful-report")
        }
    assert all(assertion in heard[number] for number, (assertion, *_) in enumerate(BREACHES))
    assert pyschematron.validate_document(FOLDER / "transcript.xml", SCHEMATRON).is_valid()


def only(code: str) -> bytes:
    """The Schematron file with nothing but the rule *code*."""
    root = etree.fromstring(etree.tostring(schematron()))
    for pattern in root.findall("sch:pattern", SCH):
        if not pattern.get("id", "").startswith(code + "-"):
            root.remove(pattern)
    return etree.tostring(root)
