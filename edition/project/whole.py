"""What a build makes of all documents together: indexes, pages of names, search, data, an account.

It is made from the data of each document, as ``output/data`` has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic, FileAccessError, Place
from edition.files import read_bytes
from edition.project.about import SOURCES, About
from edition.project.checked import Checks
from edition.project.datasets import datasets, downloads, table
from edition.project.folder import Project
from edition.project.harvest import Harvest
from edition.project.ledger import Ledger
from edition.project.manifest import Checksums, checksum
from edition.project.memory import Memory
from edition.project.site import Gathering, site_files
from edition.project.writer import Writer
from edition.publishing.cff import citation_file
from edition.publishing.data import decoded
from edition.publishing.figures import CorpusFigures
from edition.publishing.index import documents_table, index_pages
from edition.publishing.networks import Network
from edition.publishing.pages import is_page
from edition.publishing.record import Record
from edition.publishing.search.index import Index
from edition.publishing.search.pagefind import pagefind_files, searched_page
from edition.publishing.search.site import search_files
from edition.publishing.tables import COLUMNS
from edition.settings import Settings
from edition.tei.registers import Registers


class Whole:
    """All documents of *project*, of which *ledger* tells, when each is made."""

    def __init__(
        self, project: Project, settings: Settings, registers: Registers, ledger: Ledger
    ) -> None:
        self._project = project
        self._settings = settings
        self._registers = registers
        self._ledger = ledger
        self._now = now = ledger.now
        self._records: Sequence[Record] = [
            entry.record for entry in now.documents.values() if entry.record is not None
        ]
        languages = {record.language for record in self._records}
        # Pages of no document are in the language of the documents, where they have but one.
        self._language = languages.pop() if len(languages) == 1 else "en"
        self._harvest = Harvest(settings)
        self._about = About(settings, project.output, self._language)

    @property
    def looked_for(self) -> Mapping[str, bool]:
        """Of files that no build makes, to which pages lead, whether they are there."""
        return self._about.looked_for

    def write(self, writer: Writer, checks: Checks, memory: Memory) -> list[Diagnostic]:
        """Write all that there is to make, note it in the manifest, and tell what was found.

        *checks* are what was found in the documents. Raises EditionError (P003, P004) and
        FileAccessError.
        """
        shared = self._now.shared
        for name, data in self._site():
            shared |= writer.write({name: data})
        shared |= self._tables(writer)
        for name, data in self._index():
            shared |= writer.write({name: data})
        files = self._about.files(checks, self._now, self._records, memory.surveys)
        for name, data in files:
            shared |= writer.write({name: data})
        pages = filter(is_page, self._now.files())
        shared |= writer.write(self._harvest.sitemaps(pages))
        return list(self._harvest.findings(Place(str(self._project.settings_file))))

    def _site(self) -> Iterator[tuple[str, bytes]]:
        yield "data/documents.csv", documents_table(self._records)
        if (cited := citation_file(self._settings)) is not None:
            yield "CITATION.cff", cited
        gathering, network = Gathering(self._registers, self._project.output / "tei"), Network()
        index = Index()
        figures = CorpusFigures()
        searched: list[tuple[str, str]] = []
        for stem in sorted(self._now.documents):
            file = self._project.output / "data" / f"{stem}.json"
            with suppress(FileAccessError, ValueError):  # somebody else wrote into output/
                data = decoded(read_bytes(file))
                index.add(data, gathering.add(data), gathering.folders)
                network.add(data)
                figures.add(data)
                self._about.add(data)
                self._harvest.add(data)
                if self._settings.search.pagefind:
                    searched.append(searched_page(data))
        self._about.count_entries(gathering.kinds())
        yield from datasets(gathering, network).items()
        yield from site_files(gathering, figures, self._stays, language=self._language)
        pagefind = self._settings.search.pagefind
        yield from search_files(index, gathering.names, language=self._language, pagefind=pagefind)
        if pagefind:
            yield from pagefind_files(searched)
        yield from self._harvest.of_all(gathering).items()

    def _stays(self, page: Element) -> bool:
        """Whether an earlier build made of *page*, which says where it lies, what is there."""
        path = f"html/{unquote(page.get('address', ''))}"
        return self._ledger.stays(path, checksum(self._language.encode() + etree.tostring(page)))

    def _tables(self, writer: Writer) -> Checksums:
        """Write the tables of the whole edition, and what there is to have of it."""
        output, written = self._project.output, Checksums()
        for name in COLUMNS:
            files = [output / "data" / name / f"{stem}.csv" for stem in sorted(self._now.documents)]
            written |= writer.write_parts(f"data/{name}.csv", table(name, files))
        documents = {stem: entry.files for stem, entry in self._now.documents.items()}
        listed = downloads(output, documents, self._now.shared | written)
        return written | writer.write({"data/downloads.csv": listed})

    def _index(self) -> Iterator[tuple[str, bytes]]:
        """The pages that list the documents; what is written after them, too, they lead to."""
        data = [path for path in self._now.shared if not path.startswith("html/")]
        pages = index_pages(
            self._records,
            language=self._language,
            title=self._settings.edition.title,
            subjects=True,
            data=[*data, SOURCES],
        )
        for address, page in pages:
            yield f"html/{address}", page.encode()
