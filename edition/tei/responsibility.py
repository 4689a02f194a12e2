"""Who answers for what a file says: statements in its header, to which ``@resp`` points.

They are added where they are lacking; not a byte changes besides.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element as Element

from edition.settings import Editor
from edition.tei.editing import Edit, Editing
from edition.tei.entries import ENCODER
from edition.tei.header import add_editor, add_encoder
from edition.tei.inline import free
from edition.tei.serialise import markup
from edition.tei.vocabulary import XML_ID, tei

_TITLES = "/".join(map(tei, ("teiHeader", "fileDesc", "titleStmt")))
_BEFORE_EDITORS = frozenset(map(tei, ("title", "meeting", "author", "editor")))


def encoder_stated(file: Editing) -> list[Edit]:
    """The statement about the program, where the header of *file* lacks it."""
    return _stated(file, ENCODER[1:], add_encoder)


def editor_stated(file: Editing, editor: Editor) -> list[Edit]:
    """The statement about *editor*, where the header of *file* lacks it."""
    return _stated(file, editor.id, lambda titles: add_editor(titles, editor))


def _stated(file: Editing, identifier: str, add: Callable[[Element], None]) -> list[Edit]:
    titles = file.root.find(_TITLES)
    known = {element.get(XML_ID) for element in file.root.iter("{*}*")}
    if titles is None or identifier in known or not file.is_open(titles):
        return []
    parent = free("titleStmt")
    add(parent)
    line = markup(parent[0], file.prefix(titles))
    before = [child for child in titles if child.tag in _BEFORE_EDITORS]
    if before and parent[0].tag == tei("editor"):
        return [file.after(before[-1], [line])]
    return [file.last_in(titles, [line])]
