"""TEI of other making is published without loss: sittings of parliaments, plays, anything."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import edition
from edition.checking.foreign import check_foreign, recognised
from edition.publishing.citations import citations
from edition.publishing.document import publish
from edition.publishing.elements import uses
from edition.publishing.parts import MOST_BYTES
from edition.publishing.search.lines import lines
from edition.tei.document import Document, parse, read_document
from edition.tei.registers import text_of
from edition.tei.tokens import joined
from tests.publishing.others import CAST, other, play, sitting, tokens
from tests.publishing.reading import (
    HTML,
    article,
    page,
    source_words,
    source_words_of_page,
    source_words_of_text,
)
from tests.publishing.sample import sample

FOREIGN = Path(__file__).with_name("foreign")
SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples"
REAL = [
    *sorted(SAMPLES.glob("plays-dracor/*.xml")),
    *sorted(SAMPLES.glob("catalonia-parlament/*.xml")),
]


def letters(words: list[str]) -> str:
    """*words* without spaces, and without the signs that stand before items and between cells."""
    return re.sub(r"[-|]", "", "".join(words))


def assert_whole(document: Document) -> None:
    """Page and text have every letter of the source, in order, and no other."""
    publication = publish(document)
    expected = letters(source_words(document))
    assert letters(source_words_of_page(publication.html)) == expected
    assert letters(source_words_of_text(publication.text)) == expected


@pytest.mark.parametrize("made", [sitting(), play()], ids=["sitting", "play"])
def test_the_words_are_those_of_the_source(made: Document) -> None:
    publication = publish(made)
    assert publication.diagnostics == ()
    assert source_words_of_page(publication.html) == source_words(made)
    assert source_words_of_text(publication.text) == source_words(made)


# Of each file of other making: the elements that are told because nothing shows them.
UNKNOWN = {
    "parlamint": [],
    "parlamint-ana": [],
    "parla-clarin": ["graphic"],
    "dracor-verse": ["move"],
    "dracor-prose": [],
    "unknown": [
        "contraption", "damage", "eTree", "egXML", "event", "foo:bar", "gizmo", "listEvent", "math",
        "mi", "p", "rb", "restore", "retrace", "rt", "ruby", "secl", "specDesc", "specList",
        "surplus",
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", UNKNOWN)
def test_whatever_others_encode_is_whole_and_what_is_unknown_is_told(name: str) -> None:
    made = read_document(FOREIGN / f"{name}.xml")
    assert recognised(made, has_source=False) is not None
    assert_whole(made)
    publication = publish(made)
    told = [it.message for it in publication.diagnostics if it.code == "P001"]
    assert sorted(it[1 : it.index(">")] for it in told) == UNKNOWN[name]
    html5lib.HTMLParser(strict=True).parse(publication.html)
    ids = list(map(str, page(publication.html).xpath("//@id")))
    assert len(ids) == len(set(ids))
    assert set(map(str, made.root.xpath("//@xml:id"))) <= set(ids)


def test_a_paragraph_whose_identifier_is_no_number_has_its_address_before_it() -> None:
    html = article(publish(sitting()).html)
    shown = [
        (a.get("href"), a.text, a.get("aria-label")) for a in html.xpath(".//*[@class='number']")
    ]
    assert shown == [
        ("#x.seg1", "¶", "Paragraph x.seg1"),
        ("#x.seg2", "¶", "Paragraph x.seg2"),
    ]


def test_who_publishes_is_cited_by_one_name() -> None:
    names = "<orgName xml:lang='ca'>Casa</orgName><orgName xml:lang='en'>House</orgName>"
    publisher = f"<publisher>{names}<ref target='https://e.org'>e.org</ref></publisher>"
    data = sitting().data.replace(b"<publisher>Example Press</publisher>", publisher.encode())
    made = publish(parse(data, "other.xml"))
    assert made.data.reference.publisher == "Casa"
    assert 'content="Casa"' in made.html


def test_tokens_are_joined_as_the_source_says() -> None:
    publication = publish(tokens())
    said = "The House, it “open” Yes aside ."
    assert said in publication.text
    assert " ".join(source_words_of_page(publication.html)).endswith(said.partition(", ")[2])
    assert publication.data.turns[0].paragraphs[0].words.startswith("The House, it “open”")
    assert publication.diagnostics == ()


FOOT = '<note place="foot" n="3" xml:id="n">Of <hi>zebras</hi>.</note>'
BOTTOM = '<note place="bottom" xml:id="n">Of zebras.</note>'
FOOTNOTES = [
    f"<u><seg>Four{FOOT} words</seg></u>",
    f'<u xml:id="u"><emph>Four{FOOT}</emph> words</u>',
    '<p>Four<note n="3" xml:id="n"><p>Of</p><p>zebras.</p></note> words</p>',
    f"<sp><speaker>A.</speaker><l>Four{BOTTOM} words</l></sp>",
    '<head>Four<note type="footnote" place="end" xml:id="n">Of zebras.</note> words</head>',
    '<u><seg>Four<note place="margin left" xml:id="n">Of zebras.</note> words</seg></u>',
]


@pytest.mark.parametrize("markup", FOOTNOTES)
def test_a_footnote_is_called_by_a_mark_and_leads_back(markup: str) -> None:
    made = other(f"<text><body><div>{markup}</div></body></text>")
    assert_whole(made)
    publication = publish(made)
    html = page(publication.html)
    (call,) = article(publication.html).xpath(".//@href[. = '#note:1']/..")
    (note,) = html.xpath("//*[@id='note:1']")
    said = " ".join("".join(note.itertext()).split())
    assert said == ("⟦3⟧ " if 'n="3"' in markup else "") + "Of zebras. ↩"
    assert note.xpath(".//@href") == ["#" + call.get("id")]
    assert note.xpath(".//*/@id") == ["n"]
    assert "Four words" in " ".join(source_words_of_page(publication.html))
    assert "Four⟦Note:" in publication.text
    found = [(line.place, line.words) for line in lines(publication.data)]
    assert [words for _place, words in found] == ["Four words", "Of zebras."]
    assert found[1][0] == "n"


OTHER_NOTES = {
    "<u><seg>Four<note>of zebras</note>words</seg></u>": "Four of zebras words",
    '<u><seg>Four<note type="time">of zebras</note>words</seg></u>': "Four of zebras words",
    '<u xml:id="u">Four<note n="1">of zebras</note>words</u>': "Four of zebras words",
    '<p>Four<note type="editorial" n="1">of zebras</note>words</p>': "Fourof zebraswords",
    '<head>Four <note place="inline">of zebras</note> words</head>': "Four of zebras words",
}


@pytest.mark.parametrize(("markup", "shown"), OTHER_NOTES.items())
def test_another_note_stays_in_its_place_and_apart(markup: str, shown: str) -> None:
    made = publish(other(f"<text><body><div>{markup}</div></body></text>"))
    assert " ".join(source_words_of_page(made.html)).endswith(shown)
    assert shown in made.text
    assert "note:1" not in made.html
    assert shown in [line.words for line in lines(made.data)]


def test_a_note_about_a_label_is_no_part_of_the_name_in_lists() -> None:
    speech = "<sp><speaker>Ann<note>a pilot</note></speaker><p>Yes.</p></sp>"
    label = '<note type="speaker">Bob<note place="foot">a mole</note>:</note><u><seg>No.</seg></u>'
    made = publish(other(f"<text><body><div>{speech}{label}</div></body></text>"))
    assert [turn.speaker for turn in made.data.turns] == ["Ann", "Bob:"]
    named = page(made.html).xpath("//*[@class='turns']//*[@class='who']/text()")
    assert named == ["Ann", "Bob"]


@pytest.mark.parametrize("kind", ["", ' type="time"'])
def test_every_note_of_the_source_is_searched(kind: str) -> None:
    note = f"<note{kind}>{{}}</note>"
    inside = f"<seg>One {note.format('aside')} two.</seg>{note.format('pause')}"
    body = f"<div>{note.format('opening')}<u>{inside}</u><p>And {note.format('later')}</p></div>"
    made = publish(other(f"<text><body>{body}</body></text>"))
    found = [line.words for line in lines(made.data)]
    assert found == ["opening", "One aside two.", "pause", "And later"]


@pytest.mark.parametrize("made", [sitting(), tokens(), play()], ids=["sitting", "tokens", "play"])
def test_pages_are_html_by_the_letter(made: Document) -> None:
    html5lib.HTMLParser(strict=True).parse(publish(made).html)


def test_sentences_have_their_address_and_tokens_none() -> None:
    ids = article(publish(tokens()).html).xpath("//@id")
    assert {"t.seg1", "t.s1", "t.s2", "t.ne1"} <= set(ids)
    assert "t.w1" not in ids


CLOSE = {
    "<s><w>Hi</w><w>big</w><w join='right'>world</w><pc>.</pc></s><s><w>Next</w><w>one</w></s>": (
        "Hi big world. Next one"
    ),
    "<w>So</w><pc>,</pc><name><w>New</w><w>York</w></name><w>is</w><pc>!</pc>": "So, New York is!",
    "<w>Say</w><pc>“</pc><w>no</w><pc>”</pc><pc>(</pc><w>x</w><pc>)</pc>": "Say “no” (x)",
    "<w>I</w><w>'ll</w> <w>go</w><pc>.</pc>": "I'll go.",
    "<w>I</w><w join='left'>'ll</w><w>go</w>": "I'll go",
    "<w>I</w><w>'ll</w><c> </c><w>go</w>": "I'll go",
    "<w>du<w norm='de'/><w norm='le'/></w><w>mon<w>de</w></w>": "du monde",
    "<w>a</w>-<w>b</w><w>c</w>": "a-b c",
}


@pytest.mark.parametrize(("markup", "said"), CLOSE.items())
def test_words_without_white_space_between_them_stand_apart(markup: str, said: str) -> None:
    made = other(f"<text><body><div><u><seg>{markup}</seg></u></div></body></text>")
    publication = publish(made)
    assert publication.data.turns[0].paragraphs[0].words == said
    assert publication.data.turns[0].length == len(re.findall(r"[^\W_][^ ]*", said))
    assert said in publication.text
    assert said in " ".join("".join(article(publication.html).itertext()).split())


def test_the_parts_of_a_name_stand_apart() -> None:
    parts = "<roleName>Dr.</roleName><forename>Ana</forename><nameLink>van</nameLink>"
    person = f"<person xml:id='a'><persName>{parts}<surname>Berg</surname></persName></person>"
    people = f"<particDesc><listPerson>{person}</listPerson></particDesc>"
    made = other(
        "<text><body><div><u who='#a'><seg>Yes.</seg></u></div></body></text>", people=people
    )
    publication = publish(made)
    assert publication.data.entries == {"a": "Dr. Ana van Berg"}
    assert "⟦Dr. Ana van Berg⟧ Yes." in publication.text
    assert "Dr. Ana van Berg" in "".join(page(publication.html).itertext())
    assert "Anavan" not in publication.html
    assert [text_of(name) for name in made.root.iter("{*}persName")] == ["Dr. Ana van Berg"]


def test_the_parts_of_a_name_stand_apart_on_the_page_of_a_person(tmp_path: Path) -> None:
    name = "<persName><surname>Berg</surname><forename>Ana</forename></persName>"
    people = f"<particDesc><listPerson><person xml:id='a'>{name}</person></listPerson></particDesc>"
    made = other("<text><body><div><u who='#a'>Yes.</u></div></body></text>", people=people)
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "one.xml").write_bytes(made.data)
    edition.build(edition.Project(tmp_path))
    html = (tmp_path / "output" / "html" / "people" / "a.html").read_text("utf-8")
    assert "Berg Ana" in html
    assert "BergAna" not in "".join(page(html).itertext())


def test_a_line_that_ends_in_a_heading_is_a_space_in_the_list_of_turns() -> None:
    head = "<head>Item 1<lb/>go<lb break='no'/>ing on <hi>fast<lb/></hi>today</head>"
    made = publish(other(f"<text><body><div>{head}<u><seg>Yes.</seg></u></div></body></text>"))
    said = page(made.html).xpath("//*[@class='turns']//*[@class='division']/*[1]")
    assert "".join(said[0].itertext()) == "Item 1 going on fast today"


def test_a_list_in_a_paragraph_has_numbers_and_what_heads_it_is_no_item() -> None:
    items = "<label>a</label><item>first</item><label>b</label><item>second</item>"
    text = f"<p>So: <list type='ordered'><head>Points</head>{items}</list> on.</p>"
    html = article(publish(other(f"<text><body><div>{text}</div></body></text>")).html)
    (made,) = html.xpath(".//*[@role='list']")
    assert made.get("class") == "list ordered"
    assert ["".join(it.itertext()) for it in made.xpath("*[@role='listitem']")] == [
        "first",
        "second",
    ]
    assert " ".join("".join(made.itertext()).split()) == "Points a first b second"


@pytest.mark.parametrize("around", ["div", "p"])
def test_an_illustration_is_no_figure_of_a_table(around: str) -> None:
    figure = "<figure><head>Plan</head><p>A house.</p></figure>"
    text = f"<{around}>{figure}</{around}>"
    html = article(publish(other(f"<text><body><div>{text}</div></body></text>")).html)
    assert html.xpath(".//*[@class='illustration']")
    assert not html.xpath(".//*[contains(@class, 'figure')]")


ROLES = {
    "<role>Jan</role><roleDesc>a king</roleDesc>": "Jan a king",
    "<role>Jan</role>, <roleDesc>lord</roleDesc><actor>X</actor>": "Jan, lord X",
}
CITED = "<cit><quote>epi</quote><bibl>src</bibl></cit>"
APART = {
    **{f"<castList><castItem>{it}</castItem></castList>": shown for it, shown in ROLES.items()},
    f"<epigraph>{CITED}</epigraph>": "epi src",
    f"<p>So {CITED}.</p>": "So epi src.",
}


@pytest.mark.parametrize(("markup", "shown"), APART.items())
def test_roles_and_sources_stand_apart(markup: str, shown: str) -> None:
    made = publish(other(f"<text><body><div>{markup}</div></body></text>"))
    assert shown in " ".join("".join(article(made.html).itertext()).split())
    assert shown in made.text
    assert [line.words for line in lines(made.data)] == [shown]


def test_a_document_without_joins_is_itself() -> None:
    assert joined(play()) is not None
    document = sample()
    assert joined(document) is document


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_texts_are_whole(path: Path) -> None:
    document = read_document(path)
    assert recognised(document, has_source=False) is not None
    assert publish(document).diagnostics == ()
    assert_whole(document)


def test_speeches_of_a_play_are_turns() -> None:
    publication = publish(play())
    said = [(turn.who, turn.speaker, turn.length) for turn in publication.data.turns]
    assert said == [
        (("ann",), "Ann.", 4),
        (("bob",), "Bob.", 8),
        (("ann",), "", 5),
        (("ann", "bob"), "Both.", 1),
    ]
    assert publication.record.turns == 4
    assert "Ann. aside Who is there? She listens. Nobody." in publication.text
    assert "Bob.\nThe tide is in,\nthe tide is out.\n" in publication.text
    assert "⟦Ann⟧ Alone." in publication.text
    headings = [
        "".join(h.itertext()) for h in page(publication.html).iter(f"{HTML}h3") if h.get("class")
    ]
    assert headings == ["Ann.", "Bob.", "⟦Ann⟧", "Both."]


def test_speeches_and_scenes_without_identifiers_are_found_from_the_list_of_turns() -> None:
    html = page(publish(play()).html)
    links = html.xpath("//*[local-name()='nav'][@class='turns']//@href")
    assert links == [
        "#division:1", "#division:2", "#sp1", "#turn:2", "#turn:3", "#turn:4"
    ]  # fmt: skip
    ids = list(map(str, html.xpath("//@id")))
    assert {link[1:] for link in links} <= set(ids)
    assert len(ids) == len(set(ids))
    (way,) = html.xpath("//*[@id='sp1']//*[@class='after']/@href")
    assert way == "#turn:3"


def test_a_long_play_without_identifiers_has_parts_and_its_speeches_are_found() -> None:
    speech = "<sp who='#ann'><speaker>Ann.</speaker><p>Who is there, who goes there? </p></sp>"
    scene = f"<div type='scene'><head>Scene</head>{speech * 300}</div>"
    made = other(f"<text><body>{scene * 2}</body></text>", people=CAST)
    publication = publish(made)
    assert len(publication.pages) > 1
    assert max(len(it.encode()) for it in publication.pages) <= MOST_BYTES
    for line in lines(publication.data):
        address, _, place = publication.record.address_of(line.place).partition("#")
        number = int(address.partition("..")[2].partition(".")[0] or 1)
        assert not place or f'id="{place}"' in publication.pages[number - 1]


def test_who_is_in_another_file_is_called_as_printed() -> None:
    html = publish(sitting()).html
    nav = page(html).find(f".//{HTML}nav[@class='turns']")
    assert nav is not None
    said = " ".join("".join(nav.itertext()).split())
    assert "The Chair, Mary Quay" in said
    assert "PierTom" in said
    assert "#" not in said


def test_an_unknown_element_is_shown_and_told_once() -> None:
    odd = "<seg xml:id='a'>An <odd>odd</odd> word, <odd>two</odd>, <new>three</new>.</seg>"
    publication = publish(other(f"<text><body><div><u>{odd}</u></div></body></text>"))
    told = [(finding.code, finding.message) for finding in publication.diagnostics]
    assert [code for code, _ in told] == ["P001", "P001"]
    assert told[0][1].startswith("<odd> (2 in this file)")
    assert "An odd word, two, three." in publication.text


CONTAINERS = re.findall(
    r"\w+",
    """div front back body group floatingText prologue epilogue set spGrp sp u lg list table row
castList castGroup figure annotationBlock unheard epigraph postscript opener argument""",
)
LEAVES = re.findall(
    r"\w+",
    """p ab l seg stage speaker note head castItem role roleDesc s w pc c hi persName name
item label cell docAuthor byline signed salute closer trailer kinesic desc cit quote q
unknown app lem address addrLine figDesc caption dateline fw
said gap foreign title date milestone lb pb graphic linkGrp""",
)
words = st.sampled_from(["ab ", " Ж", "one", " two ", "\n", ", ", "“x” "])
tree = st.recursive(
    words,
    lambda inner: st.tuples(st.sampled_from(CONTAINERS + LEAVES), st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(st.lists(tree, max_size=4))
@example(["<list>before<head>behind</head></list>"])
def test_any_tei_keeps_its_letters(parts: list[str]) -> None:
    assert_whole(other(f"<text><body>{''.join(parts)}</body></text>"))


@pytest.mark.parametrize("made", [sitting(), tokens(), play()])
def test_other_tei_is_recognised(made: Document) -> None:
    found = recognised(made, has_source=True)
    assert found is not None
    assert found.code == "O001"


def test_links_are_looked_at_in_sum() -> None:
    body = "<p xml:id='a'><ref target='#b'>x</ref><ref target='#a'>y</ref></p><p xml:id='a'/>"
    document = other(f"<text><body><div who='#c' n='#5'>{body}</div></body></text>")
    assert [(f.code, f.message) for f in check_foreign(document)] == [
        ("O005", "the identifier a is there 2 times"),
        ("O004", "@who points to what is in another file, such as #c (1 pointers)"),
        (
            "O003",
            "@target leads nowhere: no element has the identifier of #b (1 of 2 such pointers)",
        ),
    ]


@pytest.mark.parametrize(
    "element",
    [
        "<prefixDef ident='p' matchPattern='#(.+)' replacementPattern='#x'/>",
        "<p><ref target='#xpath(//p[1]) #string-range(a,0,2) #left(a) #$1'/></p>",
        "<p><hi color='#fff'>x</hi></p>",
    ],
)
def test_what_is_no_identifier_is_not_looked_for(element: str) -> None:
    assert check_foreign(other(f"<text><body><div>{element}</div></body></text>")) == []


def test_an_element_leads_to_a_place_that_the_page_has() -> None:
    made = tokens()
    shown = page(publish(made).html)
    places = {name: it.place for name, it in uses(made.root).items()}
    assert (places["w"], places["pc"], places["linkGrp"]) == ("t.s1", "t.s1", "t.s1")
    ids = set(shown.xpath("//@id"))
    assert {it for it in places.values() if it} <= ids


def test_speeches_of_a_prologue_stand_below_a_heading() -> None:
    said = '<sp who="#ann"><speaker>Ann.</speaker><l>Hear us.</l></sp>'
    front = f"<front><prologue>{said}{said}</prologue></front>"
    made = other(f"<text>{front}<body><div><head>Act 1</head>{said}</div></body></text>")
    shown = page(publish(made).html)
    (around,) = shown.xpath("//*[local-name()='article']//*[@class='front']")
    headings = [it.tag.rpartition("}")[2] for it in around.iter(f"{HTML}h2", f"{HTML}h3")]
    assert headings == ["h2", "h3", "h3"]
    assert_whole(made)


def test_an_affiliation_without_words_tells_role_and_body_and_an_empty_fact_nothing() -> None:
    """As ParlaMint has them."""
    facts = '<affiliation role="member" ref="#SDS"/><affiliation role="head" ref="#Q"/><education/>'
    people = (
        f'<particDesc><listOrg><org xml:id="Q"><orgName>The Quay</orgName></org></listOrg>'
        f'<listPerson><person xml:id="ann"><persName>Ann</persName>{facts}</person></listPerson>'
        "</particDesc>"
    )
    made = other(
        "<text><body><div><u who='#ann'><seg>Yes.</seg></u></div></body></text>", people=people
    )
    shown = page(publish(made).html).xpath("//*[@id='ann']//*[@class='fact']")
    told = [" ".join("".join(it.itertext()).split()) for it in shown]
    assert told == ["affiliation member, SDS", "affiliation head, The Quay"]


def test_a_picture_is_told_for_it_is_not_shown() -> None:
    shown = '<p>A <graphic url="a.png"/></p><figure><graphic url="b.png"/></figure>'
    made = other(f"<text><body><div>{shown}</div></body></text>")
    (told,) = publish(made).diagnostics
    assert (told.code, "<graphic> (2 in this file)" in told.message) == ("P001", True)


def test_a_play_is_cited_as_a_play() -> None:
    cited = citations(publish(play()).data.reference, key="play")
    assert '"genre": "play"' in cited["csl.json"]
    assert "note = {Play, 2021-03-04, Quaytown}" in cited["bib"]
    assert "N1  - Play, 2021-03-04, Quaytown" in cited["ris"]
    sat = citations(publish(sitting()).data.reference, key="sitting")
    assert '"genre": "transcript"' in sat["csl.json"]
    assert "N1  - Transcript of 2021-03-04, Quaytown" in sat["ris"]
