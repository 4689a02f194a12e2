"""Who has the surname of a label, and is another by what the text says: "no kinsman of mine"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from edition.names.finding import Found
from edition.names.human import Human
from edition.names.likeness import surname
from edition.names.people import People
from edition.names.words import folded
from edition.transcript.model import Block

Persons = Iterable[tuple[Block, Found]]


def denied(
    persons: Persons,
    speaking: Callable[[Block], Human | None],
    is_surname: Callable[[str], bool],
    people: People,
) -> set[str]:
    """The full names of *persons*, folded, that are nobody's of whom a label has the surname.

    The text says so; or only whoever has that label, who is *speaking* in a block, and not of
    himself. *is_surname* says whether a label has a surname alone, *people* who cannot be meant by
    an honorific.
    """
    told: set[str] = set()
    perhaps: set[str] = set()
    said: set[str] = set()
    for block, one in persons:
        if " " not in one.name or one.oneself:
            continue
        human = speaking(block)
        own = (
            human is not None
            and all(map(is_surname, human.names))
            and surname_of(one.name) in map(surname_of, human.names)
            and people.may_be(human, one.honorific)
        )
        if one.another or (own and one.origin):
            told.add(folded(one.name))
        else:
            (perhaps if own else said).add(folded(one.name))
    return told | (perhaps - said)


def surname_of(name: str) -> str:
    """The surname of *name* as it is compared."""
    return folded(surname(name)).casefold()


def hear_honorifics(persons: Persons, speakers: Iterable[Human]) -> None:
    """Note by which honorifics *persons* call those *speakers* whose labels have full names."""
    labels = {
        folded(name).casefold(): human for human in speakers for name in human.names if " " in name
    }
    for _, one in persons:
        if one.honorific and (human := labels.get(folded(one.name).casefold())):
            human.honorifics.add(one.honorific)
