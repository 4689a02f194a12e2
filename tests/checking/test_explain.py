"""Why a file is not valid: every fault, exactly where it is, and what was expected."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from edition.checking.explain import MOST_FAULTS, explain
from edition.checking.grammar import grammar
from edition.checking.relaxng import check_grammar
from edition.diagnostic import Diagnostic
from edition.resources import SCHEMAS
from edition.tei.document import parse
from tests.checking.meeting import changed, tei, text_at

SCHEMA = SCHEMAS / "edition.rng"


def faults(written: str) -> list[Diagnostic]:
    return check_grammar(parse(written.encode(), "meeting.xml"), SCHEMA)


def test_a_valid_file_has_no_faults() -> None:
    assert faults(tei()) == []
    assert explain(parse(tei().encode(), "meeting.xml"), grammar(SCHEMA)) == []


@pytest.mark.parametrize(
    ("change", "code", "at", "expected", "message"),
    [
        pytest.param(
            (
                '<kinesic type="applause"><desc>(Applause.)</desc></kinesic>',
                '<kinesik type="applause"><desc>(Applause.)</desc></kinesik>',
            ),
            "R001",
            '<kinesik type="applause">',
            "one of: text, choice",
            "<kinesik> is not an element of this schema",
            id="unknown element",
        ),
        pytest.param(
            ('<seg xml:id="p7">', '<seg xml:id="p7"><u xml:id="u9"/>'),
            "R002",
            '<u xml:id="u9"/>',
            "one of: text, choice",
            "<u> is not allowed in <seg>",
            id="element where it is never allowed",
        ),
        pytest.param(
            ("<closer>", "<closer><dateline>x</dateline></closer><head>x</head><closer>"),
            "R003",
            "<head>",
            "one of: nothing more,",
            "<head> is allowed in <div>, but not at this place",
            id="element too late",
        ),
        pytest.param(
            ("<titlePage>", '<div type="lead"><p xml:id="p90">x</p></div><titlePage>'),
            "R007",
            '<div type="lead">',
            "titlePage",
            "<div> comes too early in <front>: <titlePage> has to come before it",
            id="elements in the wrong order",
        ),
        pytest.param(
            ('<title type="main">Meeting with scientists</title>\n        <meeting', "<meeting"),
            "R004",
            "<meeting",
            "title",
            "<title> is missing before <meeting> in <titleStmt>",
            id="element missing before another",
        ),
        pytest.param(
            ("<desc>(A video plays.)</desc>", ""),
            "R005",
            '<kinesic xml:id="e1" type="playback">',
            "desc",
            "<kinesic> is not complete: <desc> is missing in it",
            id="missing child",
        ),
        pytest.param(
            ('<u xml:id="u4"', 'By the way.<u xml:id="u4"'),
            "R006",
            "By the way.",
            "u",
            "text cannot stand directly in <div>",
            id="text in a division",
        ),
        pytest.param(
            ('<seg xml:id="p7">', '<seg xml:id="p7" colour="red">'),
            "R010",
            '<seg xml:id="p7" colour="red">',
            "one of: xml:lang, n",
            "<seg> has no attribute “colour”",
            id="unknown attribute",
        ),
        pytest.param(
            ('<note xml:id="s1" type="summary"', '<note xml:id="s1"'),
            "R011",
            '<note xml:id="s1"',
            "one of: speaker, summary, editorial, pullquote, annotation",
            "<note> needs the attribute “type”",
            id="missing attribute",
        ),
        pytest.param(
            ('type="playback"', 'type="playbak"'),
            "R012",
            '<kinesic xml:id="e1" type="playbak">',
            "playback",
            "“playbak” cannot be the value of “type” on <kinesic>",
            id="value not in the list",
        ),
        pytest.param(
            ('<docDate><date when="2016-03-04">', '<docDate><date when="4.3.16">'),
            "R012",
            '<date when="4.3.16">',
            "a date as precise as it is known",
            "“4.3.16” cannot be the value of “when” on <date>",
            id="value of a wrong form",
        ),
        pytest.param(
            ('xml:id="p7"', 'xml:id="p6"'),
            "R015",
            '<seg xml:id="p6">Thank',
            "",
            "the id “p6” is already that of the element in line",
            id="repeated id",
        ),
        pytest.param(
            ('xml:id="p7"', 'xml:id="7 p"'),
            "R012",
            '<seg xml:id="7 p">',
            "a new XML name",
            "“7 p” cannot be the value of “xml:id” on <seg>",
            id="id that is no name",
        ),
        pytest.param(
            ('<seg xml:id="p7">', '<seg xml:id="p7"><q xmlns="">x</q>'),
            "R017",
            '<q xmlns="">',
            'xmlns="http://www.tei-c.org/ns/1.0"',
            "<q> is not in the namespace of TEI",
            id="wrong namespace",
        ),
    ],
)
def test_each_kind_of_fault_has_its_place_and_what_was_expected(
    change: tuple[str, str], code: str, at: str, expected: str, message: str
) -> None:
    written = changed(*change)
    (finding,) = faults(written)
    assert finding.code == code
    assert text_at(written, finding).startswith(at)
    assert expected in finding.expected
    assert finding.message.startswith(message)
    assert finding.hint
    assert finding.excerpt


def test_the_likely_name_is_suggested() -> None:
    (element,) = faults(
        changed("</roleName> <persName", "</roleName> <rolename>x</rolename> <persName")
    )
    assert element.hint == "Did you mean <roleName>?"
    (attribute,) = faults(changed('<u xml:id="u4" who=', '<u xml:id="u4" wo='))
    assert attribute.hint == "Did you mean who?"
    (value,) = faults(changed('type="playback"', 'type="playbak"'))
    assert value.hint == "Did you mean “playback”?"


def test_all_faults_of_a_file_are_found_in_order() -> None:
    written = re.sub(r' xml:id="p(\d)"', r' xml:id="p\1" x="\1"', tei())
    found = faults(written)
    assert [finding.code for finding in found] == ["R010"] * 7
    assert [finding.line for finding in found] == sorted(finding.line for finding in found)


def test_the_outermost_element_is_looked_at_too() -> None:
    (finding,) = faults("<p xmlns='http://www.tei-c.org/ns/1.0'>x</p>")
    assert (finding.code, finding.expected) == ("R016", "TEI")
    assert [f.code for f in faults("<TEI><text/></TEI>")] == ["R016"]


def test_faults_beyond_the_limit_are_counted() -> None:
    many = "".join(f'<seg xml:id="p{n}" x="y">a</seg>' for n in range(100, 100 + MOST_FAULTS + 20))
    found = faults(changed('<seg xml:id="p7">', many + '<seg xml:id="p7">'))
    assert len(found) == MOST_FAULTS + 1
    (more,) = [finding for finding in found if finding.code == "R098"]
    assert more.message.startswith("there are 20 more")


def test_comments_and_instructions_do_not_matter() -> None:
    inside = "<desc>(A video plays.)</desc>"
    assert faults(changed(inside, f"<!-- x --><?y z?>{inside}<!-- x -->")) == []
    written = changed(inside, f"<!-- x -->lost<?y z?>{inside}")
    (finding,) = faults(written)
    assert finding.code == "R006"
    assert text_at(written, finding).startswith("lost")


def test_what_libxml2_alone_refuses_is_not_passed_in_silence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("edition.checking.explain.explain", lambda document, grammar: [])
    (finding,) = faults(changed('type="playback"', 'type="playbak"'))
    assert finding.code == "R099"
    assert finding.message.startswith("not valid: ")


def test_a_document_without_fault_needs_no_explainer() -> None:
    script = (
        "import sys; from tests.checking.meeting import found, tei; assert not found(tei());"
        "print([m for m in ('explain', 'comparison') if f'edition.checking.{m}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
