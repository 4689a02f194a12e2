"""Findings for programs: a JSON array, a finding a line.

Each is an object with the fields of :class:`~edition.diagnostic.Diagnostic`, all of them
always there: ``code severity message hint file line column xpath xml_id excerpt expected fix
ignored``. ``line`` and ``column`` count from 1, in lines and characters; a text that is not known
is '', and so is ``ignored`` but for findings that are.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from edition.diagnostic import Diagnostic


def json(findings: Sequence[Diagnostic]) -> str:
    """*findings* as JSON; ``[]`` where there are none."""
    lines = ",\n".join(msgspec.json.encode(finding).decode() for finding in findings)
    return f"[\n{lines}\n]\n" if lines else "[]\n"
