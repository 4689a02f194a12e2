"""What the header says of the source, written anew after the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.editing import Edit, Editing
from edition.tei.figures import counted_anew
from edition.tei.normalisation import Normalisation, normalisations
from edition.tei.serialise import markup
from edition.tei.statements import statements
from edition.tei.vocabulary import TEI_NAMESPACE, tei
from edition.transcript.decode import Decoded

_BIBL = "/".join(map(tei, ("teiHeader", "fileDesc", "sourceDesc", "bibl")))
_EDITORIAL = "/".join(map(tei, ("teiHeader", "encodingDesc", "editorialDecl")))
_MEASURES = "/".join(map(tei, ("extent", "measure")))
_AB, _CORRECTION, _NORMALIZATION = map(tei, ("ab", "correction", "normalization"))
_PLACEHOLDER = re.compile(r"\\\{(?:count|detail)\\\}")


def described_anew(file: Editing, source: Decoded) -> Iterator[Edit]:
    """Checksum, size and normalisations in the header of *file* as they are in *source*.

    Sentences are written anew where they are the program's own; else only their number is.
    """
    bibl = file.root.find(_BIBL)
    if bibl is not None:
        yield from _identified(file, bibl, source)
    declaration = file.root.find(_EDITORIAL)
    if declaration is not None and file.is_open(declaration):
        done = {entry.type: entry for entry in normalisations(source.lines, source)}
        yield from _normalised(file, declaration, done)


def _identified(file: Editing, bibl: Element, source: Decoded) -> Iterator[Edit]:
    for idno in bibl.iterchildren(tei("idno")):
        right = source.sha256
        is_plain = not len(idno) and file.is_open(idno)
        if idno.get("type") == "sha256" and is_plain and (idno.text or "").strip() != right:
            yield file.with_text(idno, right)
    sizes = {"bytes": len(source.data), "lines": len(source.lines)}
    for measure in bibl.iterfind(_MEASURES):
        unit = measure.get("unit", "")
        if unit in sizes:
            yield from counted_anew(file, measure, "quantity", unit, str(sizes[unit]))


def _normalised(
    file: Editing, declaration: Element, done: Mapping[str, Normalisation]
) -> Iterator[Edit]:
    normalization = declaration.find(_NORMALIZATION)
    there = [] if normalization is None else list(normalization.iterchildren(_AB))
    gone = [ab for ab in there if ab.get("type", "") not in done and _is_done_by_us(ab)]
    lines = [
        markup(_made(entry), file.prefix(declaration))
        for entry in done.values()
        if entry.type not in {ab.get("type") for ab in there}
    ]
    if normalization is not None and len(gone) == len(there) and not lines:
        yield file.without(normalization)
        return
    for ab in there:
        if ab in gone:
            yield file.without(ab)
        elif (entry := done.get(ab.get("type", ""))) is not None:
            yield from _counted(file, ab, entry)
    if lines and normalization is not None and file.is_open(normalization):
        yield file.last_in(normalization, lines)
    elif lines and normalization is None:
        yield _begun(file, declaration, lines)


def _begun(file: Editing, declaration: Element, lines: list[str]) -> Edit:
    """A ``normalization`` with *lines*, in its place in *declaration*."""
    name = f"{file.prefix(declaration)}normalization"
    whole = [f"<{name}>", *(f"  {line}" for line in lines), f"</{name}>"]
    correction = declaration.find(_CORRECTION)
    if correction is None:
        return file.first_in(declaration, whole)
    return file.after(correction, whole)


def _counted(file: Editing, ab: Element, entry: Normalisation) -> Iterator[Edit]:
    """The number of *entry* in *ab*; the words too, where they are the program's.

    Runs of white space are not compared when a file is checked, so that a number of somebody
    else's stays there.
    """
    is_ours = not len(ab) and file.is_open(ab) and _is_sentence(entry.type, ab.text or "")
    number, words = str(entry.times), _sentence(entry)
    if ab.get("n", "1") != number and (is_ours or entry.type != "whiteSpace"):
        yield file.with_attributes(ab, {"n": number})
    if is_ours and ab.text != words:
        yield file.with_text(ab, words)


def _is_done_by_us(ab: Element) -> bool:
    """Whether *ab* tells of a normalisation that is counted, or that only the program tells of."""
    kind = ab.get("type", "")
    return kind in _sentences() and (kind != "whiteSpace" or _is_sentence(kind, ab.text or ""))


def _sentences() -> Mapping[str, str]:
    kinds: Mapping[str, str] = statements()["normalization"]
    return kinds


def _sentence(entry: Normalisation) -> str:
    return _sentences()[entry.type].format(count=entry.times, detail=entry.detail)


def _is_sentence(kind: str, words: str) -> bool:
    pattern = _PLACEHOLDER.sub(".*", re.escape(_sentences()[kind]))
    return re.fullmatch(pattern, words) is not None


def _made(entry: Normalisation) -> Element:
    attributes = {"type": entry.type, "n": str(entry.times)}
    made = etree.Element(f"{{{TEI_NAMESPACE}}}ab", attributes)
    made.text = _sentence(entry)
    return made
