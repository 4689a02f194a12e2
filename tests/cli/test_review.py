"""``edition review``: what is doubtful, and what decisions change: these bytes and no others."""

from __future__ import annotations

import difflib
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_regressions.file_regression import FileRegressionFixture

import edition
from edition.cli import main
from edition.diagnostic import Severity
from edition.names.known import Known
from edition.names.naming import name as name_in
from edition.tei.registers import read_register
from tests.reviewed import TEXT, contents, review, tag_of, write_reviewed


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_reviewed(Path(), registers=True)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same without registers."""
    monkeypatch.chdir(tmp_path)
    return write_reviewed(Path(), registers=False)


def decided(folder: Path, *arguments: str) -> dict[str, list[str]]:
    """The changed lines of each file after a decision, which leaves all valid and faithful."""
    before = contents(folder)
    result = review(*arguments)
    assert result.exit_code == 0, result.output
    after = contents(folder)
    for name in (name for name in after if name.endswith(".xml")):
        text = TEXT.encode() if f"{name[:-4]}.txt" in after else None
        found = edition.check(edition.parse(after[name], name), source=text)
        assert [f for f in found if f.severity is not Severity.NOTE] == []
    review(*arguments)
    assert contents(folder) == after, "the same decision again changes nothing"
    return {n: lines for n in after if (lines := changes(before.get(n, b""), after[n]))}


def changes(before: bytes, after: bytes) -> list[str]:
    lines = difflib.unified_diff(before.decode().splitlines(), after.decode().splitlines(), n=0)
    return [re.sub(r"\s+", " ", line) for line in list(lines)[2:] if not line.startswith("@@")]


def test_the_list(source: Path, file_regression: FileRegressionFixture) -> None:
    result = review("--medium")
    assert result.exit_code == 1
    file_regression.check(result.stdout)


def test_a_read_only_register_stays_and_so_does_all_else(source: Path) -> None:
    register = source / "persons.xml"
    before = contents(source)
    register.chmod(0o444)
    result = review("--right", "BorisGovorov")
    assert result.exit_code == 3
    assert f"{register}:1:1: error: cannot be written: the file is read-only" in result.stderr
    assert contents(source) == before


def test_only_the_files_asked_for_are_listed(source: Path) -> None:
    result = review("source/second.xml", "--format", "json")
    keys = [doubt["key"] for doubt in json.loads(result.stdout)]
    assert keys == ["second:p1-mr-govorov", "second:p2-jen", "second:p2-mr-govorov.2"]


def test_without_registers_the_entries_of_the_texts_are_listed_once(bare: Path) -> None:
    doubts = json.loads(review("--format", "json").stdout)
    entries = [(d["key"], d["file"], d["times"]) for d in doubts if d["what"] == "entry"]
    assert [key for key, _, _ in entries] == ["BorisGovorov", "Jen", "LeonidGovorov", "Statute"]
    assert entries[0] == ("BorisGovorov", "source/first.xml", 2)


def test_an_entry_that_no_text_names_is_told_as_that(source: Path) -> None:
    for name in ("first.xml", "second.xml"):
        file = source / name
        text = re.sub(r'<persName ref="#Jen"[^>]*>Jen</persName>', "Jen", file.read_text("utf-8"))
        file.write_text(text, encoding="utf-8")
    told = review().stdout
    entry = told[told.index("Jen  “Jen” (person, a new entry)") :]
    assert "named: nowhere now; --right keeps it, --not-a-name takes it out" in entry
    assert "0 times" not in told


def test_nothing_doubtful_is_exit_code_0(source: Path) -> None:
    (source / "second.xml").unlink()
    decide = ["--right", "Jen", "--right", "BorisGovorov", "--right", "LeonidGovorov"]
    names = ["p1-mr-govorov", "p2-jen", "p2-mr-govorov.2"]
    wrong = [word for name in names for word in ("--wrong", name)]
    assert review(*decide, *wrong, "--not-a-name", "Statute").exit_code == 0
    result = review("--format", "json")
    assert (result.exit_code, result.stdout) == (0, "[]\n")


def test_a_name_that_is_right_bears_the_name_of_the_editor(source: Path) -> None:
    assert list(decided(source, "--right", "first:p2-jen")) == ["first.xml"]
    assert tag_of(source, "Jen") == '<persName ref="#Jen" resp="#jd">'


def test_a_wrong_name_means_nobody(source: Path) -> None:
    decided(source, "--wrong", "first:p2-jen")
    assert tag_of(source, "Jen") == '<persName resp="#jd">'


def test_a_name_gets_the_entry_that_is_meant(source: Path) -> None:
    decided(source, "--is", "first:p2-mr-govorov.2", "BorisGovorov")
    assert tag_of(source, "Mr</roleName> Govorov", 1) == (
        '<persName resp="#jd" ref="#BorisGovorov">'
    )
    assert tag_of(source, "Mr</roleName> Govorov", 0) == '<persName cert="low" resp="#encoder">'


def test_an_entry_that_the_text_lacks_is_copied_with_what_it_points_to(source: Path) -> None:
    register = (source / "persons.xml").read_text()
    olga = (
        '<person xml:id="Olga">\n        <persName>Olga  <!-- née I. --></persName>\n'
        '        <note type="annotation"><persName ref="#Vera">V.</persName></note>\n'
        "      </person>\n"
    )
    vera = '<person xml:id="Vera"><persName>Vera</persName></person>'
    new = register.replace("    </listPerson>", f"      {olga}      {vera}\n    </listPerson>")
    (source / "persons.xml").write_text(new)
    decided(source, "--is", "first:p1-mr-govorov", "Olga")
    text = (source / "first.xml").read_text()
    assert f"      {olga}" in text
    assert text.count(vera) == 1


def test_a_name_that_is_none_leaves_its_words_and_the_right_figures(source: Path) -> None:
    changed = decided(source, "--not-a-name", "first:p1-mr-govorov")
    assert "Govorov</persName>. Mr Govorov liked the" in changed["first.xml"][-1]
    assert changed["first.xml"][1::2][0] == '+ <tagUsage gi="persName" occurs="7"/>'


@pytest.mark.parametrize("verdict", [["--not-a-name"], ["--wrong"]])
def test_a_candidate_goes_with_the_last_name_that_means_it(
    source: Path, verdict: list[str]
) -> None:
    def entries() -> list[str]:
        doubts = json.loads(review("--all", "--format", "json").stdout)
        return [doubt["key"] for doubt in doubts if doubt["what"] == "entry"]

    decided(source, *verdict, "first:p1-boris-govorov")
    assert "BorisGovorov" in entries()
    changed = decided(source, *verdict, "second:p1-boris-govorov")
    assert set(changed) == {"first.xml", "persons.xml", "second.xml"}
    assert "BorisGovorov" not in entries()


def test_an_entry_that_is_no_candidate_stays_without_a_name(source: Path) -> None:
    review("--right", "Jen")
    changed = decided(source, "--wrong", "first:p2-jen", "--wrong", "second:p2-jen")
    assert set(changed) == {"first.xml", "second.xml"}


def test_keys_stay_when_a_mark_before_is_gone(source: Path) -> None:
    review("--not-a-name", "first:p2-mr-govorov")
    assert "first:p2-mr-govorov.2" in review().stdout


def test_a_right_entry_is_so_everywhere(source: Path) -> None:
    changed = decided(source, "--right", "Jen")
    line = ['- <person xml:id="Jen" cert="low" resp="#encoder">', '+ <person xml:id="Jen">']
    assert changed == dict.fromkeys(("first.xml", "persons.xml", "second.xml"), line)


def test_one_entry_is_another(source: Path) -> None:
    changed = decided(source, "--is", "Jen", "BorisGovorov")
    assert set(changed) == {"first.xml", "persons.xml", "second.xml"}
    assert tag_of(source, "Jen") == '<persName ref="#BorisGovorov" cert="low" resp="#encoder">'
    assert "+ <persName>Jen</persName>" in changed["persons.xml"]
    assert 'xml:id="Jen"' not in (source / "first.xml").read_text()


def test_one_entry_is_another_in_what_is_encoded_later_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "source"
    source.mkdir()
    (source / "edition.toml").write_text('[[editor]]\nid = "jd"\nname = "Jane Doe"\n')
    told = "Dmitry Sergeyevich told us all about it, and we have to thank him for that."
    first = f"Meeting\n\nMr Orlov: Academician Likhachev was there. {told}\n"
    (source / "first.txt").write_text(first)
    CliRunner().invoke(main, ["encode"])
    review("--is", "DmitrySergeyevich", "Likhachev")
    (source / "second.txt").write_text(f"Meeting\n\nMr Orlov: {told}\n")
    CliRunner().invoke(main, ["encode"])
    files = {name: (source / name).read_text() for name in ("first.xml", "second.xml")}
    files["persons.xml"] = (source / "persons.xml").read_text()
    assert all("DmitrySergeyevich" not in text for text in files.values())
    assert all('<person xml:id="Likhachev">' in text for text in files.values())


def test_an_entry_of_a_text_is_one_of_the_register(source: Path) -> None:
    register = (source / "persons.xml").read_text()
    jen = register[register.index('      <person xml:id="Jen"') :].partition("</person>\n")
    (source / "persons.xml").write_text(register.replace("".join(jen[:2]), ""))
    changed = decided(source, "--is", "Jen", "BorisGovorov")
    assert "+ <persName>Jen</persName>" in changed["persons.xml"]


def test_a_speaker_is_another_entry(source: Path) -> None:
    tei = source / "first.xml"
    doubtful = '<person xml:id="IvanPetrov" cert="low" resp="#encoder"'
    tei.write_text(tei.read_text().replace('<person xml:id="IvanPetrov"', doubtful))
    register = source / "persons.xml"
    ivan = '<person xml:id="IvanP"><persName>Ivan P.</persName></person>'
    register.write_text(register.read_text().replace("<listPerson>", f"<listPerson>{ivan}"))
    changed = decided(source, "--is", "IvanPetrov", "IvanP")
    assert '<u xml:id="u1" who="#IvanP"' in tei.read_text()
    assert (
        '+ <person xml:id="IvanP" role="speaker"><persName>Ivan P.</persName>'
        in (changed["first.xml"])
    )
    assert "#IvanPetrov" not in tei.read_text()


def test_refused_words_are_not_found_again(source: Path) -> None:
    transcript = edition.read(TEXT.encode(), "first.txt")

    def found() -> set[str]:
        register = read_register([edition.read_document(source / "persons.xml")])
        known = Known(register.register)
        naming = name_in(transcript, known, lookup=lambda _word: [])
        return {entry.name for entry in naming.register.entries.values()}

    assert "Jen" in found()
    review("--not-a-name", "Jen")
    assert "Jen" not in found()


@pytest.mark.parametrize("key", ["Statute", " Statute"])
def test_an_entry_or_words_that_name_nothing_go_everywhere(source: Path, key: str) -> None:
    changed = decided(source, "--not-a-name", key)
    assert set(changed) == {"first.xml", "orgs.xml", "second.xml"}
    assert "liked the Statute &amp; the" in (source / "first.xml").read_text()
    assert "+ <item>Statute</item>" in changed["orgs.xml"]


def test_refused_words_make_a_register_where_there_is_none(bare: Path) -> None:
    changed = decided(bare, "--not-a-name", "Statute", "--not-a-name", "Mr Govorov")
    assert set(changed) == {"first.xml", "orgs.xml", "persons.xml", "second.xml"}
    assert "+ <item>Govorov</item>" in changed["persons.xml"]


def test_words_are_refused_before_any_program_marks_them(source: Path) -> None:
    changed = decided(source, "--not-a-name", "the  Fund")
    assert set(changed) == {"persons.xml"}
    assert "+ <item>the Fund</item>" in changed["persons.xml"]
    (source / "third.txt").write_text("Meeting\n\nMr Quux: Hello.\n\nAnn: Hello.\n")
    assert "+ <item>Quux</item>" in decided(source, "--not-a-name", "Mr Quux")["persons.xml"]


def test_a_register_keeps_something(source: Path) -> None:
    namesake = '<org xml:id="Statute2"><orgName>Statute</orgName></org>'
    second = source / "second.xml"
    second.write_text(second.read_text().replace("<listOrg>", f"<listOrg>{namesake}"))
    before = contents(source)
    assert "[N022]" in review("--not-a-name", "Statute").stderr
    assert contents(source) == before


def test_the_last_entry_of_a_register_gives_place_to_one_of_a_text(source: Path) -> None:
    register = source / "persons.xml"
    text = register.read_text()
    end = text.index("    </listPerson>")
    jen = text[text.index('      <person xml:id="Jen"') :].partition("</person>\n")
    register.write_text(text[: text.index("      <person")] + "".join(jen[:2]) + text[end:])
    changed = decided(source, "--is", "Jen", "AnnaPetrova")
    assert '+ <person xml:id="AnnaPetrova">' in changed["persons.xml"]
    assert "<persName>Jen</persName>" in register.read_text()
    found = run_validate()
    assert "G008" not in found
    assert "AnnaPetrova" not in found


def test_a_speaker_who_is_another_entry_keeps_the_offices(source: Path) -> None:
    tei = source / "first.xml"
    text = tei.read_text()
    start = text.index('<person xml:id="IvanPetrov"')
    end = text.index("</person>", start)
    office = '<affiliation when="2016-03-04"><roleName>Chair</roleName></affiliation>'
    person = text[start:end].replace(">", ' cert="low" resp="#encoder">', 1) + office
    tei.write_text(text[:start] + person + text[end:])
    changed = decided(source, "--is", "IvanPetrov", "LeonidGovorov")
    assert f"+ {office}" in changed["first.xml"]
    assert "Chair" not in "".join(changed["persons.xml"])
    assert '<person xml:id="LeonidGovorov" role="speaker">' in tei.read_text()


def test_all_lists_what_is_certain_too(source: Path) -> None:
    assert "first:p1-leonid-govorov" not in review("--medium").stdout
    assert "first:p1-leonid-govorov" in review("--all").stdout
    decided(source, "--wrong", "first:p1-leonid-govorov")
    assert "first:p1-leonid-govorov" not in review("--all").stdout


def run_validate() -> str:
    return CliRunner().invoke(main, ["validate"]).output


def test_decisions_are_all_written_or_none(source: Path) -> None:
    before = contents(source)
    result = review("--right", "Jen", "--right", "Jean")
    assert result.exit_code == 1
    assert contents(source) == before


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(
    source: Path,
) -> None:
    before = contents(source)
    (source / "second.xml").chmod(0o444)
    result = review("--right", "Jen")
    assert result.exit_code == 3
    assert "IO02" in result.stderr
    assert contents(source) == before


def test_who_decides_is_named_in_the_header(source: Path) -> None:
    settings = source / "edition.toml"
    for role, written in (
        ("editor", '+ <editor xml:id="ann"><persName>Ann &amp; Co</persName></editor>'),
        ("reader", '+ <respStmt xml:id="ann"><resp>reader</resp><persName>Ann &amp; Co'),
    ):
        write_again(source)
        more = f'[[editor]]\nid = "ann"\nname = "Ann & Co"\nrole = "{role}"\n'
        settings.write_text(settings.read_text() + more)
        changed = decided(source, "--right", "first:p2-jen", "--by", "ann")
        assert changed["first.xml"][0].startswith(written)


def write_again(source: Path) -> None:
    for file in source.iterdir():
        file.unlink()
    source.rmdir()
    write_reviewed(Path(), registers=True)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--right", "first:p2-jem"], "N012", "Did you mean first:p2-jen?"),
        (["--wrong", "nothing"], "N012", "edition review --all"),
        (["--not-a-name", "eternel"], "N012", "no name and no entry eternel"),
        (["--not-a-name", "tern"], "N012", "no name and no entry tern"),
        (["--is", "first:p2-jen", "Boris"], "N013", "no entry Boris"),
        (["--is", "first:p2-jen", "Statute"], "N014", "marked as person, and Statute"),
        (["--is", "Jen", "Statute"], "N014", "another kind: org"),
        (["--is", "Jen", "Jen"], "G024", "they are the same"),
        (["--is", "IvanPetrov", "Jen"], "N015", "IvanPetrov is no candidate"),
        (["--right", "p2-jen"], "N016", "first:p2-jen, second:p2-jen"),
        (["--wrong", "Jen"], "N018", "--is Jen ENTRY"),
        (["--right", "first:p2-jen", "--by", "bob"], "N011", "nobody called bob"),
        (["--right", "Jen", "--by", "bob"], "N011", "nobody called bob"),
        (["--by", "bob"], "N011", "nobody called bob"),
        (["source/edition.toml"], "X001", "source/edition.toml:1"),
        (["source/first.txt"], "X001", "source/first.txt:1"),
        (["source/other.xml"], "IO01", "source/other.xml"),
        (["source/html.xml"], "N002", "source/html.xml:1"),
    ],
)
def test_what_cannot_be_done_says_why(
    source: Path, arguments: list[str], code: str, said: str
) -> None:
    (source / "html.xml").write_text("<html/>")
    before = contents(source)
    result = review(*arguments)
    assert result.exit_code == (3 if code == "IO01" else 1)
    assert f"[{code}]" in result.stderr
    assert said in result.stderr
    assert contents(source) == before


def test_an_entry_that_somebody_refers_to_is_not_refused(source: Path) -> None:
    review("--right", "second:p2-jen")
    result = review("--not-a-name", "Jen")
    assert "[N019]" in result.stderr
    assert "source/second.xml:" in result.stderr


def test_without_an_editor_it_says_what_to_add(source: Path) -> None:
    (source / "edition.toml").write_text("")
    result = review("--right", "first:p2-jen")
    assert "[N010]" in result.stderr
    assert 'id = "jd" and name' in result.stderr


def test_of_several_editors_one_must_be_named(source: Path) -> None:
    settings = source / "edition.toml"
    settings.write_text(settings.read_text() + '[[editor]]\nid = "ann"\nname = "Ann"\n')
    assert "Say --by with one of: jd, ann" in review("--right", "first:p2-jen").stderr


def test_a_broken_file_is_told_and_the_others_are_reviewed(source: Path) -> None:
    (source / "broken.xml").write_text("<TEI>")
    result = review("--format", "json")
    assert "broken.xml:1" in result.stderr
    assert len(json.loads(result.stdout)) == 10


@pytest.mark.parametrize("decision", [["--right", "Jen"], ["--not-a-name", "Statute"]])
def test_of_entries_nothing_is_decided_while_a_file_is_broken(
    source: Path, decision: list[str]
) -> None:
    (source / "broken.xml").write_text("<TEI>")
    before = contents(source)
    result = review(*decision)
    assert (result.exit_code, "[N023]" in result.stderr) == (1, True)
    assert contents(source) == before
    assert review("--right", "first:p2-jen").exit_code == 0


def test_without_a_terminal_nobody_is_asked(source: Path) -> None:
    assert review("-i").exit_code == 2
    assert review("-i", "--right", "Jen").exit_code == 2


def test_files_of_two_editions_are_not_reviewed_together(source: Path) -> None:
    assert review("source/first.xml", "first.xml").exit_code == 2


def test_of_a_place_its_country_and_authority_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source").mkdir()
    turns = ("I have come to London for the day; it is near.", "Yes.", "So it is.")
    labels = ("Anna Hill", "Peter Owen", "Anna Hill")
    lines = [f"{who}: {said}\n" for who, said in zip(labels, turns, strict=True)]
    (tmp_path / "source" / "a.txt").write_text("\n".join(["A meeting\n", *lines]))
    assert CliRunner().invoke(main, ["encode"]).exit_code == 0
    shown = review("--all").stdout
    assert "country: United Kingdom (GB)\n    authority: https://www.geonames.org/2643743/" in shown
