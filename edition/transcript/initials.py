"""Who is labelled by initials or by a code where the whole name is a label, too."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBERED = re.compile(r"([^\W\d_]{2,20}) #?([0-9]{1,3})")
_LONGEST = 4  # letters of initials


def names_of_initials(names: Iterable[str]) -> dict[str, str]:
    """By each of *names* that is short for one other, the name that it is short for.

    "PH" for "PER HOLM", "P3" for "Participant 3". What may be short for two is left out.
    """
    printed = dict.fromkeys(names)
    full: dict[str, set[str]] = {}
    for name in printed:
        for short in _short_forms(name):
            if short in printed:
                full.setdefault(short, set()).add(name.casefold())
    whole = {name.casefold(): name for name in printed}
    return {short: whole[names.pop()] for short, names in full.items() if len(names) == 1}


def _short_forms(name: str) -> tuple[str, ...]:
    """The initials of a full *name*, with stops and without; the code of a number."""
    if (numbered := _NUMBERED.fullmatch(name)) is not None:
        return (f"{numbered[1][0].upper()}{int(numbered[2])}",)
    letters = [word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper()]
    if not 1 < len(letters) <= _LONGEST or len(letters) * 2 > len(name):
        return ()
    return ("".join(letters), "".join(f"{letter}." for letter in letters))
