"""A document's reference in the formats of reference managers: BibTeX, RIS, CSL-JSON.

Names are written as the header has them; only one whose surname is marked is turned round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from edition.tei.bibliography import Name, Reference

# What a citation is written in, by the ending of its file: media type, and name.
FORMATS = {
    "bib": ("application/x-bibtex", "BibTeX"),
    "ris": ("application/x-research-info-systems", "RIS"),
    "csl.json": ("application/vnd.citationstyles.csl+json", "CSL-JSON"),
}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
# https://www.bibtex.org/SpecialSymbols/
_TEX = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def citations(reference: Reference, *, key: str, address: str = "") -> dict[str, str]:
    """*reference* in each of :data:`FORMATS`, by ending.

    *key* is what it is called in a bibliography, *address* that of the page, '' where not known.
    """
    return {
        "bib": _bibtex(reference, key, address),
        "ris": _ris(reference, address),
        "csl.json": _csl_json(reference, key, address),
    }


def csl_item(reference: Reference, key: str, address: str) -> dict[str, Any]:
    """The item of CSL 1.0.2 (citation-style-language/schema, csl-data.json)."""
    item: dict[str, Any] = {
        "id": key,
        "type": "document",
        "genre": reference.genre,
        "title": reference.title,
        "author": [_csl_name(name) for name in reference.authors],
        "editor": [_csl_name(name) for name in reference.editors],
        "publisher": reference.publisher,
        "issued": _csl_date(reference.published),
        "version": reference.version,
        "DOI": reference.doi,
        "URL": address,
        "language": _language(reference),
        "event-title": reference.meeting,
        "event-date": _csl_date(reference.date),
        "event-place": reference.place,
        "original-publisher": reference.source_publisher,
        "original-date": _csl_date(reference.source_date),
    }
    return {name: value for name, value in item.items() if value}


def _csl_json(reference: Reference, key: str, address: str) -> str:
    data = msgspec.json.encode([csl_item(reference, key, address)])
    return msgspec.json.format(data, indent=1).decode() + "\n"


def _csl_name(name: Name) -> dict[str, str]:
    if not name.family:
        return {"literal": name.name}
    return {"family": name.family} | ({"given": name.given} if name.given else {})


def _csl_date(date: str) -> dict[str, Any] | None:
    match = _DATE.match(date)
    if match:
        return {"date-parts": [[int(part) for part in match.groups() if part]]}
    return {"literal": date} if date else None


def _bibtex(reference: Reference, key: str, address: str) -> str:
    match = _DATE.match(reference.published)
    fields: Mapping[str, str] = {
        "title": f"{{{_tex(reference.title)}}}",
        "author": _bibtex_names(reference.authors),
        "editor": _bibtex_names(reference.editors),
        # BibTeX and biblatex print no publisher of an @misc, but this.
        "howpublished": _tex(reference.publisher),
        "year": match[1] if match else _tex(reference.published),
        "month": (match[2] or "").lstrip("0") if match else "",
        "version": _tex(reference.version),
        "doi": reference.doi,
        "url": address,
        "langid": _language(reference),
        "note": _tex(_about(reference)),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{_bibtex_key(key)},\n{''.join(lines)}}}\n"


def _bibtex_key(key: str) -> str:
    return re.sub(r"[\s{}(),=\\#%~'\"]", "-", key)


def _bibtex_names(names: Iterable[Name]) -> str:
    return " and ".join(
        f"{_tex(name.family)}, {_tex(name.given)}"
        if name.family and name.given
        else f"{{{_tex(name.name)}}}"
        for name in names
    )


def _tex(words: str) -> str:
    return words.translate(_TEX)


def _ris(reference: Reference, address: str) -> str:
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _tags(reference, address))


def _tags(reference: Reference, address: str) -> Iterator[tuple[str, str]]:
    """The tags of RIS, as reference managers read them; a file has CR LF at the end of lines."""
    date = _DATE.match(reference.published)
    values = [
        ("TI", reference.title),
        *(("AU", _ris_name(name)) for name in reference.authors),
        *(("ED", _ris_name(name)) for name in reference.editors),
        ("PB", reference.publisher),
        ("PY", date[1] if date else ""),
        ("DA", "/".join(part or "" for part in date.groups()) + "/" if date else ""),
        ("ET", reference.version),
        ("DO", reference.doi),
        ("UR", address),
        ("LA", _language(reference)),
        ("N1", _about(reference)),
    ]
    yield "TY", "GEN"
    yield from ((tag, value) for tag, value in values if value)
    yield "ER", ""


def _ris_name(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.family and name.given else name.name


def _about(reference: Reference) -> str:
    """What the formats have no field for: what it is, the meeting, and who printed it."""
    meeting = ", ".join(filter(None, (reference.date, reference.place)))
    between = " of " if reference.genre == "transcript" else ", "
    parts = [between.join(filter(None, (reference.genre.capitalize(), meeting)))]
    parts += [reference.source_publisher] if reference.source_publisher else []
    return "; ".join(parts)


def _language(reference: Reference) -> str:
    return "" if reference.language == "und" else reference.language
