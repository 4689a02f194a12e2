"""What earlier builds made and from what, and what this one makes: the manifest, under way."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from edition.diagnostic import Diagnostic
from edition.project.inputs import Inputs, Version
from edition.project.journal import Journal
from edition.project.manifest import (
    Checksums,
    Common,
    Entry,
    Made,
    Manifest,
    checksum,
    read_manifest,
    remove_stale,
    write_manifest,
)
from edition.project.memory import Memory
from edition.project.reasons import reason
from edition.publishing.outputs import Output

# Nothing is known of what was made where the surroundings were at fault.
_OF_SURROUNDINGS = ("IO", "P004", "P011")
_BETWEEN = 10.0  # seconds after which it is noted what was made until then


class Ledger:
    """The manifest in *output*, of an edition in *folder*.

    ``before`` is what earlier builds left; from what they made it is told only if it was in the
    same *surroundings*. ``now`` is what this build leaves. Findings in it name no folder of this
    machine: an edition is the same wherever it is made.
    """

    def __init__(
        self,
        folder: Path,
        output: Path,
        memory: Memory,
        surroundings: dict[str, str],
        *,
        anew: bool,
    ) -> None:
        self._folder = folder
        self._output = output
        self._memory = memory
        self._file = output / "manifest.json"
        self._noted: float | None = None
        self.now = Manifest(surroundings=surroundings)
        self._earlier = before = read_manifest(self._file)
        self._is_anew = anew
        is_known = before.surroundings == surroundings and not anew
        self.before = before if is_known else before.forgetting()
        self.journal = Journal(output)

    def knows_any(self) -> bool:
        """Whether it is known of any document from what it was made."""
        return any(entry.made is not None for entry in self.before.documents.values())

    def why(self, stem: str, inputs: Inputs, versions: Iterable[Version]) -> str:
        """Why the document *stem* is made of *inputs*, beside *versions* that were published."""
        if self._is_anew:
            return "everything is made anew"
        entry = self._earlier.documents.get(stem, Entry())
        there = self.staying(entry.files)
        then, now = self._earlier.surroundings, self.now.surroundings
        changed = [name for name in now if now[name] != then.get(name)]
        missing = [it for it in entry.files if it not in there]
        stamps = tuple(it.stamp() for it in versions)
        return reason(entry, (*inputs.digest(), stamps), changed, missing)

    def entry(self, stem: str) -> Entry:
        """What earlier builds left of the document *stem*."""
        return self.before.documents.get(stem, Entry())

    def are_there(self, files: Checksums) -> bool:
        """Whether *files* of an earlier build are there as it wrote them."""
        return self._memory.are_there(self._output, files)

    def stays(self, page: str, made_from: str) -> bool:
        """Note that *page*, of no single document, is made of what *made_from* stands for.

        Returns whether an earlier build made it of the same, and it is there as it was written:
        then it is one of this build, too.
        """
        before, now = self.before, self.now
        now.pages[page] = made_from
        check = before.shared.get(page, "")
        if before.pages.get(page) != made_from or not self.are_there({page: check}):
            return False
        now.shared[page] = check
        return True

    def staying(self, files: Checksums) -> Checksums:
        """Those of *files*, the last good ones of a document now wrong, that are as written."""
        return {path: check for path, check in files.items() if self.are_there({path: check})}

    def made(self, made: Made) -> Made | None:
        """*made* as it is noted of a document; None where the surroundings were at fault."""
        copies, findings = self.carried(made.copies), self.carried(made.findings)
        if _is_of_surroundings(findings):
            return None
        return msgspec.structs.replace(made, copies=copies, findings=findings)

    def common(
        self,
        inputs: str,
        findings: Iterable[Diagnostic],
        ignored: int = 0,
        looked_for: Mapping[str, bool] | None = None,
    ) -> Common | None:
        """What is noted of all documents together, or of registers; None as for :meth:`made`.

        *looked_for* says of files in ``output/`` that no build makes whether they were there.
        """
        findings = self.carried(findings)
        if _is_of_surroundings(findings):
            return None
        return Common(inputs, findings, ignored, dict(looked_for or {}))

    def is_whole(self, known: Common) -> bool:
        """Whether what all documents make together is there, and what it looked for is as then."""
        looked = known.looked_for.items()
        return self.are_there(self.before.shared) and all(
            (self._output / path).is_file() == was_there for path, was_there in looked
        )

    def carried(self, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """*findings* as they are noted: their files as seen from the folder of the edition."""
        return tuple(replace(one, file=self._below(Path(one.file))) for one in findings)

    def told(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Noted *findings* as they are told: their files as the user names the folder now."""
        return [replace(one, file=str(self._folder / one.file)) for one in findings]

    def _below(self, file: Path) -> str:
        inside = file.is_relative_to(self._folder)
        return file.relative_to(self._folder).as_posix() if inside else str(file)

    def note_progress(self) -> None:
        """Before anything is made: note what is known now, at first and then from time to time.

        The rest stands as before: files that are changed before an interruption are not as noted.
        """
        if self._noted is not None and time.monotonic() - self._noted < _BETWEEN:
            return
        before = self.before
        under_way = msgspec.structs.replace(
            self.now,
            documents=before.documents | self.now.documents,
            shared=before.shared | self.now.shared,
            pages={},  # what is in them when this build is interrupted, nobody knows
        )
        self.journal.announce(self.before.files(), under_way.files().items())
        write_manifest(self._file, under_way)
        self._noted = time.monotonic()

    def pause(self) -> None:
        """Note what was made by a build that ends before its end; the next one goes on from it."""
        if self._noted is not None:  # else all is as it was
            self._noted = None
            self.note_progress()

    def close(self) -> int:
        """Write the manifest, and remove what only others had; returns how many files."""
        files = [*self.before.files().items(), *sorted(self.journal.entries)]
        removed = remove_stale(self._output, files, self.now.files())
        write_manifest(self._file, self.now)
        self.journal.close()
        return len(removed)


def kept(files: Checksums, outputs: Collection[Output]) -> Checksums:
    """Those of *files* of a document that are of no output that is made: they stay."""
    return {path: it for path, it in files.items() if _output_of(path) not in outputs}


def _output_of(path: str) -> Output:
    return "text" if path.startswith("text/") else "html"


def digest(values: object) -> str:
    """What stands for *values*, of which a checksum of JSON is made."""
    return checksum(msgspec.json.encode(values, order="deterministic"))


def _is_of_surroundings(findings: Iterable[Diagnostic]) -> bool:
    return any(finding.code.startswith(_OF_SURROUNDINGS) for finding in findings)
