"""Plain text for programs that work on words: a file a document, a paragraph a line.

What was said and nothing else, as the header counts it: of a document in which nobody speaks, its
paragraphs. What is known of each document stands in ``metadata.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic
from edition.export.form import Form, Whole
from edition.export.opened import Opened
from edition.export.target import Target, give_up
from edition.export.tsv import row
from edition.tei.reading import count_words, prose, speech
from edition.tei.registers import Registers
from edition.tei.vocabulary import TURNS, tei

_COLUMNS = ("document", "file", "title", "date", "place", "language", "turns", "words")
_Text = tuple[bytes, bytes]  # the text, and the row


class Text(Form[_Text]):
    """A file for each document in ``text/``, and ``metadata.tsv``."""

    def __init__(self, whole: Whole, registers: Registers, target: Target) -> None:
        super().__init__(whole, registers, target)
        self._held = ExitStack()
        self._table = self._held.enter_context(target.stream("metadata.tsv"))
        self._table.write(row(_COLUMNS))

    @staticmethod
    def make(document: Opened, _whole: Whole) -> tuple[_Text, list[Diagnostic]]:
        """The text of *document*, and its row."""
        text = document.root.find(tei("text"))
        said = "".join(f"{line}\n" for line in lines(document.root))
        values = (
            document.stem,
            file_of(document.stem),
            document.title,
            document.date,
            ", ".join(document.places),
            document.language,
            sum(1 for _ in text.iter(*TURNS)) if text is not None else 0,
            count_words(said),
        )
        return (said.encode(), row(values)), []

    def add(self, stem: str, made: _Text) -> None:
        """Write the text of the document *stem*."""
        text, values = made
        self.target.put(file_of(stem), text)
        self._table.write(values)

    def finish(self) -> list[Diagnostic]:
        """Let the table of the documents take its place."""
        self._held.close()
        return []

    def close(self, error: BaseException | None) -> None:
        """Give the table up, if it is not finished."""
        give_up(self._held, error)


def file_of(stem: str) -> str:
    """Where the text of the document *stem* lies."""
    return f"text/{stem}.txt"


def lines(root: Element) -> Iterator[str]:
    """The paragraphs of speech of the TEI element *root*; where there is none, of its prose."""
    text = root.find(tei("text"))
    if text is None:
        return
    turns = list(text.iter(*TURNS))
    for part in map(speech, turns) if turns else prose(text):
        yield from filter(None, part.split("\n"))
