"""The parts of headers that documents and the whole corpus have alike in ParlaMint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml.etree import _Element as Element

from edition.export.parlamint.building import add, is_date
from edition.export.parlamint.wording import wording
from edition.header.facts import Agent
from edition.settings import Settings
from edition.tei.vocabulary import TEI_NAMESPACE

LICENCE = "http://creativecommons.org/licenses/by/4.0/"  # the only one that ParlaMint knows


def add_responsible(parent: Element, agents: Iterable[Agent]) -> None:
    """Say in the ``titleStmt`` *parent* who of *agents*, as far as they are persons, did what."""
    for agent in agents:
        if not agent.is_body:
            statement = add(parent, "respStmt")
            ref = f"https://orcid.org/{agent.orcid}" if agent.orcid else ""
            add(statement, "persName", agent.name, ref=ref)
            add(statement, "resp", agent.role or "editor")


def editors(settings: Settings) -> list[Agent]:
    """Who answers for the edition, by *settings*."""
    return [
        Agent(it.name, orcid=it.orcid[-19:], is_body=it.body, role=it.role)
        for it in settings.editors
    ]


def add_extent(parent: Element, speeches: int, words: int) -> None:
    """Say in the ``fileDesc`` *parent* how much there is."""
    extent = add(parent, "extent")
    for unit, quantity in {"speeches": speeches, "words": words}.items():
        text = f"{quantity:,} {unit}"
        add(extent, "measure", text, unit=unit, quantity=str(quantity), lang="en")


def add_publication(parent: Element, publisher: str, address: str, date: str) -> None:
    """Say in the ``fileDesc`` *parent* who publishes it, and under which terms."""
    statement = add(parent, "publicationStmt")
    add(add(statement, "publisher"), "orgName", publisher)
    add(statement, "idno", address, type="URI")
    availability = add(statement, "availability", status="free")
    add(availability, "licence", LICENCE)
    add(availability, "p", wording()["statements"]["licence"], lang="en")
    add(statement, "date", date, when=date)


def add_tags(parent: Element, tags: Mapping[str, int]) -> None:
    """Say in the ``encodingDesc`` *parent* how often each element is in the text."""
    space = add(add(parent, "tagsDecl"), "namespace", name=TEI_NAMESPACE)
    for name, times in sorted(tags.items()):
        add(space, "tagUsage", gi=name, occurs=str(times))


def add_setting(parent: Element, places: Iterable[str], first: str, last: str) -> None:
    """Say in the ``profileDesc`` *parent* where it was, and when."""
    setting = add(add(parent, "settingDesc"), "setting")
    for place in places:
        add(setting, "name", place, type="place")
    if first == last:
        add(setting, "date", first, when=first)
    else:
        add(setting, "date", f"{first} – {last}", **{"from": first, "to": last})


def address_of(doi: str, settings: Settings) -> str:
    """Where something with *doi* is found on the web, else the edition; or ''."""
    doi = doi or settings.edition.doi
    return f"https://doi.org/{doi}" if doi else settings.edition.url


def day(written: str) -> str:
    """*written* if it is a day, a month or a year; else ''."""
    return written if is_date(written) else ""
