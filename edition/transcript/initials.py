"""Who is labelled by initials or by a code where the whole name is a label, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_NUMBERED = re.compile(r"([^\W\d_]{2,20}) #?([0-9]{1,3})")
_LONGEST = 4  # letters of initials


class Initials(NamedTuple):
    """Names by what is short for them: *sure* for one alone, *unsure* for one or more of many.

    Or for one that only seems to be a label.
    """

    sure: Mapping[str, str]
    unsure: Mapping[str, tuple[str, ...]]


def names_of_initials(names: Iterable[str], doubted: Iterable[str] = ()) -> Initials:
    """Of *names*, those that are short for others of them, or for *doubted* ones.

    "PH" for "PER HOLM", "P3" for "Participant 3".
    """
    printed = dict.fromkeys(names)
    whole = {name.casefold(): name for name in printed}
    known = set(whole)
    full: dict[str, dict[str, None]] = {}
    for name in [*printed, *doubted]:
        whole.setdefault(name.casefold(), name)
        for short in short_forms(name):
            if short in printed and short != name:
                full.setdefault(short, {})[name.casefold()] = None
    sure = {short: min(keys) for short, keys in full.items() if len(keys) == 1 and known >= {*keys}}
    return Initials(
        {short: whole[key] for short, key in sure.items()},
        {short: tuple(whole[key] for key in full[short]) for short in full if short not in sure},
    )


def short_forms(name: str) -> tuple[str, ...]:
    """The initials of a full *name*, with stops and without; the code of a number."""
    if (numbered := _NUMBERED.fullmatch(name)) is not None:
        return (f"{numbered[1][0].upper()}{int(numbered[2])}",)
    letters = [word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper()]
    if not 1 < len(letters) <= _LONGEST or len(letters) * 2 > len(name):
        return ()
    stopped = [f"{letter}." for letter in letters]
    return ("".join(letters), "".join(stopped), " ".join(stopped))
