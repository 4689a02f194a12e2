"""Words of a header in Markdown (CommonMark, with the tables of GitHub): they stay words.

Whatever a title or name is made of, no heading, link, picture or element of HTML comes of it.
"""

from __future__ import annotations

import re

from edition.header.addresses import as_uri

_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
# What ends a sentence or a bracket around an address is no part of it.
_AFTER = ".,;:!?'\"“”’…"
_SIGNS = re.compile(
    r"[\\`*\[\]|]"  # escapes, code, emphasis, links, cells
    r"|<(?=[A-Za-z/!?])"  # elements, comments; as a sign between words it is none
    r"|&(?=#?\w+;)"  # references to characters
    r"|(?<!\w)_|_(?!\w)"  # emphasis; within a word it is none
    r"|~(?=~)|(?<=~)~"  # struck out
    r"|#(?=#*\Z)"  # the end of a heading
)
# What makes of a line a heading, a list, a quotation or a rule.
_FIRST = re.compile(r"(\d{0,9})(?=[.)])(?<=\d)|(?=[#>+=-])")


def line(text: str) -> str:
    """*text* as a paragraph or an item of a list by itself, otherwise as :func:`words`."""
    written = words(text)
    match = _FIRST.match(written)
    return f"{written[: match.end()]}\\{written[match.end() :]}" if match else written


def words(text: str) -> str:
    """*text* within a line, to be read as it is; addresses in it can be followed."""
    written, end = "", 0
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match[0])
        try:
            uri = as_uri(address)
        except ValueError:
            continue
        written += f"{_escaped(text[end : match.start()])}<{uri}>"
        end = match.start() + len(address)
    return written + _escaped(text[end:])


def code(text: str) -> str:
    """*text* as it is typed, such as the name of a file or a checksum."""
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{text}{space}{fence}".replace("|", "\\|")


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _trimmed(address: str) -> str:
    """*address* without what stands behind it in the sentence."""
    while address[-1] in _AFTER or (address[-1] == ")" and address.count(")") > address.count("(")):
        address = address[:-1]
    return address
