"""What is to be done to the scholar's file: the program's changes, in bundles.

A bundle is made whole or not at all: the tags of one element, words that go from one place to
another. Any bundle can be left out, and the others still fit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Set
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from edition.merge.another_convention import AnotherConvention, another_convention
from edition.merge.applying import Application, Applied, Conflict
from edition.merge.changes import Changes
from edition.merge.edits import Edit, edited, lies_in, overlapping
from edition.merge.layout import relaid
from edition.merge.leaves import Leaf, is_amiss, is_unchanged, leaves, merged_leaf
from edition.merge.moves import Stretch, Unit, bundles
from edition.merge.record import taken_over
from edition.merge.tokens import Tokens, name_of, outline, plain_words
from edition.merge.units import Units

_OF_TEXT = frozenset(["text", "samplingDecl"])
_IDENTIFIER = re.compile(r"""xml:id\s*=\s*["']([^"']*)""")
_POINTER = re.compile(r"""["' ]#([^\s"']+)""")


class Made(NamedTuple):
    """The edits of the changes that are made, and those that are not, by their place in ours.

    *record* is what the program wrote last with the changes that the file has now.
    """

    edits: list[Edit]
    conflicts: list[Conflict]
    record: str


class Plan:
    """The changes from *base* to *theirs*, to be made in *ours*; all are texts of TEI files.

    They are another editor's, where *of_editors* says so.
    """

    def __init__(self, base: str, ours: str, theirs: str, *, of_editors: bool = False) -> None:
        self._of_editors = of_editors
        self._base = outline(base)
        self._ours = outline(ours)
        self._theirs = outline(theirs)
        self._changes = changes = Changes(self._base, self._theirs, is_outline=True)
        self._groups = changes.together
        self._application = Application(
            changes, self._ours, self._is_unchanged, of_editors=of_editors
        )
        self._places: dict[Hashable, int] = {}  # of the leaves of base, by key
        for index, token in enumerate(self._base.tokens):
            self._places.setdefault(token.key, index)
        self._leaves = dict(self._changed_leaves())
        versions = (self._base, self._ours, self._theirs)
        self._units = Units(
            *versions, groups=self._groups, leaves=self._leaves, places=self._places
        )
        inner: dict[Unit, Applied] = {key: self._leaf(leaf) for key, leaf in self._leaves.items()}
        laid_out = relaid(changes, self._ours, self._application.there, of_editors=self._of_editors)
        self._application.carry(dict([*laid_out, *self._carried(inner)]))
        self._outcomes: dict[Unit, Applied] = dict(enumerate(self._application.outcomes()))
        self._outcomes |= inner
        self.bundles: list[list[Unit]] = self._bundles()
        for old, outcome in self._application.attributes():
            self._outcomes["tag", old] = outcome
            self.bundles.append([("tag", old)])
        self.impossible = {
            number
            for number, bundle in enumerate(self.bundles)
            if len(bundle) > 1
            and (any(is_amiss(self._outcomes[unit]) for unit in bundle) or self._is_torn(bundle))
        }

    def _is_torn(self, bundle: Iterable[Unit]) -> bool:
        """Whether words would go over between turns: the scholar has a paragraph in another."""
        application = self._application
        groups = [self._groups[unit] for unit in bundle if isinstance(unit, int)]
        old = [i for group in groups for d in group for i in range(d.start, d.end)]
        old += [
            self._places[self._leaves[unit].base.key] for unit in bundle if unit in self._leaves
        ]
        homes = set(application.homes(i for i in old if self._base.tokens[i].kind == "leaf"))
        if all(home == here for home, here in homes):
            return False
        ends = {end for group in groups for end in application.come_to(group)}
        return len({here for _, here in homes} | ends) > 1

    @cached_property
    def possible(self) -> list[int]:
        """The bundles that change something."""
        return [
            number
            for number, bundle in enumerate(self.bundles)
            if number not in self.impossible and any(self._outcomes[u].edits for u in bundle)
        ]

    @cached_property
    def identifiers(self) -> set[str]:
        """The identifiers that the changes bring."""
        return {name for number in self.possible for name in self._brought(number)}

    def _brought(self, number: int) -> set[str]:
        """The identifiers in what the bundle *number* brings."""
        return {name for edit in self.edits_of(number) for name in _IDENTIFIER.findall(edit.new)}

    def edits_of(self, number: int) -> list[Edit]:
        """The edits of the bundle *number*, taken alone."""
        return [edit for unit in self.bundles[number] for edit in self._outcomes[unit].edits]

    def taking(self, names: Set[str]) -> set[int]:
        """The bundles that take away what has one of *names* in ours."""
        return {
            number
            for number in (self.possible if names else ())
            for start, end, new in self.edits_of(number)
            if names
            & {*_IDENTIFIER.findall(self._ours.text[start:end])} - {*_IDENTIFIER.findall(new)}
        }

    def touched(self, number: int) -> set[str]:
        """The identifiers of what the bundle *number* brings, points to, changes or takes away.

        And of what is around it in ours; '' where nothing around has one.
        """
        found: set[str] = set()
        for start, end, new in self.edits_of(number):
            found.update(_IDENTIFIER.findall(new), _POINTER.findall(new))
            found.update(_IDENTIFIER.findall(self._ours.text[start:end]))
            found.update(self._ours.identifiers_at(start))
        return found

    def points_to(self, number: int) -> set[str]:
        """The identifiers to which what the bundle *number* brings points."""
        return {name for edit in self.edits_of(number) for name in _POINTER.findall(edit.new)}

    def moved(self, number: int) -> list[tuple[str, int]]:
        """The words of the text that the bundle *number* brings (1, 2 …) or takes away (-1 …)."""
        return list(self._moved(self.bundles[number]).items())

    def _moved(self, bundle: Iterable[Unit]) -> Counter[str]:
        found: Counter[str] = Counter()
        for unit in bundle:
            if unit in self._of_text:
                for start, end, new in self._outcomes[unit].edits:
                    found.update(plain_words(new))
                    found.subtract(plain_words(self._ours.text[start:end]))
        return found

    @property
    def lacking(self) -> Counter[str]:
        """The words of the text that changes that cannot be made would bring, or take away."""
        found: Counter[str] = Counter()
        for number, bundle in enumerate(self.bundles):
            for unit in bundle:
                if unit in self._of_text and self._outcomes[unit].conflicts:
                    found.update(self._of_text[unit])
            if number not in self.impossible:
                rest = [unit for unit in bundle if self._outcomes[unit].conflicts]
                found.subtract(self._moved(rest))
        return Counter({word: times for word, times in found.items() if times and word.isalnum()})

    @cached_property
    def times(self) -> Counter[str]:
        """How often each word stands in the file of the program, before or now."""
        return Counter(plain_words(self._base.text)) | Counter(plain_words(self._theirs.text))

    def made(self, left_out: Set[int] = frozenset()) -> Made:
        """All bundles are made but those *left_out* and those that cannot be made."""
        without = {*left_out, *self.impossible}
        along = self._of_convention(without) - without
        along |= self._doubts_of_what_stays(without | along) - without
        without |= along
        while True:
            edits = self._edits(without)
            clash = overlapping([edit for edit, _ in edits], self._ours.text)
            if clash is None:
                break
            without.add(edits[clash][1])
        conflicts = self._conflicts(without, along)
        made = [edit for edit, _ in edits]
        record = edited(self._base.text, list(self._recorded(without)))
        return Made(made, sorted(conflicts, key=lambda one: one.at), record)

    def _conflicts(self, without: Collection[int], following: Collection[int]) -> list[Conflict]:
        """What is not made without the bundles *without*.

        Turns and paragraphs that are left out only with others are told of with the most of these.
        Nothing is told of what stays *following* others, but that a convention does, unless the
        scholar has been there.
        """
        own: list[Conflict] = []
        along: list[Conflict] = []
        for number, bundle in enumerate(self.bundles):
            is_met = any(self._outcomes[unit].conflicts for unit in bundle)
            told = self._told(number, without)
            if number in following and not is_met:
                is_named = number in self._another_convention.named
                own += [one._replace(is_of_convention=True) for one in told if is_named]
            elif number in without and not is_met and any(one.kept_back for one in told):
                along += told
            else:
                own += told
        most = max(own, key=lambda one: len(one.kept_back), default=None)
        if most is None or not most.kept_back:
            return [*own, *along]
        own.remove(most)
        together = most.kept_back.union(*(one.kept_back for one in along))
        return [*own, most._replace(kept_back=together)]

    def _told(self, number: int, without: Collection[int]) -> list[Conflict]:
        """The conflicts of the bundle *number*; of one that is left out, whole, but one.

        Of words are those for which ours has not the words that the source prints.
        """
        bundle = self.bundles[number]
        is_other = len(bundle) == 1 or self._units.prints_otherwise(bundle)
        has_words = (unit for unit in bundle if any(self._of_text.get(unit, Counter()).values()))
        lacking = {unit for unit in has_words if is_other and self._units.lacks_printed(unit)}
        own = [
            one._replace(is_of_words=one.is_of_words and unit in lacking)
            for unit in bundle
            for one in self._outcomes[unit].conflicts
        ]
        if number not in without:
            return own
        first = own or [self._conflict(unit) for unit in bundle if self._outcomes[unit].edits]
        others = tuple(one.at for one in own[1:])
        kept_back = frozenset(self._units.turns_and_paragraphs(bundle))
        return [
            one._replace(is_of_words=bool(lacking), others=others, kept_back=kept_back)
            for one in first[:1]
        ]

    def _of_convention(self, without: Collection[int]) -> set[int]:
        """The bundles that name another convention, and those in the header that go with it.

        None, where most of the text that it changes, and that is there, comes as it says though
        *without* is left out. An entry comes to which something points that is made.
        """
        named, in_header = self._another_convention
        words = {True: 0, False: 0}
        for number, bundle in enumerate(self.bundles if named else ()):
            for unit in self._of_text.keys() & bundle:
                outcome = self._outcomes[unit]
                stays = number in without or (bool(outcome.conflicts) and not outcome.edits)
                words[stays] += self._units.words_there(unit, self._application.there)
        if words[True] <= words[False]:
            return set()
        made = {*self.possible}.difference(without, named, in_header)
        wanted = {name for number in made for name in self.points_to(number)}
        wanted -= {token.identifier for token in self._ours.tokens}
        brought = {number for number in in_header if wanted & self._brought(number)}
        return {*named, *in_header} - brought

    def _doubts_of_what_stays(self, without: Collection[int]) -> set[int]:
        """The bundles that take away what is said of the certainty of that which stays as it is."""
        stay = {
            name
            for number, bundle in enumerate(self.bundles if self._doubts else ())
            for unit in bundle
            if number in without or self._outcomes[unit].conflicts
            for tokens, index in self._units.tokens_of(unit)
            if tokens is self._base
            for name in _IDENTIFIER.findall(tokens.written(index))
        }
        return {number for number, targets in self._doubts.items() if targets & stay}

    @cached_property
    def _doubts(self) -> Mapping[int, Set[str]]:
        """What is said to be uncertain in what the bundles take away, by their numbers."""
        found: dict[int, set[str]] = {}
        for number, bundle in enumerate(self.bundles):
            for tokens, index in chain.from_iterable(map(self._units.tokens_of, bundle)):
                written = tokens.written(index) if tokens.tokens[index].kind == "start" else ""
                if tokens is self._base and name_of(written) == "certainty":
                    found.setdefault(number, set()).update(_POINTER.findall(written))
        return found

    @cached_property
    def _another_convention(self) -> AnotherConvention:
        return another_convention(
            chain.from_iterable(map(self._units.tokens_of, bundle)) for bundle in self.bundles
        )

    def _recorded(self, without: Collection[int]) -> Iterator[Edit]:
        """The edits of base that make of it what ours has taken over."""
        groups: list[int] = []
        refused: dict[int, Collection[str]] = {}
        inner: list[Edit] = []
        for number, bundle in enumerate(self.bundles):
            for unit in bundle:
                outcome = self._outcomes[unit]
                if isinstance(unit, int):
                    if number not in without and not outcome.conflicts:
                        groups.append(unit)
                elif unit in self._leaves:
                    inner += () if number in without else outcome.recorded
                elif isinstance(unit, tuple):
                    refused[unit[1]] = self._refused(unit[1], outcome, is_out=number in without)
        outer = list(taken_over(self._changes, groups, refused))
        yield from outer
        replaced = sorted(edit[:2] for edit in outer if edit.start < edit.end)
        yield from (edit for edit in inner if not lies_in(edit, replaced))

    def _refused(self, tag: int, outcome: Applied, *, is_out: bool) -> Collection[str]:
        """The attributes of the old *tag* that the file has not as the program has them."""
        if is_out:
            new = self._theirs.attributes(self._changes.matched[tag])
            return {*self._base.attributes(tag), *new}
        return [name for conflict in outcome.conflicts for name in conflict.refused]

    def _edits(self, without: Collection[int]) -> list[tuple[Edit, int]]:
        """The edits, each with the number of its bundle, in order."""
        numbers = {
            unit: number
            for number, bundle in enumerate(self.bundles)
            if number not in without
            for unit in bundle
        }
        groups = {unit: self._groups[unit] for unit in numbers if isinstance(unit, int)}
        outer = [
            (edit, numbers[unit])
            for unit, edit in self._application.edits(
                {unit: group for unit, group in groups.items() if self._outcomes[unit].edits}
            )
        ]
        outer += [
            (edit, number)
            for unit, number in numbers.items()
            if isinstance(unit, tuple) and unit[0] == "tag"
            for edit in self._outcomes[unit].edits
        ]
        replaced = sorted(edit[:2] for edit, _ in outer if edit.start < edit.end)
        inner = [
            (edit, number)
            for unit, number in numbers.items()
            if unit in self._leaves
            for edit in self._outcomes[unit].edits
            if not lies_in(edit, replaced)
        ]
        return sorted([*outer, *inner], key=lambda pair: pair[0][:2])

    def _conflict(self, unit: Unit) -> Conflict:
        if isinstance(unit, int):
            return self._application.conflict(self._groups[unit])
        if unit in self._leaves:
            leaf = self._leaves[unit]
            return Conflict(leaf.at, self._theirs.of(leaf.theirs), gone=self._base.of(leaf.base))
        edit = self._outcomes[unit].edits[0]
        return Conflict(edit.start, edit.new)

    def _changed_leaves(self) -> Iterator[tuple[Unit, Leaf]]:
        """The leaves that the program changed, by their keys.

        Of those that the scholar took away only where it has other words.
        """
        ours, theirs = leaves(self._ours), leaves(self._theirs)
        for key, base in leaves(self._base).items():
            if key not in theirs or self._base.of(base) == self._theirs.of(theirs[key]):
                continue
            place = self._places[key]
            if key in ours:
                own = self._application.with_pieces(place) or ours[key]
                yield ("leaf", key), Leaf(base, own, theirs[key], own.start)
            elif self._base.words_of(base) != self._theirs.words_of(theirs[key]):
                both = self._application.joined_with(place)
                at = both.start if both else self._application.nearest(place)
                yield ("leaf", key), Leaf(base, both, theirs[key], at)

    def _carried(self, inner: Mapping[Unit, Applied]) -> Iterator[tuple[Hashable, str]]:
        """The leaves that the program has elsewhere now and the scholar changed, by their keys.

        Each as it will be there, where all changes of the program *inner* to it can be made.
        """
        ours, theirs = leaves(self._ours), leaves(self._theirs)
        for key, base in leaves(self._base).items():
            place = self._places[key]
            if not base.identifier or place in self._changes.matched:
                continue
            own = ours.get(key)
            if own is None or key not in theirs or self._application.with_pieces(place) != own:
                continue
            outcome = inner.get(("leaf", key), Applied([], []))
            if not outcome.conflicts and self._base.of(base) != self._ours.of(own):
                edits = [Edit(e.start - own.start, e.end - own.start, e.new) for e in outcome.edits]
                yield key, edited(self._ours.of(own), edits)

    def _bundles(self) -> list[list[Unit]]:
        """The changes of the outline, by their numbers, and of leaves: which hold together."""
        units: list[Unit] = [*range(len(self._groups)), *self._leaves]
        rewritten = {
            key
            for key, leaf in self._leaves.items()
            if self._base.words_of(leaf.base) != self._theirs.words_of(leaf.theirs)
        }
        old: dict[int, Unit] = {}
        new: dict[int, Unit] = {}
        for number, group in enumerate(self._groups):
            for start, end, other_start, other_end in group:
                old |= dict.fromkeys(range(start, end), number)
                new |= dict.fromkeys(range(other_start, other_end), number)
        joined: list[tuple[Unit, Unit]] = [
            (unit, number)
            for tokens, numbers in ((self._base, old), (self._theirs, new))
            for index, number in numbers.items()
            if (unit := ("leaf", tokens.tokens[index].key)) in self._leaves
        ]
        gone = list(_stretches(self._base, old, rewritten))
        come = list(_stretches(self._theirs, new, rewritten))
        self._of_text: dict[Unit, Counter[str]] = {}
        for sign, stretches in ((-1, gone), (1, come)):
            for stretch in stretches:
                found = self._of_text.setdefault(stretch.unit, Counter())
                for word in stretch.words:
                    found[str(word)] += sign
        return bundles(units, joined, gone, come)

    def _leaf(self, leaf: Leaf) -> Applied:
        versions = (self._base, self._ours, self._theirs)
        return merged_leaf(leaf, *versions, of_editors=self._of_editors)

    def _is_unchanged(self, base: int, ours: int) -> bool:
        """Whether a token of ours is as the program wrote it."""
        return is_unchanged(self._base, base, self._ours, ours)


def _stretches(tokens: Tokens, units: Mapping[int, Unit], leaves: set[Unit]) -> Iterator[Stretch]:
    """The words of *tokens* in a change: of the outline (*units*), or inside of *leaves*."""
    unchanged = 0
    for index in _of_text(tokens):
        token = tokens.tokens[index]
        unit = units.get(index, ("leaf", token.key))
        if index not in units and unit not in leaves:
            unchanged += 1
        elif words_there := tokens.words_of(token):
            yield Stretch(unit, words_there, unchanged)


def _of_text(tokens: Tokens) -> Iterator[int]:
    """The leaves and stray words of the text, and of the lines that are left out of it."""
    depth = 0
    for index, token in enumerate(tokens.tokens):
        if token.kind in ("start", "end"):
            if depth or name_of(tokens.written(index)) in _OF_TEXT:
                depth += 1 if token.kind == "start" else -1
        elif depth and token.kind in ("leaf", "word"):
            yield index
