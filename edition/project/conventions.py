"""A project's own conventions: ``source/conventions/NAME.toml``."""

from __future__ import annotations

import os
from pathlib import Path

from edition.diagnostic import Diagnostic, EditionError
from edition.files import entries_of, read_bytes
from edition.project.folder import CONVENTIONS, Project
from edition.settings import unknown_conventions
from edition.transcript.convention import Convention
from edition.transcript.convention_files import Conventions, parse_convention


def read_conventions(beside: Path) -> tuple[Conventions, list[Diagnostic]]:
    """The conventions of the program, and those of a project whose transcripts lie in *beside*.

    With a finding for each that cannot be read, or for their folder.
    """
    own: dict[str, Convention] = {}
    findings: list[Diagnostic] = []
    try:
        files = _files(beside / CONVENTIONS)
    except EditionError as error:
        return Conventions(), [error.finding]
    for file in files:
        try:
            own[file.stem] = parse_convention(read_bytes(file), str(file))
        except EditionError as error:
            findings += error.findings
    return Conventions(own), findings


def unknown_conventions_in(project: Project) -> list[Diagnostic]:
    """A finding (T010) for each convention that the settings of *project* name and there is none.

    A file of a convention that cannot be read is one, and told elsewhere. Raises FileAccessError,
    or EditionError (M001–M006).
    """
    settings = project.settings()
    said = [settings.source.convention]
    said += [source.convention for source in settings.transcripts.values()]
    if not any(said):
        return []
    conventions, faulty = read_conventions(project.source)
    known = {*conventions.names(), *(Path(finding.file).stem for finding in faulty)}
    file = project.settings_file
    return unknown_conventions(read_bytes(file), str(file), known)


def _files(folder: Path) -> list[Path]:
    """The files of conventions in *folder*, if there is one. Raises FileAccessError."""
    if not os.path.lexists(folder):
        return []
    return [file for file in entries_of(folder) if file.suffix == ".toml"]
