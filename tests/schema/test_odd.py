"""The ODD: valid TEI, documented, its examples valid; nothing made from it is stale."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest
from lxml import etree

from edition.diagnostic import EditionError
from edition.resources import SCHEMAS
from edition.schema import ODD, compile_schema, describe, elements, rules, stale
from tests.schema.grammar import Grammar
from tests.schema.instances import anywhere, document
from tests.schema.jing import TEI_ALL, needs_jing, needs_tei_all, refused

TEI = "{http://www.tei-c.org/ns/1.0}"
ODD_ROOT = etree.parse(str(ODD)).getroot()


def example_files(folder: Path) -> list[Path]:
    """Each example of the ODD as a file; words without an element around them become a seg."""
    files = []
    for name in elements():
        for number, example in enumerate(describe(name).examples):
            whole = re.fullmatch(r"<([\w]+)[\s/>].*", example, re.DOTALL) is not None
            file = folder / f"{name}-{number}.xml"
            file.write_text(document(example if whole else f"<seg>{example}</seg>"), "utf-8")
            files.append(file)
    return files


def test_the_generated_files_are_those_of_the_odd() -> None:
    assert stale() == []


def test_a_changed_odd_makes_files_stale(tmp_path: Path) -> None:
    text = ODD.read_text(encoding="utf-8")
    (tmp_path / "edition.odd").write_text(text.replace("One turn of speech", "A turn"), "utf-8")
    for name in compile_schema():
        (tmp_path / name).write_bytes((SCHEMAS / name).read_bytes())
    assert stale(tmp_path) == ["edition.rng", "guide.html"]


def test_compiling_twice_gives_the_same_bytes() -> None:
    assert compile_schema() == compile_schema()


def test_an_odd_that_is_no_xml_is_a_finding_with_a_place(tmp_path: Path) -> None:
    (tmp_path / "edition.odd").write_text("<TEI>\n<text></TEI>", encoding="utf-8")
    with pytest.raises(EditionError) as error:
        compile_schema(tmp_path / "edition.odd")
    assert error.value.finding.line == 2


@needs_jing
@needs_tei_all
def test_the_odd_is_valid_tei() -> None:
    assert refused(TEI_ALL, [ODD]) == {}


def test_everything_is_documented() -> None:
    for kind in ("elementSpec", "classSpec", "attDef", "valItem", "constraintSpec", "dataSpec"):
        for spec in ODD_ROOT.iter(TEI + kind):
            description = spec.find(TEI + "desc")
            assert description is not None, spec.get("ident")
            assert len("".join(description.itertext()).strip()) > 2, spec.get("ident")
    for name in elements():
        knowledge = describe(name)
        assert knowledge.gloss
        assert knowledge.examples, name
        assert all(attribute.description for attribute in knowledge.attributes)


def test_every_example_shows_its_element() -> None:
    for name in elements():
        assert all(f"<{name}" in example for example in describe(name).examples), name


def test_libxml2_admits_every_example(tmp_path: Path) -> None:
    schema = tmp_path / "any.rng"
    schema.write_text(anywhere(Grammar(SCHEMAS / "edition.rng")), encoding="utf-8")
    relaxng = etree.RelaxNG(file=str(schema))
    refusals = [
        f.name for f in example_files(tmp_path) if not relaxng.validate(etree.parse(str(f)))
    ]
    assert refusals == []


@needs_jing
@needs_tei_all
def test_every_example_is_valid_tei(tmp_path: Path) -> None:
    schema = tmp_path / "any.rng"
    schema.write_text(anywhere(Grammar(TEI_ALL)), encoding="utf-8")
    assert refused(schema, example_files(tmp_path)) == {}


def test_knowledge_of_an_attribute_has_its_values() -> None:
    attributes = {attribute.name: attribute for attribute in describe("kinesic").attributes}
    assert attributes["type"].required
    assert attributes["type"].closed
    assert attributes["type"].values["applause"] == "applause"
    assert list(attributes["cert"].values) == ["high", "medium", "low"]


def test_knowledge_is_plain_text() -> None:
    assert "@cert" in describe("certainty").examples[0] or describe("u").gloss == "turn"
    assert "<seg>" in describe("p").description
    assert [rule.owner for rule in rules() if rule.code == "S301"] == ["note"]
    with pytest.raises(KeyError):
        describe("blink")


def test_the_guide_is_html_by_the_letter_and_needs_nothing_else() -> None:
    page = (SCHEMAS / "guide.html").read_text(encoding="utf-8")
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    identifiers = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(identifiers) == len(set(identifiers))
    links = {node.get("href") for node in tree.iter("a")}
    assert links <= {f"#{identifier}" for identifier in identifiers}
    loading = [
        node.tag for node in tree.iter() if node.get("src") or node.tag in ("script", "link")
    ]
    assert loading == []


def test_the_guide_has_every_element_and_every_rule() -> None:
    page = (SCHEMAS / "guide.html").read_text(encoding="utf-8")
    assert all(f'<h3 id="{name}"' in page for name in elements())
    assert all(f'<li id="{rule.code}"' in page for rule in rules())
