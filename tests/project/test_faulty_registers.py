"""What an encoding makes of registers in which something is wrong: it tells, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.names.model import Kind
from edition.settings import Settings
from edition.tei.candidates import new_register

WHO = '<person xml:id="Zvonar"><persName>Zvonar Bey</persName></person>'
WHERE = '<place xml:id="Zvonovo"><placeName>Zvonovo</placeName></place>'
TEXT = "Meeting\n\nAnna Petrova: I have been to Zvonovo, and Zvonar Bey was there with us.\n"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition with an encoding that refers to a person and a place of the registers."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "edition.toml").write_text('[[editor]]\nid = "jd"\nname = "Jane Doe"\n')
    (folder / "meeting.txt").write_text(TEXT)
    for kind, entry in ((Kind.PERSON, WHO), (Kind.PLACE, WHERE)):
        name = {Kind.PERSON: "persons", Kind.PLACE: "places"}[kind]
        register = new_register(kind, Settings(), None).decode()
        list_ = {Kind.PERSON: "listPerson", Kind.PLACE: "listPlace"}[kind]
        begin, end = register.index(f"<{list_}"), register.index(f"</{list_}>")
        begin = register.index(">", begin) + 1
        (folder / f"{name}.xml").write_text(f"{register[:begin]}{entry}{register[end:]}")
    assert encode().exit_code == 0
    assert marks(folder) == [True, True]
    return folder


def encode() -> Result:
    return CliRunner().invoke(main, ["encode"])


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def marks(source: Path) -> list[bool]:
    """Whether the person and the place are marked, and have their copies."""
    tei = (source / "meeting.xml").read_text()
    return [f'ref="#{i}"' in tei and f'xml:id="{i}"' in tei for i in ("Zvonar", "Zvonovo")]


@pytest.mark.parametrize("left", ["", "<person><persName>Zvonar Bey</persName></person>"])
def test_a_name_whose_entry_is_gone_stays_with_its_copy_and_is_told(
    source: Path, left: str
) -> None:
    other = '<person xml:id="IvanZvonov"><persName>Ivan Zvonov</persName></person>'
    changed(source / "persons.xml", WHO, other + left)
    before = (source / "meeting.xml").read_text()
    assert "source/meeting.xml:" in (told := encode().stderr)
    assert "warning: Zvonar is not in the register" in told
    assert (source / "meeting.xml").read_text() == before


def test_a_name_follows_its_entry_to_another_identifier(source: Path) -> None:
    changed(source / "persons.xml", 'xml:id="Zvonar"', 'xml:id="ZvonarBey"')
    assert "G007" not in encode().stderr
    assert 'ref="#ZvonarBey"' in (source / "meeting.xml").read_text()
    assert "#Zvonar&" not in (source / "meeting.xml").read_text()
    assert marks(source) == [False, True]


def test_an_entry_made_by_hand_in_a_text_is_there_once(source: Path) -> None:
    tei = source / "meeting.xml"
    changed(
        tei, "</listPerson>", "<person xml:id='X'><persName>Us</persName></person></listPerson>"
    )
    changed(tei, "with us.", "with <persName ref='#X'>us</persName>.")
    for _ in range(2):
        encode()
        text = tei.read_text()
        assert [text.count(words) for words in ("xml:id='X'", "ref='#X'")] == [1, 1]
        assert 'xml:id="X"' not in text


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            "places.xml",
            "</placeName></place>",
            "</placeName><location><geo>north, 77</geo></location></place>",
            "R014",
        ),
        ("persons.xml", 'xml:id="Zvonar"', 'xml:id="Zvonovo"', "G001"),
        ("persons.xml", "<persName>Zvonar Bey</persName>", "", "R005"),
    ],
)
def test_what_is_wrong_in_a_register_is_told(
    source: Path, file: str, old: str, new: str, line: str
) -> None:
    changed(source / file, old, new)
    result = encode()
    assert result.exit_code == 1
    assert f"[{line}]" in result.stderr


def test_a_register_without_the_namespace_of_tei_is_none(source: Path) -> None:
    changed(source / "persons.xml", ' xmlns="http://www.tei-c.org/ns/1.0"', "")
    before = (source / "meeting.xml").read_text()
    result = encode()
    assert result.exit_code == 1
    assert "[R017]" in result.stderr
    assert "[E003]" in result.stderr
    assert (source / "meeting.xml").read_text() == before
