"""What the doctor sees: a healthy project, and each thing that can be wrong with one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.diagnostic import Diagnostic
from edition.examination import look_at_project
from edition.examination.machine import package, saxon, terminal
from edition.project.beginning import begin
from edition.project.building import build
from edition.project.folder import Project
from edition.publishing.laying_out import missing_for_pdf
from edition.saxon import Engine

ROOT = Path(__file__).parents[2]
STEM = "1911-03-07-bridge"
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["--plain", "doctor", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new project, built."""
    begin(tmp_path / "edition")
    build(Project(tmp_path / "edition"))
    return tmp_path / "edition"


def findings(folder: Path) -> list[Diagnostic]:
    return [finding for one in look_at_project(Project(folder)) for finding in one.findings]


def codes(folder: Path) -> list[str]:
    return [finding.code for finding in findings(folder)]


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def test_all_is_well_with_a_new_project(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    result = run(folder)
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert any(line.startswith("Saxon starts and answers in") for line in lines)
    assert "source 1 transcript, 1 TEI file" in lines
    assert "records 1 record" in lines
    assert "error" not in result.stdout
    assert "warning" not in result.stdout
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_extras_are_needed_only_where_they_are_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    missing_for_pdf.cache_clear()
    try:
        result = run(folder)
        assert result.exit_code == 0
        (line,) = [it for it in result.stdout.splitlines() if it.startswith("  PDF")]
        assert line.endswith('needed for --pdf and pdf = true only: pip install "edition[pdf]"')
        for name in ("Pagefind", "Parquet"):
            assert any(it.startswith(f"  {name}") for it in result.stdout.splitlines())
        with (folder / "source" / "edition.toml").open("a", encoding="utf-8") as settings:
            settings.write("\n[book]\npdf = true\n")
        assert codes(folder) == ["P008"]
    finally:
        missing_for_pdf.cache_clear()


def test_programs_get_json(folder: Path) -> None:
    (folder / "source" / "x.rtf").write_text("x", encoding="utf-8")
    result = run(folder, "--format", "json")
    assert result.exit_code == 1
    told = msgspec.json.decode(result.stdout)
    assert {"what": "settings", "found": "edition.toml"} in told["looked_at"]
    (finding,) = [finding for finding in told["findings"] if finding["severity"] == "warning"]
    assert (finding["code"], finding["file"]) == ("M015", str(folder / "source" / "x.rtf"))


def test_where_there_is_no_project_the_machine_is_looked_at(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 0
    assert "none: there is no folder source/" in result.stdout


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert run(tmp_path / "nowhere").exit_code == 3


def _damaged(source: Path) -> None:
    (source / "machine" / f"{STEM}.xml").write_bytes(b"<TEI")


def _of_another(source: Path) -> None:
    record = source / "machine" / f"{STEM}.xml"
    record.write_bytes(record.read_bytes().replace(f"{STEM}.txt".encode(), b"other.txt"))


def _left_over(source: Path) -> None:
    (source / f"{STEM}.xml").rename(source / "renamed.xml")
    (source / f"{STEM}.txt").rename(source / "renamed.txt")


def _other_xml(source: Path) -> None:
    (source / "page.xml").write_text("<html/>", encoding="utf-8")


def _table_of_nobody(source: Path) -> None:
    with (source / "edition.toml").open("a", encoding="utf-8") as settings:
        settings.write('[transcript."gone"]\n')


def _no_settings(source: Path) -> None:
    (source / "edition.toml").write_text("x", encoding="utf-8")


def _bad_register(source: Path) -> None:
    (source / "persons.xml").write_text("<TEI", encoding="utf-8")


def _bad_convention(source: Path) -> None:
    (source / "conventions").mkdir()
    (source / "conventions" / "own.toml").write_text("nam", encoding="utf-8")


def _no_records(source: Path) -> None:
    shutil.rmtree(source / "machine")


def _lost(source: Path) -> None:
    (source / f"{STEM}.txt").unlink()
    (source / f"{STEM}.txt").symlink_to("nowhere")


def _settings_lead_in_a_circle(source: Path) -> None:
    (source / "edition.toml").unlink()
    (source / "edition.toml").symlink_to("edition.toml")


def _no_such_convention(source: Path) -> None:
    (source / "edition.toml").write_text('[source]\nconvention = "nope"\n', encoding="utf-8")


def _convention_that_is_faulty(source: Path) -> None:
    _bad_convention(source)
    (source / "edition.toml").write_text('[source]\nconvention = "own"\n', encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_damaged, ["H013"]),
        (_of_another, ["H013"]),
        (_left_over, ["M007", "H014", "H013"]),
        (_other_xml, ["M016"]),
        (_table_of_nobody, ["M007"]),
        (_no_settings, ["M001"]),
        (_bad_register, ["X001"]),
        (_bad_convention, ["M001"]),
        (_no_records, ["H014"]),
        (_lost, ["IO01"]),
        (_settings_lead_in_a_circle, ["IO01"]),
        (_no_such_convention, ["T010"]),
        (_convention_that_is_faulty, ["M001"]),
    ],
)
def test_what_is_odd_in_a_project_is_told(
    spoil: Callable[[Path], None], code: list[str], folder: Path
) -> None:
    spoil(folder / "source")
    assert codes(folder) == code


def test_an_edited_file_is_nothing_odd(folder: Path) -> None:
    tei = folder / "source" / f"{STEM}.xml"
    tei.write_bytes(tei.read_bytes().replace(b"Only the hay", b"Only <emph>the</emph> hay"))
    assert codes(folder) == []


def test_a_schema_that_is_not_this_programs_is_told_unless_a_build_brings_a_new_one(
    folder: Path,
) -> None:
    for name in ("edition.rng", "guide.html"):
        (folder / "schemas" / name).write_text("older", encoding="utf-8")
    assert [Path(finding.file).name for finding in findings(folder)] == [
        "edition.rng",
        "guide.html",
    ]
    manifest = folder / "output" / "manifest.json"
    written = msgspec.json.decode(manifest.read_bytes())
    from edition.project.manifest import checksum

    written["schemas"]["edition.rng"] = checksum(b"older")
    manifest.write_bytes(msgspec.json.encode(written))
    assert codes(folder) == ["H012"]


def test_an_output_that_cannot_be_written_is_told(folder: Path) -> None:
    shutil.rmtree(folder / "output")
    (folder / "output").write_text("x", encoding="utf-8")
    assert codes(folder) == ["IO02"]


@needs_git
def test_whether_git_merges_tei_files_as_an_edition(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    assert codes(folder) == []  # without git there is nothing to merge
    git(folder, "init", "--quiet")
    assert codes(folder) == ["H010"]
    (folder / ".gitattributes").write_text("*.xml merge=edition\n", encoding="utf-8")
    assert "merge.edition.driver" in findings(folder)[0].message
    git(folder, "config", "merge.edition.driver", "no-such-command merge %O %A %B -o %A")
    assert "no command no-such-command" in findings(folder)[0].message
    git(folder, "config", "merge.edition.driver", f"{sys.executable} -m edition merge %O %A %B")
    assert codes(folder) == []
    (folder / ".gitattributes").unlink()
    assert "no line of .gitattributes" in findings(folder)[0].message


@pytest.mark.parametrize(
    ("name", "wanted", "odd"),
    [("lxml", "5", False), ("lxml", "999.1", True), ("no-such-package", "1", True)],
)
def test_a_package_that_is_missing_or_old_is_told(name: str, wanted: str, odd: bool) -> None:
    looked = package(name, wanted)
    assert [finding.code for finding in looked.findings] == ["H002"] * odd
    assert not odd or f'"{name}>={wanted}"' in looked.findings[0].hint


@pytest.mark.parametrize(
    ("encoding", "odd"), [("utf-8", False), ("latin-1", True), ("", True), ("no-such", True)]
)
def test_a_terminal_without_all_characters_is_told(encoding: str, odd: bool) -> None:
    assert [finding.code for finding in terminal(encoding).findings] == ["H004"] * odd


def test_an_engine_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_engine: Engine) -> None:
        raise OSError("no memory")

    monkeypatch.setattr(Engine, "_started", fail)
    looked = saxon()
    assert [finding.code for finding in looked.findings] == ["H003"]
    assert "no memory" in looked.findings[0].message


def test_what_a_terminal_cannot_show_is_printed_as_an_escape(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "edition", "review"],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"\\u201cAda Pell\\u201d" in done.stdout
