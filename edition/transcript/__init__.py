"""Printed transcripts: bytes in, :class:`Transcript` out. Knows nothing of TEI or files."""

from edition.transcript.model import (
    Block,
    DateAndPlace,
    Event,
    Kind,
    Label,
    LostLabel,
    Origin,
    Span,
    Speaker,
    Summarised,
    Transcript,
    Turn,
)
from edition.transcript.reader import read

__all__ = [
    "Block",
    "DateAndPlace",
    "Event",
    "Kind",
    "Label",
    "LostLabel",
    "Origin",
    "Span",
    "Speaker",
    "Summarised",
    "Transcript",
    "Turn",
    "read",
]
