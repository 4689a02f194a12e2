"""What is wrong in a ``theme.css``: what no browser reads, and what one would fetch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from edition.diagnostic import Diagnostic, Place, diagnostic

if TYPE_CHECKING:
    from tinycss2.ast import Node

_OF_PICTURES = frozenset({"image", "image-set", "-webkit-image-set", "cross-fade"})
_OF_ADDRESSES = frozenset({"url", "src"}) | _OF_PICTURES
_WITHIN = ("data:", "#")


def faults_of_style(data: bytes, name: str) -> list[Diagnostic]:
    """The findings P005 and P006 in *data*, the file *name*."""
    if not data.strip():
        return []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return [diagnostic("P006", Place(name, line), reason="it is not UTF-8")]
    from tinycss2 import parse_stylesheet  # few projects have a style of their own

    return list(_Style(name).rules(parse_stylesheet(text, skip_comments=True)))


class _Style:
    """A look through the rules of the file *name*."""

    def __init__(self, name: str) -> None:
        self._name = name

    def rules(self, nodes: Iterable[Node]) -> Iterator[Diagnostic]:
        """What is wrong in *nodes*: rules, and declarations, which may stand among them."""
        for node in nodes:
            kind = node.type
            if kind == "error":
                yield self._wrong(node)
            elif kind == "at-rule" and node.lower_at_keyword == "import":
                yield self._fetches(node, "@import")
            elif kind in ("at-rule", "qualified-rule"):
                yield from self._tokens(node.prelude)
                yield from self._block(node)
            elif kind == "declaration":
                yield from self._tokens(node.value)

    def _block(self, rule: Any) -> Iterator[Diagnostic]:
        from tinycss2 import parse_blocks_contents

        if rule.content is not None:
            yield from self.rules(parse_blocks_contents(rule.content, skip_comments=True))

    def _tokens(self, tokens: Iterable[Node], *, is_address: bool = False) -> Iterator[Diagnostic]:
        """What is fetched by *tokens*; *is_address*: strings among them are addresses."""
        for token in tokens:
            kind = token.type
            if kind == "error":
                yield self._wrong(token)
            elif kind == "url" or (kind == "string" and is_address):
                if not token.value.strip().lower().startswith(_WITHIN):
                    yield self._fetches(token, token.value)
            elif kind == "function":
                is_of_address = is_address or token.lower_name in _OF_ADDRESSES
                yield from self._tokens(token.arguments, is_address=is_of_address)
            elif kind in ("() block", "[] block", "{} block"):
                yield from self._tokens(token.content, is_address=is_address)

    def _wrong(self, node: Any) -> Diagnostic:
        return diagnostic("P006", self._place(node), reason=node.message)

    def _fetches(self, node: Node, what: str) -> Diagnostic:
        return diagnostic("P005", self._place(node), what=what[:80])

    def _place(self, node: Node) -> Place:
        return Place(self._name, node.source_line, node.source_column)
