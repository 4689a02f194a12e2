"""Copies of a register's entries in a TEI file, made anew."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.doubts import entries_of
from edition.tei.editing import Edit, Editing
from edition.tei.registers import is_participant, name_elements, text_of
from edition.tei.vocabulary import XML_ID, tei

_AFFILIATION = tei("affiliation")


def copied_anew(file: Editing, copy: Element, home: Editing) -> list[Edit]:
    """*copy* as its register *home* has the entry, but with what it says of this meeting.

    That is the role, and the offices with a date; of a participant every office.
    """
    identifier = copy.get(XML_ID, "")
    entry = entries_of(home.document)[identifier]
    if not home.is_open(entry):
        return []
    known = {text_of(office) for office in entry.iterchildren(_AFFILIATION)}
    offices = [
        office
        for office in copy.iterchildren(_AFFILIATION)
        if text_of(office) not in known and (office.get("when") or is_participant(copy))
    ]
    edits = [home.with_attributes(entry, {"role": copy.get("role", "")})]
    if offices:
        before = [*name_elements(entry), *entry.iterchildren(_AFFILIATION)]
        lines = [file.copied(office, home.prefix(entry)) for office in offices]
        edits.append(home.after(before[-1], lines) if before else home.first_in(entry, lines))
    with_offices = Editing(home.edited(edits), home.document.name)
    entry = entries_of(with_offices.document)[identifier]
    return [file.replaced(copy, with_offices.unindented(entry, file.prefix(copy)))]


def remarks(entry: Element) -> set[str]:
    """The comments and instructions in *entry*."""
    nodes = entry.iter(etree.Comment, etree.ProcessingInstruction)
    return {" ".join((node.text or "").split()) for node in nodes}
