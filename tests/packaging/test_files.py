"""The files around the package say the same, and what is said of them is so."""

from __future__ import annotations

import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import edition
from edition.checking.registers import check_registers
from edition.resources import GUIDES
from edition.tei.registers import read_register
from edition.version import VERSION

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_version_is_written_once() -> None:
    assert metadata.version("edition") == VERSION
    tracked = ["pyproject.toml", "CITATION.cff", "README.md"]
    assert not [name for name in tracked if VERSION in (ROOT / name).read_text(encoding="utf-8")]


def test_every_dependency_is_imported_and_has_its_reason_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    sources = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "edition").rglob("*.py"))
    for requirement in PYPROJECT["project"]["dependencies"]:
        name = requirement.split(">")[0]
        module = {"python-docx": "docx", "pystemmer": "Stemmer"}.get(name, name)
        assert f"import {module}" in sources or f"from {module}" in sources, name
        assert f"| `{name}`" in readme, name


def test_whoever_made_a_list_that_is_shipped_has_a_notice() -> None:
    notice = (ROOT / "LICENSE").read_text(encoding="utf-8")
    lists = [*(ROOT / "edition").rglob("languages/*.txt")]
    shipped = [path for path in lists if "Faker" in path.read_text(encoding="utf-8")]
    assert {path.name for path in shipped} >= {"en.given.txt", "en.men.txt", "en.women.txt"}
    for path in shipped:
        assert path.relative_to(ROOT).as_posix() in notice, path
    assert "Copyright (c) 2012 Daniele Faraglia" in notice
    assert notice.count("The above copyright notice and this permission notice shall") == 2
    assert "Faker" in (ROOT / "README.md").read_text(encoding="utf-8").partition("## Licence")[2]


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for file in (ROOT / "edition" / "cli").glob("[!_]*.py"):
        assert f"`edition {file.stem.replace('_', '-')}" in readme, file.stem


def test_the_register_that_is_explained_can_be_copied() -> None:
    written = GUIDES["names"].read_text(encoding="utf-8")
    (register,) = re.findall(r"^```xml\n(.*?)^```$", written, re.DOTALL | re.MULTILINE)
    document = edition.parse(register.encode(), "persons.xml")
    assert edition.check(document) == []
    registers = read_register([document])
    assert check_registers(registers) == []
    (entry,) = registers.register.entries.values()
    assert entry.roles == ("Marshal",)


def anchors_of(file: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(
    "file", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *GUIDES.values()], ids=str
)
def test_what_is_pointed_to_is_there(file: Path) -> None:
    written = file.read_text(encoding="utf-8")
    anchors = anchors_of(file)
    for address in re.findall(r"\]\(([^)\s]+)\)", written):
        if address.startswith("#"):
            assert address[1:] in anchors
        elif "://" not in address:
            name, _, anchor = address.partition("#")
            other = file.parent / name
            assert other.exists(), address
            assert not anchor or anchor in anchors_of(other), address


def test_the_readme_begins_with_make() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line.startswith("    ")]
    assert [line.split()[0:2] for line in commands[:2]] == [["make", "#"], ["make", "test"]]


@pytest.mark.parametrize("target", ["build", "test", "bench", "schema", "wheel", "clean"])
def test_make_knows_its_targets(target: str) -> None:
    done = subprocess.run(
        ["make", "--dry-run", target], cwd=ROOT, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr


def test_the_script_of_the_machine_is_sound_and_executable() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
