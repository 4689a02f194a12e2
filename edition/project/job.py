"""A build under way: what it is to make, what there was, what it writes with, what it tells."""

from __future__ import annotations

from edition.project.checked import Checks
from edition.project.folder import Project
from edition.project.inputs import Wanted
from edition.project.ledger import Ledger, digest
from edition.project.manifest import checksum
from edition.project.memory import Memory
from edition.project.program import program_checksum, release
from edition.project.proposals import Proposals
from edition.project.report import Build, Watch
from edition.project.writer import Writer
from edition.resources import (
    ABOUT,
    CITE,
    FACING,
    FIGURES,
    INDEX,
    PAGE,
    RECORD,
    RULES,
    SUBJECTS,
    TEXT,
)
from edition.saxon import engine
from edition.settings import Settings

_BESIDE_PAGES = (FACING, FIGURES, CITE, SUBJECTS, INDEX, ABOUT)


class Job:
    """What all that work on a build of *project* share."""

    def __init__(
        self,
        project: Project,
        wanted: Wanted,
        settings: Settings,
        memory: Memory,
        watch: Watch,
        *,
        report: Build,
        anew: bool,
    ) -> None:
        self.project = project
        self.wanted = wanted
        self.settings = settings
        self.memory = memory
        self.watch = watch
        self.report = report
        self.checks = Checks()
        surroundings = _surroundings(wanted, settings)
        self.ledger = Ledger(project.folder, project.output, memory, surroundings, anew=anew)
        known = self.ledger.before.files()
        self.writer = Writer(project.output, memory, self.ledger.journal, known)
        self.proposals = Proposals(project.source)
        self._is_prepared = False

    def prepare_engine(self) -> None:
        """Let the engine compile what will be needed while this process reads and encodes."""
        if self._is_prepared:
            return
        self._is_prepared = True
        pages = "html" in self.wanted.outputs
        if pages and self.wanted.theme.package is None:  # a theme is compiled when it is read
            engine("pages").prepare(PAGE)
        texts = [TEXT] if "text" in self.wanted.outputs else []
        engine().prepare(RULES, *texts, RECORD, *_BESIDE_PAGES * pages)

    def begin_writing(self) -> None:
        """Before each thing that is made. Raises FileAccessError."""
        self.prepare_engine()
        self.ledger.note_progress()


def _surroundings(wanted: Wanted, settings: Settings) -> dict[str, str]:
    """What stands for all that concerns every document, by what a reader would call it."""
    asked = (sorted(wanted.outputs), wanted.width, wanted.profiles, sorted(wanted.books))
    return {
        "the program": program_checksum(),
        "edition.toml": digest(settings),
        "what is asked for": digest(asked),
        "the theme": digest([wanted.theme.checksum, checksum(wanted.theme.style)]),
        "WeasyPrint": release("weasyprint", "weasyprint") if wanted.asks_for("pdf") else "",
    }
