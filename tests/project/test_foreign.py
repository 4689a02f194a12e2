"""TEI of other making in ``source/``: built, validated, never mended, told what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main
from edition.diagnostic import Severity
from edition.project.building import build
from edition.project.folder import Project
from edition.project.memory import Memory
from edition.project.strays import no_tei
from edition.project.validating import Validation
from tests.publishing.others import play, sitting, tokens
from tests.tei.registers import HEAD

REGISTER = f"""{HEAD}\
  <standOff><listPerson>
    <person xml:id="MaryQuay"><persName>Mary Quay</persName></person>
  </listPerson></standOff>
</TEI>
"""
MODEL = '<?xml-model href="../schemas/edition.rng"?>'
UNSAID = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>A word.</p></body>
</text></TEI>"""
FILES = {"sitting": sitting(), "tokens": tokens(), "play": play()}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a sitting, the same with tokens, and a play; and a register of ours."""
    source = tmp_path / "source"
    source.mkdir()
    for name, document in FILES.items():
        (source / f"{name}.xml").write_bytes(document.data)
    (source / "persons.xml").write_text(REGISTER, encoding="utf-8")
    (source / "edition.toml").write_text('[edition]\npublisher = "Us"\n', encoding="utf-8")
    return Project(tmp_path)


def test_all_is_published(project: Project) -> None:
    report = build(project)
    grave = [f for f in report.findings if f.severity is not Severity.NOTE]
    assert grave == []
    assert (report.documents, report.turns) == (3, 7)
    for name, document in FILES.items():
        assert (project.output / "tei" / f"{name}.xml").read_bytes() == document.data
        for kind in ("html/{}.html", "text/{}.txt", "data/{}.json"):
            assert (project.output / kind.format(name)).is_file()
    people = project.output / "html" / "people"
    assert {file.name for file in people.iterdir()} == {
        "index.html",
        "ann.html",
        "bob.html",
    }


def test_a_second_build_and_one_that_remembers_change_nothing(project: Project) -> None:
    memory = Memory()
    first = build(project, memory=memory)
    again, anew = build(project, memory=memory), build(project)
    assert again.written == anew.written == 0
    assert sorted(again.findings, key=str) == sorted(anew.findings, key=str)
    assert sorted(again.findings, key=str) == sorted(first.findings, key=str)


def test_validating_says_what_it_is_and_mends_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.folder)
    result = CliRunner().invoke(main, ["validate", "--fix", "--fail-on", "warning"])
    assert result.exit_code == 0, result.output
    assert result.output.count("[O001]") == 3
    assert "G007" not in result.output
    for name, document in FILES.items():
        assert (project.source / f"{name}.xml").read_bytes() == document.data


@pytest.mark.parametrize(("head", "codes"), [("", {"O002"}), (MODEL, {"R"})])
def test_who_names_our_schema_is_measured_by_it(tmp_path: Path, head: str, codes: set[str]) -> None:
    work = Validation()
    work.check(_written(tmp_path / "a.xml", head + UNSAID))
    assert {f.code if f.code.startswith("O") else f.code[0] for f in work.findings} >= codes
    assert ({f.code for f in work.findings} == {"O002"}) == (not head)


def test_a_transcript_beside_it_says_that_it_is_ours(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A word.\n", encoding="utf-8")
    work = Validation()
    work.check(_written(tmp_path / "a.xml", UNSAID))
    assert "O002" not in {f.code for f in work.findings}
    assert any(f.severity is Severity.ERROR for f in work.findings)


def test_what_is_told_can_be_ignored(tmp_path: Path) -> None:
    work = Validation()
    said = UNSAID.replace("<TEI", "<?edition-ignore O002 it is an old text?><TEI")
    work.check(_written(tmp_path / "a.xml", said))
    assert work.findings == []
    assert [f.code for f in work.ignored] == ["O002"]


@pytest.mark.parametrize("option", [[], ["--force"], ["--check"]])
def test_no_transcript_is_encoded_into_it(tmp_path: Path, option: list[str]) -> None:
    transcript = _written(tmp_path / "a.txt", "Meeting\n\nAnn Roe: A word.\n\nBob Low: Two.\n")
    (tmp_path / "a.xml").write_bytes(play().data)
    result = CliRunner().invoke(main, ["encode", str(transcript), *option])
    assert (result.exit_code, "[E019]" in result.stderr) == (1, True)
    assert (tmp_path / "a.xml").read_bytes() == play().data
    assert {file.name for file in tmp_path.iterdir()} == {"a.txt", "a.xml"}


def _written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def test_a_corpus_is_told_by_one_message_and_the_rest_is_built(project: Project) -> None:
    corpus = project.source / "corpus.xml"
    head = '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>'
    corpus.write_bytes(head.encode() + sitting().data + b"</teiCorpus>")
    report = build(project)
    told = [(it.code, it.file) for it in report.findings if it.severity is Severity.ERROR]
    assert told == [("O006", str(corpus))]
    assert report.documents == 4
    assert (project.output / "html" / "sitting.html").is_file()
    assert not (project.output / "html" / "corpus.html").exists()
    validation = Validation()
    validation.check(corpus)
    assert [it.code for it in validation.findings] == ["O006"]
    assert [it.code for it in no_tei(project)] == ["O006"]
