"""Interviews whose questions are in bold and name nobody."""

from __future__ import annotations

import edition
from edition.transcript.model import Transcript
from edition.transcript.reader import read

QUESTIONS = ["When did you buy the ferry?", "Why pink?", "You joke.", "And your husband?"]
ANSWERS = ["In 1987. It was pink.", "It was cheap: nobody wanted it.", "No.", "He asked me why."]
BODY = "".join(f"**{q}**\n\n{a}\n\n" for q, a in zip(QUESTIONS, ANSWERS, strict=True))
INTERVIEW = f"# Interview with Ann Roe\n\n*By Tom Low*\n\n{BODY}"


def codes(transcript: Transcript) -> set[str]:
    return {found.code for found in transcript.diagnostics}


def test_questions_in_bold_and_what_stands_below_are_turns_of_nobody_known() -> None:
    transcript = read(INTERVIEW.encode(), "x.md")
    assert [turn.line for turn in transcript.turns] == list(range(5, 21, 2))
    assert {turn.speaker for turn in transcript.turns} == {None}
    assert "T067" in codes(transcript)


def test_they_are_encoded_as_unlabelled_and_every_word_stays() -> None:
    data = INTERVIEW.encode()
    encoded = edition.encode(read(data, "x.md"))
    assert encoded.count(b'ana="#unlabelled"') == len(QUESTIONS) + len(ANSWERS)
    found = edition.check(edition.parse(encoded, "x.xml"), source=data, source_name="x.md")
    assert [one for one in found if one.severity is edition.Severity.ERROR] == []


def test_so_are_those_of_a_page() -> None:
    body = "".join(
        f"<p><strong>{q}</strong></p><p>{a}</p>" for q, a in zip(QUESTIONS, ANSWERS, strict=True)
    )
    lead = "<p>Hydroloog Hanna de Wit waarschuwde als eerste. Wij spraken haar.</p>"
    page = f"<!DOCTYPE html><html><body><article><h1>De rivier</h1>{lead}{body}</article></body>"
    assert len(read(page.encode(), "x.html").turns) == len(QUESTIONS) + len(ANSWERS)


def test_questions_that_are_often_asked_are_no_interview() -> None:
    text = f"# Frequently asked questions\n\nBy Tom Low\n\n{BODY}"
    transcript = read(text.encode(), "x.md")
    assert transcript.turns == ()
    assert "T067" not in codes(transcript)


def test_bold_headings_between_long_texts_are_no_questions() -> None:
    text = "# A life of Ann Roe\n\n" + "**The Ferry**\n\nIt was cheap. Nobody wanted it.\n\n" * 4
    assert read(text.encode(), "x.md").turns == ()
