"""Signs in speech, figures and white space that something is wrong; and what is no such sign."""

from __future__ import annotations

import pytest

import edition
from edition.diagnostic import Diagnostic
from edition.tei.document import tree
from edition.tei.figures import real
from tests.checking.meeting import changed, found, of, tei, text_at

DOUBT = (
    "<standOff><certainty target='#u4' match='@who' locus='value' cert='low' resp='#encoder'>"
    "<desc>Twice.</desc></certainty></standOff></TEI>"
)


def content(written: str) -> list[Diagnostic]:
    return of("C", found(written, None))


def only(written: str) -> Diagnostic:
    (finding,) = content(written)
    return finding


def merged_turns() -> str:
    """The last turn without what stands before it: Putin twice."""
    start = tei().index('<kinesic xml:id="e1"')
    end = tei().rindex('<note type="speaker">')
    return (tei()[:start] + tei()[end:]).replace('<measure unit="words" quantity="56"', "<measure ")


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("All the best", "Boris Ivanov: All the best", "Boris Ivanov:"),
        ("All the best", "President of Russia Vladimir Putin: All", "President of Russia Vlad"),
        (">Thank you very", ">President of Russia Vladimir Putin: Thank", "President of Russia Vl"),
    ],
)
def test_a_label_left_in_speech_is_found_where_it_begins(old: str, new: str, label: str) -> None:
    written = changed(old, new)
    (finding, *others) = [f for f in content(written) if f.code == "C001"]
    assert text_at(written, finding).startswith(label)
    assert all(other.column > finding.column for other in others)


@pytest.mark.parametrize(
    "speech",
    [
        "Second: I did not.",
        "I quote Vladimir Putin: we will do it.",
        "Listen to what I say: it works.",
        "Ivanov said: go.",
        "Thank you, Boris Ivanov.",
    ],
)
def test_a_colon_in_speech_is_no_label(speech: str) -> None:
    written = changed("All the best to you", f"All the best. {speech} To you")
    assert [f.code for f in content(written)] == ["C004"]


def test_a_label_that_names_nobody_counts_only_at_the_start_of_a_paragraph() -> None:
    label = '<note type="speaker">Question:</note>'
    other = label + '<u xml:id="u9" ana="#unidentified"><seg xml:id="p9">Why?</seg></u>'
    written = changed("<closer>", other + "<closer>")
    inside = written.replace("very much. All", "very much. Question: All")
    assert "C001" not in [finding.code for finding in content(inside)]
    at_start = written.replace(">Thank you very", ">Question: Thank you very")
    assert "C001" in [finding.code for finding in content(at_start)]


def test_one_speaker_twice_with_nothing_between() -> None:
    written = merged_turns()
    (finding,) = [f for f in content(written) if f.code == "C002"]
    assert finding.message.startswith("VladimirPutin speaks here and in the turn before")
    assert finding.xml_id == "u4"
    assert "C002" not in [f.code for f in content(tei())]


def test_a_doubt_that_is_noted_is_not_repeated() -> None:
    by_certainty = merged_turns().replace("</TEI>", DOUBT)
    by_attribute = merged_turns().replace('<u xml:id="u4"', '<u cert="low" xml:id="u4"')
    continued = merged_turns().replace('<u xml:id="u4"', '<u prev="#u2" xml:id="u4"')
    for written in (by_certainty, by_attribute, continued):
        assert "C002" not in [f.code for f in content(written)]


def test_chair_in_one_turn_and_guest_in_another() -> None:
    written = tei().replace(
        '<u xml:id="u4" who="#VladimirPutin" ana="#chair">',
        '<u xml:id="u4" who="#VladimirPutin" ana="#guest">',
    )
    finding = only(written)
    assert (finding.code, finding.xml_id) == ("C003", "u4")
    assert finding.message.startswith("VladimirPutin is #guest in this turn")


def test_the_number_of_words_is_counted() -> None:
    finding = only(changed('quantity="56"', 'quantity="57"'))
    assert finding.code == "C004"
    assert (
        finding.expected == finding.fix == '<measure unit="words" quantity="56">56 words</measure>'
    )


def test_missing_figures_are_spelt_out() -> None:
    finding = only(changed('<measure unit="turns" quantity="4">4 turns</measure>', ""))
    assert finding.code == "C005"
    assert finding.expected == '<measure unit="turns" quantity="4">4 turns</measure>'


def test_elements_that_are_not_listed() -> None:
    finding = only(changed("All the best", "All <emph>the</emph> best"))
    assert finding.code == "C006"
    assert finding.fix == '<tagUsage gi="emph" occurs="1"/>'


@pytest.mark.parametrize(
    ("space", "kind"), [("  ", "SPACE"), ("\u00a0", "NO-BREAK"), (" \t", "TAB"), ("   ", "SPACE")]
)
def test_odd_white_space_in_speech(space: str, kind: str) -> None:
    written = changed("very much. All", f"very much.{space}All")
    finding = only(written)
    assert (finding.code, kind in finding.message) == ("C007", True)
    assert text_at(written, finding).startswith(f"{space}All")


def test_odd_white_space_after_an_event() -> None:
    written = changed("We have 1", "We have  1")
    finding = only(written)
    assert finding.code == "C007"
    assert text_at(written, finding).startswith("  1")


def test_layout_is_no_odd_white_space() -> None:
    assert content(changed("very much. All", "very much.\n\t     All")) == []


def test_a_doubt_of_the_program_waits_for_a_decision() -> None:
    source = (
        b"Meeting\n\nMarch 4, 2016, Moscow\n\nAnna Li: Hello.\n\nIvan Petrov: One.\n\n"
        b"Thank you again.\n\nIvan Petrov: Two.\n"
    )
    tei = edition.encode(edition.read(source, "x.txt"))
    undecided = edition.check(edition.parse(tei, "x.xml"), source=source)
    assert [f.code for f in undecided] == ["C008"]
    decided = tei.replace(b'cert="low" resp="#encoder">\n', b'cert="high" resp="#source">\n')
    assert edition.check(edition.parse(decided, "x.xml"), source=source) == []


def test_an_element_of_another_namespace_is_none_of_those_of_tei_that_are_counted() -> None:
    written = changed("All the best", '<x:mark xmlns:x="urn:x">All</x:mark> the best')
    (finding,) = found(written, None)
    assert finding.code == "R001"
    assert finding.message.startswith("<x:mark> ")
    assert ("tagUsage", "mark") not in real(tree(written.encode()))
