"""Derivatives by attributes and by what comes too early, and what a pattern is made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from edition.checking.pattern import (
    EMPTY,
    NOT_ALLOWED,
    Attribute,
    Choice,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    choice,
    group,
    interleave,
    one_or_more,
)


def after_child_skipping(pattern: Pattern, accepted: frozenset[Element]) -> Pattern:
    """As :meth:`Pattern.after_child`, as if all that must come before the child had come."""
    match pattern:
        case Choice(left=left, right=right):
            return choice(
                after_child_skipping(left, accepted), after_child_skipping(right, accepted)
            )
        case Group(left=left, right=right):
            first = group(after_child_skipping(left, accepted), right)
            return choice(first, after_child_skipping(right, accepted))
        case OneOrMore(inner=inner):
            return group(after_child_skipping(inner, accepted), choice(pattern, EMPTY))
    return pattern.after_child(accepted)


def is_text(pattern: Pattern, text: str) -> bool:
    """Whether *text* is all that *pattern* wants: the value of an attribute, say."""
    return pattern.after_text(text).nullable or (pattern.nullable and not text.strip(" \t\r\n"))


def after_attribute(pattern: Pattern, name: str, value: str | None) -> Pattern:
    """What is left when the attribute *name* is there; with None whatever its value."""
    match pattern:
        case Attribute(names=names, value=wanted):
            fits = name in names and (value is None or is_text(wanted, value))
            return EMPTY if fits else NOT_ALLOWED
        case Choice(left=left, right=right):
            return choice(after_attribute(left, name, value), after_attribute(right, name, value))
        case Group(left=left, right=right) | Interleave(left=left, right=right):
            join = group if isinstance(pattern, Group) else interleave
            return choice(
                join(after_attribute(left, name, value), right),
                join(left, after_attribute(right, name, value)),
            )
        case OneOrMore(inner=inner):
            return group(after_attribute(inner, name, value), choice(pattern, EMPTY))
    return NOT_ALLOWED


@cache
def without_attributes(pattern: Pattern, missing: Pattern) -> Pattern:
    """*pattern* when no more attributes come; one still asked for becomes *missing*.

    With NOT_ALLOWED that is the law; with EMPTY a missing attribute is forgiven.
    """
    match pattern:
        case Attribute():
            return missing
        case Choice(left=left, right=right):
            return choice(without_attributes(left, missing), without_attributes(right, missing))
        case Group(left=left, right=right):
            return group(without_attributes(left, missing), without_attributes(right, missing))
        case Interleave(left=left, right=right):
            return interleave(without_attributes(left, missing), without_attributes(right, missing))
        case OneOrMore(inner=inner):
            return one_or_more(without_attributes(inner, missing))
    return pattern


def parts(pattern: Pattern) -> Iterator[Pattern]:
    """Everything that *pattern* is made of, itself included, not what its elements hold."""
    yield pattern
    match pattern:
        case Choice(left=left, right=right) | Group(left=left, right=right):
            yield from parts(left)
            yield from parts(right)
        case Interleave(left=left, right=right):
            yield from parts(left)
            yield from parts(right)
        case OneOrMore(inner=inner):
            yield from parts(inner)


@cache
def elements_in(pattern: Pattern) -> frozenset[Pattern]:
    """The elements that *pattern* speaks of."""
    return frozenset(part for part in parts(pattern) if isinstance(part, Element))


def first(pattern: Pattern) -> Iterator[Pattern]:
    """What can come first in *pattern*: elements, TEXT and values."""
    match pattern:
        case Choice(left=left, right=right) | Interleave(left=left, right=right):
            yield from first(left)
            yield from first(right)
        case Group(left=left, right=right):
            yield from first(left)
            if left.nullable:
                yield from first(right)
        case OneOrMore(inner=inner):
            yield from first(inner)
        case _:
            yield pattern


def required(pattern: Pattern, kind: type[Pattern]) -> list[Pattern]:
    """The parts of *kind* (Element or Attribute) without which nothing matches *pattern*."""
    match pattern:
        case Choice(left=left, right=right):
            others = required(right, kind)
            return [part for part in required(left, kind) if part in others]
        case Group(left=left, right=right) | Interleave(left=left, right=right):
            return required(left, kind) + required(right, kind)
        case OneOrMore(inner=inner):
            return required(inner, kind)
    return [pattern] if isinstance(pattern, kind) else []
