"""Building: what is written, what is kept, what is never touched."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from edition.diagnostic import EditionError, FileAccessError, Severity
from edition.project import manifest as manifests
from edition.project.building import build
from edition.project.folder import Project
from edition.version import VERSION
from tests.project.conftest import Snapshot
from tests.small_edition import TRANSCRIPT

Snap = Callable[[Path], Snapshot]


def codes(folder: Path) -> list[str]:
    findings = build(Project(folder)).findings
    return [f.code for f in findings if f.severity is not Severity.NOTE]


def page(folder: Path, name: str) -> str:
    return (folder / "output" / "html" / f"{name}.html").read_text(encoding="utf-8")


def test_a_build_makes_pages_texts_tei_index_schemas_and_manifest(folder: Path) -> None:
    report = build(Project(folder))
    assert (report.documents, report.encoded, report.turns) == (2, 2, 6)
    assert report.words > 30
    for name in ("first", "second"):
        tei = (folder / "source" / f"{name}.xml").read_bytes()
        assert (folder / "output" / "tei" / f"{name}.xml").read_bytes() == tei
        page = (folder / "output" / "html" / f"{name}.html").read_text(encoding="utf-8")
        assert f"members of the {name} committee" in page
        text = (folder / "output" / "text" / f"{name}.txt").read_text(encoding="utf-8")
        assert "Let us begin." in text
    index = (folder / "output" / "html" / "index.html").read_text(encoding="utf-8")
    assert "first.html" in index
    assert "second.html" in index
    for place in (folder / "schemas", folder / "output" / "schemas"):
        assert {"edition.rng", "edition.sch"} <= {path.name for path in place.iterdir()}


def test_the_manifest_names_every_file_of_the_output(folder: Path) -> None:
    build(Project(folder))
    output = folder / "output"
    manifest = json.loads((output / "manifest.json").read_bytes())
    named = set(manifest["shared"])
    for entry in manifest["documents"].values():
        named |= set(entry["files"])
    there = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    assert named == there - {"manifest.json"}
    assert set(manifest["schemas"]) == {"edition.rng", "edition.sch"}


def test_a_second_build_writes_nothing(folder: Path, snapshot: Snap) -> None:
    build(Project(folder))
    before = snapshot(folder)
    report = build(Project(folder))
    assert snapshot(folder) == before
    assert (report.written, report.removed, report.encoded) == (0, 0, 0)


def test_two_folders_with_the_same_sources_have_the_same_output(
    folder: Path, tmp_path: Path, snapshot: Snap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    build(Project(Path()))
    other = tmp_path / "elsewhere"
    (other / "source").mkdir(parents=True)
    for name in ("second.txt", "first.txt", "edition.toml"):
        (other / "source" / name).write_bytes((folder / "source" / name).read_bytes())
    build(Project(other))
    ours, theirs = snapshot(folder), snapshot(other)
    assert {name: data for name, (data, *_) in ours.items()} == {
        name: data for name, (data, *_) in theirs.items()
    }


def test_a_hand_edit_stays_and_is_published(folder: Path) -> None:
    build(Project(folder))
    tei = folder / "source" / "first.xml"
    edited = tei.read_bytes().replace(b"Let us begin.", b"Let us <emph>begin</emph>.")
    tei.write_bytes(edited)
    second = folder / "output" / "html" / "second.html"
    written = (second.stat().st_mtime_ns, second.stat().st_ino)
    build(Project(folder))
    assert tei.read_bytes() == edited
    assert (second.stat().st_mtime_ns, second.stat().st_ino) == written
    assert (folder / "output" / "tei" / "first.xml").read_bytes() == edited


def test_what_is_published_names_no_style_sheet(folder: Path) -> None:
    build(Project(folder))
    tei = folder / "source" / "first.xml"
    made = tei.read_bytes()
    tei.write_bytes(
        made.replace(b"<TEI", b'<?xml-stylesheet href="https://x.org/a.xsl"?>\n<TEI', 1)
    )
    build(Project(folder))
    assert b"xml-stylesheet" in tei.read_bytes()
    assert b"xml-stylesheet" not in (folder / "output" / "tei" / "first.xml").read_bytes()


def test_one_output_alone(folder: Path) -> None:
    build(Project(folder), outputs=["text"])
    assert (folder / "output" / "text" / "first.txt").is_file()
    assert not (folder / "output" / "html").exists()
    build(Project(folder), outputs=["html"])
    assert (folder / "output" / "html" / "first.html").is_file()
    assert (folder / "output" / "text" / "first.txt").is_file()
    build(Project(folder), outputs=["text"])
    assert (folder / "output" / "html" / "index.html").is_file()


def test_outputs_made_one_by_one_are_those_made_together(folder: Path, snapshot: Snap) -> None:
    build(Project(folder), outputs=["text"])
    build(Project(folder), outputs=["html"])
    before = snapshot(folder)
    assert build(Project(folder)).written == 0
    after = snapshot(folder)
    manifest = "output/manifest.json"  # what the last build made is noted there
    assert after.pop(manifest) != before.pop(manifest)
    assert after == before


@pytest.mark.parametrize(("languages", "of_index"), [(["ru", "ru"], "ru"), (["ru", "de"], "en")])
def test_the_index_is_in_the_language_of_the_documents(
    folder: Path, languages: list[str], of_index: str
) -> None:
    with (folder / "source" / "edition.toml").open("a", encoding="utf-8") as file:
        for name, language in zip(("first", "second"), languages, strict=True):
            file.write(f'[transcript.{name}]\nlanguage = "{language}"\n')
    build(Project(folder))
    assert f'lang="{of_index}"' in page(folder, "index")


def test_all_that_a_header_lacks_of_the_settings_is_one_finding(folder: Path) -> None:
    build(Project(folder))
    settings = folder / "source" / "edition.toml"
    text = settings.read_text(encoding="utf-8").replace("Example Press", "Other Press")
    settings.write_text(f'{text}[[editor]]\nid = "jd"\nname = "Jane Doe"\n', encoding="utf-8")
    lacking = [one for one in build(Project(folder)).findings if one.code == "M108"]
    assert len(lacking) == 2  # documents
    said = "publisher “Other Press” (the header has “Example Press”), editor “Jane Doe”"
    assert all(one.message.endswith(said) for one in lacking)


def test_a_page_links_only_to_what_is_there(folder: Path) -> None:
    build(Project(folder), outputs=["html"])
    assert "text/first.txt" not in page(folder, "first")
    build(Project(folder), outputs=["text"])
    build(Project(folder), outputs=["html"])
    assert 'href="../text/first.txt"' in page(folder, "first")


def test_links_lead_to_files_whatever_their_name(folder: Path) -> None:
    name = "a b#c?d%20é&amp;"
    (folder / "source" / "first.txt").rename(folder / "source" / f"{name}.txt")
    build(Project(folder))
    for where in (page(folder, name), page(folder, "index")):
        links = re.findall(r'href="([^"]*a%20b[^"]*)"', where)
        assert links
        for link in links:
            target = folder / "output" / "html" / unquote(unescape(link).partition("#")[0])
            assert target.is_file(), link


def test_title_and_address_of_the_edition_are_on_its_pages(folder: Path) -> None:
    settings = folder / "source" / "edition.toml"
    said = '[edition]\ntitle = "All the minutes"\nurl = "https://example.org/minutes/"\n'
    text = settings.read_text(encoding="utf-8").replace("[edition]\n", said)
    settings.write_text(text, encoding="utf-8")
    build(Project(folder))
    assert "All the minutes" in page(folder, "index")
    assert "https://example.org/minutes/html/first.html" in page(folder, "first")


def test_lines_of_the_text_are_as_wide_as_asked(folder: Path) -> None:
    build(Project(folder), width=30)
    lines = (folder / "output" / "text" / "first.txt").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 30


def test_a_broken_document_is_reported_and_its_last_good_pages_stay(
    folder: Path, snapshot: Snap
) -> None:
    build(Project(folder))
    before = snapshot(folder / "output")
    tei = folder / "source" / "first.xml"
    tei.write_bytes(tei.read_bytes().replace(b"</body>", b""))
    (folder / "source" / "third.txt").write_text(TRANSCRIPT.format(name="third"), encoding="utf-8")
    report = build(Project(folder))
    errors = [f for f in report.findings if f.severity is Severity.ERROR]
    assert [(f.code, f.file) for f in errors] == [("X001", str(tei))]
    after = snapshot(folder / "output")
    for name in ("html/first.html", "text/first.txt", "tei/first.xml", "html/second.html"):
        assert after[name] == before[name]
    index = after["html/index.html"][0]
    assert b"first.html" in index
    assert b"third.html" in index


def test_a_document_that_is_not_valid_is_not_published(folder: Path) -> None:
    build(Project(folder))
    tei = folder / "source" / "first.xml"
    tei.write_bytes(tei.read_bytes().replace(b"<seg ", b"<sag ").replace(b"</seg>", b"</sag>"))
    before = (folder / "output" / "html" / "first.html").read_bytes()
    assert codes(folder)
    assert (folder / "output" / "html" / "first.html").read_bytes() == before


def test_a_transcript_that_cannot_be_one_does_not_stop_the_others(folder: Path) -> None:
    (folder / "source" / "binary.txt").write_bytes(b"\x7fELF\x00\x01\x02" * 50)
    (folder / "source" / "empty.txt").write_bytes(b"")
    (folder / "source" / "lost.txt").symlink_to("nowhere")
    report = build(Project(folder))
    files = {Path(f.file).name for f in report.findings if f.severity is Severity.ERROR}
    assert files == {"binary.txt", "empty.txt", "lost.txt"}
    assert (folder / "output" / "html" / "second.html").is_file()
    assert not (folder / "source" / "binary.xml").exists()
    manifest = json.loads((folder / "output" / "manifest.json").read_bytes())
    assert set(manifest["documents"]) == {"first", "second"}


def test_a_pipe_in_place_of_a_file_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "source" / "pipe.txt")
    os.mkfifo(folder / "source" / "pipe.xml")
    findings = [f for f in build(Project(folder)).findings if f.code == "IO01"]
    assert [Path(f.file).name for f in findings] == ["pipe.txt"]


def test_a_document_that_vanished_leaves_no_pages(folder: Path) -> None:
    build(Project(folder))
    output = folder / "output"
    (output / "html" / "mine.html").write_bytes(b"mine")
    for suffix in ("txt", "xml"):
        (folder / "source" / f"first.{suffix}").unlink()
    before = {file for file in output.rglob("*") if file.is_file()}
    report = build(Project(folder))
    gone = {file for file in before if not file.is_file()}
    assert gone >= {output / "tei" / "first.xml", output / "data" / "first.json"}
    assert report.removed == len(gone)
    left = {path.name for path in output.rglob("*") if "first" in path.name}
    assert left == set()
    assert (output / "html" / "mine.html").read_bytes() == b"mine"
    assert (output / "html" / "second.html").is_file()


def test_a_stale_page_that_somebody_changed_stays(folder: Path) -> None:
    build(Project(folder))
    page = folder / "output" / "html" / "first.html"
    page.write_bytes(b"changed by hand")
    for suffix in ("txt", "xml"):
        (folder / "source" / f"first.{suffix}").unlink()
    build(Project(folder))
    assert page.read_bytes() == b"changed by hand"


def test_nothing_outside_the_output_is_removed_whatever_the_manifest_says(folder: Path) -> None:
    build(Project(folder))
    outside = folder / "precious"
    outside.write_bytes(b"")
    (folder / "output" / "link").symlink_to(folder)
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    manifest = folder / "output" / "manifest.json"
    content = json.loads(manifest.read_bytes())
    names = ["../precious", str(outside), "link/precious", "html/../../precious", "a\0b", "c:x"]
    content["shared"] |= dict.fromkeys(names, empty)
    manifest.write_text(json.dumps(content), encoding="utf-8")
    assert build(Project(folder)).removed == 0
    assert outside.exists()


@pytest.mark.parametrize(
    "manifest", [b"", b"\xff", b"[]", b"{", b'{"version": 99}', b'{"shared": 1}', b"[" * 100_000]
)
def test_a_manifest_that_cannot_be_read_is_written_anew(folder: Path, manifest: bytes) -> None:
    build(Project(folder))
    good = (folder / "output" / "manifest.json").read_bytes()
    (folder / "output" / "manifest.json").write_bytes(manifest)
    build(Project(folder))
    assert (folder / "output" / "manifest.json").read_bytes() == good


def test_a_manifest_of_another_version_is_not_acted_upon(folder: Path) -> None:
    build(Project(folder))
    manifest = folder / "output" / "manifest.json"
    manifest.write_bytes(
        manifest.read_bytes().replace(b'"version": %d' % manifests.VERSION, b'"version": 0')
    )
    for suffix in ("txt", "xml"):
        (folder / "source" / f"first.{suffix}").unlink()
    assert build(Project(folder)).removed == 0
    assert (folder / "output" / "html" / "first.html").is_file()


def test_a_schema_that_somebody_edited_stays_and_is_spoken_of(folder: Path) -> None:
    build(Project(folder))
    schema = folder / "schemas" / "edition.rng"
    schema.write_bytes(b"<edited/>")
    report = build(Project(folder))
    assert [f.file for f in report.findings if f.code == "M013"] == [str(schema)]
    assert schema.read_bytes() == b"<edited/>"


def test_a_schema_of_an_older_program_is_replaced(folder: Path) -> None:
    build(Project(folder))
    schema, manifest = folder / "schemas" / "edition.rng", folder / "output" / "manifest.json"
    good = schema.read_bytes()
    schema.write_bytes(b"")
    content = json.loads(manifest.read_bytes())
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    content["schemas"]["edition.rng"] = empty
    manifest.write_text(json.dumps(content), encoding="utf-8")
    assert "M013" not in codes(folder)
    assert schema.read_bytes() == good


def test_registers_are_no_documents_and_their_names_are_taken(folder: Path) -> None:
    (folder / "source" / "persons.xml").write_bytes(b"<TEI/>")
    (folder / "source" / "index.txt").write_text("x", encoding="utf-8")
    (folder / "source" / ".hidden.txt").write_text("x", encoding="utf-8")
    report = build(Project(folder))
    assert report.documents == 2
    assert [Path(f.file).name for f in report.findings if f.code == "M012"] == ["index.txt"]


def test_settings_of_no_transcript_are_spoken_of(folder: Path) -> None:
    settings = folder / "source" / "edition.toml"
    with settings.open("a", encoding="utf-8") as file:
        file.write('[transcript.frist]\ntitle = "T"\n')
    findings = [f for f in build(Project(folder)).findings if f.code == "M007"]
    assert [(f.line, f.hint) for f in findings] == [(7, "Did you mean first?")]


def test_what_settings_say_of_a_transcript_reaches_its_header(folder: Path) -> None:
    settings = folder / "source" / "edition.toml"
    with settings.open("a", encoding="utf-8") as file:
        file.write('[transcript.first]\nurl = "https://example.org/42"\n')
    build(Project(folder))
    assert b"https://example.org/42" in (folder / "source" / "first.xml").read_bytes()
    assert b"https://example.org/42" not in (folder / "source" / "second.xml").read_bytes()
    assert VERSION.encode() in (folder / "source" / "first.xml").read_bytes()


def test_wrong_settings_stop_the_build_before_anything_is_written(folder: Path) -> None:
    (folder / "source" / "edition.toml").write_text("[edition]\nversion = 1", encoding="utf-8")
    with pytest.raises(EditionError):
        build(Project(folder))
    assert not (folder / "output").exists()


def test_a_folder_without_source_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError) as caught:
        Project(tmp_path)
    assert caught.value.finding.code == "M010"


def test_an_empty_source_is_spoken_of(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    assert codes(tmp_path) == ["M011"]


def test_a_convention_that_there_is_not_is_told_in_its_line_though_all_is_encoded(
    folder: Path,
) -> None:
    build(Project(folder))
    settings = folder / "source" / "edition.toml"
    text = settings.read_text(encoding="utf-8").replace('"kremlin"', '"nope"')
    settings.write_text(text, encoding="utf-8")
    line = text.split("\n").index('convention = "nope"') + 1
    told = [(it.code, it.line) for it in build(Project(folder)).findings]
    assert ("T010", line) in told
