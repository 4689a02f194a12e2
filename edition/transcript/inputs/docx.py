"""Word documents (DOCX): paragraphs, tables, notes, headers and footers.

python-docx opens the package and knows the styles; the text is read from the XML below, for the
paragraphs of the library lack what stands in text boxes, content controls and insertions. What
was deleted with changes tracked is no text, nor are numbers that Word counts itself.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import EditionError, Place, diagnostic
from edition.transcript.inputs.characters import refuse_binary
from edition.transcript.inputs.docx_lines import Notes, Styles, Writing, word
from edition.transcript.inputs.extract import Extract, tool
from edition.transcript.inputs.line import Line, emphasis_in, headings_in

_LARGEST = 256 * 1024 * 1024  # bytes, of all parts unpacked
_MOST_PARTS = 10_000
_NOTES = {
    RELATIONSHIP_TYPE.FOOTNOTES: "footnote",
    RELATIONSHIP_TYPE.ENDNOTES: "endnote",
    RELATIONSHIP_TYPE.COMMENTS: "comment",
}


def extract(data: bytes, name: str) -> Extract:
    """The lines of the document in *data*. Raises EditionError (T001, T002, T053)."""
    _refuse_bomb(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        lines, notes = _lines(document)
    except Exception as error:  # noqa: BLE001 - what the library raises on damaged files is unbounded
        raise _unreadable(name, f"{type(error).__name__}: {error}"[:200]) from None
    refuse_binary("\n".join(line.text for line in lines), name)
    found = (diagnostic("T054", Place(name), count=notes),) if notes else ()
    return Extract(
        lines=tuple(line.text for line in lines),
        encoding="utf-8",
        emphasised=emphasis_in(lines),
        furniture=frozenset(i for i, line in enumerate(lines) if line.aside),
        notes=frozenset(i for i, line in enumerate(lines) if line.note),
        listed=frozenset(i for i, line in enumerate(lines) if line.listed),
        headings=headings_in(lines),
        diagnostics=found,
        tools=(tool("python-docx"),),
    )


def _refuse_bomb(data: bytes, name: str) -> None:
    """Raise EditionError (T053) where *data* is no package, or unpacked too large to read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            size = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or size > _LARGEST:
                raise _unreadable(name, f"unpacked it has {size:,} bytes in {len(parts):,} parts")
            package.testzip()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise _unreadable(name, str(error) or "the package is damaged") from None


def _lines(document: Document) -> tuple[list[Line], int]:
    """The lines of *document*, and how many notes are among them."""
    notes = Notes(
        {
            (kind, note.get(word("id"), "")): note
            for relation, kind in _NOTES.items()
            for root in _parts(document, relation)
            for note in root.iter(word(kind))
        }
    )
    styles = Styles(document.styles.element)
    lines: list[Line] = []
    for relation in (RELATIONSHIP_TYPE.HEADER, None, RELATIONSHIP_TYPE.FOOTER):
        aside = relation is not None
        roots = _parts(document, relation) if relation else [document.element.body]
        for root in roots:
            writing = Writing(styles, notes, aside=aside)
            writing.blocks(root)
            lines += writing.lines
    return lines, notes.written


def _parts(document: Document, relation: str) -> Iterator[Element]:
    """The roots of the parts that the document has in this *relation*, in order of their names."""
    rels = document.part.rels.values()
    related = {rel.target_part for rel in rels if rel.reltype == relation and not rel.is_external}
    for part in sorted(related, key=lambda part: str(part.partname)):
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        yield etree.fromstring(part.blob, parser)


def _unreadable(name: str, reason: str) -> EditionError:
    return EditionError(diagnostic("T053", Place(name), reason=reason))
