"""A long page of a document in parts: no page is so heavy that a reader has to wait for it.

An identifier has its place in one part. Its address stays that in the first, ``NAME.html#p12``,
which leads on; links of the edition lead to the part itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from edition.publishing.pages import part_address
from edition.publishing.transformation import transformed
from edition.resources import PARTS
from edition.tei.document import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 150_000  # of a page
# About how many bytes of text there are in a part: the first with which no page is too large.
_MOST_OF_TEXT = (100_000, 80_000, 65_000, 50_000, 35_000)
_FEW_PARTS = 60  # that each of them lists; of more, only the first does
_RUN = re.compile(r"(.*):(\d+)-(\d+)", re.DOTALL)


class Parted(msgspec.Struct, frozen=True):
    """The pages of a document, and what each *has*: identifiers in short, none where it is one."""

    pages: tuple[str, ...]
    has: tuple[str, ...] = ()


def parted_page(html: str, name: str, address: str) -> Parted:
    """The page *html* of the document *name* in parts, the first at *address* (``NAME.html``).

    Raises EditionError (P003, P004).
    """
    data = html.encode()
    if len(data) <= MOST_BYTES:
        return Parted((html,))
    page = parse(data.partition(b">")[2], name)
    parted = Parted((html,))
    for most in _MOST_OF_TEXT:
        made = transformed(
            PARTS, page, file=address.removesuffix(".html"), most=most, few=_FEW_PARTS
        ).text
        parted = msgspec.json.decode(made, type=Parted)
        if _are_light(parted.pages):
            break
    if len(parted.pages) == 1:
        return Parted((html,))  # a long paragraph: there is nowhere to part it
    return Parted(tuple(f"{it}\n" for it in parted.pages), parted.has)


def _are_light(pages: tuple[str, ...]) -> bool:
    """Whether no page is too large; but the first of very many, which smaller parts make larger."""
    others = pages[len(pages) > _FEW_PARTS :]
    return all(len(it.encode()) < MOST_BYTES for it in others)


def place_in(address: str, has: tuple[str, ...], identifier: str) -> str:
    """The address of *identifier* in the page at *address*, of which the parts *has* tell."""
    part = _places(has).get(identifier, 1) if has else 1
    return f"{part_address(address, part)}#{identifier}"


@lru_cache(maxsize=16)
def _places(has: tuple[str, ...]) -> dict[str, int]:
    return {
        identifier: n for n, said in enumerate(has, 1) for identifier in _identifiers(said.split())
    }


def _identifiers(said: list[str]) -> Iterator[str]:
    for it in said:
        run = _RUN.fullmatch(it)
        if run is None:
            yield it
        else:
            yield from (f"{run[1]}{n}" for n in range(int(run[2]), int(run[3]) + 1))
