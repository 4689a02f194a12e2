"""Headings and names in capitals, as they are printed elsewhere: "HOUSE OF LORDS"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

# Two words or more, initials between or before: "PATRICK J. LEAHY". That a word begins is asked
# after its first letter, for letters are what the engine can look for.
_SHOUTED = re.compile(
    r"[A-Z](?<!\w.)(?:(?<!\S [A-Z])\.[ \n]+[A-Z])?[A-Z'’-]+\.?"
    r"(?:[ \n]+(?:[A-Z]\.[ \n]+)?(?:Mc)?[A-Z][A-Z'’-]+)+"
)
_INITIAL = re.compile(r"\b[A-Z]\. ")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Capitals:
    """Writes capitals as names and headings have them; no word changes its length.

    *given* are given names, *small* the words that are small within a heading; after
    one of *prefixes* another capital follows ("McCain"). Those *kept* are in capitals everywhere
    ("UN").
    """

    def __init__(
        self,
        given: Container[str],
        small: Container[str],
        prefixes: Iterable[str],
        kept: Container[str] = (),
        honorifics: Container[str] = (),
    ) -> None:
        self._kept = kept
        self._given = given
        self._honorifics = honorifics
        self._small = small
        self._prefixes = tuple(prefixes)

    def lowered(self, text: str) -> str:
        """*text* without capitals, if it has nothing else; else with its names so."""
        if text.isupper():
            return self._title(text)
        if _SHOUTED.search(text) is None:
            return text
        return _SHOUTED.sub(lambda run: self._if_name(run[0]), text)

    def _if_name(self, run: str) -> str:
        first = re.split("[ \n]", run, maxsplit=1)[0]
        word = first.title()
        is_name = (
            word in self._given or word in self._honorifics or _INITIAL.search(run) is not None
        )
        return self._title(run) if is_name else run

    def _title(self, text: str) -> str:
        return _WORD.sub(self._word, text)

    def _word(self, word: re.Match[str]) -> str:
        if word[0] in self._kept:
            return word[0]
        small = word[0].lower()
        initial = len(small) == 1 and word.string[word.end() :][:1] == "."
        if small in self._small and word.start() and not initial:
            return small
        plain = small[0].upper() + small[1:]
        for prefix in self._prefixes:
            if plain.startswith(prefix) and len(plain) > len(prefix) + 2:
                plain = prefix + plain[len(prefix) :].capitalize()
                break
        return plain if len(plain) == len(word[0]) else word[0]
