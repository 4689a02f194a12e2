"""Laws of decisions: whatever is decided, in any order, no character moves and all stays valid."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from edition.checking import check
from edition.diagnostic import EditionError, Severity
from edition.project.reviewing import Review, open_review
from edition.project.ruling import Ruling, Verdict, rule
from edition.tei.named import named_text
from tests.reviewed import TEXT, write_reviewed

_NAMES = ["p1-mr-govorov", "p1-statute", "p2-jen", "p2-mr-govorov", "p2-mr-govorov.2"]
_ENTRIES = ["BorisGovorov", "Jen", "LeonidGovorov", "Statute", "IvanPetrov"]
_KEYS = [*_ENTRIES, *(f"{file}:{name}" for file in ("first", "second") for name in _NAMES)]


@cache
def reviewed(*, registers: bool) -> Review:
    with tempfile.TemporaryDirectory() as folder:
        source = write_reviewed(Path(folder), registers=registers)
        return open_review([], source)


@st.composite
def rulings(draw: st.DrawFn) -> Ruling:
    verdict = draw(st.sampled_from(Verdict))
    entry = draw(st.sampled_from(_ENTRIES)) if verdict is Verdict.IS else ""
    words = st.sampled_from(["Mr Govorov", "Govorov", "Statute", "Jen"])
    keys = st.sampled_from(_KEYS)
    key = draw(keys | words if verdict is Verdict.NOT_A_NAME else keys)
    return Ruling(verdict, key, entry)


@given(st.lists(rulings(), max_size=8), st.booleans())
@settings(max_examples=40)
def test_no_decision_moves_a_character_or_breaks_a_rule(
    decisions: list[Ruling], registers: bool
) -> None:
    before = reviewed(registers=registers)
    review = before
    for decision in decisions:
        with suppress(EditionError):
            review = rule(review, decision)
    for path in review.changed():
        document = review.document(path)
        text = named_text(document.root)
        if text is not None:
            old = named_text(before.document(path).root)
            assert old is not None
            assert text.characters == old.characters
        found = check(document, source=TEXT.encode() if text else None)
        assert [f for f in found if f.severity is not Severity.NOTE] == []
