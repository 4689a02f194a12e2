"""Findings that somebody has looked at and lets be, with a reason, in the file itself.

``<?edition-ignore C002 the chair takes the floor again?>`` stands before an element and speaks of
that element and all that is in it; before the TEI element, or directly in its header, it speaks of
the whole file. Like a comment it is neither text nor markup: no other program minds it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from lxml.etree import _Element as Element
from lxml.etree import _ProcessingInstruction as Instruction

from edition.diagnostic import Diagnostic, Place, Severity, codes, diagnostic
from edition.tei.document import Document
from edition.tei.vocabulary import tei

TARGET = "edition-ignore"
_ABOUT_TEI = ("C", "F", "G", "M", "O", "P", "R", "S")  # how codes of findings about TEI files begin

_Spot = tuple[int, int]  # line and column


class _Ignore(NamedTuple):
    """An instruction: where it stands, what it says, and from where to where it counts."""

    place: Place
    code: str
    reason: str
    start: _Spot
    end: _Spot

    def covers(self, finding: Diagnostic) -> bool:
        return finding.code == self.code and self.start <= (finding.line, finding.column) < self.end


class Ignoring:
    """The findings in one document, sifted by the instructions in it."""

    def __init__(self, document: Document) -> None:
        #: What is ignored so far, each with the reason.
        self.ignored: list[Diagnostic] = []
        self._document = document
        self._instructions = list(_instructions(document))
        self._valid = [one for one in self._instructions if one.reason and can_ignore(one.code)]
        self._used: set[Place] = set()

    def standing(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those of *findings* that nobody ignores; the others are added to ``ignored``."""
        standing = []
        for finding in findings:
            matching = [one for one in self._valid if one.covers(finding)]
            if finding.file != self._document.name or not matching:
                standing.append(finding)
                continue
            self._used.update(one.place for one in matching)
            self.ignored.append(replace(finding, ignored=matching[-1].reason))
        return standing

    def faults(self, looked_for: Collection[str]) -> list[Diagnostic]:
        """The findings D001–D004: instructions that say nothing, or nothing more.

        *looked_for* is how the codes begin that were looked for: of others it is not known whether
        there is something to ignore.
        """
        return list(self._faults(looked_for))

    def _faults(self, looked_for: Collection[str]) -> Iterator[Diagnostic]:
        prefixes = tuple(looked_for)
        for one in self._instructions:
            if not can_ignore(one.code):
                known = one.code in codes()
                yield diagnostic("D004" if known else "D003", one.place, about=one.code)
            elif not one.reason:
                yield diagnostic("D002", one.place, about=one.code)
            elif one.place not in self._used and one.code.startswith(prefixes):
                yield diagnostic("D001", one.place, about=one.code)


def sifted(
    document: Document, findings: Iterable[Diagnostic], looked_for: Collection[str]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Those of *findings* that stand, with the faults of instructions; and those ignored.

    *looked_for*: see :meth:`Ignoring.faults`.
    """
    work = Ignoring(document)
    standing = work.standing(findings)
    return standing + work.faults(looked_for), work.ignored


def can_ignore(code: str) -> bool:
    """Whether findings of *code* can be ignored: warnings and notes about TEI, rules of the ODD.

    What is not well-formed, not valid or not the text of the source is an error, whoever says so.
    """
    if code in codes():
        return codes()[code].severity is not Severity.ERROR and code.startswith(_ABOUT_TEI)
    from edition.schema import rules  # it reads the whole ODD

    return any(rule.code == code for rule in rules())


def _instructions(document: Document) -> Iterator[_Ignore]:
    if TARGET.encode() not in document.data:
        return
    nodes: list[Element] = document.root.xpath("//processing-instruction()")
    for node, at in zip(nodes, document.markup.instructions, strict=True):
        if isinstance(node, Instruction) and node.target == TARGET:
            code, _, reason = " ".join((node.text or "").split()).partition(" ")
            place = document.place_of_byte(at)
            yield _Ignore(place, code, reason, *_scope(document, node))


def _scope(document: Document, node: Element) -> tuple[_Spot, _Spot]:
    """From where to where *node* counts; nowhere where no element follows."""
    markup = document.markup
    above = node.getparent()
    element = next((one for one in node.itersiblings() if isinstance(one.tag, str)), None)
    if element is document.root or (above is not None and above.tag == tei("teiHeader")):
        return (0, 0), markup.line_and_column(len(document.data))
    start = None if element is None else document.start(element)
    if start is None:
        return (0, 0), (0, 0)
    return markup.line_and_column(start), markup.line_and_column(markup.after_element(start))
