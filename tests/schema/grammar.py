"""RelaxNG grammars as values: content models that can be compared, and instances made from them.

Both grammars compared here have one declaration for each element name. Then one grammar
admits only what the other admits if, element by element, every sequence of children and
text that the one allows is allowed by the other. That is a question about regular
expressions, and derivatives answer it exactly, with a counterexample if the answer is no.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import count
from pathlib import Path

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEXT = "#text"


@dataclass(frozen=True, eq=False)
class Pattern:
    """A content model: kind is empty, none, letter, seq, choice, more or both (interleaved).

    Equal patterns are one object, made by :func:`pattern`, so that comparing them costs nothing.
    """

    kind: str
    letter: str
    parts: tuple[Pattern, ...]
    serial: int

    @cached_property
    def nullable(self) -> bool:
        """Whether the model admits an element without content."""
        match self.kind:
            case "empty":
                return True
            case "letter":
                return self.letter == TEXT
            case "choice":
                return any(part.nullable for part in self.parts)
        return self.kind != "none" and all(part.nullable for part in self.parts)

    @cached_property
    def first(self) -> frozenset[str]:
        """What the content may begin with."""
        if self.kind == "letter":
            return frozenset({self.letter})
        if self.kind == "seq":
            head, tail = self.parts
            return head.first | tail.first if head.nullable else head.first
        return frozenset().union(*(part.first for part in self.parts))

    @cached_property
    def letters(self) -> frozenset[str]:
        """Everything the content may hold."""
        if self.kind == "letter":
            return frozenset({self.letter})
        return frozenset().union(*(part.letters for part in self.parts))


_serials = count()


@cache
def pattern(kind: str, letter: str = "", parts: tuple[Pattern, ...] = ()) -> Pattern:
    return Pattern(kind, letter, parts, next(_serials))


EMPTY = pattern("empty")
NONE = pattern("none")
CHARACTERS = pattern("letter", TEXT)
_LEAVES = {
    "text": CHARACTERS,
    "data": CHARACTERS,
    "value": CHARACTERS,
    "list": CHARACTERS,
    "notAllowed": NONE,
}


def seq(head: Pattern, tail: Pattern) -> Pattern:
    if NONE in (head, tail):
        return NONE
    if EMPTY in (head, tail):
        return tail if head is EMPTY else head
    if head.kind == "seq":
        return seq(head.parts[0], seq(head.parts[1], tail))
    return pattern("seq", parts=(head, tail))


def choice(*options: Pattern) -> Pattern:
    flat: set[Pattern] = set()
    for option in options:
        flat |= set(option.parts) if option.kind == "choice" else {option}
    flat.discard(NONE)
    if EMPTY in flat and any(option.nullable for option in flat - {EMPTY}):
        flat.discard(EMPTY)
    if len(flat) < 2:
        return flat.pop() if flat else NONE
    return pattern("choice", parts=tuple(sorted(flat, key=lambda option: option.serial)))


def more(part: Pattern) -> Pattern:
    return part if part.kind in ("empty", "none", "more") else pattern("more", parts=(part,))


def both(left: Pattern, right: Pattern) -> Pattern:
    if NONE in (left, right):
        return NONE
    if EMPTY in (left, right):
        return right if left is EMPTY else left
    return pattern("both", parts=(left, right))


@cache
def after(model: Pattern, letter: str) -> Pattern:
    """What may follow in *model* once *letter* has been read (Brzozowski's derivative)."""
    result = NONE
    match model.kind:
        case "letter" if model.letter == letter:
            result = model if letter == TEXT else EMPTY
        case "choice":
            result = choice(*(after(part, letter) for part in model.parts))
        case "more":
            result = seq(after(model.parts[0], letter), choice(model, EMPTY))
        case "both":
            left, right = model.parts
            result = choice(both(after(left, letter), right), both(left, after(right, letter)))
        case "seq":
            head, tail = model.parts
            result = seq(after(head, letter), tail)
            if head.nullable:
                result = choice(result, after(tail, letter))
    return result


def counterexample(narrow: Pattern, wide: Pattern) -> str | None:
    """A content that *narrow* admits and *wide* does not, or None if there is none."""
    seen = {(narrow, wide)}
    paths: list[tuple[Pattern, Pattern, tuple[str, ...]]] = [(narrow, wide, ())]
    for here, there, path in paths:
        if here.nullable and not there.nullable:
            return " ".join(path) or "(empty)"
        for letter in sorted(here.first):
            step = (after(here, letter), after(there, letter))
            if step[1] == NONE:
                return " ".join((*path, letter))
            if step not in seen:
                seen.add(step)
                paths.append((*step, (*path, letter)))
    return None


@dataclass(frozen=True)
class Attribute:
    """An attribute of an element; values is empty unless they are a closed list."""

    name: str
    required: bool
    values: tuple[str, ...]
    datatype: str


class Grammar:
    """The declarations of a RelaxNG file in the XML syntax."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._defines: dict[str, list[etree._Element]] = {}
        for define in etree.parse(str(path)).iter(RNG + "define"):
            self._defines.setdefault(define.get("name", ""), []).append(define)
        self.elements: dict[str, etree._Element] = {}
        for defines in self._defines.values():
            for define in defines:
                for element in define.findall(RNG + "element"):
                    self.elements.setdefault(element.get("name", ""), element)

    def model(self, name: str) -> Pattern:
        """The content model of the element *name*."""
        return self._group(self.elements[name])

    def define_of(self, name: str) -> str:
        """The name of the define that declares the element *name*."""
        define = self.elements[name].getparent()
        assert define is not None
        return define.get("name", "")

    def attributes(self, name: str) -> dict[str, Attribute]:
        """The attributes of the element *name*."""
        found: dict[str, Attribute] = {}
        self._gather(self.elements[name], True, found)
        return found

    def _group(self, node: etree._Element) -> Pattern:
        model = EMPTY
        for child in reversed(node):
            model = seq(self._pattern(child), model)
        return model

    def _pattern(self, node: etree._Element) -> Pattern:
        kind = _kind(node)
        if kind in _LEAVES:
            return _LEAVES[kind]
        if kind == "element":
            return pattern("letter", node.get("name", ""))
        if kind == "ref":
            return self._named(node.get("name", ""))
        if kind == "choice":
            return choice(*(self._pattern(child) for child in node if _kind(child)))
        return self._composed(kind, self._group(node))

    def _composed(self, kind: str, content: Pattern) -> Pattern:
        match kind:
            case "optional":
                return choice(content, EMPTY)
            case "oneOrMore":
                return more(content)
            case "zeroOrMore":
                return choice(more(content), EMPTY)
            case "mixed":
                return both(CHARACTERS, content)
        return content if kind == "group" else EMPTY

    def _named(self, name: str) -> Pattern:
        defines = self._defines[name]
        elements = [define.find(RNG + "element") for define in defines]
        if elements[0] is not None:
            return pattern("letter", elements[0].get("name", ""))
        return choice(*(self._group(define) for define in defines))

    def _gather(self, node: etree._Element, required: bool, found: dict[str, Attribute]) -> None:
        for child in node:
            match _kind(child):
                case "attribute":
                    name = child.get("name", "")
                    values = tuple(value.text or "" for value in child.iter(RNG + "value"))
                    reference = child.find(f".//{RNG}ref")
                    datatype = "" if reference is None else reference.get("name", "")
                    found[name] = Attribute(name, required, values, datatype)
                case "ref":
                    for define in self._defines[child.get("name", "")]:
                        if define.find(RNG + "element") is None:
                            self._gather(define, required, found)
                case "optional" | "choice" | "zeroOrMore":
                    self._gather(child, False, found)
                case "group" | "oneOrMore" | "interleave":
                    self._gather(child, required, found)


def _kind(node: etree._Element) -> str:
    """The name of a RelaxNG element; nothing for annotations and comments."""
    return node.tag.removeprefix(RNG) if isinstance(node.tag, str) and RNG in node.tag else ""
