"""The source reading of a TEI file, its speech and its figures."""

from __future__ import annotations

from lxml import etree

from edition.tei.reading import (
    count_words,
    counts,
    omitted_elements,
    source_blocks,
    source_file_name,
    source_text,
    speech,
)
from edition.tei.vocabulary import TEI_NAMESPACE, XML_ID, tei
from tests.checking.meeting import tei as meeting

ROOT = etree.fromstring(meeting().encode())


def element(markup: str) -> etree._Element:
    return etree.fromstring(f'<TEI xmlns="{TEI_NAMESPACE}">{markup}</TEI>')[0]


def text_of(body: str) -> list[str]:
    root = element(f"<text><body>{body}</body></text>").getparent()
    assert root is not None
    return [" ".join(block.text.split()) for block in source_blocks(root)]


def test_blocks_are_the_lines_of_the_source() -> None:
    texts = [block.text for block in source_blocks(ROOT)]
    assert texts[:4] == [
        "Meeting with scientists",
        "March 4, 2016, Moscow",
        "Vladimir Putin met with scientists from all over the country.",
        "* * *",
    ]
    assert texts[-1].strip() == "March 4, 2016, Moscow"


def test_what_follows_a_label_joins_it() -> None:
    blocks = source_blocks(ROOT)
    joined = [block.text[:11] for block in blocks if block.joins_previous]
    assert joined == ["Good aftern", "To begin wi", "It works, i", "Thank you v"]


def test_editors_words_are_no_source() -> None:
    assert text_of("<p>a<corr>b</corr><reg>c</reg><expan>d</expan><supplied>e</supplied>f</p>") == [
        "af"
    ]
    assert text_of("<p>a<add>b</add><ex>c</ex><rdg>d</rdg>e</p>") == ["ae"]
    assert text_of("<p>a<note type='annotation'>b</note>c</p>") == ["ac"]
    assert text_of("<p>a<note type='editorial'>[b]</note>c</p>") == ["a[b]c"]
    assert text_of("<note type='annotation'>b</note><p>a</p>") == ["a"]


def test_breaks_are_white_space_where_blocks_meet() -> None:
    assert text_of("<div><p>a</p><p>b</p></div>") == ["a", "b"]
    assert text_of("<u><seg>a<list><item>b</item><item>c</item></list>d</seg></u>") == ["a b c d"]
    assert text_of("<u><lg><l>a</l><l>b</l></lg></u>") == ["a", "b"]
    assert text_of("<p>a<lb/>b<pb/>c</p>") == ["a b c"]
    assert text_of("<p>a<lb break='no'/>b<hi>c</hi>d</p>") == ["abcd"]


def test_text_where_none_belongs_is_read_all_the_same() -> None:
    assert text_of("<div>a<p>b</p>c</div>d") == ["a", "b", "c", "d"]


def test_a_file_without_text_has_no_blocks() -> None:
    root = element("<teiHeader/>").getparent()
    assert root is not None
    assert source_blocks(root) == []
    assert counts(root).measures() == {"turns": 0, "paragraphs": 0, "words": 0}


def test_omitted_lines_by_their_numbers() -> None:
    assert {int(line.get("n", "")): line.text for line in omitted_elements(ROOT)} == {
        1: "View settings",
        2: "Font size:",
        4: "Official website of the President of Russia",
    }
    assert source_file_name(ROOT) == "meeting.txt"


def test_speech_is_without_notes_and_events() -> None:
    turns = {turn.get(XML_ID): turn for turn in ROOT.iter(tei("u"))}
    assert speech(turns["u3"]).split("\n") == [
        "It works, it works. We have 1,093,000 members.",
        "The journal comes out every month; it has been printed since 1724.",
    ]
    assert speech(turns["u1"]).endswith('sciences & their "uses" <in> the century.')


def test_source_text_keeps_notes_and_events() -> None:
    (kinesic,) = [e for e in ROOT.iter(tei("kinesic")) if e.get("type") == "applause"]
    paragraph = kinesic.getparent()
    assert paragraph is not None
    assert "(Applause.) We have" in source_text(paragraph)


def test_words_have_a_letter_or_a_digit() -> None:
    assert count_words("A well-known man’s 1,093,000 – “yes” … & (no)") == 6
    assert count_words("Документ / 2") == 2
    assert count_words("") == 0


def test_figures_of_a_text() -> None:
    found = counts(ROOT)
    assert found.measures() == {"turns": 4, "paragraphs": 6, "words": 56, "summaries": 1}
    assert found.tags["u"] == 4
    assert "text" not in found.tags
    assert list(found.tags) == sorted(found.tags)


def test_prose_outside_of_turns_is_counted_in_words() -> None:
    root = element("<text><front><div><p>no</p></div></front><body><p>a b</p></body></text>")
    whole = root.getparent()
    assert whole is not None
    assert (counts(whole).words, counts(whole).paragraphs) == (2, 0)
