"""What the header says of the source file: checksum, size, and what was normalised."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from lxml.etree import _Element as Element

from edition.checking.places import start_tag
from edition.diagnostic import Diagnostic, diagnostic
from edition.tei.document import Document
from edition.tei.vocabulary import tei
from edition.transcript.decode import NO_BREAK_SPACE, Decoded

_BIBL = "/".join(map(tei, ["teiHeader", "fileDesc", "sourceDesc", "bibl"]))
_EDITORIAL = "/".join(map(tei, ["teiHeader", "encodingDesc", "editorialDecl"]))

_ASCII_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])


def check_description(document: Document, decoded: Decoded) -> Iterator[Diagnostic]:
    """Where the header of *document* and its source disagree (F009–F011).

    Of a source that has changed since, only that is said.
    """
    bibl = document.root.find(_BIBL)
    if bibl is None:
        return
    checksum = sha256(decoded.data).hexdigest()
    for idno in bibl.iterfind(tei("idno")):
        if idno.get("type") == "sha256" and (idno.text or "").strip() != checksum:
            yield finding_at(
                document, idno, "F009", expected=checksum, source=PurePath(decoded.name).name
            )
            return
    sizes = {"bytes": len(decoded.data), "lines": len(decoded.lines)}
    for measure in bibl.iterfind(f"{tei('extent')}/{tei('measure')}"):
        unit = measure.get("unit", "")
        size = sizes.get(unit)
        if size is not None and measure.get("quantity") != str(size):
            yield finding_at(document, measure, "F010", expected=str(size), size=size, unit=unit)
    yield from _normalisations(document, decoded)


def _normalisations(document: Document, decoded: Decoded) -> Iterator[Diagnostic]:
    """F011: what was normalised is declared, with its number; white space runs apart."""
    declaration = document.root.find(_EDITORIAL)
    if declaration is None:
        return
    declared = {
        ab.get("type", ""): ab for ab in declaration.iterfind(f"{tei('normalization')}/{tei('ab')}")
    }
    for kind, number in _done(decoded).items():
        ab = declared.get(kind)
        said = ab.get("n", "1") if ab is not None else "0"
        if said != str(number):
            at = declaration if ab is None else ab
            expected = f'<ab type="{kind}" n="{number}">' if number else f"no ab of type {kind}"
            yield finding_at(document, at, "F011", expected=expected, number=number, kind=kind)


def _done(decoded: Decoded) -> dict[str, int]:
    text = "\n".join(decoded.lines)
    data = text.encode("utf-8", "surrogatepass")
    controls = len(data) - len(data.translate(None, _ASCII_CONTROLS))
    ends = [end for end in decoded.line_ends if end not in ("", "\n")]
    return {
        "noBreakSpace": text.count(NO_BREAK_SPACE),
        "lineEnd": len(ends),
        "byteOrderMark": int(decoded.byte_order_mark),
        "encoding": int(decoded.encoding != "utf-8"),
        "control": controls + text.count("\ufffe") + text.count("\uffff"),
    }


def finding_at(
    document: Document,
    element: Element,
    code: str,
    *,
    expected: str = "",
    fix: str = "",
    **values: Any,
) -> Diagnostic:
    """The finding *code* at the start tag of *element*."""
    return diagnostic(
        code,
        document.place(element),
        xpath=document.xpath(element),
        xml_id=document.nearest_id(element),
        excerpt=start_tag(element),
        expected=expected,
        fix=fix,
        **values,
    )
