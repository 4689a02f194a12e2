"""What scholars do to a TEI file: each edit is a function on its text, by chance and a mark."""

from tests.merge.mutations.edits import (
    annotation,
    entries,
    events,
    header,
    names,
    paragraphs,
    serialisation,
    turns,
    words,
)
from tests.merge.mutations.edits.catalogue import CATALOGUE, WHOLE_FILE

__all__ = [
    "CATALOGUE",
    "WHOLE_FILE",
    "annotation",
    "entries",
    "events",
    "header",
    "names",
    "paragraphs",
    "serialisation",
    "turns",
    "words",
]
