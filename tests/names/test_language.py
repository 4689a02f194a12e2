"""The language of a text, where nobody says it."""

from __future__ import annotations

import pytest

from edition.names.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Anna Zvonar: Thank you, I met Boris Petrenko there.", "en"),
        ("Chair: I don’t know.", "en"),
        ("Madame Zvonar: Bonjour à vous, Anna Petrenko.", ""),
        ("Herr Zvonar: Das war so gut, wie es in der Stadt ist.", ""),
        ("Dhr. Zvonar: Dat is of was niet in de stad, we weten het.", ""),
        ("Pan Zvonar: To jest do nas, a on to wie i my to wiemy.", ""),
        ("", ""),
    ],
)
def test_few_words_tell_the_language(text: str, code: str) -> None:
    assert language_of([text]) == code
