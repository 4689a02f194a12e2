"""What shows that labels by their form are labels: they recur, or others are printed so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.compiled_form import CompiledForm
from edition.transcript.convention import Convention
from edition.transcript.model import Label
from edition.transcript.word_sense import Words

NAMED_BY = ("name", "role", "anyone", "code")
"""The parts of a form that name somebody, the first that there is."""

_SHORTEST_NAME = 4  # letters
_PROOFS = 2  # labels that recur prove a form


class Formed(NamedTuple):
    """A label by its form, and what is the same wherever this speaker is labelled so.

    *attached* says that speech follows at once, as far as the form tells a name from a title;
    *weak* that it begins as a sentence may ("THE MESSENGER.", which is "MESSENGER." too), that it
    is initials alone on a line, or that a sentence goes on behind it ("The Union wants the
    following: the safety of …"): it must recur.
    *key* has no article before a role, *printed* has.
    """

    label: Label
    form: CompiledForm
    key: str
    printed: str
    attached: bool
    weak: bool


def core_of(match: re.Match[str]) -> str:
    """What tells the speaker from others: the name, or all that stands there."""
    groups = match.groupdict()
    named = next((groups[part] for part in NAMED_BY if groups.get(part)), None)
    return named or groups.get("callsign") or groups.get("office") or match.group()


def recurring(found: Mapping[int, Formed]) -> dict[int, Formed]:
    """Those of *found* whose speaker is labelled as often as their form wants.

    Or once, behind the first that recurs, where others prove the form.
    """
    found = _without_weak(found)
    times = Counter(formed.key for formed in found.values())
    times.update(_last_names(times))
    proves = sum(count > 1 for count in times.values()) >= _PROOFS
    first = next((index for index, one in found.items() if times[one.key] > 1), -1)
    return {
        index: one
        for index, one in found.items()
        if times[one.key] >= one.form.times
        or (
            one.form.once
            and proves
            and one.attached
            and not one.weak
            and (index > first or not one.form.first)
        )
    }


def _last_names(keys: Collection[str]) -> list[str]:
    """Those of *keys* with which another one ends: "Ansell" where "THOMAS ANSELL" is labelled."""
    backwards = sorted(key[::-1] for key in keys)  # what ends with a key stands right behind it
    return [
        end[::-1]
        for end, longer in pairwise(backwards)
        if len(end) >= _SHORTEST_NAME and longer.startswith(end)
    ]


def _without_weak(found: Mapping[int, Formed]) -> dict[int, Formed]:
    """*found* without the weak ones that stand once, and behind no other of their speaker."""
    weak = Counter(one.printed for one in found.values() if one.weak)
    strong: set[str] = set()
    kept: dict[int, Formed] = {}
    for index, one in found.items():
        if not one.weak:
            strong.add(one.key)
        if not one.weak or weak[one.printed] > 1 or one.key in strong:
            kept[index] = one
    return kept


def without_common(
    found: Mapping[int, Formed], texts: Sequence[str], convention: Convention
) -> dict[int, Formed]:
    """*found* without what nothing but its line shows to be a name, once, if it has common words.

    "Closing Remarks" heads a part where the text has the word "remarks".
    """
    times = Counter(one.key for one in found.values())
    doubtful = {
        index
        for index, one in found.items()
        if convention.labels.dialogue
        and one.form.own_line
        and one.form.once
        and times[one.key] == 1
        and one.label.name is not None
        and texts[index].strip() == texts[index][slice(*one.label.name)]
    }
    if not doubtful:
        return dict(found)
    words = Words(texts, convention)
    return {
        index: one
        for index, one in found.items()
        if index not in doubtful or not any(map(words.is_common, texts[index].split()))
    }


def in_list(
    index: int, texts: Sequence[str], found: Mapping[int, Formed], convention: Convention
) -> bool:
    """Whether line *index* is a name that another name or a heading follows, as in a list."""
    if not found[index].form.own_line:
        return False
    following = next((i for i in range(index + 1, len(texts)) if texts[i].strip()), index)
    named = following > index and following in found and found[following].form.own_line
    form = found[index].form
    again = form.match(texts[following]) if form.capitals and following > index else None
    alike = again is not None and is_in_capitals(again)  # "ROBERT, a neighbour", in a cast list
    return named or alike or convention.heading_in(texts[following]) is not None


def says_nothing(index: int, texts: Sequence[str], found: Mapping[int, Formed]) -> bool:
    """Whether nothing stands behind line *index*, which begins as a label does, and below it.

    The text ends there, or the label of another follows: "Chaired by A. ROE.". A colon shows a
    label even so.
    """
    one = found[index]
    if texts[index][one.label.end :].strip() or ":" in texts[index].rstrip()[-4:]:
        return False
    following = next((i for i in range(index + 1, len(texts)) if texts[i].strip()), None)
    if following is None:
        return True
    return not one.form.own_line and following in found and found[following].key != one.key


def too_few(found: Mapping[int, Formed], lines: int) -> set[int]:
    """The numbers of the forms that too few of the *lines* with words have."""
    counts = Counter(one.form.number for one in found.values())
    shares = {one.form.number: one.form.share for one in found.values() if one.form.share}
    return {number for number, share in shares.items() if counts[number] < share * lines}


def losing_rivals(found: Mapping[int, Formed]) -> set[int]:
    """The numbers of the rival forms that have fewer labels than another one."""
    counts = Counter(formed.form.number for formed in found.values() if formed.form.rival)
    if not counts:
        return set()
    best = min(counts, key=lambda number: (-counts[number], number))
    return set(counts) - {best}


def is_in_capitals(match: re.Match[str]) -> bool:
    """Whether the name is printed in capitals ("McCONNELL", "de la GARZA"), or the office is.

    Where an office and then a name stand in the label, it is the office: "The PRESIDING OFFICER
    (Mr. Kyl)"; of an office one word is enough: "SPEAKER pro tempore".
    """
    groups = match.groupdict()
    office = groups.get("office")
    named = groups.get("name") is not None
    if office is not None and not (named and match.start("name") < match.start("office")):
        return any(word.isupper() and len(word) > 1 for word in office.split())
    last = core_of(match).rsplit(maxsplit=1)[-1]
    return sum(map(str.isupper, last)) > sum(map(str.islower, last))
