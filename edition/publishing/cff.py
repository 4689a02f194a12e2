"""How the whole edition is cited: a Citation File Format file (citation-file-format.github.io)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from edition.settings import Settings

_NOT_PRINTED = re.compile(r"[\x7f-\x9f\u2028\u2029]")  # YAML 1.2.2, 5.1 and 5.4
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
    yield f"title: {quoted(edition.title)}"
    yield "authors:"
    for name, orcid in authors:
        yield f"  - name: {quoted(name)}"
        if orcid:
            yield f"    orcid: {quoted(orcid)}"
    told = {
        "version": edition.version,
        "date-released": edition.date if _DAY.match(edition.date) else "",
        "url": edition.url,
        "license-url": edition.licence.target if edition.licence else "",
    }
    yield from (f"{key}: {quoted(value)}" for key, value in told.items() if value)


def quoted(words: str) -> str:
    """*words* for YAML: a string of JSON, but for what YAML does not print or takes as an end."""
    return _NOT_PRINTED.sub(lambda it: f"\\u{ord(it[0]):04x}", msgspec.json.encode(words).decode())
