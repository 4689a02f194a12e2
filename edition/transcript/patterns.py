"""What is wrong with a pattern in a convention: not well written, or slow on some text.

A repetition without bound inside another one, ``(a+)+``, may take time beyond all measure on a
text that does not match; in a pattern for lines of a transcript it is never needed.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

_SIGN = re.compile(
    r"""
      \\.                                                   # one sign by itself
    | \[\^?\]?(?:\\.|[^\]\\])*\]                            # one of a set of characters
    | \((?:\?[^)<:=!]*(?:[:=!]|<[=!]|P?<\w+>))?             # a group begins
    | [*+] | \{\d*,?\d*\}                                  # a repetition
    | .
    """,
    re.DOTALL | re.VERBOSE,
)
_NESTED = "a repetition without bound stands inside another one: it may take for ever"
_FLAGS = re.compile(r"\(\?[aiLmsux]+\)")  # for all of a pattern
_UNBOUNDED = re.compile(r"[*+]|\{\d*,\}")


class PatternFault(NamedTuple):
    """What is wrong, in words, and at which character of the pattern (from 0)."""

    reason: str
    at: int


def fault_in(pattern: str, groups: Collection[str] = ()) -> PatternFault | None:
    """What is wrong with the regular expression *pattern*; None if nothing is.

    It must have the *groups*; with none of them no group may have a name, and no flag may hold for
    all of it, for patterns are joined.
    """
    try:
        named = re.compile(pattern).groupindex
    except re.error as error:
        return PatternFault(f"it is no regular expression: {error.msg}", error.pos or 0)
    if _FLAGS.match(pattern):
        return PatternFault("a flag holds for a group only: write “(?i:…)”", 0)
    if (endless := _endless(pattern)) is not None:
        return endless
    if missing := sorted(_needed(groups, named) - named.keys()):
        return PatternFault(f"it must have the groups {', '.join(missing)}: “(?P<NAME>…)”", 0)
    if named and not groups:
        return PatternFault("no group needs a name here: write “(?:…)”", pattern.index("(?P<"))
    return None


def _needed(groups: Collection[str], named: Collection[str]) -> set[str]:
    """The groups that *groups* and those *named* need: a time has hour and minute."""
    return {*groups, *(("hour", "minute") if "time" in named else ())}


def _endless(pattern: str) -> PatternFault | None:
    """The first repetition without bound inside another one."""
    open_groups: list[bool] = [False]  # whether each holds a repetition without bound
    closed = False  # the last thing was such a group
    for sign in _SIGN.finditer(pattern):
        text = sign.group()
        if text.startswith("("):
            open_groups.append(False)
            closed = False
        elif text == ")":
            closed = open_groups.pop()
            open_groups[-1] |= closed
        elif _UNBOUNDED.fullmatch(text):
            if closed:
                return PatternFault(_NESTED, sign.start())
            open_groups[-1] = True
            closed = False
        else:
            closed = False
    return None
