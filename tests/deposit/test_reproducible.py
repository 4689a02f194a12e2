"""Wherever, whenever and by whomever it is made, a package is the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.deposit.whole_edition import EPOCH, run, write_whole_edition

# The program, where a folder tells its files in another order.
_BACKWARDS = """
import os, sys
names, entries = os.listdir, os.scandir
class Backwards:
    def __init__(self, path):
        with entries(path) as all_of_them:
            self._entries = iter(sorted(all_of_them, key=lambda it: it.name, reverse=ORDER))
    def __iter__(self):
        return self._entries
    def __next__(self):
        return next(self._entries)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
ORDER = sys.argv[1] == "backwards"
os.listdir = lambda path=".": sorted(names(path), reverse=ORDER)
os.scandir = lambda path=".": Backwards(path)
os.umask(int(sys.argv[2], 8))
sys.argv = ["edition", *sys.argv[3:]]
from edition.__main__ import main
main()
"""
_PROFILES = ("zenodo", "textgrid", "arche", "clarin", "dataverse")
_HOLDER = '[[editor]]\nid = "mu"\nname = "Museum"\nbody = true\nrole = "rights holder"\n\n[source]'


def made(folder: Path, order: str, mask: str, surroundings: dict[str, str]) -> dict[str, bytes]:
    """Every file in output/deposit/ of the whole edition, made in *folder* in *surroundings*."""
    write_whole_edition(folder)
    settings = folder / "source" / "edition.toml"
    text = settings.read_text("utf-8").replace("[source]", _HOLDER, 1)
    settings.write_text(text, "utf-8")
    profiles = [word for name in _PROFILES for word in ("--profile", name)]
    for words in (
        ["build"],
        ["package", "--all", *profiles],
        ["package", "--corpus", "committees"],
    ):
        ended = subprocess.run(
            [sys.executable, "-c", _BACKWARDS, order, mask, "--plain", *words],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **surroundings},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
    deposit = folder / "output" / "deposit"
    files = (it for it in deposit.rglob("*") if it.is_file())
    return {it.relative_to(deposit).as_posix(): it.read_bytes() for it in files}


@pytest.mark.slow
def test_another_machine_makes_the_same_bytes(tmp_path: Path) -> None:
    here = {"SOURCE_DATE_EPOCH": EPOCH, "TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    there = {
        "SOURCE_DATE_EPOCH": EPOCH,
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4711",
        "HOME": str(tmp_path),
        "USER": "somebody",
    }
    one = made(tmp_path / "a", "forwards", "022", here)
    other = made(tmp_path / "Ein anderer Ordner ü" / "b", "backwards", "077", there)
    assert len(one) > 50
    assert [it for it in {*one, *other} if one.get(it) != other.get(it)] == []


def test_a_change_in_one_document_changes_what_has_it_in_the_corpus(built: Path) -> None:
    before = _corpus()
    tei = Path("source/second.xml")
    slug = '<idno type="slug">'
    ark = f'<idno type="ARK">ark:/12345/x7</idno>{slug}'
    tei.write_text(tei.read_text("utf-8").replace(slug, ark, 1), "utf-8")
    assert run("build").exit_code == 0
    after = _corpus()
    assert before.keys() == after.keys()
    assert {path for path, data in after.items() if before[path] != data} == {
        "upload/committees-v1.2.0.zip",
        "upload/SHA256SUMS",
        "zip/bag-info.txt",
        "zip/data/tei/second.xml",
        "zip/data/html/second.html",
        "zip/data/ro-crate-metadata.json",
        "zip/manifest-sha256.txt",
        "zip/manifest-sha512.txt",
        "zip/tagmanifest-sha256.txt",
        "zip/tagmanifest-sha512.txt",
    }


def _corpus() -> dict[str, bytes]:
    """Every file of the package of both documents; those of the zip file, too."""
    result = run("package", "--corpus", "committees")
    assert result.exit_code == 0, result.output
    folder = Path("output/deposit/committees")
    found = {it.relative_to(folder).as_posix(): it for it in folder.rglob("*") if it.is_file()}
    files = {path: it.read_bytes() for path, it in found.items()}
    with zipfile.ZipFile(folder / "upload" / "committees-v1.2.0.zip") as archive:
        for name in archive.namelist():
            files[f"zip/{name.partition('/')[2]}"] = archive.read(name)
    return files
