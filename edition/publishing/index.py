"""The index page: a table of all documents, made from their records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from lxml import etree

from edition.publishing.record import Record
from edition.publishing.transformation import transformed
from edition.resources import INDEX
from edition.tei.document import parse


def index_page(
    records: Iterable[Record],
    *,
    language: str = "en",
    title: str = "",
    subjects: bool = False,
    data: Iterable[str] = (),
) -> str:
    """The page that lists the documents of *records*, by date and then by name.

    *title* is the name of the whole edition; *subjects* says whether there are pages of persons,
    places …, to which it leads; *data* are the paths below ``output/`` of what there is of the
    whole edition besides. Raises EditionError (P003, P004).
    """
    root = etree.Element("records")
    for record in records:
        values = {key: str(value) for key, value in asdict(record).items()}
        etree.SubElement(root, "record", values)
    table = parse(etree.tostring(root, encoding="UTF-8"), "index")
    page = transformed(
        INDEX, table, language=language, title=title, subjects=subjects, data=" ".join(data)
    )
    return page.text + "\n"
