"""The explainer and its validators agree: libxml2, and jing."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from edition.checking.explain import explain
from edition.checking.grammar import Grammar, grammar
from edition.diagnostic import Diagnostic
from edition.resources import SCHEMAS
from edition.tei.document import parse
from tests.checking.meeting import tei

SCHEMA = SCHEMAS / "edition.rng"


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
        found = explain(parse(written.encode(), "m.xml"), grammar(SCHEMA))
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
