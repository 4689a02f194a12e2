"""Where a reader needs a space though the file has none: between elements that are words apart.

What a corpus marks word by word, the parts of a name, the roles of a cast, a quotation and where
it is from: their tags part them, and no white space has to (TEI Guidelines, 18.4, 14.2, 7.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from unicodedata import category

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.vocabulary import tei

_W, _PC, _C, _S = tei("w"), tei("pc"), tei("c"), tei("s")
# What is divided into tokens: in each, white space is meant or it is not.
_DIVIDED = (_S, *map(tei, ["seg", "p", "ab", "l", "head", "u", "text"]))
_NAME_PARTS = frozenset(
    map(tei, ["roleName", "forename", "nameLink", "surname", "addName", "genName"])
)
_APART = _NAME_PARTS | frozenset(map(tei, ["role", "roleDesc", "actor"]))
_CIT, _CAST_ITEM = tei("cit"), tei("castItem")
_OPENING = ("Ps", "Pi")  # categories of Unicode: brackets and quotation marks
_MAY_HAVE = re.compile(
    rb"<(?:[\w.-]+:)?(?:w|pc|castItem|cit)[\s>]"
    rb"|(?:(?:role|add|gen)Name|surname|forename|nameLink)><[^/]"
)


def may_have(data: bytes) -> bool:
    """Whether there may be gaps in *data*, which is XML; if not, there is no need to look."""
    return _MAY_HAVE.search(data) is not None


def gaps(root: Element) -> list[Element]:
    """The elements of the tree *root* behind which there is a gap: each is followed by another."""
    text = root.find(tei("text"))
    if text is None:
        return list(_of_names(root, None))
    return [*_of_names(root, text), *_of_parts(text), *_of_tokens(text)]


def spaced(entry: Element) -> Element:
    """*entry* of a register, or a copy where a gap is between the parts of its names."""
    if not any(map(between_parts, entry.iter(*_NAME_PARTS))):
        return entry
    copy = deepcopy(entry)
    for part in list(filter(between_parts, copy.iter(*_NAME_PARTS))):
        part.tail = " "
    return copy


def between_parts(element: Element) -> bool:
    """Whether a gap is behind *element*, a part of a name."""
    behind = element.getnext()
    return (
        element.tag in _NAME_PARTS
        and behind is not None
        and behind.tag in _NAME_PARTS
        and not element.tail
    )


def _of_names(root: Element, text: Element | None) -> Iterator[Element]:
    """Those in registers and headers: a text is as its source prints it."""
    for part in root.iterchildren(etree.Element):
        if part is not text:
            yield from filter(between_parts, part.iter(*_NAME_PARTS))


def _of_parts(text: Element) -> Iterator[Element]:
    for holder in text.iter(_CAST_ITEM, _CIT):
        for one, other in pairwise(holder):
            is_part = holder.tag == _CIT or {one.tag, other.tag} <= _APART
            if is_part and not one.tail and isinstance(one.tag, str) and isinstance(other.tag, str):
                yield one


def _of_tokens(text: Element) -> Iterator[Element]:
    """Between tokens that stand close, in what has no white space between any."""
    spaced: dict[Element | None, bool] = {}
    for one, other in pairwise(_tokens(text)):
        if not _are_close(one, other) or _are_joined(one, other):
            continue
        division, behind = _division(one), _division(other)
        if division is not behind:
            if division is not None and behind is not None and division.tag == behind.tag == _S:
                yield one
            continue
        if division not in spaced:
            spaced[division] = division is not None and _has_spaces(division)
        if not spaced[division]:
            yield one


def _division(token: Element) -> Element | None:
    return next(token.iterancestors(*_DIVIDED), None)


def _tokens(text: Element) -> list[Element]:
    """Words and signs, but for those inside of words."""
    return [it for it in text.iter(_W, _PC) if next(it.iterancestors(_W, _PC), None) is None]


def _has_spaces(division: Element) -> bool:
    """Whether white space, or a character that is marked, stands between tokens of *division*."""
    tokens = [it for it in division.iter(_W, _PC) if it.tail and it.getnext() is not None]
    return division.find(f".//{_C}") is not None or any(str(it.tail).isspace() for it in tokens)


def _are_close(one: Element, other: Element) -> bool:
    """Whether there is nothing but tags between *one* and *other*, which comes after it."""
    end: Element | None = one
    while end is not None and not end.tail and end.getnext() is None:
        end = end.getparent()
    begin = None if end is None or end.tail else end.getnext()
    while begin is not None and begin is not other:
        begin = None if begin.text or not len(begin) else begin[0]
    return begin is other


def _are_joined(one: Element, other: Element) -> bool:
    """Whether *one* and *other* are printed without a space between."""
    joins = one.get("join"), other.get("join")
    if joins[0] in ("right", "both") or joins[1] in ("left", "both"):
        return True
    if joins[0] in ("no", "left") and joins[1] in ("no", "right"):
        return False
    words = "".join(one.itertext()), "".join(other.itertext())
    if words[0][-1:].isspace() or words[1][:1].isspace():
        return True
    return _opens(one, words[0]) or (other.tag == _PC and not _opens(other, words[1]))


def _opens(token: Element, words: str) -> bool:
    return token.tag == _PC and category(words.strip()[:1] or "x") in _OPENING
