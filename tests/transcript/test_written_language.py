"""The language of a text of which neither its maker nor its file says it."""

from __future__ import annotations

import pytest

from edition.transcript.reader import read

FRENCH = (
    "Le Quotidien : Vous avez passé l'été sur les feux. Comment allez-vous ?\n\n"
    "Mathilde Ferrand : Fatiguée, mais debout. Chez nous on dit : tant que ça brûle, on marche.\n\n"
    "Le Quotidien : Le ministre est venu ?\n\n"
    "Mathilde Ferrand : Oui. Il a serré des mains, et après il est reparti.\n"
)
GERMAN = (
    "Müller: Wann haben Sie es gewusst?\n\nWeber: Vier Tage vorher. Da standen die Zahlen da.\n\n"
    "Müller: Was haben Sie dann gemacht?\n\nWeber: Ich habe mit drei Leuten gesprochen.\n"
)
SLOVAK = (
    "Hrubý: Dobrý deň, otváram zasadnutie. Kto je za?\n\nMalá: Ďakujem, mám poznámku.\n\n"
    "Hrubý: Nech sa páči.\n\nMalá: Cesty sú v zlom stave, treba ich opraviť.\n"
)


@pytest.mark.parametrize(("text", "code"), [(FRENCH, "fr"), (GERMAN, "de")])
def test_small_words_tell_the_language_of_a_short_text(text: str, code: str) -> None:
    assert read(text.encode(), "x.txt").language == code


@pytest.mark.parametrize("text", [SLOVAK, "Ann: Oui.\n\nBob: Non.\n\nAnn: Si.\n\nBob: Oui.\n"])
def test_no_language_is_guessed_that_nothing_tells(text: str) -> None:
    assert read(text.encode(), "x.txt").language == "und"


def test_two_languages_in_one_text_are_none() -> None:
    assert read((FRENCH + GERMAN + GERMAN).encode(), "x.txt").language == "und"


def test_that_nobody_said_it_is_told() -> None:
    told = [one.code for one in read(FRENCH.encode(), "x.txt").diagnostics]
    assert told.count("T068") == 1
    assert "T068" not in [one.code for one in read(SLOVAK.encode(), "x.txt").diagnostics]


@pytest.mark.parametrize("said", ["fr", "nl"])
def test_of_a_language_that_somebody_says_none_is_taken(said: str) -> None:
    transcript = read(FRENCH.encode(), "x.txt", language=said)
    assert "T068" not in [one.code for one in transcript.diagnostics]
    assert transcript.language == said
