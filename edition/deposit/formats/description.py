"""What is said of a document in words: made of its facts, the same in every form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.header.facts import Agent, Facts, Origin
from edition.header.identifiers import address
from edition.tei.units import unit_of
from edition.wording import counted

# What kind of thing is deposited, for people; to a machine it is a dataset.
KIND = "Digital edition in TEI P5"
MEDIA_TYPE = "application/tei+xml"
MOST_SOURCES = 20  # in what people read


def abstract(facts: Facts) -> str:
    """What the document is, in two or three sentences."""
    sentences = [f"{KIND}{_meeting(facts)}."]
    printers = list(dict.fromkeys(it.publisher for it in facts.origins if it.publisher))
    if printers:
        were = "The source was" if len(facts.origins) == 1 else "The sources were"
        sentences.append(f"{were} published by {'; '.join(printers)}.")
    if figures := [f"{count:,} {unit_of(count, unit)}" for unit, count in counts(facts)]:
        sentences.append(f"The edition has {', '.join(figures)}.")
    return " ".join(sentences)


def counts(facts: Facts) -> Iterator[tuple[str, int]]:
    """What the edition has, by unit: nothing is said of what it has none of."""
    return ((unit, count) for unit, count in facts.measures.items() if count)


def _meeting(facts: Facts) -> str:
    """Of what it is the edition, and when and where that was."""
    date, place = facts.meeting
    first, last = facts.period
    when = f" on {date}" if date else ""
    if first:
        when = f" on {first}" if first == last else f" from {first} to {last}"
    where = f", {place}" if place else ""
    if not (when or where):
        return ""
    many = facts.measures.get("documents", 1) > 1
    kind = "transcripts of meetings" if many else "transcript of a meeting"
    return f" of the printed {kind}{when}{where}"


def technical(facts: Facts) -> str:
    """How the source became the edition, by its own header, and by which programs."""
    sentences = [text for _holder, text in facts.method]
    programs = [f"{it.name} {it.version}".strip() for it in facts.programs]
    if programs:
        sentences.append(f"Programs: {', '.join(programs)}.")
    return " ".join(sentences)


def attribution(facts: Facts) -> Iterator[str]:
    """Each source with who published it, where, its terms, and that it was changed.

    That is what CC BY 4.0 asks for in section 3(a).
    """
    for origin in facts.origins:
        parts = [f"“{origin.title}”" if origin.title else "The source"]
        parts += [origin.publisher] if origin.publisher else []
        parts += [origin.address] if origin.address else []
        yield f"{', '.join(parts)}{_under(origin)}. Changes were made: it was encoded in TEI P5."


def short_attribution(facts: Facts) -> Iterator[str]:
    """The same for a page that people read: where sources are many, how many of whom."""
    if len(facts.origins) <= MOST_SOURCES:
        yield from attribution(facts)
        return
    kinds = Counter(f"{it.publisher or 'nobody named'}{_under(it)}" for it in facts.origins)
    for kind, count in kinds.items():
        sources = counted(count, "source")
        yield f"{sources} published by {kind}. Changes were made: encoded in TEI P5."
    yield "Each source, with its address, is named in LICENSE.txt."


def _under(origin: Origin) -> str:
    """Under which terms *origin* may be used, as a part of a sentence."""
    if origin.terms is None or not origin.terms.target:
        return ""
    return f", under {origin.terms.name_and_address}{doubt(origin)}"


def meeting_days(facts: Facts) -> str:
    """The day of the meeting, or the first and the last of several, as ISO 8601 has it."""
    first, last = facts.period
    return facts.meeting[0] or (first if first == last else f"{first}/{last}")


def other_dates(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Kind, day and meaning of each date but that of publication; kinds as in vocabularies."""
    if days := meeting_days(facts):
        yield "other", days, "the meetings" if "/" in days else "the meeting"
    for day in dict.fromkeys(it.accessed for it in facts.origins if it.accessed):
        yield "collected", day, "the source was captured"


def is_translated(language: str, facts: Facts) -> bool:
    """Whether a title in *language* is not in that of *facts*."""
    return language not in ("", facts.language)


def citation(facts: Facts) -> str:
    """How the edition is cited, in a line."""
    makers = "; ".join(agent.inverted for agent in facts.creators)
    if not any(agent.role == "author" for agent in facts.creators):
        makers += " (eds.)" if len(facts.creators) > 1 else " (ed.)"
    where = f" {address('DOI', facts.doi)}" if facts.doi else ""
    return (
        f"{makers} ({facts.date[:4]}): {facts.title}. {KIND}, version {facts.version}. "
        f"{facts.publisher}.{where}"
    )


def name_of(agent: Agent) -> str:
    """The name of *agent* as it is printed on a page: forename first, where that is marked."""
    return f"{agent.given} {agent.family}".strip() if agent.family else agent.name


def doubt(origin: Origin) -> str:
    """That the terms of *origin* are not certain, as a part of a sentence; else ''."""
    cert = origin.terms.cert if origin.terms else ""
    return f", which is not certain (certainty: {cert})" if cert in ("medium", "low") else ""
