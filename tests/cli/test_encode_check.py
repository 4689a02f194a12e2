"""``edition encode --check`` says what ``edition encode`` then does, and writes nothing."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main
from tests.merge.mutations.bench import edited
from tests.merge.mutations.documents import MEETING, captured_anew

Bytes = dict[str, bytes]


def encoded(*options: str) -> int:
    return CliRunner().invoke(main, ["encode", *options]).exit_code


def files() -> Bytes:
    return {str(p): p.read_bytes() for p in Path().rglob("*") if p.is_file()}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "source"
    source.mkdir()
    (source / "edition.toml").write_text("", encoding="utf-8")
    (source / "meeting.txt").write_text(MEETING, encoding="utf-8")
    assert encoded() == 0
    return source


def the_transcript(source: Path, rng: random.Random) -> None:
    (source / "meeting.txt").write_text(captured_anew(MEETING, rng), encoding="utf-8")


def the_settings(source: Path, _rng: random.Random) -> None:
    (source / "edition.toml").write_text('[edition]\npublisher = "X"\n', encoding="utf-8")


def a_register(source: Path, _rng: random.Random) -> None:
    (source / "persons.xml").unlink()


def the_records(source: Path, _rng: random.Random) -> None:
    shutil.rmtree(source / "machine")


def the_schemas(_source: Path, _rng: random.Random) -> None:
    shutil.rmtree("schemas")


def nothing(_source: Path, _rng: random.Random) -> None:
    pass


@pytest.mark.parametrize("count", [0, 1, 6])
@pytest.mark.parametrize(
    "change", [nothing, the_transcript, the_settings, a_register, the_records, the_schemas]
)
def test_a_check_says_whether_a_byte_would_change_and_a_second_time_none_does(
    project: Path, change: Callable[[Path, random.Random], None], count: int
) -> None:
    rng = random.Random(count)
    tei = project / "meeting.xml"
    tei.write_bytes(edited(tei.read_bytes(), count, rng, []) if count else tei.read_bytes())
    change(project, rng)
    before = files()
    would = encoded("--check")
    assert files() == before
    assert encoded() == 0
    after = files()
    schemas = {name for name in after if name.startswith("schemas")}  # anybody puts them there
    changed = {name for name in after.keys() - schemas if after[name] != before.get(name)}
    assert would == bool(changed)
    assert encoded("--check") == 0
    assert encoded() == 0
    assert files() == after
