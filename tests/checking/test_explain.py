"""Why a file is not valid: every fault, exactly where it is, and what was expected."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from edition.checking.explain import MOST_FAULTS, explain
from edition.checking.grammar import Grammar, grammar
from edition.checking.relaxng import check_grammar
from edition.diagnostic import Diagnostic
from edition.resources import SCHEMAS
from edition.tei.document import parse
from tests.checking.meeting import changed, of, tei, text_at

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


# Agreement with libxml2 and jing


def mutations(count: int) -> list[str]:
    """Files that are a little different from a valid one, most of them not valid."""
    chance = random.Random(11)
    made = []
    for _ in range(count):
        root = etree.fromstring(tei().encode())
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            mutate(root, chance)
        made.append(etree.tostring(root, encoding="unicode"))
    return made


def mutate(root: etree._Element, chance: random.Random) -> None:
    elements = list(root.iter(etree.Element))[1:]
    element = chance.choice(elements)
    other = chance.choice(elements)
    match chance.randrange(9):
        case 0:
            element.tag = other.tag
        case 1 if (parent := element.getparent()) is not None:
            parent.remove(element)
        case 2:
            copy = etree.fromstring(etree.tostring(other, with_tail=False))
            element.insert(chance.randint(0, len(element)), copy)
        case 3:
            element.text = "stray"
        case 4:
            element.tail = " stray "
        case 5:
            name = chance.choice(["n", "type", "when", "who", "cert", "x", "xml:lang"])
            name = name.replace("xml:", "{http://www.w3.org/XML/1998/namespace}")
            element.set(name, chance.choice(["1", "a b", "#u1", "high", "2016-03-04", ""]))
        case 6 if element.attrib:
            del element.attrib[chance.choice(list(element.attrib))]
        case 7 if len(element):
            element[:] = reversed(element)
        case _:
            element.text = element.tail = None


def test_verdicts_are_those_of_libxml2() -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    valid = 0
    for written in mutations(100):
        document = parse(written.encode(), "m.xml")
        verdict = schema.validate(parse(written.encode(), "m.xml").root)
        found = explain(document, grammar(SCHEMA))
        assert (not found) == verdict, f"{schema.error_log}\n{found}\n{written}"
        valid += verdict
    assert 5 < valid < 95


@pytest.mark.java
@pytest.mark.skipif(shutil.which("jing") is None, reason="needs jing: apt-get install jing")
def test_verdicts_and_lines_are_those_of_jing(tmp_path: Path) -> None:
    files = {}
    for number, written in enumerate(mutations(50)):
        files[str(tmp_path / f"{number}.xml")] = written
        (tmp_path / f"{number}.xml").write_text(written, encoding="utf-8")
    done = subprocess.run(
        ["jing", str(SCHEMA), *files], capture_output=True, text=True, check=False
    )
    lines: dict[str, set[int]] = {}
    for match in re.finditer(r"^(.*\.xml):(\d+):\d+: error", done.stdout, re.MULTILINE):
        lines.setdefault(match[1], set()).add(int(match[2]))
    for name, written in files.items():
        found = of("R", faults(written))
        assert bool(found) == (name in lines), f"{name} {written}"
        ours = {finding.line for finding in found if finding.code in ("R001", "R010", "R012")}
        assert ours <= lines.get(name, set()), f"{found} {written}"


# The engine by itself, on what the schema of this house does not use


def grammar_of(body: str) -> etree._Element:
    return etree.fromstring(
        f"""<grammar xmlns="http://relaxng.org/ns/structure/1.0"
          datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">{body}</grammar>"""
    )


def agree(schema: etree._Element, written: str) -> list[Diagnostic]:
    """The faults of *written*, after making sure that libxml2 thinks so too."""
    found = explain(parse(written.encode(), "x.xml"), Grammar(schema))
    assert (not found) == etree.RelaxNG(schema).validate(etree.fromstring(written)), written
    return found


MIXTURE = """
  <start><element name="r"><ref name="content"/></element></start>
  <define name="content" combine="interleave"><element name="a"><text/></element></define>
  <define name="content" combine="interleave">
    <zeroOrMore><element name="b"><mixed><optional><element name="c"><empty/></element></optional>
    </mixed></element></zeroOrMore>
  </define>
"""


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("<r><a/></r>", []),
        ("<r><b/><a>x</a><b>x<c/>y</b></r>", []),
        ("<r><b/></r>", ["R005"]),
        ("<r><a/><a/></r>", ["R003"]),
        ("<r><a/><b><c/><c/></b></r>", ["R003"]),
        ("<r><a/><b><c>x</c></b></r>", ["R006"]),
    ],
)
def test_interleave_mixed_and_combine(written: str, codes: list[str]) -> None:
    assert [finding.code for finding in agree(grammar_of(MIXTURE), written)] == codes


VARIANTS = """
  <start><element name="r"><oneOrMore><choice><ref name="short"/><ref name="long"/></choice>
  </oneOrMore></element></start>
  <define name="short"><element name="x"><attribute name="k"><value>s</value></attribute>
    <data type="integer"><param name="minInclusive">3</param></data></element></define>
  <define name="long"><element name="x"><attribute name="k"><value>l</value></attribute>
    <element name="y"><list><oneOrMore><ref name="number"/></oneOrMore></list></element>
    <zeroOrMore><element><anyName><except><name>x</name></except></anyName>
      <zeroOrMore><attribute><nsName ns="urn:n"/></attribute></zeroOrMore><text/></element>
    </zeroOrMore></element></define>
  <define name="number"><data type="decimal"/></define>
"""


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ('<r><x k="s">3</x><x k="l"><y>1 2.5</y></x></r>', []),
        ('<r><x k="l"><y> 1 </y><z xmlns:n="urn:n" n:a="1">t</z></x></r>', []),
        ('<r><x k="s">2</x></r>', ["R014"]),
        ('<r><x k="s"/></r>', ["R005"]),
        ('<r><x k="l"><y>1 b</y></x></r>', ["R014"]),
        ('<r><x k="l"><y>1</y><z a="1"/></x></r>', ["R010"]),
        ('<r><x k="q">3</x></r>', ["R012"]),
        ("<r/>", ["R005"]),
    ],
)
def test_two_elements_of_one_name_data_lists_and_wildcards(written: str, codes: list[str]) -> None:
    assert [finding.code for finding in agree(grammar_of(VARIANTS), written)] == codes


EITHER = """
  <start><element name="r">
    <choice><attribute name="when"><data type="date"/></attribute>
      <group><attribute name="from"/><attribute name="to"/></group></choice>
    <choice><element name="a"><empty/></element><element name="b"><empty/></element></choice>
  </element></start>
"""


@pytest.mark.parametrize(
    ("written", "codes", "expected"),
    [
        ('<r when="2016-03-04"><a/></r>', [], ""),
        ('<r from="1" to="2"><b/></r>', [], ""),
        ("<r><a/></r>", ["R019"], "one of: when, from, to"),
        ('<r from="1"><a/></r>', ["R011"], ""),
        ('<r from="1" to="2" when="2016-03-04"><a/></r>', ["R013"], ""),
        ('<r when="2016-03-04"/>', ["R005"], "one of: a, b"),
        ('<r when="2016-03-04">x</r>', ["R005", "R006"], "one of: a, b"),
    ],
)
def test_attributes_that_exclude_each_other(written: str, codes: list[str], expected: str) -> None:
    found = agree(grammar_of(EITHER), written)
    assert [finding.code for finding in found] == codes
    assert not found or found[0].expected == expected


def test_what_libxml2_alone_refuses_is_not_passed_in_silence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = sys.modules[check_grammar.__module__]
    monkeypatch.setattr(module, "explain", lambda document, grammar: [])
    (finding,) = faults(changed('type="playback"', 'type="playbak"'))
    assert finding.code == "R099"
    assert finding.message.startswith("not valid: ")
