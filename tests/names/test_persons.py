"""Each rule by which a person is found, and what is no person."""

from __future__ import annotations

import pytest

from tests.names.meetings import mentioned, named


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("I thank Mr Zvonov.", ["Mr Zvonov"]),  # honorific
        ("I thank Mr\u00a0Zvonov.", ["Mr\u00a0Zvonov"]),
        ("I thank Mr. Zvonov.", ["Mr. Zvonov"]),
        ("It was General Zvonov.", ["General Zvonov"]),  # office
        ("It was conductor Pavlo Zvonov.", ["Pavlo Zvonov"]),  # calling before
        ("I met Egemenu Zvonov, minister of trade.", ["Egemenu Zvonov"]),  # calling after
        ("Alexander Zvonov came.", ["Alexander Zvonov"]),  # given name
        ("That is what Jennifer said.", ["Jennifer"]),  # given name alone
        ("I know Ludwig van Beethoven.", ["Ludwig van Beethoven"]),  # particle
        ("I met Prince Albert II today.", ["Albert II"]),  # Roman numeral
        ("Ivan Ilyich Moscow came.", ["Ivan Ilyich Moscow"]),  # a surname after a patronymic
        ("We saw Anna-Maria Zvonova.", ["Anna-Maria Zvonova"]),  # hyphen
        ("It is Alexander Zvonov’s house.", ["Alexander Zvonov"]),  # possessive
        ("A. S. Zvonov wrote it.", ["A. S. Zvonov"]),  # initials
        ("I read what Tolstoy wrote.", ["Tolstoy"]),  # known to all
        ("I met the Guinean Tolstoy.", ["Tolstoy"]),  # of a people
        ("I met Paris Hiltonen, too.", ["Paris Hiltonen"]),  # given name that is a place's, too
        ("I met Xi Jinping, too.", ["Xi Jinping"]),  # surname first
        ("So did both Bezrukov and I.", ["Bezrukov"]),  # ending of a surname
        ("I met Mark Zvonar, too.", ["Mark Zvonar"]),  # given name that is a word, too
        ("We heard Muslim Zvonov there.", ["Muslim Zvonov"]),
        ("I met Zvon Petrosyan, too.", ["Zvon Petrosyan"]),  # full name by its ending
        ("I met Zvonim Urgal, who came.", ["Zvonim Urgal"]),  # "who" follows
        ("I met Anna Zvonova and Zvonim Urgal.", ["Anna Zvonova", "Zvonim Urgal"]),  # a list
        ("So my father, Zvonim, came.", ["Zvonim"]),  # kin
        ("I thank Mr Moscow, too.", ["Mr Moscow"]),  # a town's name
        ("I know Khaled al-Zvon. So al-Zvon said.", ["Khaled al-Zvon", "al-Zvon"]),
        ("I met Kim Jong-un, too.", ["Kim Jong-un"]),  # a syllable
        ("I met Anna-hadji Zvonova, too.", ["Anna-hadji Zvonova"]),  # the end of a name
        ("It was Governor Anna Moscow.", ["Anna Moscow"]),  # a town's name after a given name
        ("When Bezrukov came, we left.", ["Bezrukov"]),  # where a sentence begins
        ("He is the Alexander Zvonov who came.", ["Alexander Zvonov"]),  # no ship
        ("I thank my friend (Will Zvonar) for it.", ["Will Zvonar"]),  # in brackets
        ("CIA Director Zvonov came.", ["Zvonov"]),  # an office of a longer title
        ("Special Envoy Zvonov came.", ["Zvonov"]),
        ("When President Zvonov came, we left.", ["President Zvonov"]),
        ("Pushkin, Leo Tolstoy, Anton Chekhov wrote.", ["Pushkin", "Leo Tolstoy", "Anton Chekhov"]),
        ("We read “One Day in the Life of Alexander Zvonov” there.", []),  # a title
        ("I read Alexandre Dumas.", ["Alexandre Dumas"]),  # no plural
        ("So did I. Anna came.", []),
        ("When President Zvonov came.", ["President Zvonov"]),
    ],
)
def test_a_person_is_found(line: str, persons: list[str]) -> None:
    assert mentioned(line) == persons


@pytest.mark.parametrize(
    "line",
    [
        "Thank you, Mr President.",
        "Will Zvonar come?",
        "The Muslim Brothers came.",
        "We met the Minister of Trade and Zvonim Urgal.",
        "I sailed on the Nikolai Zubov.",
        "They gave him the Alexander Nevsky Medal.",
        "He lives in Alexander Zvonov Street.",
        "We saw the Alexander Zvonov Museum.",
        "Long is the way.",
        "In Paris Hiltonen stayed.",
        "The Paris Hiltonen.",
        "He had a Kalashnikov with him.",
        "He went to Sierra Leone.",
        "They met in the House of Commons on Monday.",
    ],
)
def test_what_is_no_person_is_none(line: str) -> None:
    assert mentioned(line) == []


def test_the_honorific_and_the_office_are_the_role_of_the_name() -> None:
    line = "I thank Mr Zvonov and General Petrenko."
    roles = [line[slice(*one.role)] for one in named(line).mentions if one.role]
    assert roles == ["Mr", "General"]


def test_a_surname_alone_is_found_once_the_person_is_known() -> None:
    assert mentioned("We saw Zvonar.") == []
    assert mentioned("We saw Zvonar.", "Alexander Zvonar came.")[0] == "Zvonar"


def test_a_word_is_a_part_of_one_name_only() -> None:
    found = mentioned("Anna Anna Mr Zvonov UN Zvonov Zvonov Anna")
    assert found == ["Anna Anna", "Mr Zvonov", "Zvonov", "Zvonov", "Anna"]


def test_after_a_given_name_a_town_is_a_surname() -> None:
    assert mentioned("I read Jack Moscow, too.") == ["Jack Moscow"]
    assert mentioned("Will Moscow agree?") == []


def test_a_given_name_alone_is_found_once_the_person_is_known() -> None:
    assert mentioned("Anna grew up there.") == []
    assert mentioned("Anna grew up there.", "I know Anna Zvonar, too.")[0] == "Anna"
    assert mentioned("So says Egemenu, too.", "I know Mrs Egemenu Zvonar.")[0] == "Egemenu"


def test_a_speaker_is_named_in_full_whatever_the_words_are() -> None:
    lines = ("German Zvonar: Yes.", "Chair: The head of it, German Zvonar, came.")
    assert mentioned(*lines) == ["German Zvonar"]


BOOKS = (
    "Austen, Jane. A Novel.",
    "London, Jack. White Fang.",
    "Zvonar, Boris. A Life.",
    "Petrenko, Anna.",
)


def test_in_a_list_surnames_stand_before_given_names() -> None:
    assert mentioned(*BOOKS) == ["Austen, Jane", "London, Jack", "Zvonar, Boris", "Petrenko, Anna"]
    assert named(*BOOKS).mentions[-1].entry == "AnnaPetrenko"


def test_without_a_list_the_surname_must_be_known() -> None:
    assert mentioned("Sorry, Jane. I came.", "Thanks, Boris. Well.") == ["Jane", "Boris"]
    assert mentioned("Zvonar, Anna. A life.", "I know Anna Zvonar, too.")[0] == "Zvonar, Anna"


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("We saw the film “Anna Zvonar”, too.", []),
        ('We saw the play "Boris Zvonar and the Moscow of Old" there.', []),
        ("We read Zvonov’s “Anna Zvonar” there.", ["Zvonov"]),
        ("He said “Anna Zvonar” to me.", ["Anna Zvonar"]),
        ("He said in the film “Anna Zvonar came”.", ["Anna Zvonar"]),
    ],
)
def test_nobody_is_named_by_the_title_of_a_work(line: str, persons: list[str]) -> None:
    assert mentioned(line) == persons


def test_a_given_name_alone_that_is_a_word_of_the_text_names_nobody() -> None:
    assert mentioned("Who owns the pier?", "Well, Pier.") == []
    assert mentioned("Who owns it?", "Well, Pier.") == ["Pier"]


def test_a_month_that_begins_a_sentence_before_a_surname_is_a_given_name() -> None:
    assert mentioned("April Zvonova is here. In June Zvonova spoke.") == [
        "April Zvonova",
        "Zvonova",
    ]


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("I know that Mrs Hill is here.", ["Mrs Hill"]),
        ("I know that Dr Wells is here.", ["Dr Wells"]),
        ("I know that Sir John Wells is here.", ["Sir John Wells"]),
        ("I know that Mr Banks is here.", ["Mr Banks"]),
        ("It was so, Madam Ministers and Mr President.", []),
        ("Yes, Sir I will be here.", []),
    ],
)
def test_a_surname_that_is_a_word_is_one_after_an_honorific(line: str, persons: list[str]) -> None:
    assert mentioned(line) == persons


WITNESSES = (
    "Zvonov, Hon. Barney ..... 1",
    "Petrenko, Anna, Senior Fellow ..... 2",
    "Maria, Simon, Professor ..... 3",
    "Zvonar, Boris, Dean ..... 4",
)


def test_a_list_has_names_that_may_be_two_given_names() -> None:
    names = ["Zvonov, Hon. Barney", "Petrenko, Anna", "Maria, Simon", "Zvonar, Boris"]
    assert mentioned(*WITNESSES) == names
    apart = (*WITNESSES[:2], "Well.", "Well.", "Well.", WITNESSES[3], *["Well."] * 4, WITNESSES[2])
    assert "Maria, Simon" not in mentioned(*apart)
