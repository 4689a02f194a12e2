"""What counts as a save."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from edition.project.folder import Project
from edition.serving import Watcher
from tests.small_edition import TRANSCRIPT, write_small_edition


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_small_edition(tmp_path / "edition")
    for name in ("first", "second"):
        (folder / "source" / f"{name}.xml").write_text("<TEI/>", encoding="utf-8")
    return folder


@pytest.fixture
def saves(folder: Path) -> Iterator[Iterator[frozenset[Path]]]:
    """The saves after the watch began."""
    found = Watcher(Project(folder)).saves()
    assert next(found) == frozenset()
    yield found
    found.close()  # type: ignore[attr-defined]


def in_place(file: Path) -> None:
    file.write_text("<TEI>2</TEI>", encoding="utf-8")


def by_another_name(file: Path) -> None:
    other = file.with_name(f".{file.name}.tmp")
    in_place(other)
    other.replace(file)


def with_a_copy_beside_it(file: Path) -> None:
    file.replace(file.with_name(f"{file.name}~"))
    in_place(file)


def removed(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("save", [in_place, by_another_name, with_a_copy_beside_it, removed])
@pytest.mark.parametrize("name", ["first.xml", "first.txt", "persons.xml", "edition.toml"])
def test_each_way_to_save_is_one_save(
    folder: Path, saves: Iterator[frozenset[Path]], save: Callable[[Path], None], name: str
) -> None:
    file = folder / "source" / name
    if save in (removed, with_a_copy_beside_it) and not file.exists():
        in_place(file)
        next(saves)
    save(file)
    assert next(saves) == {file}


def test_a_convention_is_one_of_the_files(folder: Path, saves: Iterator[frozenset[Path]]) -> None:
    (folder / "source" / "conventions").mkdir()
    sleep(0.1)
    own = folder / "source" / "conventions" / "own.toml"
    own.write_text("", encoding="utf-8")
    assert next(saves) == {own}


def test_what_is_no_source_is_no_save(folder: Path, saves: Iterator[frozenset[Path]]) -> None:
    source = folder / "source"
    (source / "machine").mkdir()
    sleep(0.1)
    for name in ("machine/first.xml", ".first.xml.swp", ".hidden.xml", "notes.odt", "first.xml~"):
        (source / name).write_text("x", encoding="utf-8")
    sleep(0.2)
    in_place(source / "second.xml")
    assert next(saves) == {source / "second.xml"}


def test_a_folder_that_was_replaced_is_watched_on(
    folder: Path, saves: Iterator[frozenset[Path]]
) -> None:
    source = folder / "source"
    shutil.copytree(source, folder / "other")
    shutil.rmtree(source)
    (folder / "other").rename(source)
    assert next(saves) == frozenset()
    in_place(source / "first.xml")
    assert next(saves) == {source / "first.xml"}


def test_a_transcript_that_is_being_copied_is_waited_for(
    folder: Path, saves: Iterator[frozenset[Path]]
) -> None:
    file = folder / "source" / "third.txt"
    text = TRANSCRIPT.format(name="third")

    def copy() -> None:
        with file.open("w", encoding="utf-8") as stream:
            for part in range(0, len(text), 40):
                stream.write(text[part : part + 40])
                stream.flush()
                os.fsync(stream.fileno())
                sleep(0.12)

    copying = Thread(target=copy)
    copying.start()
    assert file in next(saves)
    assert file.read_text(encoding="utf-8") == text
    copying.join()
