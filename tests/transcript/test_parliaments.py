"""Records of parliaments and plays of the Continent: the traps of their print, one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

import edition
from edition.transcript.model import Kind, Transcript

MAKERS = sorted((Path(__file__).parent.parent / "data" / "makers").glob("*.txt"))
MARKED = re.compile("⟦([^|⟧]*)\\|([^⟧]*)⟧")


def read(lines: Sequence[str], convention: str) -> Transcript:
    return edition.read("\n".join(lines).encode(), "t.txt", convention)


def who(transcript: Transcript) -> list[str | None]:
    """The name of the speaker of each turn."""
    names = {speaker.key: speaker.name for speaker in transcript.speakers}
    return [names[turn.speaker] if turn.speaker else None for turn in transcript.turns]


BUNDESTAG = ["Präsidentin Dr. Imke Holm:", "Die Sitzung ist eröffnet."]
SITTING = ["Mme la présidente. La séance est ouverte."]
PLAY = [
    "Baron.",
    "He da!",
    "",
    "Wirth.",
    "Wer ruft?",
    "",
    "Baron.",
    "Ich.",
    "",
    "Wirth.",
    "So.",
    "",
]


@pytest.mark.parametrize(
    ("label", "name", "titles"),
    [
        ("Dr. h. c. Hanno Wiek (ABC):", "Hanno Wiek", ()),
        ("Swen Quast (Spandau) (SPD):", "Swen Quast", ()),
        (
            "Ada Wiek, Bundesministerin für Forschung:",
            "Ada Wiek",
            ("Bundesministerin für Forschung",),
        ),
        ("Vizepräsident Prof. Dr. Jost von der Aue:", "Jost von der Aue", ("Vizepräsident",)),
        ("Dr. Imke Holm (ABC):", "Imke Holm", ("Präsidentin",)),
    ],
)
def test_a_label_of_the_bundestag(label: str, name: str, titles: tuple[str, ...]) -> None:
    transcript = read([*BUNDESTAG, label, "Ich sage: Ja."], "bundestag")
    assert who(transcript) == ["Imke Holm", name]
    assert [one.titles for one in transcript.speakers if one.name == name] == [titles]


def test_what_others_call_out_is_a_note_in_the_turn() -> None:
    note = "(Jost Aue [XYZ]: Das ist falsch!)"
    transcript = read([*BUNDESTAG, note, "– Nein, Herr Aue."], "bundestag")
    assert len(transcript.turns) == 1
    assert [block.event.element for block in transcript.of_kind(Kind.STAGE) if block.event] == [
        "vocal"
    ]


def test_nobody_speaks_in_an_annex() -> None:
    transcript = read([*BUNDESTAG, "Anlage 1", "Liste der Abgeordneten"], "bundestag")
    assert [block.text for block in transcript.of_kind(Kind.PROSE)] == ["Liste der Abgeordneten"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("M. le président. Bien.", "le président"),
        ("M. Luc Le Goff, rapporteur. Avis défavorable.", "Luc Le Goff"),
        ("M. Luc Le Goff.… et voilà.", "Luc Le Goff"),
        ("Mme Ada Roche (ABC). Oui.", "Ada Roche"),
        ("Plusieurs députés du groupe ABC. Mais non !", "Plusieurs députés du groupe ABC"),
        ("Un député du groupe ABC. Hors sujet !", None),
    ],
)
def test_a_label_of_the_assemblee_nationale(line: str, name: str | None) -> None:
    assert who(read([*SITTING, line], "assemblee-nationale")) == ["la présidente", name]


@pytest.mark.parametrize(
    "line",
    [
        "Madame la garde des sceaux, avec cette loi vous engagez une rupture. Alors que vient-il ?",
        "M. le président de la commission est d’accord. Moi aussi.",
    ],
)
def test_an_address_is_no_label(line: str) -> None:
    assert who(read([*SITTING, line], "assemblee-nationale")) == ["la présidente"]


def test_two_in_one_label_are_both_the_speakers() -> None:
    transcript = read(
        [*SITTING, "M. Luc Tardif et Mme Ada Roche. Mais si !", "Mme Ada Roche. Oui."],
        "assemblee-nationale",
    )
    assert who(transcript) == ["la présidente", "Luc Tardif", "Ada Roche"]
    assert transcript.turns[1].joint == (transcript.turns[2].speaker,)


def test_a_list_of_names_has_no_labels() -> None:
    names = ["Anna Bosch i Coll", "Jordi Pons Serra", "Marta Vila i Font."]
    transcript = read(
        ["La presidenta", "Llegeixo la relació dels electes.", *names], "catalan-parliament"
    )
    assert who(transcript) == ["La presidenta"]


def test_an_office_goes_on_into_its_body_before_the_name() -> None:
    label = "El secretari de la Mesa d’Edat Pere Soler i Mas"
    transcript = read([label, "Hi ha quòrum, senyores i senyors."], "catalan-parliament")
    assert who(transcript) == ["Pere Soler i Mas"]
    assert transcript.speakers[0].titles == ("El secretari de la Mesa d’Edat",)


def test_an_office_alone_is_whoever_holds_it() -> None:
    lines = [
        "La presidenta (Mercè Roig)",
        "Bon dia.",
        "Pere Mas",
        "Gràcies.",
        "La presidenta",
        "Sí.",
    ]
    assert who(read(lines, "catalan-parliament")) == ["Mercè Roig", "Pere Mas", "Mercè Roig"]


@pytest.mark.parametrize("dash", ["–", "—", "-", "−"])
def test_a_dash_in_a_form_is_any_dash(dash: str) -> None:
    lines = ["President. The debate is open.", f"Ada Roche (ABC). {dash} I agree."]
    assert who(read(lines, "european-parliament")) == ["President", "Ada Roche"]


def test_a_sentence_with_an_office_in_it_is_no_label() -> None:
    lines = [
        "President. The debate is open.",
        "The commissioner cannot forget the president. So be it.",
    ]
    assert who(read(lines, "european-parliament")) == ["President"]


def test_the_roles_of_a_play_are_whole_names() -> None:
    wife = ["Mad. Wirth.", "Er ist es.", "", "Mad. Wirth.", "Ja."]
    names = who(read([*PLAY, *wife], "play"))
    assert names == ["Baron", "Wirth", "Baron", "Wirth", "Mad. Wirth", "Mad. Wirth"]


def test_an_abbreviated_role_is_the_role_it_begins() -> None:
    transcript = read([*PLAY, "Bar.", "Ja.", "", "Bar.", "Nein."], "play")
    assert who(transcript)[-1] == "Baron"
    assert [one.line for one in transcript.diagnostics if one.code == "T035"] == [len(PLAY) + 1]


def test_a_cast_list_is_of_the_front_and_the_act_before_the_first_turn_is_not() -> None:
    cast = [
        "Le Bac",
        "",
        "BARON, un noble.",
        "WIRTH, son valet.",
        "",
        "ACTE PREMIER",
        "",
        "SCÈNE I.",
        "",
    ]
    play = [line.upper() if line in ("Baron.", "Wirth.") else line for line in PLAY]
    transcript = read([*cast, "(Une rive.)", "", "Le soir tombe.", "", *play], "play")
    assert [block.text for block in transcript.of_kind(Kind.LEAD)] == cast[2:4]
    assert [block.text for block in transcript.of_kind(Kind.HEADING)] == [
        "ACTE PREMIER",
        "SCÈNE I.",
    ]
    assert len(transcript.turns) == 4


def test_two_roles_that_speak_at_once() -> None:
    transcript = read([*PLAY, "Baron und Wirth.", "Fort!", "", "Wirth und Magd.", "Ja."], "play")
    assert who(transcript)[4:] == ["Baron", "Wirth und Magd"]
    assert [turn.joint for turn in transcript.turns[4:]] == [(transcript.turns[1].speaker,), ()]


def test_a_role_that_speaks_once_and_an_answer_of_one_word() -> None:
    once = ["Bote.", "Ein Brief.", "", "Baron.", "Ja.", "", "Wirth.", "Ja.", "", "Ende."]
    assert who(read([*PLAY, *once], "play"))[4:] == ["Bote", "Baron", "Wirth"]


def test_every_bracket_in_a_play_is_a_direction() -> None:
    lines = [*PLAY, "Baron", "(bei Seite).)", "Sag er (leise) doch."]
    transcript = read(lines, "play")
    assert [block.text for block in transcript.of_kind(Kind.STAGE)] == ["(bei Seite).)"]
    assert [span.kind for block in transcript.blocks for span in block.spans] == ["event"]


@pytest.mark.parametrize(
    ("line", "convention", "date"),
    [
        ("Berlin, Dienstag, den 3. Mai 2022", "bundestag", "2022-05-03"),
        ("Deuxième séance du mardi 1er mars 2022", "assemblee-nationale", "2022-03-01"),
        ("XC legislatura / Dijous, 5 d’abril de 2022", "catalan-parliament", "2022-04-05"),
    ],
)
def test_the_date_of_a_sitting(line: str, convention: str, date: str) -> None:
    transcript = read(["Protokoll", line, "", *BUNDESTAG], convention)
    assert [block.dateline.date for block in transcript.blocks if block.dateline] == [date]


RUN_IN = ["Марья. Да.", "Купец. Нет. Что ты?", "Марья (тихо). Вот те на!"]
CAPITALS = ["MARY. Ay.", "FIRST SAILOR [Aside]. No. What is it?", "MARY. Well, good night."]
DASHES = ["DON JUAN.— Sí.", "DOÑA INÉS (Aparte).— ¿Quién es?", "DON JUAN.— Vamos."]


@pytest.mark.parametrize("lines", [RUN_IN, CAPITALS, DASHES], ids=["stop", "capitals", "dash"])
def test_the_speech_of_a_role_on_the_line_of_its_name(lines: list[str]) -> None:
    transcript = read(["ACT I", "", *(line for line in lines * 2 for line in (line, ""))], "play")
    names = who(transcript)
    assert len(names) == 6
    assert names[0] == names[2] != names[1]


def test_words_that_begin_a_few_of_many_lines_are_no_roles() -> None:
    lines = ["Wohl. So war es."] * 3 + ["Bald. Wie schön!"] * 3 + ["Er ging weiter zum Fluss."] * 40
    assert not read(lines, "play").turns


@pytest.mark.parametrize("path", MAKERS, ids=lambda path: path.stem)
def test_a_text_of_a_maker_is_known_by_its_print_and_has_every_label(path: Path) -> None:
    """Each label stands in ⟦label|speakers⟧, without a speaker if it names nobody."""
    text = path.read_text(encoding="utf-8")
    marks = [
        (line, mark) for line, mark in enumerate(map(MARKED.search, text.split("\n")), 1) if mark
    ]
    transcript = edition.read(MARKED.sub(r"\1", text).encode(), path.name)
    assert transcript.convention == path.stem.partition(".")[0]
    assert [turn.line for turn in transcript.turns] == [line for line, _ in marks]
    ends = [block.label.end for block in transcript.blocks if block.label]
    assert ends == [len(mark[1]) for _, mark in marks]
    said = [mark[2] for _, mark in marks]
    keys = [" + ".join(filter(None, (turn.speaker, *turn.joint))) for turn in transcript.turns]
    assert len(set(zip(said, keys, strict=True))) == len(set(said)) == len(set(keys))


COUNCIL = "{0}. La séance est ouverte.\n\nM. Paul Dumont. Bien !\n\n{0}. {1}\n\n"
MAYOR = "M. le maire"


@pytest.mark.parametrize("office", [MAYOR, "Mme la bourgmestre", "M. le préfet"])
def test_who_presides_over_a_french_council_is_a_speaker(office: str) -> None:
    text = COUNCIL.format(office, "Merci.")
    transcript = edition.read(text.encode(), "t.txt", "assemblee-nationale")
    name = office.partition(" ")[2]
    assert who(transcript) == [name, "Paul Dumont", name]


def test_an_office_of_a_council_stands_behind_a_name() -> None:
    text = f"{COUNCIL.format(MAYOR, 'Merci.')}M. Henri d’Estrée, adjoint au maire. Un mot.\n"
    transcript = edition.read(text.encode(), "t.txt", "assemblee-nationale")
    assert who(transcript)[-1] == "Henri d’Estrée"
    assert transcript.speakers[-1].titles == ("adjoint au maire",)


@pytest.mark.parametrize("delimiter", [" : ", ". "])
def test_several_councillors_are_many_people(delimiter: str) -> None:
    roux, blanc = "Mme Claire Roux", "M. Paul Blanc"
    said = [
        (MAYOR, "Bonjour à tous. Qui demande la parole ?"),
        (roux, "Bonjour. Je la demande."),
        (MAYOR, f"La parole est à {roux}."),
        (roux, "Merci. Je cite : « non »."),
        (blanc, "Je proteste."),
        (MAYOR, f"La parole est à {blanc}."),
        (blanc, "Et moi ?"),
        ("Plusieurs conseillers", "Très bien !"),
        (MAYOR, "Nous avons fini."),
    ]
    turns = "\n\n".join(f"{label}{delimiter}{words}" for label, words in said)
    text = f"Conseil municipal\n\nMardi 3 mai 2016\n\n{turns}\n"
    transcript = edition.read(text.encode(), "t.txt", "generic")
    many = [one.name for one in transcript.speakers if one.collective]
    assert many == ["Plusieurs conseillers"]


def test_a_mayor_with_an_article_is_an_office_where_nothing_is_known() -> None:
    text = "Mme le Maire : Bonsoir.\n\nM. Blanc : Pourquoi ?\n\nMme le Maire : Parce que.\n\n" * 2
    transcript = edition.read(f"Conseil\n\n{text}".encode(), "t.txt", "generic")
    assert who(transcript)[0] == "Mme le Maire"
