"""A second index, by Pagefind, for editions that are served: where ``[search] pagefind`` wants it.

Pagefind (an optional package, a program in it) is given of each document what our own index has:
its passages, by speech. The same documents give the same, but for the order of values in its
filters, and what has their checksum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import EditionError, diagnostic
from edition.files import read_bytes
from edition.publishing.data import Data
from edition.publishing.search.lines import Line, lines

if TYPE_CHECKING:
    from edition.diagnostic import Place

FOLDER = "html/pagefind"  # below ``output/``
# Interfaces of Pagefind's own, which nothing here shows.
_UNUSED = tuple(f"pagefind-{it}" for it in ("ui", "modular", "component", "highlight"))
# Either has the program itself, the first that for Chinese and Japanese, too.
_PROGRAMS = ("pagefind_bin_extended", "pagefind_bin")
PACKAGES = ("pagefind", *_PROGRAMS)  # each is a module of its name; of the programs one will do


def need_pagefind(place: Place) -> None:
    """Raise EditionError (P010) where Pagefind, which *place* asks for, is not installed."""
    if missing_for_pagefind():
        raise EditionError(diagnostic("P010", place))


def missing_for_pagefind() -> str:
    """Why Pagefind cannot be used; '' if it can."""
    if find_spec("pagefind") is None:
        return "Pagefind is not installed"
    return "" if any(map(find_spec, _PROGRAMS)) else "the program of Pagefind is not installed"


def searched_page(data: Data) -> tuple[str, str]:
    """What Pagefind is given of the document *data*: the name of its page, and HTML.

    A heading for each speech has the identifier where that begins, so that hits lead there.
    """
    record = data.document
    root = etree.Element("html", lang=record.language or "und")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = record.title
    speakers = dict.fromkeys(who for turn in data.turns for who in turn.who)
    places = {it.entry for it in data.occurrences if it.element == "placeName"}
    filters = [("speaker", data.entries.get(it, it)) for it in speakers]
    filters += [("place", data.entries.get(it, it)) for it in sorted(places)]
    filters += [("year", record.date[:4])] * bool(record.date)
    for name, value in filters:
        meta = etree.SubElement(head, "meta", content=value)
        meta.set("data-pagefind-filter", f"{name}[content]")
    body = etree.SubElement(root, "body")
    etree.SubElement(body, "h1").text = record.title
    for (who, label), speech in groupby(lines(data), lambda it: (it.who, it.label)):
        _add_speech(body, data.names(who) or label, list(speech))
    html = etree.tostring(root, method="html", encoding="unicode", doctype="<!DOCTYPE html>")
    return f"{record.name}.html", html


def pagefind_files(pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """The index of *pages*, as :func:`searched_page` makes them: paths below ``output/``, bytes."""
    import asyncio  # with what it imports, a tenth of what other builds import
    from concurrent.futures import ThreadPoolExecutor
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name, ThreadPoolExecutor(1) as apart:
        folder = Path(name)
        (folder / "pages").mkdir()
        for page, html in pages:
            (folder / "pages" / page).write_text(html, encoding="utf-8")
        # In a thread of its own: whoever calls may have a loop of events already.
        apart.submit(asyncio.run, _index(folder)).result()
        made = folder / "index"
        for file in sorted(made.rglob("*")):
            if file.is_file() and not file.name.startswith(_UNUSED):
                yield f"{FOLDER}/{file.relative_to(made).as_posix()}", read_bytes(file)


def _add_speech(body: Element, speaker: str, speech: list[Line]) -> None:
    heading = etree.SubElement(body, "h2")
    heading.text = speaker
    if speech[0].place:
        heading.set("id", speech[0].place)
    for line in speech:
        etree.SubElement(body, "p").text = line.words


async def _index(folder: Path) -> None:
    """Write what Pagefind makes of ``pages`` in *folder* to ``index`` there."""
    from pagefind.service import PagefindService  # a program that is started

    async with PagefindService() as service:
        index = await service.create_index()
        await index.add_directory(
            str(folder / "pages")
        )  # at once: each call takes a tenth of a second
        await index.write_files(output_path=str(folder / "index"))
