"""Saved web pages: the text that a reader sees, in the order of the document.

Nothing is fetched, and neither entity nor script is obeyed. What HTML calls a block, and ``br``,
makes a line; the cells of a table row that are one line each make one with TABs between. White
space is as a browser shows it. What no reader sees (scripts, styles, what is hidden) is no text.
"""

from __future__ import annotations

import codecs
import re

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from edition.diagnostic import EditionError, Place, diagnostic
from edition.transcript.inputs.characters import (
    Characters,
    characters,
    refuse_binary,
    refuse_other_script,
)
from edition.transcript.inputs.extract import Extract, tool
from edition.transcript.inputs.html_content import furniture
from edition.transcript.inputs.html_lines import without_hidden, written
from edition.transcript.inputs.html_matter import listed, notes
from edition.transcript.inputs.html_references import references_in
from edition.transcript.inputs.line import emphasis_in, headings_in

_LANGUAGE = re.compile(r"\s*(?!und\b)([a-z]{2,3})(?![^\s_-])", re.IGNORECASE)
_NO_TAG = re.compile(r"<(?=[A-Z]+\()")  # "<GRAPHIC(S) NOT AVAILABLE>": words of the text
_DEEPEST = 250  # elements in one another; pages by hand or program have some tens
_MOST_TAGS = 1_000_000
_HEAD = 4096  # bytes in which the encoding is declared
_DECLARED = re.compile(
    rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)",
    re.IGNORECASE,
)
_KNOWN = re.compile(  # as Python calls those of encoding.spec.whatwg.org
    r"utf-8|ascii|cp\d+|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)|gb\w+|big5\w*|euc_\w+"
    r"|iso2022_jp|shift_jis"
)
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
}  # as browsers do


def extract(data: bytes, name: str) -> Extract:
    """The lines of the page in *data*. Raises EditionError (T001–T004, T007, T052)."""
    found = _characters(data, name)
    refuse_binary(found.text, name)
    root = without_hidden(_parsed(found.text, name))
    references = references_in(root)
    lines = written(root, references.marks)
    refuse_binary("\n".join(line.text for line in lines), name)
    return Extract(
        lines=tuple(line.text for line in lines),
        encoding=found.encoding,
        byte_order_mark=found.byte_order_mark,
        emphasised=emphasis_in(lines),
        furniture=furniture(root, lines),
        notes=notes(references.notes, lines),
        listed=listed(lines),
        headings=headings_in(lines),
        continued=frozenset(i for i, line in enumerate(lines) if line.continued),
        references={i: line.references for i, line in enumerate(lines) if line.references},
        language=_language(root),
        diagnostics=found.diagnostics,
        tools=(tool("lxml"),),
    )


def _language(root: HtmlElement) -> str:
    """The code of the language in which the page *root* says it is written; '' without one."""
    for element in (root.find("body"), root):
        stated = "" if element is None else element.get("lang", "")
        if (match := _LANGUAGE.match(stated)) is not None:
            return match[1].lower()
    return ""


def _characters(data: bytes, name: str) -> Characters:
    """The text of *data*: byte order mark, then what the page declares, then what it looks like."""
    marks = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    match = None if data.startswith(marks) else _DECLARED.search(data[:_HEAD])
    if match is None:
        return characters(data, name)
    try:
        encoding = codecs.lookup((match[1] or match[2]).decode("ascii")).name
        if not _KNOWN.fullmatch(encoding):
            return characters(data, name)
        encoding = _READ_AS.get(encoding, encoding)
        text = data.decode(encoding)
    except (LookupError, UnicodeError):
        return characters(data, name)
    if encoding == "cp1252":
        refuse_other_script(text, name)
    return Characters(text, encoding, byte_order_mark=False)


def _parsed(text: str, name: str) -> lxml.html.HtmlElement:
    """The tree of the page *text*."""
    if (tags := text.count("<")) > _MOST_TAGS:
        raise _unreadable(name, f"it has {tags:,} tags")
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        text = _NO_TAG.sub("&lt;", text)
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise EditionError(diagnostic("T001", Place(name))) from None
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise _unreadable(name, f"{deepest} elements stand in one another")
    return root


def _unreadable(name: str, reason: str) -> EditionError:
    return EditionError(diagnostic("T052", Place(name), reason=reason))
