"""What a schema expects at some place, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from edition.checking.derivative import (
    first,
    parts,
)
from edition.checking.pattern import (
    TEXT,
    Attribute,
    Element,
    Pattern,
    Value,
)
from edition.tei.vocabulary import local

MOST_NAMES = 30


def attributes_of(pattern: Pattern) -> Iterator[Attribute]:
    """The attributes that *pattern* speaks of."""
    return (part for part in parts(pattern) if isinstance(part, Attribute))


def next_in(state: Pattern) -> str:
    """In words, what can come next in *state*."""
    firsts = list(first(state))
    others = ["text"] if TEXT in firsts else []
    if state.nullable and TEXT not in firsts:
        others.append("nothing more")
    return one_of([p for p in firsts if isinstance(p, Element)], others)


def one_of(patterns: Iterable[Pattern], others: Iterable[str] = ()) -> str:
    """“one of: a, b, c”: *others*, and the names of the elements among *patterns*."""
    names = [n for p in patterns if isinstance(p, Element) for n in p.names.listed()]
    return one_of_names([*others, *names])


def one_of_names(names: Iterable[str]) -> str:
    """“one of: a, b, c”, each name once, not more than thirty."""
    listed = list(dict.fromkeys(map(local, names)))
    more = len(listed) - MOST_NAMES
    if more > 1:
        listed[MOST_NAMES:] = [f"and {more} more"]
    return listed[0] if len(listed) == 1 else "one of: " + ", ".join(listed) if listed else ""


def tags_of(patterns: Iterable[Pattern]) -> str:
    """“<a>, <b>”: the names of elements as they are spoken of in a sentence."""
    names = [n for p in patterns if isinstance(p, Element) for n in p.names.listed()]
    return ", ".join(f"<{local(name)}>" for name in dict.fromkeys(names))


def any_of(state: Pattern) -> str:
    """“<a> or <b>”: what a sentence says is missing where one of several may come."""
    names = [n for p in first(state) if isinstance(p, Element) for n in p.names.listed()]
    listed = [f"<{local(name)}>" for name in dict.fromkeys(names)]
    return " or ".join(listed) if len(listed) <= 3 else "an element"


def forms(patterns: Iterable[Pattern]) -> str:
    """In words, the texts that *patterns* allow: a closed list, or the form of a value."""
    values = [part for p in patterns for part in parts(p) if isinstance(part, Value)]
    if values and all(value.literal is not None for value in values):
        return one_of_names(value.literal or "" for value in values)
    return " or ".join(dict.fromkeys(value.form for value in values))


def nearest(name: str, names: Iterable[str]) -> str:
    """That of *names* which *name* was probably meant to be, or ''."""
    known = {local(candidate).lower(): candidate for candidate in names}
    found = get_close_matches(local(name).lower(), list(known), 1, 0.75)
    return known[found[0]] if found else ""


def did_you_mean(name: str) -> str:
    """The question, or '' without *name*."""
    return f"Did you mean {name}?" if name else ""
