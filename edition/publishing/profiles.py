"""Plain texts beside the one for reading: what was said, what was printed, who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.publishing.outputs import Profile
from edition.publishing.transformation import transformed
from edition.publishing.wrapping import lines, wrapped
from edition.resources import XSLT
from edition.tei.tokens import joined

if TYPE_CHECKING:
    from edition.tei.document import Document

_SHEETS = {"speech": "speech-only", "diplomatic": "diplomatic", "screenplay": "screenplay"}


def text_for(profile: Profile, document: Document, language: str = "") -> str:
    """The plain text of *document* for *profile*, none but that for reading.

    ``speech``: what is said in turns, a paragraph a line. ``diplomatic``: what the source prints,
    a line a line. ``screenplay``: “Name: text”, with a blank line between paragraphs.
    Raises EditionError (P003, P004).
    """
    sheet = XSLT / "text" / f"{_SHEETS[profile]}.xsl"
    text = transformed(sheet, joined(document), language=language).text
    if profile == "diplomatic":
        return lines(text)
    made = wrapped(text, 0)
    return made.replace("\n", "\n\n").removesuffix("\n") if profile == "screenplay" else made
