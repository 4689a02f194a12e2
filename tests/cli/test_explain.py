"""``edition explain``: every code and every element has an answer."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from edition.cli import main
from edition.diagnostic import codes
from edition.schema import elements, rules


def explain(name: str) -> str:
    result = CliRunner().invoke(main, ["explain", name])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_code_is_explained() -> None:
    for code in codes():
        assert codes()[code].hint.split("{")[0] in explain(code)


def test_every_rule_is_explained() -> None:
    for rule in rules():
        assert rule.description in explain(rule.code.lower())


def test_every_element_is_explained() -> None:
    for element in elements():
        assert explain(element).startswith(f"<{element}>")


@pytest.mark.parametrize(
    ("wrong", "near"), [("persNme", "persName"), ("U", "u"), ("PERSNAME", "persName")]
)
def test_a_wrong_name_is_answered_with_a_near_one(wrong: str, near: str) -> None:
    result = CliRunner().invoke(main, ["explain", wrong])
    assert result.exit_code == 2
    assert f"Did you mean {near}?" in result.stderr
