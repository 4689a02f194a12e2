"""Registers in the folder of an edition: checked, and no documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main
from edition.diagnostic import Severity
from edition.names.model import Kind
from edition.project.building import build
from edition.project.folder import Project
from edition.tei.candidates import with_candidates
from tests.project.conftest import Snapshot
from tests.tei.registers import PERSONS, PLACES, person

PUTIN = with_candidates(
    PERSONS.encode(),
    [person("VladimirPutin", "Vladimir Putin"), person("BorisPetrov", "Boris Petrov")],
    Kind.PERSON,
    name="persons.xml",
)


@pytest.fixture
def registers(folder: Path) -> Path:
    """An edition with registers, not built yet."""
    (folder / "source" / "persons.xml").write_bytes(PUTIN)
    (folder / "source" / "places.xml").write_text(PLACES, encoding="utf-8")
    return folder


def found(folder: Path) -> list[tuple[str, str]]:
    findings = build(Project(folder)).findings
    return [(Path(f.file).name, f.code) for f in findings if f.severity is not Severity.NOTE]


def test_a_project_knows_its_registers(registers: Path) -> None:
    project = Project(registers)
    assert [file.name for file in project.register_files()] == ["persons.xml", "places.xml"]
    assert project.register_file(Kind.ORG).name == "orgs.xml"


def test_registers_are_no_documents(registers: Path, snapshot: Callable[[Path], Snapshot]) -> None:
    report = build(Project(registers))
    assert report.documents == 2
    assert not list((registers / "output").rglob("persons*"))
    assert [f for f in report.findings if f.severity is Severity.ERROR] == []


def test_what_new_documents_name_is_proposed_to_the_registers_once(
    registers: Path, snapshot: Callable[[Path], Snapshot]
) -> None:
    build(Project(registers))
    lines = (registers / "source" / "places.xml").read_text(encoding="utf-8").splitlines()
    written = iter(lines)
    assert all(line in written for line in PLACES.splitlines())  # in their order
    assert '<place xml:id="Moscow" type="settlement" cert="low" resp="#encoder">' in map(
        str.strip, lines
    )
    assert (registers / "source" / "persons.xml").read_bytes() == PUTIN
    before = snapshot(registers / "source")
    build(Project(registers))
    assert snapshot(registers / "source") == before


def test_a_document_made_anew_with_the_registers_is_the_same(registers: Path) -> None:
    build(Project(registers))
    file = registers / "source" / "first.xml"
    before = file.read_bytes()
    file.unlink()
    build(Project(registers))
    assert file.read_bytes() == before


def test_an_entry_of_the_register_is_found_and_copied(registers: Path) -> None:
    build(Project(registers))
    text = (registers / "source" / "first.xml").read_text(encoding="utf-8")
    assert '<placeName ref="#Moscow"' in text
    assert '<person xml:id="VladimirPutin"' in text


def test_nothing_is_encoded_while_a_register_cannot_be_read(registers: Path) -> None:
    (registers / "source" / "orgs.xml").write_bytes(b"<TEI>")
    codes = found(registers)
    assert ("orgs.xml", "X001") in codes
    assert ("first.txt", "E003") in codes
    assert not (registers / "source" / "first.xml").exists()
    (registers / "source" / "orgs.xml").unlink()
    build(Project(registers))
    assert (registers / "output" / "html" / "first.html").exists()


def test_a_build_compares_copies_with_the_register(registers: Path) -> None:
    build(Project(registers))
    codes = [code for name, code in found(registers) if name == "first.xml"]
    assert codes == []
    persons = registers / "source" / "persons.xml"
    persons.write_bytes(persons.read_bytes().replace(b"Boris Petrov", b"Boris I. Petrov"))
    codes = [code for name, code in found(registers) if name == "first.xml"]
    assert codes == ["G008"]


def test_a_register_under_another_name_is_no_document(registers: Path) -> None:
    (registers / "source" / "places.xml").rename(registers / "source" / "towns.xml")
    assert ("towns.xml", "G009") in found(registers)
    assert not (registers / "output" / "html" / "towns.html").exists()


def test_a_register_is_not_encoded(registers: Path) -> None:
    result = CliRunner().invoke(
        main, ["encode", str(registers / "source" / "places.xml"), "-o", "-"]
    )
    assert result.exit_code == 1
    assert "G009" in result.output


def test_validate_knows_registers(registers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(registers)
    result = CliRunner().invoke(main, ["validate"])
    assert result.output.endswith("2 files checked: nothing found.\n")
    Path("source/places.xml").write_text(PLACES.replace('"Tula"', '"LeoTolstoy"'), encoding="utf-8")
    result = CliRunner().invoke(main, ["validate", "source/places.xml"])
    assert "[G001]" in result.output
    assert "[G011]" in result.output
    assert result.exit_code == 1


def test_a_transcript_under_the_name_of_a_register(
    registers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(Project(registers))
    (registers / "source" / "first.xml").rename(registers / "source" / "orgs.xml")
    monkeypatch.chdir(registers)
    assert "[G010]" in CliRunner().invoke(main, ["validate"]).output
    assert ("orgs.xml", "G010") in found(registers)


def test_validate_compares_copies_with_registers_beside(
    registers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(Project(registers))
    persons = registers / "source" / "persons.xml"
    persons.write_bytes(persons.read_bytes().replace(b"Boris Petrov", b"Boris I. Petrov"))
    monkeypatch.chdir(registers)
    result = CliRunner().invoke(main, ["validate", "source/first.xml"])
    assert "[G008]" in result.output


def test_speakers_of_like_names_are_two(folder: Path) -> None:
    text = "Mr Smith: I thank Mr Smyth.\nMr Smyth: I do not.\nMr Smith: Why?\nMr Smyth: So.\n"
    (folder / "source" / "like.txt").write_text(text, encoding="utf-8")
    build(Project(folder))
    tei = (folder / "source" / "like.xml").read_text(encoding="utf-8")
    assert tei.count('who="#MrSmith"') == 2
    assert tei.count('who="#MrSmyth"') == 2
