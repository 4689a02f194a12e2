"""What is wrong in a convention that is well-formed: its forms, its patterns, its events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from edition.toml_places import KeyPath
from edition.transcript.compiled_form import CompiledForm
from edition.transcript.convention import Convention
from edition.transcript.forms import FormError, Words
from edition.transcript.patterns import fault_in

_MONTHS = 12
_DATE = ("date", "day", "month", "year")
PATTERNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("after", "before", "editorial", "elision", "lead_ins", "openings"), ()),
        **dict.fromkeys(("pattern", "place", "pullquote", "remark", "separator"), ()),
        **dict.fromkeys(("title_until", "tooltip", "trailer"), ()),
        **dict.fromkeys(("date", "other_dates"), _DATE),
        "time": ("time", "hour", "minute"),
        "place_anywhere": ("place",),
        "in_sentence": ("when", "place"),
        **dict.fromkeys(("examiner", "witness", "presides"), ("name",)),
    }
)
"""The keys whose values are regular expressions, and the groups that each of these must have."""

EVENT_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "kinesic": "applause laughter ovation signal playback music demonstration gesture "
        "presentation signing vote other",
        "vocal": "laughter recitation singing speaking translation shouting murmuring interruption "
        "greeting weeping clarification noise other",
        "incident": "silence pause break entering leaving action technical sound other",
        "note": "editorial",
        "gap": "inaudible",
    }
)
"""The types that an event of each element may have: those of the schema."""


def faults_in(
    convention: Convention, stated: Mapping[str, object]
) -> Iterator[tuple[KeyPath, str]]:
    """The keys that are wrong in the file of *convention*, each with the reason.

    *stated* are the tables as the file has them, without the words of the language.
    """
    yield from _faults_of_forms(convention)
    yield from _faults_of_patterns(stated, ())
    if (count := len(convention.front.month_names)) % _MONTHS:
        yield ("front", "months"), f"there are {count} months: it must be {_MONTHS}, or all twice"
    yield from _faults_of_events(stated)


def _faults_of_forms(convention: Convention) -> Iterator[tuple[KeyPath, str]]:
    words = Words(convention.honorifics, convention.particles, offices=convention.offices)
    for index, form in enumerate(convention.labels.forms):
        try:
            CompiledForm(index, form, words)
        except FormError as error:
            path = ("labels", "forms", index, "print")
            yield path, f"{error}, at character {error.at + 1}"
    if not convention.labels.forms and not convention.labels.delimiter:
        yield ("labels",), "there is neither a delimiter nor a form: no label would be found"


def _faults_of_patterns(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _faults_of_patterns(inner, (*path, key))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, inner in enumerate(value):
            yield from _faults_of_patterns(inner, (*path, index))
    else:
        key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        if value and key in PATTERNS:
            fault = fault_in(str(value), PATTERNS[key])
            if fault is not None:
                yield path, f"{fault.reason}, at character {fault.at + 1}"


def _faults_of_events(stated: Mapping[str, object]) -> Iterator[tuple[KeyPath, str]]:
    for table in ("events", "narration"):
        entries = stated.get(table, [])
        for index, entry in enumerate(entries if isinstance(entries, list) else []):
            types = EVENT_TYPES[entry["element"]].split()
            if entry["type"] not in types:
                known = ", ".join(types)
                yield (table, index, "type"), f"{entry['element']} has the types {known}"
