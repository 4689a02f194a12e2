"""Identifiers are for ever: what a new encoding has in common with the last one keeps its own.

The program numbers what it encodes anew each time; here the numbers of the last encoding are given
back to the same paragraphs, turns and notes, and what is new gets an identifier between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.alignment import differences
from edition.merge.moves import RUN
from edition.tei.document import tree
from edition.tei.ids import NUMBERED, following, number_of
from edition.tei.vocabulary import XML_ID, tei

_ALIKE = 0.6  # share of the words that two versions of one paragraph have in common at least
_PARAGRAPHS = frozenset([tei("seg"), tei("p")])
_ENDS_OF_LABELS = (":", ".", "–", "—", ")")
_WORD = re.compile(r"\w+")
_MOST_PAIRS = 400  # of paragraphs that are compared word by word between two that are the same


_Place = tuple[str, str, int]


class Kept(NamedTuple):
    """The new encoding with the old identifiers, and those that nothing has any more."""

    theirs: bytes
    vanished: tuple[str, ...]


def kept(
    base: bytes, theirs: bytes, taken: Collection[str] = (), ours: Element | None = None
) -> Kept:
    """*theirs* with the identifiers that the same things have in *base*, or else in *ours*.

    Only identifiers of a letter and a number are the program's to give; those made of a name stay.
    No new one is among *taken*, which are those of the scholar's file and those once given.
    """
    names, vanished = _given(tree(base), tree(theirs), taken, ours)
    is_turned = any(name != own for own, name in names.items())
    return Kept(turned(theirs, names) if is_turned else theirs, vanished)


def _given(
    old: Element, new: Element, taken: Collection[str], ours: Element | None
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The name that each element of *new* gets, by its own, and the names of *old* that none gets.

    Where both have the same elements it is none at all. The trees end with this: they take room.
    """
    if _sequence(old) == _sequence(new):
        return {}, ()
    numbered = _numbered(old)
    own = {} if ours is None else _numbered(ours)
    only_there = {name: element for name, element in own.items() if name not in numbered}
    names = _names(numbered, _numbered(new), taken, only_there)
    given = set(names.values())
    return names, tuple(name for name in numbered if name not in given)


def turned(data: bytes, names: Mapping[str, str]) -> bytes:
    """The encoding *data* with the identifiers *names* instead of its own."""
    root = tree(data)
    _rename(root, names)
    head = data[: data.index(b"<TEI")]
    return head + etree.tostring(root, encoding="utf-8") + b"\n"


def identifiers_in(root: Element) -> set[str]:
    """All identifiers in the tree *root*."""
    return {str(name) for name in root.xpath("//@xml:id")}


def _sequence(root: Element) -> list[tuple[str, str]]:
    """The numbered elements in order, with the words of those that hold no others."""
    return [(name, _text(element)) for name, element in _numbered(root).items()]


def _numbered(root: Element) -> dict[str, Element]:
    """The elements of the text whose identifiers are the program's numbers, in order."""
    return {
        name: element
        for element in root.iter(etree.Element)
        if (name := str(element.get(XML_ID, ""))) and NUMBERED.match(name)
    }


def _text(element: Element) -> str:
    """The words of a paragraph or note; '' for what holds others."""
    holds = any(NUMBERED.match(inner.get(XML_ID, "")) for inner in element.iterdescendants("*"))
    return "" if holds else " ".join("".join(element.itertext()).split())


def _names(
    old: Mapping[str, Element],
    new: Mapping[str, Element],
    taken: Collection[str],
    own: Mapping[str, Element],
) -> dict[str, str]:
    """The name that each of *new* gets, by the one that it has now.

    *own* are the elements that only the scholar's file has.
    """
    names = _moved(old, new, dict(_same(old, new)))
    names.update(_same_holders(old, new, names))
    names |= _same_empty_ones(old, new, names)
    given = set(names.values())
    around = _same_holders(old, new, names).items()  # what holds nothing but an empty one
    names |= {name: own for name, own in around if name not in names and own not in given}
    rest = {name: element for name, element in new.items() if name not in names}
    there = _moved(own, rest, {})
    names |= there | _same_holders(own, rest, there)
    used = {*old, *taken, *names.values()}
    highest: Counter[str] = Counter()
    for name in filter(NUMBERED.match, used):
        highest[name[0]] = max(highest[name[0]], number_of(name))
    last: dict[str, str] = {}
    for name in new:
        letter = name[0]
        if name not in names:
            names[name] = following(last.get(letter, f"{letter}0"), highest[letter], used)
            used.add(names[name])
            highest[letter] = max(highest[letter], number_of(names[name]))
        last[names[name][0]] = names[name]
    return names


def _same(old: Mapping[str, Element], new: Mapping[str, Element]) -> Iterator[tuple[str, str]]:
    """Pairs of new and old names of paragraphs that are the same, or nearly so."""
    before, after = _paragraphs(old), _paragraphs(new)
    at = other = 0
    end = (len(before), len(before), len(after), len(after))
    for start, stop, other_start, other_stop in [
        *differences([one[1:3] for one in before], [one[1:3] for one in after]),
        end,
    ]:
        for here, there in zip(before[at:start], after[other:other_start], strict=True):
            yield there.name, here.name
        yield from _alike(before[start:stop], after[other_start:other_stop])
        at, other = stop, other_stop


def _moved(
    old: Mapping[str, Element], new: Mapping[str, Element], names: dict[str, str]
) -> dict[str, str]:
    """*names* with those of paragraphs that stand elsewhere now, and of which there is but one."""
    kept_ones = set(names.values())
    before = _texts_once({n: e for n, e in old.items() if n not in kept_ones})
    after = _texts_once({n: e for n, e in new.items() if n not in names})
    return names | {name: before[text] for text, name in after.items() if text in before}


def _same_empty_ones(
    old: Mapping[str, Element], new: Mapping[str, Element], names: Mapping[str, str]
) -> dict[str, str]:
    """New and old names of what has no words: the same kind behind the same neighbour."""
    given = set(names.values())
    before = _behind(old, {name: name for name in given})
    after = _behind(new, names)
    return {name: before[key] for key, name in after.items() if key in before}


def _behind(elements: Mapping[str, Element], names: Mapping[str, str]) -> dict[_Place, str]:
    """The elements that none of *names* has, by the name before them, kind and number."""
    found: dict[_Place, str] = {}
    last, number = "", 0
    for name, element in elements.items():
        if name in names:
            last, number = names[name], 0
        elif not "".join(element.itertext("{*}*")).strip():
            number += 1
            found[last, str(element.tag), number] = name
    return found


def _texts_once(elements: Mapping[str, Element]) -> dict[tuple[str, str], str]:
    """The names of *elements* by their kind and words, where these are there once."""
    texts = {name: (_kind(e), text) for name, e in elements.items() if (text := _text(e))}
    times = Counter(texts.values())
    return {text: name for name, text in texts.items() if times[text] == 1}


class _Paragraph(NamedTuple):
    """A paragraph or note by its identifier, with its words and who speaks them."""

    name: str
    kind: str
    text: str
    who: str


def _kind(element: Element) -> str:
    """The tag; but a paragraph is one, with numbers of one row, whoever speaks it, or nobody."""
    return "paragraph" if element.tag in _PARAGRAPHS else str(element.tag)


def _paragraphs(numbered: Mapping[str, Element]) -> list[_Paragraph]:
    return [
        _Paragraph(name, _kind(element), text, "" if turn is None else str(turn.get("who", "")))
        for name, element in numbered.items()
        if (text := _text(element))
        for turn in [element.getparent()]
    ]


def _alike(
    before: Sequence[_Paragraph], after: Sequence[_Paragraph], step: int = 0
) -> Iterator[tuple[str, str]]:
    """Pairs, in order, of paragraphs of a kind that are the same, corrected.

    As many of the same speakers between two that stayed are; else those that are so by the first
    of the tests from *step*, and between them by the next ones.
    """
    speakers = [(one.kind, one.who) for one in before]
    if all(who for _, who in speakers) and speakers == [(one.kind, one.who) for one in after]:
        yield from ((new.name, old.name) for old, new in zip(before, after, strict=True))
        return
    if len(before) * len(after) > _MOST_PAIRS or step == len(_TESTS):
        return
    at = other = 0
    pairs = list(_in_order(before, after, _TESTS[step]))
    for start, other_start in [*pairs, (len(before), len(after))]:
        yield from _alike(before[at:start], after[other:other_start], step + 1)
        if start < len(before):
            yield after[other_start].name, before[start].name
        at, other = start + 1, other_start + 1


def _in_order(
    before: Sequence[_Paragraph],
    after: Sequence[_Paragraph],
    is_same: Callable[[_Paragraph, _Paragraph], bool],
) -> Iterator[tuple[int, int]]:
    """The places of paragraphs of a kind that are the same, in order."""
    first = 0
    for there, new in enumerate(after):
        for here in range(first, len(before)):
            old = before[here]
            if new.kind == old.kind and is_same(old, new):
                yield here, there
                first = here + 1
                break


def _are_alike(one: _Paragraph, other: _Paragraph) -> bool:
    """Whether two paragraphs have most of their words in common, or but a label more."""
    short, long = sorted((one.text, other.text), key=len)
    label = long.removesuffix(f" {short}")
    is_labelled = label != long and label.endswith(_ENDS_OF_LABELS)
    return is_labelled or _likeness(_words(short), _words(long)) >= _ALIKE


def _are_alike_of_one(one: _Paragraph, other: _Paragraph) -> bool:
    """Whether two paragraphs of one speaker have most of their words in common."""
    return bool(one.who) and one.who == other.who and _are_alike(one, other)


def _goes_on(one: _Paragraph, other: _Paragraph) -> bool:
    """Whether of two paragraphs of one speaker one begins with all the words of the other."""
    short, long = sorted((_words(one.text), _words(other.text)), key=len)
    return bool(one.who and short) and one.who == other.who and long[: len(short)] == short


def _is_part(one: _Paragraph, other: _Paragraph) -> bool:
    """Whether the words of one paragraph are a run in the other: it was cut, or joined to it."""
    short, long = sorted((one.text, other.text), key=len)
    return len(short.split()) >= RUN and f" {short} " in f" {long} "


_TESTS = (_are_alike_of_one, _are_alike, _goes_on, _is_part)  # the surest first


def _words(text: str) -> list[str]:
    """The words of *text* without their punctuation: “on.” is “on” of “on now”."""
    return _WORD.findall(text.casefold()) or text.split()


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _same_holders(
    old: Mapping[str, Element], new: Mapping[str, Element], names: Mapping[str, str]
) -> dict[str, str]:
    """New and old names of turns, divisions and the like: the same where most they hold is."""
    votes: dict[str, Counter[str]] = {}
    for name, own in names.items():
        if name not in new or own not in old:
            continue
        holders, others = _holders(new[name], new), _holders(old[own], old)
        for tag in holders.keys() & others.keys():
            for one, other in zip(holders[tag], others[tag], strict=False):
                votes.setdefault(one, Counter())[other] += 1
    found: dict[str, str] = {}
    ranked = sorted(
        ((number, name, own) for name, each in votes.items() for own, number in each.items()),
        key=lambda vote: -vote[0],
    )
    given: set[str] = set()
    for _, name, own in ranked:
        if name not in found and own not in given:
            found[name] = own
            given.add(own)
    return found


def _holders(element: Element, numbered: Mapping[str, Element]) -> dict[str, list[str]]:
    """The names of the *numbered* elements around *element* by their tags, from inside out."""
    found: dict[str, list[str]] = {}
    for above in element.iterancestors():
        if (name := str(above.get(XML_ID, ""))) in numbered:
            found.setdefault(str(above.tag), []).append(name)
    return found


def _rename(root: Element, names: Mapping[str, str]) -> None:
    """Give the elements in *root* their *names*, and turn what points to them."""
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            if key == XML_ID:
                element.set(key, names.get(value, value))
            elif "#" in value:
                element.set(key, " ".join(_turned(word, names) for word in value.split()))


def _turned(word: str, names: Mapping[str, str]) -> str:
    return f"#{names.get(word[1:], word[1:])}" if word.startswith("#") else word
