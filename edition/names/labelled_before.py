"""Whose entry a speaker had before, where another convention prints his name otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping

from edition.names.denied import surname_of
from edition.names.human import Human
from edition.names.model import Entry
from edition.names.words import folded
from edition.transcript.model import Speaker


def labelled_before(
    speakers: Iterable[Speaker],
    before: Mapping[str, str],
    candidates: Mapping[str, Entry],
    honorifics: Container[str],
    may_be: Callable[[Human, str], bool],
) -> dict[str, str]:
    """The identifiers of the entries that *speakers* had *before*, by their keys.

    *before* has them by the names in the labels. Who has none by his name has that of another form
    of it, if it is one of *candidates*, and nobody else has that surname, now or before: "Mr Pike"
    was "PIKE", or "John Pike". *may_be* says whether nothing contradicts an honorific.
    """
    speakers = list(speakers)
    own = {speaker.key: before[speaker.name] for speaker in speakers if speaker.name in before}
    labels: defaultdict[str, list[str]] = defaultdict(list)
    for name in before:
        labels[surname_of(name)].append(name)
    now: defaultdict[str, list[Speaker]] = defaultdict(list)
    for speaker in speakers:
        now[surname_of(speaker.name)].append(speaker)
    for surname, (speaker, *others) in now.items():
        names = labels.get(surname, [])
        if others or len(names) != 1 or speaker.key in own:
            continue
        entry = candidates.get(before[names[0]])
        if entry is None or not entry.candidate or entry.id in own.values():
            continue
        if _is_form(speaker.name, names[0], entry, honorifics, may_be):
            own[speaker.key] = entry.id
    return own


def _is_form(
    name: str,
    label: str,
    entry: Entry,
    honorifics: Container[str],
    may_be: Callable[[Human, str], bool],
) -> bool:
    """Whether *name* is another form of *label* and of *entry*'s, by all their words."""
    honorific, words = _parts(name, honorifics)
    for other in (label, entry.name):
        another, theirs = _parts(other, honorifics)
        if not may_be(Human([other], entry, honorifics={another} - {""}), honorific):
            return False
        if words != theirs and min(len(words), len(theirs)) > 1:
            return False
    return True


def _parts(name: str, honorifics: Container[str]) -> tuple[str, list[str]]:
    """The honorific of *name*, if it has one, and its other words as they are compared."""
    first, _, rest = name.partition(" ")
    honorific = first.capitalize() if first.isupper() else first
    if rest and honorific in honorifics:
        return honorific, folded(rest).casefold().split()
    return "", folded(name).casefold().split()
