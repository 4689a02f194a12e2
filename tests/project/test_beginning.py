"""A new project: ready to work in, nothing overwritten, every key of its settings explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from click.testing import CliRunner, Result

import edition.project.beginning
from edition.cli import main
from edition.project.beginning import begin
from edition.project.building import build
from edition.project.folder import Project
from edition.settings import Settings, parse_settings, read_settings
from edition.transcript.convention_files import Conventions

TEMPLATE = Path(edition.project.beginning.__file__).with_name("template")
# What only the scholar can say of a new edition, told as a note.
STILL_TO_SAY = {"M101", "M102", "M103", "M104", "M105", "M112"}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["--plain", *arguments])


def switched_on() -> str:
    """The settings of the template with every line in use that is switched off."""
    written = (TEMPLATE / "edition.toml").read_text(encoding="utf-8")
    return re.sub(r"^#(?=[^\s#])", "", written, flags=re.MULTILINE)


def keys(kind: Any) -> Iterator[tuple[str, ...]]:
    """The paths of all keys that a value of the type *kind* may have; free names are ``*``."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        for field in msgspec.structs.fields(kind):
            yield (field.encode_name,)
            yield from ((field.encode_name, *path) for path in keys(field.type))
        return
    free = ("*",) if getattr(kind, "__origin__", None) is dict else ()
    for part in get_args(kind):
        yield from ((*free, *path) for path in keys(part))


def has(table: Any, path: tuple[str, ...]) -> bool:
    if not path:
        return True
    if isinstance(table, list | tuple):
        return any(has(item, path) for item in table)
    if path[0] == "*":
        return any(has(item, path[1:]) for item in table.values())
    return path[0] in table and has(table[path[0]], path[1:])


def test_every_key_that_settings_may_have_is_explained_in_a_new_project() -> None:
    import tomllib

    table = tomllib.loads(switched_on())
    everywhere = {("transcript", "*", *path[1:]) for path in keys(Settings) if path[0] == "source"}
    wanted = set(keys(Settings)) - everywhere  # what holds for all is explained there
    assert ("edition", "licence", "target") in wanted
    assert ("transcript", "*", "url") in wanted
    assert [path for path in sorted(wanted) if not has(table, path)] == []


def test_the_settings_of_the_template_are_good_ones_when_switched_on() -> None:
    settings = parse_settings(switched_on().encode(), "edition.toml")
    assert settings.editors[0].name == "Jane Doe"
    assert settings.source.convention in Conventions().names()


def test_before_each_key_of_the_template_stands_what_it_means() -> None:
    lines = (TEMPLATE / "edition.toml").read_text(encoding="utf-8").splitlines()
    off = re.compile(r"#[\w\[]")
    for number, line in enumerate(lines):
        if off.match(line):
            above = lines[number - 1]
            assert above.startswith("# ") or off.match(above), line


def test_a_bare_project_says_nothing_yet(tmp_path: Path) -> None:
    begin(tmp_path / "new", bare=True)
    assert read_settings(tmp_path / "new/source/edition.toml") == Settings()
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == [
        "editing.md",
        "edition.odd",
        "edition.rng",
        "edition.sch",
        "edition.toml",
        "guide.html",
    ]


def test_the_example_is_encoded_checked_and_published_without_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("new", str(tmp_path / "a b" / "edition")).exit_code == 0
    monkeypatch.chdir(tmp_path / "a b" / "edition")
    encoded = run("encode")
    assert encoded.exit_code == 0
    assert set(re.findall(r"\[([A-Z]\d+)\]", encoded.stderr)) == STILL_TO_SAY
    assert run("validate").stdout == ""
    built = run("build", "--strict")
    assert (built.exit_code, built.output) == (0, "")
    assert Path("output/html/1911-03-07-bridge.html").is_file()


def test_a_build_alone_makes_the_example_too(tmp_path: Path) -> None:
    begin(tmp_path)
    report = build(Project(tmp_path))
    assert (report.documents, report.encoded) == (1, 1)
    assert {finding.code for finding in report.findings} == STILL_TO_SAY | {"M109"}


def test_what_is_there_stays_and_is_told(tmp_path: Path) -> None:
    mine = tmp_path / "source" / "edition.toml"
    mine.parent.mkdir()
    mine.write_text("# mine\n", encoding="utf-8")
    (tmp_path / "README.md").symlink_to("nowhere")
    result = run("new", str(tmp_path))
    assert result.exit_code == 0
    assert f"{mine} was there and stays as it is" in result.stderr
    assert mine.read_text(encoding="utf-8") == "# mine\n"
    assert (tmp_path / "README.md").is_symlink()
    assert not (tmp_path / "nowhere").exists()
    assert (tmp_path / "schemas" / "edition.rng").is_file()


def test_no_invented_meeting_is_put_among_real_ones(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "real.txt").write_text("Ms Adler: Good evening.\n", encoding="utf-8")
    result = run("new", str(tmp_path))
    assert "the example is left out" in result.stderr
    files = sorted(path.name for path in (tmp_path / "source").iterdir())
    assert files == ["edition.toml", "real.txt"]
    assert read_settings(tmp_path / "source" / "edition.toml") == Settings()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert run("new", str(tmp_path / "file")).exit_code == 2
    (tmp_path / "source").write_text("x", encoding="utf-8")
    result = run("new", str(tmp_path))
    assert result.exit_code == 3
    assert "IO02" in result.stderr


def test_the_readme_of_a_new_project_names_what_there_is(tmp_path: Path) -> None:
    begin(tmp_path)
    told = re.findall(r"`((?:source|schemas)/[^`\s]+)`", (tmp_path / "README.md").read_text())
    made = {"source/persons.xml", "source/1911-03-07-bridge.xml"}
    assert [name for name in told if name not in made and not (tmp_path / name).exists()] == []
