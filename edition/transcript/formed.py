"""Labels that their form gives away: "The PRESIDING OFFICER (Mr. Kyl).", "**Mat Ryer:**"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set

import msgspec

from edition.transcript.convention import Convention
from edition.transcript.formed_evidence import (
    NAMED_BY,
    Formed,
    core_of,
    in_list,
    is_in_capitals,
    losing_rivals,
    recurring,
    says_nothing,
    too_few,
    without_common,
)
from edition.transcript.model import Label
from edition.transcript.word_sense import speaker_key

_SHORTEST_SPEECH = 60  # characters, of a paragraph that shows that the line before is a label
_LONGEST_OFFICE = 25  # words
_LONGEST_ROLE = 6  # words
_SHARE_BLANK = 0.1  # of the lines of a text with a blank line between its paragraphs
_SENTENCE = re.compile(r"[.,…»]\s*\Z|[^\W\d_]{5,}\. ")  # ends, or goes on in a new one
_DIVIDED = re.compile(r"[,!?] ")  # "Thanks, Keith."
_NUMERAL = re.compile(r"[ivx]{1,5}")  # "Part II"
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}[^\W\d_]?")  # "D.C.", which is an answer, too
_Span = tuple[int, int]


def formed_labels(texts: Sequence[str], convention: Convention) -> dict[int, Label]:
    """The labels among the lines *texts* by the forms of *convention*, by their indices."""
    if not convention.forms:
        return {}
    spaced = sum(not text.strip() for text in texts) > len(texts) * _SHARE_BLANK
    found = {
        index: formed
        for index, text in enumerate(texts)
        if text and (formed := _formed(index, texts, convention, spaced=spaced)) is not None
    }
    proved = recurring(found)
    proved = recurring(
        {
            i: one
            for i, one in proved.items()
            if not (in_list(i, texts, proved, convention) or says_nothing(i, texts, proved))
        }
    )
    lost = too_few(proved, sum(bool(text.strip()) for text in texts))
    lost |= losing_rivals({i: one for i, one in proved.items() if one.form.number not in lost})
    believed = {i: one for i, one in proved.items() if one.form.number not in lost}
    believed = without_common(believed, texts, convention)
    roles = {one.key for one in believed.values()}
    printed = {
        speaker_key(texts[index][slice(*one.label.name)])
        for index, one in believed.items()
        if one.label.name is not None
    }
    return {
        index: _without_article(
            _two_roles(
                _in_bracket(one.label, texts[index], printed), texts[index], roles, convention
            ),
            texts[index],
            printed,
            convention,
        )
        for index, one in believed.items()
    }


def _in_bracket(label: Label, text: str, printed: Set[str]) -> Label:
    """*label*, its name without the bracket behind it if what is before or in it is *printed*.

    "Moderator (Kate Ashby)" is the person who is labelled "Kate Ashby" elsewhere.
    """
    if label.name is None or label.title is not None:
        return label
    start, end = label.name
    before, bracket, inside = text[start:end].rstrip(" ").partition(" (")
    if not bracket or not inside.endswith(")"):
        return label
    first = start + len(before) + len(bracket)
    office, name = (start, start + len(before)), (first, first + len(inside) - 1)
    if speaker_key(before) in printed:
        return msgspec.structs.replace(label, name=office)
    if speaker_key(inside) in printed:
        return msgspec.structs.replace(label, name=name, title=office)
    return label


def _without_article(label: Label, text: str, printed: Set[str], convention: Convention) -> Label:
    """*label*, its name without the article if that is one of those *printed* elsewhere."""
    if label.name is None or not convention.roles.whole:
        return label
    start, end = label.name
    first, space, rest = text[start:end].partition(" ")
    if space and first.lower() in convention.articles and speaker_key(rest) in printed:
        return msgspec.structs.replace(label, name=(end - len(rest), end))
    return label


def _two_roles(label: Label, text: str, roles: Set[str], convention: Convention) -> Label:
    """*label*, divided where it has two of *roles*: "Ломов и Чубуков"."""
    words = convention.labels.conjunctions.split()
    if not words or label.name is None or label.joint:
        return label
    start, end = label.name
    for word in words:
        first, between, second = text[start:end].partition(f" {word} ")
        if between and {speaker_key(first), speaker_key(second)} <= roles:
            joint = Label(label.end, (end - len(second), end), None)
            return Label(label.end, (start, start + len(first)), label.title, joint=(joint,))
    return label


def _formed(
    index: int, texts: Sequence[str], convention: Convention, *, spaced: bool
) -> Formed | None:
    """The label of line *index*; *spaced* says that blank lines part the paragraphs."""
    text = texts[index]
    follows = index > 0 and texts[index - 1].strip() != ""
    attached = spaced and "".join(texts[index + 1 : index + 2]).strip() != ""
    for form in convention.forms:
        if form.first and spaced and follows:
            continue
        match = form.match(text)
        if match is None or not _is_sound(match, convention):
            continue
        if follows and spaced and not attached and _is_last_words(match, own_line=form.own_line):
            continue
        if match.groupdict().get("time") and convention.front.date_in(text) is not None:
            return None  # "March 14, 2023, 9:02AM"
        if form.speech and not _is_followed_by_speech(index, texts, convention):
            continue
        to_be_in_capitals = form.capitals or (
            form.first and form.own_line and spaced and not attached
        )
        if to_be_in_capitals and not is_in_capitals(match):
            continue
        if _stops_in_name(match) or _is_numbering(match):
            continue
        if convention.heading_in(text) is not None or convention.narration_in(text) is not None:
            return None
        at_once = attached or not form.first
        label = _without_direction(_label(match, convention), text, convention)
        core = core_of(match)
        article, _, rest = core.partition(" ")
        role = "role" in match.groupdict() and rest and article.lower() in convention.articles
        key = speaker_key(rest if role else core)
        opens = bool(role) and article.lower() in convention.openers
        initials = form.own_line and _INITIALS.fullmatch(core) is not None
        weak = opens or initials or _goes_on(match)
        return Formed(label, form, key, speaker_key(core), at_once, weak)
    return None


def _without_direction(label: Label, text: str, convention: Convention) -> Label:
    """*label* up to its name, where a stage direction follows in it: "NORA [laughing]."."""
    if not convention.marks.directions or label.name is None:
        return label
    end = label.name[1] + text.startswith(".", label.name[1])
    directed = text[end : label.end].lstrip(" ").startswith(("(", "["))
    return msgspec.structs.replace(label, end=end) if directed else label


def _is_last_words(match: re.Match[str], *, own_line: bool) -> bool:
    """Whether *match* ends with a stop and nothing follows, though speech should: "Mr. Burke."."""
    nothing = not match.string[match.end() :].strip()
    return nothing and not own_line and match.group().rstrip().endswith(".")


def _stops_in_name(match: re.Match[str]) -> bool:
    """Whether the stop of *match* is that of an initial: "JAMES A. PICKETT, Brigadier"."""
    after = match.string[match.end() :].split(maxsplit=1)
    initial = match.group().endswith(".") and match.group()[-3:-2] in (" ", ".", "")
    return initial and bool(after) and len(after[0]) > 1 and after[0].strip(",").isupper()


def _is_numbering(match: re.Match[str]) -> bool:
    """Whether nothing but a number stands behind the stop: "SITTING NO. 244"."""
    return match.group().rstrip().endswith(".") and match.string[match.end() :].strip().isdigit()


def _goes_on(match: re.Match[str]) -> bool:
    """Whether *match* is an office and a colon, and the sentence goes on behind it."""
    parts = {part for part, text in match.groupdict().items() if text}
    after = match.string[match.end() :].lstrip()
    return parts == {"office"} and match.group().endswith(":") and after[:1].islower()


def _label(match: re.Match[str], convention: Convention) -> Label:
    groups = {part: match.span(part) for part, text in match.groupdict().items() if text}
    title = groups.get("office") or groups.get("rank")
    honorific = groups.get("honorific")
    name = next((groups[part] for part in NAMED_BY if part in groups), None)
    if "callsign" in groups:
        name, title = (name, groups["callsign"]) if name else (groups["callsign"], title)
    collective = "collective" in groups
    if "anyone" in groups and convention.names_nobody(match["anyone"]):
        return Label(match.end(), None, None, generic=True)
    nobody = name is None and title is None
    joint = (
        Label(match.end(), groups["name2"], groups.get("honorific2")) if "name2" in groups else None
    )
    return Label(
        match.end(),
        groups["collective"] if collective else name,
        title or honorific,
        generic=nobody and not collective,
        collective=collective,
        honorific=honorific if title and name else None,
        place=groups.get("place"),
        joint=(joint,) if joint is not None else (),
    )


def _is_sound(match: re.Match[str], convention: Convention) -> bool:
    """Whether the parts of *match* are what they should be, by the lists of *convention*.

    A word that begins a line in small letters goes on a sentence: "question. Second, …".
    """
    parts = {part: text for part, text in match.groupdict().items() if text}
    if "generic" in parts and match.group().lstrip()[0].islower():
        return False
    if "honorific" not in parts and parts.get("office", "A")[0].islower():
        return False
    if "name" in parts and not parts.keys().isdisjoint({"honorific", "rank", "callsign"}):
        return _is_titled(parts, convention)
    return all(_SOUND[part](text, convention) for part, text in parts.items() if part in _SOUND)


def _is_titled(parts: Mapping[str, str], convention: Convention) -> bool:
    """Whether a name after an honorific or rank is one: Mrs. Day and Mr. King are persons.

    In "Mr. Chairman" somebody is addressed.
    """
    others = {part: text for part, text in parts.items() if part in _SOUND and part != "name"}
    words = parts["name"].lower().split()
    sound = all(_SOUND[part](text, convention) for part, text in others.items())
    if "rank" in parts and words[-1].strip(".,") in convention.offices:
        return False  # "PRIME MINISTER."
    return sound and convention.addressed.isdisjoint(word.strip(".,") for word in words)


def _is_name(text: str, convention: Convention) -> bool:
    words = text.lower().split()
    initial = len(words[0]) == 2 and words[0].endswith(".")
    return (
        len(text) > 1
        and (initial or words[0].strip(".") not in convention.openers)
        and words[-1].strip(".") not in convention.not_names
        and not (words[0] in convention.not_names and _NUMERAL.fullmatch(words[-1]))
        and words[-1].strip(".") not in convention.offices
    )


def _is_office(text: str, convention: Convention) -> bool:
    words = [word.strip(".,’'") for word in text.lower().split()]
    return (
        len(words) <= _LONGEST_OFFICE
        and words[0] not in convention.openers
        and not _SENTENCE.search(text)
        and not convention.offices.isdisjoint(words)
        and convention.sentence_words.isdisjoint(text.split())
    )


def _is_role(text: str, convention: Convention) -> bool:
    words = text.split()
    abbreviated, first = words[0].endswith("."), words[0].lower().strip(".")
    return (
        len(text) > 1
        and len(words) <= _LONGEST_ROLE
        and (text[0].isupper() or abbreviated)
        and (first not in convention.openers or (first in convention.articles and len(words) > 1))
        and words[-1].lower() not in convention.honorifics
        and convention.sentence_words.isdisjoint(words)
    )


def _is_anyone(text: str, convention: Convention) -> bool:
    words = text.lower().split()
    sound = words[0] not in convention.openers and words[-1] not in convention.not_names
    return sound or convention.names_nobody(text)


_SOUND: Mapping[str, Callable[[str, Convention], bool]] = {
    "name": _is_name,
    "name2": _is_name,
    "office": _is_office,
    "role": _is_role,
    "anyone": _is_anyone,
    "honorific": lambda text, _: text[0].isupper(),
    "generic": lambda text, convention: convention.names_nobody(text),
    "collective": lambda text, convention: convention.names_many(text),
}


def _is_followed_by_speech(index: int, texts: Sequence[str], convention: Convention) -> bool:
    """Whether the next line with words is a paragraph: long, or a sentence and no name.

    A time may be an answer, or that of the recording before a paragraph: "12 noon".
    """
    following = next((text for text in texts[index + 1 : index + 4] if text.strip()), "").strip()
    answer = convention.furniture_in(following)
    if len(following) >= _SHORTEST_SPEECH or (answer is not None and answer.several):
        return True
    words = following.split()
    opening = re.split("['’]", words[0].lower())[0] if words else ""
    ends = following.endswith((".", "!", "?", "…", ":", "]"))
    if ends and opening in convention.openers:
        return True  # "It's Germany."
    named = [word[0].isupper() or word.lower() in convention.particles for word in words]
    is_name = len(words) > 1 and all(named) and not _DIVIDED.search(following)
    return ends and not is_name
