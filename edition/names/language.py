"""The words of a language by which names are found: data in ``languages/``, one file each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import product
from pathlib import Path

import msgspec

_FOLDER = Path(__file__).with_name("languages")


class Language(msgspec.Struct, frozen=True):
    """Lists of ``languages/NAME.toml``, as sets; ``given`` are the given names beside it."""

    common: frozenset[str]
    honorifics: frozenset[str]
    honorifics_of_men: frozenset[str]
    honorifics_of_women: frozenset[str]
    offices: frozenset[str]
    callings: frozenset[str]
    kinship: frozenset[str]
    particles: frozenset[str]
    well_known: frozenset[str]
    no_name: frozenset[str]
    begin_sentences: frozenset[str]
    place_types: frozenset[str]
    place_openers: frozenset[str]
    place_openers_of: frozenset[str]
    bodies: frozenset[str]
    bodies_on: frozenset[str]
    known_bodies: frozenset[str]
    honours: frozenset[str]
    facilities: frozenset[str]
    nicknames: frozenset[str]
    state_words: frozenset[str]
    before_places: frozenset[str]
    sides: frozenset[str]
    given: frozenset[str]

    @property
    def contrary(self) -> frozenset[tuple[str, str]]:
        """The pairs of honorifics that no person bears both."""
        men, women = self.honorifics_of_men, self.honorifics_of_women
        return frozenset([*product(men, women), *product(women, men)])

    @property
    def famous(self) -> dict[str, frozenset[str]]:
        """The surnames of *well_known*, each with the given names of whom it means, if said."""
        pairs = (name.partition("=") for name in self.well_known)
        return {surname: frozenset(filter(None, given.split("/"))) for surname, _, given in pairs}


@cache
def language(code: str) -> Language | None:
    """The words of the language *code* (``en``); None where nobody has written them yet."""
    path = _FOLDER / f"{code}.toml"
    if not path.is_file():
        return None
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    words = {key: frozenset(_phrases(value)) for key, value in table.items()}
    given = path.with_suffix(".given.txt").read_text(encoding="utf-8").split("\n")
    lists = msgspec.convert({**words, "given": ()}, Language)
    names = frozenset(line for line in given if line[:1] != "#")
    return msgspec.structs.replace(lists, given=names)


def language_of(texts: Iterable[str]) -> str:
    """The language whose commonest words are an eighth of the words of *texts*; or ""."""
    words = [word for text in texts for word in text.lower().split()]
    for path in sorted(_FOLDER.glob("*.toml")):
        lists = language(path.stem)
        if lists is not None and sum(word in lists.common for word in words) * 8 > len(words):
            return path.stem
    return ""


def _phrases(text: str) -> list[str]:
    return [word.replace("_", " ") for word in text.split()]
