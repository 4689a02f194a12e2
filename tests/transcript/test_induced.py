"""Labels of a print that nobody described, and what is like one."""

from __future__ import annotations

import pytest

import edition
from edition.transcript.convention_files import Conventions
from edition.transcript.front import dateline
from edition.transcript.model import Kind, Transcript
from edition.transcript.reader import read

SAID = [
    ("{a}", "The river rose in the night."),
    ("{b}", "Who told you so?"),
    ("{a}", "The miller told me."),
    ("{b}", "And what did you do?"),
    ("{a}", "I went up to the church."),
    ("{c}", "So did everybody else."),
]


def printed(form: str, a: str, b: str, c: str) -> Transcript:
    """A talk of three, whose labels and words stand in *form*."""
    names = {"{a}": a, "{b}": b, "{c}": c}
    lines = [form.format(who=names[who], said=said) for who, said in SAID]
    return read(("A talk\n\n" + "\n\n".join(lines) + "\n").encode(), "x.txt")


@pytest.mark.parametrize(
    "form",
    [
        "{who} | {said}",
        "{who} » {said}",
        "{who}. – {said}",
        "◆ {who}  {said}",
        "<{who}> {said}",
        "[{who}] {said}",
        "{who}\n\n{said}",
        "[00:01] {who}\n\n{said}",
    ],
)
@pytest.mark.parametrize(
    "names",
    [
        ("Ann Roe", "Tom Low", "Ida Moss"),
        ("ann roe", "tom low", "ida moss"),
        ("의장 문희준", "이인용 의원", "나경은 의원"),
    ],
    ids=["names", "small letters", "no capitals"],
)
def test_what_recurs_before_one_sign_is_a_label(form: str, names: tuple[str, str, str]) -> None:
    found = printed(form, *names)
    assert [turn.speaker for turn in found.turns[:5]] == [
        found.turns[0].speaker,
        found.turns[1].speaker,
    ] * 2 + [found.turns[0].speaker]
    assert [speaker.name for speaker in found.speakers][:2] == list(names[:2])


def test_labels_that_only_their_print_shows_are_told() -> None:
    found = printed("{who} | {said}", "Ann Roe", "Tom Low", "Ida Moss")
    assert [one.line for one in found.diagnostics if one.code == "T061"] == [3]
    known = printed("{who}: {said}", "Ann Roe", "Tom Low", "Ida Moss")
    assert all(one.code != "T061" for one in known.diagnostics)


def test_a_group_behind_the_name_is_part_of_a_label_that_recurs() -> None:
    text = "".join(
        f"{who}: {said}\n\n"
        for who, said in [
            ("Speaker Ann Roe", "The House will come to order."),
            ("Yrjänä Koskinen ps", "Who sells the wood?"),
            ("Speaker Ann Roe", "The minister will answer."),
            ("Minister Tom Low", "Nobody does."),
            ("Yrjänä Koskinen ps", "When will he?"),
            ("Otsola Heinola kok", "Nobody knows."),
            ("Minister Tom Low", "I know."),
            ("Speaker Ann Roe", "Order, order."),
        ]
    )
    found = read(text.encode(), "x.txt")
    assert len(found.turns) == 8
    assert [one.line for one in found.diagnostics if one.code == "T062"] == [3, 11]


def test_chevrons_without_a_name_are_the_turn_of_nobody_known() -> None:
    text = (
        ">> MAYOR: WHO IS NEXT?\n\n>> CLERK: ITEM ONE.\n\n>> THE PILES ARE ROTTEN.\n\n"
        ">> MAYOR: WHO SAYS SO?\n\n>> CLERK: THE HARBOUR MASTER.\n"
    )
    speakers = [turn.speaker for turn in read(text.encode(), "x.txt").turns]
    assert speakers[2] is None
    assert len(speakers) == 5


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Nairobi, 19 February 2009", "Nairobi"),
        ("Geneva, Switzerland, 9 May 2019", "Geneva, Switzerland"),
        ("Москва, 9 мая 2019 года", "Москва"),
        ("Monday, 9 May 2019", None),
        ("Montag, 9. Mai 2019", None),
        ("Keskiviikko, 12 May 2019", None),
    ],
)
def test_the_place_may_stand_before_the_date(line: str, place: str | None) -> None:
    found = dateline(line, Conventions().load("generic"))
    assert found is not None
    assert (found.place_span and line[slice(*found.place_span)]) == place


@pytest.mark.parametrize(
    "line",
    ["Annual Meeting, 19 February 2009", "Kate Ashby, 9 May 2019", "Ways and Means, 3 May 1990"],
)
def test_no_place_is_made_of_other_words_before_a_date(line: str) -> None:
    found = dateline(line, Conventions().load("generic"))
    assert found is None or found.place_span is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The motion was carried by three votes to one (Tom Muir dissenting).", Kind.STAGE),
        ("Mr Deane joined the meeting at 8.15 p.m.", Kind.STAGE),
        ("Item 3: The roof", Kind.HEADING),
        ("TOP 2: Die Brücke am Mühlgraben", Kind.HEADING),
        ("Signed: Anna Bell, Chairman", Kind.EDITORIAL),
    ],
)
def test_what_minutes_tell_is_no_speech(line: str, kind: Kind) -> None:
    text = (
        "Board meeting\n\nAnna Bell: We vote.\n\nTom Muir: Do we?\n\nAnna Bell: We do.\n\n"
        f"{line}\n\nTom Muir: I dissent.\n\nAnna Bell: Next.\n"
    )
    (found,) = [block.kind for block in read(text.encode(), "x.txt").blocks if block.text == line]
    assert found is kind


@pytest.mark.parametrize(("note", "heard"), [("{coughs}", 1), ("*sighs*", 1), ("*never*", 0)])
def test_braces_and_asterisks_hold_events(note: str, heard: int) -> None:
    text = f"Ann Roe: It is {note} late.\n\nTom Low: Is it?\n\nAnn Roe: Yes.\n\nTom Low: Oh.\n"
    blocks = read(text.encode(), "x.txt").blocks
    assert sum(span.kind == "event" for block in blocks for span in block.spans) == heard


def test_markdown_tables_are_spoken_by_nobody_and_a_bracket_says_who_moderates() -> None:
    text = (
        "# Town hall\n\n**Moderator (Kate Ashby):** Welcome.\n\n**Jim Rudge:** Thanks.\n\n"
        "> **Dr Tan:** Hear, hear!\n\n**Kate Ashby:** Who is next?\n\n"
        "| Option | For |\n|--------|-----|\n| A | 12 |\n\n**Jim Rudge:** I am.\n"
    )
    found = read(text.encode(), "x.md")
    assert [speaker.name for speaker in found.speakers] == ["Kate Ashby", "Jim Rudge", "Dr Tan"]
    assert len(found.of_kind(Kind.PROSE)) == 3


@pytest.mark.parametrize(
    ("first", "second", "short"),
    [("PER HOLM", "ADA LIND", "PH"), ("Participant 3", "Participant 4", "P3")],
)
def test_initials_and_codes_are_whoever_is_labelled_in_full(
    first: str, second: str, short: str
) -> None:
    text = (
        f"A talk\n\n{first}: Who is there?\n\n{second}: I am.\n\n{short}: Who are you?\n\n"
        f"{second}: Nobody.\n\n{short}: Are you?\n\n{first}: Well?\n"
    )
    found = read(text.encode(), "x.txt")
    assert len({turn.speaker for turn in found.turns}) == 2
    assert [one.line for one in found.diagnostics if one.code == "T035"] == [7]


def test_what_is_encoded_by_the_print_of_labels_alone_is_marked() -> None:
    found = printed("{who} | {said}", "Ann Roe", "Tom Low", "Ida Moss")
    assert {turn.inferred for turn in found.turns} == {"print"}
    encoded = edition.encode(found).decode()
    assert encoded.count('cert="medium" resp="#encoder">') >= len(found.turns)
    assert "Nothing but the print shows that “Ann Roe” is a label" in encoded


@pytest.mark.parametrize(
    ("named", "who"),
    [
        (["Peter Hall", "Mary Orr", "PH", "Mary Orr", "Paul Hay", "Mary Orr", "PH"], "PH"),
        (["Peter Hall", "Mary Orr", "PH", "Mary Orr", "Peter Hall", "Mary Orr"], "Peter Hall"),
        (["Paul Hay", "Mary Orr", "PH", "Peter Hall", "Paul Hay", "Peter Hall", "PH"], "PH"),
    ],
    ids=["one is doubted", "one", "two"],
)
def test_initials_are_nobodys_if_two_may_be_meant(named: list[str], who: str) -> None:
    said = ["Which birds?", "Only owls, I fear.", "Why owls?", "They are silent birds."]
    lines = [f"{name}: {said[at % 4]}" for at, name in enumerate(named)]
    found = read("\n\n".join(["An interview", *lines]).encode(), "x.txt")
    names = {speaker.key: speaker.name for speaker in found.speakers}
    (turn, *_) = [one for one in found.turns if found.block_at(one.line).text.startswith("PH:")]
    assert names[turn.speaker or ""] == who
    assert bool(turn.inferred) == (who != "PH")
    told = {one.code for one in found.diagnostics if one.line == turn.line}
    assert told == ({"T030"} if who == "PH" else {"T035"})


@pytest.mark.parametrize(
    ("label", "turns", "told"),
    [
        ("Red Cross appeal", 6, ["T025"]),
        ("Tom Low of Leeds", 8, []),
        ("Green Party ps", 6, ["T025"]),
    ],
)
def test_what_recurs_between_two_who_speak_is_a_label_only_with_a_persons_name(
    label: str, turns: int, told: list[str]
) -> None:
    lines = [
        "Mr Alan Price: Good evening. Shall we begin?",
        "Ms Joan Little: Yes, we should.",
        f"{label}: We gave five hundred pounds.",
        "Mr Alan Price: Is there more?",
        f"{label}: We gave two hundred more.",
        "Ms Joan Little: No, there is not.",
        "Mr Alan Price: Then we close.",
        "Ms Joan Little: Good.",
    ]
    found = read("\n\n".join(["Board of Governors", *lines]).encode(), "x.txt")
    assert len(found.turns) == turns
    assert [one.code for one in found.diagnostics if one.code in ("T025", "T062")] == told
