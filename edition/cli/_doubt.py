"""A doubt about a turn, a name or an entry, as a person reads it at the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from edition.names.gazetteer import country
from edition.tei.doubts import Doubt
from edition.wording import counted, printable


def doubt_lines(doubt: Doubt) -> Iterator[str]:
    """*doubt* for people: key, what, certainty; place; sentence; who is meant, and why."""
    new = f"{doubt.kind}, a new entry"
    what = {"entry": new, "turn": "who speaks"}.get(doubt.what, str(doubt.kind))
    cert = f", {doubt.cert}" if doubt.cert and doubt.what != "entry" else ""
    key = click.style(printable(doubt.key), bold=True)
    yield f"{key}  “{printable(doubt.words)}” ({what}{cert})"
    yield f"    {printable(doubt.file)}:{doubt.line}:{doubt.column}"
    if doubt.context is not None:
        before, words, after = map(printable, doubt.context)
        yield f"    {before}{click.style(f'>>{words}<<', bold=True)}{after}"
    yield from (f"    {label}: {printable(text)}" for label, text in _facts(doubt) if text)


def _facts(doubt: Doubt) -> Iterator[tuple[str, str]]:
    if doubt.what == "turn":
        yield "said by", doubt.ref or "nobody knows whom"
        for one in doubt.paragraphs:
            may = "another may begin at" if doubt.cut == one.id else "could be cut before"
            yield may, f"{one.id} “{one.words}”"
        yield "who else speaks", ", ".join(doubt.choices[:9])
        yield "why", doubt.why
        return
    if doubt.what == "name":
        yield "means", doubt.ref or "nobody knows whom or what"
    elif doubt.times:
        yield "named", counted(doubt.times, "time")
    else:
        yield "named", "nowhere now; --right keeps it, --not-a-name takes it out for good"
    named = country(doubt.country)
    yield "country", f"{named} ({doubt.country})" if named else doubt.country
    is_place = doubt.kind == "place" and (doubt.ref or doubt.what == "entry")
    yield "authority", ", ".join(doubt.identifiers) or ("none" if is_place else "")
    yield "of this name too", ", ".join(doubt.choices)
    yield "why", doubt.why
