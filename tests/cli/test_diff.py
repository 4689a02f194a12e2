"""``edition diff``: two versions of an edition, compared as an editor thinks."""

from __future__ import annotations

import json
import re
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
    assert changes["header", "changed"]["new"] == "@type=main The Meeting"
    said = run(tmp_path, text).stdout
    assert "p1: words changed: “very” put in  (all. It was very late.)" in said
    assert "old.xml:" in said


SECOND = '<seg xml:id="p2">We met them there.</seg>'


def test_a_paragraph_in_another_turn_has_moved(tmp_path: Path) -> None:
    last = '<seg xml:id="p3">Good day.</seg>'
    result = run(tmp_path, TEI.replace(SECOND, "").replace(last, f"{last}{SECOND}"))
    assert told_of(result) == ["p2: paragraph moved: “u1” → “u2”"]


def test_a_turn_that_is_cut_has_no_words_taken_out(tmp_path: Path) -> None:
    cut = 'We met</seg></u><u xml:id="u1a" who="#AnnaPetrova"><seg xml:id="p2a">them'
    result = run(tmp_path, TEI.replace("We met them", cut))
    assert told_of(result) == [
        "u1: turn cut before “them there.”: the rest is u1a, said by #AnnaPetrova"
    ]


def test_a_turn_that_is_cut_between_paragraphs_with_a_label(tmp_path: Path) -> None:
    cut = '</u>\n<note type="speaker">X:</note>\n<u xml:id="ux"><seg xml:id="p2">'
    result = run(tmp_path, TEI.replace('<seg xml:id="p2">', cut))
    assert told_of(result) == [
        "u1: turn cut before “We met them”: the rest is ux",
        "ux: label added: “X:”",
    ]


def test_a_paragraph_that_is_cut_and_corrected(tmp_path: Path) -> None:
    result = run(tmp_path, TEI.replace("met them", 'met</seg><seg xml:id="p2a">them over'))
    assert told_of(result) == [
        "p2a: words changed: “over” put in  (We met them over there.)",
        "p2: paragraph cut before “them over there.”: the rest is p2a",
    ]


def test_paragraphs_and_turns_that_are_joined(tmp_path: Path) -> None:
    name = '<persName ref="#IvanPetrov">Them</persName>'
    old, new = tmp_path / "old.xml", tmp_path / "new.xml"
    before = TEI.replace("there.</seg>", f'there.</seg><seg xml:id="p9">{name} too.</seg>')
    old.write_text(before, encoding="utf-8")
    joined = before.replace('</seg><seg xml:id="p9">', " ")
    new.write_text(joined, encoding="utf-8")
    assert told_of(CliRunner().invoke(main, ["--plain", "diff", str(old), str(new)])) == [
        "p9: paragraph joined to p2"
    ]
    apart = TEI.replace(SECOND, f'</u><u xml:id="u1a" who="#AnnaPetrova">{SECOND}')
    old.write_text(apart, encoding="utf-8")
    new.write_text(TEI, encoding="utf-8")
    assert told_of(CliRunner().invoke(main, ["--plain", "diff", str(old), str(new)])) == [
        "u1a: turn joined to u1, said by #AnnaPetrova"
    ]


def test_a_new_turn_is_told_once(tmp_path: Path) -> None:
    turn = '<u xml:id="u9"><seg xml:id="p9">A word of mine.</seg></u>'
    assert told_of(run(tmp_path, TEI.replace("</div>", f"{turn}</div>"))) == [
        "u9: turn added: “A word of mine.”"
    ]


def test_figures_that_count_the_text_are_one_line_behind_it(tmp_path: Path) -> None:
    old, new = tmp_path / "old.xml", tmp_path / "new.xml"
    usage = '<tagUsage gi="{}" occurs="{}"/>'
    unit = '<measure unit="{0}" quantity="{1}">{1} {0}</measure>'
    versions = {
        old: [usage.format("note", 2), usage.format("u", 2), unit.format("turns", 2)],
        new: [
            *(usage.format("choice", 1), usage.format("note", 3), usage.format("u", 2)),
            unit.format("turns", 3),
        ],
    }
    for path, figures in versions.items():
        counted = (
            f"<tagsDecl><namespace>{''.join(figures[:-1])}</namespace></tagsDecl>"
            f"<extent>{figures[-1]}</extent></teiHeader>"
        )
        text = TEI.replace("</teiHeader>", counted)
        if path == new:
            text = text.replace("was late", "was early")
        path.write_text(text, encoding="utf-8")
    told = told_of(CliRunner().invoke(main, ["--plain", "diff", str(old), str(new)]))
    assert told == [
        "p1: words changed: “late.” → “early.”  (all. It was early.)",
        "counts: header changed: “note 2, 2 turns” → “note 3, choice 1, 3 turns”",
    ]


def test_a_label_that_is_written_otherwise_is_told_once(tmp_path: Path) -> None:
    old, new = tmp_path / "old.xml", tmp_path / "new.xml"
    label = '<note type="speaker"><roleName>MRS{}</roleName> <persName{}>PETROVA</persName>:</note>'
    old.write_text(TEI.replace(ANNA, label.format("", ' ref="#A"')), encoding="utf-8")
    new.write_text(TEI.replace(ANNA, label.format(".", "")), encoding="utf-8")
    assert told_of(CliRunner().invoke(main, ["--plain", "diff", str(old), str(new)])) == [
        "u2: label changed: “MRS PETROVA:” → “MRS. PETROVA:”",
        "u2: name other entry: “persName #A” → “persName”  (PETROVA)",
    ]


def test_turns_and_paragraphs_in_another_order_have_moved(tmp_path: Path) -> None:
    old, new = tmp_path / "old.xml", tmp_path / "new.xml"
    turns = [f'<u xml:id="v{n}" who="#IvanPetrov">\n<seg>Word {n}.</seg></u>\n' for n in range(5)]
    first = '<seg xml:id="p1">Hello'
    old.write_text(TEI.replace("</div>", f"{''.join(turns[2:])}</div>", 1), encoding="utf-8")
    shuffled = old.read_text(encoding="utf-8").replace("".join(turns[2:]), "")
    turns = [turns[4], turns[2], turns[3]]
    assert first in TEI
    second = '<seg xml:id="p2">We met them there.</seg>'
    shuffled = shuffled.replace(second, "").replace(first, f"{second}{first}")
    new.write_text(shuffled.replace("</div>", f"{''.join(turns)}</div>", 1), encoding="utf-8")
    said = CliRunner().invoke(main, ["--plain", "diff", str(old), str(new)])
    assert said.exit_code == 1
    told = [line.partition(": ")[2] for line in said.stdout.splitlines()]
    assert len(told) == 2
    assert "paragraph moved" in told[0]
    assert told[1] == "v4: turn moved: “behind v3” → “behind u2”"


def test_entries_and_how_sure_a_name_is(tmp_path: Path) -> None:
    name = '<placeName ref="#Moscow" cert="low" resp="#encoder">Moscow</placeName>'
    where = '<place xml:id="Moscow"><country key="GB">United Kingdom</country></place>'
    behind = f"<standOff><listPlace>{where}</listPlace></standOff></TEI>"
    old, new = tmp_path / "old.xml", tmp_path / "new.xml"
    before = TEI.replace("Hello to", f"Hello {name} to").replace("</TEI>", behind)
    after = before.replace('"GB">United Kingdom', '"FR">France').replace(' cert="low"', "")
    old.write_text(before, encoding="utf-8")
    new.write_text(after.replace('"#encoder">M', '"#jd">M'), encoding="utf-8")
    said = CliRunner().invoke(main, ["--plain", "diff", str(old), str(new)])
    assert said.exit_code == 1
    before, after = "placeName #Moscow cert=low resp=#encoder", "placeName #Moscow resp=#jd"
    assert [line.partition(": ")[2] for line in said.stdout.splitlines()] == [
        f"p1: name changed: “{before}” → “{after}”  (Moscow)",
        "Moscow: entry changed: “@key=GB United Kingdom” → “@key=FR France”  (country)",
    ]


def test_what_an_editor_adds_is_markup_and_no_words(tmp_path: Path) -> None:
    choice = "<choice><sic>late</sic><corr>slate</corr></choice>"
    result = run(tmp_path, TEI.replace("was late", f"was {choice}<note>Of Skiddaw.</note>"))
    changes = [line.partition(": ")[2] for line in result.stdout.splitlines()]
    assert "p1: markup added: “corr”  (slate)" in changes
    assert "p1: markup added: “note”  (Of Skiddaw.)" in changes
    assert not [change for change in changes if "words" in change]


IVAN, ANNA = (
    f'<note type="speaker"><persName ref="#{name.replace(" ", "")}">{name}</persName>:</note>'
    for name in ("Ivan Petrov", "Anna Petrova")
)


def told_of(result: Result) -> list[str]:
    return [line.partition(": ")[2] for line in result.stdout.splitlines()]


def test_labels_that_changed_places_are_told_by_their_turns(tmp_path: Path) -> None:
    swapped = TEI.replace(IVAN, "LABEL").replace(ANNA, IVAN).replace("LABEL", ANNA)
    told = told_of(run(tmp_path, swapped))
    assert "u1: label changed: “Ivan Petrov:” → “Anna Petrova:”" in told
    assert "u2: label changed: “Anna Petrova:” → “Ivan Petrov:”" in told
    assert "u2: name added: “persName #IvanPetrov”  (Ivan Petrov)" in told


def test_a_label_that_is_gone_or_marked_otherwise(tmp_path: Path) -> None:
    marked = '<note type="speaker" place="margin">Anna Petrova:</note>'
    result = run(tmp_path, TEI.replace(IVAN, "").replace(ANNA, marked))
    assert told_of(result) == [
        "u1: label removed: “Ivan Petrov:”",
        (
            "u2: markup changed: “note type=speaker” → “note place=margin type=speaker”"
            "  (Anna Petrova:)"
        ),
        "u2: name removed: “persName #AnnaPetrova”  (Anna Petrova)",
    ]


def test_an_entry_whose_identifier_stands_is_changed_whatever_comes_or_goes_in_it(
    tmp_path: Path,
) -> None:
    person = '<person xml:id="IvanPetrov"'
    assert TEI.count(person) == 1
    text = re.sub(f"({person}[^>]*)>", r'\1 cert="low"><persName>Old Petrov</persName>', TEI)
    told = told_of(run(tmp_path, text))
    assert "IvanPetrov: entry changed: “Old Petrov” put in  (persName)" in told
    assert all("entry changed" in line for line in told)
    back = CliRunner().invoke(
        main, ["--plain", "diff", *map(str, (tmp_path / "new.xml", tmp_path / "old.xml"))]
    )
    assert "IvanPetrov: entry changed: “Old Petrov” taken out  (persName)" in told_of(back)
