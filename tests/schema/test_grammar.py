"""The grammar: what it admits is TEI; libxml2 and jing agree about what it admits."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from edition.resources import SCHEMAS
from tests.schema.grammar import Grammar, counterexample
from tests.schema.instances import Instances, anywhere, document, gathered, several
from tests.schema.jing import TEI_ALL, needs_jing, needs_tei_all, refused

RNG = SCHEMAS / "edition.rng"
DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.xml"))
SECONDS_TO_COMPILE = 20


@cache
def ours() -> Grammar:
    return Grammar(RNG)


@cache
def instances() -> Instances:
    return Instances(ours())


@cache
def of_element(name: str) -> tuple[str, ...]:
    """Every small instance of the element *name*."""
    made = instances()
    return (made.smallest(name), *made.children(name), *made.attributes(name))


@pytest.fixture(scope="module")
def any_element(tmp_path_factory: pytest.TempPathFactory) -> etree.RelaxNG:
    schema = tmp_path_factory.mktemp("schema") / "any.rng"
    schema.write_text(anywhere(ours()), encoding="utf-8")
    return etree.RelaxNG(file=str(schema))


def test_libxml2_compiles_the_grammar_before_the_time_limit() -> None:
    program = f"from lxml import etree; etree.RelaxNG(file={str(RNG)!r})"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=SECONDS_TO_COMPILE)


def test_each_element_has_one_declaration_named_after_it() -> None:
    root = etree.parse(str(RNG)).getroot()
    ns = {"r": "http://relaxng.org/ns/structure/1.0"}
    declared = [
        (define.get("name"), element.get("name"))
        for define in root.iterfind("r:define", ns)
        for element in define.iterfind("r:element", ns)
    ]
    assert all(define == element for define, element in declared)
    assert len(dict(declared)) == len(declared) == len(ours().elements)


@needs_tei_all
def test_no_content_is_admitted_that_tei_does_not_admit() -> None:
    tei = Grammar(TEI_ALL)
    found = {
        name: counterexample(ours().model(name), tei.model(name))
        for name in ours().elements
        if name in tei.elements
    }
    assert set(found) == set(ours().elements)
    assert {name: content for name, content in found.items() if content is not None} == {}


@needs_tei_all
def test_no_attribute_is_admitted_or_left_out_against_tei() -> None:
    tei = Grammar(TEI_ALL)
    for name in ours().elements:
        here, there = ours().attributes(name), tei.attributes(name)
        assert set(here) <= set(there), name
        demanded = {attribute.name for attribute in there.values() if attribute.required}
        assert all(here[key].required for key in demanded & set(here)), name
        assert demanded <= set(here), name


def test_libxml2_admits_each_instance(any_element: etree.RelaxNG) -> None:
    refusals = [
        instance
        for name in ours().elements
        for instance in of_element(name)
        if not any_element.validate(etree.fromstring(document(instance)))
    ]
    assert refusals == []


@needs_jing
def test_jing_admits_each_instance(tmp_path: Path) -> None:
    (tmp_path / "any.rng").write_text(several(ours()), encoding="utf-8")
    assert refused(tmp_path / "any.rng", written(tmp_path)) == {}


@needs_jing
@needs_tei_all
def test_each_instance_is_valid_tei(tmp_path: Path) -> None:
    (tmp_path / "any.rng").write_text(several(Grammar(TEI_ALL)), encoding="utf-8")
    assert refused(tmp_path / "any.rng", written(tmp_path)) == {}


def written(folder: Path) -> list[Path]:
    """A file for each element, with all its instances."""
    files = [folder / f"{name}.xml" for name in ours().elements]
    for file in files:
        file.write_text(gathered(of_element(file.stem)), encoding="utf-8")
    return files


@needs_jing
def test_both_refuse_children_at_the_wrong_place(
    tmp_path: Path, any_element: etree.RelaxNG
) -> None:
    (tmp_path / "any.rng").write_text(several(ours()), encoding="utf-8")
    wrong = [misfit for name in ours().elements for misfit in instances().misfits(name, one_in=60)]
    assert len(wrong) > 200
    files = [tmp_path / f"{number}.xml" for number in range(len(wrong))]
    for file, misfit in zip(files, wrong, strict=True):
        file.write_text(gathered([misfit]), encoding="utf-8")
    assert len(refused(tmp_path / "any.rng", files)) == len(files)
    admitted = [w for w in wrong if any_element.validate(etree.fromstring(document(w)))]
    assert admitted == []


@needs_jing
def test_the_sample_documents_are_valid() -> None:
    schema = etree.RelaxNG(file=str(RNG))
    for file in DOCUMENTS:
        schema.assertValid(etree.parse(str(file)))
    assert refused(RNG, DOCUMENTS) == {}


@needs_jing
@needs_tei_all
def test_the_sample_documents_are_valid_tei() -> None:
    assert refused(TEI_ALL, DOCUMENTS) == {}
