"""How the whole edition is cited: a Citation File Format file (citation-file-format.github.io)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from edition.settings import Settings

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


def citation_file(settings: Settings) -> bytes | None:
    """What *settings* say; None where they have no title, or neither editor nor publisher.

    A name is not parted into given and family name: nobody has said where.
    """
    edition = settings.edition
    authors = [(editor.name, editor.reference) for editor in settings.editors]
    authors = authors or [(edition.publisher, "")] * bool(edition.publisher)
    if not (edition.title and authors):
        return None
    return "".join(f"{line}\n" for line in _lines(settings, authors)).encode()


def _lines(settings: Settings, authors: list[tuple[str, str]]) -> Iterator[str]:
    edition = settings.edition
    yield "cff-version: 1.2.0"
    yield 'message: "If you use this edition, please cite it as below."'
    yield "type: dataset"
    yield f"title: {_quoted(edition.title)}"
    yield "authors:"
    for name, orcid in authors:
        yield f"  - name: {_quoted(name)}"
        if orcid:
            yield f"    orcid: {_quoted(orcid)}"
    told = {
        "version": edition.version,
        "date-released": edition.date if _DAY.match(edition.date) else "",
        "url": edition.url,
        "license-url": edition.licence.target if edition.licence else "",
    }
    yield from (f"{key}: {_quoted(value)}" for key, value in told.items() if value)


def _quoted(words: str) -> str:
    """A string of JSON is one of YAML."""
    return msgspec.json.encode(words).decode()
