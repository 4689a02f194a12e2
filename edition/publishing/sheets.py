"""Figures as tables for spreadsheets: CSV by RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def sheet(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """*rows* below *head*, as CSV."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)  # CR LF, quotation marks where needed
    writer.writerow(head)
    writer.writerows(rows)
    return stream.getvalue().encode()
