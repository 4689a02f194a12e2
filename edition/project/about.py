"""What there is to say about a whole edition when it is made, gathered on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from edition.diagnostic import EditionError
from edition.files import read_bytes
from edition.project.checked import Checks
from edition.project.manifest import Manifest
from edition.publishing.about import about_page, compared_table, elements_page
from edition.publishing.account import Counted
from edition.publishing.data import Data
from edition.publishing.elements import Example, examples
from edition.publishing.guide import guide_pages
from edition.publishing.pages import is_page
from edition.publishing.record import Record
from edition.publishing.subjects import FOLDERS
from edition.publishing.survey import PageSurvey, survey_page, survey_site
from edition.resources import SCHEMAS
from edition.settings import Settings
from edition.tei.document import parse

_FOLDER = "html/about"
_ABOUT, _ELEMENTS = f"{_FOLDER}/index.html", f"{_FOLDER}/elements.html"
_SUBJECTS = ("people", "places", "organisations", "events", "works", "objects")
SOURCES = "data/sources.csv"
# Of each page by path: its checksum, what is in it.
Surveys = dict[str, tuple[str, PageSurvey]]


class About:
    """Counts over all documents; files about the edition when the others are written."""

    def __init__(self, settings: Settings, output: Path, language: str) -> None:
        self._settings = settings
        self._output = output
        self._language = language
        self._elements: Counter[str] = Counter()
        self._first: dict[str, tuple[Record, str]] = {}
        self._entries: Counter[str] = Counter()
        self.looked_for: dict[str, bool] = {}

    def add(self, data: Data) -> None:
        """Count a document."""
        for name, use in data.elements.items():
            self._elements[name] += use.number
            self._first.setdefault(name, (data.document, use.place))

    def count_entries(self, kinds: Mapping[str, str]) -> None:
        """Count entries, of which *kinds* has the TEI elements."""
        self._entries.update(FOLDERS[kind] for kind in kinds.values())

    def files(
        self, checks: Checks, now: Manifest, records: Sequence[Record], surveys: Surveys
    ) -> Iterator[tuple[str, bytes]]:
        """The files about the edition, by path, *now* being what else there is of it.

        *surveys* are those of an earlier build, and are brought up to date. Raises EditionError
        (P003, P004) and FileAccessError.
        """
        guide = guide_pages(read_bytes(SCHEMAS / "guide.html"), language=self._language)
        made = {f"{_FOLDER}/{name}": page for name, page in guide.pages.items()}
        made[_ELEMENTS] = self._elements_page(guide.places).encode()
        yield from made.items()
        files = now.files()
        compared = [
            checks.compared(it, files.get(f"tei/{it.name}.xml", ""))
            for it in sorted(records, key=lambda it: (it.date, it.name))
        ]
        yield SOURCES, compared_table(compared)
        self._bring_up_to_date(surveys, files, made)
        site = {path: page for path, (_sum, page) in surveys.items()}
        known = files.keys() | {_ABOUT}
        survey = survey_site(site, lambda path: path in known or self._is_there(path))
        page = about_page(
            self._settings,
            self._counted(records),
            checks.checked(),
            compared,
            survey,
            language=self._language,
        )
        yield _ABOUT, page.encode()

    def _is_there(self, path: str) -> bool:
        """Whether there is a file that no build makes, to which a page leads."""
        self.looked_for[path] = (self._output / path).is_file()
        return self.looked_for[path]

    def _elements_page(self, guide: Mapping[str, str]) -> str:
        wanted: dict[str, set[str]] = {}
        for name, (record, _place) in self._first.items():
            wanted.setdefault(record.name, set()).add(name)
        found: dict[str, Example] = {}
        for stem, names in wanted.items():
            file = self._output / "tei" / f"{stem}.xml"
            with suppress(EditionError):  # somebody else wrote into output/
                root = parse(read_bytes(file), str(file)).root
                for name, markup in examples(root, frozenset(names)):
                    record, place = self._first[name]
                    page = f"../{record.address_of(place)}"
                    found[name] = Example(markup, page)
        return elements_page(self._elements, found, guide, language=self._language)

    def _counted(self, records: Sequence[Record]) -> list[Counted]:
        totals = [
            Counted("documents", len(records)),
            Counted("turns", sum(it.turns for it in records)),
            Counted("words", sum(it.words for it in records)),
        ]
        entries = [Counted(f"subjects-{it}", self._entries[it]) for it in _SUBJECTS]
        return totals + [it for it in entries if it.number]

    def _bring_up_to_date(
        self, surveys: Surveys, files: Mapping[str, str], made: Mapping[str, bytes]
    ) -> None:
        """Survey every page but the one about the edition, which tells of it."""
        pages = {it: check for it, check in files.items() if is_page(it)}
        # The last good page of a wrong document is not made again where somebody removed it.
        pages = {it: check for it, check in pages.items() if (self._output / it).is_file()}
        wanted = pages.keys() - {_ABOUT, *made}
        for path in surveys.keys() - wanted:
            del surveys[path]
        for path in sorted(wanted):
            if path not in surveys or surveys[path][0] != pages[path]:
                data = read_bytes(self._output / path)
                surveys[path] = pages[path], survey_page(path, data)
        for path, data in made.items():
            surveys[path] = "", survey_page(path, data)
