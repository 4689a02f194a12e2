"""What ``extent`` counts, as it is called of one and of several."""

from __future__ import annotations

_SINGULARS = {
    "bytes": "byte",
    "characters": "character",
    "documents": "document",
    "lines": "line",
    "pages": "page",
    "paragraphs": "paragraph",
    "sentences": "sentence",
    "speakers": "speaker",
    "summaries": "summary",
    "tokens": "token",
    "turns": "turn",
    "words": "word",
}


def measure(quantity: int | str, unit: str) -> str:
    """*quantity* with its *unit*, which is in the plural: "1 document", "2 documents"."""
    return f"{quantity} {unit_of(quantity, unit)}"


def unit_of(quantity: int | str, unit: str) -> str:
    """The *unit* of a header, as it is called of *quantity*; one that is not known stays."""
    return _SINGULARS.get(unit, unit) if str(quantity) == "1" else unit
