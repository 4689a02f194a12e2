"""What the page about an edition is told of its documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from edition.diagnostic import Severity


class Compared(NamedTuple):
    """A document and its source: *agrees* is None where there is no source to compare with."""

    name: str
    title: str
    page: str
    source: str
    source_sum: str
    tei_sum: str
    agrees: bool | None


class Checked(NamedTuple):
    """What checking found: how many findings of a kind there are, by kind and severity."""

    documents: int
    findings: Mapping[tuple[str, Severity], int]
    ignored: int


class Counted(NamedTuple):
    """How much of something there is; *key* is the word for it."""

    key: str
    number: int
