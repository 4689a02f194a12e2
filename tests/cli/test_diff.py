"""``edition diff``: two versions of an edition, compared as an editor thinks."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from edition.cli import main
from tests.cli.test_merge import TEI


def run(folder: Path, text: str, *options: str) -> Result:
    old, new = folder / "old.xml", folder / "new.xml"
    old.write_text(TEI, encoding="utf-8")
    new.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["--plain", "diff", str(old), str(new), *options])


def test_versions_that_differ_in_white_space_are_alike(tmp_path: Path) -> None:
    result = run(tmp_path, TEI.replace("Hello to", "Hello\n   to"))
    assert (result.exit_code, result.stdout) == (0, "")


def test_words_names_speakers_turns_and_header(tmp_path: Path) -> None:
    text = (
        TEI.replace("was late", "was very late")
        .replace("Hello", '<persName ref="#IvanPetrov">Hello</persName>')
        .replace('who="#AnnaPetrova"', 'who="#IvanPetrov"')
        .replace('<seg xml:id="p2">We met them there.</seg>', "")
        .replace('<title type="main">Meeting', '<title type="main">The Meeting')
    )
    result = run(tmp_path, text, "--format", "json")
    assert result.exit_code == 1
    changes = {(c["kind"], c["what"]): c for c in json.loads(result.stdout)}
    assert changes["words", "changed"]["context"] == "all. It was very late."
    assert changes["name", "added"]["new"] == "persName #IvanPetrov"
    assert changes["speaker", "changed"]["new"] == "#IvanPetrov"
    assert changes["paragraph", "removed"]["old"] == "We met them there."
    assert changes["header", "added"]["new"] == "@type=main The Meeting"
    said = run(tmp_path, text).stdout
    assert "p1: words changed: “very” put in  (all. It was very late.)" in said
    assert "old.xml:" in said


def test_a_paragraph_in_another_turn_has_moved(tmp_path: Path) -> None:
    cut = '</u>\n<note type="speaker">X:</note>\n<u xml:id="ux"><seg xml:id="p2">'
    result = run(tmp_path, TEI.replace('<seg xml:id="p2">', cut))
    assert "p2: paragraph moved: “u1” → “ux”" in result.stdout
    assert "ux: turn added" in result.stdout
