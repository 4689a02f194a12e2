"""The one clock that counts: SOURCE_DATE_EPOCH (reproducible-builds.org), where it is set."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from edition.diagnostic import EditionError, Place, diagnostic

_VARIABLE = "SOURCE_DATE_EPOCH"


def change_date() -> date | None:
    """The day that SOURCE_DATE_EPOCH (seconds) gives; None without it.

    There is no other clock: the same input gives the same bytes. Raises EditionError (M020).
    """
    seconds = os.environ.get(_VARIABLE)
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise EditionError(diagnostic("M020", Place(_VARIABLE), value=seconds)) from None
