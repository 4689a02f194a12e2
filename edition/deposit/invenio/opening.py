"""The deposit of a document: what of it lies where, and the repository it goes to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from edition.deposit.alone import standing_alone
from edition.deposit.deposits import Deposits
from edition.deposit.file_names import UnsafeNameError, safe_name
from edition.deposit.invenio.host import Host
from edition.deposit.invenio.package import Package, read_package
from edition.deposit.invenio.text import Text
from edition.deposit.layout import FOLDER
from edition.deposit.source_sum import faults_of_sum
from edition.deposit.state import State, StateFile
from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.project.folder import DEPOSITS, Project, Sources
from edition.project.strays import refuse_foreign, refuse_other_xml
from edition.publishing.tei import published_tei
from edition.tei.document import parse, read_document
from edition.tei.vocabulary import tei

if TYPE_CHECKING:  # what it imports opens a socket at once
    from edition.deposit.invenio.drafts import Drafts

# Findings on the terms of the source.
_OF_SOURCES = ("A015", "A016", "A034", "A043")


class Deposit:
    """The deposit of the document *sources* of *project* at *host*."""

    def __init__(self, project: Project, sources: Sources, host: Host) -> None:
        slug = sources.stem
        self.host = host
        self.tei = sources.tei
        self.file = _state_file(project, slug)
        self._folder = project.output / FOLDER / _package_name(slug)
        self._slug = slug
        self._sources = sources
        self._version = project.settings().edition.version

    def begun(self) -> State | None:
        """How far it is, if it was begun. Raises EditionError: U004; U012 at another host."""
        state, host = self.file.read(), self.host.base
        if state is not None and state.host != host:
            place = Place(str(self.file.path))
            raise EditionError(diagnostic("U012", place, there=state.host, host=host))
        return state

    def state(self, *, may_be_open: bool = False) -> State:
        """How far it is. Raises EditionError: as :meth:`begun`; U017 if it was not.

        *may_be_open*: also where it is not known whether there is a draft.
        """
        state = self.begun()
        if state is None or (state.stage == "creating" and not may_be_open):
            raise EditionError(diagnostic("U017", Place(str(self.file.path)), slug=self._slug))
        return state

    def text(self) -> Text:
        """The TEI of the document. Raises EditionError, also for TEI of other making (E019)."""
        text = Text(self.tei)
        refuse_other_xml(text.document)
        refuse_foreign(text.document)
        return text

    def package(self) -> Package:
        """What is deposited. Raises EditionError (U030–U033)."""
        return read_package(self._folder, self._slug)

    def refuse_old(self, package: Package) -> None:
        """Raise EditionError where *package* was not made of what lies in ``source/`` now.

        U045 for another TEI, A117 for another transcript than the one of which it tells.
        """
        now = read_document(self.tei)
        if found := faults_of_sum(now, self._sources):
            raise EditionError(*found)
        alone = standing_alone(published_tei(now.data, now))
        if package.tei.data != parse(alone, "").data:
            raise EditionError(diagnostic("U045", Place(str(self.tei)), slug=self._slug))

    def doubts(self, package: Package) -> list[Diagnostic]:
        """What a person should look at once more before *package* is public.

        Whether the source may be used, by the header, and whether this is the version meant.
        """
        from edition.deposit.gate import gate  # which is slow to import

        found = [it for it in gate(package.tei, self._slug, ()) if it.code in _OF_SOURCES]
        said = self._version
        if said and said != package.version:
            place = Place(package.tei.name)
            found.append(diagnostic("U047", place, said=said, version=package.version))
        return found

    @contextmanager
    def drafts(self) -> Iterator[Drafts]:
        """The repository as the owner of the token sees it. Raises EditionError (U002, U003)."""
        from edition.deposit.invenio.connection import Connection  # which opens a socket at once
        from edition.deposit.invenio.drafts import Drafts
        from edition.deposit.invenio.token import find_token

        with closing(Connection(self.host, find_token(self.host.name))) as connection:
            yield Drafts(connection)

    @contextmanager
    def readers(self) -> Iterator[Drafts]:
        """The repository as everybody sees it."""
        from edition.deposit.invenio.connection import Connection
        from edition.deposit.invenio.drafts import Drafts

        with closing(Connection(self.host, None)) as connection:
            yield Drafts(connection)


def open_deposit(folder: Path, slug: str, address: str | None) -> Deposit:
    """The deposit of the document *slug* of the edition in *folder*.

    *address* is that of the repository; None is that which ``edition.toml`` says, else that where
    the deposit was begun. Raises FileAccessError, or EditionError: U001, U005 where no repository
    is said; U018; U019 for a package of several documents; U004, U056 as :class:`StateFile`;
    U060 where another deposit has the same record.
    """
    project = Project(folder)
    documents = [it for it in project.documents() if it.stem == slug and it.tei.exists()]
    if not documents:
        raise EditionError(_no_document(project, slug))
    begun = _begun(project, slug)
    file = project.settings_file
    said = (
        (address or "", "--to"),
        (project.settings().deposit.host, str(file)),
        (begun.host if begun else "", str(_state_file(project, slug).path)),
    )
    written, where = next((it for it in said if it[0]), ("", ""))
    if not written:
        raise EditionError(diagnostic("U005", Place(str(file))))
    return Deposit(project, documents[0], Host.of(written, where))


def _state_file(project: Project, slug: str) -> StateFile:
    return StateFile(project.source / DEPOSITS / f"{slug}.json")


def _begun(project: Project, slug: str) -> State | None:
    """How far the deposit of *slug* is, if it was begun, and no other is the same one (U060)."""
    file = _state_file(project, slug)
    state = file.read()
    if state is not None:
        Deposits(file.path.parent).refuse_twin(file.path, state)
    return state


def _no_document(project: Project, slug: str) -> Diagnostic:
    """Why *slug* cannot be deposited: it is no document."""
    folder = project.output / FOLDER / slug
    packed = folder / "upload" / f"{slug}.xml"
    if packed.is_file() and read_document(packed).root.tag == tei("teiCorpus"):
        return diagnostic("U019", Place(str(folder)), slug=slug, folder=folder)
    return diagnostic("U018", Place(str(project.source / f"{slug}.xml")))


def _package_name(slug: str) -> str:
    """What the package of *slug* is called; of a name that no repository takes there is none."""
    try:
        return safe_name(slug)
    except UnsafeNameError:
        return slug
