"""Two persons of one name, where the text says so: "Leonid Govorov, grandson of Marshal …"."""

from __future__ import annotations

from collections.abc import Sequence

from edition.names.finding import Found
from edition.names.language import Language
from edition.names.model import Kind
from edition.names.words import Text, folded

_NEAR = 8  # words between the word of kinship and the second name
_TITLES = 6  # words before a name among which its offices stand
_BEFORE = 3  # words before a name among which a word of kinship stands: "my elder brother Ivan"


def with_evidence(line: int, text: Text, found: Sequence[Found], language: Language) -> list[Found]:
    """*found* in the *text* of *line*, persons with their titles and told apart from namesakes."""
    if all(one.kind is not Kind.PERSON for one in found):
        return list(found)
    akin = not language.kinship.isdisjoint(text.vocabulary)
    seen: dict[str, Found] = {}
    surnames: set[str] = set()
    told = []
    for one in found:
        person = one
        if one.kind is Kind.PERSON:
            person = one._replace(
                titles=_titles(text, one, language),
                addressed=akin and _says_kin(text, one, language),
                honorific=_honorific(text, one, language),
                another=_another(text, one, language, akin=akin),
            )
            surname = folded(one.name.split()[-1])
            if akin and " " in one.name:
                earlier = seen.setdefault(folded(one.name), one)
                of_them = surname in surnames and _is_theirs(text, one, language)
                if of_them or (earlier is not one and _kin(text, earlier, one, language)):
                    person = person._replace(apart=(line, one.first), why="namesake")
            surnames.add(surname)
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


def _another(text: Text, one: Found, language: Language, *, akin: bool) -> str:
    """What says that this is nobody who takes part: "kin", "death", "generation"; or ""."""
    if _has_generation(text, one, language):
        return "generation"
    if _is_dead(text, one, language):
        return "death"
    return "kin" if akin and _kinship_before(text, one, language) is not None else ""


def _has_generation(text: Text, one: Found, language: Language) -> bool:
    """As in "Ivan Morozov senior", "Ivan Morozov the elder", "the elder Ivan Morozov"."""
    after = one.last + 1
    if after < len(text) and text.words[after] in language.articles:
        after += 1
    following = text.words[after] if text.is_joined(after) else ""
    before = text.words[one.first - 1] if one.first and text.joined[one.first] else ""
    return following in language.generations or before in language.generations


def _is_dead(text: Text, one: Found, language: Language) -> bool:
    """As in "the late Ivan Morozov", "Ivan Morozov (1897–1955)", "Ivan Morozov died in 1955"."""
    before = text.words[one.first - 1] if one.first and text.joined[one.first] else ""
    if before in language.dead:
        return True
    after = one.last + 1
    if after < len(text) and text.opens_bracket(after) and text.words[after].isdigit():
        return len(text.words[after]) == 4 and after + 1 < len(text)
    following = text.words[after : after + 2]
    if language.deaths.isdisjoint(following) or text.new_sentence(after, after):
        return False
    return following[0] in language.deaths or text.joined[after + 1]


def _kinship_before(text: Text, one: Found, language: Language) -> int | None:
    """The word of kinship that says who this is: "my grandfather, Ivan Morozov"; or None."""
    for index in range(one.first - 1, max(-1, one.first - 1 - _BEFORE), -1):
        if text.words[index] in language.kinship:
            return None if text.new_sentence(index + 1, one.first) else index
        if text.capital[index]:
            return None
    return None


def _is_theirs(text: Text, one: Found, language: Language) -> bool:
    """Whether this is the kin of who was named before: "his grandson, Ivan Morozov"."""
    kin = _kinship_before(text, one, language)
    if kin is None:
        return False
    return any(
        text.words[index].lower() in language.of_others or text.possessed(index + 1)
        for index in range(max(0, kin - 2), kin)
    )


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
