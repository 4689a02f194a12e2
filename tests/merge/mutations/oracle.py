"""What must hold of a merged file, said without any of the code that merges.

*base* is what the program wrote, *ours* what the scholar made of it, *theirs* what the program
writes now (with the identifiers of *base*), *result* what came of the three.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from lxml import etree

from edition.checking.relaxng import check_grammar
from edition.resources import SCHEMAS
from edition.tei.document import parse
from edition.tei.reading import counts
from tests.merge.mutations.versions import Shape, Version, loose

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TEI = "{http://www.tei-c.org/ns/1.0}"
MARK = re.compile(r"ZQ\d+Z")
_ENTRIES = frozenset({f"{_TEI}person", f"{_TEI}place", f"{_TEI}org"})
_RARE = 1  # what stands more often may by chance go at one place and come at another

_REMARK = re.compile("<!--.*?-->", re.DOTALL)


@dataclass
class Oracle:
    """The four versions; :meth:`faults` are what should not be."""

    base: Version
    ours: Version
    theirs: Version
    result: Version
    conflicts: int
    told: frozenset[str]  # identifiers of which a finding says that they are gone

    def faults(self) -> Iterator[str]:
        yield from self._marks()
        yield from self._identifiers()
        yield from self._leaves()
        yield from self._attributes()
        yield from self._order()
        yield from self._text()
        yield from self._soundness()

    def _marks(self) -> Iterator[str]:
        before, after = (
            Counter(MARK.findall(self.ours.text)),
            Counter(MARK.findall(self.result.text)),
        )
        for mark, times in before.items():
            if after[mark] != times and not self._is_pointed(mark):
                yield f"mark {mark}: {times} times before, {after[mark]} after"

    def _is_pointed(self, mark: str) -> bool:
        """What the scholar renamed may be pointed to by more, or less."""
        return any(mark in MARK.findall(name) for name in self.ours.by_id)

    def _identifiers(self) -> Iterator[str]:
        found, own = (
            Counter(re.findall(r"""xml:id=["']([^"']*)""", _REMARK.sub("", version.text)))
            for version in (self.result, self.ours)
        )
        for name, times in found.items():
            if times > 1 and own[name] < 2:
                yield f"{name} is there {times} times"
        for name in self.ours.by_id.keys() - found.keys() - self.told:
            if name not in self.base.by_id or name in self.theirs.by_id:
                yield f"{name} of the scholar is lost"
        for name in self.base.by_id.keys() - self.ours.by_id.keys():
            if name in found:
                yield f"{name}, which the scholar took away, is there again"

    def _leaves(self) -> Iterator[str]:
        old, own, new, now = (v.shapes for v in (self.base, self.ours, self.theirs, self.result))
        for name, mine in own.items():
            if name in now:
                yield from self._leaf(name, mine, now[name])
            elif name not in self.result.by_id and name in old and loose(mine) != loose(old[name]):
                yield f"{name}, which the scholar changed, is lost"
        for name in new.keys() - old.keys() - own.keys():
            is_so = name in now and loose(now[name]) == loose(new[name])
            if name in now and not (self.conflicts or is_so or self._means_what_is_gone(name)):
                yield f"{name}: new by the program, and not so"
            if name not in self.result.by_id and not self.conflicts and not self._is_joined(name):
                yield f"{name}: new by the program, and not there"

    def _leaf(self, name: str, mine: Shape, now: Shape) -> Iterator[str]:
        old, new = self.base.shapes.get(name), self.theirs.shapes.get(name)
        is_entry = mine[0] in _ENTRIES  # made of parts, each on a line
        is_so = loose(now) == loose(mine) if self._moves or is_entry else now == mine
        is_leaf = (old is not None) == (name in self.base.by_id or name in self.theirs.by_id)
        if old == new and is_leaf and not is_so and not self._has_words_of_another(name):
            yield f"{name}: only the scholar changed it, and it is not so"
        is_programs = old is not None and new is not None and mine == old and not self.conflicts
        if (
            is_programs
            and new is not None
            and loose(now) != loose(new)
            and not self._means_what_is_gone(name)
        ):
            yield f"{name}: only the program changed it, and it is not so"

    def _means_what_is_gone(self, name: str) -> bool:
        """Whether the program marks in *name* what the scholar took away: then no mark comes."""
        gone = {f"#{one}" for one in self.base.by_id.keys() - self.ours.by_id.keys()}
        inner = self.theirs.by_id[name].iter(etree.Element)
        return any(not gone.isdisjoint(value.split()) for e in inner for value in e.values())

    def _is_joined(self, name: str) -> bool:
        """Whether what the program has new in *name* is in the result, in another paragraph."""
        new = _runs(self.theirs.by_id[name])
        return 2 * len(new & _runs(self.result.root)) > len(new)

    def _has_words_of_another(self, name: str) -> bool:
        """Whether the scholar has in *name* words of another paragraph, which the program changed.

        It was cut, or the two were joined. Most words of a piece are still those of the whole.
        """
        own, words = _runs(self.ours.by_id[name]), set(_words(self.ours.by_id[name]))
        is_new = name not in self.base.by_id
        return any(
            own & _runs(self.base.by_id[other])
            or (is_new and 2 * len(words & set(_words(self.base.by_id[other]))) > len(words))
            for other in self.base.shapes.keys() & self.theirs.shapes.keys() - {name}
            if self.base.shapes[other] != self.theirs.shapes[other]
        )

    def _attributes(self) -> Iterator[str]:
        for name, element in self.ours.by_id.items():
            old, new = self.base.by_id.get(name), self.theirs.by_id.get(name)
            now = self.result.by_id.get(name)
            if now is None or old is None or new is None:
                continue
            for key in {*element.keys(), *old.keys(), *new.keys()}:
                mine, was, will = element.get(key), old.get(key), new.get(key)
                wanted = mine if mine != was else will
                if now.get(key) != wanted and not (mine == was and self.conflicts):
                    yield f"{name}/@{key} is {now.get(key)}, not {wanted}"

    @cached_property
    def _moves(self) -> bool:
        """Whether the program has something elsewhere than before."""
        known = self.base.by_id.keys() & self.theirs.by_id.keys()
        before = [name for name in self.base.by_id if name in known]
        return before != [name for name in self.theirs.by_id if name in known]

    def _order(self) -> Iterator[str]:
        if self._moves:
            return
        stay = {
            name
            for name, holder in self.base.holders.items()
            if self.theirs.holders.get(name, holder) == holder
        }
        for known in (stay, self.ours.by_id.keys() - self.base.by_id.keys()):
            yield from self._order_of(known)
        yield from self._places()

    def _order_of(self, known: Container[str]) -> Iterator[str]:
        own = [name for name in self.ours.by_id if name in self.result.by_id and name in known]
        now = [name for name in self.result.by_id if name in self.ours.by_id and name in known]
        if own != now:
            at = next(
                i for i, (one, other) in enumerate(zip(own, now, strict=True)) if one != other
            )
            yield f"the order is another at {own[at]}: {now[at]}"

    def _places(self) -> Iterator[str]:
        last = ""
        for name, holder in self.ours.holders.items():
            known = name if name in self.base.by_id else last  # goes along with its neighbour
            last = known
            was, will = self.base.holders.get(known), self.theirs.holders.get(known)
            here = self.result.holders.get(name, holder)
            if (holder != was or was == will) and here != holder:
                yield f"{name} is in {here}, not in {holder}"

    def _text(self) -> Iterator[str]:
        old, own, new, now = (v.words for v in (self.base, self.ours, self.theirs, self.result))
        if old == new and own != now:
            yield "the program changed no word, and they are others"
        is_same_outline = self.ours.leaves.keys() == self.base.leaves.keys()
        if own == old and not self.conflicts and is_same_outline and now != new:
            yield "the scholar changed no word, and they are not those of the program"
        pairs = {"".join(map(_letters, pair)): pair for pair in pairwise(old)}
        versions = (old, _apart(own, pairs), new, _apart(now, pairs))
        yield from _counted("word", [Counter(map(_letters, words)) for words in versions])

    def _soundness(self) -> Iterator[str]:
        if missing := self.result.broken - self.ours.broken:
            yield f"nothing has the identifiers {sorted(missing)[:3]}, to which something points"
        if not self.result.is_valid and self.ours_is_valid:
            found = check_grammar(parse(self.result.data, "m.xml"), SCHEMAS / "edition.rng")
            yield f"not valid: line {found[0].line}: {found[0].message[:100]}"
        yield from self._figures()

    @cached_property
    def ours_is_valid(self) -> bool:
        return self.ours.is_valid

    def _figures(self) -> Iterator[str]:
        real = counts(self.result.root)
        for element in self.result.root.iter(f"{_TEI}tagUsage"):
            wanted = real.tags.get(element.get("gi", ""))
            if str(wanted) != element.get("occurs"):
                yield f"tagUsage {element.get('gi')} says {element.get('occurs')}, not {wanted}"
        for element in self.result.root.iterfind(f".//{_TEI}fileDesc/{_TEI}extent/{_TEI}measure"):
            wanted = real.measures().get(element.get("unit", ""))
            if wanted is not None and element.get("quantity") != str(wanted):
                yield f"{element.get('unit')}: {element.get('quantity')}, not {wanted}"


def _apart(words: Sequence[str], pairs: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """*words*, but two of *pairs* between which the scholar took the space away are two."""
    known = {word for pair in pairs.values() for word in pair}
    for word in words:
        yield from pairs.get(_letters(word), (word,)) if word not in known else (word,)


def _words(element: Any) -> list[str]:
    return list(filter(None, map(_letters, "".join(element.itertext()).split())))


def _runs(element: Any) -> set[tuple[str, ...]]:
    words = _words(element)
    return {tuple(words[at : at + 3]) for at in range(max(len(words) - 2, 1))} - {()}


def _letters(word: str) -> str:
    """*word* without its punctuation: the scholar may change the one, the program the other.

    Also without marks, which are counted for themselves: they may stand in a note close by.
    """
    return "".join(filter(str.isalnum, MARK.sub("", word)))


def _counted(what: str, four: list[Counter[str]]) -> Iterator[str]:
    """What is there more or less often than one of the two changes makes it, or both."""
    for one in set().union(*four) - {""}:
        was, mine, will, here = (each[one] for each in four)
        if max(was, will) > _RARE:
            continue
        bounds = sorted((mine, mine + will - was))
        if not max(bounds[0], 0) <= here <= bounds[1]:
            yield f"the {what} {one}: {was}, {mine}, {will} times, now {here}"
