"""Where each key of a TOML text stands; ``tomllib`` does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

KeyPath = tuple[str | int, ...]

DEEPEST = 16
_TOKEN = re.compile(
    r"""
      (?P<blank> [ \t\r]+ | \#[^\n]* )
    | (?P<line_end> \n )
    | (?P<text> \"{3} (?: \\. | [^\\] )*? \"{3,5} | '{3} .*? '{3,5}
              | " (?: \\. | [^"\\\n] )* " | ' [^'\n]* ' )
    | (?P<bare> [^\s\[\]{}=,."'\#]+ )
    | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of TOML that is no blank: what kind, its text, where it begins."""

    kind: str
    text: str
    offset: int


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of *offset* in *text*."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def dotted(path: KeyPath) -> str:
    """*path* as a person writes it: ``transcript."a b".url``, ``editor[2].name``."""
    written = ""
    for step in path:
        if isinstance(step, int):
            written += f"[{step + 1}]"
        else:
            bare = re.fullmatch(r"[\w-]+", step, re.ASCII)
            name = step if bare else _quoted(step)
            written += f".{name}" if written else name
    return written


def _quoted(key: str) -> str:
    import json

    return json.dumps(key, ensure_ascii=False)


def excess(text: str) -> tuple[int, str] | None:
    """Where *text* is nested deeper than anybody writes by hand, and how; else None.

    ``tomllib`` needs the square of the length of a dotted key, and a call a bracket.
    """
    depth = parts = 0
    for token in _tokens(text):
        if token.text in ("[", "{"):
            depth += 1
        elif token.text in ("]", "}"):
            depth -= 1
        if token.kind in ("text", "bare"):
            parts += 1
        elif token.text != ".":
            parts = 0
        if depth > DEEPEST:
            return token.offset, f"brackets are nested deeper than {DEEPEST}"
        if parts > DEEPEST and token.kind != "text":
            return token.offset, f"a key has more than {DEEPEST} parts"
    return None


def places_of_keys(text: str) -> Mapping[KeyPath, int]:
    """The offset of each key and list item in *text*, which ``tomllib`` has accepted."""
    return _Reader(text).places


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "blank":
            yield Token(match.lastgroup or "", match[0], match.start())


class _Reader:
    """Goes through the tokens once and notes where keys begin."""

    def __init__(self, text: str) -> None:
        self.places: dict[KeyPath, int] = {}
        self._tokens = [*_tokens(text), Token("end", "", len(text))]
        self._next = 0
        self._counts: dict[KeyPath, int] = {}
        table: KeyPath = ()
        while self._peek().kind != "end":
            if self._peek().kind == "line_end":
                self._take()
            elif self._peek().text == "[":
                table = self._header()
            else:
                self._assignment(table)

    def _peek(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next = min(self._next + 1, len(self._tokens) - 1)
        return token

    def _header(self) -> KeyPath:
        """``[a.b]`` or ``[[a.b]]``: the path of the table that begins."""
        offset = self._take().offset
        if of_list := self._peek().text == "[":
            self._take()
        names = self._key()
        while self._peek().text == "]":
            self._take()
        path: KeyPath = ()
        for name in names[:-1]:
            path = self._last_item((*path, name))
        path = (*path, names[-1])
        if of_list:
            self.places.setdefault(path, offset)
            self._counts[path] = self._counts.get(path, -1) + 1
            path = self._last_item(path)
        self.places.setdefault(path, offset)
        return path

    def _last_item(self, path: KeyPath) -> KeyPath:
        return (*path, self._counts[path]) if path in self._counts else path

    def _key(self) -> list[str]:
        names = [_name(self._take())]
        while self._peek().text == ".":
            self._take()
            names.append(_name(self._take()))
        return names

    def _assignment(self, table: KeyPath) -> None:
        """``a.b = value``."""
        offset = self._peek().offset
        path = table
        for name in self._key():
            path = (*path, name)
            self.places.setdefault(path, offset)
        self._take()
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        opening = self._peek().text
        if opening == "[":
            self._take()
            self._items(path)
        elif opening == "{":
            self._take()
            self._pairs(path)
        else:
            while self._peek().kind not in ("line_end", "end") and self._peek().text not in ",]}":
                self._take()

    def _items(self, path: KeyPath) -> None:
        index = 0
        while (token := self._peek()).text != "]" and token.kind != "end":
            if token.kind == "line_end" or token.text == ",":
                self._take()
            else:
                self.places[*path, index] = token.offset
                self._value((*path, index))
                index += 1
        self._take()

    def _pairs(self, path: KeyPath) -> None:
        while (token := self._peek()).text != "}" and token.kind != "end":
            if token.kind == "line_end" or token.text == ",":
                self._take()
            else:
                self._assignment(path)
        self._take()


def _name(token: Token) -> str:
    if token.kind == "text":
        return str(tomllib.loads(f"name = {token.text}")["name"])
    return token.text
