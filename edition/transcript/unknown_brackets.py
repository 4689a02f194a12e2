"""Square brackets within what somebody says, of which nothing shows what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from edition.transcript.model import Block, Kind

_BRACKET = re.compile(r"(?<![^\W_\[])\[([^\[\]\n]{1,80})\](?![^\W_(\]])")  # no "[T]he", no link
_LETTER_OR_DOUBT = re.compile(r"[^\W\d_]{2}|\A\?+\Z")
_TIMES = re.compile(r"[\d:.,]+")


def unknown_brackets(blocks: Iterable[Block]) -> Iterator[tuple[Block, int, str]]:
    """The first bracket of each kind that stays in speech: its block, offset and text.

    Brackets with the same words, whatever the numbers in them, are of one kind.
    """
    seen: set[str] = set()
    for block in blocks:
        if block.kind is not Kind.SPEECH or "[" not in block.text:
            continue
        start = block.label.end if block.label is not None else 0
        for match in _BRACKET.finditer(block.text, start):
            kind = " ".join(_TIMES.sub("", match[1]).casefold().split())
            known = any(
                span.start < match.end() and match.start() < span.end for span in block.spans
            )
            if known or kind in seen or _LETTER_OR_DOUBT.search(match[1].strip()) is None:
                continue
            seen.add(kind)
            yield block, match.start(), match[0]
