"""What decisions write into files of other hands: hostile, prefixed, half empty."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from edition.diagnostic import EditionError
from edition.project.reviewing import open_review
from edition.project.ruling import Ruling, Verdict, rule
from edition.tei.registers import entry_elements
from edition.tei.vocabulary import XML_ID
from tests.reviewed import SETTINGS, contents

NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"'
DOUBT = 'cert="low" resp="#encoder"'
OLD = f'<person xml:id="Old" {DOUBT}><persName>A B</persName></person>'
NEW = '<person xml:id="New"><persName>C B</persName></person>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "edition.toml").write_text(SETTINGS)
    return tmp_path


def register(entries: str, listed: str = "listPerson") -> str:
    """A register of *entries*."""
    return f"<TEI {NAMESPACE}><standOff><{listed}>{entries}</{listed}></standOff></TEI>"


def text(words: str, before: str = "") -> str:
    """A text of one paragraph, with *before* before it."""
    return f'<TEI {NAMESPACE}>{before}<text><p xml:id="p1">{words}</p></text></TEI>'


def write(folder: Path, **files: str) -> None:
    """Write *files*, without their .xml, into *folder*."""
    for name, content in files.items():
        (folder / f"{name}.xml").write_text(content, encoding="utf-8")


def decide(folder: Path, verdict: str, key: str, entry: str = "") -> dict[str, str]:
    """The files after a decision, which leaves all well-formed."""
    rule(open_review([], folder), Ruling(Verdict(verdict), key, entry)).write()
    after = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.xml")}
    for content in after.values():
        etree.fromstring(content.encode())
    return after


def test_what_stands_in_an_attribute_is_escaped_again(folder: Path) -> None:
    name = '<persName ref="#Old https://x.org/?a=1&amp;b=2">A B</persName>'
    write(folder, persons=register(OLD + NEW), a=text(name))
    after = decide(folder, "is", "Old", "New")
    assert 'ref="#New https://x.org/?a=1&amp;b=2"' in after["a"]


def test_an_attribute_in_a_namespace_keeps_its_prefix(folder: Path) -> None:
    name = '<persName xmlns:x="http://www.w3.org/1999/xlink" x:href="#Old">A B</persName>'
    write(folder, persons=register(OLD + NEW), a=text(name))
    assert ' x:href="#New">' in decide(folder, "is", "Old", "New")["a"]


@pytest.mark.parametrize("written", ["x&quot; y=&quot;", "x&lt;y", "x y", "1x"])
def test_an_entry_to_which_nothing_can_refer_is_refused(folder: Path, written: str) -> None:
    entry = NEW.replace("New", written)
    write(folder, persons=register(entry), a=text(f"<persName {DOUBT}>A B</persName>"))
    identifier = written.replace("&quot;", '"').replace("&lt;", "<")
    with pytest.raises(EditionError) as caught:
        decide(folder, "is", "a:p1-a-b", identifier)
    assert caught.value.finding.code == "N020"


def test_nothing_is_written_where_one_file_could_not_be_read_again(folder: Path) -> None:
    write(folder, a=text("A"), b=text("B"))
    before = contents(folder)
    review = open_review([], folder)
    review = review.with_file(folder / "a.xml", text("C").encode())
    review = review.with_file(folder / "b.xml", b"<TEI>")
    with pytest.raises(EditionError) as caught:
        review.write()
    assert caught.value.finding.code == "N021"
    assert contents(folder) == before


def prefixed(content: str) -> str:
    """*content* with a prefix before all names of elements."""
    content = re.sub(r"<(/?)(?=\w)", r"<\1t:", content)
    return content.replace("xmlns=", "xmlns:t=")


@pytest.mark.parametrize("where", ["persons", "a", "both"])
def test_a_copy_has_the_prefixes_of_the_file_it_comes_into(folder: Path, where: str) -> None:
    entry = (
        '<person xml:id="New"><persName>C <!-- <b> --> B</persName><note>a <hi/> b</note></person>'
    )
    files = {"persons": register(entry), "a": text(f"<persName {DOUBT}>A B</persName>")}
    for name, content in files.items():
        if where in (name, "both"):
            files[name] = prefixed(content).replace("t:b", "b")
    write(folder, **files)
    after = decide(folder, "is", "a:p1-a-b", "New")["a"]
    found = list(entry_elements(etree.fromstring(after.encode())))
    assert [one.get(XML_ID) for one in found] == ["New"]
    wanted = entry if where == "persons" else prefixed(entry).replace("t:b", "b")
    assert wanted in after


def test_a_copy_declares_the_other_prefixes_that_it_uses(folder: Path) -> None:
    entry = NEW.replace("<persName", '<persName x:href="#Z" xml:lang="ru"')
    people = register(entry).replace("<TEI", '<TEI xmlns:y="urn:y" xmlns:x="urn:x"')
    write(folder, persons=people, a=text(f"<persName {DOUBT}>A B</persName>"))
    after = decide(folder, "is", "a:p1-a-b", "New")["a"]
    assert entry.replace("<person ", '<person xmlns:x="urn:x" ') in after


def test_a_copy_has_every_character(folder: Path) -> None:
    entry = NEW.replace("</person>", "<note>one\u2028two\u0085three</note>\n</person>")
    write(folder, persons=register(entry), a=text(f"<persName {DOUBT}>A B</persName>"))
    after = decide(folder, "is", "a:p1-a-b", "New")["a"]
    assert "one\u2028two\u0085three" in after


def test_a_register_may_hold_nothing_but_refused_words(folder: Path) -> None:
    names = (f"<orgName {DOUBT}>{words}</orgName>" for words in ("Statute", "Charter"))
    write(folder, a=text(" ".join(names)))
    decide(folder, "not-a-name", "Statute")
    after = decide(folder, "not-a-name", "Charter")
    assert re.findall("<item>(.*)</item>", after["orgs"]) == ["Statute", "Charter"]


def test_words_that_name_nothing_lose_every_mark_of_the_program(folder: Path) -> None:
    entry = f'<org xml:id="S" {DOUBT}><orgName>Statute</orgName></org>'
    marks = f'<orgName ref="#S" {DOUBT}>Statute</orgName> <placeName {DOUBT}>Statute</placeName>'
    write(folder, orgs=register(entry, "listOrg"), a=text(marks))
    after = decide(folder, "not-a-name", "Statute")
    assert after["a"] == text("Statute Statute")
    assert "<item>Statute</item>" in after["orgs"]
    assert "<item>Statute</item>" in after["places"]


def test_an_entry_that_is_nobody_leaves_its_namesake(folder: Path) -> None:
    one, other = OLD, OLD.replace("Old", "Other")
    write(folder, persons=register(one + other), a=text(f'<persName ref="#Other" {DOUBT}/>'))
    assert decide(folder, "not-a-name", "Old")["persons"] == register(other)


def test_an_entry_to_which_another_points_is_not_refused(folder: Path) -> None:
    pointing = NEW.replace("<person ", '<person corresp="#Old" ')
    write(folder, persons=register(OLD + pointing), a=text("A"))
    with pytest.raises(EditionError) as caught:
        decide(folder, "not-a-name", "Old")
    assert caught.value.finding.code == "N019"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Bank of the Bank for the World", "Bank of the Bank for the World"),
        ("<roleName>Mr</roleName> Duran Mr Duran", "Duran Mr Duran"),
        ("Duran, Mr <roleName>Mr</roleName>", "Duran, Mr"),
    ],
)
def test_refused_words_are_in_their_order(folder: Path, marked: str, name: str) -> None:
    write(folder, a=text(f"<persName {DOUBT}>{marked}</persName>"))
    after = decide(folder, "not-a-name", name)
    assert f"<item>{name}</item>" in after["persons"]


def test_a_list_of_nothing_but_a_comment_is_none(folder: Path) -> None:
    write(folder, persons=register(f"<!-- mine -->{OLD}"), a=text("A"))
    after = decide(folder, "not-a-name", "Old")
    assert "<listPerson" not in after["persons"]
    assert "<!-- mine -->" in after["persons"]


def test_pointers_in_the_register_follow_a_merged_candidate(folder: Path) -> None:
    pointing = '<person xml:id="Z" corresp="#Old #Y"><persName>Z</persName></person>'
    write(folder, persons=register(OLD + NEW + pointing), a=text('<persName ref="#Old"/>'))
    after = decide(folder, "is", "Old", "New")
    assert 'corresp="#New #Y"' in after["persons"]
    assert "Old" not in "".join(after.values())


def test_a_candidate_of_the_register_may_be_an_entry_of_a_text(folder: Path) -> None:
    kept = '<person xml:id="Z"><persName>Z</persName></person>'
    listed = f"<standOff><listPerson>{NEW}</listPerson></standOff>"
    write(folder, persons=register(OLD + kept), a=text('<persName ref="#Old"/>', listed))
    after = decide(folder, "is", "Old", "New")
    assert 'xml:id="Old"' not in after["persons"]
    assert names(after["persons"]) == ["C B", "A B"]  # the register does not lose a name
    assert names(after["a"]) == ["C B", "A B"]


def test_copies_get_the_names_of_a_merged_candidate(folder: Path) -> None:
    old = OLD.replace("<persName>A B", '<persName from="1900">A <hi>B</hi>')
    listed = f"<standOff><listPerson>{NEW}</listPerson></standOff>"
    write(folder, persons=register(old + NEW), a=text("A", listed), b=text("B"))
    after = decide(folder, "is", "Old", "New")
    for name in ("persons", "a"):
        assert '<persName from="1900">A <hi>B</hi></persName>' in after[name]
        assert names(after[name]) == ["C B", "A B"]


def test_a_merged_participant_keeps_place_and_role(folder: Path) -> None:
    speaker = OLD.replace("<person ", '<person role="speaker" ')
    taking_part = (
        "<teiHeader><profileDesc><particDesc><listPerson>"
        f'{speaker}<person xml:id="Q"><persName>Q</persName></person>'
        "</listPerson></particDesc></profileDesc></teiHeader>"
    )
    note = NEW.replace("</person>", "<note>mine</note></person>")
    listed = f"<standOff><listPerson>{note}</listPerson></standOff>"
    said = '<u who="#Old">A</u>'
    write(folder, persons=register(OLD + NEW), a=text(said, taking_part + listed))
    after = decide(folder, "is", "Old", "New")["a"]
    root = etree.fromstring(after)
    found = [(one.get(XML_ID), one.get("role")) for one in root.iter("{*}person")]
    assert found == [("New", "speaker"), ("Q", None)]
    assert "<note>mine</note>" in after.partition("</particDesc>")[0]
    assert '<u who="#New">' in after


def names(content: str) -> list[str]:
    """The names of the entry New."""
    entries = etree.fromstring(content).iter("{*}person")
    entry = next(entry for entry in entries if entry.get(XML_ID) == "New")
    return ["".join(name.itertext()) for name in entry.iterfind("{*}persName")]


def test_a_text_without_entries_has_no_empty_stand_off(folder: Path) -> None:
    listed = f"<standOff><listPerson>{OLD}</listPerson></standOff>"
    write(folder, a=text(f'<persName ref="#Old" {DOUBT}>A B</persName>', listed))
    assert decide(folder, "not-a-name", "Old")["a"] == text("A B")


@pytest.mark.parametrize(("others", "is_gone"), [(NEW, True), ("", False)])
def test_a_proposal_that_nothing_names_goes_unless_a_register_were_empty(
    folder: Path, others: str, *, is_gone: bool
) -> None:
    name = f'<persName ref="#Old" {DOUBT}>A B</persName>'
    write(folder, persons=register(OLD + others), a=text(name))
    after = decide(folder, "wrong", "a:p1-a-b")
    assert "#Old" not in after["a"]
    assert after["persons"] == register(others if is_gone else OLD)
