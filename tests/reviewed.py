"""A small edition with doubts: names that a program marked, and entries that it proposed."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner, Result

from edition.cli import main
from edition.names.model import Certainty, Entry, Kind, Mention, Name, Naming, Register
from edition.settings import read_settings
from edition.tei.candidates import with_candidates
from edition.tei.encode import encode
from edition.transcript.reader import read

TEXT = """\
Meeting

March 4, 2016, Moscow

Ivan Petrov: Leonid Govorov met Boris Govorov. Mr Govorov liked the Statute & the Fund.

Anna Petrova: No Statute is eternal! Says Jen. Did Mr. Govorov ask Mr Govorov?
"""
SETTINGS = """\
[[editor]]
id = "jd"
name = "Jane Doe"
"""
ENTRIES = [
    Entry("BorisGovorov", Kind.PERSON, (Name("Boris Govorov"),), note="given name", candidate=True),
    Entry("Jen", Kind.PERSON, (Name("Jen"),), note="given name alone", candidate=True),
    Entry("LeonidGovorov", Kind.PERSON, (Name("Leonid Govorov"),), note="given name"),
    Entry("Statute", Kind.ORG, (Name("Statute"),), note="body", candidate=True),
]


def _mention(
    words: str, kind: Kind, entry: str | None, certainty: str, *, number: int = 1, role: int = 0
) -> Mention:
    """The *number*th of *words* in the text of a turn."""
    seen = 0
    for line, text in enumerate(TEXT.splitlines(), 1):
        at = text.find(words)
        while at >= 0:
            seen += 1
            if seen == number:
                span = (at, at + role) if role else None
                end = at + len(words)
                return Mention(line, at, end, kind, entry, Certainty(certainty), "", span)
            at = text.find(words, at + 1)
    raise ValueError(words)


NAMING = Naming(
    (
        _mention("Leonid Govorov", Kind.PERSON, "LeonidGovorov", "high"),
        _mention("Boris Govorov", Kind.PERSON, "BorisGovorov", "high"),
        _mention("Mr Govorov", Kind.PERSON, None, "low", role=2),
        _mention("Statute", Kind.ORG, "Statute", "medium"),
        _mention("Statute", Kind.ORG, "Statute", "medium", number=2),
        _mention("Jen", Kind.PERSON, "Jen", "low"),
        _mention("Mr. Govorov", Kind.PERSON, "LeonidGovorov", "medium", role=3),
        _mention("Mr Govorov", Kind.PERSON, None, "low", number=2, role=2),
    ),
    Register({entry.id: entry for entry in ENTRIES}),
)


def write_reviewed(folder: Path, *, registers: bool) -> Path:
    """Write the edition into *folder*; with *registers* these too. Returns its source."""
    source = folder / "source"
    source.mkdir()
    (source / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    settings = read_settings(source / "edition.toml")
    for name in ("first", "second"):
        (source / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        transcript = read(TEXT.encode(), f"{name}.txt")
        tei = encode(transcript, settings, naming=NAMING)
        (source / f"{name}.xml").write_bytes(tei)
    if registers:
        for kind, name in ((Kind.PERSON, "persons"), (Kind.ORG, "orgs")):
            data = with_candidates(None, ENTRIES, kind, name=name)
            (source / f"{name}.xml").write_bytes(data)
    return source


def review(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(main, ["--plain", "review", *arguments], input=stdin)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def tag_of(folder: Path, words: str, number: int = 0) -> str:
    """The mark-up of *words* in the first text."""
    text = (folder / "first.xml").read_text().partition("<text>")[2]
    found: list[str] = re.findall(rf"<persName[^>]*>(?=(?:<roleName>)?{words})", text)
    return found[number]
