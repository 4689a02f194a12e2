"""Pictures of who speaks when and how much, and who names whom."""

from __future__ import annotations

import csv
import dataclasses
import io
import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from edition.publishing import figures as module
from edition.publishing.data import Data
from edition.publishing.document import publish
from edition.publishing.figures import CorpusFigures, Shown, document_figures
from edition.tei.concordance import Occurrence, Turn
from tests.publishing.reading import page
from tests.publishing.sample import sample

BAR = re.compile(r"M(\d+) 0h(\d+)")


@pytest.fixture(scope="module")
def data() -> Data:
    return publish(sample(), outputs=()).data


def turns(data: Data, *said: tuple[str, int]) -> Data:
    """*data* with these turns: who speaks, how many words."""
    made = [
        Turn(id=f"u{n}", who=tuple(who.split()), speaker="", length=words, paragraphs=())
        for n, (who, words) in enumerate(said)
    ]
    return replace(data, turns=tuple(made))


def naming(data: Data, *pairs: tuple[str, str]) -> Data:
    """*data* where who speaks names whom."""
    place = {"before": "", "after": "", "paragraph": "p1", "number": "1", "turn": "u1"}
    made = [
        Occurrence(entry=whom, element="persName", words=whom, who=(who,), certainty="", **place)
        for who, whom in pairs
    ]
    return replace(data, occurrences=tuple(made), entries={it: it for it in "ABCD"})


def bars(html: str) -> dict[str, list[tuple[int, int]]]:
    """Of each speaker: from where to where a strip is filled."""
    found = {}
    for row in page(html).xpath("//*[@class='speakers']/*[local-name()='tbody']/*"):
        path = row.xpath("string(.//*[local-name()='path']/@d)")
        assert BAR.sub("", path) == ""
        name = " ".join("".join(row.xpath("*[@scope='row']")[0].itertext()).split())
        found[name] = [(int(left), int(left) + int(wide)) for left, wide in BAR.findall(path)]
    return found


def test_a_strip_is_filled_where_somebody_speaks(data: Data) -> None:
    made = replace(turns(data, ("A", 50), ("B", 25), ("A", 25)), entries={"A": "Ann", "B": "Bo"})
    assert bars(document_figures(made)) == {"Ann": [(0, 500), (750, 1000)], "Bo": [(500, 750)]}


def test_nobody_known_is_told_as_such_and_two_who_speak_at_once_both_speak(data: Data) -> None:
    made = replace(turns(data, ("", 10), ("A B", 10)), entries={"A": "Ann", "B": "Bo"})
    found = bars(document_figures(made))
    assert found == {"Not identified": [(0, 500)], "Ann": [(500, 1000)], "Bo": [(500, 1000)]}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["A", "B", "C", ""]), st.integers(0, 900)), max_size=40))
def test_strips_are_within_the_whole_and_in_order(said: list[tuple[str, int]]) -> None:
    made = turns(publish(sample(), outputs=()).data, *said)
    found = bars(document_figures(made))
    assert len(found) == len({who for who, _ in said})
    for strip in found.values():
        ends = [end for bar in strip for end in bar]
        assert ends == sorted(ends)
        assert ends[0] >= 0
        assert ends[-1] <= 1001


def test_those_who_say_least_stand_together(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SPEAKERS", 3)
    made = turns(data, *((f"S{n}", 100 - n) for n in range(5)))
    found = bars(document_figures(made))
    assert list(found) == ["S0", "S1", "Others: 3"]


def test_who_names_whom_is_counted(data: Data) -> None:
    made = naming(data, ("A", "B"), ("A", "B"), ("B", "C"))
    tree = page(document_figures(made))
    cells = tree.xpath("//*[@class='matrix']/*[local-name()='tbody']/*")
    rows = ["|".join("".join(cell.itertext()).strip() for cell in row) for row in cells]
    assert rows == ["A|2|", "B||1"]
    head = tree.xpath("//*[@class='matrix']/*[local-name()='thead']//*[@scope='col']")
    assert ["".join(it.itertext()).strip() for it in head] == ["B", "C"]


def test_of_many_those_are_shown_who_are_named_most(
    data: Data, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_COLUMNS", 1)
    made = naming(data, ("A", "B"), ("A", "B"), ("C", "D"))
    tree = page(document_figures(made))
    rows = tree.xpath("//*[@class='matrix']/*[local-name()='tbody']/*/*[@scope='row']")
    assert ["".join(row.itertext()).strip() for row in rows] == ["A"]
    assert "Only what is most frequent is shown." in "".join(tree.itertext())


def test_who_names_which_places_has_a_picture_of_its_own(data: Data) -> None:
    made = naming(data, ("A", "B"), ("A", "C"))
    person, place = made.occurrences
    place = replace(place, element="placeName")
    tree = page(document_figures(replace(made, occurrences=(person, place))))
    matrices = tree.xpath("//*[@class='matrix']")
    heads = [
        ["".join(it.itertext()) for it in matrix.xpath(".//*[@scope='col']")] for matrix in matrices
    ]
    assert heads == [["B"], ["C"]]
    assert "Who names which places" in "".join(tree.itertext())


@pytest.mark.parametrize("language", ["en", "ru", "de", "fr", "xx"])
def test_pages_of_figures_are_html_by_the_letter(data: Data, language: str) -> None:
    corpus = CorpusFigures()
    corpus.add(data)
    people = {it: Shown(name, f"../people/{it}.html") for it, name in data.entries.items()}
    for html in (
        document_figures(data, language=language),
        document_figures(turns(data), language=language),
        corpus.page(people, language=language),
        CorpusFigures().page({}, language=language),
    ):
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(html)
        assert parser.errors == []
        assert all(
            svg.xpath("*[local-name()='title']") or svg.get("aria-hidden") == "true"
            for svg in page(html).xpath("//*[local-name()='svg']")
        )


def test_all_documents_stand_one_after_another_by_date(data: Data) -> None:
    corpus = CorpusFigures()
    for date, said in (("1932", ("A", 60)), ("1931", ("B", 40))):
        made = turns(data, said)
        corpus.add(replace(made, document=dataclasses.replace(made.document, date=date)))
    people = {"A": Shown("Ann", "../people/A.html"), "B": Shown("Bo", "")}
    assert bars(corpus.page(people)) == {"Ann": [(400, 1000)], "Bo": [(0, 400)]}
    rows = list(csv.reader(io.StringIO(corpus.tables(people)["data/speakers.csv"].decode())))
    assert rows == [
        ["who", "name", "turns", "words"],
        ["A", "Ann", "1", "60"],
        ["B", "Bo", "1", "40"],
    ]
