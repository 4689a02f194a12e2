"""``edition score``: figures, differences, and what cannot be compared."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pytest_regressions.file_regression import FileRegressionFixture

from edition.cli import main

HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>'
GOLD = """<u><seg xml:id="p1"><persName ref="#A">Anna Karlova</persName> came from
<placeName ref="#M">Moscow</placeName> with <persName ref="#B">Boris</persName>.</seg>
<seg xml:id="p2">The <orgName ref="#F">Fund</orgName> thanked <persName ref="#A">Anna</persName>,
<rs type="person" ref="#B">her son</rs> and <persName>somebody</persName>.</seg></u>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "gold.xml", GOLD)
    return tmp_path


def write(folder: Path, name: str, body: str) -> None:
    (folder / name).write_text(f"{HEAD}{body}</body></text></TEI>", encoding="utf-8")


def scored(folder: Path, ours: str) -> dict[str, Any]:
    write(folder, "our.xml", ours)
    result = CliRunner().invoke(
        main, ["score", "our.xml", "--gold", "gold.xml", "--format", "json"]
    )
    assert result.exit_code in (0, 1), result.output
    value: dict[str, Any] = json.loads(result.stdout)
    assert result.exit_code == bool(value["differences"])
    return value


def found(value: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["what"], one["words"], one["other"]) for one in value["differences"]]


def test_equal_files_have_no_difference(folder: Path) -> None:
    value = scored(folder, GOLD.replace("#A", "#Anna").replace("\n", "\n\n    "))
    assert value["differences"] == []
    assert value["scores"]["all"]["exact"]["f1"] == 1.0
    assert value["scores"]["person"]["linking"]["found"] == 2


def test_the_report(folder: Path, file_regression: FileRegressionFixture) -> None:
    ours = (
        GOLD.replace(
            '<persName ref="#A">Anna Karlova</persName>',
            'Anna <persName ref="#K">Karlova</persName>',
        )
        .replace('<rs type="person" ref="#B">her son</rs>', "her son")
        .replace('<orgName ref="#F">Fund</orgName>', "<placeName>Fund</placeName>")
        .replace("came", "<geogName>came</geogName>")
    )
    write(folder, "our.xml", ours)
    result = CliRunner().invoke(main, ["--plain", "score", "our.xml", "--gold", "gold.xml"])
    assert result.exit_code == 1
    file_regression.check(result.stdout)


def test_quiet_leaves_the_table(folder: Path) -> None:
    write(folder, "our.xml", GOLD.replace("<persName>somebody</persName>", "somebody"))
    result = CliRunner().invoke(main, ["-q", "score", "our.xml", "--gold", "gold.xml"])
    assert "somebody" not in result.output
    assert "all     linking" in result.output


def test_one_long_name_is_not_right_for_all_that_it_covers(folder: Path) -> None:
    first, second = GOLD.split("</seg>", 1)
    bare = re.sub("</?persName[^>]*>", "", first).replace('"p1">', '"p1"><persName>')
    value = scored(folder, f"{bare}</persName></seg>{second}")
    persons = value["scores"]["person"]
    assert (persons["overlapping"]["found"], persons["overlapping"]["claimed"]) == (4, 4)
    assert (persons["exact"]["found"], persons["exact"]["wanted"]) == (3, 5)


def test_two_persons_made_one_are_told_by_their_links(folder: Path) -> None:
    value = scored(folder, GOLD.replace("#B", "#A"))
    linking = value["scores"]["person"]["linking"]
    assert (linking["found"], linking["claimed"], linking["wanted"]) == (2, 6, 2)
    assert found(value) == [("link", "Boris", "#B"), ("link", "her son", "#B")]


def test_a_name_without_link_makes_no_pair(folder: Path) -> None:
    value = scored(folder, GOLD.replace('<persName ref="#A">Anna<', "<persName>Anna<"))
    linking = value["scores"]["person"]["linking"]
    assert (linking["found"], linking["claimed"], linking["wanted"]) == (1, 1, 2)
    assert found(value) == [("link", "Anna", "#A")]


def test_a_town_in_a_place_of_the_same_words_is_one_place(folder: Path) -> None:
    ours = GOLD.replace(">Moscow<", "><settlement>Moscow</settlement><")
    assert found(scored(folder, ours)) == []


def test_what_editors_put_in_is_no_difference(folder: Path) -> None:
    ours = GOLD.replace("came", "<choice><sic>came</sic><corr>went</corr></choice>")
    ours = ours.replace(
        "with", '<note type="annotation">Which <persName>one</persName>?</note>with'
    )
    assert found(scored(folder, ours)) == []


@pytest.mark.parametrize(
    ("ours", "place", "said"),
    [
        (GOLD.replace("came", "cane"), "our.xml:1:131", "“cane from” here, “came from” there"),
        (GOLD.replace("her son", "her sons"), "our.xml:4:35", "“sons” here, “and” there"),
        ("<u><seg>Anna</seg></u>", "our.xml:1:78", "“Anna” here, “Karlova” there"),
    ],
)
def test_another_text_is_refused_at_the_first_difference(
    folder: Path, ours: str, place: str, said: str
) -> None:
    write(folder, "our.xml", ours)
    result = CliRunner().invoke(main, ["--plain", "score", "our.xml", "--gold", "gold.xml"])
    assert result.exit_code == 1
    assert "N001" in result.stderr
    assert said in result.stderr
    assert place in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("data", "code", "exit_code"),
    [(b"Anna", "X001", 1), (b"<TEI/>", "N002", 1), (b"", "X003", 1), (None, "IO01", 3)],
)
def test_what_is_no_tei_is_refused(
    folder: Path, data: bytes | None, code: str, exit_code: int
) -> None:
    if data is not None:
        (folder / "our.xml").write_bytes(data)
    result = CliRunner().invoke(main, ["--plain", "score", "our.xml", "--gold", "gold.xml"])
    assert result.exit_code == exit_code
    assert code in result.stderr


def test_of_two_names_with_the_same_words_none_is_forgotten(folder: Path) -> None:
    body = '<u><seg xml:id="p1">The {} said.</seg></u>'
    write(folder, "gold.xml", body.format("<orgName><placeName>Bank</placeName></orgName>"))
    bare = scored(folder, body.format("Bank"))
    assert found(bare) == [("missing", "Bank", ""), ("missing", "Bank", "")]
    person = scored(folder, body.format("<persName>Bank</persName>"))
    assert [one[0] for one in found(person)] == ["kind", "missing"]
