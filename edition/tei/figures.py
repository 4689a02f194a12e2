"""The figures in the header of a TEI file: how much of what there is in its text.

They stand in ``extent`` (measures) and ``tagsDecl`` (elements). A figure is known by the element
that has it and its unit or element name: ``("measure", "turns")``, ``("tagUsage", "seg")``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.editing import Edit, Editing
from edition.tei.reading import counts
from edition.tei.serialise import markup, tags
from edition.tei.units import measure
from edition.tei.vocabulary import TEI_NAMESPACE, tei

Figure = tuple[str, str]
_EXTENT = "/".join(map(tei, ("teiHeader", "fileDesc", "extent")))
_OF_TAGS = ("teiHeader", "encodingDesc", "tagsDecl", "namespace")
# Where the elements of TEI are counted; those of other namespaces are counted beside it, if at all.
TAGS = f"{'/'.join(map(tei, _OF_TAGS))}[@name='{TEI_NAMESPACE}']"
_OF_TEXT = frozenset({"turns", "paragraphs", "words", "summaries"})
_PLACES = {"measure": (_EXTENT, "unit", "quantity"), "tagUsage": (TAGS, "gi", "occurs")}


def stated(root: Element) -> dict[Figure, str]:
    """The figures that the header of *root* states, as they are written."""
    return {figure: element.get(_PLACES[figure[0]][2], "") for figure, element in _elements(root)}


def real(root: Element) -> dict[Figure, str]:
    """The figures that are right for the text of *root*."""
    found = counts(root)
    measures = {("measure", unit): str(number) for unit, number in found.measures().items()}
    return measures | {("tagUsage", name): str(number) for name, number in found.tags.items()}


def wrong(root: Element) -> set[Figure]:
    """The figures that the header of *root* states wrongly, and those that it lacks.

    One of nothing may say so (0), or not be there. Of elements that are listed uncounted, and of
    measures that are not of the text (pages), nothing is said.
    """
    there, right = stated(root), real(root)
    lacking = {figure for figure in right if figure not in there}
    counted = {
        (name, what): value
        for (name, what), value in there.items()
        if (value if name == "tagUsage" else what in _OF_TEXT)
    }
    return lacking | {it for it, value in counted.items() if not _is(value, right.get(it, "0"))}


def _is(value: str, right: str) -> bool:
    return value.lstrip("0") == right.lstrip("0") and value != ""


def with_figures(data: bytes, wanted: Mapping[Figure, str], which: Collection[Figure]) -> bytes:
    """The TEI file *data* with the figures *which* as in *wanted*; one that is not there goes.

    *data* is in UTF-8. A figure that is lacking comes where there is a list for it.
    """
    file = Editing(data, "")
    there = dict(_elements(file.root))
    edits = [
        edit
        for figure, element in there.items()
        if figure in which
        for edit in _changed(file, figure, element, wanted.get(figure, ""))
    ]
    lacking = [figure for figure in wanted if figure in which and figure not in there]
    edits += [edit for figure in lacking for edit in _added(file, figure, wanted, there)]
    return file.edited(edits) if edits else data


def _elements(root: Element) -> Iterator[tuple[Figure, Element]]:
    for name, (path, key, _) in _PLACES.items():
        for element in root.iterfind(f"{path}/{tei(name)}"):
            yield (name, element.get(key, "")), element


def _changed(file: Editing, figure: Figure, element: Element, value: str) -> Iterator[Edit]:
    name, what = figure
    _, _, quantity = _PLACES[name]
    if value:
        yield from counted_anew(file, element, quantity, what, value)
    else:
        yield file.without(element)


def counted_anew(
    file: Editing, element: Element, quantity: str, what: str, value: str
) -> Iterator[Edit]:
    """*value* in the attribute *quantity* of *element*, and in its words, if it has these alone."""
    before = element.get(quantity, "")
    if before == value:
        return
    yield file.with_attributes(element, {quantity: value})
    if not len(element) and element.text in {measure(before, what), f"{before} {what}"}:
        yield file.with_text(element, measure(value, what))


def _added(
    file: Editing, figure: Figure, wanted: Mapping[Figure, str], there: Mapping[Figure, Element]
) -> Iterable[Edit]:
    """The figure behind the one that comes before it, in the list of its kind if there is one."""
    name = figure[0]
    parent = file.root.find(_PLACES[name][0])
    if parent is None or not file.is_open(parent):
        return []
    before: Element | None = None
    for other in wanted:
        if other == figure:
            break
        if other[0] == name and other in there:
            before = there[other]
    line = _made(file, figure, wanted[figure], parent)
    return [file.first_in(parent, [line]) if before is None else file.after(before, [line])]


def _made(file: Editing, figure: Figure, value: str, beside: Element) -> str:
    name, what = figure
    _, key, quantity = _PLACES[name]
    made = etree.Element(f"{{{TEI_NAMESPACE}}}{name}", {key: what, quantity: value})
    if name == "tagUsage":
        return tags(made, file.prefix(beside))[0].removesuffix(">") + "/>"
    made.text = measure(value, what)
    return markup(made, file.prefix(beside))
