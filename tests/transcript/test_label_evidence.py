"""What shows that something is a label, or that it only looks like one: case by case."""

from __future__ import annotations

import pytest

import edition
from edition.transcript.model import Kind, Transcript
from edition.transcript.notes import OTHER
from edition.transcript.reader import read


def transcript_of(text: str, convention: str | None = None) -> Transcript:
    return read(text.encode(), "x.txt", convention)


def labels_of(transcript: Transcript) -> list[str]:
    return [b.text[: b.label.end].strip() for b in transcript.blocks if b.label is not None]


def names_of(transcript: Transcript) -> list[str]:
    return [speaker.name for speaker in transcript.speakers]


ASSEMBLY = """United Nations

The President: I call on Mrs. Ruiz.

Mrs. Ruiz (Chile): Thank you.

{}

The President: I thank Mrs. Ruiz.
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council demands the following: that the river be cleaned.",
        "The members of the Committee: we thank them, and so do our neighbours.",
        "The President of the Court: it was he who asked.",
    ],
)
def test_an_office_behind_which_a_sentence_goes_on_is_no_label(sentence: str) -> None:
    found = transcript_of(ASSEMBLY.format(sentence))
    assert labels_of(found) == ["The President:", "Mrs. Ruiz (Chile):", "The President:"]


@pytest.mark.parametrize("name", ["van den Akker", "ter Braak", "de la Cruz", "ten Hoor"])
def test_small_words_begin_a_last_name(name: str) -> None:
    found = transcript_of(ASSEMBLY.format(f"Mr. {name} (Aruba): I agree."))
    assert f"Mr. {name} (Aruba):" in labels_of(found)


SITTING = """SESIÓN DE FEBRERO

El señor PRESIDENTE: Se abre la sesión.

El señor SOLER: Gracias, señor presidente. ¿Qué ha pasado?

— DEL DIPUTADO DON JUAN SOLER, QUE PREGUNTA AL SEÑOR MINISTRO DE JUSTICIA: ¿QUÉ HACE? (18/0).

El señor PRESIDENTE: Señor ministro.

El señor MINISTRO DE JUSTICIA (Prats Vila): Gracias.

PREGUNTAS URGENTES DEL GRUPO SOLER:

— DE DON JUAN SOLER, SOBRE EL RÍO.

El señor SOLER: Nada más. ¿Y usted?

El señor PRESIDENTE: Gracias.
"""


def test_headings_in_capitals_that_end_in_a_colon_are_nobody() -> None:
    found = transcript_of(SITTING)
    assert len(found.turns) == 6
    assert all(label.startswith("El señor") for label in labels_of(found))


PODCAST = """**Ada:** Hello, who is there?

**Bo:** It is me.

**{}:** {}

**Ada:** What did you hear?

**Bo:** Bells.
"""


@pytest.mark.parametrize("time", [r"\[10:49\]", "[10:49]", "00:10:49", "(10:49)"])
def test_a_part_of_a_recording_is_an_event_and_nobody_speaks_after_it(time: str) -> None:
    body = PODCAST.format("Fanfare", time).replace("**Ada:** What", "Buy now.\n\n**Ada:** What")
    found = transcript_of(body, "markdown")
    assert names_of(found) == ["Ada", "Bo"]
    assert (len(found.turns), len(found.of_kind(Kind.STAGE))) == (4, 1)
    assert [block.text for block in found.of_kind(Kind.PROSE)] == ["Buy now."]


@pytest.mark.parametrize("label", ["Break", "Jingle", "Outro", "Music", "Ad", "Theme music"])
def test_what_is_heard_needs_no_time_where_nothing_is_said(label: str) -> None:
    found = transcript_of(PODCAST.format(label, ""), "markdown")
    stage = found.of_kind(Kind.STAGE)
    assert (len(found.turns), [block.event != OTHER for block in stage]) == (4, [True])


def test_a_break_in_which_somebody_speaks_is_a_turn() -> None:
    assert len(transcript_of(PODCAST.format("Break", "Buy two bells."), "markdown").turns) == 5


def test_a_break_below_which_somebody_speaks_is_a_turn() -> None:
    body = PODCAST.format("Break", "").replace("**Ada:** What", "Buy two bells.\n\n**Ada:** What")
    assert len(transcript_of(body, "markdown").turns) == 5


def test_somebody_who_speaks_elsewhere_may_have_a_time_alone() -> None:
    found = transcript_of(PODCAST.format("Bo", "[10:49]"), "markdown")
    assert len(found.turns) == 5


PLAY = """THE MILL

A Comedy

A BOY, who comes late.

ACT I

MILLER. The wheel stands still.

MAID. It is the ice.

BOY. A letter, sir.

MILLER. Give it to me.

MAID. What is in it?

THE BOY. Is there an answer?

MILLER. None.

THE END.
"""


def test_a_role_with_its_article_is_the_role() -> None:
    found = transcript_of(PLAY, "play")
    assert names_of(found) == ["MILLER", "MAID", "BOY"]
    assert labels_of(found)[-2:] == ["THE BOY.", "MILLER."]


MEETING = """Meeting on rivers

May 4, 2019
{middle}
Vladimir Putin: Good afternoon, colleagues.

Khasan Aliyev: Good afternoon.

Maria Orlova: Good afternoon, Mr President.

{end}

Vladimir Putin: Thank you.
"""


def test_an_initial_is_that_of_the_printed_name() -> None:
    found = transcript_of(MEETING.format(middle="", end="K. Aliyev: I agree."), "kremlin")
    assert names_of(found) == ["Vladimir Putin", "Khasan Aliyev", "Maria Orlova"]
    assert "T036" in {finding.code for finding in found.diagnostics}


def test_a_name_may_be_broken_in_two() -> None:
    found = transcript_of(MEETING.format(middle="", end="Maria\nOrlova: I agree."), "kremlin")
    assert labels_of(found)[3] == "Maria\nOrlova:"
    assert found.turns[3].speaker == found.turns[2].speaker


LONG = (
    "Minister of the River Fleet, Chairman of the Commission on Trade and Technical Cooperation, "
)


@pytest.mark.parametrize(
    ("name", "believed"),
    [("Khasan Aliyev", True), ("Oleg Bartov", False)],
    ids=["known", "unknown"],
)
def test_a_very_long_label_is_believed_with_a_known_name_and_else_told(
    name: str, *, believed: bool
) -> None:
    label = f"{LONG}{LONG}Member of the Council for Rivers {name}:"
    assert len(label) > 200
    found = transcript_of(MEETING.format(middle="", end=f"{label} I shall be brief."), "kremlin")
    assert (label in labels_of(found)) is believed
    assert ("T025" in {finding.code for finding in found.diagnostics}) is not believed


def test_a_convention_of_another_language_is_not_taken_without_a_mark() -> None:
    text = "\n\n".join(
        line
        for number in range(5)
        for line in (
            "Ann Roe",
            f"I think that this is the river we have, and {number} miles long. What do you say?",
            "Bob Lee",
            "It is what they said it was, and we are here.",
        )
    )
    assert transcript_of(text).convention == "own-line"


def test_few_labels_at_the_end_of_a_long_text() -> None:
    prose = "\n\n".join(f"Plain prose goes on, number {number}." for number in range(200))
    said = "\n\n".join(f"{name}: Is it so, do you think?" for name in ("Ann Roe", "Bob Day") * 2)
    assert len(transcript_of(f"{prose}\n\n{said}\n").turns) == 4


def test_the_members_of_a_side_are_many() -> None:
    said = ["Mr Roe: Is it?", "Mr Day: It is.", "Government members: Hear, hear!", "Mr Roe: No."]
    text = "\n\n".join([*said, "Mr Day: Yes."])
    found = transcript_of(text, "generic")
    assert [speaker.name for speaker in found.speakers if speaker.collective] == [
        "Government members"
    ]


CAMERA = """RESOCONTO

PRESIDENZA DELLA VICEPRESIDENTE ANNA ROSSI

PRESIDENTE. La seduta è aperta.

ELIO BRUNI. Chiedo di parlare, se possibile. Posso?

PRESIDENTE. Ne ha facoltà.

PRESIDENZA DEL PRESIDENTE CARLO NERI (ore 10,40)

ELIO BRUNI. Grazie, signor Presidente.

PRESIDENTE. Non è così.
"""


def test_who_presides_is_whoever_a_line_named_last() -> None:
    found = transcript_of(CAMERA)
    names = {speaker.key: speaker.name for speaker in found.speakers}
    assert [names[turn.speaker or ""] for turn in found.turns] == [
        "ANNA ROSSI",
        "ELIO BRUNI",
        "ANNA ROSSI",
        "ELIO BRUNI",
        "CARLO NERI",
    ]
    heads = [block.text for block in found.of_kind(Kind.HEADING)]
    assert heads == ["PRESIDENZA DEL PRESIDENTE CARLO NERI (ore 10,40)"]


@pytest.mark.parametrize("direction", ["[laughing]", "(aside)"])
def test_a_direction_in_a_label_is_no_name(direction: str) -> None:
    text = PLAY.replace("MILLER. None.", f"MILLER {direction}. None.")
    found = transcript_of(text, "play")
    block = found.block_at(text[: text.index("MILLER " + direction)].count("\n") + 1)
    assert [block.text[span.start : span.end] for span in block.spans] == [direction]
    tei = edition.encode(found).decode()
    assert f"<desc>{direction}</desc></" in tei
    assert block.label is not None
    assert block.text[: block.label.end] == "MILLER"
    assert names_of(found) == ["MILLER", "MAID", "BOY"]


FLIGHT = """GOSS NET 1

Tape 6/3
Page 31

04 06 45 02  CC    60 seconds.
04 06 45 17  LMP   40 feet. Picking up
                   some dust.
04 06 45 31  CC    30 seconds.

END OF TAPE

04 06 45 40  LMP   Okay.
"""


def test_time_station_and_words_may_stand_in_columns() -> None:
    found = transcript_of(FLIGHT)
    assert found.convention == "air-to-ground"
    assert [turn.speaker for turn in found.turns] == ["cc", "lmp", "cc", "lmp"]
    assert next(time[0].seconds for time in found.times.values()) == 4 * 86400 + 6 * 3600 + 2702
    assert [block.text for block in found.of_kind(Kind.FURNITURE)] == [
        "Tape 6/3",
        "Page 31",
        "END OF TAPE",
    ]


def test_votes_and_what_a_record_says_of_itself_are_spoken_by_nobody() -> None:
    text = """United Nations

The President: We shall now vote.

In favour:
Chile, Fiji, Peru.

The President: I thank you.

The President took the Chair.

The President: The meeting is over.

The meeting rose at 1 p.m.

This record contains the text of speeches.

04-1 (E)
"""
    spoken = [block.text for block in transcript_of(text).of_kind(Kind.SPEECH)]
    assert [line.partition(": ")[2] for line in spoken] == [
        "We shall now vote.",
        "I thank you.",
        "The meeting is over.",
    ]


def test_a_menu_above_the_title_is_of_the_page() -> None:
    menu = ["President of Russia", "Events", "Structure", "Documents", "News", "Trips", "Search"]
    text = "\n\n".join([*menu, "Font size:"]) + "\n\n" + MEETING.format(middle="", end="Facebook")
    found = transcript_of(text, "kremlin")
    assert found.title == "Meeting on rivers"
    assert kinds_of(found)["News"] is Kind.CHROME
    assert kinds_of(found)["Facebook"] is Kind.FURNITURE


def kinds_of(transcript: Transcript) -> dict[str, Kind]:
    return {block.text.strip(): block.kind for block in transcript.blocks}
