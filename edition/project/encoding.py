"""From a transcript's bytes to its TEI file, and what there is to say about it on the way."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Sequence, Set
from dataclasses import dataclass
from pathlib import PurePath

from msgspec.structs import replace

from edition.checking.registers import without_home
from edition.clock import change_date
from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.names.known import Known
from edition.names.model import Entry, Naming, Register
from edition.names.naming import name as name_in
from edition.project.candidates import RegisterChanges, register_changes, write
from edition.project.decided import open_names
from edition.project.folder import UNPRINTABLE, Project
from edition.settings import Settings
from edition.tei.document import Document, parse
from edition.tei.doubts import entries_of
from edition.tei.encode import encode, reserved
from edition.tei.facts import Facts, contradictions
from edition.tei.registers import Registers
from edition.tei.speaking import speakers_in
from edition.tei.unregistered import unregistered
from edition.transcript.convention_files import Conventions
from edition.transcript.model import Transcript
from edition.transcript.reader import read

_LISTS = (b"<listPerson", b"<listPlace", b"<listOrg")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A transcript as it was read, its TEI file, what it names, and what there is to say."""

    transcript: Transcript
    tei: bytes
    naming: Naming
    findings: tuple[Diagnostic, ...]


class Encoder:
    """Encodes one transcript after another: what one names, the next ones know.

    *registers* and *conventions* are the scholar's, *unread* what is wrong with one that cannot
    be used: then nothing is encoded. Only :meth:`propose` writes.
    """

    def __init__(
        self,
        registers: Registers,
        unread: Sequence[Diagnostic] = (),
        conventions: Conventions | None = None,
    ) -> None:
        self._registers = registers
        self._conventions = conventions
        self._unread = unread
        self._known = Known(registers.register)
        self._proposed: dict[str, Entry] = {}

    def encoded(
        self,
        data: bytes,
        name: str,
        settings: Settings,
        *,
        convention: str | None = None,
        schemas: str | None = None,
        before: Document | None = None,
        last: Document | None = None,
    ) -> Encoded:
        """The TEI of the transcript in *data*, called *name*, under *settings*.

        *convention* goes before that of the settings. *before* is its TEI file, if it has one, and
        *last* what the program wrote of it: whoever speaks under a label still does, and an entry
        to which it refers stays, though no register has it any longer. Raises EditionError (T…,
        G009, M012, M020).
        """
        if not name.isprintable():
            raise EditionError(diagnostic("M012", Place(name), reason=UNPRINTABLE))
        said = settings.for_transcript(PurePath(name).stem)
        wanted = convention or said.convention or None
        if _is_register(data):
            raise EditionError(diagnostic("G009", Place(name)))
        if self._unread:
            unread = self._unread[0].file
            raise EditionError(diagnostic("E003", Place(name), unread=unread))
        transcript = read(data, name, wanted, conventions=self._conventions, language=said.language)
        gone = unregistered(before, self._registers) if before else Registers()
        kept = gone.register.entries
        naming = self._with_related(
            name_in(
                transcript,
                self._knowing(gone),
                language=said.language,
                reserved=reserved(settings),
                speakers=speakers_in(before.root, last.root if last else None) if before else {},
            )
        )
        tei = encode(
            transcript,
            settings,
            naming=naming,
            copy=lambda entry: (gone if entry in kept else self._registers).entry_element(entry),
            schemas=schemas,
            change_date=day.isoformat() if (day := change_date()) else None,
        )
        against = (
            diagnostic("M107", Place(name), name=what, said=value, printed=printed)
            for what, value, printed in contradictions(Facts(transcript, settings, {}, None))
        )
        known = {"T022": said.title, "T023": said.date}  # so that the header has it all the same
        missing = (finding for finding in transcript.diagnostics if not known.get(finding.code))
        lost = without_home(before, self._registers, kept) if before else []
        named = open_names(naming.diagnostics, tei, before)
        found = (*missing, *named, *against, *lost)
        return Encoded(transcript, tei, naming, found)

    def _knowing(self, more: Registers) -> Known:
        """All that is known, and the entries of *more*."""
        if not more.register.entries:
            return self._known
        known = self._known.register
        return Known(replace(known, entries={**known.entries, **more.register.entries}))

    def _with_related(self, naming: Naming) -> Naming:
        """*naming* with the entries to which those of the registers point: a copy needs them."""
        entries = naming.register.entries
        known = self._registers.register.entries
        related = {
            name: known[name]
            for name in self._registers.related(entries)
            if name in known and name not in entries
        }
        if not related:
            return naming
        register = replace(naming.register, entries={**entries, **related})
        return replace(naming, register=register)

    def know(self, register: Register) -> None:
        """Let the next transcripts know what is proposed in *register*."""
        self._known.add(_candidates(register).values())

    def keep(self, register: Register, edited: bytes | None = None) -> None:
        """Let the registers have what is proposed in *register*: its document is kept.

        The next transcripts know it, too. Of what a scholar has *edited*, only what it has still:
        what was taken out is no proposal.
        """
        new = _candidates(register)
        if edited is not None:
            left = entries_of(parse(edited, ""))
            new = {name: entry for name, entry in new.items() if name in left}
        self._known.add(new.values())
        self._proposed |= new

    def propose(self, project: Project, settings: Settings) -> None:
        """Add to the registers of *project* the entries proposed.

        Raises FileAccessError, or EditionError where nothing can be added to one (G…, X…).
        """
        write(self.register_changes(project, settings, None))

    def register_changes(
        self, project: Project, settings: Settings, meant: Set[str] | None
    ) -> RegisterChanges:
        """What becomes of the registers of *project*: see :mod:`edition.project.candidates`."""
        return register_changes(project, settings, self._proposed, meant)


def _candidates(register: Register) -> dict[str, Entry]:
    return {entry.id: entry for entry in register.entries.values() if entry.candidate}


def _is_register(data: bytes) -> bool:
    """Whether *data*, where a transcript is expected, is XML with lists of entries and no text."""
    begins = data[:100].removeprefix(BOM_UTF8).lstrip().startswith(b"<")
    return begins and b"<text" not in data and any(name in data for name in _LISTS)
