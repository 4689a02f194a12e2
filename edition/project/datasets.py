"""The whole edition as data, in ``output/data``: tables, places, network, a list of downloads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import get_args

from edition.project.manifest import Checksums
from edition.project.site import Gathering
from edition.publishing.networks import Network
from edition.publishing.outputs import Profile
from edition.publishing.places import geojson
from edition.publishing.tables import COLUMNS, described, headings

_DOWNLOADS = ("document", "path", "bytes", "sha256")
# Folders of output/ with files for readers to keep.
_KEPT = frozenset(
    {"tei", "text", "epub", "pdf", "data", "cite", "turns", "mentions", *get_args(Profile)}
)


def datasets(gathering: Gathering, network: Network) -> dict[str, bytes]:
    """Places and network, and what the columns of the tables hold, by path below ``output/``."""
    made = {f"data/{name}.csv-metadata.json": described(name) for name in COLUMNS}
    made["data/places.geojson"] = geojson(gathering.named())
    made["data/network.graphml"] = network.graphml(gathering.names, gathering.kinds())
    return made


def table(name: str, files: Iterable[Path]) -> Iterator[bytes]:
    """The table *name* of the whole edition, from those of the documents, in *files*."""
    head = headings(name)
    yield head
    for file in files:
        with suppress(FileNotFoundError), open(file, "rb") as stream:
            if stream.read(len(head)) != head:  # somebody else wrote into output/
                continue
            while part := stream.read(1 << 20):
                yield part


def downloads(output: Path, documents: Mapping[str, Checksums], shared: Checksums) -> bytes:
    """A row for each file that readers may keep: whose it is, where, how large, its SHA-256."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(_DOWNLOADS)
    for document, files in [*sorted(documents.items()), ("", shared)]:
        for path, check in sorted(files.items()):
            is_kept = PurePosixPath(path).parent.name in _KEPT
            if is_kept and not path.startswith("html/") and (output / path).is_file():
                writer.writerow((document, path, (output / path).stat().st_size, check))
    return stream.getvalue().encode()
