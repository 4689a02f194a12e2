"""What two editors made of one TEI file, as one file."""

from __future__ import annotations

from lxml.etree import _Element as Element

from edition.diagnostic import Place, diagnostic
from edition.merge.ambiguous import refuse_ambiguous
from edition.merge.merging import Merged
from edition.merge.sound import merged_soundly
from edition.tei.document import tree
from edition.tei.editing import Editing
from edition.tei.figures import Figure, real, stated, with_figures


def merged_versions(base: bytes, ours: bytes, theirs: bytes, name: str) -> Merged:
    """*ours*, the file *name*, with what *theirs* has changed since *base*.

    Where both changed the same, *ours* stands, and a finding (E015) tells of it. Figures in the
    header that are right in both are right in the result. Raises EditionError (X001–X003, G020, or
    R012 and R015, where an identifier is no name, or is there twice).
    """
    roots = [
        _root(base, f"{name} (BASE)"),
        _root(ours, name),
        _root(theirs, f"{name} (THEIRS)"),
    ]
    before = stated(roots[0])
    which = {
        figure
        for figure in {*before, *stated(roots[1]), *stated(roots[2])}
        if all(stated(root).get(figure) == real(root).get(figure) for root in roots[1:])
    }
    merged = merged_soundly(
        base,
        with_figures(ours, before, which) if theirs != base else ours,
        with_figures(theirs, before, which),
        name,
        of_editors=True,
    )
    findings = tuple(
        diagnostic("E015", Place(name, one.line, one.column), excerpt=one.excerpt, theirs=other)
        for one, other in zip(merged.findings, merged.unmade, strict=True)
    )
    return Merged(_counted(merged.data, which), merged.record, findings)


def _root(data: bytes, name: str) -> Element:
    file = Editing(data, name)
    refuse_ambiguous(file.document)
    return file.root


def _counted(data: bytes, which: set[Figure]) -> bytes:
    right = real(tree(data))
    return with_figures(data, right, {*which, *(right.keys() - stated(tree(data)))})
