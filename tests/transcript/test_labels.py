"""What is a label and what is not: one case a line, as real transcripts have them."""

from __future__ import annotations

import pytest

import edition
from edition.transcript.model import Transcript
from edition.transcript.reader import read

HEAD = "Meeting with scientists\n\nMarch 4, 2016, Moscow\n\n* * *\n\n"
KNOWN = "Vladimir Putin: Good afternoon.\n\nAnna Petrova: Thank you.\n\nVladimir Putin: Please.\n\n"


def transcript_of(body: str) -> Transcript:
    return read((HEAD + body).encode(), "meeting.txt")


def label_of(line: str, body: str = "{}") -> str | None:
    """The printed label with which *line* begins, set in *body*; None if it begins with none."""
    transcript = transcript_of(body.format(line) + "\n")
    blocks = [block for block in transcript.blocks if block.text == line]
    (block,) = blocks
    return block.text[: block.label.end] if block.label else None


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("President of Russia Vladimir Putin: Hello.", "President of Russia Vladimir Putin:"),
        ("Vladimir\u00a0Putin: Hello.", "Vladimir\u00a0Putin:"),
        ("Vladimir Putin:To begin with, yes.", "Vladimir Putin:"),
        ("\u00a0Asle Toje: I will ask.", "\u00a0Asle Toje:"),
        ("Lt-Gen Valery Kapashin: Yes.", "Lt-Gen Valery Kapashin:"),
        ("Adnan Z. Amin: Thank you.", "Adnan Z. Amin:"),
        ("Jörg Schönenborn: Good evening.", "Jörg Schönenborn:"),
        ("DMITRY PESKOV: Colleagues.", "DMITRY PESKOV:"),
        ("VladimirPutin: Hello.", "VladimirPutin:"),
        ("Mohammed bin Salman: Thank you.", "Mohammed bin Salman:"),
        (
            "chairman of the Board of Transneft Nikolai Tokarev: Yes.",
            "chairman of the Board of Transneft Nikolai Tokarev:",
        ),
        ("Paolo Gentiloni (retranslated): Thank you.", "Paolo Gentiloni (retranslated):"),
        (
            "Head of the Agency (IRENA) Adnan Amin: Thank you.",
            "Head of the Agency (IRENA) Adnan Amin:",
        ),
        (
            "Natalya Yuryeva, Channel One Russia: A question.",
            "Natalya Yuryeva, Channel One Russia:",
        ),
        ("Dmitry, Moscow: I have a question.", "Dmitry, Moscow:"),
        ("Question: Why?", "Question:"),
        ("Question (retranslated): Why?", "Question (retranslated):"),
        ("Question from Izhevsk: Why?", "Question from Izhevsk:"),
        ("Remark: It is true.", "Remark:"),
        ("Call centre operator: We have a call.", "Call centre operator:"),
        ("Voice from the hall: No!", "Voice from the hall:"),
        ("REPLY (without a microphone). Yes.", "REPLY (without a microphone)."),
        (
            "First Deputy Prime Minister Igor Shuvalov: Yes.",
            "First Deputy Prime Minister Igor Shuvalov:",
        ),
        (
            "Prime Minister of Great Britain Theresa May: Yes.",
            "Prime Minister of Great Britain Theresa May:",
        ),
        (
            "Two-time Olympic champion Yelena Isinbayeva: Yes.",
            "Two-time Olympic champion Yelena Isinbayeva:",
        ),
        ("Farmer Pavel Grudinin: Yes.", "Farmer Pavel Grudinin:"),
        (
            "Patriarch Theophilos III of Jerusalem (retranslated): Yes.",
            "Patriarch Theophilos III of Jerusalem (retranslated):",
        ),
        ("Ruling Prince of Monaco Albert II: Yes.", "Ruling Prince of Monaco Albert II:"),
        (
            "King of Bahrain Hamad bin Isa Al Khalifa: Yes.",
            "King of Bahrain Hamad bin Isa Al Khalifa:",
        ),
    ],
)
def test_is_a_label(line: str, label: str) -> None:
    assert label_of(line) == label


@pytest.mark.parametrize(
    "line",
    [
        "You had an outstanding ancestor: your grandfather was a commander.",
        "Second: I did not say so.",
        "I repeat: the party has decided.",
        "My question is: What will you do?",
        "Germany: “This is a matter of trust.”",
        "The United Kingdom: “Secession is no right.”",
        "Perm Territory: “Why are the roads so bad?”",
        "Question: at what expense?",
        "Interior Minister: Vladimir Kolokoltsev.",
        "International forum Drug Production in Afghanistan: A Challenge to the World.",
        "The message reads:",
        "Badges will be given at the following sites:",
        "Let me repeat: It is important.",
        "Sergei Machinsky, special representative of the Governor, member of the Movement.",
        "Boris Eifman, born July 22, 1946, in Rubtsovsk.",
        "We meet at 10:30 in the hall.",
        "President of Russia: The text of the oath.",
        "We heard a saying by Leo Tolstoy: All happy families are alike.",
        "There is a festival in New York: Many come.",
        "The Founding Act on Russia: NATO relations.",
    ],
)
def test_is_no_label(line: str) -> None:
    assert label_of(line, KNOWN + "{}") is None


def test_a_label_alone_on_its_line_begins_the_next_paragraph() -> None:
    transcript = transcript_of(KNOWN + "Vladimir Putin:\n\nLet us begin.\n\nAnna Petrova: Yes.\n")
    assert [turn.speaker for turn in transcript.turns[-2:]] == ["vladimirputin", "annapetrova"]


def test_a_known_name_and_a_full_stop_is_a_label() -> None:
    assert label_of("Vladimir Putin. Yes, please.", KNOWN + "{}") == "Vladimir Putin."


def test_the_first_name_in_a_sentence_is_no_label_without_its_stop() -> None:
    assert label_of("Vladimir Putin came to Moscow.", KNOWN + "{}") is None


def test_the_pages_own_lines_are_no_labels() -> None:
    body = KNOWN + "Official Website of the President of Russia:\n"
    assert len(transcript_of(body).turns) == 3


def test_titled_bare_and_glued_form_are_one_person() -> None:
    body = (
        "President of Russia Vladimir Putin: One.\n\nAnna Petrova: Two.\n\n"
        "Vladimir Putin: Three.\n\nAnna Petrova: Four.\n\nVladimirPutin: Five.\n"
    )
    transcript = transcript_of(body)
    assert [turn.speaker for turn in transcript.turns[::2]] == ["vladimirputin"] * 3
    putin = transcript.speakers[0]
    assert (putin.name, putin.titles, putin.chairs) == (
        "Vladimir Putin",
        ("President of Russia",),
        True,
    )


def test_the_bare_label_says_where_a_long_name_begins() -> None:
    body = "President of Turkey Recep Tayyip Erdogan: One.\n\nRecep Tayyip Erdogan: Two.\n"
    speakers = transcript_of(body).speakers
    assert [(s.name, s.titles) for s in speakers] == [
        ("Recep Tayyip Erdogan", ("President of Turkey",))
    ]


def test_words_run_together_end_in_a_known_name() -> None:
    body = (
        "Horst Seehofer: One.\n\nAnna Petrova: Two.\n\n"
        "Minister-PresidentofBavariaHorstSeehofer: Three.\n"
    )
    assert [turn.speaker for turn in transcript_of(body).turns][::2] == ["horstseehofer"] * 2


def test_a_patriarch_is_known_by_his_one_name() -> None:
    body = (
        "Patriarch of Moscow and All Russia Kirill: One.\n\nAnna Petrova: Two.\n\n"
        "Patriarch Kirill: Three.\n\nAnna Petrova: Four.\n\nPatriarch Kirill: Five.\n"
    )
    assert [turn.speaker for turn in transcript_of(body).turns][::2] == ["kirill"] * 3


def test_unknown_people_are_never_one_person() -> None:
    transcript = transcript_of("Question: One?\n\nVladimir Putin: Two.\n\nQuestion: Three?\n")
    assert [turn.speaker for turn in transcript.turns] == [None, "vladimirputin", None]


def test_in_an_unknown_makers_text_a_label_recurs_or_is_printed_as_those_that_do() -> None:
    text = (
        "Court\n\nMr Smith: One.\n\nMs Jones: Two.\n\nDr Who: No.\n\nLast Will: No.\n\n"
        "Mr Smith: The will.\n\nMs Jones: The last.\n"
    )
    transcript = read(text.encode(), "court.txt")
    assert transcript.convention == "generic"
    assert [turn.line for turn in transcript.turns] == [3, 5, 7, 11, 13]
    assert [f.line for f in transcript.diagnostics if f.code == "T025"] == [9]


def test_in_an_unknown_makers_text_one_label_makes_no_dialogue() -> None:
    text = "Report\n\nSystemic Risk: One.\n\nThen.\n\nSystemic Risk: Two.\n"
    assert read(text.encode(), "report.txt").turns == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mr Smith", "Mrs Smith"),
        ("Patriarch Kirill", "Metropolitan Kirill"),
        ("Minister Ivanov", "Sergei Ivanov"),
        ("Sergei Ivanov", "Alexei Ivanov"),
    ],
)
def test_namesakes_stay_apart(first: str, second: str) -> None:
    body = f"{first}: One.\n\n{second}: Two.\n\n" * 2
    speakers = [turn.speaker for turn in transcript_of(body).turns]
    assert speakers[0] != speakers[1]
    assert speakers[:2] == speakers[2:]


def test_mr_ivanov_is_the_only_ivanov() -> None:
    body = "Sergei Ivanov: One.\n\nAnna Li: Two.\n\nMr Ivanov: Three.\n\nMr Ivanov: Four.\n"
    speakers = [turn.speaker for turn in transcript_of(body).turns]
    assert speakers == ["sergeiivanov", "annali", "sergeiivanov", "sergeiivanov"]


def test_words_run_together_are_parted_at_the_longest_known_name() -> None:
    body = (
        "Anna Li: One.\n\nJoanna Li: Two.\n\nMary O’Brien: Three.\n\n"
        "PresidentJoannaLi: Four.\n\nPresidentMaryO’Brien: Five.\n"
    )
    turns = transcript_of(body).turns
    assert [turn.speaker for turn in turns[3:]] == ["joannali", "maryobrien"]


def test_lines_of_metadata_are_no_labels() -> None:
    text = (
        "Interview\n\nDate: Monday\nSource: tape\n\nMr Low: A.\nMs Day: B.\nMr Low: C.\n"
        "Date: Friday\nSource: tape\nMs Day: D.\n"
    )
    transcript = read(text.encode(), "x.txt")
    assert [speaker.name for speaker in transcript.speakers] == ["Mr Low", "Ms Day"]


def test_the_title_that_chairs_may_be_printed_later() -> None:
    body = (
        "Prime Minister Vladimir Putin: One.\n\nAnna Li: Two.\n\n"
        "President of Russia Vladimir Putin: Three.\n"
    )
    assert [speaker.chairs for speaker in transcript_of(body).speakers] == [True, False]


def test_names_without_letters_are_people_too() -> None:
    body = "Ⓐ Ⓑ: One.\n\nAnna Li: Two.\n\nⒶ Ⓑ: Three.\n"
    assert None not in {turn.speaker for turn in transcript_of(body).turns}


def test_who_speaks_to_whom_is_the_first_and_two_together_both_speak() -> None:
    body = (
        "Vladimir Putin: One.\n\nSergei Lavrov: Two.\n\n"
        "Vladimir Putin to Sergei Lavrov: Three.\n\nVladimir Putin and Sergei Lavrov: Four.\n"
    )
    turns = transcript_of(body).turns
    speakers = [turn.speaker for turn in turns]
    assert speakers == ["vladimirputin", "sergeilavrov", "vladimirputin", "vladimirputin"]
    assert [turn.joint for turn in turns] == [(), (), (), ("sergeilavrov",)]


def test_what_only_looks_like_a_label_is_reported() -> None:
    transcript = transcript_of(KNOWN + "Alexei: And I like judo.\n\nSecond: I did not say so.\n")
    assert [f.line for f in transcript.diagnostics if f.code == "T025"] == [13]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Alexei Petrov, Channel One", "Alexei Petrov"),
        ("Natalya Yuryeva, Channel One Russia", "Natalya Yuryeva"),
        ("Steve Rosenberg, BBC News", "Steve Rosenberg"),
        ("Maria Petrova, Nizhny Novgorod", "Maria Petrova"),
        ("Michael Bloomberg, founder of Bloomberg LP", "Michael Bloomberg"),
        ("Vladimir Putin, President of Russia", "Vladimir Putin"),
        ("Crown Prince Mohammed bin Salman Al Saud", "Mohammed bin Salman Al Saud"),
        ("Pope Francis", "Francis"),
    ],
)
def test_the_name_in_a_label(label: str, name: str) -> None:
    speakers = transcript_of(f"{label}: Yes.\n\nAnna Li: No.\n").speakers
    assert speakers[0].name == name


def test_a_profession_before_a_known_name_is_a_title() -> None:
    body = "Cosmonaut Valentina Tereshkova: One.\n\nAnna Li: Two.\n\nValentina Tereshkova: Three.\n"
    speakers = transcript_of(body).speakers
    assert [(s.name, s.titles) for s in speakers] == [
        ("Valentina Tereshkova", ("Cosmonaut",)),
        ("Anna Li", ()),
    ]


def test_a_recurring_profession_is_no_person() -> None:
    body = "Doctor: One.\n\nAnna Li: Two.\n\nDoctor: Three.\n"
    assert [turn.speaker for turn in transcript_of(body).turns] == [None, "annali", None]


def test_a_known_speaker_may_begin_with_a_quotation() -> None:
    assert label_of("Elvira Nabiullina: “Yes” is right too.", KNOWN + "{}") is not None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Paolo Gentiloni", "(retranslated): Thank you."),
        ("Prime Minister of Italy Paolo Gentiloni", "(retranslated): Thank you."),
        ("Prime Minister of Italy", "Paolo Gentiloni: Thank you."),
        ("Deputy Chairman of the Board", "of the Bank of Italy Paolo Gentiloni: Thank you."),
    ],
)
def test_a_label_that_is_broken_in_two_is_one(first: str, second: str) -> None:
    text = f"{KNOWN}{first}\n{second}\n\nPaolo Gentiloni: And more.\n"
    transcript = transcript_of(text)
    assert transcript.turns[-1].speaker == transcript.turns[-2].speaker == "paologentiloni"
    (block,) = (b for b in transcript.blocks if b.turn == len(transcript.turns) - 2 and b.label)
    assert block.text == f"{first}\n{second}"
    assert transcript.rebuild().endswith(text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He went home", "(later): and so did we."),
        ("Meeting with Minister of Defence", "Paolo Gentiloni: Thank you."),
        ("Minister of Defence.", "Paolo Gentiloni: Thank you."),
    ],
)
def test_a_line_before_another_is_no_label(first: str, second: str) -> None:
    transcript = transcript_of(f"{KNOWN}{first}\n{second}\n\nPaolo Gentiloni: And more.\n")
    assert all("\n" not in block.text for block in transcript.blocks)


def test_the_second_line_of_a_label_that_is_not_known_is_reported() -> None:
    transcript = transcript_of(KNOWN + "He went home\n(later): and so did we.\n")
    assert [f.line for f in transcript.diagnostics if f.code == "T025"] == [14]


def test_two_titles_of_one_name_are_reported() -> None:
    body = (
        "Minister of Defence Sergei Ivanov: One.\n\nAnna Li: Two.\n\n"
        "Mayor of Omsk Sergei Ivanov: Three.\n\nSergei Ivanov: Four.\n"
    )
    assert "T029" in {finding.code for finding in transcript_of(body).diagnostics}


@pytest.mark.parametrize("office", ["Chairman", "President", "Mayor", "THE PRESIDENT", "The Chair"])
def test_an_office_that_recurs_is_a_label_and_has_no_name(office: str) -> None:
    body = f"Anna Li: One.\n\n{office}: Two.\n\nAnna Li: Three.\n\n{office}: Four.\n"
    transcript = transcript_of(body)
    speakers = [turn.speaker for turn in transcript.turns]
    assert speakers[:2] == speakers[2:]
    assert [(who.name, who.nameless) for who in transcript.speakers] == [
        ("Anna Li", False),
        (office, True),
    ]


def test_the_last_name_of_a_titled_label_is_known() -> None:
    body = (
        "President of Chile Gabriel Boric: One.\n\nVladimir Putin: Two.\n\nBoric: Three.\n\n"
        "Vladimir Putin: Four.\n"
    )
    speakers = [turn.speaker for turn in transcript_of(body).turns]
    assert speakers == ["gabrielboric", "vladimirputin", "gabrielboric", "vladimirputin"]


def test_a_comma_before_a_colon_is_no_name() -> None:
    transcript = transcript_of(KNOWN + ", Moscow region: Yes.\n")
    assert [turn.line for turn in transcript.turns] == [
        turn.line for turn in transcript_of(KNOWN).turns
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Kirill Kleymenov", "Kirill Kleimyonov"),
        ("Pavel Alexandrov", "Pavel Aleksandrov"),
        ("Fyodor Lukyanov", "Fydor Lukyanov"),
        ("Masaki Fukuyama", "Fukuyama Masaki"),
        ("Alexei Repik", "A. Repik"),
    ],
)
def test_two_spellings_of_a_name_are_one_speaker_and_told(first: str, second: str) -> None:
    transcript = transcript_of(f"{first}: One.\n\nAnna Li: Two.\n\n{second}: Three.\n")
    assert [speaker.name for speaker in transcript.speakers] == [first, "Anna Li"]
    (told,) = [finding for finding in transcript.diagnostics if finding.code == "T036"]
    assert (told.line, second in told.message) == (11, True)


@pytest.mark.parametrize(
    "other",
    ["A. Petrova", "Petrova Ann", "Marina Petrova", "Mario Petrova", "Maria Petrovna", "Maria Li"],
)
def test_names_that_are_only_like_each_other_are_two_speakers(other: str) -> None:
    transcript = transcript_of(f"Maria Petrova: One.\n\n{other}: Two.\n\nMaria Petrova: Three.\n")
    assert len(transcript.speakers) == 2


def test_a_known_name_without_delimiter_before_a_sentence_is_a_label() -> None:
    transcript = transcript_of(KNOWN + "Anna Petrova What is it?\n\nAnna Petrova Prize.\n")
    known = len(transcript_of(KNOWN).turns)
    assert len(transcript.turns) == known + 1


@pytest.mark.parametrize("opening", ["If I may, what is it?", "Thank you. What is it?"])
def test_a_label_without_delimiter_is_told(opening: str) -> None:
    transcript = transcript_of(f"{KNOWN}Anna Petrova {opening}\n")
    (told,) = [finding for finding in transcript.diagnostics if finding.code == "T047"]
    assert told.line == transcript.turns[-1].line
    assert transcript.turns[-1].inferred == "misprinted"
    assert 'cert="medium"' in edition.encode(transcript).decode()


ALONE = KNOWN + "{before}\n\nAnna Petrova{end}\n\n{after}\n\n" + KNOWN


@pytest.mark.parametrize("end", ["", " ", "\u00a0", "\t"])
def test_a_known_name_alone_between_paragraphs_is_a_label(end: str) -> None:
    found = transcript_of(ALONE.format(before="It is so.", after="What is so?", end=end))
    assert [turn.inferred for turn in found.turns].count("misprinted") == 1


@pytest.mark.parametrize(
    ("before", "after"), [("It is", "what it is."), ("It is so.", "the end."), ("So.", "The end")]
)
def test_a_known_name_alone_in_a_sentence_or_list_is_no_label(before: str, after: str) -> None:
    found = transcript_of(ALONE.format(before=before, after=after, end=""))
    assert [turn.inferred for turn in found.turns].count("misprinted") == 0


def test_lines_that_look_like_labels_are_told_once_each_and_beyond_a_few_summed_up() -> None:
    names = [f"Speaker{one}{two} Name" for one in "abcde" for two in "abcde"]
    lines = [f"{name}: Hello, {number}." for number, name in enumerate(names)]
    text = "\n\n".join(lines)
    transcript = read(text.encode(), "talk.txt", "generic")
    told = [f.line for f in transcript.diagnostics if f.code == "T025"]
    (rest,) = [f for f in transcript.diagnostics if f.code == "T064"]
    assert len(told) == 20
    assert rest.line > max(told)
    assert len(told) + int(rest.message.split()[0]) >= len(names) - 1
