"""Each rule by which a place or a body is found."""

from __future__ import annotations

import pytest

from edition.names.model import Certainty, Kind
from edition.names.naming import name
from tests.names.meetings import meeting, mentioned, named


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Moscow is large.", ["Moscow"]),
        ("In Anna Josef Land it snows.", ["Anna Josef Land"]),  # nobody called Josef
        ("The Russia-Belarus border is long.", ["Russia", "Belarus"]),
        ("We met in Geneva.", ["Geneva"]),  # preposition
        ("We met in Geneva. Geneva is old.", ["Geneva", "Geneva"]),  # met elsewhere
        ("Geneva was there.", []),
        ("We met in Geneva Zvonovo.", []),  # a part of something else
        ("He is from Davenport, Iowa.", ["Davenport", "Iowa"]),  # its land
        ("They like Reading in Reading.", []),
        ("He is from Reading, Iowa.", ["Reading", "Iowa"]),  # its land
        ("The Moscow of old.", ["Moscow"]),  # without the article
        ("The Republic of Iowa Ivan Zvonov left.", ["Republic of Iowa"]),  # no further
        ("We were in Western Siberia.", ["Western Siberia"]),  # a side
        ("We saw Kezhemsky District.", ["Kezhemsky District"]),  # type last
        ("In Kezhemsky District it snows.", ["Kezhemsky District"]),
        ("Moscow, Davenport and Geneva grow.", ["Moscow", "Davenport", "Geneva"]),  # a list
        ("Davenport or Moscow grows.", ["Davenport", "Moscow"]),
        ("Geneva Zvonov and Moscow.", ["Moscow"]),
        ("In Geneva I lost.", ["Geneva"]),
        ("We live on the Lena, you know.", ["Lena"]),  # a river's article
        ("We know that Lena flows there. So Lena came.", ["Lena"]),  # what rivers do
        ("It is the Moscow-Russia line.", ["Moscow", "Russia"]),  # the article is the line's
        ("We live on the Geneva there.", []),
        ("This is a trans-Siberia road.", ["Siberia"]),  # a prefix
        ("We saw Lake Zvonovo.", ["Lake Zvonovo"]),  # type first
        ("We saw the village of Zvonovo.", ["Zvonovo"]),  # a word before
        ("We saw the Zvonovo region.", ["Zvonovo"]),  # a word after
        ("We met near Zvonovo.", ["Zvonovo"]),
        ("He was born in Zvonovo. He grew up in Zvonika.", ["Zvonovo", "Zvonika"]),
        ("He lived in Anna. We met in Zvonovo.", ["Zvonovo"]),
        ("We met in Zvonovo, Iowa.", ["Zvonovo", "Iowa"]),  # its land
        ("We saw the Zvonovo region. So Zvonovo is large.", ["Zvonovo", "Zvonovo"]),  # again
        ("We saw the Zvonish region.", []),  # called after a people
        ("We read the novel “Moscow” there.", []),  # a work
        ("The Slow River – Episode 42: What it took", []),  # a title
        ("We read “The Slow River” there.", []),
        ("The Slow River is deep.", ["Slow River"]),
        ("The Kezhemsky District, 2019", ["Kezhemsky District"]),
        ("We crossed the Gulf of Zvonovo.", ["Gulf of Zvonovo"]),
        ("We crossed the Republic of the Zvonovo.", ["Republic of the Zvonovo"]),
        ("We sailed the Loch Zvonovo.", ["Loch Zvonovo"]),
        ("It lies between the Zvonka and Zvonika rivers.", ["Zvonka", "Zvonika"]),
        ("Many towns and old villages were lost.", []),
        ("It was at Zvonovo and near Zvonika.", ["Zvonovo", "Zvonika"]),
        ("We met in North Geneva.", ["North Geneva"]),  # a side
        ("We saw Moscow, Siberia and Reading.", ["Moscow", "Siberia", "Reading"]),  # a list
        ("We saw Moscow and Reading.", ["Moscow"]),
    ],
)
def test_a_place_is_found(line: str, places: list[str]) -> None:
    assert mentioned(line, kind=Kind.PLACE) == places


@pytest.mark.parametrize(
    ("line", "bodies"),
    [
        ("The UN decided.", ["UN"]),
        ("He leads the Ministry of Defence.", ["Ministry of Defence"]),
        ("He led the 3rd Rifle Division.", ["3rd Rifle Division"]),
        ("He led the 62nd Army.", ["62nd Army"]),
        ("He leads the Ministry of Trade and Industry.", ["Ministry of Trade and Industry"]),
        ("He leads the Ministry of Trade and General Zvonov.", ["Ministry of Trade"]),
        ("The Committee decided.", []),
        ("The Committee on Trade decided.", ["Committee on Trade"]),
        ("It was the Pier and Harbour Company.", ["Pier and Harbour Company"]),
        ("It was the Senate and Trade Committee.", ["Trade Committee"]),
        ("The Victory Museum on Zvonovo Hill is old.", ["Victory Museum"]),
        ("I went to School No. 181, you know.", ["School No. 181"]),
        ("The United Nations decided.", ["United Nations"]),
        ("So the New York Times said.", ["New York Times"]),  # of three words
        ("He left al-Qaeda.", ["al-Qaeda"]),  # a small letter first
        ("He owns Goldman Sachs.", ["Goldman Sachs"]),  # not a person
        ("I work for Marks & Spencer.", ["Marks & Spencer"]),  # a firm
        ("Uncle Sam wants you.", []),
    ],
)
def test_a_body_is_found(line: str, bodies: list[str]) -> None:
    assert mentioned(line, kind=Kind.ORG) == bodies


def test_a_place_may_lie_in_the_name_of_a_body() -> None:
    line = "He is at Moscow State University."
    assert mentioned(line, kind=Kind.ORG) == ["Moscow State University"]
    assert mentioned(line, kind=Kind.PLACE) == ["Moscow"]


def test_the_apostrophe_of_a_land_is_a_part_of_its_name() -> None:
    for apostrophe in "'’":
        transcript = meeting(f"The People{apostrophe}s Republic of China is large.")
        assert name(transcript).mentions[-1].entry == "China"


def test_a_town_of_two_words_is_no_given_name_after_a_full_stop() -> None:
    transcript = meeting("I work for Zvonov Inc., Los Angeles.")
    assert [one.entry for one in name(transcript).mentions][-1] == "LosAngeles"


def test_nobody_is_named_by_the_name_of_a_ship() -> None:
    line = "We saw the cruiser Marshal Zvonov and USS John Zvonov there."
    assert mentioned(line) == []


def test_a_name_with_an_article_is_that_of_a_river_and_no_town() -> None:
    def of(words: str) -> list[tuple[str, str]]:
        naming = name(meeting(words))  # the whole gazetteer
        entries = naming.register.entries
        places = (one for one in naming.mentions if one.kind is Kind.PLACE and one.line > 5)
        return [(entries[str(one.entry)].type, entries[str(one.entry)].name) for one in places]

    assert of("We came to the town of Volkhov when the Volkhov froze.") == [
        ("settlement", "Volkhov"),
        ("river", "Volkhov River"),
    ]
    assert of("So he fought on the Volkhov Front.") == []
    assert of("They sang of the Samara, too.") == []  # no gazetteer has it
    assert of("We read And Quiet Flows the Don.") == []


def test_a_region_after_it_says_that_a_place_is_none_of_another_region() -> None:
    line = "He came from the village of Krasnoye, Kirov Region, and his brother did."
    naming = name(meeting(line))
    (village,) = (one for one in naming.register.entries.values() if "Krasnoye" in one.name)
    assert village.identifiers == ()


@pytest.mark.parametrize("line", ["In Zhukov it rained.", "It is at Zhukov."])
def test_after_a_preposition_a_town_is_not_whoever_has_its_name(line: str) -> None:
    naming = name(meeting("I know Georgy Zhukov.", line))
    assert [one for one in naming.mentions if one.kind is Kind.PERSON and one.line > 7] == []


def test_a_city_is_nobody_who_is_called_by_a_given_name_alone() -> None:
    naming = name(meeting("They sang a song about Samara."))
    assert [one for one in naming.mentions if one.kind is Kind.PERSON and one.line > 5] == []


@pytest.mark.parametrize(
    ("form", "name_"),
    [("Uralsk", "Oral"), ("Krasnovodsk", "Turkmenbashi"), ("Molotovsk", "Severodvinsk")],
)
def test_towns_are_known_by_their_former_names(form: str, name_: str) -> None:
    naming = name(meeting(f"He was born in {form}."))
    (place,) = (one for one in naming.register.entries.values() if one.name == name_)
    assert place.identifiers


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("So the air base at Reading is ours.", ["Reading"]),
        ("We have a plant in Reading, too.", ["Reading"]),
        ("So the base at Reading Books is ours.", []),
        ("We are good at Reading.", []),
        ("So the base, at Reading, is ours.", []),
        ("We opened the port in August, the camp in March and the station in Spring.", []),
    ],
)
def test_where_a_site_lies_is_a_place_though_the_word_is_mostly_none(
    line: str, places: list[str]
) -> None:
    assert mentioned(line, kind=Kind.PLACE) == places


def test_where_a_site_lies_is_not_sure_and_says_nothing_of_the_word_elsewhere() -> None:
    naming = named("So the base at Reading is ours.", "We are good at Reading.")
    assert [one.certainty for one in naming.mentions if one.line > 5] == [Certainty.MEDIUM]


@pytest.mark.parametrize(
    ("line", "certainty"),
    [
        ("Perth in Australia?", Certainty.MEDIUM),
        ("Perth in Australia.", Certainty.HIGH),
        ("And Sydney in Australia?", Certainty.HIGH),
    ],
)
def test_a_place_of_which_is_asked_where_it_lies_is_not_sure(
    line: str, certainty: Certainty
) -> None:
    naming = name(meeting("He had to go to Perth.", line))
    assert next(one for one in naming.mentions if one.line > 5).certainty is certainty


def test_each_of_several_regions_is_meant_and_no_town() -> None:
    line = "He spoke of the Penza, Tver and Tula regions, and of Penza."
    naming = name(meeting(line))
    entries = [one.entry for one in naming.mentions if one.line > 5]
    assert entries == ["PenzaRegion", "TverRegion", "TulaRegion", "Penza"]


def test_a_town_abroad_is_less_sure_where_one_at_home_may_be_meant() -> None:
    at_home = "We spoke of Dundee, Glasgow, Edinburgh, Inverness and Leeds. What does Perth say?"
    abroad = "We spoke of Adelaide, Brisbane, Darwin and Hobart. What does Perth say?"
    for line, certainty in ((at_home, Certainty.MEDIUM), (abroad, Certainty.HIGH)):
        mentions = [one for one in name(meeting(line)).mentions if one.line > 5]
        assert mentions[-1].certainty is certainty


def test_a_land_that_a_town_is_told_with_is_meant_again_where_all_is_at_home() -> None:
    line = "He is from Brunswick, Georgia. We saw Kansas, Ohio, Texas and Iowa. Georgia was next."
    mentions = [one for one in name(meeting(line)).mentions if one.line > 5]
    assert mentions[1].entry == mentions[-1].entry
    assert mentions[-1].certainty is Certainty.MEDIUM


def test_a_name_is_not_decided_where_its_namesake_abroad_is_told_apart() -> None:
    line = "We saw Dundee, Glasgow, Edinburgh and Leeds, and Perth in Australia. What of Perth?"
    mentions = [one for one in name(meeting(line)).mentions if one.line > 5]
    assert mentions[4].entry is not None
    assert mentions[-1].entry is None


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("We met at Pozzier and Zvonier and Kamenier.", 3),
        ("We met at Pozzier and Thursday and Kamenier.", 1),  # no list of places
        ("We met at Pozzier" + " and Pozzier" * 3000 + ".", 50),  # nobody lists so many
    ],
    ids=["list", "no list", "long"],
)
def test_of_unknown_places_in_a_list_the_first_has_a_preposition(line: str, places: int) -> None:
    found = [one for one in named(line).mentions if one.kind is Kind.PLACE and one.line > 5]
    assert len(found) == places
    assert {one.certainty for one in found} == {Certainty.LOW}
