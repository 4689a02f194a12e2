"""What a line is: the seed transcript line by line, and the traps of others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import edition
from edition.diagnostic import EditionError
from edition.transcript.model import Event, Kind, Transcript
from edition.transcript.reader import read

SEED = Path("source/2023-01-18-leningrad.txt")
HEAD = "Meeting with scientists\n\nMarch 4, 2016, Moscow\n\n* * *\n\n"


@pytest.fixture(scope="module")
def seed() -> Transcript:
    return read(SEED.read_bytes(), str(SEED))


def transcript_of(body: str) -> Transcript:
    return read((HEAD + body).encode(), "meeting.txt")


def kinds(body: str) -> list[str]:
    return [b.kind.value for b in transcript_of(body).blocks if b.kind is not Kind.BLANK][3:]


def test_the_seed_has_every_line_in_its_kind(seed: Transcript) -> None:
    assert Counter(block.kind.value for block in seed.blocks) == {
        "blank": 108,
        "chrome": 5,
        "title": 1,
        "dateline": 1,
        "lead": 2,
        "separator": 1,
        "heading": 1,
        "speech": 93,
        "summary": 3,
        "stage": 1,
        "closing": 1,
    }


def test_the_seed_has_its_22_labels(seed: Transcript) -> None:
    speakers = Counter(turn.speaker for turn in seed.turns)
    assert speakers == {
        "vladimirputin": 13,
        "leonidgovorov": 3,
        "sergeimachinsky": 2,
        "valeryisakov": 2,
        "valentinbogdanov": 1,
        "praskovyavasilyeva": 1,
    }


def test_the_seed_has_its_two_insertions_and_its_recitation(seed: Transcript) -> None:
    spans = [(b.line, b.text[s.start : s.end], s.kind) for b in seed.blocks for s in b.spans]
    assert spans == [
        (37, "[St Petersburg public organisation]", "editorial"),
        (75, "[in\u00a0the\u00a0late 1940s\u00a0– early 1950s]", "editorial"),
        (137, "(Recites the\u00a0poem.)", "event"),
    ]


def test_the_seeds_summaries_have_their_speakers(seed: Transcript) -> None:
    reported = [b.summarised.speaker for b in seed.blocks if b.summarised]
    assert reported == ["yelenatikhomirova", "nadezhdastrogonova", "leonidgovorov"]


def test_the_seeds_lost_label_is_found_and_given_to_nobody(seed: Transcript) -> None:
    (lost,) = seed.lost_labels
    assert (lost.first, lost.last, lost.next_label, lost.likely) == (123, 137, 139, 137)
    assert [b.turn for b in seed.blocks if b.line in (121, 137)] == [lost.turn, lost.turn]
    (finding,) = [d for d in seed.diagnostics if d.code == "T020"]
    assert finding.line == 137


def test_the_seed_is_rebuilt_exactly(seed: Transcript) -> None:
    assert seed.rebuild().encode() == SEED.read_bytes()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<…>", "elision"),
        ("[…]", "elision"),
        ("* * *", "separator"),
        ("(Applause.)", "stage"),
        ("(A minute of silence)", "stage"),
        ("(The audience leaves the hall.)", "stage"),
        ("(Mr Petrov went on to describe the payments made to the families.)", "summary"),
        ("(In her remarks, Head of the Fund Anna Petrova spoke about the fund's work.)", "summary"),
        ("”We have put together an effective team.“", "pullquote"),
        ("Excerpts from transcript of the meeting", "heading"),
        ("Beginning of meeting with Government members", "heading"),
        ("Part 2", "heading"),
        ("(One) and (two).", "speech"),
        ("(where I have been several times), yes", "speech"),
        ("To be continued", "speech"),
    ],
)
def test_kind_of_a_line_inside_a_turn(line: str, kind: str) -> None:
    assert kinds(f"Ivan Petrov: Hello.\n\n{line}\n\nAnna Petrova: Thank you.\n")[1] == kind


def test_to_be_continued_is_a_trailer_at_the_end() -> None:
    assert kinds("Ivan Petrov: Hello.\n\nTo be continued\n")[-1] == "trailer"


def test_a_date_line_closes_only_at_the_end() -> None:
    assert kinds("Ivan Petrov: Hello.\n\nMarch 4, 2016, Moscow\n")[-1] == "closing"
    assert kinds("Ivan Petrov: It was\n\nMarch 4, 2016, Moscow\n\nwhen we met.\n")[1] == "speech"


@pytest.mark.parametrize(
    ("paragraph", "events"),
    [
        ("I went to Gogland (where I have been several times).", []),
        ("The Russian Pobeda (Victory) Committee.", []),
        ("The Republic of Sakha (Yakutia) and (EGE).", []),
        ("Thank you. (Recites a poem.)", [Event("vocal", "recitation")]),
        ("Thank you. (Applause)", [Event("kinesic", "applause")]),
        ("Well (laughter) you know. (Laughter.) Yes.", [Event("vocal", "laughter")]),
        ("(Addressing Vladimir Putin.) Tell us.", [Event("incident", "action")]),
        ("It is late. (The lights go out.)", [Event("incident", "other")]),
    ],
)
def test_events_inside_a_paragraph(paragraph: str, events: list[Event]) -> None:
    transcript = transcript_of(f"Ivan Petrov: Hello.\n\n{paragraph}\n")
    assert [s.event for b in transcript.blocks for s in b.spans] == events


def test_a_paragraph_that_repeats_the_speech_is_a_pull_quote() -> None:
    sentence = (
        "Universities are the strongest centres of technology and of human development "
        "in every region of our country."
    )
    body = f"Ivan Petrov: Hello.\n\n{sentence}\n\nI repeat what I said. {sentence} Indeed.\n"
    assert kinds(body)[1:] == ["pullquote", "speech"]


def test_a_short_sentence_may_be_said_twice() -> None:
    sentence = "Congratulations on the 80th anniversary of breaking the siege of Leningrad."
    body = f"Ivan Petrov: Hello.\n\n{sentence}\n\nI repeat what I said. {sentence} Indeed.\n"
    assert kinds(body)[1:] == ["speech", "speech"]


def test_the_title_comes_before_date_and_lead_or_the_lead_before_the_date() -> None:
    text = (
        "Meeting in Kemerovo\n\nThe President met people.\n\nMarch 27, 2018\n\n08:20\n\n"
        "Kemerovo\n\nMany came.\n\nIvan Petrov: Hello.\n"
    )
    transcript = read(text.encode(), "meeting.txt", "kremlin")
    found = [b.kind.value for b in transcript.blocks if b.kind is not Kind.BLANK]
    assert found == ["title", "lead", "dateline", "dateline", "dateline", "lead", "speech"]
    dates = [b.dateline for b in transcript.blocks if b.dateline]
    assert (dates[0].date, dates[1].time, dates[2].place_span) == ("2018-03-27", "08:20:00", (0, 8))


def test_a_day_that_is_in_no_calendar_is_no_date() -> None:
    assert (
        read(b"Title\n\nFebruary 30, 2018, Moscow\n\nHello.\n", "x.txt").of_kind(Kind.DATELINE)
        == ()
    )


def test_speech_after_a_heading_goes_on_in_the_same_turn() -> None:
    transcript = transcript_of("Ivan Petrov: Hello.\n\nPart 2\n\nAnd so on.\n")
    assert transcript.blocks[-1].turn == 0


@pytest.mark.parametrize(
    "between", ["<…>", "(Applause.)", "(Mr Petrov went on to describe all of the payments.)"]
)
def test_no_label_is_lost_where_something_stands_between(between: str) -> None:
    body = f"Ivan Petrov: One.\n\n{between}\n\nIvan Petrov: Two.\n"
    assert transcript_of(body).lost_labels == ()


def test_a_text_without_labels_has_no_turns() -> None:
    transcript = read(b"An article\n\nNobody speaks here.\n", "x.txt")
    assert transcript.turns == ()
    assert "T021" in {finding.code for finding in transcript.diagnostics}


def test_the_foot_of_the_page_is_chrome() -> None:
    transcript = transcript_of("Ivan Petrov: Hello.\n\nTopics\n\nScience\n")
    assert [b.text for b in transcript.of_kind(Kind.CHROME)] == ["Topics", "Science"]


def test_an_unknown_convention_is_refused_with_the_known_ones() -> None:
    with pytest.raises(EditionError, match="no convention") as caught:
        read(b"text", "x.txt", "unheard-of")
    assert "kremlin" in caught.value.finding.hint


@pytest.mark.parametrize(
    "sentence",
    [
        "May 9, 1945, was the day that my father came home.",
        "May 9, 1945, Moscow celebrated the victory",
        "March 4, 2015, Moscow",
    ],
)
def test_a_sentence_with_a_date_is_speech(sentence: str) -> None:
    assert kinds(f"Ivan Petrov: Hello.\n\n{sentence}\n")[-1] == "speech"


def test_a_lead_with_a_date_is_no_date_line() -> None:
    text = (
        "Visit to the museum\n\nJanuary 27, 1944, is the day.\n\nMay 4, 2016, Sochi\n\n"
        "Ivan Petrov: Yes.\n"
    )
    transcript = read(text.encode(), "x.txt", "kremlin")
    assert [b.text for b in transcript.of_kind(Kind.DATELINE)] == ["May 4, 2016, Sochi"]


def test_a_lead_after_the_date_is_no_place() -> None:
    text = "Visit\n\nMay 4, 2016\n\nVladimir Putin met with people\n\nIvan Petrov: Yes.\n"
    transcript = read(text.encode(), "x.txt")
    assert [b.text for b in transcript.of_kind(Kind.LEAD)] == ["Vladimir Putin met with people"]


@pytest.mark.parametrize("word", ["Topics", "Persons", "Share", "Additional"])
def test_a_word_of_the_foot_in_a_speech_is_speech(word: str) -> None:
    body = f"Ivan Petrov: There are two topics.\n\n{word}\n\nI shall begin with the economy.\n"
    assert kinds(body) == ["speech", "speech", "speech"]


def test_the_foot_of_the_page_is_reported() -> None:
    found = transcript_of("Ivan Petrov: Hello.\n\nTopics\n\nScience\n").diagnostics
    assert [(f.line, f.code) for f in found if f.code == "T027"] == [(9, "T027")]


@pytest.mark.parametrize(
    "bracket",
    [
        "(New York hosts the next meeting of this group.)",
        "(The United Nations reported that there is a shortage of water.)",
        "(Red Square was closed to all traffic on that day.)",
    ],
)
def test_a_place_or_body_is_nobody_whose_speech_is_summarised(bracket: str) -> None:
    transcript = transcript_of(f"Ivan Petrov: Hello.\n\n{bracket}\n")
    assert [speaker.name for speaker in transcript.speakers] == ["Ivan Petrov"]


def test_the_first_line_is_no_title_if_it_is_an_ornament_or_a_paragraph() -> None:
    for first in ("* * *", "March 4, 2016, Moscow", "word " * 70):
        text = f"{first}\n\nIvan Petrov: Yes.\n\nAnna Li: No.\n"
        transcript = read(text.encode(), "x.txt", "kremlin")
        assert transcript.of_kind(Kind.TITLE) == ()
        assert "T022" in {finding.code for finding in transcript.diagnostics}


def test_the_choice_of_a_convention_is_reported() -> None:
    found = transcript_of("Ivan Petrov: Hello.\n").diagnostics
    assert [(f.line, f.code) for f in found if f.code == "T026"] == [(3, "T026")]


def test_many_brackets_in_a_line_take_linear_time() -> None:
    body = "Ivan Petrov: " + "(A. b) (Abc.) " * 20_000 + "\n\nIvan Petrov: Yes.\n\n" * 2_000
    assert len(transcript_of(body).turns) == 2_001


def test_a_time_in_the_date_line_is_no_place() -> None:
    text = "Visit\n\nMarch 14, 2022, 13:20, The Kremlin, Moscow\n\nIvan Petrov: Yes.\n"
    (block,) = read(text.encode(), "x.txt").of_kind(Kind.DATELINE)
    assert block.dateline is not None
    assert block.dateline.time == "13:20:00"
    assert block.text[slice(*(block.dateline.place_span or ()))] == "The Kremlin, Moscow"


def test_spaces_behind_the_date_are_no_place() -> None:
    text = "Visit\n\nMarch 14, 2022  \n\nThe Kremlin, Moscow\n\nIvan Petrov: Yes.\n"
    first, second = read(text.encode(), "x.txt").of_kind(Kind.DATELINE)
    assert first.dateline is not None
    assert first.dateline.place_span is None
    assert second.dateline is not None
    assert second.text[slice(*(second.dateline.place_span or ()))] == "The Kremlin, Moscow"


def test_a_wide_separator_is_one() -> None:
    assert kinds("Ivan Petrov: Yes.\n\n*  *  *\n\nAnna Li: No.\n")[1] == "separator"


def test_a_closing_on_two_lines() -> None:
    text = "Visit\n\nMarch 3, 2019\n\nMoscow\n\nIvan Petrov: Yes.\n\nMarch 3, 2019\n\nMoscow\n"
    found = [
        b.kind.value
        for b in read(text.encode(), "x.txt", "kremlin").blocks
        if b.kind is not Kind.BLANK
    ]
    assert found[-2:] == ["closing", "closing"]


def test_a_summary_of_two_people_is_ascribed_to_neither() -> None:
    body = "Ivan Petrov: Yes.\n\n(Denis Manturov and Maxim Oreshkin spoke about all the trade.)\n"
    (summary,) = transcript_of(body).of_kind(Kind.SUMMARY)
    assert summary.summarised is None


def test_many_dates_after_a_turn_take_linear_time() -> None:
    text = HEAD + "Ivan Petrov: Yes.\n\n" + "March 4, 2016, Moscow\n\n" * 20_000
    assert len(read(text.encode(), "x.txt").of_kind(Kind.CLOSING)) == 20_000


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("17 May 2017", "2017-05-17"),
        ("17th May, 2017", "2017-05-17"),
        ("1st June 2017, 13:20, Sochi", "2017-06-01"),
    ],
)
def test_a_date_with_the_day_first(line: str, date: str) -> None:
    text = f"Visit\n\n{line}\n\nIvan Petrov: Yes.\n\nAnna Li: No.\n"
    (block,) = read(text.encode(), "x.txt", "kremlin").of_kind(Kind.DATELINE)
    assert block.dateline is not None
    assert block.dateline.date == date


def test_a_date_with_the_day_first_does_not_show_who_printed_it() -> None:
    transcript = read(b"Visit\n\n17 May 2017\n\nIvan Petrov: Yes.\n", "x.txt")
    assert transcript.convention == "generic"


@pytest.mark.parametrize("line", ["Ivan Petrov", "Good News", "Part 2", "Our Visitors Left."])
def test_a_short_line_between_date_and_lead_is_no_place(line: str) -> None:
    text = f"Visit\n\nMay 4, 2016\n\n{line}\n\nMany people came.\n\nIvan Petrov: Yes.\n"
    transcript = read(text.encode(), "x.txt", "kremlin")
    assert next(b.text for b in transcript.of_kind(Kind.LEAD)) == line
    told = [found.line for found in transcript.diagnostics if found.code == "T031"]
    assert told == ([5] if line == "Good News" else [])


def test_a_speaker_is_no_place_even_after_the_time() -> None:
    text = "Visit\n\nMay 4, 2016\n\n15:00\n\nIvan Petrov\n\nIvan Petrov: Yes.\n"
    transcript = read(text.encode(), "x.txt", "kremlin")
    assert [b.text for b in transcript.of_kind(Kind.LEAD)] == ["Ivan Petrov"]


@pytest.mark.parametrize(
    ("opening", "evidence"),
    [
        ("Ivan Petrov", "speaker"),
        ("Mr Petrov", "speaker"),
        ("Head of the Fund Nina Orlova", "title"),
        ("Nina Orlova, who is 102 years old,", "who"),
        ("Nina Orlova", "words"),
        ("South Ossetia", None),
    ],
)
def test_a_summary_is_ascribed_on_evidence(opening: str, evidence: str | None) -> None:
    body = f"Ivan Petrov: Hello.\n\n({opening} asked about the work of the fund.)\n"
    transcript = transcript_of(body)
    (summary,) = transcript.of_kind(Kind.SUMMARY)
    assert (summary.summarised and summary.summarised.evidence) == evidence
    told = [found.line for found in transcript.diagnostics if found.code == "T033"]
    assert told == ([9] if evidence == "words" else [])


def test_words_without_label_after_an_ornament_are_told_of() -> None:
    body = "Ivan Petrov: Hello.\n\n* * *\n\nThe guests then saw the museum.\n\nIvan Petrov: Yes.\n"
    found = transcript_of(body).diagnostics
    assert [f.line for f in found if f.code == "T032"] == [11]


def test_a_short_name_that_may_be_one_of_two_is_told_of() -> None:
    body = (
        "Ivan Petrov: One.\n\nOleg Petrov: Two.\n\nMinister Petrov: Three.\n\n"
        "Minister Petrov: Four.\n\nAnna Li: Five.\n"
    )
    found = [f for f in transcript_of(body).diagnostics if f.code == "T030"]
    assert [f.line for f in found] == [11]
    assert "“Ivan Petrov”, “Oleg Petrov”" in found[0].message


def test_a_date_line_with_a_place_of_anybody_does_not_show_who_printed_it() -> None:
    text = (
        b"Reading circle\n\nMarch 4, 2016, Leeds\n\nAnna Li: Yes.\n\nBob Orr: No.\n\nAnna Li: So.\n"
    )
    assert read(text, "x.txt").convention == "generic"


def test_another_date_at_the_end_is_no_end_and_nothing_is_moved() -> None:
    found = kinds("Ivan Petrov: Peace.\n\nMarch 4, 2016, Moscow\n\nMay 9, 2016, Moscow\n")
    assert found == ["speech", "speech", "speech"]


def test_a_turn_far_longer_than_the_others_is_told() -> None:
    body = "Ivan Petrov: Yes.\n\nAnna Li: No.\n\n" * 4 + "Ivan Petrov: " + "word " * 3100 + "\n"
    (told,) = [f for f in transcript_of(body).diagnostics if f.code == "T037"]
    assert (told.line, "3,102 words" in told.message) == (23, True)


def test_a_note_that_holds_speech_is_told() -> None:
    body = "Ivan Petrov: Yes. (Somebody at the back: But that is wrong.) So.\n\nAnna Li: No.\n"
    assert "T038" in {finding.code for finding in transcript_of(body).diagnostics}


@pytest.mark.parametrize(
    "note",
    ["[Slide shown: spending on archives per head, 1990–2015]", "[Slide 4: Costs per head]"],
)
def test_a_note_with_a_colon_holds_no_speech_by_that_alone(note: str) -> None:
    codes = {found.code for found in read(_talk(note), "x.txt").diagnostics}
    assert "T038" not in codes


@pytest.mark.parametrize("printed", ["[inaudible]", "[Inaudible 00:02:28]", "(unintelligible)"])
def test_what_nobody_could_hear_is_a_gap(printed: str) -> None:
    tei = edition.encode(read(_talk(f"We met {printed} again."), "x.txt")).decode()
    gap = f'<gap reason="inaudible" resp="#source"><desc>{printed}</desc></gap>'
    assert gap in tei or gap.replace("<gap ", '<gap xml:id="e1" ') in tei


def test_an_event_behind_a_time_is_no_speech() -> None:
    body = "".join(
        f"[00:0{n}:01] Ann Roe: Is it {n}?\n\n[00:0{n}:09] Bob Low: It is {n}, I think.\n\n"
        for n in range(4)
    )
    text = f"{body}[00:05:00] [theme music]\n\n[00:05:09] Ann Roe: Good night.\n"
    stage = read(text.encode(), "x.txt").of_kind(Kind.STAGE)
    assert [block.text for block in stage] == ["[00:05:00] [theme music]"]


def _talk(said: str) -> bytes:
    return f"Ann Roe: Is it?\n\nBob Low: {said}\n\nAnn Roe: Why?\n\nBob Low: No.\n".encode()


@pytest.mark.parametrize(
    ("note", "event"),
    [
        ("[The witness entered court]", Event("incident", "entering")),
        ("(The witness withdrew)", Event("incident", "leaving")),
        ("[Interpretation]", Event("vocal", "translation")),
        ("[Witness answered through interpreter]", Event("vocal", "translation")),
    ],
)
def test_what_happens_in_court_is_known(note: str, event: Event) -> None:
    text = _talk(f"It is so.\n\n{note}\n\nI think.")
    (block,) = read(text, "x.txt", "question-and-answer").of_kind(Kind.STAGE)
    assert block.event == event


def test_an_interpreter_who_speaks_is_known_by_the_office_alone() -> None:
    text = b"".join(
        b"MR. ROE: Is it %d?\n\nTHE INTERPRETER: Please slow down, number %d.\n\n" % (n, n)
        for n in range(4)
    )
    speakers = read(text, "x.txt").speakers
    assert [speaker.name for speaker in speakers if speaker.nameless] == ["THE INTERPRETER"]
