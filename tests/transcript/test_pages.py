"""What the page prints: numbers of lines, running heads, page numbers. Nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import edition
from edition.transcript.model import Kind, Transcript
from edition.transcript.reader import read

_SAID = """MR. ROE:  Good morning. I should like to ask you
about the bridge, and about the mill below it.
THE COURT:  Please do.
WITNESS:  PAVLE DIN
[Witness sworn]
Examination by Mr. Roe:
Q.  Where is the mill?
A.  Under the bridge. My father built it, and it
has stood there since.
Q.  Who came to it?
A.  Nobody.
MS. LI:  I object. May we have
the photograph?
MR. ROE:
Q.  Is this the mill?
A.  It is.
THE WITNESS:  I had it painted.
THE COURT:  Thank you."""
SAID = _SAID.split("\n")


def paged(lines: list[str], length: int, *, spaced: bool = False) -> str:
    """*lines* on pages of so many, with numbers, a running head and a page number on each."""
    pages = []
    for number, start in enumerate(range(0, len(lines), length), 7):
        page = [f"{n:2}  {line}" for n, line in enumerate(lines[start : start + length], 1)]
        pages.append("\n\n".join(page) if spaced else "\n".join(page))
        pages[-1] = f"         Hill Reporting\n\nPage {number}\n{pages[-1]}\n"
    return "\n".join(pages)


def said(transcript: Transcript) -> list[str]:
    return [
        " ".join(b.words[b.label.end if b.label else 0 :].split())
        for b in transcript.blocks
        if b.kind is Kind.SPEECH
    ]


COURT = [*SAID, *SAID[8:], *SAID[8:], *SAID[8:]]


@pytest.mark.parametrize("spaced", [False, True], ids=["single", "double"])
def test_numbers_of_lines_are_no_words_of_the_record(*, spaced: bool) -> None:
    found = read(paged(COURT, 25, spaced=spaced).encode(), "x.txt")
    plain = read("\n".join(COURT).encode(), "x.txt", found.convention)
    assert [turn.speaker for turn in found.turns] == [turn.speaker for turn in plain.turns]
    assert " ".join(said(found)) == " ".join(said(plain))
    furniture = [b.furniture for b in found.blocks if b.furniture]
    assert furniture.count("runningHead") + furniture.count("pageNumber") >= 2


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    lines = [*COURT[:24], "MR. ROE:  What did your neighbour say to you on", *COURT[1:]]
    found = read(paged(lines, 25).encode(), "x.txt")
    assert [text for text in said(found) if text.startswith("What did")] == [
        "What did your neighbour say to you on about the bridge, and about the mill below it."
    ]


def test_whose_questions_follow_is_a_heading_and_the_witness_is_named() -> None:
    found = read(paged(COURT, 25).encode(), "x.txt")
    names = {speaker.key: speaker.name for speaker in found.speakers}
    who = [names.get(turn.speaker or "", "") for turn in found.turns]
    assert who[:6] == ["MR. ROE", "THE COURT", "MR. ROE", "PAVLE DIN", "MR. ROE", "PAVLE DIN"]
    assert who[9] == "PAVLE DIN"
    assert not any(text == "" for text in said(found))
    heads = [block.words.strip() for block in found.of_kind(Kind.HEADING)]
    assert heads[:3] == ["WITNESS:  PAVLE DIN", "Examination by Mr. Roe:", "MR. ROE:"]


@pytest.mark.parametrize("length", [20, 25, 28])
def test_the_edition_of_numbered_pages_has_every_word(length: int) -> None:
    source = paged(COURT, length).encode()
    document = edition.parse(edition.encode(edition.read(source, "x.txt")), "x.xml")
    found = edition.check(document, source=source, source_name="x.txt")
    assert [str(one) for one in found if one.severity is edition.Severity.ERROR] == []


def test_a_list_of_numbered_lines_is_no_page() -> None:
    text = "\n".join(f"{number}  A thing that is wanted" for number in range(1, 31))
    assert all(not block.spans for block in read(text.encode(), "x.txt").blocks)


@given(st.lists(st.sampled_from(["", "a", "MR. ROE:", "Q.  Why?", "7", "(Pause.)"]), min_size=30))
def test_whatever_stands_on_numbered_pages_is_kept(lines: list[str]) -> None:
    text = paged(lines, 25)
    found = read(text.encode(), "x.txt")
    assert found.rebuild() == text
    source = text.encode()
    document = edition.parse(edition.encode(found), "x.xml")
    errors = [
        str(one)
        for one in edition.check(document, source=source, source_name="x.txt")
        if one.severity is edition.Severity.ERROR
    ]
    assert errors == []


def test_running_heads_without_numbers_of_lines_are_no_text() -> None:
    page = "Hill Town Council\n\n{}\n\nMR. ROE: Is the mill sold, do you know?\n" + "\n" * 8
    page += "MS. LI: It is not, as far as I know.\n"
    found = read("\n".join(page.format(number) for number in range(3, 8)).encode(), "x.txt")
    assert len(found.turns) == 10
    assert "Hill Town Council" not in " ".join(said(found))
    assert {block.furniture for block in found.blocks} >= {"runningHead", "pageNumber"}


def test_numbered_chapters_are_no_pages() -> None:
    text = "\n\n".join(f"{number}\n\n{'Something happens here. ' * 9}" for number in range(1, 9))
    assert all(not block.furniture for block in read(text.encode(), "x.txt").blocks)


TYPED = """\
                                                              41
                  VERBATIM REPORT OF PROCEEDINGS
                        October 7, 2019

          FOR THE STATE:  MS. ANN ROE
          FOR THE DEFENDANT:  MR. BEN LI

          THE COURT:  Good morning. Call your next witness, and
then we shall hear the other side of the matter in the after-
noon.
          MS. ROE:  The State calls Eve Dee.
     Q.   (By Ms. Roe) Where do you work?
     A.   At the ferry terminal in Mukilteo. I have been there
since 1998. Before that I was with the mill.
     Q.   Is that the bag?
                                                              42
     A.   He was by the bridge on Lincoln Avenue with another
man I did not know.
          THE COURT:  We'll take ten
minutes.
"""


def test_the_lines_of_a_typed_page_are_joined_and_its_number_is_no_text() -> None:
    transcript = read(TYPED.encode(), "typed.txt", "question-and-answer")
    assert transcript.rebuild() == TYPED
    numbers = [b.line for b in transcript.blocks if b.furniture == "pageNumber"]
    assert numbers == [1, 16]
    said = [" ".join(b.text.split()) for b in transcript.blocks if b.turn is not None]
    assert "A. At the ferry terminal in Mukilteo. I have been there since 1998. " in said[3] + " "
    assert said[5].endswith("another man I did not know.")
    assert not [b.text for b in transcript.blocks if b.kind is Kind.HEADING]


def test_a_number_that_is_not_set_off_is_text() -> None:
    text = TYPED.replace(" " * 62 + "41", "41")
    transcript = read(text.encode(), "typed.txt", "question-and-answer")
    assert [b for b in transcript.blocks if b.furniture] == []
