"""A file whose record is lost, and whose source has changed since it was encoded.

What the source has gained since was never written, so it is new: it comes in. It cannot be known of
what reads otherwise whether the source or the scholar changed it: that is told each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from lxml.etree import _Element as Element

from edition.alignment import differences
from edition.checking.fidelity import check_fidelity
from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.merge.identifiers import identifiers_in
from edition.merge.soundness import pointed
from edition.tei.document import parse, tree
from edition.tei.editing import Edit, Editing
from edition.tei.entries import ENTRIES
from edition.tei.figures import counted_anew, real, stated
from edition.tei.reading import is_label, source_blocks, source_checksum
from edition.tei.vocabulary import XML_ID, tei

_BIBL = "/".join(map(tei, ("teiHeader", "fileDesc", "sourceDesc", "bibl")))
_MEASURE = f"{tei('extent')}/{tei('measure')}"
_OF_SOURCE = ("bytes", "lines")
_WORDS = ("measure", "words")
_TURNS = (tei("u"), tei("sp"))
_PARAGRAPHS = (tei("seg"), tei("p"))
_ENTRIES = tuple(map(tei, ENTRIES.values()))
_OF_WORDS = ("F001", "F003")
_NUMBER = re.compile(r"(?P<letter>[a-z])(?P<number>[0-9]{1,9})")
_MOST_TOLD = 5


def is_of_older_source(there: bytes, tei: bytes) -> bool:
    """Whether the file that has *there* was encoded from another state of the source of *tei*."""
    before, now = (source_checksum(tree(data)) for data in (there, tei))
    return "" not in (before, now) and before != now


def as_of_older_source(there: bytes, taken: bytes) -> bytes:
    """The encoding *taken* as it was, as far as is known, when the file *there* was written.

    It has not the turns and paragraphs of which *there* has no word, unless *there* is shorter than
    its header says, or a number of them is missing in *there*: then somebody took words away,
    perhaps these. Of the source it says the same.
    """
    file, own = Editing(taken, ""), tree(there)
    edits = list(_described(file, own))
    if not (_is_shorter(own) or _lacks_numbers(own)):
        edits += [file.without(element) for element in _new(file.root, own)]
    return file.edited(edits)


def lacking(tei: bytes, source: bytes, name: str, file: str) -> list[Diagnostic]:
    """E025, where the file *file*, which has *tei*, has not all words of its source *name*."""
    document = parse(tei, file)
    found = check_fidelity(document, source_blocks(document.root), source, name)
    told = [finding for finding in found if finding.code in _OF_WORDS]
    if not told:
        return []
    more = f"; and {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else ""
    missing = "; ".join(finding.message for finding in told[:_MOST_TOLD]) + more
    return [diagnostic("E025", Place(file, told[0].line, told[0].column), missing=missing)]


def _is_shorter(own: Element) -> bool:
    """Whether *own* has fewer words than its header says, or it does not say how many."""
    said = stated(own).get(_WORDS, "")
    return not said.isdecimal() or int(real(own)[_WORDS]) < int(said)


def _lacks_numbers(own: Element) -> bool:
    """Whether the turns or the paragraphs of *own* are not numbered throughout."""
    found = (_NUMBER.fullmatch(one.get(XML_ID, "")) for one in own.iter(*_TURNS, *_PARAGRAPHS))
    numbers: dict[str, set[int]] = {}
    for match in filter(None, found):
        numbers.setdefault(match["letter"], set()).add(int(match["number"]))
    return any(max(of_letter) != len(of_letter) for of_letter in numbers.values())


def _described(file: Editing, own: Element) -> Iterator[Edit]:
    """What *own* says of its source, in the header of *file*."""
    bibl, before = file.root.find(_BIBL), own.find(_BIBL)
    if bibl is None or before is None:
        return
    for idno in bibl.iterchildren(tei("idno")):
        if idno.get("type") == "sha256":
            yield file.with_text(idno, source_checksum(own))
    said = {one.get("unit", ""): one.get("quantity", "") for one in before.iterfind(_MEASURE)}
    for measure in bibl.iterfind(_MEASURE):
        unit = measure.get("unit", "")
        if unit in _OF_SOURCE and said.get(unit):
            yield from counted_anew(file, measure, "quantity", unit, said[unit])


def _new(root: Element, own: Element) -> list[Element]:
    """The turns, with their labels, and paragraphs in *root* of which *own* has no word.

    And the entries to which only these point, and that *own* has not.
    """
    known = identifiers_in(own)
    there = _with_words_in(root, own)
    paragraphs = [one for one in root.iter(*_PARAGRAPHS) if _is_new(one, known, there)]
    turns = [
        turn
        for turn in root.iter(*_TURNS)
        if _is_new(turn, known, there) and all(one in paragraphs for one in turn)
    ]
    gone = [*turns, *(one for one in paragraphs if one.getparent() not in turns)]
    for turn in turns:
        label = turn.getprevious()
        if label is not None and is_label(label):
            gone.append(label)
    wanted = {name for one in gone for name in pointed(one)} - known
    return [*gone, *(one for one in root.iter(*_ENTRIES) if one.get(XML_ID) in wanted)]


def _is_new(element: Element, known: Set[str], there: Set[Element]) -> bool:
    identifier = element.get(XML_ID)
    return bool(identifier) and identifier not in known and there.isdisjoint(element.iter())


def _with_words_in(root: Element, own: Element) -> set[Element]:
    """The elements of *root* of which a word stands in *own*, in its order."""
    words = list(_words(root))
    apart = differences([word for word, _ in words], [word for word, _ in _words(own)])
    missing = {at for one in apart for at in range(one.start, one.end)}
    return {element for at, (_, element) in enumerate(words) if at not in missing}


def _words(root: Element) -> Iterable[tuple[str, Element]]:
    for block in source_blocks(root):
        if not is_label(block.element):
            yield from ((word, block.element) for word in block.text.split())
