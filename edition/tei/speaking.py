"""Who speaks under which label in a TEI file: what the program and the scholar made of it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from edition.tei.registers import text_of
from edition.tei.vocabulary import XML_ID, tei

_U, _NOTE, _NAME, _ROLE = tei("u"), tei("note"), tei("persName"), tei("roleName")


def speakers_in(root: Element, printed: Element | None = None) -> dict[str, str]:
    """The identifiers of the speakers of the TEI element *root* by the names in their labels.

    *printed* is what the program last wrote of it: a name is as its label has it, where a scholar
    spells it otherwise. A name counts if all its turns have one ``@who``, in which there is no
    doubt, and the name refers to the same: where a scholar said of a turn that its label is wrong,
    the name means who it did.
    """
    as_printed = {} if printed is None else {turn.get(XML_ID): n for turn, n in _labelled(printed)}
    found: dict[str, set[str]] = {}
    for turn, name in _labelled(root):
        if turn.get("cert") is None:
            who = turn.get("who", "")
            is_meant = name.get("ref") == who
            text = text_of(as_printed.get(turn.get(XML_ID), name))
            found.setdefault(text, set()).add(who if is_meant else "")
    return {
        name: who.removeprefix("#")
        for name, (who, *others) in found.items()
        if not others and who.startswith("#") and " " not in who
    }


def _labelled(root: Element) -> Iterator[tuple[Element, Element]]:
    """Each turn with a label that has one name, and that name."""
    for turn in root.iter(_U):
        label = turn.getprevious()
        if label is None or label.tag != _NOTE or label.get("type") != "speaker":
            continue
        names = [name for name in label.iterchildren(_NAME) if name.find(_ROLE) is None]
        if len(names) == 1:
            yield turn, names[0]
