"""A TEI file as tokens: the outline of its structure, and the words and tags of a paragraph.

Both keep the places of their tokens in the text of the file, so that a change can be made there
and nothing else is touched. All this is only asked of well-formed files without a document type.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from html import escape, unescape
from typing import NamedTuple

from edition.tei.serialise import STRUCTURE
from edition.tei.vocabulary import local

_MARKUP = re.compile(
    r"(?P<remark><!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>)"
    r"|</(?P<end>[^\s>]+)\s*>"
    r"""|<(?P<start>[^\s/>!?]+)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)(?P<empty>/?)>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_WORD = re.compile(r"&[^;\s]+;|\w+|[^\w\s]")
_STRUCTURE = frozenset(map(local, STRUCTURE))
_LINES = frozenset(["seg", "p", "head", "note", "desc", "item", "cell", "l"])
_SPACE = " \t\r\n"
_LABEL = "label"


class Token(NamedTuple):
    """Characters *start* to *end* of a file; in another version the one with this *key* is it.

    *kind* is ``start``, ``end`` or ``empty`` for tags, ``leaf`` for a whole element that holds
    words, ``word`` for a word or a mark between words, ``remark`` for comments and the like.
    """

    kind: str
    key: Hashable
    start: int
    end: int
    identifier: str = ""


class Tokens:
    """Tokens of *text*, in order."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens

    @cached_property
    def keys(self) -> list[Hashable]:
        """The keys of the tokens."""
        return [token.key for token in self.tokens]

    @cached_property
    def partners(self) -> Mapping[int, int]:
        """The index of the end tag of each start tag, and of the start tag of each end tag."""
        found: dict[int, int] = {}
        opened: list[int] = []
        for index, token in enumerate(self.tokens):
            if token.kind == "start":
                opened.append(index)
            elif token.kind == "end" and opened:
                found[index] = opened.pop()
                found[found[index]] = index
        return found

    @cached_property
    def parents(self) -> Sequence[int]:
        """The index of the start tag around each token; -1 for none."""
        found: list[int] = []
        opened = [-1]
        for index, token in enumerate(self.tokens):
            if token.kind == "end" and len(opened) > 1:
                opened.pop()
            found.append(opened[-1])
            if token.kind == "start":
                opened.append(index)
        return found

    def written(self, index: int) -> str:
        """The token at *index* as it is written."""
        token = self.tokens[index]
        return self.text[token.start : token.end]

    def of(self, token: Token) -> str:
        """*token* as it is written."""
        return self.text[token.start : token.end]

    def words_of(self, token: Token) -> list[str]:
        """The words and marks between words in *token*, without its tags."""
        return plain_words(self.of(token))

    def words_in(self, first: int, last: int) -> list[str]:
        """The words and marks from the token *first* to before the token *last*, without tags."""
        kinds = ("leaf", "word")
        wanted = [token for token in self.tokens[first:last] if token.kind in kinds]
        return [word for token in wanted for word in self.words_of(token)]

    def stretch(self, first: int, last: int) -> str:
        """What is written from the token *first* to before the token *last*."""
        return (
            self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""
        )

    def gap(self, index: int) -> str:
        """What stands between the token before *index* and the token at *index*."""
        if not 0 < index < len(self.tokens):
            return ""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start]

    def attributes(self, index: int) -> dict[str, str]:
        """The attributes of the tag at *index*, or of the start tag of the leaf there."""
        return attributes_of(self.written(index))

    def enclosing(self, index: int) -> int:
        """The index of the start tag of the element in which the place before *index* lies."""
        if index >= len(self.tokens):
            return -1
        if self.tokens[index].kind == "end":
            return self.partners.get(index, -1)
        return self.parents[index]

    def identifiers_at(self, at: int) -> tuple[str, str]:
        """The identifier of the token at the character *at*, or behind it; or nearest around it.

        And that around the token itself; '' for none.
        """
        index = bisect_right(self._ends, at)
        if index >= len(self.tokens):
            return "", ""
        if self.tokens[index].kind == "end":  # before it is in the element
            index = self.partners.get(index, -1)
        return self._nearest_identifier(index), self.holder(index)

    def holder(self, index: int) -> str:
        """The nearest identifier around the token at *index*; '' for none."""
        return self._nearest_identifier(self.parents[index])

    def _nearest_identifier(self, index: int) -> str:
        while index >= 0:
            if name := self.tokens[index].identifier:
                return name
            index = self.parents[index]
        return ""

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def is_balanced(self, first: int, last: int) -> bool:
        """Whether each tag from *first* to before *last* has its partner there."""
        tags = (i for i in range(first, last) if self.tokens[i].kind in ("start", "end"))
        return all(first <= self.partners.get(index, -1) < last for index in tags)


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of the first tag in *tag*, with their values as they are meant."""
    match = _MARKUP.match(tag)
    written = (match["attributes"] or "") if match else ""
    return {
        name: unescape(double if double is not None else single)
        for name, double, single in (found.groups() for found in _ATTRIBUTE.finditer(written))
    }


def name_of(tag: str) -> str:
    """The local name of the element whose tag *tag* begins with."""
    match = _MARKUP.match(tag)
    return ((match["start"] or match["end"] or "") if match else "").rpartition(":")[2]


def canonical(text: str) -> str:
    """*text* as it is whoever serialised it: the order and quotes of attributes, white space.

    Programs that indent put some between two start tags, and between two end tags.
    """
    parts: list[str] = []
    at = 0
    before = ""
    for match in _MARKUP.finditer(text):
        kind = _kind_of(match)
        gap = _plain(text[at : match.start()])
        if gap.isspace() and kind == before != "":
            gap = ""
        parts += (gap, _canonical_tag(match))
        at, before = match.end(), kind
    return " ".join("".join([*parts, _plain(text[at:])]).split())


def _kind_of(tag: re.Match[str]) -> str:
    """Whether *tag* is a ``start`` or an ``end``; '' for all else."""
    if tag["end"]:
        return "end"
    return "start" if tag["start"] and not tag["empty"] else ""


def _plain(text: str) -> str:
    return escape(unescape(text), quote=False) if "&" in text else text


def _canonical_tag(match: re.Match[str]) -> str:
    if match["remark"]:
        return match.group()
    if match["end"]:
        return f"</{name_of(match.group())}>"
    name = name_of(match.group())
    values = sorted(attributes_of(match.group()).items())
    written = " ".join([name, *(f'{key}="{escape(value)}"' for key, value in values)])
    return f"<{written}></{name}>" if match["empty"] else f"<{written}>"


def outline(text: str) -> Tokens:
    """The structure of a whole file: its structural tags, and between them leaves and remarks."""
    tokens = list(_held(_outline(text)))
    return Tokens(text, [_labelled(tokens, index, text) for index in range(len(tokens))])


def _held(tokens: Iterable[Token]) -> Iterator[Token]:
    """*tokens*, of which each knows what it is part of.

    An end tag is that of its start tag, and what has no identifier is the same only in the same
    element: the note of one entry is not the note of another.
    """
    opened: list[tuple[Hashable, str]] = []  # of each start tag its key, and who holds what follows
    for token in tokens:
        holder = opened[-1][1] if opened else ""
        if token.kind == "end" and opened:
            yield token._replace(key=("/", opened.pop()[0]))
        elif token.kind in ("word", "leaf") and not token.identifier:
            yield token._replace(key=(token.key, holder))
        else:
            yield token
        if token.kind == "start":
            opened.append((token.key, token.identifier or holder))


def _outline(text: str) -> Iterator[Token]:
    at, depth, begun = 0, 0, 0  # depth: of elements inside a leaf, which began at *begun*
    for match in _MARKUP.finditer(text):
        start, end = match.span()
        if depth:
            depth += (match["start"] is not None and not match["empty"]) - (
                match["end"] is not None
            )
            if not depth:
                yield _leaf(text, begun, end)
                at = end
            continue
        if stray := text[at:start].strip(_SPACE):
            first = text.index(stray, at)
            yield Token("word", stray, first, first + len(stray))
        at = end
        if match["remark"]:
            yield Token("remark", match["remark"], start, end)
        elif match["end"]:
            yield Token("end", ("/", match["end"].rpartition(":")[2]), start, end)
        elif (match["start"].rpartition(":")[2]) not in _STRUCTURE:
            if match["empty"]:
                yield _leaf(text, start, end)
            else:
                depth, begun = 1, start
        else:
            yield _structural(text, match)


def _structural(text: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    name = match["start"].rpartition(":")[2]
    attributes = attributes_of(text[start:end])
    identifier = attributes.get("xml:id", "")
    rest = () if identifier or name == "TEI" else tuple(sorted(attributes.items()))
    if match["empty"]:
        return Token("empty", ("<>", name, identifier, rest), start, end, identifier)
    return Token("start", ("<", name, identifier, rest), start, end, identifier)


def _leaf(text: str, start: int, end: int) -> Token:
    """A leaf is the one with the same identifier, or, without one, the one that reads the same."""
    written = text[start:end]
    identifier = attributes_of(written).get("xml:id", "")
    key: Hashable = ("leaf", identifier) if identifier else ("leaf", canonical(written))
    return Token("leaf", key, start, end, identifier)


def _labelled(tokens: Sequence[Token], index: int, text: str) -> Token:
    """The token at *index*; the printed label of a turn is the one of that turn."""
    token = tokens[index]
    if token.kind != "leaf" or token.identifier:
        return token
    behind = (tokens[at] for at in range(index + 1, len(tokens)))
    following = next((one for one in behind if one.kind != "remark"), None)
    if following is None or following.kind != "start" or not following.identifier:
        return token
    written = text[token.start : token.end]
    if name_of(written) != "note" or attributes_of(written).get("type") != "speaker":
        return token
    return token._replace(key=(_LABEL, following.identifier))


def plain_words(text: str) -> list[str]:
    """The words and marks between words in *text*, without tags, comments and the like."""
    found = _WORD.findall(_MARKUP.sub(" ", text))
    return [unescape(word) for word in found] if "&" in text else found


def as_read(text: str) -> str:
    """What one reads in *text*, without tags and comments: paragraphs and labels stand apart."""
    return " ".join(unescape(_MARKUP.sub(_gap, text)).split())


def _gap(tag: re.Match[str]) -> str:
    name = (tag["start"] or tag["end"] or "").rpartition(":")[2]
    return " " if name in _STRUCTURE or name in _LINES else ""


def words(text: str, start: int, end: int) -> Tokens:
    """The words and tags of the leaf from *start* to *end*."""
    return Tokens(text, list(_words(text, start, end)))


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    at = start
    for match in _MARKUP.finditer(text, start, end):
        yield from _plain_words(text, at, match.start())
        yield _tag(match)
        at = match.end()
    yield from _plain_words(text, at, end)


def _plain_words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORD.finditer(text, start, end):
        yield Token("word", unescape(match.group()), *match.span())


def _tag(match: re.Match[str]) -> Token:
    if match["remark"]:
        return Token("remark", match["remark"], *match.span())
    if match["end"]:
        return Token("end", ("/", match["end"].rpartition(":")[2]), *match.span())
    name = match["start"].rpartition(":")[2]
    identifier = attributes_of(match.group()).get("xml:id", "")
    if match["empty"]:
        return Token("empty", ("<>", name, identifier), *match.span(), identifier)
    return Token("start", ("<", name, identifier), *match.span(), identifier)


def is_label(token: Token) -> bool:
    """Whether *token* is the printed label of a turn that has an identifier."""
    return isinstance(token.key, tuple) and token.key[0] == _LABEL


def is_named(token: Token) -> bool:
    """Whether *token* is known by an identifier: its own, or that of the turn whose label it is."""
    return bool(token.identifier) or is_label(token)


def reading(token: Token) -> str:
    """What the leaf *token* is known by in whatever it stands; '' where it is not so known."""
    known = token.key[0] if token.kind == "leaf" and isinstance(token.key, tuple) else ""
    return str(known[-1]) if isinstance(known, tuple) else ""


def unpaired(text: str) -> list[str]:
    """The tags in *text* without their partners."""
    found: list[str] = []
    for match in _MARKUP.finditer(text):
        if match["end"]:
            if found and found[-1] == match["end"]:
                found.pop()
            else:
                found.append(f"/{match['end']}")
        elif match["start"] and not match["empty"]:
            found.append(match["start"])
    return found
