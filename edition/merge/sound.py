"""What is merged is sound: it is well-formed, points to what is there, and has all its words.

The scholar took an entry away, and the program marks a name of it: then the name is not marked.
The program has an entry no more, and the scholar points to it: then the entry is the scholar's.
Of the text the change that takes away what is pointed to is not made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Set

from lxml import etree
from lxml.etree import _Element as Element

from edition.merge.in_the_way import in_the_way
from edition.merge.merging import Merged, Merging
from edition.merge.plan import Plan
from edition.merge.soundness import Errors, Soundness, identifiers, pointed
from edition.tei.document import tree
from edition.tei.editing import Edit, Editing
from edition.tei.entries import ENTRIES
from edition.tei.vocabulary import XML_ID, tei

_TURNS = 8  # each settles all that the one before has laid open
_ENTRIES = tuple(map(tei, ENTRIES.values()))
_RARE = 3  # a word that stands so often at most is not the same word by chance


def merged_soundly(
    base: bytes,
    ours: bytes,
    theirs: bytes,
    name: str,
    errors: Errors = lambda _: Counter(),
    *,
    of_editors: bool = False,
) -> Merged:
    """As :func:`edition.merge.merging.merge`, but the result is sound wherever *ours* is.

    It is well-formed, points to what is there (but where *ours* or *theirs* does not), no
    identifier is there twice, no word that moves is there twice or nowhere, and *errors*, counted
    by kind, are no more than those of *ours*. Where *ours* has all words as *base* prints them,
    they are those of the record, in its order. A change that is in the way of that is left out, and
    told (E010, E020, E024); nothing is listed anew for a turn that is left out.
    """
    if theirs in (base, ours):
        return Merged(ours, theirs)
    if ours == base:
        return Merged(theirs, theirs)
    sound = Soundness(base, ours, theirs, errors)
    while True:
        result = _merged(base, ours, theirs, name, sound, of_editors=of_editors)
        idle = _idle(result.data, ours, theirs) if result.findings and not of_editors else set()
        if not idle:
            return result
        theirs = _without_entries(theirs, idle, may_be_empty=False)


def _merged(
    base: bytes, ours: bytes, theirs: bytes, name: str, sound: Soundness, *, of_editors: bool
) -> Merged:
    held: set[str] = set()
    for _ in range(_TURNS):
        merging = Merging(base, ours, theirs, name, of_editors=of_editors)
        left_out = _twice_or_nowhere(merging.plan) | merging.plan.taking(held)
        result = merging.merged(left_out)
        missing = sound.missing(result.data)
        if not missing:
            break
        before, held = held, held | (missing & sound.in_text)
        gone = (missing & sound.identifiers) - held
        known = identifiers(tree(base))
        away = missing & known - gone - held
        # The scholar took these pointers away: what is in theirs no more was changed by hand.
        stays = identifiers(tree(theirs))
        base = _without_pointers(_without_entries(base, gone), away, stays)
        rest = missing - held - gone - away - merging.plan.identifiers
        simpler = _without_new_marks(_without_pointers(theirs, away), rest, known)
        if held == before and not gone and not away and simpler == theirs:
            break
        theirs = simpler
    if sound.holds(result):
        return result
    return merging.merged(left_out | in_the_way(merging, left_out, sound, result))


def _idle(data: bytes, ours: bytes, theirs: bytes) -> set[str]:
    """The identifiers of entries that came into *data* for a turn of *theirs* that did not.

    Nor does one come that stays another element: a paragraph of speech where the program has none.
    """
    root = tree(data)
    there = {(e.tag, e.get(XML_ID)) for e in root.iterfind(f".//*[@{XML_ID}]")}
    in_text = tree(theirs).iterfind(f"{tei('text')}//*[@{XML_ID}]")
    wanted = {name for e in in_text if (e.tag, e.get(XML_ID)) not in there for name in pointed(e)}
    wanted -= pointed(root) | identifiers(tree(ours))
    return wanted & {str(e.get(XML_ID)) for e in root.iter(*_ENTRIES)}


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


def _without_entries(data: bytes, names: Collection[str], *, may_be_empty: bool = True) -> bytes:
    """*data* without the elements that have one of *names*.

    What held nothing but these goes, too, unless it *may_be_empty*.
    """
    file = Editing(data, "")
    gone = [element for element in file.root.iter(etree.Element) if element.get(XML_ID) in names]
    for element in () if may_be_empty else gone:
        above = element.getparent()
        if above is not None and above not in gone and all(child in gone for child in above):
            gone.append(above)
    outermost = [e for e in gone if not any(above in gone for above in e.iterancestors())]
    return file.edited([file.without(element) for element in outermost])


def _without_pointers(data: bytes, names: Collection[str], within: Set[str] | None = None) -> bytes:
    """*data* without what points to *names*: marks of names, statements; or only the pointer.

    What has an identifier that is not *within* stays as it is.
    """
    file = Editing(data, "")
    wanted = {f"#{name}" for name in names}
    pointing = [
        element
        for element in file.root.iter(etree.Element)
        if _pointers(element, wanted) and (within is None or _is_within(element, within))
    ]
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


def _is_within(element: Element, names: Set[str]) -> bool:
    """Whether the nearest identifier at *element* or around it, if there is any, is of *names*."""
    nearest = next((str(e.get(XML_ID)) for e in _up_to_paragraph(element) if e.get(XML_ID)), None)
    return nearest is None or nearest in names


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
