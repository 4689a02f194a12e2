"""Short given names with the full ones: "Larry" is Lawrence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from edition.names.words import folded


class Nicknames(NamedTuple):
    """The full given names by the short ones, both folded.

    Those of *perhaps* are usual given names by themselves, and hardly tell who is meant.
    """

    surely: Mapping[str, str]
    perhaps: Mapping[str, str]

    @classmethod
    def of(cls, surely: Iterable[str] = (), perhaps: Iterable[str] = ()) -> Nicknames:
        """Those of words such as "Larry=Lawrence"."""
        return cls(_pairs(surely), _pairs(perhaps))


def _pairs(nicknames: Iterable[str]) -> dict[str, str]:
    pairs = (folded(pair).casefold().partition("=") for pair in nicknames)
    return {short: full for short, _, full in pairs}
