"""Who speaks under which label in a TEI file: what the program and the scholar made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml.etree import _Element as Element

from edition.tei.reading import label_of
from edition.tei.registers import text_of
from edition.tei.vocabulary import XML_ID, tei

_U, _NAME, _ROLE = tei("u"), tei("persName"), tei("roleName")
_ALIKE = 0.6  # share of the words of the shorter of two versions of one turn


def speakers_in(root: Element, printed: Element | None = None) -> dict[str, str]:
    """The identifiers of the speakers of the TEI element *root* by the names in their labels.

    *printed* is what the program last wrote of it: a name is as its label has it, where a scholar
    spells it otherwise. A name counts if all its turns have one ``@who``, in which there is no
    doubt, and the name refers to the same: where a scholar said of a turn that its label is wrong,
    the name means who it did. A turn is the one that was printed by its words, whatever its number.
    """
    last = () if printed is None else _labelled(printed)
    as_printed = {turn.get(XML_ID): (turn, name) for turn, name in last}
    found: dict[str, set[str]] = {}
    for turn, name in _labelled(root):
        if turn.get("cert") is None:
            who = turn.get("who", "")
            is_meant = name.get("ref") == who
            before = as_printed.get(turn.get(XML_ID))
            printed_so = before[1] if before and _reads_alike(before[0], turn) else name
            text = text_of(printed_so)
            found.setdefault(text, set()).add(who if is_meant else "")
    return {
        name: who.removeprefix("#")
        for name, (who, *others) in found.items()
        if not others and who.startswith("#") and " " not in who
    }


def _labelled(root: Element) -> Iterator[tuple[Element, Element]]:
    """Each turn with a label that has one name, and that name."""
    for turn in root.iter(_U):
        if (label := label_of(turn)) is None:
            continue
        names = [name for name in label.iterchildren(_NAME) if name.find(_ROLE) is None]
        if len(names) == 1:
            yield turn, names[0]


def _reads_alike(one: Element, other: Element) -> bool:
    """Whether two turns have most of their words in common."""
    words, others = (Counter(text_of(turn).split()) for turn in (one, other))
    return (words & others).total() >= _ALIKE * min(words.total(), others.total())
