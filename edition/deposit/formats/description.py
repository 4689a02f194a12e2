"""What is said of a document in words: made of its facts, the same in every form."""

from __future__ import annotations

from collections.abc import Iterator

from edition.header.facts import Agent, Facts, Origin
from edition.header.identifiers import address

# What kind of thing is deposited, for people; to a machine it is a dataset.
KIND = "Digital edition in TEI P5"
MEDIA_TYPE = "application/tei+xml"


def abstract(facts: Facts) -> str:
    """What the document is, in two or three sentences."""
    date, place = facts.meeting
    meeting = " of the printed transcript of a meeting" if date or place else ""
    when = f" on {date}" if date else ""
    where = f", {place}" if place else ""
    sentences = [f"{KIND}{meeting}{when}{where}."]
    printers = list(dict.fromkeys(it.publisher for it in facts.origins if it.publisher))
    if printers:
        sentences.append(f"The source was published by {', '.join(printers)}.")
    if figures := [f"{count:,} {unit}" for unit, count in facts.measures.items()]:
        sentences.append(f"The edition has {', '.join(figures)}.")
    return " ".join(sentences)


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
        line = ", ".join(parts)
        if origin.terms is not None and origin.terms.target:
            line += f", under {origin.terms.name} ({origin.terms.target}){_doubt(origin)}"
        yield f"{line}. Changes were made: it was encoded in TEI P5."


def citation(facts: Facts) -> str:
    """How the edition is cited, in a line."""
    makers = "; ".join(agent.inverted for agent in facts.creators)
    where = f" {address('DOI', facts.doi)}" if facts.doi else ""
    return (
        f"{makers} ({facts.date[:4]}): {facts.title}. {KIND}, version {facts.version}. "
        f"{facts.publisher}.{where}"
    )


def name_of(agent: Agent) -> str:
    """The name of *agent* as it is printed on a page: forename first, where that is marked."""
    return f"{agent.given} {agent.family}".strip() if agent.family else agent.name


def _doubt(origin: Origin) -> str:
    cert = origin.terms.cert if origin.terms else ""
    return f", which is not certain (certainty: {cert})" if cert in ("medium", "low") else ""
