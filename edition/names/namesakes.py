"""Two persons of one name, where the text says so: "Leonid Govorov, grandson of Marshal …"."""

from __future__ import annotations

from collections.abc import Sequence

from edition.names.finding import Found
from edition.names.language import Language
from edition.names.model import Kind
from edition.names.words import Text, folded

_NEAR = 8  # words between the word of kinship and the second name
_TITLES = 6  # words before a name among which its offices stand


def with_evidence(line: int, text: Text, found: Sequence[Found], language: Language) -> list[Found]:
    """*found* in the *text* of *line*, persons with their titles and told apart from namesakes."""
    if all(one.kind is not Kind.PERSON for one in found):
        return list(found)
    akin = not language.kinship.isdisjoint(text.words)
    seen: dict[str, Found] = {}
    told = []
    for one in found:
        person = one
        if one.kind is Kind.PERSON:
            kin = akin and _says_kin(text, one, language)
            person = one._replace(
                titles=_titles(text, one, language),
                addressed=kin,
                honorific=_honorific(text, one, language),
            )
            if akin and " " in one.name:
                earlier = seen.setdefault(folded(one.name), one)
                if earlier is not one and _kin(text, earlier, one, language):
                    person = person._replace(apart=(line, one.first), why="namesake")
        told.append(person)
    return told


def _titles(text: Text, one: Found, language: Language) -> tuple[str, ...]:
    """The offices before the name, through "of the Soviet Union"."""
    start = one.first + one.role
    before = text.words[max(0, start - _TITLES) : start]
    return tuple(word for word in before if word in language.offices)


def _honorific(text: Text, one: Found, language: Language) -> str:
    """The honorific before the name, if there is one."""
    start = one.first + one.role
    before = text.words[start - 1] if start and text.joined[start] else ""
    return before if before in language.honorifics else ""


def _kin(text: Text, earlier: Found, one: Found, language: Language) -> bool:
    """Whether a word of kinship stands between the two, close to the second, in one sentence."""
    between = text.words[max(earlier.last + 1, one.first - _NEAR) : one.first]
    if language.kinship.isdisjoint(between):
        return False
    return not text.new_sentence(earlier.last + 1, one.first)


def _says_kin(text: Text, one: Found, language: Language) -> bool:
    after = one.last + 1
    following = text.words[after : after + 2]
    return not language.kinship.isdisjoint(following) and not text.joined[after]
