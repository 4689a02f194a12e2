"""Two persons of one name, where the text says so: "Leonid Govorov, grandson of Marshal …"."""

from __future__ import annotations

from collections.abc import Sequence

from edition.names.finding import Found
from edition.names.language import Language
from edition.names.model import Kind
from edition.names.words import Word, folded

_NEAR = 8  # words between the word of kinship and the second name


def with_evidence(
    line: int, text: Sequence[Word], found: Sequence[Found], language: Language
) -> list[Found]:
    """*found* in the *text* of *line*, persons with their titles and told apart from namesakes."""
    seen: dict[str, Found] = {}
    told = []
    for one in found:
        person = one
        if one.kind is Kind.PERSON:
            titles, kin = _titles(text, one, language), _says_kin(text, one, language)
            earlier = seen.setdefault(folded(one.name), one)
            person = one._replace(titles=titles, addressed=kin)
            if earlier is not one and " " in one.name and _kin(text, earlier, one, language):
                person = person._replace(apart=(line, one.first), why="namesake")
        told.append(person)
    return told


def _titles(text: Sequence[Word], one: Found, language: Language) -> tuple[str, ...]:
    """The offices before the name, through "of the Soviet Union"."""
    start = one.first + one.role
    before = [
        word.text for word in text[max(0, start - 6) : start] if not word.first or word.capital
    ]
    return tuple(word for word in before if word in language.offices)


def _kin(text: Sequence[Word], earlier: Found, one: Found, language: Language) -> bool:
    """Whether a word of kinship stands between the two, close to the second, in one sentence."""
    between = text[max(earlier.last + 1, one.first - _NEAR) : one.first]
    sentence = not any(word.first for word in text[earlier.last + 1 : one.first + 1])
    return sentence and any(word.text in language.kinship for word in between)


def _says_kin(text: Sequence[Word], one: Found, language: Language) -> bool:
    following = text[one.last + 1 : one.last + 3]
    return any(word.text in language.kinship for word in following) and not following[0].joined
