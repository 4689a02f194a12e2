"""Hand edits by chance, alone and many, and an encoding again after them: what must hold, holds."""

from __future__ import annotations

import pytest

from tests.merge.mutations.bench import case
from tests.merge.mutations.documents import documents


@pytest.mark.parametrize("first", range(100, 220, 30))
def test_no_hand_edit_is_lost_reverted_or_doubled(first: int) -> None:
    known = documents(every=False)
    done = [case(number, known) for number in range(first, first + 30)]
    assert not {f"{one.number} {one.told} {one.edits}": one.faults for one in done if one.faults}
