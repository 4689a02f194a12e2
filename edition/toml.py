"""A TOML file as a typed value; whatever is wrong with it has a place and a remedy.

``tomllib`` reads, ``msgspec`` checks against a type; neither knows on which line a key
stands, so :mod:`edition.toml_places` finds it.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from types import UnionType
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin

import msgspec

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.toml_places import KeyPath, dotted, excess, places_of_keys, position

T = TypeVar("T")

MOST_BYTES = 1 << 20
MOST_FAULTS = 20
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MISSING = r"Object missing required field `(.*)`"
_WORDS = {
    "array": "a list",
    "bool": "true or false",
    "date": "a date",
    "datetime": "a date with a time",
    "float": "a decimal number",
    "int": "a whole number",
    "null": "nothing",
    "object": "a table",
    "str": "a text",
    "time": "a time",
}
_forms: dict[str, str] = {}


class FieldError(ValueError):
    """Raised in ``__post_init__`` of a struct: *reason* is wrong with the key at *path* in it."""

    def __init__(self, path: KeyPath, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


def form(pattern: str, words: str) -> msgspec.Meta:
    """A text must match *pattern*; in messages it is called *words*."""
    _forms[pattern] = words
    return msgspec.Meta(pattern=pattern)


@dataclass(frozen=True)
class TomlFile:
    """A TOML file read: its name as the user gave it, its text, its table."""

    name: str
    text: str = field(repr=False)
    table: Mapping[str, Any] = field(repr=False)

    @cached_property
    def _places(self) -> Mapping[KeyPath, int]:
        return places_of_keys(self.text)

    def place(self, path: KeyPath) -> Place:
        """Where the key at *path* stands, or the nearest table that could hold it."""
        while path and path not in self._places:
            path = path[:-1]
        return Place(self.name, *position(self.text, self._places.get(path, 0)))

    def typed(self, kind: type[T]) -> T:
        """The table as a *kind*. Raises EditionError (M004–M006) at each key that is wrong."""
        self._check_characters(self.table, ())
        try:
            return msgspec.convert(self.table, kind)
        except msgspec.ValidationError:
            raise EditionError(*self._faults(kind)) from None

    def _faults(self, kind: type) -> Iterator[Diagnostic]:
        """Why the table is no *kind*: each fault in turn, with what is wrong taken out."""
        rest = _Rest(deepcopy(self.table))
        for _ in range(MOST_FAULTS):
            try:
                msgspec.convert(rest.table, kind)
                return
            except msgspec.ValidationError as error:
                fault = _fault(error, kind, rest.table)
            if not rest.has_lost(fault):
                yield self._finding(fault, rest.as_written(fault.path))
            if not fault.path:
                return
            rest.take_out(fault.path)

    def _check_characters(self, value: object, path: KeyPath) -> None:
        if isinstance(value, str):
            self._check_text(value, path)
        elif isinstance(value, dict):
            for key, item in value.items():
                self._check_text(key, (*path, key))
                self._check_characters(item, (*path, key))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                self._check_characters(item, (*path, index))

    def _check_text(self, text: str, path: KeyPath) -> None:
        if match := _NOT_IN_XML.search(text):
            character = f"U+{ord(match[0]):04X}"
            place = self.place(path)
            raise EditionError(diagnostic("M006", place, key=dotted(path), character=character))

    def _finding(self, fault: _Fault, path: KeyPath) -> Diagnostic:
        from difflib import get_close_matches

        place, key = self.place(path), dotted(path) or "the file"
        if not fault.is_unknown:
            reason = _in_words(fault.message, fault.kind)
            return diagnostic("M004", place, key=key, reason=reason)
        known = _keys(fault.kind)
        near = get_close_matches(str(path[-1]), known, 1)
        advice = f"Did you mean {near[0]}?" if near else f"Possible here: {', '.join(known)}."
        return diagnostic("M005", place, key=key, advice=advice)


class _Fault(NamedTuple):
    """What msgspec says of what is at *path*, which should be a *kind*.

    *is_unknown*: the last step of the path is no key of that kind.
    """

    message: str
    path: KeyPath
    kind: object
    is_unknown: bool = False


def _fault(error: msgspec.ValidationError, kind: type, table: Mapping[str, Any]) -> _Fault:
    message, _, where = str(error).partition(" - at `")
    path, kind_there = _resolve(where.removesuffix("`"), kind, table)
    if match := re.fullmatch(r"Object contains unknown field `(.*)`", message, re.DOTALL):
        return _Fault(message, (*path, match[1]), kind_there, is_unknown=True)
    if isinstance(error.__cause__, FieldError):
        path += error.__cause__.path
    return _Fault(message, path, kind_there)


def _resolve(where: str, kind: Any, table: Mapping[str, Any]) -> tuple[KeyPath, Any]:
    """The path in *table* that msgspec writes as ``$.a[0].b``, and the type of what is there.

    msgspec does not name the keys of free tables, it writes ``[...]``: the first
    entry that fails alone is the one.
    """
    path: KeyPath = ()
    value: Any = table
    key: str | int
    for step in re.findall(r"\.(\w+)|\[(\d+|\.\.\.)\]", where):
        name, index = step
        key = name or (_first_wrong(value, kind) if index == "..." else int(index))
        path = (*path, key)
        value = value[key]
        kind = _inside(kind, name)
    return path, kind


class _Rest:
    """What is left of a table when some of it is taken out."""

    def __init__(self, table: Any) -> None:
        self.table = table
        self._lost: list[KeyPath] = []  # in the order of the file

    def as_written(self, path: KeyPath) -> KeyPath:
        """*path* in what is left as a path in the whole: items of lists have moved up."""
        written: KeyPath = ()
        for step in path:
            number = step
            for gone in self._lost:
                last = gone[-1]
                if isinstance(number, int) and isinstance(last, int) and gone[:-1] == written:
                    number += last <= number
            written = (*written, number)
        return written

    def has_lost(self, fault: _Fault) -> bool:
        """Whether *fault* is that a key is missing which was taken out."""
        match = re.fullmatch(_MISSING, fault.message)
        return match is not None and (*self.as_written(fault.path), match[1]) in self._lost

    def take_out(self, path: KeyPath) -> None:
        """Remove what is at *path* in what is left."""
        self._lost = sorted([*self._lost, self.as_written(path)], key=_order)
        inside = self.table
        for step in path[:-1]:
            inside = inside[step]
        del inside[path[-1]]


def _order(path: KeyPath) -> list[tuple[bool, int, str]]:
    return [(isinstance(s, str), s if isinstance(s, int) else 0, str(s)) for s in path]


def parse(data: bytes, name: str) -> TomlFile:
    """The TOML in *data*. Raises EditionError (M001–M003) where it cannot be read as such."""
    if len(data) > MOST_BYTES:
        reason = f"it has {len(data):,} bytes, more than {MOST_BYTES:,}"
        raise EditionError(diagnostic("M003", Place(name), reason=reason))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        place = Place(name, *position(before, len(before)))
        raise EditionError(diagnostic("M002", place, byte=f"0x{data[error.start]:02X}")) from None
    if (found := excess(text)) is not None:
        offset, reason = found
        raise EditionError(diagnostic("M003", Place(name, *position(text, offset)), reason=reason))
    return TomlFile(name, text, _table(text, name))


def _table(text: str, name: str) -> dict[str, Any]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place, reason = _of_syntax_error(str(error), text)
        raise EditionError(diagnostic("M001", Place(name, *place), reason=reason)) from None
    except ValueError:  # what int() says of too many digits
        raise EditionError(diagnostic("M003", Place(name), reason="it has a huge number")) from None
    return {key: _plain(value) for key, value in table.items()}


def _of_syntax_error(message: str, text: str) -> tuple[tuple[int, int], str]:
    """Place and reason, from ``reason (at line 1, column 2)`` or ``(at end of document)``."""
    reason, _, where = message.partition(" (at ")
    if match := re.fullmatch(r"line (\d+), column (\d+)\)", where):
        return (int(match[1]), int(match[2])), reason
    return position(text, len(text)), reason


def _plain(value: Any) -> Any:
    """*value* with dates as the texts they were written as: partial dates are texts too."""
    if isinstance(value, date | time | datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def _in_words(message: str, kind: Any) -> str:
    """What msgspec says of a value that should be a *kind*, without a programmer's words."""
    if match := re.fullmatch(r"Expected `str` matching regex (.*)", message, re.DOTALL):
        return f"it must be {_forms.get(ast.literal_eval(match[1]), 'of another form')}"
    if match := re.fullmatch(r"Expected `([\w |]+)`, got `(\w+)`", message):
        wanted = [_WORDS.get(name, name) for name in match[1].split(" | ") if name != "null"]
        return f"it must be {' or '.join(wanted)}, not {_WORDS.get(match[2], match[2])}"
    if match := re.fullmatch(_MISSING, message):
        return f"the key {match[1]} is missing"
    if message.startswith("Invalid enum value"):
        possible = [text for option in _options(kind) for text in get_args(option)]
        return f"it must be one of {', '.join(map(str, possible))}"
    return message


def _first_wrong(table: Any, kind: Any) -> str:
    """The first key of the free *table* whose value is no *kind*."""
    inside = _inside(kind, "")
    for key, value in table.items():
        try:
            msgspec.convert(value, inside)
        except msgspec.ValidationError:
            return str(key)
    return ""


def _inside(kind: Any, name: str) -> Any:
    """The type of the key *name* of a struct, or of the items of a table or list."""
    for option in _options(kind):
        for entry in _fields(option):
            if entry.encode_name == name:
                return entry.type
        if get_origin(option) in (dict, list, tuple):
            return get_args(option)[-1 if get_origin(option) is dict else 0]
    return Any


def _fields(kind: Any) -> tuple[msgspec.structs.FieldInfo, ...]:
    is_struct = isinstance(kind, type) and issubclass(kind, msgspec.Struct)
    return msgspec.structs.fields(kind) if is_struct else ()


def _keys(kind: Any) -> list[str]:
    """The keys that a struct may have."""
    return [entry.encode_name for option in _options(kind) for entry in _fields(option)]


def _options(kind: Any) -> tuple[Any, ...]:
    """The members of a union, or *kind* alone."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
