"""Another transcript under the same name: what was edited is not mixed with it."""

from __future__ import annotations

import pytest

from edition.diagnostic import EditionError
from edition.project.encoding_again import renewed
from edition.project.record import Record
from tests.merge.test_sound import encoded

_FERRY = """Ferry

March 4, 2016, Moscow

Ivan Petrov: The old ferry was taken out of the water in March and will not be put back this year.

Anna Petrova: Then the children of the island will go to school by the long road round the lake.

Ivan Petrov: They will, and we shall hire two buses for them from the first Monday of the month.
"""
_CHURCH = """Church

March 5, 2017, Moscow

Oleg Ivanov: Our architect says that all the slates of the northern roof are loose since the storm.

Vera Ivanova: I have asked three firms, and none of them can begin before the harvest is brought in.

Oleg Ivanov: Let us write to the bishop about it, who promised to help with half of what it costs.
"""
_OLD = encoded(_FERRY)
_EDITED = _OLD.decode().replace("two buses", "<hi>two</hi> buses").encode()


def test_an_edited_file_stays_where_the_transcript_is_another() -> None:
    with pytest.raises(EditionError) as refused:
        renewed(_EDITED, encoded(_CHURCH), Record(_OLD), "meeting.xml")
    assert refused.value.finding.code == "E018"


def test_a_file_that_nobody_edited_is_that_of_the_new_transcript() -> None:
    result = renewed(_OLD, encoded(_CHURCH), Record(_OLD), "meeting.xml")
    assert b"northern roof" in result.tei
    assert b"old ferry" not in result.tei


@pytest.mark.parametrize(
    "text", [_FERRY.rpartition("Anna")[0], _FERRY + _CHURCH, _FERRY.replace("the", "a")]
)
def test_a_transcript_cut_grown_or_corrected_is_no_other(text: str) -> None:
    assert renewed(_EDITED, encoded(text), Record(_OLD), "meeting.xml").tei != _EDITED


def test_a_record_of_another_file_is_none() -> None:
    tei = encoded(_FERRY.replace("Anna Petrova: Then", "Anna Petrova: Well, then"))
    result = renewed(_EDITED, tei, Record(encoded(_CHURCH)), "meeting.xml")
    assert [finding.code for finding in result.findings] == ["E011"]
    assert result == renewed(_EDITED, tei, None, "meeting.xml")
    assert b"<hi>two</hi> buses" in result.tei
