"""The page that says how a document is cited, and the files for reference managers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

import msgspec
from lxml import etree

from edition.publishing.citations import FORMATS, citations
from edition.publishing.data import Data
from edition.publishing.earlier import Since
from edition.publishing.transformation import transformed
from edition.resources import CITE
from edition.tei.concordance import number
from edition.tei.document import parse

# The forms of a document, by folder below output/: media type, and name.
_FORMS = {
    "tei": ("application/tei+xml", "TEI XML"),
    "text": ("text/plain", "TXT"),
    "speech": ("text/plain", "TXT: speech"),
    "diplomatic": ("text/plain", "TXT: diplomatic"),
    "screenplay": ("text/plain", "TXT: screenplay"),
    "epub": ("application/epub+zip", "EPUB"),
    "pdf": ("application/pdf", "PDF"),
    "data": ("application/json", "JSON"),
    "turns": ("text/csv", "CSV: turns"),
    "mentions": ("text/csv", "CSV: mentions"),
}
_LONGEST = 400  # characters of the example
_MOST_ALTERED = 100  # paragraphs whose words are shown, for each version


def citing(
    data: Data,
    files: Mapping[str, bytes],
    *,
    address: str = "",
    report: str = "",
    subjects: bool = False,
    earlier: Sequence[Since] = (),
) -> dict[str, bytes]:
    """The page on citing the document of *data*, and its citations, by path below ``output/``.

    *files* are the forms of the document, by path; *address* is that of its page on the web, ''
    where not known; *report* is where an error is reported, with ``{title}`` and ``{body}``. With
    *subjects* there are pages of persons, places …; *earlier* is what changed since earlier
    versions, the last first. Raises EditionError (P003, P004).
    """
    name = data.document.name
    made = citations(data.reference, key=name, address=address)
    forms = [_form(kind, path, files[path]) for kind in _FORMS for path in files if _is(kind, path)]
    formats = [_format(name, ending, content) for ending, content in made.items()]
    doi = data.reference.doi
    known = {
        "reference": data.reference,
        "locator": f"https://doi.org/{doi}" if doi else address,
        "page": f"../{data.document.html}",
        "paragraph": _example(data, address),
        "formats": formats,
        "address": address,
        "report": report,
        "has-subjects": subjects,
        "files": forms,
        "earlier": [_since(it, data) for it in earlier],
    }
    root = etree.Element("document")
    root.text = msgspec.json.encode(known).decode()
    document = parse(etree.tostring(root, encoding="UTF-8"), name)
    page = transformed(CITE, document).text + "\n"
    written = {f"cite/{name}.{ending}": content.encode() for ending, content in made.items()}
    return written | {f"html/cite/{name}.html": page.encode()}


def _format(name: str, ending: str, content: str) -> dict[str, str]:
    media_type, title = FORMATS[ending]
    href = f"../../cite/{quote(name)}.{ending}"
    shown = content.replace("\r\n", "\n")
    return {"name": title, "type": media_type, "href": href, "content": shown}


def _since(since: Since, data: Data) -> dict[str, Any]:
    """What changed since a version; of very much the words are left out."""

    def link(identifier: str) -> dict[str, str]:
        href = f"../{data.document.address_of(identifier)}"
        return {"number": number(identifier), "href": href}

    return {
        "version": since.version,
        "published": since.published,
        "altered": [msgspec.to_builtins(it) | link(it.id) for it in since.altered[:_MOST_ALTERED]],
        "others": [link(it.id) for it in since.altered[_MOST_ALTERED:]],
        "gone": [msgspec.to_builtins(it) for it in since.gone],
        "added": [link(it) for it in since.added],
    }


def _is(kind: str, path: str) -> bool:
    return PurePosixPath(path).parent.name == kind


def _form(kind: str, path: str, content: bytes) -> dict[str, Any]:
    media_type, title = _FORMS[kind]
    return {
        "name": title,
        "type": media_type,
        "href": f"../../{quote(path)}",
        "bytes": len(content),
        "sha256": sha256(content).hexdigest(),
    }


def _example(data: Data, address: str) -> dict[str, str] | None:
    """The first paragraph of speech that has a number."""
    for turn in data.turns:
        for paragraph in turn.paragraphs:
            if paragraph.number:
                speaker = data.names(turn.who)
                return {
                    "number": paragraph.number,
                    "words": _shortened(paragraph.words),
                    "speaker": speaker or turn.speaker.rstrip(" :."),
                    "href": f"../{data.document.address_of(paragraph.id)}",
                    "address": f"{address}#{paragraph.id}" if address else "",
                }
    return None


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition(" ")[0] + " …"
