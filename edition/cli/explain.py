"""``edition explain``: what a finding means, what an element is for, how things are written."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import click

from edition.cli._completing import explained
from edition.diagnostic import codes
from edition.wording import printable

if TYPE_CHECKING:
    from edition.schema.knowledge import ElementKnowledge, RuleKnowledge

_ADVICE = frozenset({"advice", "likely"})  # values that are sentences
_NO_HINT = "what to do depends on the case; each finding says it."


@click.command(name="explain")
@click.argument("name", metavar="CODE|ELEMENT|SUBJECT", shell_complete=explained)
def command(name: str) -> None:
    """Explain the finding CODE (such as T020 or S301), or ELEMENT of the encoding (such as u).

    The example of an element is from the edition in the current folder, where that has one.
    SUBJECT is "conventions" (how to write one), "names" (what is marked, registers, decisions) or
    "editing" (the edits that are made most).
    """
    from edition.files import read_bytes
    from edition.resources import GUIDES
    from edition.schema import describe, elements, rules

    rule_of = {rule.code: rule for rule in rules()}
    rule = rule_of.get(name.upper())
    if name in GUIDES:
        lines = read_bytes(GUIDES[name]).decode().splitlines()
    elif name in elements():
        lines = list(_element(describe(name)))
    elif rule is not None:
        lines = list(_rule(rule))
    elif name.upper() in codes():
        lines = list(_finding(name.upper()))
    else:
        known = {one.lower(): one for one in [*codes(), *rule_of, *elements(), *GUIDES]}
        near = get_close_matches(name.lower(), known, 1)
        advice = f" Did you mean {known[near[0]]}?" if near else ""
        raise click.UsageError(
            f"{name} is no code of a finding, no element and no subject.{advice}"
        )
    click.echo("\n".join(lines))


def _finding(code: str) -> Iterator[str]:
    entry = codes()[code]
    yield f"{code} ({entry.severity})"
    yield f"  {_in_general(entry.message)}"
    yield f"  Hint: {_in_general(entry.hint) or _NO_HINT}"


def _in_general(template: str) -> str:
    """A message or hint with ‹what› in place of values; what is advice for one case is left out."""
    parts = Formatter().parse(template)
    return "".join(text + _value(name) for text, name, _, _ in parts).strip()


def _value(name: str | None) -> str:
    return "" if name is None or name in _ADVICE else f"‹{name.replace('_', ' ')}›"


def _rule(rule: RuleKnowledge) -> Iterator[str]:
    yield f"{rule.code}, a rule for {rule.owner}"
    yield f"  {rule.description}"
    yield from (f"  Hint: {hint}" for hint in rule.hints)


def _element(element: ElementKnowledge) -> Iterator[str]:
    yield f"<{element.name}>: {element.gloss}" if element.gloss else f"<{element.name}>"
    yield f"  {element.description}"
    for attribute in element.attributes:
        need = " (required)" if attribute.required else ""
        yield f"  @{attribute.name}{need}: {attribute.description}"
        for value, meaning in attribute.values.items():
            yield f"    {value}: {meaning}"
    for rule in element.rules:
        yield f"  {rule.code}: {rule.description}"
    yield from _examples(element)


def _examples(element: ElementKnowledge) -> Iterator[str]:
    """An example from the edition here; where it has none, those of the encoding guide."""
    from edition.project.examples import example_of
    from edition.project.folder import Project

    own = example_of(element.name, Project(Path())) if Path("source").is_dir() else None
    if own is not None:
        yield f"  Example, from {printable(own.place.file)}, line {own.place.line}:"
        yield from (f"    {printable(line)}" for line in own.lines)
        return
    for example in element.examples:
        yield "  Example:"
        yield from (f"    {line}" for line in example.splitlines())
