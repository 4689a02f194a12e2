"""What is merged is sound: it is well-formed, points to what is there, and has all its words.

The scholar took an entry away, and the program marks a name of it: then the name is not marked.
The program has an entry no more, and the scholar points to it: then the entry is the scholar's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Set
from functools import cached_property

from lxml import etree
from lxml.etree import _Element as Element

from edition.merge.holders import Holders
from edition.merge.merging import Merged, Merging
from edition.merge.order import changed, lines
from edition.merge.plan import Plan
from edition.tei.document import tree
from edition.tei.editing import Edit, Editing
from edition.tei.vocabulary import XML_ID, tei

_TURNS = 8  # each settles all that the one before has laid open
_MOST_TRIES = 80  # to find the changes that cannot be made
_RARE = 3  # a word that stands so often at most is not the same word by chance

_POINTER = re.compile(r"""["' ]#([^\s"']+)""")

Errors = Callable[[bytes], Counter[str]]


def merged_soundly(
    base: bytes, ours: bytes, theirs: bytes, name: str, errors: Errors = lambda _: Counter()
) -> Merged:
    """As :func:`edition.merge.merging.merge`, but the result is sound wherever *ours* is.

    It is well-formed, points to what is there (but where *ours* or *theirs* does not), no
    identifier is there twice, no word that moves is there twice or nowhere, and *errors*, counted
    by kind, are no more than those of *ours*. A change that is in the way of that is left out, and
    told (E010).
    """
    if theirs in (base, ours):
        return Merged(ours, theirs)
    if ours == base:
        return Merged(theirs, theirs)
    most_words = changed(lines(tree(base)), lines(tree(theirs)))
    sound = _Soundness((ours, theirs), Holders(base, ours, theirs), most_words, errors)
    for _ in range(_TURNS):
        merging = Merging(base, ours, theirs, name)
        left_out = _twice_or_nowhere(merging.plan)
        result = merging.merged(left_out)
        missing = sound.missing(result.data)
        gone = missing & sound.identifiers
        known = identifiers(tree(base))
        away = missing & known - gone
        base = _without_pointers(_without_entries(base, gone), away)
        rest = missing - gone - away - merging.plan.identifiers
        simpler = _without_new_marks(_without_pointers(theirs, away), rest, known)
        if not gone and not away and simpler == theirs:
            break
        theirs = simpler
    if sound.holds(result.data):
        return result
    return merging.merged(left_out | _in_the_way(merging, left_out, sound))


class _Soundness:
    """What must hold of a merged file: see :func:`merged_soundly`."""

    def __init__(
        self, versions: tuple[bytes, bytes], holders: Holders, most_words: int, errors: Errors
    ) -> None:
        """*versions* are ours and theirs: what points to nothing in one may do so in the result."""
        ours, theirs = versions
        root = tree(ours)
        self._holders = holders
        self.identifiers = identifiers(root)
        self.dangling = broken(root) | broken(tree(theirs))
        self._times = Counter(map(str, root.xpath("//@xml:id")))
        self._lines = lines(root)
        self._most_words = most_words
        self._ours = ours
        self._errors = errors

    def missing(self, data: bytes) -> set[str]:
        """The identifiers that are not there, and something in *data* points to."""
        try:
            return broken(tree(data)) - self.dangling
        except etree.XMLSyntaxError:
            return set()

    def holds(self, data: bytes) -> bool:
        """Whether *data* is sound."""
        return self._is_whole(data) and self._is_no_worse(data)

    def _is_whole(self, data: bytes) -> bool:
        """Whether *data* is well-formed, points to what is there, and has its words in place."""
        try:
            root = tree(data)
        except etree.XMLSyntaxError:
            return False
        times = Counter(map(str, root.xpath("//@xml:id")))
        return (
            all(number <= max(self._times[name], 1) for name, number in times.items())
            and not broken(root) - self.dangling
            and self._holders.are_right(root)
            and changed(self._lines, lines(root)) <= self._most_words
        )

    def _is_no_worse(self, data: bytes) -> bool:
        found = self._errors(data)
        return not found or found <= self._errors_before

    @cached_property
    def _errors_before(self) -> Counter[str]:
        return self._errors(self._ours)


def _in_the_way(merging: Merging, left_out: Set[int], sound: _Soundness) -> set[int]:
    """Bundles of changes without which the file is sound: few, found by halving."""
    wanted = [number for number in range(len(merging.plan.bundles)) if number not in left_out]
    without = {number for number in wanted if _points_nowhere(merging.plan, number, sound)}
    todo = [[number for number in wanted if number not in without]]
    kept: set[int] = set()
    tries = 0
    while todo:
        group = todo.pop(0)
        tries += 1
        others = set(wanted) - kept - set(group)
        if tries <= _MOST_TRIES and sound.holds(merging.merged(left_out | others).data):
            kept |= set(group)
        elif tries > _MOST_TRIES or len(group) == 1:
            without |= set(group)
        elif group:
            middle = len(group) // 2
            todo = [group[:middle], group[middle:], *todo]
    return without


def _points_nowhere(plan: Plan, number: int, sound: _Soundness) -> bool:
    """Whether the bundle *number* points to what neither ours has nor any change can bring."""
    pointed = set(_POINTER.findall(" ".join(edit.new for edit in plan.edits_of(number))))
    return bool(pointed - sound.identifiers - sound.dangling - plan.identifiers)


def _twice_or_nowhere(plan: Plan) -> set[int]:
    """Bundles with a word that another would take away or bring, which cannot be made.

    Only of rare words: that another stands in both places is chance.
    """
    out: set[int] = set()
    lacking = plan.lacking
    if not lacking:
        return out
    times = plan.times
    moved = {number: plan.moved(number) for number in plan.possible}
    while True:
        amiss = {
            number
            for number, words in moved.items()
            if number not in out
            and any(times[w] <= _RARE and lacking[w] * times_here < 0 for w, times_here in words)
        }
        if not amiss:
            return out
        out |= amiss
        for number in amiss:
            for word, here in moved[number]:
                lacking[word] += here


def identifiers(root: Element) -> set[str]:
    """The identifiers in the tree *root*."""
    return {str(name) for name in root.xpath("//@xml:id")}


def broken(root: Element) -> set[str]:
    """The identifiers to which something in the tree *root* points, and nothing has."""
    pointed = {
        word[1:]
        for value in root.xpath("//@*[starts-with(., '#') or contains(., ' #')]")
        for word in str(value).split()
        if word.startswith("#") and len(word) > 1
    }
    return pointed - identifiers(root)


def _without_entries(data: bytes, names: Collection[str]) -> bytes:
    """*data* without the elements that have one of *names*."""
    file = Editing(data, "")
    gone = [element for element in file.root.iter(etree.Element) if element.get(XML_ID) in names]
    outermost = [e for e in gone if not any(above in gone for above in e.iterancestors())]
    return file.edited([file.without(element) for element in outermost])


def _without_pointers(data: bytes, names: Collection[str]) -> bytes:
    """*data* without what points to *names*: marks of names, statements; or only the pointer."""
    file = Editing(data, "")
    wanted = {f"#{name}" for name in names}
    pointing = [e for e in file.root.iter(etree.Element) if _pointers(e, wanted)]
    edits = [edit for element in pointing for edit in _unpointed(file, element, wanted)]
    return file.edited(_apart(edits))


def _without_new_marks(data: bytes, names: Collection[str], known: Set[str]) -> bytes:
    """*data*, where names that mean one of *names* are no names in paragraphs that are not *known*.

    A new paragraph is better without a mark than not there.
    """
    if not names:
        return data
    file = Editing(data, "")
    wanted = {f"#{name}" for name in names}
    marks = [
        element
        for element in file.root.iterfind(f"{tei('text')}//*[@ref]")
        if element.get("ref") in wanted
        and not any(above.get(XML_ID) in known for above in _up_to_paragraph(element))
    ]
    return file.edited(_apart([edit for mark in marks for edit in file.unwrapped(mark)]))


def _up_to_paragraph(element: Element) -> Iterator[Element]:
    """*element* and what is around it, up to the first that has an identifier."""
    yield element
    for above in element.iterancestors():
        yield above
        if above.get(XML_ID):
            return


def _pointers(element: Element, wanted: Set[str]) -> list[str]:
    return [str(key) for key, value in element.items() if not wanted.isdisjoint(str(value).split())]


def _unpointed(file: Editing, element: Element, wanted: Set[str]) -> Iterator[Edit]:
    is_text = any(above.tag == tei("text") for above in element.iterancestors())
    if is_text and element.get("ref") and not element.get(XML_ID):
        yield from file.unwrapped(element)
    elif is_text or element.get(XML_ID):
        rest = {
            name: " ".join(word for word in element.get(name, "").split() if word not in wanted)
            for name in _pointers(element, wanted)
        }
        yield file.with_attributes(element, rest)
    else:
        yield file.without(_with_what_holds_nothing_else(element))


def _with_what_holds_nothing_else(element: Element) -> Element:
    """The outermost element that holds *element* and nothing else: none may be empty."""
    above = element.getparent()
    while above is not None and len(above) == 1 and above.getparent() is not None:
        element, above = above, above.getparent()
    return element


def _apart(edits: list[Edit]) -> list[Edit]:
    """*edits* without those that lie in others."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
