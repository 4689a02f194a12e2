"""The words of the interface."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from edition.resources import XSLT

LANGUAGES = sorted(path.stem for path in (XSLT / "i18n").glob("*.xml"))


def words(language: str) -> dict[str, str]:
    root = etree.parse(XSLT / "i18n" / f"{language}.xml").getroot()
    return {str(word.get("key")): word.text or "" for word in root.iter("word")}


def test_there_are_four_languages() -> None:
    assert LANGUAGES == ["de", "en", "fr", "ru"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word_with_the_same_slots(language: str) -> None:
    english, own = words("en"), words(language)
    assert own.keys() == english.keys()
    assert all(own.values())
    for key in english.keys() - {"date", "month-of-year"}:
        assert set(re.findall(r"\{\d\}", own[key])) == set(re.findall(r"\{\d\}", english[key])), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_used(language: str) -> None:
    sheets = "".join(path.read_text(encoding="utf-8") for path in XSLT.rglob("*.xsl"))
    made = (
        "month-",
        "gap-",
        "cert-",
        "header-",
        "register-",
        "role-",
        "doubt-",
        "language-",
        "subjects-",
        "so-many-",
        "part-",
        "view-",
        "turn-",
        "key-",
        "order-",
        "check-",
        "severity-",
        "agrees-",
        "survey-",
        "proof-",
    )
    kept = {
        "corr",
        "reg",
        "expan",
        "pause",
        "shift",
        "kinesic",
        "vocal",
        "incident",
        "writing",
        "source-licence",
        "birth",
        "death",
    }
    unused = {
        key
        for key in words(language)
        if f"'{key}'" not in sheets and not key.startswith(made) and key not in kept
    }
    assert unused == set()
