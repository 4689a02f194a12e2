"""Copies of a register's entries in a TEI file, made anew."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.doubts import entries_of
from edition.tei.editing import Edit, Editing
from edition.tei.markup import Markup
from edition.tei.registers import is_participant, name_elements, text_of
from edition.tei.tags import with_attributes
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
    prefix, inside = file.prefix(copy), []
    if offices:
        before = [*name_elements(entry), *entry.iterchildren(_AFFILIATION)]
        lines = [file.copied(office, prefix) for office in offices]
        inside.append(home.after(before[-1], lines) if before else home.first_in(entry, lines))
    lines = home.unindented(entry, prefix, inside)
    return [file.replaced(copy, _with_role(lines, copy.get("role")))]


def _with_role(lines: list[str], role: str | None) -> list[str]:
    """The entry in *lines* with *role*, or none, on its start tag."""
    written = "\n".join(lines).encode()
    end = Markup(written).after_start_tag(0)
    tag = with_attributes(written[:end].decode(), {"role": role})
    return (tag + written[end:].decode()).split("\n")


def remarks(entry: Element) -> set[str]:
    """The comments and instructions in *entry*."""
    nodes = entry.iter(etree.Comment, etree.ProcessingInstruction)
    return {" ".join((node.text or "").split()) for node in nodes}
