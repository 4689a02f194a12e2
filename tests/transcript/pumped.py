"""Texts on which a pattern has most to try: its repetitions pumped up, and an end it does not want.

Walks the tree into which Python itself parses a regular expression.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

_PARSER: Any = import_module("re._parser")
_SAMPLE = "a A0.,:;-–—_()[]{}<>“”\"'’!?*\t\u00a0éЯ\u4e00|/\\+#=ij"
_COMMON = "aA0 -."
_MANY = 10  # more than so many repetitions are worth pumping
_KINDS = {"CATEGORY_DIGIT": str.isdigit, "CATEGORY_SPACE": str.isspace}


def pumped(pattern: str, times: int) -> Iterator[str]:
    """Texts for each repetition in *pattern*: what is repeated, or a common sign, *times* times."""
    for text in _pumped(_PARSER.parse(pattern), "", times):
        yield f"{text}\x00"


def _pumped(items: Iterable[Any], before: str, times: int) -> Iterator[str]:
    for operation, argument in items:
        name = str(operation)
        inner = list(_inner(name, argument))
        if name.endswith("REPEAT") and argument[1] > _MANY:
            for body in (*map(_example, inner), *_COMMON):
                yield before + body * times
        for body in inner:
            yield from _pumped(body, before, times)
        before += _example([(operation, argument)])


def _inner(name: str, argument: Any) -> Iterator[Any]:
    """The bodies inside an operation: of a group, a repetition, each branch, a look around."""
    if name == "BRANCH":
        yield from argument[1]
    elif name in ("SUBPATTERN", "ATOMIC_GROUP") or name.endswith("REPEAT"):
        yield argument[-1] if name != "ATOMIC_GROUP" else argument
    elif name in ("ASSERT", "ASSERT_NOT"):
        yield argument[1]


def _example(items: Iterable[Any]) -> str:
    """A short text that the *items* match, as far as they look around at nothing."""
    text = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL":
            text += chr(argument)
        elif name in ("NOT_LITERAL", "ANY", "IN"):
            text += next((sign for sign in _SAMPLE if _matches(name, argument, sign)), "")
        elif name == "BRANCH":
            text += _example(argument[1][0])
        elif name == "SUBPATTERN":
            text += _example(argument[-1])
        elif name.endswith("REPEAT"):
            text += _example(argument[-1]) * max(argument[0], 1)
    return text


def _matches(name: str, argument: Any, sign: str) -> bool:
    if name != "IN":
        return name == "ANY" or sign != chr(argument)
    negated = str(argument[0][0]) == "NEGATE"
    return negated != any(_is_in(str(kind), value, sign) for kind, value in argument)


def _is_in(kind: str, value: Any, sign: str) -> bool:
    if kind == "LITERAL":
        return bool(ord(sign) == value)
    if kind == "RANGE":
        return bool(value[0] <= ord(sign) <= value[1])
    if kind == "CATEGORY":
        category = str(value).replace("_NOT_", "_")
        is_so = _KINDS.get(category, lambda one: one.isalnum() or one == "_")(sign)
        return is_so != ("_NOT_" in str(value))
    return False
