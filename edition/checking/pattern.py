"""What an element may hold, as an expression, and its derivatives.

Brzozowski's derivative of a pattern by an item is what may follow that item; James Clark
worked it out for RELAX NG (https://relaxng.org/jclark/derivative.html). Every pattern is
made once, so that patterns are equal only if they are the same, and derivatives are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from edition.checking.names import NameClass


class Pattern:
    """A pattern. ``nullable``: nothing at all matches it. ``fussy``: it matters what text says."""

    __slots__ = ("_by_child", "_by_text", "fussy", "nullable")

    def __init__(self, *, nullable: bool, fussy: bool = False) -> None:
        self.nullable = nullable
        self.fussy = fussy
        self._by_child: dict[frozenset[Element], Pattern] = {}
        self._by_text: Pattern | None = None

    def after_child(self, accepted: frozenset[Element]) -> Pattern:
        """What may follow a child that is valid as any of *accepted*."""
        found = self._by_child.get(accepted)
        if found is None:
            found = self._by_child[accepted] = _by_child(self, accepted)
        return found

    def after_text(self, text: str) -> Pattern:
        """What may follow the string *text*."""
        if self.fussy:
            return _by_text(self, text)
        if self._by_text is None:
            self._by_text = _by_text(self, text)
        return self._by_text


class _Constant(Pattern):
    __slots__ = ()


EMPTY = _Constant(nullable=True)
NOT_ALLOWED = _Constant(nullable=False)
TEXT = _Constant(nullable=True)


class Value(Pattern):
    """A text of a certain form: *matches* says which. *literal* is set where only one does."""

    __slots__ = ("form", "literal", "matches")

    def __init__(self, matches: Callable[[str], bool], literal: str | None, form: str) -> None:
        super().__init__(nullable=matches(""), fussy=True)
        self.matches = matches
        self.literal = literal
        self.form = form


class Attribute(Pattern):
    """An attribute with a name of *names* and a value that *value* matches."""

    __slots__ = ("names", "value")

    def __init__(self, names: NameClass, value: Pattern) -> None:
        super().__init__(nullable=False)
        self.names = names
        self.value = value


class Element(Pattern):
    """An element with a name of *names*; its content is worked out when first asked for."""

    __slots__ = ("_content", "_make", "names")

    def __init__(self, names: NameClass, make: Callable[[], Pattern]) -> None:
        super().__init__(nullable=False)
        self.names = names
        self._make = make
        self._content: Pattern | None = None

    @property
    def content(self) -> Pattern:
        """Its attributes and children."""
        if self._content is None:
            self._content = self._make()
        return self._content


class _Pair(Pattern):
    __slots__ = ("left", "right")

    def __init__(self, left: Pattern, right: Pattern, *, nullable: bool) -> None:
        super().__init__(nullable=nullable, fussy=left.fussy or right.fussy)
        self.left = left
        self.right = right


class Choice(_Pair):
    """Either of two."""

    __slots__ = ()


class Group(_Pair):
    """One after the other."""

    __slots__ = ()


class Interleave(_Pair):
    """Both, in any order, mixed."""

    __slots__ = ()


class OneOrMore(Pattern):
    """One or more of *inner*."""

    __slots__ = ("inner",)

    def __init__(self, inner: Pattern) -> None:
        super().__init__(nullable=inner.nullable, fussy=inner.fussy)
        self.inner = inner


@cache
def choice(left: Pattern, right: Pattern) -> Pattern:
    """*left* or *right*, in the simplest form."""
    if left is NOT_ALLOWED or (left is EMPTY and right.nullable):
        return right
    if right is NOT_ALLOWED or (right is EMPTY and left.nullable):
        return left
    if isinstance(left, Choice):
        return choice(left.left, choice(left.right, right))
    if left in _alternatives(right):
        return right
    return Choice(left, right, nullable=left.nullable or right.nullable)


@cache
def group(left: Pattern, right: Pattern) -> Pattern:
    """*left* and then *right*, in the simplest form."""
    if NOT_ALLOWED in (left, right):
        return NOT_ALLOWED
    if left is EMPTY:
        return right
    if right is EMPTY:
        return left
    if isinstance(left, Group):
        return group(left.left, group(left.right, right))
    return Group(left, right, nullable=left.nullable and right.nullable)


@cache
def interleave(left: Pattern, right: Pattern) -> Pattern:
    """*left* and *right* in any order, in the simplest form."""
    if NOT_ALLOWED in (left, right):
        return NOT_ALLOWED
    if left is EMPTY:
        return right
    if right is EMPTY:
        return left
    return Interleave(left, right, nullable=left.nullable and right.nullable)


@cache
def one_or_more(inner: Pattern) -> Pattern:
    """One or more of *inner*, in the simplest form."""
    if inner in (EMPTY, NOT_ALLOWED, TEXT) or isinstance(inner, OneOrMore):
        return inner
    return OneOrMore(inner)


def _alternatives(pattern: Pattern) -> Iterator[Pattern]:
    while isinstance(pattern, Choice):
        yield pattern.left
        pattern = pattern.right
    yield pattern


def _by_child(pattern: Pattern, accepted: frozenset[Element]) -> Pattern:
    match pattern:
        case Element():
            return EMPTY if pattern in accepted else NOT_ALLOWED
        case Choice(left=left, right=right):
            return choice(left.after_child(accepted), right.after_child(accepted))
        case Group(left=left, right=right):
            first = group(left.after_child(accepted), right)
            return choice(first, right.after_child(accepted)) if left.nullable else first
        case Interleave(left=left, right=right):
            return choice(
                interleave(left.after_child(accepted), right),
                interleave(left, right.after_child(accepted)),
            )
        case OneOrMore(inner=inner):
            return group(inner.after_child(accepted), choice(pattern, EMPTY))
    return NOT_ALLOWED


def _by_text(pattern: Pattern, text: str) -> Pattern:
    match pattern:
        case Value(matches=matches):
            return EMPTY if matches(text) else NOT_ALLOWED
        case Choice(left=left, right=right):
            return choice(left.after_text(text), right.after_text(text))
        case Group(left=left, right=right):
            first = group(left.after_text(text), right)
            return choice(first, right.after_text(text)) if left.nullable else first
        case Interleave(left=left, right=right):
            return choice(
                interleave(left.after_text(text), right), interleave(left, right.after_text(text))
            )
        case OneOrMore(inner=inner):
            return group(inner.after_text(text), choice(pattern, EMPTY))
    return TEXT if pattern is TEXT else NOT_ALLOWED
