"""``edition explain``: every code and every element has an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main
from edition.diagnostic import codes
from edition.project.beginning import begin
from edition.resources import GUIDES
from edition.schema import elements, rules


def explain(name: str) -> str:
    result = CliRunner().invoke(main, ["explain", name])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_code_is_explained() -> None:
    for code in codes():
        told = explain(code)
        assert codes()[code].hint.split("{")[0] in told
        assert "{likely}" not in told
        assert "{advice}" not in told
        assert "{{" not in told


def test_a_hint_that_is_wholly_of_one_case_is_not_shown_empty() -> None:
    assert "Hint: what to do depends on the case" in explain("M005")
    assert "“‹speaker›” is labelled in line ‹line›" in explain("T020")


def test_every_rule_is_explained() -> None:
    for rule in rules():
        told = explain(rule.code.lower())
        assert rule.description in told
        assert rule.hints
        assert all(f"Hint: {hint}" in told for hint in rule.hints)


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


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project with its example encoded, which is the current folder."""
    begin(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["encode"]).exit_code == 0
    return tmp_path


def test_the_example_of_an_element_is_from_the_edition_here(project: Path) -> None:
    tei = Path("source/1911-03-07-bridge.xml")
    written = tei.read_text(encoding="utf-8")
    told = explain("vocal")
    assert '    <vocal type="laughter"><desc>(Laughter.)</desc></vocal>' in told
    line = written[: written.index("<vocal ")].count("\n") + 1
    assert f"Example, from {tei}, line {line}:" in told
    assert told.count("Example") == 1


def test_of_several_uses_one_in_the_text_is_shown_at_the_margin(project: Path) -> None:
    label = '<roleName>Mrs</roleName> <persName ref="#MargaretThorne">Margaret Thorne</persName>:'
    assert f'    <note type="speaker">{label}</note>' in explain("note")
    shown = explain("u").partition("Example")[2].splitlines()[1:]
    assert [line[4:6] for line in shown] == ["<u", "  ", "</"]


def test_a_long_element_is_cut(project: Path) -> None:
    shown = explain("teiHeader").partition("Example")[2].splitlines()[1:]
    assert len(shown) == 14
    assert shown[-1].strip() == "…"


def test_what_the_edition_has_not_is_shown_from_the_guide(project: Path) -> None:
    assert "  Example:" in explain("supplied")


def test_a_file_that_cannot_be_read_gives_no_example(project: Path) -> None:
    Path("source/1911-03-07-bridge.xml").write_text("<TEI", encoding="utf-8")
    assert "  Example:" in explain("vocal")


def test_a_short_use_goes_before_a_long_one(project: Path) -> None:
    tei = Path("source/1911-03-07-bridge.xml")
    written = tei.read_text(encoding="utf-8")
    tei.write_text(written.replace("Good evening.", "Good evening. " * 60), encoding="utf-8")
    shown = explain("u")
    assert "I went on Monday" in shown
    assert "Good evening" not in shown


@pytest.mark.parametrize("subject", list(GUIDES))
def test_a_subject_is_told_as_it_is_written(subject: str) -> None:
    assert subject not in elements()
    assert explain(subject) == GUIDES[subject].read_text(encoding="utf-8")
