"""Another convention is one change: what the header says by it comes with its turns, or stays.

By another convention a transcript has other speakers, another title, another date: all that is in
the header, too. Where most of the text stays as the last convention has it, so does the header.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from edition.merge.tokens import Tokens, name_of
from edition.tei.entries import ENTRIES

_OF_TRANSCRIPT = frozenset(["profileDesc", "samplingDecl", "title", "meeting", "date"])
_WITH_LANGUAGE = frozenset(["TEI", "teiHeader"])  # that of the transcript
_OF_WHO_SPEAKS = "affiliation"  # as the label prints it; else an entry says what the registers say
_ENTRIES = frozenset(ENTRIES.values())

Changed = Iterable[tuple[Tokens, int]]
"""The tokens, of either version, that a bundle of changes is of."""


class AnotherConvention(NamedTuple):
    """The numbers of the bundles that name it (*named*), and of those *in_header* that go with it.

    None names it where the program went by the same before.
    """

    named: frozenset[int]
    in_header: frozenset[int]


def another_convention(bundles: Iterable[Changed]) -> AnotherConvention:
    """What in *bundles* is of another convention."""
    named: set[int] = set()
    in_header: set[int] = set()
    for number, changed in enumerate(bundles):
        for tokens, index in changed:
            if _names_convention(tokens, index):
                named.add(number)
            elif _is_of_transcript(tokens, index):
                in_header.add(number)
    return AnotherConvention(frozenset(named), frozenset(in_header - named))


def _names_convention(tokens: Tokens, index: int) -> bool:
    return (
        tokens.tokens[index].kind == "leaf" and tokens.attributes(index).get("type") == "convention"
    )


def _is_of_transcript(tokens: Tokens, index: int) -> bool:
    """Whether the token says in the header what the transcript says by a convention."""
    own = name_of(tokens.written(index))
    around = _names_around(tokens, index)
    if "teiHeader" not in around:
        return own in _WITH_LANGUAGE
    if not _ENTRIES.isdisjoint(around) and own != _OF_WHO_SPEAKS:
        return False
    return not _OF_TRANSCRIPT.isdisjoint([own, *around])


def _names_around(tokens: Tokens, index: int) -> Collection[str]:
    """The elements around the token at *index*; around an end tag those around its element."""
    found: list[str] = []
    while (index := tokens.parents[index]) >= 0:
        found.append(name_of(tokens.written(index)))
    return found
