"""Who is one person though the labels differ, and who is not."""

from __future__ import annotations

import pytest
from lxml import etree

import edition
from edition.transcript.model import Kind, Transcript
from edition.transcript.reader import read

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
SHOP = (
    "Maya Okafor: Where shall we begin?\n\nEmmanuel Okafor: With the coat.\n\n"
    "Maya: Tell me.\n\nEmmanuel: I had none.\n\nMaya: None?\n\nEmmanuel: Not one.\n"
)


def generic(text: str) -> Transcript:
    return read(text.encode(), "talk.txt", "generic")


def names(transcript: Transcript) -> list[str]:
    return [speaker.name for speaker in transcript.speakers]


def codes(transcript: Transcript) -> list[str]:
    return [finding.code for finding in transcript.diagnostics]


def test_a_given_name_alone_is_the_one_speaker_who_has_it_and_is_told() -> None:
    transcript = generic(SHOP)
    assert names(transcript) == ["Maya Okafor", "Emmanuel Okafor"]
    assert [turn.inferred for turn in transcript.turns] == ["", "", *["given_name"] * 4]
    told = [finding for finding in transcript.diagnostics if finding.code == "T039"]
    assert [finding.line for finding in told] == [5, 7]


def test_the_evidence_for_a_given_name_stands_in_the_edition() -> None:
    root = etree.fromstring(edition.encode(generic(SHOP)))
    certs = root.xpath("//t:u/@cert", namespaces=TEI)
    targets = root.xpath("//t:certainty/@target", namespaces=TEI)
    assert (certs, targets) == (["medium"] * 4, ["#u3 #u5", "#u4 #u6"])


def test_a_label_that_stands_once_is_no_given_name() -> None:
    once = SHOP.replace("Maya: None?", "Maya Okafor: None?")
    transcript = generic(once)
    assert names(transcript) == ["Maya Okafor", "Emmanuel Okafor", "Maya"]
    assert not transcript.turns[2].inferred


@pytest.mark.parametrize(
    ("more", "alone"),
    [
        ("Maya Lind: And I?\n\nEmmanuel: You?\n\nMaya Lind: Yes.\n", "two have it"),
        ("Ann Maya: And I?\n\nEmmanuel: You?\n\nAnn Maya: Yes.\n", "it is a last name"),
    ],
)
def test_a_given_name_that_may_be_somebody_elses_decides_nothing(more: str, alone: str) -> None:
    transcript = generic(f"{SHOP}\n{more}")
    maya = transcript.turns[0].speaker
    assert not transcript.turns[2].inferred, alone
    assert transcript.turns[3].inferred
    assert maya is not None


def test_q_and_a_are_two_people_where_nobody_else_is_labelled() -> None:
    text = "Question: Who?\n\nAnswer: He.\n\nQ: When?\n\nA: Then.\n\nQ: Why?\n\nA: So.\n"
    transcript = generic(text)
    assert names(transcript) == ["Question", "Answer"]
    assert "T040" in codes(transcript)


INTERVIEW = (
    "Q: Where were you?\n\nA: At home.\n\nQ: Alone?\n\nA: No.\n\nQ: Who was there?\n\nA: Him.\n\n"
    "{name}: I was.\n\nA: He was.\n\nQ: And you?\n\nA: I slept.\n"
)


def test_a_neighbour_who_puts_in_a_word_makes_no_court_of_an_interview() -> None:
    assert names(generic(INTERVIEW.format(name="Derek Poole")))[:2] == ["Q", "A"]
    assert "Q" not in names(generic(INTERVIEW.format(name="MR. POOLE")))


def test_who_asks_and_who_answers_is_told_above_whatever_the_sign_of_labels() -> None:
    court = "THE CHAIR: Yes, Mr Rook?\n\nMR ROOK: I call her.\n\nTHE CHAIR: Very well.\n\n"
    examined = "MRS HELEN CARTER (affirmed)\n\nQuestions from MR ROOK\n\n"
    said = "Q: Were you there?\n\nA: I was.\n\nMR ROOK: Thank you.\n\nQ: When?\n\nA: In May.\n"
    turns = generic(court + examined + said).turns
    assert [turn.speaker for turn in turns[3:]] == ["rook", "helencarter"] + ["rook"] * 2 + [
        "helencarter"
    ]


def test_q_and_a_are_nobody_where_others_are_labelled() -> None:
    text = "Q: When?\n\nA: Then.\n\nTHE COURT: Well?\n\nQ: Why?\n\nA: So.\n\nTHE COURT: No.\n"
    transcript = generic(text)
    assert [turn.speaker is None for turn in transcript.turns].count(True) == 4
    assert "T040" not in codes(transcript)


@pytest.mark.parametrize(("short", "full"), [("GEN.", "GENERAL"), ("COL.", "COLONEL")])
def test_an_abbreviated_rank_is_the_rank(short: str, full: str) -> None:
    text = (
        f"THE PRESIDENT: Yes?\n\n{full} R. A. RUDEN (Chief Prosecutor): One question.\n\n"
        f"THE PRESIDENT: Go on.\n\n{short} RUDEN: Where?\n\nTHE PRESIDENT: Here.\n\n"
        f"{short} RUDEN: When?\n"
    )
    transcript = generic(text)
    assert len({turn.speaker for turn in transcript.turns}) == 2


COURT = (
    "THE COURT: Call your witness.\n\n{witness}\n\n{first}\n\n"
    "Q.  Where were you?\n\nA.  At home.\n\nMS. LI: Objection.\n\nTHE COURT: Overruled.\n\n"
    "Q.  And then?\n\nA.  I slept.\n\n{second}\n\nQ.  Did you?\n\nA.  I did.\n\n"
    "THE COURT: Thank you.\n\nTHE WITNESS: Thank you.\n\nMS. LI: No more.\n"
)


@pytest.mark.parametrize(
    "witness",
    ["WITNESS:  ANN DEE [Resumed]", "ANN DEE (sworn)", "ANN DEE, having been duly sworn, said:"],
)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Examination by Mr. Roe:  [Continued]", "Cross-examination by Ms. Li:"),
        ("BY MR. ROE:", "CROSS-EXAMINATION BY MS. LI"),
    ],
)
def test_the_record_of_a_court_says_who_asks_and_who_answers(
    witness: str, first: str, second: str
) -> None:
    text = COURT.format(witness=witness, first=first, second=second)
    transcript = read(text.encode(), "x.txt", "question-and-answer")
    names_of = {speaker.key: speaker.name.upper() for speaker in transcript.speakers}
    said = [names_of[turn.speaker or ""] for turn in transcript.turns]
    roe, dee, li, court = "MR. ROE", "ANN DEE", "MS. LI", "THE COURT"
    asked = [court, roe, dee, li, court, roe, dee, li, dee, court, dee, li]
    assert said == asked
    assert codes(transcript).count("T042") == 3


@pytest.mark.parametrize(
    "line",
    [
        "by Dr. Poe.",
        "BY DR. POE.",
        "By Dr. Poe, as I said.",
        "medical examination by Dr. Poe",
        "Medical examination by Dr. Poe",
        "THE COURT called a recess.",
        "THE CLERK was sworn in.",
        "COURT REPORTER, having been called, came.",
        "MS. LI called a recess.",
    ],
)
def test_words_of_an_answer_and_offices_are_neither_examiner_nor_witness(line: str) -> None:
    text = COURT.format(witness="ANN DEE (sworn)", first="BY MR. ROE:", second=line)
    transcript = read(text.encode(), "x.txt", "question-and-answer")
    names_of = {speaker.key: speaker.name.upper() for speaker in transcript.speakers}
    said = [names_of[turn.speaker or ""] for turn in transcript.turns]
    assert said[5:9] == ["MR. ROE", "ANN DEE"] * 2


@pytest.mark.parametrize(
    ("witness", "who"), [("ANN DEE (sworn)", "ANN DEE"), ("The witness came in.", "A")]
)
def test_whom_the_record_names_asks_though_all_labels_are_q_and_a(witness: str, who: str) -> None:
    asked = "\n\nQ.  Where?\n\nA.  There.\n\nQ.  When?\n\nA.  Then.\n\n"
    text = f"{witness}\n\nBY MR. ROE:{asked}CROSS-EXAMINATION\n\nBY MS. LI:{asked}"
    transcript = read(text.encode(), "x.txt", "question-and-answer")
    names_of = {speaker.key: speaker.name for speaker in transcript.speakers}
    said = [names_of[turn.speaker or ""] for turn in transcript.turns]
    assert said == ["MR. ROE", who] * 2 + ["MS. LI", who] * 2


def test_where_no_witness_is_named_nobody_answers() -> None:
    text = COURT.format(witness="The witness came in.", first="By the sea.", second="By night.")
    transcript = read(text.encode(), "x.txt", "question-and-answer")
    assert [turn.speaker for turn in transcript.turns].count(None) == 6
    assert "T042" not in codes(transcript)


@pytest.mark.parametrize(
    ("lead", "name", "title"),
    [
        ("Ivan Petrov and Recep Tayyip Ozan met.", "Recep Tayyip Ozan", "President of Turkey"),
        ("Ivan Petrov met with others.", "Tayyip Ozan", "President of Turkey Recep"),
        ("The President of Turkey Recep Tayyip Ozan.", "Tayyip Ozan", "President of Turkey Recep"),
        ("Recep was there, and Recep Tayyip Ozan.", "Tayyip Ozan", "President of Turkey Recep"),
    ],
)
def test_a_name_of_three_words_behind_a_title_is_known_by_the_text(
    lead: str, name: str, title: str
) -> None:
    labels = ("President of Turkey Recep Tayyip Ozan", "President of Russia Ivan Petrov")
    speeches = "\n\n".join(f"{label}: Good day to you." for label in labels)
    speakers = generic(f"Meeting\n\n{lead}\n\n{speeches}\n\nIvan Petrov: Thanks.\n").speakers
    assert (speakers[0].name, speakers[0].titles) == (name, (title,))


@pytest.mark.parametrize(
    ("full", "short", "name"),
    [
        ("Dr. Anna Bell", "Dr. Bell", "Anna Bell"),
        ("Prof. Anna Bell", "Prof. Bell", "Anna Bell"),
        ("Capt. Anna Bell", "Capt. Bell", "Anna Bell"),
        ("Senator Anna Bell", "Senator Bell", "Anna Bell"),
        ("Dr. Anna Maria Bell", "Dr. Bell", "Anna Maria Bell"),
        ("DR. ANNA BELL", "DR. BELL", "ANNA BELL"),
        ("Patriarch of Moscow Kirill", "Patriarch Kirill", "Kirill"),
    ],
)
def test_a_given_name_behind_a_title_is_no_part_of_it(full: str, short: str, name: str) -> None:
    answer = "Mr. Muir: It has been broken since Easter, and nobody has come.\n\n"
    text = (
        f"Meeting\n\n{full}: Good evening. The first matter is the crane.\n\n{answer}"
        f"{short}: Who was to come?\n\n{answer}{short}: Then write to them.\n"
    )
    assert [one.name for one in read(text.encode(), "a.txt").speakers] == [name, "Mr. Muir"]


@pytest.mark.parametrize(
    ("bare", "titled"),
    [("SMITH", "MRS SMITH"), ("BRINKMANN", "FRAU BRINKMANN"), ("KARL ROE", "DR ROE")],
)
def test_a_title_tells_two_apart_who_answer_each_other(bare: str, titled: str) -> None:
    text = f"{bare}: One.\n\n{titled}: Two.\n\n{bare}: Three.\n\nJONES: Four.\n\nJONES: Five.\n"
    found = generic(text)
    assert names(found)[:2] == [bare, titled]
    assert "T057" not in {one.code for one in found.diagnostics}


def test_a_title_before_a_name_that_goes_on_once_is_told() -> None:
    text = "MRS ROE: One.\n\nROE: Two.\n\nJONES: Three.\n\nROE: Four.\n\nJONES: Five.\n"
    found = generic(text)
    assert len(names(found)) == 2
    assert [one.line for one in found.diagnostics if one.code == "T057"] == [1]


def test_a_title_before_a_name_that_others_part_is_the_same_persons() -> None:
    text = "MRS ROE: One.\n\nJONES: Two.\n\nROE: Three.\n\nJONES: Four.\n\nROE: Five.\n"
    found = generic(text)
    assert len(names(found)) == 2
    assert "T057" not in {one.code for one in found.diagnostics}


@pytest.mark.parametrize(
    "oath",
    [
        "ANN DEE, having been first duly sworn, testified as follows:",
        "               ANN DEE,\n     having been first duly sworn, testified as follows:",
        "ANN DEE,\n\ncalled as a witness by the State, having been first duly\nsworn, testified:",
        "ANN DEE (sworn)",
    ],
)
def test_the_oath_of_a_witness_is_told_by_the_record_and_spoken_by_nobody(oath: str) -> None:
    text = COURT.format(witness=oath, first="BY MR. ROE:", second="BY MS. LI:")
    transcript = read(text.encode(), "x.txt", "question-and-answer")
    assert transcript.rebuild() == text
    assert [(b.kind, b.turn) for b in transcript.blocks if b.text == oath] == [(Kind.STAGE, None)]
    answers = [turn.speaker for turn in transcript.turns if turn.line > 10]
    assert None not in answers
    root = etree.fromstring(edition.encode(transcript))
    told = [desc.text for desc in root.iterfind(".//t:desc", TEI)]
    assert " ".join(oath.split()) in told


@pytest.mark.parametrize(
    "said",
    [
        "ANN DEE was not sworn in that day. I saw it.",
        "Ann Dee, having been duly sworn, said so.",
        "ANN DEE, having been sworn, said: I saw the bridge.",
    ],
)
def test_what_somebody_says_of_an_oath_is_speech(said: str) -> None:
    text = COURT.format(witness=said, first="BY MR. ROE:", second="BY MS. LI:")
    transcript = read(text.encode(), "x.txt", "question-and-answer")
    assert [b.kind for b in transcript.blocks if b.text == said] == [Kind.SPEECH]


def test_a_name_and_who_that_is_are_a_label_in_a_language_that_nobody_knows() -> None:
    people = [("Hrusk", "vlodar mesu"), ("Ondrek", "skribar"), ("Kubic", "tolmar")]
    said = ["Vlei ka", "Mor dan", "Esu tuun", "Kar vol", "Dana mu", "Tuli sar", "Ren oth", "Pa lin"]
    order = [*people, people[0], people[2], people[1], people[0], people[1]]

    def text(order: list[tuple[str, str]]) -> str:
        spoken = zip(order, said, strict=True)
        return "".join(
            f"{a}, {b}: {words} esu mor tuun, vlei ka dan.\n\n" for (a, b), words in spoken
        )

    assert len(generic(text(order)).turns) == len(order)
    assert generic(text([person for person in people[:2] for _ in range(4)])).turns == ()
