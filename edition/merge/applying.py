"""Changes of the program, made in the scholar's file where the scholar has changed nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from edition.alignment import Difference
from edition.merge.changes import Changes, matched, matched_anywhere
from edition.merge.moves import RUN
from edition.merge.places import Places, Span
from edition.merge.tokens import Tokens, name_of
from edition.tei.ids import NUMBERED
from edition.tei.tags import with_attributes

_MEANT = ("ref", "who")
_DECISION = (*_MEANT, "cert", "resp")


class Edit(NamedTuple):
    """Characters *start* to *end* of the scholar's file become *new*."""

    start: int
    end: int
    new: str


class Conflict(NamedTuple):
    """At character *at* of the scholar's file both have changed the same: it stays as it is.

    *program* is what the program would have there now; *is_of_words*: it has other words there;
    *refused* are the attributes of a tag of which it has others.
    """

    at: int
    program: str
    is_of_words: bool = False
    refused: tuple[str, ...] = ()


class Applied(NamedTuple):
    """The edits that make the changes, and the changes that cannot be made.

    *lacks_words*: the scholar has taken away, or elsewhere, words that the program takes away.
    *recorded* makes of a paragraph that the program wrote last what the scholar's has taken over.
    """

    edits: list[Edit]
    conflicts: list[Conflict]
    lacks_words: bool = False
    recorded: Sequence[Edit] = ()


_MOST_PLACES = 60  # that are tried, between two paragraphs that nobody changed

Key = Hashable
Unchanged = Callable[[int, int], bool]


class Application:
    """*changes* of the program, to be made in the tokens *ours* of the scholar.

    *unchanged* says of a token of the old version and the one of ours that has its key whether
    they are the same in all.
    """

    def __init__(self, changes: Changes, ours: Tokens, unchanged: Unchanged) -> None:
        self._changes = changes
        self._old, self._new, self._ours = changes.old, changes.new, ours
        self._unchanged = unchanged
        self._at = matched_anywhere(changes.old, ours)
        self._chosen: dict[Difference, int | None] = {}
        self._identifiers = {token.identifier for token in ours.tokens} - {""}

    def outcomes(self) -> list[Applied]:
        """What comes of each change: its edits, or one conflict."""
        return [self._outcome(group) for group in self._changes.together]

    def _outcome(self, group: Sequence[Difference]) -> Applied:
        lacks = self._lacks_words(group)
        if self._is_made(group):
            return Applied([], [], lacks)
        edits = self._edits(group)
        return Applied([], [self.conflict(group)], lacks) if edits is None else Applied(edits, [])

    def _lacks_words(self, group: Sequence[Difference]) -> bool:
        return any(
            index not in self._at and self._old.words_in(index, index + 1)
            for difference in group
            for index in range(difference.start, difference.end)
        )

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
                    self._chosen[whole] = self._place(first)
                joined.append((whole, own))
            else:
                joined.append((difference, key))
        for difference, key in joined:
            yield key, self._edit(difference)

    def _touch(self, one: Difference, other: Difference) -> bool:
        """Whether *other* begins where *one* ends, in all three versions."""
        if (one.end, one.other_end) != (other.start, other.other_start):
            return False
        behind = self._at[one.end - 1] + 1 if one.start < one.end else self._place(one)
        return behind == self._place(other)

    def _is_made(self, group: Sequence[Difference]) -> bool:
        """Whether ours has the change already, or at least nothing of what it takes away."""
        gone = [index for d in group for index in range(d.start, d.end)]
        if any(index in self._at or self._remains(index) for index in gone):
            return False
        new = [index for d in group for index in range(d.other_start, d.other_end)]
        return not new or self._is_there(group)

    def _remains(self, index: int) -> bool:
        """Whether the scholar has the words of the old paragraph at *index* in another."""
        return self._changes.is_outline and self._places.remains(index)

    @cached_property
    def _places(self) -> Places:
        return Places(self._old, self._ours, matched(self._old, self._ours))

    def _is_there(self, group: Sequence[Difference]) -> bool:
        """Whether what the change brings stands in ours at its place, by whomsoever."""
        for difference in group:
            if difference.other_start == difference.other_end:
                continue
            place = self._between(difference)
            keys = self._new.keys[difference.other_start : difference.other_end]
            if place is None or not _holds(self._ours.keys[place[0] : place[1]], keys):
                return False
        return True

    def _between(self, difference: Difference) -> tuple[int, int] | None:
        """The tokens of ours between the neighbours of *difference*; None if they are not there."""
        left = -1 if difference.start == 0 else self._at.get(difference.start - 1)
        last = len(self._ours.tokens)
        right = last if difference.end == len(self._old.tokens) else self._at.get(difference.end)
        return None if left is None or right is None else (left + 1, right)

    def _edits(self, group: Sequence[Difference]) -> list[Edit] | None:
        """The edits that make *group*; None where the scholar has been."""
        places: dict[int, int] = {}  # of each new token: the index in ours before which it comes
        for difference in group:
            if not self._is_untouched(difference) or self._doubles(difference, group):
                return None
            if self._is_there_nearly(difference):
                return None
            if (place := self._place(difference)) is None:
                return None
            places |= dict.fromkeys(range(difference.other_start, difference.other_end), place)
        if not self._parts_no_pair(group):
            return None
        if not all(self._fits(d, places) for d in group) and not self._nests(group, places):
            return None
        return [self._edit(difference) for difference in group]

    def _is_untouched(self, difference: Difference) -> bool:
        """Whether all that goes stands in ours as the program wrote it, with nothing between."""
        gone = range(difference.start, difference.end)
        there = [self._at.get(index) for index in gone]
        return all(
            at is not None and at == (there[0] or 0) + offset and self._unchanged(index, at)
            for offset, (index, at) in enumerate(zip(gone, there, strict=True))
        )

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
        place = self._between(difference)
        if difference.start < difference.end or place is None or place[0] >= place[1]:
            return False
        coming = self._new.tokens[difference.other_start : difference.other_end]
        if any(one.identifier and not NUMBERED.match(one.identifier) for one in coming):
            return False
        new = self._new.words_in(difference.other_start, difference.other_end)
        own = self._ours.words_in(*place)
        size = min(RUN, len(new))
        runs = [own[at : at + size] for at in range(len(own) - size + 1)]
        return size > 0 and any(new[at : at + size] in runs for at in range(len(new) - size + 1))

    def _place(self, difference: Difference) -> int | None:
        """The index in ours before which the new tokens come; None if there is no such place."""
        if difference.start < difference.end:
            return self._at[difference.start]
        if difference not in self._chosen:
            self._chosen[difference] = self._chosen_place(difference)
        return self._chosen[difference]

    def _chosen_place(self, difference: Difference) -> int | None:
        near = self._near(difference)
        new = range(difference.other_start, difference.other_end)
        if not self._changes.is_outline or not self._new.words_in(new.start, new.stop):
            return near
        span = self._places.before(difference.start)
        if span is None or not self._new.is_balanced(new.start, new.stop):
            return None if span is None or near is None or not _lies(near, span) else near
        places = [*range(span.first, min(span.last, span.first + _MOST_PLACES) + 1)]
        if near is not None and _lies(near, span):
            places.insert(0, near)
        fitting = (at for at in places if self._fits(difference, dict.fromkeys(new, at)))
        return next(fitting, near if near in places else None)

    def _near(self, difference: Difference) -> int | None:
        """The index in ours that is nearest to the place of the new tokens.

        Where something stands between the neighbours in ours, a start tag comes close before what
        it encloses, and all else close behind what it follows.
        """
        left = self._left(difference)
        right = self._at.get(difference.end)
        last = difference.other_end - 1
        opens = self._new.partners.get(last, -1) > last
        is_next = difference.start == 0 or difference.start - 1 in self._at
        if right is not None and (opens or not is_next):
            return right
        return None if left is None else left + 1

    def _left(self, difference: Difference) -> int | None:
        """The token of ours behind which the new ones come; None if it is not there.

        Of a paragraph that the scholar cut in two or more it is the last.
        """
        if difference.start == 0:
            return -1
        old = self._behind_which(difference.start - 1)
        left = self._at.get(old)
        if left is None or self._ours.tokens[left].kind != "leaf":
            return left
        before = self._old.words_of(self._old.tokens[old])
        for index in range(left + 1, len(self._ours.tokens)):
            token = self._ours.tokens[index]
            if token.kind != "leaf" or not _holds(before, self._ours.words_of(token)):
                break
            left = index
        return left

    def _behind_which(self, index: int) -> int:
        """The old token at *index*, or the nearest before it, beside it, that ours still has."""
        while self._changes.is_outline and index not in self._at:
            token = self._old.tokens[index]
            if token.kind == "start" or index == 0:
                break
            index = self._old.partners.get(index, index) - 1 if token.kind == "end" else index - 1
        return index

    def _fits(self, difference: Difference, places: Mapping[int, int]) -> bool:
        """Whether the new tokens come into the element in which the program has them.

        Whole paragraphs may also come into a turn that the scholar made, having cut one in two;
        and the two tags of one element into one that the scholar put there.
        """
        first, last = difference.other_start, difference.other_end
        parent = self._new.enclosing(first)
        if first == last or parent in places:
            return True
        there = self._ours.enclosing(places[first])
        if parent < 0 or parent not in self._known:
            return parent < 0 and there < 0  # or it comes with a change that may not be made
        if self._at.get(self._known[parent]) == there:
            return True
        if self._new.is_balanced(first, last):
            return self._is_cut_off(there, parent) or self._goes_along(first, there)
        partners = [self._new.partners.get(index, -1) for index in range(first, last)]
        return all(
            partner in places and self._ours.enclosing(places[partner]) == there
            for partner in partners
        )

    def _nests(self, group: Sequence[Difference], places: Mapping[int, int]) -> bool:
        """Whether in ours with *group* what comes is in what the program has it in.

        And each tag that stays is the partner of the one it is the partner of now.
        """
        gone = {self._at[index] for d in group for index in range(d.start, d.end)}
        coming: dict[int, list[int]] = {}
        for index, place in sorted(places.items()):
            coming.setdefault(place, []).append(index)
        opened: list[int] = []  # tags of ours; of the new ones the number below 0
        for at in range(len(self._ours.tokens) + 1):
            if not all(self._is_nested(index, opened) for index in coming.get(at, ())):
                return False
            if at == len(self._ours.tokens) or at in gone or at not in self._ours.partners:
                continue
            if self._ours.tokens[at].kind == "start":
                opened.append(at)
            elif not opened or not self._closes(at, opened.pop()):
                return False
        return not opened

    def _is_nested(self, index: int, opened: list[int]) -> bool:
        """Whether the new token at *index* may come into what is *opened*, which it may change."""
        if self._new.tokens[index].kind == "end":
            return bool(opened) and opened.pop() in self._images(self._new.partners.get(index))
        parent = self._new.parents[index]
        is_right = (opened[-1] if opened else None) in self._images(parent if parent >= 0 else None)
        if index in self._new.partners:
            opened.append(-1 - index)
        return is_right

    def _images(self, index: int | None) -> tuple[int | None, int | None]:
        """What the new tag at *index* may be among those opened: itself, or that of ours."""
        if index is None:
            return None, None
        return -1 - index, self._at.get(self._known.get(index, -1), -1 - index)

    def _closes(self, at: int, start: int) -> bool:
        """Whether the end tag *at* of ours ends what begins with *start*."""
        if start >= 0:
            return self._ours.partners[at] == start
        end = self._known.get(self._new.partners.get(-1 - start, -1))
        return end is not None and self._at.get(end) == at

    def _goes_along(self, index: int, there: int) -> bool:
        """Whether *there* is where the scholar put the paragraph before a new one.

        And took the turn of both away.
        """
        before = self._at.get(self._known.get(index - 1, -1))
        return (
            before is not None
            and self._new.tokens[index - 1].kind == self._new.tokens[index].kind == "leaf"
            and self._at.get(self._known[self._new.parents[index]]) is None
            and self._ours.parents[before] == there
        )

    def _is_cut_off(self, there: int, parent: int) -> bool:
        """Whether the element *there* of ours is a turn made by the scholar, and *parent* one."""
        if there < 0 or self._ours.tokens[there].key in self._changes.old.keys:
            return False
        names = {name_of(self._new.written(parent)), name_of(self._ours.written(there))}
        return names == {"u"}

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
        """Whether the scholar's element has the words that the old one has, no more, no less."""
        if start not in self._at or end not in self._at:
            return False
        words = self._ours.words_in(self._at[start], self._at[end])
        return words == self._old.words_in(start, end)

    @cached_property
    def _known(self) -> Mapping[int, int]:
        """The index in the old version of each new token that stands in both."""
        return {there: here for here, there in self._changes.matched.items()}

    def _edit(self, difference: Difference) -> Edit:
        """The change in the text of ours; white space there stays as far as it can."""
        place = self._place(difference) or 0
        written = self._new.stretch(difference.other_start, difference.other_end)
        if difference.start == difference.end:
            return self._insertion(difference, place, written)
        ours = self._ours
        count = difference.end - difference.start
        start, end = ours.tokens[place].start, ours.tokens[place + count - 1].end
        before, after = ours.gap(place), ours.gap(place + count)
        was_before, was_after = self._old.gap(difference.start), self._old.gap(difference.end)
        if not written:
            was = (bool(was_before), bool(was_after))
            left = self._left_over(
                difference, before, after, is_own=was != (bool(before), bool(after))
            )
        else:
            new_before = self._new.gap(difference.other_start)
            new_after = self._new.gap(difference.other_end)
            left = (
                _gap(before, was_before, new_before) + written + _gap(after, was_after, new_after)
            )
        return _tight(Edit(start - len(before), end + len(after), left), ours.text)

    def _left_over(self, difference: Difference, before: str, after: str, *, is_own: bool) -> str:
        """The white space in the place of what goes; *is_own*: the scholar changed it."""
        gap = self._new.gap(difference.other_start)
        if is_own:
            return before + after or (gap if difference.end - difference.start > 1 else "")
        return (after or before or gap) if gap else ""

    def _insertion(self, difference: Difference, place: int, written: str) -> Edit:
        ours, new = self._ours, self._new
        before, after = new.gap(difference.other_start), new.gap(difference.other_end)
        gap, was = ours.gap(place), self._old.gap(difference.start)
        is_lacking = not gap and not was  # and not taken out by the scholar
        if before and not after and place < len(ours.tokens):
            at = ours.tokens[place].start
            return Edit(at, at, (before if is_lacking else "") + written)
        at = ours.tokens[place - 1].end if place else 0
        if not before and not after and gap and was:
            return Edit(at, at + len(gap), written)
        return Edit(at, at, (before if after else "") + written + (after if is_lacking else ""))

    def gaps(self) -> Iterator[Edit]:
        """White space between words that all three have, where the program put it or took it."""
        back = self._changes.matched
        for old, new in back.items():
            if back.get(old + 1) != new + 1:
                continue
            was, will = self._old.gap(old + 1), self._new.gap(new + 1)
            at = self._at.get(old)
            if bool(was) == bool(will) or at is None or self._at.get(old + 1) != at + 1:
                continue
            gap = self._ours.gap(at + 1)
            if bool(gap) == bool(was):
                end = self._ours.tokens[at].end
                yield Edit(end, end + len(gap), will)

    def conflict(self, group: Sequence[Difference]) -> Conflict:
        """The conflict that *group* is, where it is not made."""
        written = (self._new.stretch(d.other_start, d.other_end) for d in group)
        place = self.nearest(group[0].start)
        return Conflict(place, " … ".join(filter(None, written)), self._has_words(group))

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
            changed, refused = _attributes(
                self._old.attributes(old), self._ours.attributes(ours), self._new.attributes(new)
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


def _gap(ours: str, old: str, new: str) -> str:
    """The white space at one side: that of ours, but where only the program put or took it."""
    return new if bool(ours) == bool(old) != bool(new) else ours


def _tight(edit: Edit, text: str) -> Edit:
    """*edit* without the white space at its ends that stays."""
    start, end, new = edit
    while start < end and new and text[start] == new[0] and text[start].isspace():
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1] and new[-1].isspace():
        end, new = end - 1, new[:-1]
    return Edit(start, end, new)


def _lies(place: int, span: Span) -> bool:
    return span.first <= place <= span.last


def _holds(keys: Sequence[Hashable], wanted: Sequence[Hashable]) -> bool:
    """Whether *wanted*, not empty, stands in *keys*, one after the other."""
    count = len(wanted) or len(keys) + 1
    return any(keys[at : at + count] == wanted for at in range(len(keys) - count + 1))


def _attributes(
    old: Mapping[str, str], ours: Mapping[str, str], new: Mapping[str, str]
) -> tuple[dict[str, str | None], dict[str, str]]:
    """The attributes to be changed (None is to be taken out), and those the scholar changed too.

    Who or what is meant, how surely, and who says so, is one thing that somebody decides.
    """
    changed: dict[str, str | None] = {}
    refused: dict[str, str] = {}
    is_decided = any(ours.get(name) != old.get(name) for name in _DECISION)
    is_agreed = all(ours.get(name) == new.get(name) for name in _MEANT)
    for name in [*new, *(name for name in old if name not in new)]:
        value = new.get(name)
        if value == old.get(name) or value == ours.get(name):
            continue
        if is_decided and name in _DECISION:
            if not is_agreed:
                refused[name] = value or ""
        elif ours.get(name) == old.get(name):
            changed[name] = value
        else:
            refused[name] = value or ""
    return changed, refused


def edited(text: str, edits: Sequence[Edit]) -> str:
    """*text* with *edits*, of which no two overlap but in white space (:func:`overlapping`)."""
    return "".join(piece for *_, piece in pieces(text, edits))


def overlapping(edits: Sequence[Edit], text: str) -> int | None:
    """The number of an edit that changes what another changes too; None if there is none."""
    at = 0
    for number, edit in sorted(enumerate(edits), key=lambda pair: pair[1][:2]):
        if edit.start < at and text[edit.start : min(at, max(edit.end, edit.start + 1))].strip():
            return number
        at = max(at, edit.end)
    return None


def pieces(text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int, str]]:
    """*text* with *edits*, in pieces: each with the characters of *text* that it stands for."""
    at = 0
    last = ""
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        left = new.lstrip() if start < at and last[-1:].isspace() else new
        yield at, max(at, start), text[at:start]
        yield max(at, start), max(at, end), left
        last = left or text[at:start] or last
        at = max(at, end)
    yield at, len(text), text[at:]


def _first(pair: tuple[Difference, object]) -> Difference:
    return pair[0]
