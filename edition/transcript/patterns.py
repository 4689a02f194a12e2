"""What is wrong with a pattern in a convention: not well written, or slow on some text.

A repetition without bound inside another one, ``(a+)+``, may take time beyond all measure on a
text that does not match; in a pattern for lines of a transcript it is never needed.
"""

from __future__ import annotations

import re
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
_UNBOUNDED = re.compile(r"[*+]|\{\d*,\}")


class PatternFault(NamedTuple):
    """What is wrong, in words, and at which character of the pattern (from 0)."""

    reason: str
    at: int


def fault_in(pattern: str) -> PatternFault | None:
    """What is wrong with the regular expression *pattern*; None if nothing is."""
    try:
        re.compile(pattern)
    except re.error as error:
        return PatternFault(f"it is no regular expression: {error.msg}", error.pos or 0)
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
                reason = (
                    "a repetition without bound stands inside another one: it may take for ever"
                )
                return PatternFault(reason, sign.start())
            open_groups[-1] = True
            closed = False
        else:
            closed = False
    return None
