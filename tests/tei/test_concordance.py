"""Who and what is named where."""

from __future__ import annotations

import pytest

from edition.tei.concordance import Occurrence, concordance
from edition.tei.document import Document
from tests.publishing.others import other
from tests.publishing.sample import document

PRINTED = (
    '<text><body><div><note type="speaker"><hi><persName ref="#MaryQuay">Mary Quay</persName></hi>,'
    ' harbour master of <placeName ref="#Pier">Pier</placeName>:</note>'
    '<u xml:id="u1" who="#MaryQuay"><seg xml:id="p1">I, <persName ref="#MaryQuay">Mary</persName>,'
    ' and <persName ref="#JohnMole">John</persName>.</seg></u></div></body></text>'
)
PLAYED = (
    '<text><body><div><sp xml:id="u1" who="#MaryQuay"><speaker><persName ref="#MaryQuay">Mary Quay'
    '</persName>, harbour master of <placeName ref="#Pier">Pier</placeName>:</speaker>'
    '<p xml:id="p1">I, <persName ref="#MaryQuay">Mary</persName>,'
    ' and <persName ref="#JohnMole">John</persName>.</p></sp></div></body></text>'
)


def named(found: Occurrence) -> tuple[str, str, str, tuple[str, ...]]:
    return found.entry, found.words, found.turn, found.who


REMARKED = PRINTED.replace("<u ", "<?edition-ignore C002 she stays?><u ")


@pytest.mark.parametrize(
    "source",
    [document(PRINTED), document(REMARKED), other(PLAYED)],
    ids=["transcript", "remark", "play"],
)
def test_a_printed_label_is_no_mention_of_who_speaks_and_is_said_by_nobody(
    source: Document,
) -> None:
    assert list(map(named, concordance(source.root).occurrences)) == [
        ("Pier", "Pier", "u1", ()),
        ("MaryQuay", "Mary", "u1", ("MaryQuay",)),
        ("JohnMole", "John", "u1", ("MaryQuay",)),
    ]
