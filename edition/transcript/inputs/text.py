"""Plain text: a paragraph a line."""

from __future__ import annotations

from edition.transcript.inputs.characters import characters, lines_of, refuse_binary
from edition.transcript.inputs.extract import Extract


def extract(data: bytes, name: str) -> Extract:
    """The lines of the text in *data*. Raises EditionError (T001–T004)."""
    found = characters(data, name)
    refuse_binary(found.text, name)
    lines, ends = lines_of(found.text)
    return Extract(
        lines=lines,
        encoding=found.encoding,
        byte_order_mark=found.byte_order_mark,
        line_ends=ends,
        diagnostics=found.diagnostics,
    )
