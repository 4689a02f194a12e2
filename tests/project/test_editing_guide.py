"""*Editing the TEI*: each edit is made in a file of the program, checked, and encoded again."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.resources import SCHEMAS
from tests.tei.registers import HEAD

GUIDE = (SCHEMAS / "editing.md").read_text(encoding="utf-8")
TRANSCRIPT = re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)[0]
EDITS = re.split(r"^## ", GUIDE, flags=re.MULTILINE)[1:]
PAIR = re.compile(r"Before:\n\n```xml\n(.*?)```\n\nAfter:\n\n```xml\n(.*?)```", re.DOTALL)
SETTINGS = """\
[edition]
publisher = "Town Archive"

[[editor]]
id = "jd"
name = "Jane Doe"

[source]
language = "en"
"""
NAMESAKES = f"""{HEAD}\
  <standOff>
    <listPerson>
      <person xml:id="PaulNovak">
        <persName>Paul Novak</persName>
        <occupation>engineer</occupation>
      </person>
      <person xml:id="EmilNovak">
        <persName>Emil Novak</persName>
      </person>
    </listPerson>
  </standOff>
</TEI>
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The TEI file of the transcript in the guide, as the program wrote it."""
    source = tmp_path / "source"
    source.mkdir()
    monkeypatch.chdir(tmp_path)
    (source / "meeting.txt").write_text(TRANSCRIPT, encoding="utf-8")
    (source / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    (source / "persons.xml").write_text(NAMESAKES, encoding="utf-8")
    assert run("encode").exit_code == 0
    result = run("validate")
    assert (result.exit_code, result.output) == (0, "4 files checked: nothing found.\n")
    return source / "meeting.xml"


def edited(written: str, before: str, after: str) -> str:
    """*written* with *after* in the place of *before*, whose lines may be indented further."""
    pattern = r"\s+".join(map(re.escape, before.split()))
    (found,) = re.finditer(pattern, written)
    line = written[written.rfind("\n", 0, found.start()) + 1 :]
    further = " " * (len(line) - len(line.lstrip()) - (len(before) - len(before.lstrip())))
    new = textwrap.indent(after, further).strip()
    return written[: found.start()] + new + written[found.end() :]


def on_one_line(written: str) -> str:
    return " ".join(written.split())


@pytest.mark.parametrize("edit", EDITS, ids=[edit.partition("\n")[0] for edit in EDITS])
def test_each_edit(file: Path, edit: str) -> None:
    pairs = PAIR.findall(edit)
    assert len(pairs) == edit.count("Before:") == edit.count("After:") > 0
    written = file.read_text(encoding="utf-8")
    for before, after in pairs:
        written = edited(written, before, after)
    file.write_text(written, encoding="utf-8")

    result = run("validate", "--fix")
    assert (result.exit_code, result.stdout) == (0, "")
    mended = file.read_bytes()
    assert run("encode").exit_code == 0
    assert file.read_bytes() == mended

    # A transcript that goes on says more; what was edited stays.
    more = TRANSCRIPT + "\nEmma Engel: Good night to all of you.\n"
    (file.parent / "meeting.txt").write_text(more, encoding="utf-8")
    assert run("encode").exit_code == 0
    result = run("validate")
    assert (result.exit_code, result.stdout) == (0, "")
    after_all = on_one_line(file.read_text(encoding="utf-8"))
    assert "Good night to all of you." in after_all
    for before, after in pairs:
        assert on_one_line(after) in after_all
        assert after_all.count(on_one_line(before)) == on_one_line(after).count(on_one_line(before))


def test_the_guide_has_the_edits_that_are_made_most() -> None:
    assert [int(edit.partition(".")[0]) for edit in EDITS] == list(range(1, len(EDITS) + 1))
    assert len(EDITS) >= 10
