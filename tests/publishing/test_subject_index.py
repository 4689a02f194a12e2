"""The index of persons, places …: by surname, by letter, in pages where it is long."""

from __future__ import annotations

import html5lib
import pytest
from lxml import etree

from edition.publishing import subject_index as index
from edition.publishing.subject_index import Listed, listed
from edition.publishing.subjects import Subject
from tests.publishing.made import subject_index
from tests.publishing.reading import page

PERSON = Listed("people", "people/a.html", "Ada", "", "", 1, 2, 3)


def subject(entry: str, name: str, key: str) -> Listed:
    element = etree.fromstring(f'<person xmlns="http://www.tei-c.org/ns/1.0">{entry}</person>')
    return listed(Subject(f"people/{key}.html", name, element, []))


def names(html: str) -> list[str]:
    links = page(html).xpath("//*[@class='subjects']/*/*[local-name()='a']")
    return [" ".join("".join(link.itertext()).split()) for link in links]


def test_the_surname_that_is_marked_decides_where_a_name_stands() -> None:
    ada = subject("<persName>Ada <surname>Zola</surname></persName>", "Ada Zola", "z")
    ((_, html),) = subject_index([ada, PERSON, PERSON._replace(name="Zacharias")], "people")
    assert names(html) == ["Ada", "Zacharias", "Ada Zola"]
    assert page(html).xpath("string(//*[@class='surname'])") == "Zola"


def test_accents_and_case_do_not_part_names() -> None:
    people = [PERSON._replace(name=name) for name in ("Zoe", "élan", "Eva", "Elsa")]
    ((_, html),) = subject_index(people, "people")
    assert names(html) == ["élan", "Elsa", "Eva", "Zoe"]
    assert page(html).xpath("count(//*[@class='letter'])") == 2


def test_namesakes_are_told_apart_by_what_the_register_says() -> None:
    role = (
        "<persName>Ann Lee</persName><affiliation><roleName>harbour master</roleName></affiliation>"
    )
    note = "<persName>Ann Lee</persName><note>Her niece.</note>"
    people = [subject(role, "Ann Lee", "a"), subject(note, "Ann Lee", "b")]
    alone = subject("<persName>Bo</persName><note>Alone.</note>", "Bo", "c")
    ((_, html),) = subject_index([*people, alone], "people")
    assert page(html).xpath("//*[@class='hint']/text()") == ["harbour master", "Her niece."]


def test_a_long_index_has_a_page_a_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "MOST_LISTED", 3)
    people = [
        PERSON._replace(name=name, address=f"people/{name}.html")
        for name in ("Anna", "Ben", "Berta", "Bo", "Bruno", "7 sages", "Яна")
    ]
    pages = dict(subject_index(people, "people"))
    assert list(pages) == [
        "people/index.html",
        "people/index..other.html",
        "people/index..A.html",
        "people/index..B.html",
        "people/index..B..2.html",
        "people/index..%D0%AF.html",
    ]
    first = page(pages["people/index.html"])
    letters = first.xpath("//*[@class='letters']/*/@href")
    assert letters == [f"../{it}" for it in pages if it != "people/index.html" and ".2" not in it]
    assert names(pages["people/index..B.html"]) == ["Ben", "Berta", "Bo"]
    assert names(pages["people/index..B..2.html"]) == ["Bruno"]
    ranges = page(pages["people/index..B.html"]).xpath("//*[@class='ranges']/*/text()")
    assert [it.strip() for it in ranges] == ["Ben – Bo", "Bruno – Bruno"]
    for html in pages.values():
        html5lib.HTMLParser(strict=True).parse(html)


def test_every_one_of_many_is_listed_once() -> None:
    many = [
        PERSON._replace(name=f"{chr(65 + n % 26)}{n}", address=f"people/p{n}.html")
        for n in range(15_000)
    ]
    pages = dict(subject_index(many, "people"))
    told = [name for it, html in pages.items() if it != "people/index.html" for name in names(html)]
    assert sorted(told) == sorted(it.name for it in many)
    assert max(len(html) for html in pages.values()) < 250_000
