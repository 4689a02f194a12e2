"""Two persons of one name, where the text says so: "Leonid Govorov, grandson of Marshal …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from edition.names.finding import JOINT, Found
from edition.names.language import Language
from edition.names.likeness import surname
from edition.names.model import Certainty, Kind
from edition.names.words import Text, folded

_NEAR = 8  # words between the word of kinship and the second name
_TITLES = 6  # words before a name among which its offices stand
_YEARS = re.compile(r"\d{3,4} ?[-‑–—] ?\d{3,4}")  # of birth and death
_A = ("a", "any", "in")  # "not a relation", "not in any way related"
_BEFORE = 3  # words before a name among which a word of kinship stands: "my elder brother Ivan"


def with_evidence(line: int, text: Text, found: Sequence[Found], language: Language) -> list[Found]:
    """*found* in the *text* of *line*, persons with their titles and told apart from namesakes."""
    if all(one.kind is not Kind.PERSON for one in found):
        return list(found)
    akin = not language.kinship.isdisjoint(text.cues)
    seen: dict[str, Found] = {}
    surnames: dict[str, Found] = {}
    told = []
    before: Found | None = None
    for one in found:
        person = one
        if one.kind is Kind.PERSON:
            person = replace(
                one,
                titles=_titles(text, one, language, before),
                addressed=akin and _says_kin(text, one, language),
                honorific=_honorific(text, one, language),
                another=_another(text, one, language, akin=akin),
                origin=" " in one.name and _is_from(text, one, language),
                oneself=_is_oneself(text, one, language),
                pronoun=_pronoun(text, one, language) if " " in one.name else "",
            )
            last = folded(surname(one.name))
            if " " in one.name and (word := _no_relation(text, one, language)):
                person = replace(person, kin=word, beside=True)
            elif akin and " " in one.name:
                earlier = seen.setdefault(folded(one.name), one)
                whose = surnames.get(last)
                of_them = whose and _is_theirs(text, one, language, whose.honorific)
                if of_them or (earlier is not one and _kin(text, earlier, one, language)):
                    person = replace(person, apart=(line, one.first), why="namesake")
                beside = whose is not None or _is_of_namesake(text, one, language)
                kin = _kinship_of(text, one, language) or _widow_of(text, before, one, language)
                if whose is not None and before is not None and whose.first == before.first:
                    kin = kin or _kin_of_whom(text, whose, one, language)
                theirs = _is_theirs(text, one, language, "")
                person = replace(person, kin=kin, beside=beside, theirs=theirs)
            surnames[last] = person
            before = one
        told.append(person)
    return list(_said_in_full(text, told, language))


def of_namesakes(lines: Iterable[tuple[int, Sequence[Found]]]) -> Iterator[tuple[int, list[Found]]]:
    """Those of *lines*, each a number and what is found there, in which kin is told apart.

    "His son, Ivan Morozov", where Ivan Morozov was named last, is another one.
    """
    lines = list(lines)
    if not any(one.theirs for _, found in lines for one in found):
        return
    last = ""
    for number, found in lines:
        told = []
        for one in found:
            person = one
            if one.kind is Kind.PERSON and " " in one.name:
                name = folded(one.name)
                if one.theirs and name == last and not one.apart:
                    person = replace(one, apart=(number, one.first), why="namesake")
                last = name
            told.append(person)
        if any(one is not other for one, other in zip(told, found, strict=True)):
            yield number, told


def _said_in_full(text: Text, found: Sequence[Found], language: Language) -> Iterator[Found]:
    """*found*, a name by the full name that is all of the next sentence: "Harold. Harold Reed."."""
    for one, after in pairwise(found):
        if not (_is_part_of(one, after) and _is_fragment(text, after, language)):
            yield one
            continue
        sure = Certainty.MEDIUM if one.certainty is Certainty.HIGH else one.certainty
        yield replace(one, name=after.name, bare=False, certainty=sure)
    yield from found[-1:]


def _is_part_of(one: Found, after: Found) -> bool:
    """Whether *one* has one word of the name of the person *after* it, close by."""
    if not one.kind is after.kind is Kind.PERSON or one.another or after.kin:
        return False
    if " " in one.name or not 0 < after.first - one.last <= _NEAR:
        return False
    words = folded(after.name).split(" ")
    return len(words) > 1 and folded(one.name) in (words[0], words[-1])


def _is_fragment(text: Text, one: Found, language: Language) -> bool:
    """Whether *one* is all of a sentence, or but for the place: "Peter Hill, from Leeds"."""
    after = one.last + 1
    if not text.first(one.first) or one.first == 0:
        return False
    if after >= len(text) or text.first(after):
        return True
    if not _is_from(text, one, language):
        return False
    end = text.run_end(after + 1) + 1
    while text.is_parted(end):  # "from Gary, Indiana"
        end = text.run_end(end) + 1
    return end >= len(text) or text.first(end)


def _is_from(text: Text, one: Found, language: Language) -> bool:
    """As in "Mr John Hughes, of Cardiff"."""
    of = one.last + 1
    if of >= len(text) or text.words[of] not in language.of_origin:
        return False
    return (text.joined[of] or text.has_comma(of)) and text.follows(of)


def _is_oneself(text: Text, one: Found, language: Language) -> bool:
    """As in "my name is Ivan Morozov", "I am Ivan Morozov", "Ivan Morozov." alone."""
    after = one.last + 1
    if text.first(one.first) and (after >= len(text) or text.first(after)):
        return True
    if one.first < 1 or not text.joined[one.first]:
        return False
    before = text.name(max(0, one.first - 2), one.first - 1)
    return before in language.of_oneself or text.words[one.first - 1] in language.of_oneself


def _pronoun(text: Text, one: Found, language: Language) -> str:
    """The pronoun with which the next sentence begins, of who is named alone: "She said"; or "".

    Nobody else is between, nor anything with a capital that may be somebody.
    """
    if language.pronouns_of_persons.isdisjoint(text.cues):
        return ""
    begin = one.last + 1
    while begin < len(text) and not text.first(begin):
        if text.capital[begin] or text.words[begin] in language.kinship:
            return ""
        begin += 1
    word = text.words[begin].lower() if begin < len(text) else ""
    return word if word in language.of_she | language.of_he else ""


def _titles(text: Text, one: Found, language: Language, before: Found | None) -> tuple[str, ...]:
    """The offices from the person *before* to the name, through "of the Soviet Union"."""
    if one.why == JOINT:
        return one.titles
    start = one.first + one.role
    begin = max(before.last + 1 if before else 0, start - _TITLES)
    return tuple(word for word in text.words[begin:start] if word in language.offices)


def _honorific(text: Text, one: Found, language: Language) -> str:
    """The honorific before the name, if there is one."""
    start = one.first + one.role
    before = text.words[start - 1] if start and text.joined[start] else ""
    return before if before in language.honorifics else ""


def _another(text: Text, one: Found, language: Language, *, akin: bool) -> str:
    """What says that this is nobody who takes part; or "".

    It is "kin", "death", "relation" or "generation".
    """
    if _has_generation(text, one, language):
        return "generation"
    if _is_dead(text, one, language):
        return "death"
    if " " in one.name and _no_relation(text, one, language):
        return "relation"
    return "kin" if akin and _kinship_before(text, one, language) is not None else ""


def _no_relation(text: Text, one: Found, language: Language) -> str:
    """The word that says so: "Tom Hallett, of Leeds, no relation of my learned friend"; or ""."""
    if language.negations.isdisjoint(text.cues):
        return ""
    after = one.last + 1
    ends = range(after, min(after + _NEAR, len(text)))
    words = language.unrelated
    places = (at for at in ends if text.words[at] in words or text.name(at, at + 1) in words)
    at = next(places, 0)
    if not at:
        return ""
    before = at - 2 if text.words[at - 1] in _A else at - 1
    told = text.words[before] in language.negations and not text.new_sentence(after, at)
    return text.words[at] if told else ""


def _has_generation(text: Text, one: Found, language: Language) -> bool:
    """As in "Ivan Morozov senior", "Ivan Morozov the elder", "the elder Ivan Morozov"."""
    after = one.last + 1
    if after < len(text) and text.words[after] in language.articles:
        after += 1
    following = text.words[after] if text.is_joined(after) else ""
    before = text.words[one.first - 1] if one.first and text.joined[one.first] else ""
    return following in language.generations or before in language.generations


def _is_dead(text: Text, one: Found, language: Language) -> bool:
    """As in "the late Ivan Morozov", "Ivan Morozov (1897–1955)", "Ivan Morozov died in 1955".

    Not "Ivan Morozov (1955)", whose book it is, nor "Ivan Morozov's father died", nor "Ivan Morozov
    killed the bill".
    """
    before = text.words[one.first - 1] if one.first and text.joined[one.first] else ""
    if before in language.dead:
        return True
    after = one.last + 1
    if after < len(text) and text.opens_bracket(after):
        return bool(_YEARS.match(text.printed(after, min(after + 1, len(text) - 1))))
    if text.possessed(after):
        return False
    following = text.words[after : after + 2]
    if language.deaths.isdisjoint(following) or text.new_sentence(after, after):
        return False
    at = after if following[0] in language.deaths else after + 1
    if text.words[at] in language.deaths_by_others and not _is_suffered(text, at, language):
        return False
    return at == after or text.joined[at]


def _is_suffered(text: Text, death: int, language: Language) -> bool:
    """As in "was killed", "killed in 1943"; not "killed the bill"."""
    circumstances = text.words[death + 1] if text.is_joined(death + 1) else ""
    return text.words[death - 1] in language.passives or circumstances in language.circumstances


def _kinship_before(text: Text, one: Found, language: Language) -> int | None:
    """The word of kinship that says who this is: "my grandfather, Ivan Morozov"; or None."""
    for index in range(one.first - 1, max(-1, one.first - 1 - _BEFORE), -1):
        if text.words[index] in language.kinship:
            return None if text.new_sentence(index + 1, one.first) else index
        if text.capital[index]:
            return None
    return None


def _kinship_of(text: Text, one: Found, language: Language) -> str:
    """The word of kinship by which *text* introduces *one* as somebody's kin; or "".

    As in "his wife, Anna Hill", "Anna Hill, my wife", "Anna Hill, wife of Captain Hill".
    """
    before = _kinship_before(text, one, language)
    if before is not None and _is_somebodys(text, before, language):
        return text.words[before]
    after = _kinship_after(text, one, language)
    return text.words[after] if after is not None else ""


def _kin_of_whom(text: Text, whose: Found, one: Found, language: Language) -> str:
    """The word of kinship that follows *whose*: "Mr Cole, a cousin of Doris Cole"; or ""."""
    if " " in whose.name or not text.has_comma(whose.last + 1):
        return ""
    between = text.words[whose.last + 1 : one.first]
    if len(between) > _NEAR or language.of.isdisjoint(between):
        return ""
    pairs = pairwise(between)
    return next((kin for kin, of in pairs if of in language.of and kin in language.kinship), "")


def _widow_of(text: Text, before: Found | None, one: Found, language: Language) -> str:
    """The word of kinship to whoever is named just *before*: "widow of Colonel Hill, Anna Hill"."""
    if before is None or before.last + 1 != one.first or not text.has_comma(one.first):
        return ""
    of = before.first - 1
    if of < 1 or text.words[of] not in language.of or not text.joined[of + 1]:
        return ""
    return text.words[of - 1] if text.words[of - 1] in language.kinship else ""


def _is_theirs(text: Text, one: Found, language: Language, honorific: str) -> bool:
    """Whether this is kin of the same name of who was named before: "his grandson, Ivan Morozov".

    Not "his sister, Anna Morozova", nor the daughter of one with the *honorific* of a man.
    """
    kin = _kinship_before(text, one, language)
    if kin is None:
        kin = _kinship_after(text, one, language)
    if kin is None or text.words[kin] in language.kin_of_other_name:
        return False
    before = [word.lower() for word in text.words[max(0, kin - 2) : kin]]
    men, women = language.men | language.of_man, language.women | language.of_woman
    called = {honorific, text.words[kin], *before}
    if not (men.isdisjoint(called) or women.isdisjoint(called)):
        return False
    theirs = not language.of_others.isdisjoint(before)
    return theirs or any(text.possessed(index + 1) for index in range(max(0, kin - 2), kin))


def _is_somebodys(text: Text, kin: int, language: Language) -> bool:
    """Whether it is said whose is the kin at *kin*: "his elder brother", "Mr Hill's son"."""
    owners = language.of_others | language.of_speaker | language.of_addressed
    return any(
        text.words[index].lower() in owners or text.possessed(index + 1)
        for index in range(max(0, kin - 2), kin)
    )


def _kinship_after(text: Text, one: Found, language: Language) -> int | None:
    """Where the kinship stands after the name: "Anna Hill, his wife", "wife of Captain Hill"."""
    after = one.last + 1
    if after >= len(text) or not text.has_comma(after):
        return None
    owners = language.of_others | language.of_speaker | language.of_addressed
    if text.words[after] in owners | language.articles and text.is_joined(after + 1):
        kin, owned = after + 1, text.words[after] in owners
    else:
        kin, owned = after, False
    if text.words[kin] not in language.kinship:
        return None
    of = text.is_joined(kin + 1) and text.words[kin + 1] in language.of
    return kin if owned or of else None


def _is_of_namesake(text: Text, one: Found, language: Language) -> bool:
    """Whether it is said of whom of the same surname: "Anna Hill, wife of Captain Hill"."""
    kin = _kinship_after(text, one, language)
    surname = text.words[one.last]
    return kin is not None and surname in text.words[kin + 1 : kin + 1 + _NEAR]


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
