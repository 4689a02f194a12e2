"""What the changes of a plan are of: tokens, turns, words of the versions."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence

from edition.alignment import Difference
from edition.merge.leaves import Leaf
from edition.merge.moves import Unit
from edition.merge.readings import printed
from edition.merge.tokens import Tokens, name_of, words

_SPOKEN = frozenset(["u", "seg", "p"])


class Units:
    """The changes of the outline, by their numbers in *groups*, of *leaves*, and of tags.

    *places* are the indices in *base* of the leaves there, by key.
    """

    def __init__(
        self,
        base: Tokens,
        ours: Tokens,
        theirs: Tokens,
        *,
        groups: Sequence[Sequence[Difference]],
        leaves: Mapping[Unit, Leaf],
        places: Mapping[Hashable, int],
    ) -> None:
        self._base, self._ours, self._theirs = base, ours, theirs
        self._groups, self._leaves, self._places = groups, leaves, places

    def tokens_of(self, unit: Unit) -> Iterator[tuple[Tokens, int]]:
        """The tokens of either version that the change *unit* is of."""
        if isinstance(unit, int):
            for start, end, other_start, other_end in self._groups[unit]:
                yield from ((self._base, index) for index in range(start, end))
                yield from ((self._theirs, index) for index in range(other_start, other_end))
        elif unit in self._leaves:
            yield self._base, self._places[self._leaves[unit].base.key]
        elif isinstance(unit, tuple):
            yield self._base, unit[1]

    def turns_and_paragraphs(self, bundle: Iterable[Unit]) -> Iterator[tuple[str, str]]:
        """The turns and paragraphs, of either version, that *bundle* brings, changes, or takes."""
        for unit in bundle:
            for tokens, index in self.tokens_of(unit):
                token = tokens.tokens[index]
                name = name_of(tokens.of(token))
                if token.identifier and token.kind in ("start", "leaf") and name in _SPOKEN:
                    yield name, token.identifier

    def words_there(self, unit: Unit, there: Container[int]) -> int:
        """How many words the change *unit* takes away, or is around, in the old tokens *there*."""
        return sum(
            len(tokens.words_of(tokens.tokens[index]))
            for tokens, index in self.tokens_of(unit)
            if tokens is self._base and index in there and tokens.tokens[index].kind == "leaf"
        )

    def prints_otherwise(self, bundle: Iterable[Unit]) -> bool:
        """Whether the program has other words, or another order, from first to last of *bundle*."""
        stretches = [d for unit in bundle if isinstance(unit, int) for d in self._groups[unit]]
        if not stretches:
            return True
        starts, ends, other_starts, other_ends = zip(*stretches, strict=True)
        before = self._base.words_in(min(starts), max(ends))
        return before != self._theirs.words_in(min(other_starts), max(other_ends))

    def lacks_printed(self, unit: Unit) -> bool:
        """Whether ours does not print the words that the program has in *unit*."""
        leaf = self._leaves.get(unit)
        if leaf is None or leaf.ours is None:
            return True
        versions = ((self._ours, leaf.ours), (self._theirs, leaf.theirs))
        own, new = (printed(words(tokens.text, one.start, one.end)) for tokens, one in versions)
        return own != new
