"""One entry for one human being, and none where nothing decides."""

from __future__ import annotations

import msgspec
import pytest

from edition.names.known import Known
from edition.names.model import Certainty, Entry, Kind, Name
from tests.names.meetings import entry, meant, named, register


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alexander Zvonov", "Mr Zvonov"),
        ("Alexander Zvonov", "A. Zvonov"),  # initial
        ("Alexander Ivanovich Zvonov", "Alexander Zvonov"),  # patronymic within
        ("Dmitry Borissov", "Dmitri Borisov"),  # transliteration
        ("Lawrence Zvonov", "Larry Zvonov"),  # nickname
        ("Elizabeth Zvonov", "Elisabeth Zvonov"),  # spelling of a given name
        ("Nadia Zvonov", "Zvonov"),  # surname alone
        ("Osama bin Zvonov", "bin Zvonov"),  # with its particle
        ("Abdel al-Burhan", "General Burhan"),  # without its article
    ],
)
def test_two_forms_name_one_person(one: str, other: str) -> None:
    first, second = meant(f"I know {one}, too.", f"I know {other}, too.")
    assert first == second is not None


def test_a_speaker_is_meant_by_given_name_and_patronymic() -> None:
    lines = ("Alexander Zvonov: Here.", "Chair: Thank you, Alexander Ivanovich.")
    assert meant(*lines)[-1] == "AlexanderZvonov"


def test_given_name_and_patronymic_mean_the_one_who_was_named_before() -> None:
    lines = ("I know Alexander Zvonov, too.", "So Alexander Ivanovich came.")
    assert meant(*lines) == ["AlexanderZvonov"] * 2
    assert meant("I know Alexander Petrenko, too.", *lines)[-1] is None


def test_two_given_names_are_two_persons() -> None:
    first, second = meant("I know Anna Zvonova, too.", "I know Maria Zvonova, too.")
    assert first != second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George H. W. Bush", "George W. Bush"),
        ("Pavel Petrovich Ivanov", "Pavel Sergeyevich Ivanov"),
        ("Mrs Anna Zvonov", "Mr Zvonov"),
        ("Miss Zvonov", "Mr Zvonov"),
    ],
)
def test_names_or_honorifics_that_contradict_name_two_persons(one: str, other: str) -> None:
    first, second = meant(f"I know {one}, too.", f"I know {other}, too.")
    assert first != second
    assert None not in {first, second}


def test_a_middle_name_that_is_missing_is_likely_the_same_person_each_time() -> None:
    naming = named("I know Pavel Petrovich Ivanov.", "I know Pavel Ivanov.", "And Pavel Ivanov.")
    first, *others = (one.certainty for one in naming.mentions if one.line > 5)
    assert first is Certainty.HIGH
    assert others == [Certainty.MEDIUM] * 2


def test_one_of_two_middle_names_is_not_chosen() -> None:
    lines = ("I know George Bush.", "I know George H. W. Bush.", "I know George W. Bush.")
    assert meant(*lines)[0] is None


def test_a_label_with_an_honorific_is_not_whom_another_honorific_names() -> None:
    naming = named(
        "Mr Zvonov: Here.", "Chair: Yes.", "Mr Zvonov: So.", "Chair: I know Mrs Zvonov, too."
    )
    assert naming.speakers["zvonov"] == "MrZvonov"
    assert naming.mentions[-1].entry not in {None, "MrZvonov"}


def test_a_surname_alone_is_only_likely_to_be_somebody_of_the_register() -> None:
    naming = named("Where is Mrs Lee?", known=register(entry("lee", "Anna Lee")))
    assert (naming.mentions[-1].entry, naming.mentions[-1].certainty) == ("lee", Certainty.MEDIUM)


def test_a_label_with_a_surname_alone_is_not_made_somebody_of_the_register_but_told() -> None:
    known = register(entry("anna", "Anna Lee"))
    naming = named("Lee: Here.", "Chair: Yes.", "Lee: So.", "Chair: Well.", known=known)
    assert naming.speakers["lee"] == "Lee"
    (finding,) = naming.diagnostics
    assert (finding.code, finding.line) == ("N031", 7)
    assert "may be anna" in finding.message


@pytest.mark.parametrize("kind", [Kind.PLACE, Kind.ORG])
def test_of_two_places_or_bodies_of_one_name_none_is_chosen(kind: Kind) -> None:
    known = register(entry("one", "Zvonovo", kind=kind), entry("two", "Zvonovo", kind=kind))
    naming = named("We went to Zvonovo.", known=known)
    mention = naming.mentions[-1]
    assert (mention.entry, mention.certainty) == (None, Certainty.LOW)
    assert mention.choices == ("one", "two")
    assert [finding.code for finding in naming.diagnostics] == ["N030"]
    assert not {"one", "two"} & naming.register.entries.keys()


def test_a_grandson_of_the_same_name_is_another_person() -> None:
    line = "We met Leonid Govorov, the grandson of Leonid Govorov."
    first, second = meant(line)
    assert first != second


NAMESAKES = ("I know Anna Zvonova, too.", "I know Maria Zvonova, too.", "Where is Zvonova?")


def test_a_surname_of_two_is_undecided_and_told() -> None:
    naming = named(*NAMESAKES)
    mention = naming.mentions[-1]
    assert (mention.entry, mention.certainty) == (None, Certainty.LOW)
    assert mention.choices == ("AnnaZvonova", "MariaZvonova")
    (finding,) = naming.diagnostics
    assert (finding.code, finding.line, finding.column) == ("N030", 11, 10)
    assert "AnnaZvonova, MariaZvonova" in finding.message
    assert "@ref" in finding.hint


def test_those_who_may_be_meant_are_not_listed_for_that() -> None:
    known = register(entry("one", "Anna Zvonova"), entry("two", "Maria Zvonova"))
    naming = named("Where is Mrs Zvonova?", known=known)
    assert naming.mentions[-1].choices == ("one", "two")
    assert not {"one", "two"} & naming.register.entries.keys()


def test_a_title_tells_namesakes_apart() -> None:
    lines = (
        "I know General Anna Zvonova.",
        "I know Mrs Maria Zvonova.",
        "Here is General Zvonova.",
    )
    assert meant(*lines)[-1] == "AnnaZvonova"


def test_a_well_known_surname_is_not_a_namesake_who_is_named_later() -> None:
    first, second, third = meant(
        "I read Tolstoy every day.", "Then came Alexei Tolstoy.", "I met Tolstoy there."
    )
    assert first == "Tolstoy"
    assert second == third == "AlexeiTolstoy"


def test_a_candidate_of_an_earlier_run_changes_nothing_of_that() -> None:
    lines = ("I read Tolstoy every day.", "Then came Alexei Tolstoy.", "I met Tolstoy there.")
    known = Known()
    first = named(*lines, known=known)
    known.add(first.register.entries.values())
    assert named(*lines, known=known).mentions == first.mentions


def test_a_well_known_surname_is_its_bearer_who_is_named_later() -> None:
    assert len(set(meant("I read Tolstoy every day.", "I mean Leo Tolstoy."))) == 1


def test_a_later_mention_does_not_change_a_register_for_other_documents() -> None:
    known = register(entry("one", "Dmitry Borisov"))
    assert meant("I know Dmitri Borissov, too.", known=known) == ["one"]
    (person,) = known.people.humans
    assert person.names == ["Dmitry Borisov"]


def test_a_person_is_no_place() -> None:
    kinds = {one.kind for one in named("I know Anna Zvonova, too.").mentions if one.line > 5}
    assert kinds == {Kind.PERSON}


def test_a_surname_that_is_a_common_word_is_none_where_it_begins_a_sentence() -> None:
    lines = ("I know John Will, too.", "Will you come? They know Will, too.")
    assert meant(*lines) == ["JohnWill", "JohnWill"]


def test_a_speaker_among_namesakes_of_a_register_stays_the_speaker() -> None:
    marshal = msgspec.structs.replace(entry("old", "Anna Lee"), roles=("Marshal",))
    known = register(entry("young", "Anna Lee"), marshal)
    lines = ("Anna Lee: Here.", "Chair: Ms Lee.", "Anna Lee: So.", "Chair: Well, Ms Lee, so.")
    assert meant(*lines, known=known) == ["young", "young"]
    assert not any(human.speaker for human in known.people.humans)


def test_a_label_with_an_honorific_is_the_only_one_of_the_surname() -> None:
    lines = (
        "Mr Zvonar: Here.",
        "Chair: Spencer Zvonar, Mr Zvonar.",
        "Mr Zvonar: So.",
        "Chair: So.",
    )
    first, second = meant(*lines)
    assert first == second == "MrZvonar"


def test_of_those_of_one_given_name_who_speaks_is_called_so() -> None:
    lines = ("John Zvonar: Here.", "Chair: John Petrenko came, as John said.", "John Zvonar: So.")
    assert meant(*lines)[-1] == "JohnZvonar"


def test_who_takes_part_is_meant_before_somebody_of_the_register_in_another_spelling() -> None:
    lines = ("Dmitry Borissov: Here.", "Chair: Yes, Mr Borisov.", "Dmitry Borissov: So.")
    assert meant(*lines, known=register(entry("b", "Dmitri Borisov"))) == ["DmitryBorissov"]


def test_a_surname_found_by_its_ending_is_sure_once_the_person_is_known() -> None:
    naming = named("So both Bezrukov and Petrov came.", "I know Anna Petrov, too.")
    bezrukov, petrov, anna = (one for one in naming.mentions if one.line > 5)
    assert (bezrukov.certainty, petrov.certainty) == (Certainty.MEDIUM, Certainty.HIGH)
    assert petrov.entry == anna.entry


PIKE = ("Mrs Pike: I am here, and it is good.", "Chair: Yes, you are.")


def test_whoever_has_a_surname_alone_in_the_label_is_listed_under_the_full_name() -> None:
    naming = named(*PIKE, "Mrs Pike: They know that I am Mrs Anna Pike.", "Chair: So it is.")
    assert "MrsPike" in naming.speakers.values()
    names = [form.text for form in naming.register.entries["MrsPike"].names]
    assert names == ["Anna Pike", "Mrs Pike"]


@pytest.mark.parametrize(("identifier", "found"), [("MrsPike", True), ("AnnaPike", False)])
def test_a_candidate_is_proposed_again_by_the_name_that_its_identifier_is_made_of(
    identifier: str, *, found: bool
) -> None:
    names = (Name("Anna Pike"), Name("Mrs Pike"))
    before = Entry(identifier, Kind.PERSON, names, candidate=True)
    naming = named(*PIKE, "Mrs Pike: So it is.", known=register(before))
    assert (naming.register.entries.get(identifier) == before) is found


def test_an_honorific_that_the_register_has_in_a_name_is_one_in_the_text() -> None:
    known = register(entry("anna", "Anna Pike", "Mrs Pike"))
    naming = named("I know that Mrs Pike is here.", known=known)
    assert [one.entry for one in naming.mentions if one.line > 5] == ["anna"]
    start, end = naming.mentions[-1].role or (0, 0)
    assert end - start == len("Mrs")


def test_a_councillor_is_whoever_is_so_labelled() -> None:
    lines = (
        "Cllr Pike: I am here.",
        "Chair: I know that this is Cllr. Anna Pike.",
        "Cllr Pike: So.",
    )
    persons = [one.entry for one in named(*lines).mentions if one.kind is Kind.PERSON]
    assert persons[-1] == "CllrPike"


def test_by_given_name_and_patronymic_who_speaks_does_not_mean_himself() -> None:
    lines = ("Ivan Zvonov: So.", "Ivan Petrenko: Well.", "Ivan Zvonov: Ivan Ilyich said so.")
    assert meant(*lines) == ["IvanPetrenko"]


def test_nobody_has_two_patronymics() -> None:
    lines = ("I know Alexander Zvonov.", "So Alexander Ivanovich came.", "And Alexander Ilyich.")
    first, second, third = meant(*lines)
    assert first == second != third


def test_a_patronymic_after_the_given_name_of_a_participant_makes_a_name() -> None:
    lines = ("Gurbash Zvonov: So.", "Chair: I know Gurbash Ovezovich, too.")
    assert meant(*lines) == ["GurbashZvonov"]


def test_a_label_without_the_space_is_whoever_is_named_with_it() -> None:
    lines = ("HughMcZvonov: So.", "Chair: I know Hugh McZvonov, too.", "HughMcZvonov: Yes.")
    assert meant(*lines) == ["HughMcZvonov"]


def test_nobody_is_spoken_to_by_a_given_name_who_does_not_speak() -> None:
    lines = ("Olena Zvonar: I know Jeffrey Zvonov.", "Jeffrey, go ahead.")
    assert meant(*lines) == ["JeffreyZvonov", "Jeffrey"]
    quoted = ("Olena Zvonar: I know Jeffrey Zvonov.", "I wrote: “Jeffrey, go ahead.”")
    assert meant(*quoted) == ["JeffreyZvonov", "JeffreyZvonov"]


def test_a_given_name_is_not_decided_between_who_was_named_and_who_speaks_later() -> None:
    assert meant("I saw Anna Zvonova. Anna was calm.", "Anna Urgal: So I was.")[1] is None


def test_the_surname_of_a_label_is_whose_who_is_first_named_in_full() -> None:
    entries = meant("I talk to Anna Zvonova.", "ZVONOVA: My mother was Maria Olga Zvonova.")
    assert len(set(entries)) == 2
