"""What stands around a dialogue and looks as its labels do: forms, names of holders, closing lines.

Of a :class:`~edition.transcript.dialogue.Document` and the labels *found* in it, by index.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import partial
from itertools import pairwise, takewhile

from edition.transcript.candidates import STOPS
from edition.transcript.dialogue import NEARLY_ALL, Document

_FEWEST_IN_FORM = 3  # lines
_MOST_OF_HOLDER = 20  # words, of who holds an office and of what else they are
_INITIAL = re.compile(r"\b\w\.\Z")


def front_form(document: Document) -> frozenset[int]:
    """The candidates that are the form on top of a record: "Date: …", "Place: …", "Chair: …".

    Three or more, one below the other, stand once each, and most end with no stop.
    """
    run: list[int] = []
    for index in (i for i, line in enumerate(document.lines) if line.strip(" ")):
        candidate = document.candidates.get(index)
        if candidate is not None and document.times[candidate.core] == 1:
            run.append(index)
        elif candidate is not None or len(run) >= _FEWEST_IN_FORM:
            break
        else:
            run = []
    ended = sum(document.candidates[index].is_ended() for index in run)
    return frozenset(run if len(run) >= _FEWEST_IN_FORM and ended * 2 < len(run) else ())


def naming(document: Document, found: Collection[int]) -> set[int]:
    """Those of *found* above all speech that say who is who: "Moderator: Rev. Ann Roe".

    Only where what is said ends with a stop: messages may have none.
    """
    order = sorted(found)
    above = set(takewhile(partial(_names_holder, document), order))
    spoken = [pair for pair in pairwise([*order, len(document.lines)]) if pair[0] not in above]
    ended = sum(_ends_before(document.lines, first, last) for first, last in spoken)
    return above if spoken and ended >= len(spoken) * NEARLY_ALL else set()


def _names_holder(document: Document, index: int) -> bool:
    """Whether nothing but a name, with more about its bearer perhaps, follows at *index*."""
    candidate = document.candidates[index]
    words = candidate.after.split()
    names = [word for word in words if not word.endswith(".")][:2]
    capitals = len(names) > 1 and all(name[0].isupper() for name in names)
    if any(map(document.words.is_office, names)) or len(words) > _MOST_OF_HOLDER:
        return False
    ended = candidate.is_ended() and _INITIAL.search(candidate.after) is None
    below = index + 1
    goes_on = below < len(document.lines) and bool(document.lines[below].strip(" "))
    return capitals and not ended and (not goes_on or below in document.candidates)


def _ends_before(lines: Sequence[str], first: int, last: int) -> bool:
    """Whether the words from line *first* on, up to line *last*, end with a stop."""
    filled = (line.rstrip(" ") for line in reversed(lines[first:last]) if line.strip(" "))
    return next(filled, "").endswith(STOPS)


def unfronted(document: Document, found: Collection[int]) -> set[int]:
    """Those of *found* that stand once and before the first with a time, as most have."""
    if not found or not document.style(found).before:
        return set()
    first = min(filter(lambda index: document.is_fronted(document.candidates[index]), found))
    before = (index for index in found if index < first)
    return {index for index in before if document.times[document.candidates[index].core] == 1}


def closing(document: Document, found: Collection[int]) -> set[int]:
    """Those of *found* that stand once and behind all that recur, with no stop as speech has.

    "More on this: Climate", below the last turn.
    """
    again = [i for i in found if document.times[document.candidates[i].core] > 1]
    if not again or not document.style(found).stopped:
        return set()
    last = max(again)
    return {
        index
        for index in found
        if index > last
        and document.candidates[index].after
        and not document.candidates[index].is_ended()
    }


def silent(document: Document, found: Collection[int]) -> set[int]:
    """Those of *found* that stand once, have nothing behind, and another label below.

    "DIRECT EXAMINATION BY MS. ROE:"
    """
    if not found or document.style(found).alone:
        return set()
    once = [
        index
        for index in found
        if not document.candidates[index].after
        and document.times[document.candidates[index].core] == 1
    ]
    filled = (i for i, line in enumerate(document.lines) if line.strip(" "))
    below = dict(pairwise(filled)) if once else {}
    return {index for index in once if below.get(index) in found}
