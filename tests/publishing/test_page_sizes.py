"""No page of a list is above 150 kB, however much there is and in whatever script."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import pytest
from lxml import etree
from msgspec.structs import replace

from edition.publishing.data import Data
from edition.publishing.document import publish
from edition.publishing.figures import CorpusFigures, Shown, document_figures
from edition.publishing.geography.map import Spot
from edition.publishing.index import index_pages
from edition.publishing.pages import Page
from edition.publishing.subject_index import MOST_LISTED, Listed
from edition.publishing.subjects import Appearance, Subject
from edition.tei.concordance import Occurrence, Paragraph, Turn
from tests.publishing.made import subject_index, subject_pages
from tests.publishing.sample import sample

MOST = 150_000
NAME = "Константин Константинович Рождественский-{n}"
WORDS = "и тогда на набережной собрались все, кто помнил о мхах и лишайниках, о лодках "
TEI = "http://www.tei-c.org/ns/1.0"


def largest(pages: Iterable[Page]) -> int:
    return max(len(html.encode()) for _address, html in pages)


def person(n: int) -> Listed:
    """One of many who have the name of another, told apart by what they were."""
    name = NAME.format(n=n // 2)
    hint = "Заместитель председателя комиссии по благоустройству набережных и гаваней"
    return Listed("people", f"people/KonstantinRozhdestvensky{n}.html", name, "", hint, 1, 20, 30)


@pytest.mark.parametrize("number", [MOST_LISTED, 1000, 3000])
def test_an_index_of_persons(number: int) -> None:
    pages = list(subject_index(map(person, range(number)), "people", language="ru"))
    assert largest(pages) <= MOST
    assert len(pages) >= number / MOST_LISTED


@pytest.mark.parametrize("number", [MOST_LISTED, 1000])
def test_an_index_of_places_with_its_map(number: int) -> None:
    markup = (
        "<placeName>{name}</placeName><placeName from='1914' to='1991'>Старый {name}</placeName>"
    )
    spots, places = [], []
    for n in range(number):
        name, address = f"Верхнепристанское-{n}", f"places/Verkhnepristanskoye{n}.html"
        entry = etree.fromstring(f'<place xmlns="{TEI}">{markup.format(name=name)}</place>')
        spots.append(Spot(name, address, n * 37 % 340 - 170, n * 17 % 120 - 50, n, entry))
        places.append(Listed("places", address, name, "", "", 1, n, 0))
    assert largest(subject_index(places, "places", language="ru", spots=spots)) <= MOST


def test_the_pages_of_a_person_who_is_named_and_speaks_a_thousand_times() -> None:
    record = publish(sample(), outputs=()).record
    occurrence = Occurrence(
        entry="a",
        element="persName",
        words="Рождественский",
        before=f"… {WORDS[:70]}",
        after=f"{WORDS[:70]} …",
        paragraph="p1234",
        number="1234",
        turn="u1234",
        who=("b",),
        certainty="medium",
    )
    turn = Turn("u1234", ("a",), "", 100, (Paragraph("p1234", "1234", WORDS * 2),))
    entry = etree.fromstring(f'<person xmlns="{TEI}"><persName>A</persName></person>')
    appearance = Appearance(record, [turn] * 1000, [occurrence] * 1000)
    subject = Subject("people/a.html", NAME, entry, [appearance])
    assert largest(subject_pages([subject], {"b": NAME}, language="ru")) <= MOST


def test_lists_of_documents() -> None:
    title = "Встреча с представителями общественных организаций и с жителями " * 3
    place = "Государственный мемориальный музей обороны и блокады, Санкт-Петербург"
    base = publish(sample(), outputs=()).record
    records = [
        dataclasses.replace(base, name=f"n{n}", title=title + str(n), place=place)
        for n in range(400)
    ]
    assert largest(index_pages(records, language="ru", subjects=True)) <= MOST


def test_figures() -> None:
    """Sixty who speak in turn, five thousand times, and name each other."""
    data = publish(sample(), outputs=()).data
    who = [f"k{n}" for n in range(60)]
    turns = tuple(Turn(f"u{n}", (who[n % 60],), "", 30, ()) for n in range(5000))
    many = replace(data, turns=turns, entries={it: NAME.format(n=it) for it in who})
    assert len(document_figures(many, language="ru").encode()) <= MOST
    assert len(corpus_of(many).encode()) <= MOST


def corpus_of(data: Data) -> str:
    figures = CorpusFigures()
    for n in range(200):
        figures.add(replace(data, document=dataclasses.replace(data.document, name=f"n{n}")))
    people = {it: Shown(name, f"../people/{it}.html") for it, name in data.entries.items()}
    return figures.page(people, language="ru")
