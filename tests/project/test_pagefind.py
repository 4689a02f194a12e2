"""The second index, by Pagefind: where it is wanted, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from edition.diagnostic import EditionError
from edition.project import building, whole
from edition.project.building import build
from edition.project.folder import Project, Sources
from edition.project.report import Watch
from edition.publishing.search import pagefind
from tests.small_edition import SETTINGS, write_small_edition

WANTED = f"{SETTINGS}\n[search]\npagefind = true\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small edition that wants the index, not built yet."""
    made = write_small_edition(tmp_path / "edition")
    (made / "source" / "edition.toml").write_text(WANTED, encoding="utf-8")
    return made


def files(folder: Path) -> dict[str, bytes]:
    of_index = (folder / "output" / "html" / "pagefind").rglob("*")
    return {str(it.relative_to(folder)): it.read_bytes() for it in of_index if it.is_file()}


def test_it_is_made_once_and_of_the_same_texts_and_goes_when_it_is_not_wanted(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pagefind", reason="needs Pagefind: pip install -e '.[test]'")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    build(Project(folder))
    made = files(folder)
    assert "output/html/pagefind/pagefind.js" in made
    assert not any("ui" in name for name in made)
    assert list(elsewhere.iterdir()) == []
    assert build(Project(folder)).written == 0
    build(Project(folder), anew=True)
    texts = {name for name in made if Path(name).parent.name in ("fragment", "index")}
    assert {name: made[name] for name in texts}.items() <= files(folder).items()
    page = (folder / "output" / "html" / "search" / "index.html").read_text(encoding="utf-8")
    assert 'href="pagefind.html"' in page
    (folder / "source" / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    build(Project(folder))
    assert files(folder) == {}
    assert not (folder / "output" / "html" / "search" / "pagefind.html").exists()


def test_another_release_of_pagefind_makes_it_again_and_no_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pagefind", reason="needs Pagefind: pip install -e '.[test]'")
    times = []

    def counted(pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
        times.append(1)
        return pagefind.pagefind_files(pages)

    def explained(_document: Sources, why: str) -> None:
        pytest.fail(why)

    monkeypatch.setattr(whole, "pagefind_files", counted)
    build(Project(folder))
    build(Project(folder))
    assert len(times) == 1
    monkeypatch.setattr(building, "release", lambda module, _library: f"{module}-99.dist-info")
    build(Project(folder), watch=Watch(making=explained))
    assert len(times) == 2


def test_where_pagefind_is_missing_the_setting_is_told_and_nothing_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind, "find_spec", lambda _name: None)
    with pytest.raises(EditionError, match="Pagefind is not installed") as raised:
        build(Project(folder))
    assert raised.value.finding.code == "P010"
    assert "edition.toml" in raised.value.finding.file
    assert not (folder / "output").exists()
