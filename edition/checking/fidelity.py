"""Fidelity: the words of the TEI file are the words of its source, all of them, in order.

What the header declares as normalised does not count: NO-BREAK SPACE, white space, line
ends, byte order mark, characters that XML cannot hold. Between a label and the speech that
follows it white space is free.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lxml.etree import _Element as Element

from edition.checking.description import check_description, finding_at
from edition.checking.places import shown
from edition.checking.words import words
from edition.diagnostic import Diagnostic, EditionError
from edition.tei.document import Document
from edition.tei.reading import Block, is_label, omitted_elements, source_text
from edition.transcript.decode import NO_BREAK_SPACE, Decoded, decode


def check_fidelity(
    document: Document, blocks: Sequence[Block], source: bytes, source_name: str
) -> list[Diagnostic]:
    """Every difference between *document* and the bytes of its source (F001–F011).

    *blocks* are the source reading of *document*. Where *source* is no plain text, the finding
    that says so (T001–T006).
    """
    try:
        decoded = decode(source, source_name)
    except EditionError as error:
        return [error.finding]
    findings = list(check_description(document, decoded))
    lines, strays = _without_omitted(document, decoded)
    findings += [_told(document, stray) for stray in strays]
    if not strays and _agrees(blocks, lines):
        return findings
    from edition.checking.comparison import Comparison  # only where something is wrong

    return findings + Comparison(document, blocks, lines).findings()


def _agrees(blocks: Sequence[Block], lines: list[str]) -> bool:
    """Whether each block is a line of the source, or label and speech together are one.

    That is how the program encodes; if it is not so, nothing is wrong yet. They are compared
    to the letter first, and then without regard to white space, which takes longer.
    """
    text = "\n".join(lines).replace(NO_BREAK_SPACE, " ")
    return _are_lines(blocks, text, _stripped) or _are_lines(blocks, text, _one_space)


def _are_lines(blocks: Sequence[Block], text: str, form: Callable[[str], str]) -> bool:
    """Whether *blocks* are the lines of *text*, where both are written in the same *form*."""
    printed = [line for line in map(form, text.split("\n")) if line]
    written: list[str] = []
    for block in blocks:
        line = form(block.text)
        if block.joins_previous and len(written) <= len(printed):
            begun, wanted = written[-1], printed[len(written) - 1]
            joint = (begun + line, f"{begun} {line}")
            found = next((one for one in joint if wanted.startswith(one)), "")
            if found or not is_label(block.element):
                written[-1] = found or joint[1]
                continue
        written.append(line)
    return written == printed


def _stripped(line: str) -> str:
    return line.strip(" \t\r\n")


def _one_space(line: str) -> str:
    """*line* with one space for each run of white space, and without what XML cannot hold."""
    return b" ".join(words(line)).decode("utf-8", "surrogatepass")


def misnumbered(document: Document, decoded: Decoded) -> dict[Element, int]:
    """The omitted lines of *document* whose number is wrong (F007), with the right ones."""
    _, strays = _without_omitted(document, decoded)
    return {stray.element: stray.found for stray in strays if stray.found}


def lines_of_record(document: Document, decoded: Decoded) -> list[str]:
    """The lines of the source, but '' for each that *document* records as omitted."""
    return _without_omitted(document, decoded)[0]


class _Stray(NamedTuple):
    """An omitted line that is not the line of its number; ``found`` is where it is, else 0.

    ``printed`` is what stands in the line of its number.
    """

    element: Element
    number: int
    found: int
    printed: str


def _without_omitted(document: Document, decoded: Decoded) -> tuple[list[str], list[_Stray]]:
    """The lines of the source that the record should have, and the omitted ones that are wrong."""
    lines = list(decoded.lines)
    strays = []
    for element in omitted_elements(document.root):
        number = int(n) if (n := element.get("n", "")[:9]).isdecimal() else 0
        text = words(source_text(element))
        if 0 < number <= len(lines) and words(lines[number - 1]) == text:
            lines[number - 1] = ""
        else:
            strays.append((element, number, text))
    return lines, _found(lines, strays) if strays else []


def _found(lines: list[str], strays: list[tuple[Element, int, list[bytes]]]) -> list[_Stray]:
    """Find for each of *strays* its line, and blank it."""
    places: dict[tuple[bytes, ...], list[int]] = {}
    for number, line in enumerate(lines, 1):
        places.setdefault(tuple(words(line)), []).append(number)
    found = []
    for element, number, text in strays:
        candidates = places.get(tuple(text), []) if text else []
        if candidates:
            nearest = min(candidates, key=lambda candidate: abs(candidate - number))
            candidates.remove(nearest)
            lines[nearest - 1] = ""
            found.append(_Stray(element, number, nearest, ""))
            continue
        printed = lines[number - 1] if 0 < number <= len(lines) else ""
        if len(set(words(printed)) & set(text)) * 2 >= max(len(text), 1):
            lines[number - 1] = ""
        found.append(_Stray(element, number, 0, printed))
    return found


def _told(document: Document, stray: _Stray) -> Diagnostic:
    element, number, found, printed = stray
    if found:
        expected = f'n="{found}"'
        return finding_at(document, element, "F007", expected=expected, line=found, n=number)
    recorded, expected = shown(source_text(element), 60), shown(printed, 80)
    return finding_at(document, element, "F006", expected=expected, line=number, text=recorded)
