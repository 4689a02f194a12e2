"""Documents made from a grammar: the smallest element of each name, with whatever it may hold.

An instance is wrong on purpose, too: :func:`misfits` makes elements that hold what they must not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from zlib import crc32

from tests.schema.grammar import NONE, TEXT, Attribute, Grammar, Pattern, after

_TEXT = {"geo": "59.94 30.31"}
_VALUES = {
    "teidata.certainty": "high",
    "teidata.clock": "16:30:00",
    "teidata.count": "7",
    "teidata.duration": "PT90S",
    "teidata.language": "en",
    "teidata.local": "#x",
    "teidata.numeric": "0.5",
    "teidata.pointer": "https://example.org/",
    "teidata.address": "https://example.org/",
    "teidata.temporal": "1942-08-26",
    "teidata.version": "0.1.0",
}
_NAMESPACE = "http://www.tei-c.org/ns/1.0"


class Instances:
    """Makes elements that *grammar* admits."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._numbers = count(1)
        self._models = {name: grammar.model(name) for name in grammar.elements}
        self._known: dict[Pattern, tuple[float, tuple[str, ...]]] = {}
        self._costs = self._smallest()

    def smallest(self, name: str) -> str:
        """The element *name* with what it must have, and nothing more."""
        return self._element(name, self._shortest(self._models[name])[1], {})

    def children(self, name: str) -> Iterator[str]:
        """The element *name* once for each child that it may have, with that child."""
        model = self._models[name]
        for child in sorted(model.letters - {TEXT}):
            yield self._element(name, self._containing(model, child), {})

    def attributes(self, name: str) -> Iterator[str]:
        """The element *name* once for each attribute and listed value."""
        content = self._shortest(self._models[name])[1]
        for attribute in self._grammar.attributes(name).values():
            for value in attribute.values or (self._sample(attribute),):
                yield self._element(name, content, {attribute.name: value})

    def misfits(self, name: str, one_in: int) -> Iterator[str]:
        """The element *name* with a child that it must not have, for some of those children."""
        model = self._models[name]
        for child in sorted(self._grammar.elements):
            chosen = crc32(f"{name} {child}".encode()) % one_in == 0
            if chosen and child not in model.letters:
                yield self._element(name, (*self._shortest(model)[1], child), {})

    def _element(self, name: str, content: tuple[str, ...], given: dict[str, str]) -> str:
        attributes = {
            attribute.name: given.get(attribute.name, self._sample(attribute))
            for attribute in self._grammar.attributes(name).values()
            if attribute.required or attribute.name in given
        }
        written = "".join(f' {key}="{value}"' for key, value in attributes.items())
        inner = "".join(
            _TEXT.get(name, "x") if letter == TEXT else self.smallest(letter) for letter in content
        )
        return f"<{name}{written}>{inner}</{name}>"

    def _sample(self, attribute: Attribute) -> str:
        if attribute.values:
            return attribute.values[0]
        if attribute.name == "xml:id":
            return f"i{next(self._numbers)}"
        return _VALUES.get(attribute.datatype, "x")

    def _smallest(self) -> dict[str, float]:
        """How many elements the smallest instance of each element has."""
        costs = dict.fromkeys(self._models, float("inf"))
        costs[TEXT] = 0
        while True:
            self._costs = costs
            self._known = {}
            found = {name: 1 + self._shortest(model)[0] for name, model in self._models.items()}
            found[TEXT] = 0
            if found == costs:
                return costs
            costs = found

    def _shortest(self, model: Pattern) -> tuple[float, tuple[str, ...]]:
        """The content of *model* with the fewest elements; text where there may be text."""
        if model not in self._known:
            self._known[model] = self._found(model)
        return self._known[model]

    def _found(self, model: Pattern) -> tuple[float, tuple[str, ...]]:
        if model.kind == "letter":
            return self._costs[model.letter], (model.letter,)
        found = [self._shortest(part) for part in model.parts]
        if model.kind == "choice":
            return min(found, key=lambda option: option[0])
        return sum(cost for cost, _ in found), tuple(chain(*(content for _, content in found)))

    def _containing(self, model: Pattern, letter: str) -> tuple[str, ...]:
        """A content of *model* with *letter* in it, which is one of its letters."""
        queue: list[tuple[Pattern, tuple[str, ...]]] = [(model, ())]
        seen = {model}
        for state, path in queue:
            if (rest := after(state, letter)) != NONE:
                return (*path, letter, *self._shortest(rest)[1])
            for step in sorted(state.first - {TEXT}):
                following = after(state, step)
                if following not in seen:
                    seen.add(following)
                    queue.append((following, (*path, step)))
        raise AssertionError(f"{letter} cannot be reached")


def anywhere(grammar: Grammar) -> str:
    """A schema that includes *grammar* and accepts any of its elements as the root."""
    return _including(grammar, _any_element(grammar))


def several(grammar: Grammar) -> str:
    """A schema that includes *grammar* and accepts any of its elements in :func:`gathered`."""
    repeated = f"<oneOrMore>{_any_element(grammar)}</oneOrMore>"
    return _including(grammar, f'<element name="instances" ns="">{repeated}</element>')


def document(element: str) -> str:
    """*element* as a file in the namespace of TEI."""
    name, rest = re.fullmatch(r"<([\w:]+)(.*)", element, re.DOTALL).groups()  # type: ignore[union-attr]
    return f'<{name} xmlns="{_NAMESPACE}"{rest}'


def gathered(elements: Iterable[str]) -> str:
    """Many elements as one file, each on a line of its own."""
    return "\n".join(("<instances>", *map(document, elements), "</instances>"))


def _any_element(grammar: Grammar) -> str:
    names = sorted(grammar.elements)
    return "".join(
        ("<choice>", *(f'<ref name="{grammar.define_of(name)}"/>' for name in names), "</choice>")
    )


def _including(grammar: Grammar, start: str) -> str:
    return (
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0">'
        f'<include href="{grammar.path.as_uri()}"><start>{start}</start></include></grammar>'
    )
