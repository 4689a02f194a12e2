"""What need not be told again, for a scholar has decided it in the TEI file: :func:`open_names`."""

from __future__ import annotations

from collections.abc import Sequence

from edition.diagnostic import Diagnostic
from edition.tei.document import Document, tree
from edition.tei.doubts import is_by_program
from edition.tei.named import Named, named_text

_UNDECIDED = "N030"


def open_names(
    findings: Sequence[Diagnostic], tei: bytes, before: Document | None
) -> Sequence[Diagnostic]:
    """*findings* without those of names that are decided in *before*, the file as it is.

    *tei* is the new encoding, whose names without an entry are those that the findings tell. Where
    its text is another one all are told.
    """
    told = sorted(one for one in map(_where, findings) if one)
    now = named_text(tree(tei)) if told and before else None
    there = named_text(before.root) if now and before else None
    if now is None or there is None or now.characters != there.characters:
        return findings
    names = [one for one in now.names if is_by_program(one.element) and not one.ref]
    if len(names) != len(told):
        return findings
    decided = {_span(one) for one in there.names if not is_by_program(one.element)}
    gone = {where for where, one in zip(told, names, strict=True) if _span(one) in decided}
    return [finding for finding in findings if _where(finding) not in gone]


def _where(finding: Diagnostic) -> tuple[int, int] | None:
    """The line and column of a name that is not decided; None for other findings."""
    return (finding.line, finding.column) if finding.code == _UNDECIDED else None


def _span(one: Named) -> tuple[int, int]:
    return one.start, one.end
