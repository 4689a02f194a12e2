"""Everyday labels of which no list of words knows anything, in languages nobody described."""

from __future__ import annotations

import pytest

from edition.transcript.model import Transcript
from edition.transcript.reader import read

SAID = [
    "Dobrý deň, otváram zasadnutie.",
    "Ďakujem, mám jednu poznámku k rozpočtu.",
    "Nech sa páči. Kto sa ešte hlási?",
    "Cesty sú v zlom stave: treba ich opraviť.",
    "Peniaze na to nemáme.",
    "A kedy budú?",
    "V septembri, po schválení úveru.",
    "Dobre.",
]


def meeting(*labels: str, end: str = "") -> Transcript:
    """A meeting in Slovak, whose speeches have *labels* in turn, and *end* below."""
    lines = [f"{label}: {said}" for label, said in zip(labels, SAID, strict=True)]
    text = "\n\n".join(["Zápisnica", "12. 6. 2023", *lines, *([end] if end else [])])
    return read(text.encode(), "meeting.txt")


def speakers(transcript: Transcript) -> list[str | None]:
    return [turn.speaker for turn in transcript.turns]


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Ivan Dlhý, občan mesta", "ivandlhý"),
        ("Ivan Dlhý - občan mesta", "ivandlhý"),
        ("p. Dlhý, občan mesta", "dlhý"),
        ("Občan z Hornej ulice", "občanzhornejulice"),
        ("Jánov iPad", "jánovipad"),
        ("ivan@post.example", "ivanpostexample"),
    ],
)
@pytest.mark.parametrize("main", [("Ján Hrubý", "Eva Malá"), ("HRUBÝ", "MALÁ")])
def test_who_speaks_between_two_turns_of_one_is_labelled(
    label: str, key: str, main: tuple[str, str]
) -> None:
    one, two = main
    found = speakers(meeting(one, label, one, two, one, two, one, label))
    assert found[1] == found[7] == key
    assert len(found) == len(SAID)


def test_labels_that_all_have_an_office_behind_them_make_a_dialogue() -> None:
    one, two = "p. Hrubý, predseda komisie", "p. Malá, riaditeľka"
    assert speakers(meeting(*[one, two] * 4)) == ["hrubý", "malá"] * 4


def test_a_given_name_that_opens_sentences_elsewhere_is_a_name() -> None:
    assert speakers(meeting(*["Pero Lav", "Eva Malá"] * 4)) == ["perolav", "evamalá"] * 4


def test_a_phrase_that_parts_no_turns_of_one_is_no_label() -> None:
    names = ["Ján Hrubý", "Eva Malá", "Ján Hrubý", "Moja otázka", "Eva Malá", "Ján Hrubý"]
    found = meeting(*names, "Moja otázka", "Eva Malá")
    assert set(speakers(found)) == {"jánhrubý", "evamalá"}


@pytest.mark.parametrize(
    "end", ["Koniec: 11.20 h", "Zapísala: M. Repková", "(Prestávka\n\nHrubý: p. Ján)"]
)
def test_what_ends_a_record_is_nobodys_turn(end: str) -> None:
    found = meeting(*["Ján Hrubý", "Eva Malá"] * 4, end=end)
    assert speakers(found) == ["jánhrubý", "evamalá"] * 4


def test_what_stands_before_notes_alone_is_no_speaker() -> None:
    one = "Ján Hrubý: Hlasujeme. Kto je za?\n\n"
    other = "Eva Malá: Dobre.\n\nJán Hrubý: Ďakujem za slovo.\n\n"
    vote = "Hlasovanie: za {}, proti 0\n\n"
    body = one + vote.format(7) + other + other + one + vote.format(9) + other
    found = read(f"Zápisnica\n\n{body}".encode(), "x.txt")
    assert set(speakers(found)) == {"jánhrubý", "evamalá"}


def test_a_resident_with_a_number_is_not_the_resident_without() -> None:
    labels = ["Ann Li", "Resident (Elm Court)", "Ann Li", "Resident 2"]
    body = "".join(f"{label}: What about the road?\n\n" for label in labels * 2)
    found = speakers(read(f"Town hall\n\n{body}".encode(), "x.txt"))
    assert len(set(found)) == len(set(labels))


def test_a_party_for_which_somebody_speaks_stands_before_the_name() -> None:
    body = (
        "BAŞKAN – Buyurun Sayın Öztunç.\n\nKEMAL ÖZTUNÇ (Kayseri) – Su yok.\n\n"
        "SEVGİ ERDOĞMUŞ (İzmir) – Yirmi yıldır neredeydiniz?\n\n"
        "KEMAL ÖZTUNÇ (Kayseri) – Barajı biz yaptık.\n\nBAŞKAN – İkinci söz Sayın Erdoğmuş'un.\n\n"
        "CHP GRUBU ADINA SEVGİ ERDOĞMUŞ (İzmir) – Teşekkür ederim.\n\n"
        "SEVGİ ERDOĞMUŞ (İzmir) – Yüzde kaç?\n\nBAŞKAN – Teşekkür ediyorum.\n"
    )
    found = speakers(read(f"Tutanak\n\n{body}".encode(), "x.txt"))
    assert found[5] == found[6]
    assert len(found) == body.count(" – ")


def test_a_last_sentence_with_a_stage_note_is_no_heading() -> None:
    turn = "Marszałek:\n\nSłowo ma poseł.\n\nPoseł Jan Kosiba:\n\nSto lat temu urodził się.\n\n"
    text = f"Sejm\n\n{turn * 5}Cześć jego pamięci! (Oklaski)\n\nMarszałek:\n\nDziękuję.\n"
    kinds = [block.kind.value for block in read(text.encode(), "x.txt").blocks]
    assert "heading" not in kinds


def test_a_word_in_small_letters_asks_no_question() -> None:
    text = (
        "Q.   Where were you?\nA.   At home.\nQ.   Let me finish the\n"
        "question. Second: answer out loud. Is that fair?\nA.   Yes.\n" + "Q.   So?\nA.   No.\n" * 4
    )
    assert 4 not in [turn.line for turn in read(text.encode(), "x.txt").turns]


def test_who_is_called_in_a_script_without_capitals_speaks_next() -> None:
    text = (
        "○위원장 박정길  회의를 개의하겠습니다.\n○전문위원 조성민  보고드리겠습니다.\n"
        "○위원장 박정길  김은숙 위원님 질의하십시오.\n○김은숙 위원  작년에 뭐라고 하셨지요?\n"
        "○교육부장관 이한결  예, 그렇습니다.\n○김은숙 위원  17개 대학이 올렸어요.\n"
        "○교육부장관 이한결  법정 상한 내입니다.\n○위원장 박정길  김은숙 위원님 마무리하십시오.\n"
        "○김은숙 위원  1분만 더 주십시오.\n○위원장 박정길  오늘 회의를 마치겠습니다.\n"
    )
    assert len(read(f"회의록\n\n{text}".encode(), "x.txt").turns) == text.count("○")


def test_the_number_of_a_line_is_no_part_of_a_label() -> None:
    labels = ["JUSTICE ROE:", "MR. LOW:"]
    body = "".join(f"{n + 3}             {labels[n % 2]}  Is a leak?\n" for n in range(8))
    found = speakers(read(f"ARGUMENT\n\n{body}".encode(), "x.txt"))
    assert found == ["roe", "low"] * 4


def test_an_item_of_the_agenda_is_nobodys_turn() -> None:
    body = (
        "Ann Li: Is it tabled?\n\nBob Orr: It is.\n\nAnn Li: Then we close.\n\nBob Orr: Good.\n\n"
    )
    text = f"Board\n\n{body}8. Adjournment: The meeting was adjourned at 7:14 p.m.\n"
    assert len(read(text.encode(), "x.txt").turns) == body.count(":")


TALK = "Ann Li: Is it tabled?\n\nBob Orr: It is.\n\nAnn Li: Then we close.\n\nBob Orr: Good.\n\n"


def test_the_form_on_top_of_a_record_says_nothing() -> None:
    form = "Type: Working session\n\nDate: Wednesday, 8 February\n\nChair: A. Li, BA\n\nRoom: 4\n\n"
    found = read(f"Committee V\n\n{form}{TALK}".encode(), "x.txt")
    assert speakers(found) == ["annli", "boborr"] * 2


@pytest.mark.parametrize("line", ["More on This: Climate", "Photo: Tom Lowe / dpa"])
def test_what_stands_below_the_last_turn_without_a_stop_is_nobodys(line: str) -> None:
    assert speakers(read(f"Talk\n\n{TALK}{line}\n".encode(), "x.txt")) == ["annli", "boborr"] * 2


def test_a_clause_before_a_colon_is_no_label_where_a_script_has_no_capitals() -> None:
    talk = "السيد خالد العمري: هل وزع التقرير؟\n\nالسيدة منى الخطيب: نعم، وزع صباحا.\n\n" * 2
    speech = 'أولاً: ارتفعت أسعار النفط.\n\nوقد قال الوزير قبل عام: "لن نقترض".\n\n'
    found = read(f"محضر\n\n{talk}{speech}{talk}".encode(), "x.txt")
    assert len(found.turns) == 8


@pytest.mark.parametrize("line", ["Led by Chairman A. REED", "EVENING SITTING NO. 244"])
def test_a_label_behind_which_nothing_is_said_is_none(line: str) -> None:
    body = "REED. Good day. Is there a quorum?\n\nLOW. There is, I think.\n\n"
    found = read(f"PARLIAMENT\n\n{line}\n\n{body * 4}".encode(), "x.txt")
    assert [turn.line for turn in found.turns] == list(range(5, 21, 2))


def test_an_abbreviated_title_of_four_letters_ends_no_sentence() -> None:
    body = (
        "PRESIDENTE - Il teste, prego.\n\nP.M. DOTT. CARRISI - Signor Bruscoli, dove lavorava?\n\n"
        "TESTIMONE BRUSCOLI - Alla ditta.\n\nP.M. DOTT. CARRISI - E che cosa faceva?\n\n"
        "TESTIMONE BRUSCOLI - Il magazziniere.\n\nAVV. DI NOTARI - Opposizione, Presidente.\n\n"
        "PRESIDENTE - Prosegua.\n\nAVV. DI NOTARI - Nessuna domanda.\n\nPRESIDENTE - Bene.\n"
    )
    assert len(read(f"UDIENZA\n\n{body}".encode(), "x.txt").turns) == body.count(" - ")


def test_a_heading_that_names_who_asks_is_no_turn() -> None:
    talk = "THE COURT: MS. LOW.\n\nMS. LOW: WHAT TIME WAS IT?\n\nMR. ORR: OBJECTION.\n\n"
    text = f"HEARING\n\n{talk}DIRECT EXAMINATION BY MS. LOW:\n\n{talk}"
    assert 9 not in [turn.line for turn in read(text.encode(), "x.txt").turns]


def test_an_elided_article_is_no_small_word() -> None:
    body = (
        "La senyora presidenta:\n\nS'obri la sessió. Té la paraula.\n\nEl senyor Baldoví Roca:\n\n"
        "Plou dins de l'escola. Què fa vosté?\n\n"
    )
    once = "La senyora consellera d'Educació:\n\nEl projecte està redactat.\n\n"
    assert len(read(f"Ple\n\n{body}{once}{body}".encode(), "x.txt").turns) == 5


CHAT = [
    ("hruby_j", "kto má súbor?"),
    ("eva99", "ja nie, pýtaj sa jeho"),
    ("IvanD", "ja ho mám tu"),
    ("hruby_j", "a kedy ho pošleš?"),
    ("IvanD", "zajtra ráno, teraz nemôžem"),
    ("eva99", "ok, ďakujem!"),
]


@pytest.mark.parametrize("form", ["{}: {}", "[20:01:17] {}: {}", "[20:01] {}: {}"])
def test_names_in_small_letters_speak_where_every_line_has_one(form: str) -> None:
    order = (0, 1, 0, 2, 3, 4, 5, 0, 1, 3, 4, 5, 3, 2)
    lines = [form.format(CHAT[n][0], f"{at} {CHAT[n][1]}") for at, n in enumerate(order)]
    found = speakers(read("\n".join(lines).encode(), "x.txt"))
    assert len(found) == len(lines)
    assert len(set(found)) == 3


def test_who_writes_in_small_letters_speaks_beside_others_who_do_not() -> None:
    names = ["Bob", "ann_l", "Tom O", "Bob", "rook", "ann_l"]
    lines = [f"{names[(n * 7 + n // 3) % 6]}: ok see you {n}" for n in range(60)]
    found = read("\n".join(["Ann Li: Who has it?", "Bob: Me.", *lines]).encode(), "x.txt")
    assert len(found.turns) == len(lines) + 2
