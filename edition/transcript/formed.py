"""Labels that their form gives away: "The PRESIDING OFFICER (Mr. Kyl).", "**Mat Ryer:**"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from typing import NamedTuple

from edition.transcript.convention import CompiledForm, Convention
from edition.transcript.model import Label
from edition.transcript.word_sense import speaker_key

_SHORTEST_SPEECH = 60  # characters, of a paragraph that shows that the line before is a label
_LONGEST_OFFICE = 25  # words
_PROOFS = 2  # labels that recur prove a form
_LONGEST_ROLE = 6  # words
_SHARE_BLANK = 0.1  # of the lines of a text with a blank line between its paragraphs
_NAMED_BY = ("name", "role", "anyone", "code")
_SENTENCE = re.compile(r"[.,…»]\s*\Z|[^\W\d_]{5,}\. ")  # ends, or goes on in a new one
_Span = tuple[int, int]


class _Formed(NamedTuple):
    """A label by its form, and what is the same wherever this speaker is labelled so.

    *attached* says that speech follows at once, as far as the form tells a name from a title.
    """

    label: Label
    form: CompiledForm
    key: str
    attached: bool


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
    proved = _recurring(found)
    proved = _recurring(
        {i: one for i, one in proved.items() if not _in_list(i, texts, proved, convention)}
    )
    lost = _too_few(proved, sum(bool(text.strip()) for text in texts))
    lost |= _losing_rivals({i: one for i, one in proved.items() if one.form.number not in lost})
    believed = {i: one for i, one in proved.items() if one.form.number not in lost}
    roles = {one.key for one in believed.values()}
    return {
        index: _two_roles(one.label, texts[index], roles, convention)
        for index, one in believed.items()
    }


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


def _recurring(found: Mapping[int, _Formed]) -> dict[int, _Formed]:
    """Those of *found* whose speaker is labelled as often as their form wants.

    Or once, behind the first that recurs, where others prove the form.
    """
    times = Counter(formed.key for formed in found.values())
    proves = sum(count > 1 for count in times.values()) >= _PROOFS
    first = next((index for index, one in found.items() if times[one.key] > 1), -1)
    return {
        index: one
        for index, one in found.items()
        if times[one.key] >= one.form.times
        or (one.form.once and proves and one.attached and (index > first or not one.form.first))
    }


def _in_list(
    index: int, texts: Sequence[str], found: Mapping[int, _Formed], convention: Convention
) -> bool:
    """Whether line *index* is a name that another name or a heading follows, as in a list."""
    if not found[index].form.own_line:
        return False
    following = next((i for i in range(index + 1, len(texts)) if texts[i].strip()), index)
    named = following > index and following in found and found[following].form.own_line
    form = found[index].form
    again = form.match(texts[following]) if form.capitals and following > index else None
    alike = again is not None and _is_in_capitals(again)  # "ROBERT, a neighbour", in a cast list
    return named or alike or convention.heading_in(texts[following]) is not None


def _too_few(found: Mapping[int, _Formed], lines: int) -> set[int]:
    """The numbers of the forms that too few of the *lines* with words have."""
    counts = Counter(one.form.number for one in found.values())
    shares = {one.form.number: one.form.share for one in found.values() if one.form.share}
    return {number for number, share in shares.items() if counts[number] < share * lines}


def _losing_rivals(found: Mapping[int, _Formed]) -> set[int]:
    """The numbers of the rival forms that have fewer labels than another one."""
    counts = Counter(formed.form.number for formed in found.values() if formed.form.rival)
    if not counts:
        return set()
    best = min(counts, key=lambda number: (-counts[number], number))
    return set(counts) - {best}


def _formed(
    index: int, texts: Sequence[str], convention: Convention, *, spaced: bool
) -> _Formed | None:
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
        if match.groupdict().get("time") and convention.date_in(text) is not None:
            return None  # "March 14, 2023, 9:02AM"
        if form.speech and not _is_followed_by_speech(index, texts, convention):
            continue
        to_be_in_capitals = form.capitals or (
            form.first and form.own_line and spaced and not attached
        )
        if to_be_in_capitals and not _is_in_capitals(match):
            continue
        if convention.heading_in(text) is not None:
            return None
        at_once = attached or not form.first
        return _Formed(_label(match, convention), form, speaker_key(_core(match)), at_once)
    return None


def _core(match: re.Match[str]) -> str:
    """What tells the speaker from others: the name, or all that stands there."""
    groups = match.groupdict()
    named = next((groups[part] for part in _NAMED_BY if groups.get(part)), None)
    return named or groups.get("callsign") or groups.get("office") or match.group()


def _label(match: re.Match[str], convention: Convention) -> Label:
    groups = {part: match.span(part) for part, text in match.groupdict().items() if text}
    title = groups.get("office") or groups.get("rank")
    honorific = groups.get("honorific")
    name = next((groups[part] for part in _NAMED_BY if part in groups), None)
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
    """Whether the parts of *match* are what they should be, by the lists of *convention*."""
    parts = {part: text for part, text in match.groupdict().items() if text}
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
    return (
        words[0].strip(".") not in convention.openers
        and words[-1].strip(".") not in convention.not_names
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
    abbreviated = words[0].endswith(".")
    return (
        len(text) > 1
        and len(words) <= _LONGEST_ROLE
        and (text[0].isupper() or abbreviated)
        and words[0].lower().strip(".") not in convention.openers
        and words[-1].lower() not in convention.honorifics
        and convention.sentence_words.isdisjoint(words)
    )


def _is_anyone(text: str, convention: Convention) -> bool:
    words = text.lower().split()
    return words[0] not in convention.openers and words[-1] not in convention.not_names


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


def _is_in_capitals(match: re.Match[str]) -> bool:
    """Whether the name is printed in capitals ("McCONNELL", "de la GARZA"), or the office is.

    Where an office and then a name stand in the label, it is the office: "The PRESIDING OFFICER
    (Mr. Kyl)"; of an office one word is enough: "SPEAKER pro tempore".
    """
    groups = match.groupdict()
    office = groups.get("office")
    named = groups.get("name") is not None
    if office is not None and not (named and match.start("name") < match.start("office")):
        return any(word.isupper() and len(word) > 1 for word in office.split())
    last = _core(match).rsplit(maxsplit=1)[-1]
    return sum(map(str.isupper, last)) > sum(map(str.islower, last))


def _is_followed_by_speech(index: int, texts: Sequence[str], convention: Convention) -> bool:
    """Whether the next line with words is a paragraph: long, or a sentence and no name."""
    following = next((text for text in texts[index + 1 : index + 4] if text.strip()), "").strip()
    if len(following) >= _SHORTEST_SPEECH:
        return True
    words = following.split()
    named = [word[0].isupper() or word.lower() in convention.particles for word in words]
    ends = following.endswith((".", "!", "?", "…", ":", "]"))
    return ends and not (len(words) > 1 and all(named))
