"""Changes of the program, made in the scholar's file where the scholar has changed nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from edition.alignment import Difference
from edition.merge.attributes import changed_attributes
from edition.merge.changes import Changes, matched_anywhere
from edition.merge.edits import Edit
from edition.merge.marks import Marks
from edition.merge.moves import RUN
from edition.merge.nesting import Nesting
from edition.merge.pieces import Pieces
from edition.merge.placing import Placing, holds
from edition.merge.readings import is_read_otherwise
from edition.merge.tokens import Token, Tokens, as_read, is_label
from edition.merge.writing import Writing
from edition.tei.ids import NUMBERED
from edition.tei.tags import with_attributes


class Conflict(NamedTuple):
    """At character *at* of the scholar's file both have changed the same: it stays as it is.

    *program* is what the program would have there now, '' for nothing in the place of *gone*;
    *is_of_words*: it has other words there; *refused* are the attributes of a tag of which it has
    others. *kept_back* are the turns (``u``) and paragraphs (``seg``, ``p``) that stay as they are
    with it, by name and identifier, *others* the characters at which the scholar's other changes
    keep the same back. *is_of_convention*: nobody has been there; it stays with what the last
    convention made of the text.
    """

    at: int
    program: str
    is_of_words: bool = False
    refused: tuple[str, ...] = ()
    gone: str = ""
    kept_back: frozenset[tuple[str, str]] = frozenset()
    others: tuple[int, ...] = ()
    is_of_convention: bool = False


class Applied(NamedTuple):
    """The edits that make the changes, and the changes that cannot be made.

    *lacks_words*: the scholar has taken away, or elsewhere, words that the program takes away, or
    has marked them: they cannot go to another place.
    *recorded* makes of a paragraph that the program wrote last what the scholar's has taken over.
    """

    edits: list[Edit]
    conflicts: list[Conflict]
    lacks_words: bool = False
    recorded: Sequence[Edit] = ()


Key = Hashable
Unchanged = Callable[[int, int], bool]


class Application:
    """*changes* of the program, to be made in the tokens *ours* of the scholar.

    *unchanged* says of a token of the old version and the one of ours that has its key whether
    they are the same in all; *of_editors* that the changes are another editor's.
    """

    def __init__(
        self, changes: Changes, ours: Tokens, unchanged: Unchanged, *, of_editors: bool = False
    ) -> None:
        self._changes = changes
        self._of_editors = of_editors
        self._old, self._new, self._ours = changes.old, changes.new, ours
        self._unchanged = unchanged
        self._at = matched_anywhere(changes.old, ours)
        self._nesting = Nesting(changes, ours, self._at)
        self._placing = Placing(changes, ours, self._at, self._nesting)
        self._pieces = Pieces(changes.old, ours, self._at)
        self._marks = Marks(changes, ours, self._at)
        self._writing = Writing(changes, ours, self._at)
        self._identifiers = {token.identifier for token in ours.tokens} - {""}
        self._back = {at: old for old, at in self._at.items()}

    def outcomes(self) -> list[Applied]:
        """What comes of each change: its edits, or one conflict."""
        return [self._outcome(group) for group in self._changes.together]

    def _outcome(self, group: Sequence[Difference]) -> Applied:
        lacks = self._lacks_words(group)
        if self._is_made(group):
            return Applied([], [], lacks)
        edits = self._edits(group)
        if edits is None:
            edits = self._word_by_word(group)
        if edits is None:
            return Applied([], [self.conflict(group)], lacks)
        return Applied(edits, [], self._takes_from_marked(group))

    def _lacks_words(self, group: Sequence[Difference]) -> bool:
        return any(
            index not in self._at and self._old.words_in(index, index + 1)
            for difference in group
            for index in range(difference.start, difference.end)
        )

    def _takes_from_marked(self, group: Sequence[Difference]) -> bool:
        """Whether words go that are in what the scholar has marked otherwise than the program."""
        return not self._changes.is_outline and any(
            self._is_marked_otherwise(self._old.parents[index])
            for difference in group
            for index in range(difference.start, difference.end)
            if self._old.tokens[index].kind == "word"
        )

    def _is_marked_otherwise(self, tag: int) -> bool:
        at = self._at.get(tag, -1) if tag > 0 else -1  # 0 is the paragraph
        return at > 0 and self._old.attributes(tag) != self._ours.attributes(at)

    def carry(self, texts: Mapping[Key, str]) -> None:
        """Let the leaves of ours with the keys of *texts* go where the program brings them.

        They come there as *texts*, with what the scholar changed in them.
        """
        self._writing.carried = texts

    @property
    def there(self) -> Mapping[int, int]:
        """The index in ours of each old token that is there, too."""
        return self._at

    def with_pieces(self, index: int) -> Token | None:
        """The old leaf at *index* in ours, with what the scholar cut off; None if it is gone."""
        at = self._at.get(index)
        return None if at is None else self._pieces.of_cut(self._old.tokens[index], at)

    def joined_with(self, index: int) -> Token | None:
        """The leaf in ours to which the scholar joined the old one at *index*, which is gone."""
        return self._pieces.of_joined(index)

    def homes(self, old: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Where in ours the *old* tokens would be had nobody moved them, and where they are.

        Each is the index of the start tag around.
        """
        for index in old:
            if (at := self._at.get(index)) is not None:
                yield self._at.get(self._old.parents[index], -1), self._ours.parents[at]

    def come_to(self, group: Sequence[Difference]) -> Iterator[int]:
        """The start tags of ours around what *group* brings, where it does not bring these."""
        coming = {i for d in group for i in range(d.other_start, d.other_end)}
        for difference in group:
            is_new = difference.other_start < difference.other_end
            if is_new and self._new.enclosing(difference.other_start) not in coming:
                place = self._placing.place(difference)
                yield -1 if place is None else self._ours.enclosing(place)

    def edits(self, groups: Mapping[Key, Sequence[Difference]]) -> Iterator[tuple[Key, Edit]]:
        """The edits that make *groups*, all of which can be made; each with a key of its group.

        Changes that touch in ours are one edit.
        """
        single = sorted(((d, key) for key, group in groups.items() for d in group), key=_first)
        joined: list[tuple[Difference, Key]] = []
        for difference, key in single:
            if joined and self._touch(joined[-1][0], difference):
                first, own = joined.pop()
                whole = Difference(
                    first.start, difference.end, first.other_start, difference.other_end
                )
                if first.start == first.end == difference.end:
                    self._placing.choose(whole, first)
                joined.append((whole, own))
            else:
                joined.append((difference, key))
        for difference, key in joined:
            yield key, self._written(difference)

    def _touch(self, one: Difference, other: Difference) -> bool:
        """Whether *other* begins where *one* ends, in all three versions."""
        if (one.end, one.other_end) != (other.start, other.other_start):
            return False
        behind = self._at[one.end - 1] + 1 if one.start < one.end else self._placing.place(one)
        return behind == self._placing.place(other)

    def _is_made(self, group: Sequence[Difference]) -> bool:
        """Whether ours has the change already, or at least nothing of what it takes away."""
        gone = [index for d in group for index in range(d.start, d.end)]
        if any(index in self._at or self._remains(index) for index in gone):
            return False
        new = [index for d in group for index in range(d.other_start, d.other_end)]
        return not new or self._is_there(group)

    def _remains(self, index: int) -> bool:
        """Whether ours has the words of the old paragraph at *index*, or most, in another.

        Or the word there, which has tags of the scholar in it now.
        """
        if self._placing.remains(index) or self._marks.divides(index):
            return True
        is_leaf = self._changes.is_outline and self._old.tokens[index].kind == "leaf"
        return is_leaf and self._pieces.is_spread(index)

    def _is_there(self, group: Sequence[Difference]) -> bool:
        """Whether what the change brings stands in ours at its place, by whomsoever."""
        for difference in group:
            if difference.other_start == difference.other_end:
                continue
            place = self._placing.between(difference)
            keys = self._new.keys[difference.other_start : difference.other_end]
            if place is None or not holds(self._ours.keys[place[0] : place[1]], keys):
                return False
        return True

    def _edits(self, group: Sequence[Difference]) -> list[Edit] | None:
        """The edits that make *group*; None where the scholar has been."""
        places: dict[int, int] = {}  # of each new token: the index in ours before which it comes
        for difference in group:
            if not self._is_untouched(difference) or self._doubles(difference, group):
                return None
            if self._is_there_nearly(difference):
                return None
            if (place := self._placing.place(difference)) is None:
                return None
            places |= dict.fromkeys(range(difference.other_start, difference.other_end), place)
        if not self._parts_no_pair(group) or is_read_otherwise(
            group, self._changes, self._ours, self._at
        ):
            return None
        if self._marks.hollowed_by(group):
            return None
        nesting = self._nesting
        if not self._changes.is_outline and nesting.is_hollow(group):
            return None
        if not (all(nesting.fits(d, places) for d in group) or nesting.nests(group, places)):
            return None
        return [self._written(difference) for difference in group]

    def _word_by_word(self, group: Sequence[Difference]) -> list[Edit] | None:
        """The edits that make *group* of each word of its own; None where that cannot be.

        The scholar has put something between the words: the edge of a mark, a page, a note. As many
        words come in their place, or none.
        """
        start, end, first, last = group[0]
        new = range(first, last)
        if self._changes.is_outline or len(group) > 1 or end - start < 2:
            return None
        if not self._nesting.are_words(new) or (new and len(new) != end - start):
            return None
        if not new and self._marks.part(start, end):
            return None
        steps = [first + step if new else first for step in range(end - start)]
        single = [
            Difference(start + step, start + step + 1, at, at + bool(new))
            for step, at in enumerate(steps)
        ]
        if self._marks.hollowed_by(single):
            return None
        found = [self._edits([one]) for one in single]
        if not all(found):
            return None
        if not new:
            return [self._writing.gone(self._at[index]) for index in range(start, end)]
        return [edit for edits in found if edits for edit in edits]

    def _is_untouched(self, difference: Difference) -> bool:
        """Whether all that goes stands in ours as the program wrote it, with nothing between.

        Or is carried to another place.
        """
        gone = range(difference.start, difference.end)
        there = [self._at.get(index) for index in gone]
        return all(
            at is not None and at == (there[0] or 0) + offset and self._may_go(index, at)
            for offset, (index, at) in enumerate(zip(gone, there, strict=True))
        )

    def _may_go(self, index: int, at: int) -> bool:
        is_carried = self._old.tokens[index].key in self._writing.carried
        return is_carried or self._unchanged(index, at)

    def _doubles(self, difference: Difference, group: Sequence[Difference]) -> bool:
        """Whether an identifier would come that ours has already, and *group* does not take."""
        new = self._new.tokens[difference.other_start : difference.other_end]
        coming = {token.identifier for token in new} & self._identifiers
        return bool(coming) and not coming <= {
            self._old.tokens[index].identifier for d in group for index in range(d.start, d.end)
        }

    def _is_there_nearly(self, difference: Difference) -> bool:
        """Whether the scholar put words of what comes where it would come.

        Another entry of the same name is another entry.
        """
        place = self._placing.between(difference)
        if difference.start < difference.end or place is None or place[0] >= place[1]:
            return False
        coming = self._new.tokens[difference.other_start : difference.other_end]
        if any(one.identifier and not NUMBERED.match(one.identifier) for one in coming):
            return False
        new = [word for one in coming if not is_label(one) for word in self._new.words_of(one)]
        own = [word for at in range(*place) for word in self._ours_alone(at)]
        size = min(RUN, len(new))
        runs = [own[at : at + size] for at in range(len(own) - size + 1)]
        return size > 0 and any(new[at : at + size] in runs for at in range(len(new) - size + 1))

    def _ours_alone(self, at: int) -> list[str]:
        """The words of the token of ours at *at*, if it is not one that was moved as it was."""
        old = self._back.get(at)
        is_moved = old is not None and self._unchanged(old, at)
        return [] if is_moved else self._ours.words_in(at, at + 1)

    def _parts_no_pair(self, group: Sequence[Difference]) -> bool:
        """Whether the tags that go are pairs in ours, too; in a paragraph of the same words."""
        gone = {i for d in group for i in range(d.start, d.end) if i in self._old.partners}
        pairs = {tuple(sorted((index, self._old.partners[index]))) for index in gone}
        return all(self._is_pair(start, end) for start, end in pairs if {start, end} <= gone) and (
            self._changes.is_outline or all(self._has_its_words(*pair) for pair in pairs)
        )

    def _is_pair(self, start: int, end: int) -> bool:
        return self._ours.partners.get(self._at[start]) == self._at.get(end)

    def _has_its_words(self, start: int, end: int) -> bool:
        """Whether the scholar's element has the words that the old one has, no more, no less.

        The words of the whole paragraph may be others.
        """
        if start == 0:
            return True
        if start not in self._at or end not in self._at:
            return False
        words = self._ours.words_in(self._at[start], self._at[end])
        return words == self._old.words_in(start, end)

    def _written(self, difference: Difference) -> Edit:
        return self._writing.edit(difference, self._placing.place(difference) or 0)

    def gaps(self) -> Iterator[Edit]:
        """White space between words that all three have, where the program put it or took it."""
        return self._writing.gaps()

    def conflict(self, group: Sequence[Difference]) -> Conflict:
        """The conflict that *group* is, where it is not made."""
        written = (self._new.stretch(d.other_start, d.other_end) for d in group)
        gone = (self._old.stretch(d.start, d.end) for d in group)
        program, instead_of = map(_joined, (written, gone))
        return Conflict(self._met(group), program, self._has_words(group), gone=instead_of)

    def _met(self, group: Sequence[Difference]) -> int:
        """The character of ours at which the scholar has been in what *group* changes."""
        gone = [index for d in group for index in range(d.start, d.end)]
        is_gone = (index for index in gone if index not in self._at)
        is_other = (i for i in gone if i in self._at and not self._may_go(i, self._at[i]))
        if (touched := next(chain(is_other, is_gone), None)) is not None:
            return self.nearest(touched)
        behind = self._placing.behind(group[0])
        return self.nearest(group[0].start) if behind is None else self._ours.tokens[behind].start

    def nearest(self, index: int) -> int:
        """The character of ours at which the old token at *index* is, or the nearest before it."""
        at = next((self._at[i] for i in range(index, -1, -1) if i in self._at), 0)
        tokens = self._ours.tokens
        return tokens[min(at, len(tokens) - 1)].start if tokens else 0

    def _has_words(self, group: Sequence[Difference]) -> bool:
        return any(
            tokens.tokens[index].kind in ("word", "leaf")
            for d in group
            for tokens, first, last in (
                (self._old, d.start, d.end),
                (self._new, d.other_start, d.other_end),
            )
            for index in range(first, last)
        )

    def attributes(self) -> Iterator[tuple[int, Applied]]:
        """What comes of the attributes that the program changed, by the old tag.

        Only of tags that all three have.
        """
        for old, new in self._changes.retagged():
            ours = self._at.get(old)
            if ours is None:
                continue  # the scholar took the tag away
            changed, refused = changed_attributes(
                self._old.attributes(old),
                self._ours.attributes(ours),
                self._new.attributes(new),
                of_editors=self._of_editors,
            )
            token, tag = self._ours.tokens[ours], self._ours.written(ours)
            edits, conflicts = [], []
            if changed:
                is_old = tag == self._old.written(old)
                tag = self._new.written(new) if is_old else with_attributes(tag, changed)
                edits.append(Edit(token.start, token.end, tag))
            if refused:
                told = " ".join(f'{name}="{value}"' for name, value in refused.items())
                conflicts.append(Conflict(token.start, told, refused=tuple(refused)))
            if changed or refused:
                yield old, Applied(edits, conflicts)


def _joined(parts: Iterable[str]) -> str:
    """The *parts* that have words; without such, all."""
    there = [part for part in parts if part]
    return " … ".join([part for part in there if as_read(part)] or there)


def _first(pair: tuple[Difference, object]) -> Difference:
    return pair[0]
