"""The index of all documents, made from their records: by date, by title, by length.

Each order has pages of its own, so that none needs a script; a long one is parted. The first page
of the first order is the home of the edition, and shows when there were meetings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.pages import Page, made_pages, part_address
from edition.publishing.record import Record
from edition.publishing.sheets import sheet
from edition.publishing.sorting import folded
from edition.publishing.timeline import Meeting, timeline
from edition.resources import INDEX

MOST_ROWS = 120  # on a page: it stays below 150 kB
_TOGETHER = 10  # pages that the engine is given at once
_COLUMNS = ("name", "date", "title", "place", "language", "participants", "turns", "words", "html")


class _Order(NamedTuple):
    """An order of documents: the address of its pages, what it sorts by, what it shows of that."""

    name: str
    address: str
    key: Callable[[Record], tuple[object, ...]]
    shown: Callable[[Record], str]


_ORDERS = (
    _Order("date", "index.html", lambda it: (not it.date, it.date, it.name), lambda it: it.date),
    _Order(
        "title",
        "documents/title.html",
        lambda it: (folded(it.title), it.date, it.name),
        lambda it: it.title,
    ),
    _Order(
        "length",
        "documents/length.html",
        lambda it: (-it.words, it.date, it.name),
        lambda it: str(it.words),
    ),
)


def index_pages(
    records: Iterable[Record],
    *,
    language: str = "en",
    title: str = "",
    subjects: bool = False,
    data: Iterable[str] = (),
) -> Iterator[Page]:
    """The pages that list the documents of *records*; the first is ``index.html``.

    *title* is the name of the whole edition; *subjects* says whether there are pages of persons,
    places …, to which they lead; *data* are the paths below ``output/`` of what there is of the
    whole edition besides. Raises EditionError (P003, P004).
    """
    common = {"language": language, "title": title, "data": " ".join(data)}
    yield from made_pages(INDEX, _together(list(records)), subjects=subjects, **common)


def documents_table(records: Iterable[Record]) -> bytes:
    """The documents as CSV, by date."""
    ordered = sorted(records, key=_ORDERS[0].key)
    return sheet(_COLUMNS, ([getattr(it, column) for column in _COLUMNS] for it in ordered))


def _together(records: Sequence[Record]) -> Iterator[Element]:
    """What the engine is given at once: some pages."""
    pages = _pages(records)
    while together := list(islice(pages, _TOGETHER)):
        root = etree.Element("indexes")
        root.extend(together)
        yield root


def _pages(records: Sequence[Record]) -> Iterator[Element]:
    """What each page is made from."""
    totals = {"documents": len(records)}
    totals["turns"], totals["words"] = (
        sum(it.turns for it in records),
        sum(it.words for it in records),
    )
    for order in _ORDERS[: 3 if len(records) > 1 else 1]:
        ordered = sorted(records, key=order.key)
        parts = [ordered[n : n + MOST_ROWS] for n in range(0, len(ordered), MOST_ROWS)] or [[]]
        for number, part in enumerate(parts, 1):
            address = _part(order.address, number)
            root = etree.Element("records", address=address, order=order.name)
            root.attrib.update({key: str(total) for key, total in totals.items()})
            root.set("root", "../" * address.count("/"))
            if len(records) > 1:
                _add_orders(root)
            if len(parts) > 1:
                _add_parts(root, order, parts, number)
            if order is _ORDERS[0] and number == 1:
                _add_timeline(root, parts)
            for record in part:
                values = {key: str(value) for key, value in asdict(record).items()}
                del values["parts"]
                etree.SubElement(root, "record", values)
            yield root


def _part(address: str, number: int) -> str:
    """Where part *number* is. Only the first page of all lies beside those of documents."""
    is_home = address == _ORDERS[0].address
    return part_address("documents/date.html" if is_home and number > 1 else address, number)


def _add_orders(root: Element) -> None:
    for order in _ORDERS:
        etree.SubElement(root, "order", name=order.name, address=order.address)


def _add_parts(root: Element, order: _Order, parts: Sequence[Sequence[Record]], here: int) -> None:
    for number, part in enumerate(parts, 1):
        link = etree.SubElement(root, "part", address=_part(order.address, number))
        link.attrib.update({"first": order.shown(part[0]), "last": order.shown(part[-1])})
        link.set("here", "yes" if number == here else "no")


def _add_timeline(root: Element, parts: Sequence[Sequence[Record]]) -> None:
    """When the meetings were, and on which page of the order by date each time is."""
    meetings = [
        Meeting(record.date, _part(_ORDERS[0].address, number))
        for number, part in enumerate(parts, 1)
        for record in part
    ]
    if (drawn := timeline(meetings)) is not None:
        root.append(drawn)
