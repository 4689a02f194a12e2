"""Findings that somebody ignores, with a reason, by an instruction in the file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import edition
from edition.checking.ignoring import can_ignore, sifted
from edition.cli import main
from edition.diagnostic import Diagnostic
from edition.tei.document import parse
from tests.checking.meeting import SOURCE, changed, found, tei

SPACE = changed("All the best", "All  the best")  # C007 in the paragraph p7
REASON = "so it is printed"
U4, P7 = '<u xml:id="u4"', '<seg xml:id="p7"'


def ignoring(written: str, before: str, code: str = "C007", reason: str = REASON) -> str:
    """The file *written* with an instruction before the markup *before*."""
    assert written.count(before) == 1
    return written.replace(before, f"<?edition-ignore {code} {reason}?>\n{before}")


def sift(written: str, looked_for: str = "CFGS") -> tuple[list[str], list[Diagnostic]]:
    """The codes of what stands, and what is ignored."""
    standing, ignored = sifted(parse(written.encode(), "meeting.xml"), found(written), looked_for)
    return [finding.code for finding in standing], ignored


@pytest.mark.parametrize("before", [P7, U4, "<body>", "<TEI ", "<fileDesc>", "<encodingDesc>"])
def test_what_is_in_the_next_element_or_in_the_whole_file(before: str) -> None:
    standing, ignored = sift(ignoring(SPACE, before))
    assert standing == []
    assert [(f.code, f.ignored, f.xml_id) for f in ignored] == [("C007", REASON, "p7")]


@pytest.mark.parametrize(
    "before", ['<seg xml:id="p6"', "<titleStmt>", "<closer>", "<standOff>", "</div>\n    </body>"]
)
def test_what_stands_elsewhere_is_not_ignored_and_that_is_told(before: str) -> None:
    assert sift(ignoring(SPACE, before)) == (["C007", "D001"], [])


def test_what_is_told_of_another_file_is_not_ignored() -> None:
    written = ignoring(SPACE, "<fileDesc>")
    others = [replace(finding, file="persons.xml") for finding in found(written)]
    standing, ignored = sifted(parse(written.encode(), "meeting.xml"), others, "CFGS")
    assert ([finding.code for finding in standing], ignored) == (["C007", "D001"], [])


def test_a_rule_of_the_schema_can_be_ignored_though_it_is_an_error() -> None:
    label = '<note type="speaker"><persName ref="#BorisIvanov">Boris Ivanov</persName>:</note>'
    told = changed(label, f"<head>{label[21:-7]}</head>")
    assert "S302" in sift(told)[0]
    standing, ignored = sift(ignoring(told, '<u xml:id="u3"', "S302"))
    assert "S302" not in standing
    assert [f.code for f in ignored] == ["S302"]


@pytest.mark.parametrize(
    ("code", "reason", "told"),
    [
        ("C002", REASON, "D001"),
        ("C007", "", "D002"),
        ("C999", REASON, "D003"),
        ("S999", REASON, "D003"),
        ("", "", "D003"),
        ("F003", REASON, "D004"),
        ("R001", REASON, "D004"),
        ("X001", REASON, "D004"),
        ("S000", REASON, "D004"),
        ("D001", REASON, "D004"),
    ],
)
def test_an_instruction_that_says_nothing_is_told_where_it_stands(
    code: str, reason: str, told: str
) -> None:
    written = ignoring(SPACE, P7, code, reason)
    standing, ignored = sifted(parse(written.encode(), "a.xml"), found(written), "CFGS")
    assert [f.code for f in standing] == ["C007", told]
    assert ignored == []
    at = standing[1]
    assert written.split("\n")[at.line - 1][at.column - 1 :].startswith("<?edition-ignore")


def test_what_was_not_looked_for_may_be_there_still() -> None:
    written = ignoring(tei(), "<fileDesc>", "F009")
    assert sift(written, "CGS") == ([], [])
    assert sift(written, "CFGS") == (["D001"], [])


def test_an_instruction_in_a_comment_or_in_text_is_none() -> None:
    hidden = "<!-- <?edition-ignore C007 x?> --><![CDATA[]]>"
    assert sift(SPACE.replace(P7, hidden + P7))[0] == ["C007"]
    assert sift(ignoring(SPACE, P7).replace("<body>", f"<body>{hidden}"))[0] == []


def test_only_warnings_notes_and_rules() -> None:
    assert all(map(can_ignore, ["C001", "F009", "G008", "M108", "P001", "S101", "S302"]))
    assert not any(map(can_ignore, ["T020", "E010"]))  # of a transcript, and of a run
    assert not any(map(can_ignore, ["F001", "F007", "G001", "R099", "S001", "X002", "s302"]))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    source = tmp_path / "source"
    source.mkdir()
    monkeypatch.chdir(tmp_path)
    (source / "meeting.txt").write_bytes(SOURCE)
    (source / "edition.toml").write_text('[source]\nconvention = "kremlin"\n', encoding="utf-8")
    return source


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_validate_counts_it_and_lists_it_when_asked(folder: Path) -> None:
    (folder / "meeting.xml").write_text(ignoring(SPACE, P7), encoding="utf-8")
    result = run("validate")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 file checked: nothing found, 1 ignored.\n"
    result = run("validate", "--ignored")
    assert result.exit_code == 0
    assert f"ignored: {REASON}\n" in result.stdout
    assert "Hint" not in result.stdout
    (record,) = json.loads(run("validate", "--ignored", "--format", "json").stdout)
    assert record["ignored"] == REASON
    assert run("validate", "--format", "github").stdout == ""
    assert run("validate", "--ignored", "--format", "github").stdout.startswith("::notice ")


def test_sarif_always_has_it_as_suppressed(folder: Path) -> None:
    (folder / "meeting.xml").write_text(ignoring(SPACE, P7), encoding="utf-8")
    (one,) = json.loads(run("validate", "--format", "sarif").stdout)["runs"]
    (result,) = one["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": REASON}]
    (folder / "meeting.xml").write_text(SPACE, encoding="utf-8")
    (one,) = json.loads(run("validate", "--format", "sarif").stdout)["runs"]
    assert [result["suppressions"] for result in one["results"]] == [[]]


def test_build_publishes_what_is_ignored_and_its_words_are_not_on_the_page(folder: Path) -> None:
    (folder / "meeting.xml").write_text(SPACE, encoding="utf-8")
    assert "[C007]" in run("build").output
    pages = [folder.parent / "output" / name for name in ("html/meeting.html", "text/meeting.txt")]
    before = [page.read_bytes() for page in pages]
    (folder / "meeting.xml").write_text(
        ignoring(ignoring(SPACE, P7), "<fileDesc>", "C002", REASON), encoding="utf-8"
    )
    result = run("--verbose", "build")
    assert "[C007]" not in result.output
    assert "[D001]" in result.output
    assert ", 1 ignored." in result.output
    assert [page.read_bytes() for page in pages] == before
    published = folder.parent / "output" / "tei" / "meeting.xml"
    assert f"<?edition-ignore C007 {REASON}?>".encode() in published.read_bytes()


def test_encoding_again_and_merging_leave_it(folder: Path) -> None:
    assert run("encode").exit_code == 0
    file = folder / "meeting.xml"
    base = file.read_text(encoding="utf-8")
    mine = ignoring(ignoring(base, P7), "<TEI ", "M108")
    file.write_text(mine, encoding="utf-8")
    assert run("encode").exit_code == 0
    assert file.read_text(encoding="utf-8") == mine
    longer = SOURCE.replace(b"to your pupils.", b"to your pupils. Goodbye.")
    (folder / "meeting.txt").write_bytes(longer)
    assert run("encode").exit_code == 0
    again = file.read_text(encoding="utf-8")
    assert "Goodbye." in again
    assert f"<?edition-ignore C007 {REASON}?>\n<seg" in again
    assert f"<?edition-ignore M108 {REASON}?>\n<TEI" in again
    (folder / "base.xml").write_text(base, encoding="utf-8")
    other = base.replace("Good afternoon", "Good <emph>afternoon</emph>")
    (folder / "other.xml").write_text(other, encoding="utf-8")
    merged = run("merge", *(str(folder / f"{name}.xml") for name in ("base", "meeting", "other")))
    assert merged.exit_code == 0, merged.output
    assert "<emph>afternoon" in merged.stdout
    assert merged.stdout.count("<?edition-ignore") == 2


def test_the_text_and_the_figures_are_the_same() -> None:
    with_it = edition.parse(ignoring(SPACE, P7).encode(), "a.xml")
    without = edition.parse(SPACE.encode(), "a.xml")
    assert with_it.counts == without.counts
