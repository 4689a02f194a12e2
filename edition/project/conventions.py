"""A project's own conventions: ``source/conventions/NAME.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from edition.diagnostic import Diagnostic, EditionError
from edition.files import read_bytes
from edition.transcript.convention import Convention
from edition.transcript.convention_files import Conventions, parse_convention


def conventions_in(folder: Path) -> list[Path]:
    """The files of conventions beside the transcripts of *folder*, in the order of their names."""
    return sorted((folder / "conventions").glob("*.toml"))


def read_conventions(files: Sequence[Path]) -> tuple[Conventions, list[Diagnostic]]:
    """The conventions of the program and those in *files*; a finding for each not readable."""
    own: dict[str, Convention] = {}
    findings = []
    for file in files:
        try:
            own[file.stem] = parse_convention(read_bytes(file), str(file))
        except EditionError as error:
            findings.append(error.finding)
    return Conventions(own), findings
