"""Words never change their order: where the scholar has them all, the file prints its record's."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

import edition
from edition.merge.order import printed
from edition.project.encoding_again import Again, renewed
from edition.project.record import Record
from edition.tei.document import tree

_HEAD = "Meeting\n\nMarch 4, 2016, Moscow\n\n"
_TURNS = [
    "Ivan Petrov: Hello.",
    "Anna Petrova: Guests came.",
    "Old ones sat there.",
    "Ivan Petrov: Good day.",
]
_CUT = '</seg>\n</u>\n<u xml:id="mine{0}" who="#AnnaPetrova" ana="#guest">\n<seg xml:id="cut{0}">'
_PLACES = [("Guests", "came"), ("Old", "ones"), ("Good", "day"), ("came.", "Old")]
_JOINT = re.compile(r'</seg>\s*<seg xml:id="[^"]*">')

_WORDS = ["yes", "no", "it", "is", "true", "old", "guests", "came"]
words = st.lists(st.sampled_from(_WORDS), min_size=1)
paragraphs = words.map(lambda said: f"{' '.join(said).capitalize()}.")
coming = paragraphs | paragraphs.map("Clara Cole: {}".format) | st.just("(Laughter.)")


def encoded(blocks: list[str]) -> bytes:
    text = _HEAD + "".join(f"{block}\n\n" for block in blocks)
    return edition.encode(edition.read(text.encode(), "meeting.txt", "kremlin"))


def again(ours: str, base: bytes, theirs: bytes) -> Again:
    """Encoded again, where the scholar has all words as they are printed."""
    assert printed(tree(ours.encode())) == printed(tree(base))
    return renewed(ours.encode(), theirs, Record(base), "meeting.xml")


def test_an_event_between_a_piece_that_was_cut_off_and_what_was_joined_to_it_is_told() -> None:
    base = encoded(_TURNS)
    ours = _JOINT.sub(" ", base.decode()).replace("Guests came", f"Guests{_CUT.format(0)}came")
    result = again(ours, base, encoded([*_TURNS[:2], "(Laughter.)", *_TURNS[2:]]))
    assert [finding.code for finding in result.findings] == ["E020"]
    assert printed(tree(result.tei)) == printed(tree(base))


def test_a_paragraph_that_was_joined_and_corrected_stays_and_is_told_if_its_source_goes() -> None:
    base = encoded(_TURNS)
    ours = _JOINT.sub(" ", base.decode()).replace("sat", "stood")
    new = [_TURNS[0], "(Laughter.)", _TURNS[1], "Clara Cole: Yes.", _TURNS[3]]
    result = renewed(ours.encode(), encoded(new), Record(base), "meeting.xml")
    assert [finding.code for finding in result.findings] == ["E020"]
    assert b"Old ones stood there." in result.tei
    assert b"Old ones sat there." in result.record.tei
    assert "(Laughter.)" in printed(tree(result.tei))


@given(
    cuts=st.sets(st.integers(0, 3)),
    joins=st.booleans(),
    new=st.dictionaries(st.integers(0, 3), coming, min_size=1),
    gone=st.none() | st.integers(1, 3),
    is_corrected=st.booleans(),
)
@example({1}, True, {0: "(Laughter.)", 1: "Clara Cole: Yes."}, 2, True)
@example(set(), True, {0: "(Laughter.)", 1: "Clara Cole: Yes."}, 2, True)
def test_whatever_comes_into_turns_that_were_cut_and_joined_no_word_changes_places(
    cuts: set[int], joins: bool, new: dict[int, str], gone: int | None, is_corrected: bool
) -> None:
    base = encoded(_TURNS)
    ours = _JOINT.sub(" ", base.decode()) if joins else base.decode()
    for number in cuts:
        before, behind = _PLACES[number]
        ours = ours.replace(f"{before} {behind}", f"{before}{_CUT.format(number)}{behind}")
    own = "stood" if is_corrected else "sat"  # typed over, which nothing in the file says
    ours = ours.replace("sat", own)
    blocks = [
        block
        for index, old in enumerate(_TURNS)
        for block in (*([] if index == gone else [old]), new.get(index, ""))
        if block
    ]
    result = renewed(ours.encode(), encoded(blocks), Record(base), "meeting.xml")
    wanted = printed(tree(result.record.tei)).replace("sat", own)
    assert printed(tree(result.tei)) == wanted
