"""Fidelity: no word of the source is lost, added, changed or moved without a finding."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import edition
from edition.diagnostic import Diagnostic
from tests.checking.meeting import SOURCE, changed, found, of, tei, text_at
from tests.transcripts import transcripts

TEXT = tei()[tei().index("<text>") : tei().index("</text>")]
# The words of the text with their places; entities stay whole.
WORDS = [
    match.span()
    for run in re.finditer(r">([^<]+)<", TEXT)
    for match in re.compile(r"(?:&\w+;|[^\s&])+").finditer(TEXT, *run.span(1))
]


def differences(written: str, source: bytes = SOURCE) -> list[Diagnostic]:
    return of("F", found(written, source))


def only(written: str, source: bytes = SOURCE) -> Diagnostic:
    (finding,) = differences(written, source)
    return finding


def line_of(words: str) -> int:
    """The line of the source that holds *words*."""
    lines = SOURCE.decode().split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_what_the_program_encodes_is_the_source() -> None:
    assert found(tei()) == []


@settings(max_examples=40, deadline=None)
@given(transcripts)
def test_no_transcript_differs_from_its_own_encoding(text: str) -> None:
    source = text.encode("utf-8", "replace")
    try:
        transcript = edition.read(source, "meeting.txt")
    except edition.EditionError:
        return
    assert differences(edition.encode(transcript).decode(), source) == []


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(WORDS), st.data())
def test_every_change_of_a_word_is_found_in_its_line(
    span: tuple[int, int], data: st.DataObject
) -> None:
    start, end = span
    word = TEXT[start:end]
    options = ["", word + " " + word, "x" + word, word + "x"]
    if "&" not in word:
        options += [word[1:], word[:-1], word.swapcase(), f"{word[0]} {word[1:]}"]
    new = data.draw(st.sampled_from(options))
    if new.split() == word.split():
        return
    mutated = tei().replace(TEXT, TEXT[:start] + new + TEXT[end:])
    findings = differences(mutated)
    assert findings, f"{word!r} became {new!r}"
    line = mutated[: mutated.index("<text>") + start].count("\n") + 1
    assert min(abs(finding.line - line) for finding in findings) <= 2


def test_a_missing_word_is_reported_where_it_belongs() -> None:
    written = changed("All the best to you", "All the to you")
    finding = only(written)
    assert finding.code == "F001"
    assert (
        finding.message == f"“best” is missing; it is in line {line_of('the best')} of the source"
    )
    assert text_at(written, finding).startswith("to you")
    assert finding.xml_id == "p7"
    assert finding.excerpt == "much. All the to you, and"
    assert finding.expected == "much. All the best to you, and"


def test_a_word_missing_at_the_end_of_a_line_is_reported_in_that_line() -> None:
    written = changed(" since 1724.</seg>", "</seg>")
    finding = only(written)
    assert finding.code == "F001"
    assert finding.xml_id == "p6"


def test_an_added_word_is_reported_with_its_column() -> None:
    written = changed("the work of the fund", "the hard work of the fund")
    finding = only(written)
    assert (finding.code, finding.message) == (
        "F002",
        f"“hard” is not in the source (line {line_of('work of the fund')})",
    )
    assert text_at(written, finding).startswith("hard work")


def test_a_changed_character_is_reported_with_both_readings() -> None:
    written = changed("1724", "1742")
    finding = only(written)
    assert (finding.code, finding.message) == (
        "F003",
        f"“1742.” stands here, “1724.” in line {line_of('1724')} of the source",
    )
    assert text_at(written, finding).startswith("1742.</seg>")


def test_place_is_exact_behind_entities_and_markup() -> None:
    written = changed('"uses" &lt;in&gt;', '"uses" &lt;on&gt;')
    assert text_at(written, only(written)).startswith("&lt;on&gt;")
    written = changed("have 1,093,000", "had 1,093,000")
    assert text_at(written, only(written)).startswith("had")


def test_words_run_together_or_torn_apart_are_differences() -> None:
    assert only(changed("thank you.</seg>", "thankyou.</seg>")).code == "F003"
    assert only(changed("colleagues", "col leagues")).code == "F003"


def test_white_space_is_free_between_label_and_speech_only() -> None:
    assert differences(changed('<seg xml:id="p4">To', '<seg xml:id="p4">\n  To')) == []
    glued = SOURCE.replace(b"Good afternoon", b"Goodafternoon")
    assert [finding.code for finding in differences(tei(), glued)] == ["F009", "F003"]


def test_a_word_like_a_glued_label_is_compared_as_it_stands() -> None:
    source = SOURCE.replace(b"every month;", b"every Putin:To month;")
    written = changed("every month;", "every Putin:To month;")
    assert {f.code for f in differences(written, source)} == {"F009"}
    apart = changed("every month;", "every Putin: To month;")
    assert [f.code for f in differences(apart, source)] == ["F009", "F003"]


def test_swapped_labels_are_found() -> None:
    swapped = changed(
        '<persName ref="#BorisIvanov">Boris Ivanov</persName>:',
        '<persName ref="#VladimirPutin">Vladimir Putin</persName>:',
    )
    finding = only(swapped)
    assert finding.code == "F003"
    assert text_at(swapped, finding).startswith("Vladimir Putin</persName>:")


def test_a_deleted_event_is_found() -> None:
    event = '<kinesic type="applause"><desc>(Applause.)</desc></kinesic> '
    assert only(changed(event, "")).message.startswith("“(Applause.)” is missing")


def test_a_moved_paragraph_is_one_finding() -> None:
    paragraph = (
        '<seg xml:id="p6">The journal comes out every month; it has been printed since 1724.</seg>'
    )
    lines = tei().splitlines(keepends=True)
    (moved,) = [line for line in lines if paragraph in line]
    lines.remove(moved)
    at = next(number for number, line in enumerate(lines) if 'xml:id="p3"' in line)
    lines.insert(at, moved)
    written = "".join(lines)
    finding = only(written)
    assert finding.code == "F004"
    assert f"in line {line_of('1724')} the source has it" in finding.message
    assert text_at(written, finding).startswith("The journal")


def test_several_differences_are_all_found_and_nothing_else() -> None:
    written = changed("Good afternoon", "Good evening").replace("thank you.", "thank.", 1)
    written = written.replace("every month", "each and every month")
    assert [finding.code for finding in differences(written)] == ["F003", "F003", "F002"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("friends", "<choice><sic>friends</sic><corr>colleagues</corr></choice>"),
        ("the best", "the <supplied>very</supplied> best"),
        ("the best", 'the <note type="annotation" resp="#encoder">A wish.</note>best'),
        ("pupils", "<add>dear</add> pupils"),
        ("All the best", "<q>All <emph>the</emph> best</q>"),
        ("To begin", "To<!-- a comment --> <?pi and an instruction?>begin"),
        ("All the best to you", "All the\n      best  to you"),
        ("printed since", "printed<lb/>since"),
    ],
)
def test_what_editors_add_is_no_difference(old: str, new: str) -> None:
    assert differences(changed(old, new)) == []


def test_a_note_without_a_type_passes_for_words_of_the_source() -> None:
    found = only(changed("the best", "the <note>A wish.</note> best"))
    assert found.code == "F002"
    assert "note[@type='annotation']" in found.hint


def test_white_space_in_a_word_is_a_difference_and_a_break_inside_it_is_none() -> None:
    assert differences(changed("colleagues", 'colle<lb break="no"/>agues')) == []
    assert only(changed("colleagues", "colle<lb/>agues")).code == "F003"


def test_text_where_none_may_be_is_compared_too() -> None:
    finding = only(changed("<closer><dateline>", "And more.<closer><dateline>"))
    assert finding.message.startswith("“And more.” is not in the source")


def test_an_omitted_line_that_is_lost_is_missing_text() -> None:
    finding = only(changed('<ab type="omitted" n="2">Font size:</ab>', ""))
    assert finding.message == "“Font size:” is missing; it is in line 2 of the source"


def test_an_omitted_line_with_a_wrong_number_or_text() -> None:
    written = changed('n="2">Font size:', 'n="3">Font size:')
    finding = only(written)
    assert (finding.code, finding.expected) == ("F007", 'n="2"')
    assert text_at(written, finding).startswith('<ab type="omitted" n="3">')
    finding = only(changed("Font size:", "Font sizes:"))
    assert (finding.code, finding.expected) == ("F006", "Font size:")
    assert [f.code for f in differences(changed("Font size:", "Nothing of it"))] == ["F006", "F001"]
    assert only(changed('n="2">Font size:', 'n="x">Font size:')).code == "F007"


def test_checksum_and_size_of_the_source_are_compared() -> None:
    other = SOURCE.replace(b"\n", b"\r\n")
    finding = only(tei(), other)
    assert (finding.code, finding.expected) == ("F009", sha256(other).hexdigest())
    finding = only(changed(f'quantity="{len(SOURCE)}"', 'quantity="7"'))
    assert (finding.code, finding.expected) == ("F010", str(len(SOURCE)))


def test_what_was_normalised_is_declared_rightly() -> None:
    finding = only(changed('<ab type="noBreakSpace" n="2">', '<ab type="noBreakSpace" n="3">'))
    assert (finding.code, finding.expected) == ("F011", '<ab type="noBreakSpace" n="2">')
    undeclared = re.sub("<normalization>.*</normalization>", "", tei(), flags=re.DOTALL)
    assert text_at(undeclared, only(undeclared)).startswith("<editorialDecl>")
    too_much = changed(
        '<ab type="noBreakSpace"', '<ab type="encoding">x</ab><ab type="noBreakSpace"'
    )
    assert only(too_much).expected == "no ab of type encoding"


def test_another_text_is_one_finding() -> None:
    other = " ".join(f"word{number}" for number in range(400)).encode()
    codes = [finding.code for finding in differences(tei(), other)]
    assert codes.count("F005") == 1
    assert not {"F001", "F002", "F003"} & set(codes)


def test_half_of_the_text_is_not_another_text() -> None:
    written = re.sub(r'<u xml:id="u3".*</u>', "", tei(), flags=re.DOTALL)
    codes = [finding.code for finding in differences(written)]
    assert codes == ["F001"]


def test_a_file_without_text_lacks_all_of_it() -> None:
    written = re.sub("<text>.*</text>", "", tei(), flags=re.DOTALL)
    assert only(written).code == "F001"


def test_a_source_that_is_no_text_is_a_finding() -> None:
    (finding,) = [f for f in found(tei(), b"%PDF-1.4 \x00") if f.file == "meeting.txt"]
    assert finding.code == "T002"


def test_many_differences_are_counted_after_the_first_200() -> None:
    source = "\n".join(f"a{n} b{n} c{n} d{n} e{n}" for n in range(500)).encode()
    written = edition.encode(edition.read(source, "x.txt", "generic")).decode()
    mutated = re.sub(r"\bc(\d)", r"x\1", written)
    findings = differences(mutated, source)
    assert [f.code for f in findings].count("F003") == 200
    (more,) = [f for f in findings if f.code == "F008"]
    assert "300 more" in more.message


def test_work_is_bounded_on_huge_texts_that_hardly_differ_in_their_words() -> None:
    source = ("the of and to " * 40_000 + "\n").encode()
    other = ("of the to and " * 40_000 + "\n").encode()
    written = edition.encode(edition.read(source, "x.txt", "generic")).decode()
    codes = {finding.code for finding in differences(written, other)}
    assert codes & {"F001", "F003", "F005"}
