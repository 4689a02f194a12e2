"""What the program changed from one version to the next, as changes that hold or fall together.

A tag without its partner is no change: where a start tag comes or goes, so does its end tag, and
all that is needed for both is one change.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from functools import cached_property

from edition.alignment import Difference, differences
from edition.merge.tokens import Tokens, is_label, is_named, name_of, reading

_ENTRIES = frozenset(["person", "place", "org"])
_PARAGRAPHS = frozenset(["seg", "p"])


def matched(left: Tokens, right: Tokens) -> dict[int, int]:
    """The index in *right* of each token of *left* that stands in both, in one order."""
    return _between(differences(left.keys, right.keys), left, right)


def _between(apart: Sequence[Difference], left: Tokens, right: Tokens) -> dict[int, int]:
    """What is the same in both between the differences."""
    found: dict[int, int] = {}
    at = other = 0
    end = Difference(len(left.tokens), len(left.tokens), len(right.tokens), len(right.tokens))
    for difference in [*apart, end]:
        pairs = zip(range(at, difference.start), range(other, difference.other_start), strict=True)
        found.update(pairs)
        at, other = difference.end, difference.other_end
    return found


def matched_anywhere(left: Tokens, right: Tokens) -> dict[int, int]:
    """As :func:`matched`; and what has an identifier also where it stands elsewhere in *right*."""
    found = matched(left, right)
    names = frozenset(token.identifier for token in left.tokens)
    known = {index: at for index, at in found.items() if is_named(left.tokens[index])}
    taken = set(known.values())
    places = {
        token.key: index
        for index, token in enumerate(right.tokens)
        if is_named(token) and index not in taken
    }
    for index, token in enumerate(left.tokens):
        if is_named(token) and index not in known and token.key in places:
            known[index] = places[token.key]
    astray = {
        index
        for index, at in found.items()
        if left.tokens[index].kind != "word"
        and known.get(left.parents[index], right.parents[at]) != right.parents[at]
        and not is_piece(right, right.parents[at], names)
    }
    torn = {left.parents[index] for index in astray}
    found = {index: at for index, at in found.items() if index not in astray}
    taken = set(found.values())
    for index, at in known.items():
        if index not in found or index in torn:
            found |= {
                here: there
                for here, there in _inside(left, index, right, at)
                if here not in found and there not in taken
            }
    return found | dict(_gone_along(left, right, found, names))


def _gone_along(
    left: Tokens, right: Tokens, known: Mapping[int, int], names: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Leaves without identifier that stand beside what they stood beside, in a new division.

    That one is the scholar's: its identifier is none of *names*.
    """
    found = dict(known)
    taken = set(found.values())
    for step in (1, -1):
        for index in range(len(left.tokens))[::step]:
            at = found.get(index - step, -2) + step
            if index in found or at in taken or not 0 <= at < len(right.tokens):
                continue
            one, other = left.tokens[index], right.tokens[at]
            if reading(one) == reading(other) != "" and right.holder(at) not in names:
                found[index] = at
                taken.add(at)
                yield index, at


def is_piece(ours: Tokens, index: int, names: Collection[str]) -> bool:
    """Whether the start tag at *index* of *ours* begins what the scholar cut off a paragraph.

    *names* are the identifiers that the program gave.
    """
    if index < 0 or name_of(ours.written(index)) not in _PARAGRAPHS:
        return False
    identifier = ours.tokens[index].identifier
    return not identifier or identifier not in names


def _inside(left: Tokens, index: int, right: Tokens, at: int) -> Iterator[tuple[int, int]]:
    """The two tokens, and what is the same in the two elements that they begin."""
    yield index, at
    end, other_end = left.partners.get(index), right.partners.get(at)
    if end is None or other_end is None:
        return
    yield end, other_end
    first, other = index + 1, at + 1
    keys, others = left.keys[first:end], right.keys[other:other_end]
    here = there = 0
    last = Difference(len(keys), len(keys), len(others), len(others))
    for difference in [*differences(keys, others), last]:
        for step in range(difference.start - here):
            yield first + here + step, other + there + step
        here, there = difference.end, difference.other_end


class Changes:
    """The changes from the tokens *old* to the tokens *new*.

    Of an outline (*is_outline*) each element that comes or goes is a difference of its own.
    """

    def __init__(self, old: Tokens, new: Tokens, *, is_outline: bool = False) -> None:
        self.old = old
        self.new = new
        self.is_outline = is_outline
        found = differences(old.keys, new.keys)
        self.matched = _between(found, old, new)
        self.differences = (
            [piece for difference in found for piece in _pieces(difference, old, new)]
            if is_outline
            else found
        )

    def retagged(self) -> Iterator[tuple[int, int]]:
        """The tags that both have, and that are written in another way, by their places."""
        for old, new in self.matched.items():
            is_tag = self.old.tokens[old].kind in ("start", "empty")
            if is_tag and self.old.written(old) != self.new.written(new):
                yield old, new

    @cached_property
    def together(self) -> list[list[Difference]]:
        """The differences in groups: each group is applied whole or not at all."""
        groups: dict[int, list[Difference]] = {}
        for number, difference in enumerate(self.differences):
            groups.setdefault(self._root(number), []).append(difference)
        return list(groups.values())

    def _root(self, node: int) -> int:
        while self._parents[node] != node:
            node = self._parents[node]
        return node

    @cached_property
    def _parents(self) -> list[int]:
        """For each difference, and then for each old token, one that stands or falls with it."""
        count = len(self.differences)
        parents = list(range(count + len(self.old.tokens)))

        def join(one: int, other: int) -> None:
            while parents[one] != one:
                one = parents[one]
            while parents[other] != other:
                other = parents[other]
            parents[max(one, other)] = min(one, other)

        for one, other in (*self._broken_pairs(), *self._moved(), *self._inside()):
            join(one, other)
        return parents

    def _moved(self) -> Iterator[tuple[int, int]]:
        """Pairs of differences of which one takes away what has a name, and one brings it.

        Also as another element: what was a place is a body now.
        """
        gone: dict[Hashable, int] = {}
        for number, (start, end, _, _) in enumerate(self.differences):
            named = filter(is_named, self.old.tokens[start:end])
            gone |= {token.identifier or token.key: number for token in named}
        for number, (_, _, start, end) in enumerate(self.differences):
            for token in self.new.tokens[start:end]:
                name = token.identifier or token.key
                if is_named(token) and gone.get(name, number) != number:
                    yield number, gone[name]

    def _inside(self) -> Iterator[tuple[int, int]]:
        """Pairs of differences of which one brings an element, and one what is in it."""
        coming = {
            index: number
            for number, (_, _, start, end) in enumerate(self.differences)
            for index in range(start, end)
        }
        for number, (_, _, start, end) in enumerate(self.differences):
            if start < end and coming.get(self.new.enclosing(start), number) != number:
                yield number, coming[self.new.enclosing(start)]

    def _broken_pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs of tags of one element that are not the pair of one element in both versions."""
        old_nodes = dict(self._nodes(self.matched, [d[:2] for d in self.differences]))
        back = {there: here for here, there in self.matched.items()}
        new_nodes = dict(self._nodes(back, [d[2:] for d in self.differences], back))
        for tokens, nodes, there, partners in (
            (self.old, old_nodes, self.matched, self.new.partners),
            (self.new, new_nodes, back, self.old.partners),
        ):
            for start, end in tokens.partners.items():
                if start < end and partners.get(there.get(start, -1), -2) != there.get(end, -3):
                    yield nodes[start], nodes[end]

    def _nodes(
        self,
        there: Mapping[int, int],
        stretches: Sequence[tuple[int, ...]],
        back: Mapping[int, int] | None = None,
    ) -> Iterator[tuple[int, int]]:
        """The node of each token: its difference, or, where it is in both, its old token."""
        count = len(self.differences)
        for number, (start, end) in enumerate(stretches):
            yield from ((index, number) for index in range(start, end))
        for index in there:
            yield index, count + (back[index] if back else index)


def _pieces(difference: Difference, old: Tokens, new: Tokens) -> list[Difference]:
    """*difference* by whole elements, where it is of such.

    Paragraphs in the place of others stay one difference; entries are independent.
    """
    gone = _elements(old, difference.start, difference.end)
    come = _elements(new, difference.other_start, difference.other_end)
    if gone is None or come is None:
        return [difference]
    if gone and come and not (_are_entries(old, gone) and _are_entries(new, come)):
        return [difference]
    at = difference.other_start
    return [
        *(Difference(start, end, at, at) for start, end in gone),
        *(Difference(difference.end, difference.end, start, end) for start, end in come),
    ]


def _elements(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]] | None:
    """The whole elements from *first* to before *last*; None if there are not only such.

    A turn goes with its label.
    """
    found: list[tuple[int, int]] = []
    begun = at = first
    while at < last:
        token = tokens.tokens[at]
        end = tokens.partners.get(at, -1) if token.kind in ("start", "end") else at
        if not at <= end < last:
            return None
        at = end + 1
        if not is_label(token) or at == last:
            found.append((begun, at))
            begun = at
    return found


def _are_entries(tokens: Tokens, elements: Sequence[tuple[int, int]]) -> bool:
    return all(name_of(tokens.written(start)) in _ENTRIES for start, _ in elements)
