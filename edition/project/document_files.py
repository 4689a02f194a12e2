"""All files of one document: what readers, citers and programs get of it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from edition.diagnostic import FileAccessError
from edition.files import read_bytes
from edition.project.draft import Reading
from edition.project.harvest import Harvest
from edition.project.manifest import Checksums
from edition.publishing.citing import citing
from edition.publishing.data import encoded
from edition.publishing.figures import document_figures
from edition.publishing.outputs import Output
from edition.publishing.pages import part_address
from edition.publishing.search.texts import text_scripts
from edition.publishing.tables import tables
from edition.settings import Settings

Files = dict[str, bytes]


def document_files(
    reading: Reading,
    settings: Settings,
    outputs: Collection[Output],
    *,
    address: str,
    texts_before: Files,
) -> Files:
    """The files of a document, by path below ``output/``; *reading* is what readers get of it.

    *address* is where its page will be on the web, or ''; *texts_before* are plain texts of an
    earlier build that stay, and are listed among the forms of the document.
    """
    shown = reading.publication
    files = _texts(reading, outputs)
    if "html" in outputs:
        made = _pages(reading) | files
        report = settings.edition.report
        files = made | citing(
            shown.data,
            texts_before | made,
            address=address,
            report=report,
            subjects=True,
            earlier=reading.earlier,
        )
        files |= Harvest(settings).of_document(shown.data)
        files |= text_scripts(shown.data)
    return files


def texts_in(output: Path, files: Checksums) -> Files:
    """The plain texts among *files*, as they lie in *output*."""
    texts = {}
    for path in files:
        if path.startswith("text/"):
            with suppress(FileAccessError):  # somebody has taken it away
                texts[path] = read_bytes(output / path)
    return texts


def _texts(reading: Reading, outputs: Collection[Output]) -> Files:
    """The TEI, plain texts and books."""
    shown = reading.publication
    stem = shown.record.name
    files = {f"tei/{stem}.xml": reading.public}
    files |= {f"text/{name}/{stem}.txt": text.encode() for name, text in reading.texts.items()}
    files |= {f"{kind}/{stem}.{kind}": data for kind, data in reading.books.items()}
    if "text" in outputs:
        files[f"text/{stem}.txt"] = shown.text.encode()
    return files


def _pages(reading: Reading) -> Files:
    """The page with what belongs to it, and the same as data."""
    shown = reading.publication
    stem = shown.record.name
    figures = document_figures(shown.data, language=shown.record.language)
    files = {
        f"data/{stem}.json": encoded(shown.data),
        f"html/figures/{stem}.html": figures.encode(),
    }
    for n, page in enumerate(shown.pages, 1):
        files[part_address(f"html/{stem}.html", n)] = page.encode()
    for n, page in enumerate(reading.facing, 1):
        files[part_address(f"html/facing/{stem}.html", n)] = page.encode()
    return files | {f"data/{name}/{stem}.csv": rows for name, rows in tables(shown.data).items()}
