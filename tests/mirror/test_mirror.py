"""An edition in other storage is built as one in a folder is, and nothing of anybody is lost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import edition
from edition.cli import main
from edition.diagnostic import EditionError, FileAccessError
from edition.mirror.storage import Storage, shown
from tests.small_edition import TRANSCRIPT, write_small_edition

fsspec = pytest.importorskip("fsspec", reason='needs fsspec: pip install "edition[storage]"')
ADDRESS = "memory://bucket/meetings"
ROOT = "/bucket/meetings/"
MANIFEST = "output/manifest.json"


class Bucket:
    """Storage in memory, which has no folders, and what was done to it."""

    def __init__(self) -> None:
        self.system = fsspec.filesystem("memory")
        self.system.store.clear()

    def files(self) -> dict[str, bytes]:
        return {
            path.removeprefix(ROOT): self.system.cat_file(path) for path in self.system.find(ROOT)
        }

    def put(self, path: str, data: bytes) -> None:
        self.system.pipe_file(ROOT + path, data)

    def get(self, path: str) -> bytes:
        data: bytes = self.system.cat_file(ROOT + path)
        return data

    def remove(self, path: str) -> None:
        self.system.rm_file(ROOT + path)


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A folder with two transcripts and settings, not built yet."""
    return write_small_edition(tmp_path / "edited")


@pytest.fixture
def bucket(edited: Path) -> Iterator[Bucket]:
    """The same in storage."""
    bucket = Bucket()
    for path, data in everything_in(edited).items():
        bucket.put(path, data)
    yield bucket
    bucket.system.store.clear()


def everything_in(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {
        path: file.read_bytes()
        for file in files
        if not (path := file.relative_to(folder).as_posix()).startswith(".mirror")
    }


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize("keeps", [False, True])
def test_storage_has_what_a_folder_would_have(
    bucket: Bucket, edited: Path, tmp_path: Path, *, keeps: bool
) -> None:
    mirror = ["--mirror", tmp_path / "mirror"] if keeps else []
    edition.build(edition.Project(edited))
    assert run("build", ADDRESS, *mirror).exit_code == 0
    assert bucket.files() == everything_in(edited)
    for folder in (edited / "source", tmp_path / "third"):
        folder.mkdir(exist_ok=True)
        (folder / "third.txt").write_text(TRANSCRIPT.format(name="third"), encoding="utf-8")
    bucket.put("source/third.txt", (edited / "source" / "third.txt").read_bytes())
    for name in ("source/first.txt", "source/first.xml"):
        (edited / name).unlink()
        bucket.remove(name)
    edition.build(edition.Project(edited))
    assert run("build", ADDRESS, *mirror).exit_code == 0
    assert bucket.files() == everything_in(edited)


def test_nothing_new_is_fetched_and_given_once(
    bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build", ADDRESS, "--mirror", tmp_path / "mirror")
    before = bucket.files()
    written: list[str] = []
    read: list[str] = []
    really = Storage.read

    def noted(self: Storage, path: str) -> bytes | None:
        read.append(path)
        return really(self, path)

    monkeypatch.setattr(Storage, "write", lambda _self, path, _data: written.append(path))
    monkeypatch.setattr(Storage, "read", noted)
    assert run("build", ADDRESS, "--mirror", tmp_path / "mirror").exit_code == 0
    assert (bucket.files(), written) == (before, [])
    assert {path for path in read if path.startswith("output/")} == {MANIFEST}


def test_what_others_put_into_output_stays(bucket: Bucket) -> None:
    bucket.put("output/html/portrait.jpg", b"\xff\xd8")
    run("build", ADDRESS)
    bucket.put("output/html/second.html", b"<p>Mine</p>")
    for name in ("source/second.txt", "source/second.xml"):
        bucket.remove(name)
    run("build", ADDRESS)
    assert bucket.get("output/html/portrait.jpg") == b"\xff\xd8"
    assert bucket.get("output/html/second.html") == b"<p>Mine</p>"
    assert "output/text/second.txt" not in bucket.files()


def test_what_is_lost_or_broken_in_storage_is_made_again(bucket: Bucket) -> None:
    run("build", ADDRESS)
    before = bucket.files()
    bucket.remove("output/html/first.html")
    bucket.put("output/text/first.txt", b"broken")
    run("build", ADDRESS)
    assert bucket.files() == before
    bucket.put(MANIFEST, b"{")
    run("build", ADDRESS)
    assert bucket.files() == before


def test_hand_edits_in_storage_stay(bucket: Bucket) -> None:
    run("build", ADDRESS)
    tei = bucket.get("source/first.xml").replace(b"Let us begin.", b"Let us <!-- sic --> begin.")
    bucket.put("source/first.xml", tei)
    assert run("build", ADDRESS).exit_code == 0
    assert bucket.get("source/first.xml") == tei
    assert b"sic" in bucket.get("output/tei/first.xml")


@pytest.mark.parametrize("path", ["source/first.xml", "source/persons.xml", MANIFEST])
def test_what_others_write_meanwhile_is_told_and_stays(bucket: Bucket, path: str) -> None:
    def build_beside_another() -> None:
        with edition.mirrored(ADDRESS) as mirror:
            edition.build(edition.Project(mirror.folder))
            bucket.put(path, b"<TEI/>")

    with pytest.raises(EditionError, match="somebody else has written") as raised:
        build_beside_another()
    finding = raised.value.finding
    assert (finding.code, finding.file) == ("P017", f"{ADDRESS}/{path}")
    assert bucket.get(path) == b"<TEI/>"
    assert "output/html/first.html" not in bucket.files()


def test_a_build_that_fails_gives_nothing_back_and_names_the_storage(bucket: Bucket) -> None:
    bucket.put("source/edition.toml", b"[edition\n")
    before = bucket.files()
    result = run("build", ADDRESS)
    assert result.exit_code == 1
    assert f"{ADDRESS}/source/edition.toml:1:" in result.stderr
    assert bucket.files() == before


def test_findings_are_in_the_files_of_the_storage(bucket: Bucket) -> None:
    bucket.put("source/third.txt", b"")
    result = run("build", ADDRESS)
    assert f"{ADDRESS}/source/third.txt:1:1: error: " in result.stderr
    assert "edition-" not in result.stderr
    assert "output/html/first.html" in bucket.files()


def test_storage_without_an_edition_is_told(bucket: Bucket) -> None:
    result = run("build", "memory://bucket/elsewhere")
    assert result.exit_code == 3
    assert "memory://bucket/elsewhere" in result.stderr


def test_a_mirror_that_somebody_edited_is_refused(bucket: Bucket, tmp_path: Path) -> None:
    mirror = tmp_path / "mirror"
    run("build", ADDRESS, "--mirror", mirror)
    tei = mirror / "source" / "first.xml"
    tei.write_bytes(tei.read_bytes().replace(b"Let us begin.", b"Let me begin."))
    before = bucket.files(), everything_in(mirror)
    result = run("build", ADDRESS, "--mirror", mirror)
    assert (result.exit_code, "P016" in result.stderr) == (1, True)
    assert (bucket.files(), everything_in(mirror)) == before


def test_what_an_interrupted_fetch_leaves_is_told_as_a_mirror(
    bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = Storage.read

    def fails(self: Storage, path: str) -> bytes | None:
        if path == "source/second.txt":
            raise KeyboardInterrupt
        return really(self, path)

    mirror = tmp_path / "mirror"
    with monkeypatch.context() as patch:
        patch.setattr(Storage, "read", fails)
        assert run("build", ADDRESS, "--mirror", mirror).exit_code != 0
    assert (mirror / "source" / "first.txt").is_file()
    assert "P016" in run("build", ADDRESS, "--mirror", mirror).stderr
    shutil.rmtree(mirror)
    assert run("build", ADDRESS, "--mirror", mirror).exit_code == 0


def test_no_folder_of_somebody_becomes_a_mirror(bucket: Bucket, edited: Path) -> None:
    before = everything_in(edited)
    result = run("build", ADDRESS, "--mirror", edited)
    assert (result.exit_code, "P018" in result.stderr) == (1, True)
    assert everything_in(edited) == before
    shutil.rmtree(edited)
    run("build", ADDRESS, "--mirror", edited)
    assert "P018" in run("build", "memory://bucket/other", "--mirror", edited).stderr


def test_no_file_comes_out_of_the_mirror(bucket: Bucket, tmp_path: Path) -> None:
    bucket.system.store[f"{ROOT}source/../../evil.txt"] = bucket.system.store[
        f"{ROOT}source/first.txt"
    ]
    assert run("build", ADDRESS, "--mirror", tmp_path / "a" / "mirror").exit_code == 0
    assert not list(tmp_path.rglob("evil.txt"))


def test_locks_and_what_is_hidden_stay_where_they_are(bucket: Bucket, tmp_path: Path) -> None:
    bucket.put("source/.DS_Store", b"\0")
    run("build", ADDRESS, "--mirror", tmp_path / "mirror")
    assert bucket.get("source/.DS_Store") == b"\0"
    assert not (tmp_path / "mirror" / "source" / ".DS_Store").exists()


def test_storage_that_has_folders(edited: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    shutil.copytree(edited, there)
    edition.build(edition.Project(edited))
    assert run("build", f"file://{there}").exit_code == 0
    assert everything_in(there) == everything_in(edited)


def test_storage_that_fails_is_told(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, _data: bytes) -> None:
        raise PermissionError(f"Access denied: {path}")

    monkeypatch.setattr(bucket.system, "pipe_file", refuse)
    with pytest.raises(FileAccessError, match="Access denied"), edition.mirrored(ADDRESS) as mirror:
        edition.build(edition.Project(mirror.folder))


@pytest.mark.parametrize("address", ["nothing://bucket/meetings", "s3://[::1/b"])
def test_what_nothing_can_reach_is_told(address: str) -> None:
    result = run("build", address)
    assert result.exit_code in {1, 3}
    assert "error" in result.stderr


def test_a_mirror_is_for_storage(edited: Path, tmp_path: Path) -> None:
    assert run("build", edited, "--mirror", tmp_path / "mirror").exit_code == 2


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("sftp://me:secret@host/edition?token=secret", "sftp://host/edition"),
        ("simplecache::ftp://me:secret@host/x", "simplecache::ftp://host/x"),
        ("zip://a.zip?secret::ftp://me:secret@host/x#secret", "zip://a.zip::ftp://host/x"),
        ("ftp://me:se::cret@host/x", "ftp://host/x"),
        ("ftp://me:se?c@ret@[::1]/x", "ftp://[::1]/x"),
    ],
)
def test_no_password_is_shown(address: str, told: str) -> None:
    assert shown(address) == told


@pytest.mark.parametrize("key", ["../victim", "{tmp_path}/victim", "source/../../victim"])
def test_what_the_state_of_a_mirror_names_elsewhere_is_not_removed(
    bucket: Bucket, tmp_path: Path, key: str
) -> None:
    (tmp_path / "victim").write_text("mine", encoding="utf-8")
    _mirror_that_says(tmp_path, {"sources": {key.format(tmp_path=tmp_path): "0"}})
    assert run("build", ADDRESS, "--mirror", tmp_path / "mirror").exit_code == 0
    assert (tmp_path / "victim").exists()


def test_nothing_is_removed_or_written_behind_a_link(bucket: Bucket, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "victim").write_text("mine", encoding="utf-8")
    mirror = _mirror_that_says(tmp_path, {"sources": {"source/link/victim": "0"}})
    (mirror / "source").mkdir()
    (mirror / "source" / "link").symlink_to(outside)
    assert run("build", ADDRESS, "--mirror", mirror).exit_code == 0
    assert (outside / "victim").exists()
    bucket.put("source/link/new.txt", b"words")
    result = run("build", ADDRESS, "--mirror", mirror)
    assert (result.exit_code, "IO02" in result.stderr) == (3, True)
    assert not (outside / "new.txt").exists()


def test_a_source_that_became_a_folder_is_told(bucket: Bucket, tmp_path: Path) -> None:
    mirror = _mirror_that_says(tmp_path, {"sources": {"source/more.txt": "0"}})
    (mirror / "source" / "more.txt").mkdir(parents=True)
    result = run("build", ADDRESS, "--mirror", mirror)
    assert (result.exit_code, "IO02" in result.stderr) == (3, True)


@pytest.mark.parametrize("data", [b'{"address":"\xff","documents":{"\xff":{}}}', b"[" * 100_000])
@pytest.mark.parametrize("path", [".mirror.json", MANIFEST])
def test_what_nobody_can_read_is_as_nothing(
    bucket: Bucket, tmp_path: Path, data: bytes, path: str
) -> None:
    (tmp_path / "mirror").mkdir()
    if path == MANIFEST:
        bucket.put(path, data)
    else:
        (tmp_path / "mirror" / path).write_bytes(data)
    assert run("build", ADDRESS, "--mirror", tmp_path / "mirror").exit_code == 0


def _mirror_that_says(folder: Path, said: dict[str, object]) -> Path:
    """A mirror of the storage in *folder*, whose state is *said* so."""
    mirror = folder / "mirror"
    mirror.mkdir()
    (mirror / ".mirror.json").write_text(json.dumps({"address": ADDRESS} | said), encoding="utf-8")
    return mirror
