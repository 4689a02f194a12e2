"""How an element is used in an edition: an example from its own files."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import NamedTuple

from lxml.etree import _Element as Element

from edition.diagnostic import EditionError, Place
from edition.project.folder import Project
from edition.tei.document import Document, read_document
from edition.tei.vocabulary import tei

_SHORT = 600  # bytes
_SEEN = 100  # of a file
_MOST_LINES = 14
_LONGEST = 160  # characters


class Example(NamedTuple):
    """An element as it is written, cut where it is long, with its place."""

    place: Place
    lines: tuple[str, ...]


def example_of(name: str, project: Project) -> Example | None:
    """An example of the element *name* from the first file of *project* that has one.

    One in a text goes before one in a header, and a short one before a long one. A file that
    cannot be read is left out. Raises FileAccessError where the folder cannot be listed.
    """
    texts = [sources.tei for sources in project.documents() if sources.tei.exists()]
    for path in [*texts, *project.register_files()]:
        found = _in_file(name, path)
        if found is not None:
            return found
    return None


def _in_file(name: str, path: Path) -> Example | None:
    try:
        document = read_document(path)
    except EditionError:
        return None
    text = document.root.find(tei("text"))
    in_text = [] if text is None else islice(text.iter(tei(name)), _SEEN)
    seen = [*in_text, *islice(document.root.iter(tei(name)), _SEEN)]
    if not seen:
        return None
    element = next((one for one in seen if len(_written(document, one)) <= _SHORT), seen[0])
    return Example(document.place(element), tuple(_lines(document, element)))


def _written(document: Document, element: Element) -> bytes:
    """The bytes of *element* in its file."""
    start = document.start(element) or 0
    return document.data[start : document.markup.after_element(start)]


def _lines(document: Document, element: Element) -> list[str]:
    """*element* as it is written, with its first line at the margin."""
    margin = document.place(element).column - 1
    first, *rest = _written(document, element).decode("utf-8", "replace").splitlines()
    lines = [first, *(line[margin:] if line[:margin].isspace() else line for line in rest)]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], "…"]
    return [line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…" for line in lines]
