"""What no schema sees: signs that speech, figures or white space are not as they should be.

Each rule answers a fault that was found by readers in published corpora of parliaments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from edition.checking.description import finding_at
from edition.checking.places import TextPlaces, shown
from edition.diagnostic import Diagnostic, diagnostic
from edition.tei.document import Document
from edition.tei.figures import TAGS
from edition.tei.reading import Block, Counts, is_label, pieces
from edition.tei.units import measure
from edition.tei.vocabulary import XML_ID, tei

_HEADER = tei("teiHeader")
_EXTENT = "/".join(map(tei, ["teiHeader", "fileDesc", "extent"]))
_PEOPLE = "/".join(map(tei, ["teiHeader", "profileDesc", "particDesc", "listPerson"]))
_SEG, _U = tei("seg"), tei("u")
_SENTENCE_ENDS = re.compile(r"""(?:^|[.!?…:]["”’»)\]]*|["”»)\]])\s*\Z""")
_ODD_SPACE = re.compile("(?<=[^ \t\r\n])(?: {2,}| *\t[ \t]*)(?=[^ \t\r\n])|\u00a0")
_KINDS = {"\t": "TAB", "\u00a0": "NO-BREAK SPACE"}
_ROLES = ("#chair", "#guest")


def check_content(document: Document, blocks: Sequence[Block]) -> list[Diagnostic]:
    """The findings C001–C008 in *document*, whose source reading is *blocks*."""
    if not blocks:
        return []
    work = _Content(document, blocks)
    return [
        *work.labels_in_speech(),
        *work.repeated_speakers(),
        *work.changing_roles(),
        *work.doubts_of_the_program(),
        *work.figures(document.counts),
        *work.white_space(),
    ]


class _Content:
    """The content of one document."""

    def __init__(self, document: Document, blocks: Sequence[Block]) -> None:
        self._document = document
        self._root = document.root
        self._blocks = blocks
        self._turns = list(document.root.iter(_U))
        self._texts = TextPlaces(document)

    def doubts_of_the_program(self) -> Iterator[Diagnostic]:
        """C008: a turn whose speaker the program doubts, and nobody has decided."""
        for turn in self._turns:
            if turn.get("cert") == "low" and "#encoder" in turn.get("resp", "").split():
                yield self._at(turn, "C008")

    def labels_in_speech(self) -> Iterator[Diagnostic]:
        """C001: a label of this document, left in the words of somebody else.

        Only where a sentence begins: "I quote Vladimir Putin: …" is no label. One that names
        nobody ("Question:") only where a paragraph begins. The bare name of a participant at
        the start of a paragraph is found by the schema (S309).
        """
        names = self._names()
        printed = {_words(block.text) for block in self._blocks if is_label(block.element)}
        labels = {label for label in printed if len(label) > 1} | {f"{name}:" for name in names}
        speech = [block for block in self._blocks if block.element.tag == _SEG]
        said = "\n".join([block.text for block in speech])
        present = [label for label in sorted(labels) if label in said]
        for block in speech if present else ():
            for label in present:
                named = any(name in label for name in names)
                for start in _starts(block.text, label):
                    if (start and named) or (not start and label[:-1] not in names):
                        yield self._at_character(block, start, "C001", label=label)

    def repeated_speakers(self) -> Iterator[Diagnostic]:
        """C002: two turns of one person with nothing between but a label, and no doubt noted."""
        doubted: set[str] | None = None
        for turn in self._turns:
            who, before = turn.get("who"), _turn_before(turn)
            if who is None or before is None or before.get("who") != who or turn.get("prev"):
                continue
            if doubted is None:
                doubted = self._doubted()
            ids = {f"#{turn.get(XML_ID)}", f"#{before.get(XML_ID)}"}
            if not (turn.get("cert") or before.get("cert") or ids & doubted):
                yield self._at(turn, "C002", who=who.removeprefix("#"))

    def changing_roles(self) -> Iterator[Diagnostic]:
        """C003: the chair of some turns is a guest in others."""
        roles: dict[str, dict[str, list[Element]]] = {}
        for turn in self._turns:
            for role in turn.get("ana", "").split():
                if role in _ROLES and (who := turn.get("who")):
                    roles.setdefault(who, {}).setdefault(role, []).append(turn)
        for who, by_role in roles.items():
            if len(by_role) > 1:
                rarer = min(_ROLES, key=lambda role: len(by_role[role]))
                for turn in by_role[rarer]:
                    yield self._at(turn, "C003", who=who.removeprefix("#"), role=rarer)

    def figures(self, real: Counts) -> Iterator[Diagnostic]:
        """C004–C006: what extent and tagsDecl do not say, or say wrongly.

        Wrong numbers of turns, paragraphs, summaries and elements are found by the schema.
        """
        extent = self._root.find(_EXTENT)
        measures = {} if extent is None else {m.get("unit"): m for m in extent.iter(tei("measure"))}
        wanted = real.measures()
        missing = [unit for unit in wanted if unit not in measures]
        header = self._root.find(_HEADER)
        at = extent if extent is not None else header
        if missing and at is not None:
            right = " ".join(_measure(unit, wanted[unit]) for unit in missing)
            yield self._at(at, "C005", expected=right, missing=", ".join(missing))
        words = measures.get("words")
        if words is not None and words.get("quantity") != str(real.words):
            right = _measure("words", real.words)
            yield self._at(words, "C004", expected=right, fix=right, words=real.words)
        yield from self._unlisted(real)

    def white_space(self) -> Iterator[Diagnostic]:
        """C007: NO-BREAK SPACE, TAB or more than one SPACE between words."""
        everything = "\n".join([block.text for block in self._blocks])
        if not any(space in everything for space in ("  ", "\t", "\u00a0")):
            return
        for block in self._blocks:
            for match in _ODD_SPACE.finditer(block.text):
                if not any(match.group() in text for text in block.element.itertext()):
                    continue  # the markup stands between two SPACEs
                kind = _KINDS.get(match.group().strip(" "), "SPACE more than once")
                yield self._at_character(block, match.start(), "C007", kind=kind)

    def _unlisted(self, real: Counts) -> Iterator[Diagnostic]:
        namespace = self._root.find(TAGS)
        if namespace is None:
            return
        listed = {usage.get("gi") for usage in namespace.iter(tei("tagUsage"))}
        missing = [name for name in real.tags if name not in listed]
        if missing:
            right = " ".join(f'<tagUsage gi="{n}" occurs="{real.tags[n]}"/>' for n in missing)
            names = ", ".join(f"<{name}>" for name in missing)
            yield self._at(namespace, "C006", expected=right, fix=right, names=names)

    def _names(self) -> set[str]:
        names = self._root.iterfind(f"{_PEOPLE}/{tei('person')}/{tei('persName')}")
        return {
            name for name in (_words("".join(n.itertext(etree.Element))) for n in names) if name
        }

    def _doubted(self) -> set[str]:
        """What ``certainty`` says is in doubt."""
        doubts = self._root.iter(tei("certainty"))
        return {pointer for doubt in doubts for pointer in doubt.get("target", "").split()}

    def _at(self, element: Element, code: str, **values: Any) -> Diagnostic:
        return finding_at(self._document, element, code, **values)

    def _at_character(self, block: Block, start: int, code: str, **values: Any) -> Diagnostic:
        """A finding at character *start* of *block*."""
        document, element = self._document, block.element
        place = document.place(element)
        offset = start
        for piece in pieces(element):
            if offset < len(piece.text):
                element = piece.element
                place = self._texts.of_character(element, piece.slot, offset)
                break
            offset -= len(piece.text)
        return diagnostic(
            code,
            place,
            xpath=document.xpath(element),
            xml_id=document.nearest_id(element),
            excerpt=shown(block.text[max(start - 20, 0) : start + 50], 80),
            **values,
        )


def _turn_before(turn: Element) -> Element | None:
    """The turn right before *turn*: only the label of *turn* may stand between."""
    before = turn.getprevious()
    while before is not None and (is_label(before) or not isinstance(before.tag, str)):
        before = before.getprevious()
    return before if before is not None and before.tag == _U else None


def _starts(text: str, label: str) -> Iterator[int]:
    """Where *label* stands in *text* at the start of a sentence."""
    at = text.find(label)
    while at >= 0:
        if _SENTENCE_ENDS.search(text[max(at - 10, 0) : at]):
            yield at
        at = text.find(label, at + 1)


def _measure(unit: str, number: int) -> str:
    return f'<measure unit="{unit}" quantity="{number}">{measure(number, unit)}</measure>'


def _words(text: str) -> str:
    return " ".join(text.split())
