"""What was told at the last encoding, too: notes on the settings and on how a source is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import sha256
from pathlib import PurePath

from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic, Severity
from edition.tei.document import tree
from edition.tei.figures import stated, with_figures
from edition.tei.vocabulary import tei

_OF_READING = ("M", "T", "N039")  # codes: settings, transcript, the language that is taken for it
_DIGITS = 10  # of a checksum: notes of one document are hundreds at most


def checksums(findings: Iterable[Diagnostic]) -> tuple[str, ...]:
    """What the record keeps of the notes in *findings* that need not be told twice."""
    return tuple(dict.fromkeys(_checksum(finding) for finding in findings if _is_known(finding)))


def repeated(
    findings: Iterable[Diagnostic], told: Collection[str], last: bytes, now: bytes
) -> list[Diagnostic]:
    """Of *findings* the notes that were *told* at the last encoding, as :func:`checksums` has it.

    One that stands at another line, or says anything else, is another. None is, where the header of
    the encoding *now* says anything else, figures of the text apart, than that of *last*, which the
    program wrote last: then source or settings have changed.
    """
    before = tree(last)
    there = stated(before)
    counted = tree(with_figures(now, there, {*there, *stated(tree(now))}))
    if _header(counted) != _header(before):
        return []
    return [one for one in findings if _is_known(one) and _checksum(one) in told]


def _header(root: Element) -> bytes:
    header = root.find(tei("teiHeader"))
    return b"" if header is None else etree.tostring(header, method="c14n")


def _is_known(finding: Diagnostic) -> bool:
    return finding.severity is Severity.NOTE and finding.code.startswith(_OF_READING)


def _checksum(finding: Diagnostic) -> str:
    """The same wherever the command is called."""
    place = (PurePath(finding.file).name, finding.line, finding.column)
    said = repr((finding.code, *place, finding.message, finding.hint, finding.excerpt))
    return sha256(said.encode()).hexdigest()[:_DIGITS]
