"""The whole corpus: its root, the lists of persons and bodies, and what categories mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.export.form import Form, Whole
from edition.export.opened import Opened
from edition.export.parlamint.building import add
from edition.export.parlamint.component import Component, component
from edition.export.parlamint.header import LICENCE, address_of
from edition.export.parlamint.people import add_offices, bodies, listed, offices, person
from edition.export.parlamint.root import Totals, parlamint_root
from edition.export.parlamint.wording import wording
from edition.export.target import Target
from edition.header.corpus import add_includes
from edition.rights.licences import known_licence
from edition.settings import Settings
from edition.tei.registers import Registers
from edition.tei.serialise import serialise
from edition.tei.vocabulary import TEI_NAMESPACE, XML_ID, XML_LANG, tei


class ParlaMint(Form[Component]):
    """``NAME.xml``, its lists and taxonomies, and a folder for each year with the documents."""

    def __init__(self, whole: Whole, registers: Registers, target: Target) -> None:
        super().__init__(whole, registers, target)
        self._totals = Totals()
        self._files: dict[str, str] = {}  # of the edition, by their path in the corpus
        self._people: dict[str, bytes] = {}
        self._offices: dict[str, set[str]] = {}

    @staticmethod
    def faults(whole: Whole, registers: Registers) -> list[Diagnostic]:
        """What ParlaMint wants of the whole and nobody has said (K010, K012, K013)."""
        place = Place(whole.settings_file)
        found = [
            diagnostic("K010", place, element=element, line=line, table=table)
            for element, table, line in _unsaid(whole.settings, registers)
        ]
        licence = whole.settings.edition.licence
        if licence is not None and known_licence(licence.target) != known_licence(LICENCE):
            found.append(diagnostic("K012", place, target=licence.target))
        if whole.settings.parlamint.speakers is None:
            found.append(diagnostic("K013", place))
        return found

    @staticmethod
    def make(document: Opened, whole: Whole) -> tuple[Component, list[Diagnostic]]:
        """*document* as a component."""
        return component(document, whole)

    def add(self, _stem: str, made: Component) -> None:
        """Write a component. Raises EditionError where another has its path (K006)."""
        if other := self._files.get(made.path):
            place = Place(made.file)
            raise EditionError(diagnostic("K006", place, name=made.path, other=other))
        self.target.put(made.path, made.data)
        self._files[made.path] = made.file
        self._totals.add(made)
        for key, (entry, said) in made.people.items():
            self._people.setdefault(key, entry)
            self._offices.setdefault(key, set()).update(said)

    def finish(self) -> list[Diagnostic]:
        """Write the lists and taxonomies, and last the root, which names all."""
        name = self.whole.name
        if not self._people:
            place = Place(self.whole.settings_file)
            raise EditionError(diagnostic("K017", place))
        own = self.whole.settings.parlamint.body
        lists = {
            "listOrg": bodies(self.registers, own, f"{name}.body"),
            "listPerson": list(self._persons()),
        }
        for kind, entries in lists.items():
            root = listed(kind, f"{name}-{kind}", entries)
            self.target.put(f"{name}-{kind}.xml", serialise(root, None))
        taxonomies = [f"{name}-taxonomy-{kind}" for kind in wording()["taxonomies"]]
        for identifier, said in zip(taxonomies, wording()["taxonomies"].values(), strict=True):
            self.target.put(f"{identifier}.xml", serialise(_taxonomy(identifier, said), None))
        root = parlamint_root(self.whole.settings, name, self._totals, taxonomies, [*lists])
        add_includes(root, sorted(self._files))
        self.target.put(f"{name}.xml", serialise(root, None))
        return []

    def _persons(self) -> Iterator[Element]:
        """Everybody who took part, as the registers have them, else as the first document has."""
        for key, data in sorted(self._people.items()):
            entry = self.registers.element(key)
            made = etree.fromstring(data) if entry is None else person(entry, key)
            told: dict[str, dict[str, str]] = {it: {} for it in self._offices[key]}
            add_offices(made, told if entry is None else told | offices(entry))
            yield made


def _unsaid(settings: Settings, registers: Registers) -> Iterator[tuple[str, str, str]]:
    """What *settings* lack: the element of ParlaMint, the table, and the line to add."""
    edition = settings.edition
    persons = [it for it in settings.editors if not it.body]
    wanted = (
        (edition.title, "titleStmt/title", "[edition]", 'title = "…"'),
        (persons, "respStmt", "[[editor]]", 'id = "jd" and name = "…"'),
        (settings.parlamint.funder, "funder", "[parlamint]", 'funder = "…"'),
        (edition.version, "edition", "[edition]", 'version = "1.0.0"'),
        (edition.publisher, "publisher", "[edition]", 'publisher = "…"'),
        (edition.date, "publicationStmt/date", "[edition]", 'date = "2026-01-31"'),
        (
            edition.licence,
            "licence",
            "[edition]",
            f'licence = {{ name = "CC BY 4.0", target = "{LICENCE}" }}',
        ),
        (address_of("", settings), "publicationStmt/idno", "[edition]", 'url = "https://…"'),
        (
            bodies(registers, settings.parlamint.body, "body"),
            "listOrg/org",
            "[parlamint]",
            'body = { name = "…", role = "institution" }',
        ),
    )
    for said, element, table, line in wanted:
        if not said:
            yield element, table, line


def _taxonomy(identifier: str, said: Mapping[str, object]) -> Element:
    made = etree.Element(tei("taxonomy"), nsmap={None: TEI_NAMESPACE})
    made.set(XML_ID, identifier)
    made.set(XML_LANG, "en")
    add(add(made, "desc", lang="en"), "term", str(said["term"]))
    categories = said["categories"]
    assert isinstance(categories, dict)  # noqa: S101 - our own table
    for name, (term, meaning) in categories.items():
        category = add(made, "category")
        category.set(XML_ID, name)
        described = add(category, "catDesc", lang="en")
        add(described, "term", term).tail = f": {meaning}"
    return made
