"""Plain texts for a purpose: each keeps its law."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import edition
from edition.publishing.profiles import text_for
from edition.tei.concordance import concordance
from edition.tei.document import Document, parse
from edition.tei.reading import omitted_elements, speech
from edition.tei.tokens import joined
from edition.tei.vocabulary import tei
from tests.publishing.others import play, sitting, tokens
from tests.publishing.reading import source_words
from tests.publishing.sample import document, large, sample
from tests.publishing.test_fidelity import division
from tests.transcripts import transcripts

WHITE = dict.fromkeys([*range(0x20), *map(ord, " \u00a0\u2028\u2029\ufffe\uffff")])
MADE = [sample(), large(3), sitting(), tokens(), play()]
NAMES = ["sample", "large", "sitting", "tokens", "play"]


def letters(text: str) -> str:
    """*text* without white space and what XML cannot hold."""
    return text.translate(WHITE)


def said(source: Document) -> str:
    """What is said in the turns of *source*, by the reading that also counts its words."""
    text = joined(source).root.find(tei("text"))
    turns = [] if text is None else text.iter(tei("u"), tei("sp"))
    return "".join(f"{line}\n" for turn in turns for line in speech(turn).split("\n") if line)


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_speech_is_what_is_said(made: Document) -> None:
    assert text_for("speech", made) == (said(made) or "\n")


def test_a_page_ends_between_two_words() -> None:
    body = '<u><seg>one<pb n="7"/>two</seg><seg>mid<pb n="8" break="no"/>way</seg></u>'
    made = document(f"<text><body><div>{body}</div></body></text>")
    assert text_for("speech", made) == said(made) == "one two\nmidway\n"


@settings(max_examples=60, deadline=None)
@given(st.lists(division, max_size=2))
def test_speech_is_what_is_said_in_any_document(divisions: list[list[str]]) -> None:
    body = "".join(f"<div>{''.join(parts)}</div>" for parts in divisions)
    made = document(f"<text><body>{body}</body></text>")
    assert text_for("speech", made).split() == said(made).split()


@settings(max_examples=60, deadline=None)
@given(transcripts)
def test_diplomatic_is_the_source(text: str) -> None:
    try:
        transcript = edition.read(text.encode(), "meeting.txt")
    except edition.EditionError:
        return
    made = parse(edition.encode(transcript), "meeting.xml")
    omitted = {int(line.get("n", "")) for line in omitted_elements(made.root)}
    printed = "".join(block.text for block in transcript.blocks if block.line not in omitted)
    assert letters(text_for("diplomatic", made)) == letters(printed)


def test_diplomatic_has_the_lines_of_the_source() -> None:
    source = """\
Meeting on the harbour
March 3, 2021, Moscow
President of Russia Vladimir Putin: Good morning, <…> colleagues.
Let us begin.
(Applause.)
* * *
Boris Petrov: I have read them [the minutes]. (Laughter.) Yes.
"""
    made = parse(edition.encode(edition.read(source.encode(), "meeting.txt")), "meeting.xml")
    assert text_for("diplomatic", made) == source


def test_diplomatic_has_nothing_of_ours() -> None:
    text = text_for("diplomatic", sample())
    assert "⟦" not in text
    assert text.split() == source_words(sample())


def test_a_screenplay_says_who_says_what() -> None:
    assert text_for("screenplay", play()) == (
        "Ann: (aside) Who is there? (She listens.) Nobody.\n\n"
        "Bob: The tide is in, the tide is out.\n\n"
        "(Exit.)\n\n"
        "Ann: Alone.\n\n"
        "Oh wind, oh sea.\n\n"
        "Ann, Bob: Farewell.\n"
    )


PEOPLE = ["Ann Adler", "Boris Brand", "Clara Carter", "Dan Drew"]
SAID = [
    "Good morning, you {n} who are here.",
    "I thank you for the report that was given here {n} days ago.",
    "The harbour needs a wall, and the wall needs {n} stones.",
    "Who will pay for {n} of them?",
    "We shall see (Applause.) what can be done in {n} years.",
]


paragraphs = st.lists(st.sampled_from(SAID), min_size=1, max_size=3)
orders = st.integers(2, 4).flatmap(
    lambda people: st.lists(st.permutations(range(people)), min_size=2, max_size=3)
)


@st.composite
def turns(draw: st.DrawFn) -> list[tuple[int, list[str]]]:
    """A dialogue: nobody speaks twice running, everybody more than once, so that labels recur."""
    speakers: list[int] = []
    for order in draw(orders):
        speakers += reversed(order) if speakers[-1:] == order[:1] else order
    return [(who, draw(paragraphs)) for who in speakers]


@settings(max_examples=60, deadline=None)
@given(turns())
def test_a_screenplay_is_read_back_to_the_same_turns(made: list[tuple[int, list[str]]]) -> None:
    numbers = count(1)
    made = [(who, [words.format(n=next(numbers)) for words in said]) for who, said in made]
    body = "".join(
        f'<u xml:id="u{next(numbers)}" who="#P{who}">'
        + "".join(f"<seg>{words}</seg>" for words in paragraphs)
        + "</u>"
        for who, paragraphs in made
    )
    people = "".join(
        f'<person xml:id="P{n}"><persName>{name}</persName></person>'
        for n, name in enumerate(PEOPLE)
    )
    header = (
        "<teiHeader><profileDesc><particDesc><listPerson>"
        f"{people}</listPerson></particDesc></profileDesc></teiHeader>"
    )
    text = text_for("screenplay", document(f"<text><body>{body}</body></text>", header=header))
    again = parse(edition.encode(edition.read(text.encode(), "meeting.txt")), "meeting.xml")
    assert [
        (turn.speaker, [paragraph.words for paragraph in turn.paragraphs])
        for turn in concordance(again.root).turns
    ] == [(f"{PEOPLE[who]}:", paragraphs) for who, paragraphs in made]
