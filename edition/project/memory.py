"""What the builds of one process know of each document, so that only what changed is made again."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edition.diagnostic import Diagnostic
    from edition.project.about import Surveys
    from edition.project.manifest import Checksums
    from edition.publishing import Record

# Nothing is known of a document where the surroundings were at fault, not what it was made from.
_OF_SURROUNDINGS = ("IO", "P004")


@dataclass(frozen=True, slots=True)
class Made:
    """What a build found in *inputs* and made of them: files by checksum, and record.

    *copies* are the findings that depend on *registers*; nothing else does.
    """

    inputs: Hashable
    registers: Hashable
    copies: tuple[Diagnostic, ...]
    findings: tuple[Diagnostic, ...]
    ignored: int
    files: Checksums
    record: Record | None


class Memory:
    """What was made of each document, as long as all that concerns every document is the same."""

    def __init__(self) -> None:
        self._surroundings: object = None
        self._made: dict[str, Made] = {}
        self.surveys: Surveys = {}  # of all pages

    def begin(self, surroundings: object) -> None:
        """Begin a build in *surroundings*, and forget all where they are not those of the last."""
        if surroundings != self._surroundings:
            self._made.clear()
        self._surroundings = surroundings

    def recall(self, stem: str, inputs: Hashable) -> Made | None:
        """What was made of the document *stem*; None where not from *inputs*."""
        made = self._made.get(stem)
        return made if made is not None and made.inputs == inputs else None

    def keep(self, stem: str, made: Made) -> None:
        """Remember what was made of the document *stem*."""
        if any(finding.code.startswith(_OF_SURROUNDINGS) for finding in made.findings):
            self._made.pop(stem, None)
        else:
            self._made[stem] = made
