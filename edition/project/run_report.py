"""What a build did, for programs: a file of JSON with each document, finding, step and version.

Its form is told by ``docs/build-report.schema.json``, which is made of the types here. Only here
a build says how long something took: nothing in ``output/`` does.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from edition.diagnostic import Diagnostic, EditionError, Severity
from edition.files import write_whole
from edition.project.hands import Hands
from edition.project.report import Build, DocumentRun, Outcome
from edition.version import VERSION

_LIBRARIES = ("lxml", "saxonche", "msgspec", "pystemmer", "click")
_PARTS = ("weasyprint", "pagefind", "distributed")  # of extras, which need not be there
_MEGABYTE = 1e6
_ALL = "all"  # the seconds of all steps

Number = Annotated[int, Meta(ge=0)]
Seconds = Annotated[dict[str, float], Meta(description="Seconds by step.")]
End = Literal["complete", "stopped", "failed", "interrupted"]


class Document(msgspec.Struct, frozen=True):
    """A document of the edition, in the order of their names."""

    name: str
    outcome: Annotated[
        Outcome,
        Meta(
            description="made: published by this build. left: as an earlier build made it from the"
            " same. wrong: it has an error, and its last good pages stay. unread: a file of it"
            " cannot be read."
        ),
    ]
    why: Annotated[str, Meta(description="Why it was to be made; empty where it was left.")]
    encoded: Annotated[bool, Meta(description="Whether its TEI was made of its transcript now.")]
    bytes_read: Annotated[Number, Meta(description="Of its transcript and its TEI.")]
    bytes_made: Annotated[Number, Meta(description="Of its files in output/, written or not.")]
    findings: Annotated[dict[str, Number], Meta(description="How often each code was found.")]
    seconds: Annotated[
        dict[str, float],
        Meta(
            description="read; compare (with what the last build made); encode (to TEI); publish"
            " (check and transform) and lay out (all its other files), by whichever process; write."
        ),
    ]


class Finding(msgspec.Struct, frozen=True):
    """A code that was found. What no document has is of registers, settings or the folder."""

    code: str
    severity: Severity
    number: Number
    documents: Annotated[Number, Meta(description="In how many documents.")]


class Totals(msgspec.Struct, frozen=True):
    """What there was in all; ``documents`` counts those that the build came to."""

    documents: Number
    made: Number
    left: Number
    wrong: Number
    unread: Number
    encoded: Number
    turns: Number
    words: Number
    ignored_findings: Number
    files_written: Number
    files_removed: Number
    bytes_read: Number
    bytes_made: Number


class RunReport(msgspec.Struct, frozen=True):
    """What one run of ``edition build`` did. Later versions may add to it, and change nothing."""

    format: Literal["edition build report 1"]
    end: Annotated[
        End,
        Meta(
            description="complete; stopped by --fail-fast; failed, as the last of the messages"
            " says; interrupted. What was made until then is kept by all of these."
        ),
    ]
    stopped_at: Annotated[str, Meta(description="The document at which --fail-fast stopped.")]
    failure: Annotated[
        str,
        Meta(
            description="The code and message that ended a failed build; of a fault of the program"
            " the type and message."
        ),
    ]
    folder: Annotated[str, Meta(description="The edition, as it was named to the command.")]
    jobs: Annotated[
        int,
        Meta(ge=0, description="The most processes that were to make documents; 0: a cluster."),
    ]
    cluster: Annotated[str, Meta(description="The address of its scheduler, or empty.")]
    seconds: Annotated[float, Meta(description="Of the whole build, by a clock that none sets.")]
    steps: Seconds
    peak_megabytes: Annotated[
        float, Meta(description="The most memory of the process that led; 0 where not known.")
    ]
    totals: Totals
    findings: list[Finding]
    documents: list[Document]
    versions: dict[str, str]


def report_schema() -> bytes:
    """The JSON Schema of a report, as it lies in ``docs/``."""
    schema = msgspec.json.schema(RunReport)
    return msgspec.json.format(msgspec.json.encode(schema, order="deterministic"), indent=2) + b"\n"


@contextmanager
def reported(file: Path, build: Build, folder: str, hands: Hands) -> Iterator[None]:
    """Write what *build* has of the run in the body to *file*, however that ends.

    Till then nothing is there: what an earlier run wrote says nothing of this one. Raises
    FileAccessError where it cannot be written, unless the body has failed already.
    """
    file = file.resolve()  # where a link leads, and never the link itself
    _take_away(file)
    try:
        with build.timed(_ALL):
            yield
    except BaseException as error:
        is_interrupted = isinstance(error, KeyboardInterrupt)
        end: End = "interrupted" if is_interrupted else "failed"
        failure = "" if is_interrupted else _failure(error)
        with suppress(EditionError):  # that which ended the build is to be told
            _write(file, run_report(build, folder, hands, end=end, failure=failure))
        raise
    end = "stopped" if build.stopped_at else "complete"
    _write(file, run_report(build, folder, hands, end=end))


def _take_away(file: Path) -> None:
    """Remove what an earlier run wrote; where that cannot be, to write it fails, which is told."""
    with suppress(OSError):
        if file.is_file() and file.stat().st_mode & 0o222:  # else somebody wants it to stay
            file.unlink()


def _failure(error: BaseException) -> str:
    if isinstance(error, EditionError):
        return f"{error.finding.code} {error.finding.message}"
    return f"{type(error).__name__} {error}".rstrip()


def run_report(
    build: Build, folder: str, hands: Hands, *, end: End, failure: str = ""
) -> RunReport:
    """What there is to report of *build*, as a value."""
    steps = {step: seconds for step, seconds in build.seconds.items() if step != _ALL}
    return RunReport(
        format="edition build report 1",
        end=end,
        stopped_at=build.stopped_at,
        failure=failure,
        folder=folder,
        jobs=hands.jobs,
        cluster=hands.cluster,
        seconds=build.seconds.get(_ALL, sum(steps.values())),
        steps=steps,
        peak_megabytes=peak_megabytes(),
        totals=_totals(build),
        findings=findings_by_code(build),
        documents=[_document(run) for run in build.runs],
        versions=_versions(),
    )


def findings_by_code(build: Build) -> list[Finding]:
    """How often each code was found, and in how many documents: gravest first, then most."""
    numbers: Counter[tuple[str, Severity]] = Counter(map(_kind, build.findings))
    documents: Counter[str] = Counter(code for run in build.runs for code in run.findings)
    found = [
        Finding(code, severity, number, documents[code])
        for (code, severity), number in numbers.items()
    ]
    gravest = list(Severity)
    return sorted(found, key=lambda it: (gravest.index(it.severity), -it.number, it.code))


def peak_megabytes() -> float:
    """The most memory that this process has had; 0 where the system does not say."""
    try:
        from resource import RUSAGE_SELF, getrusage
    except ImportError:  # Windows
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    return getrusage(RUSAGE_SELF).ru_maxrss * unit / _MEGABYTE


def _kind(finding: Diagnostic) -> tuple[str, Severity]:
    return finding.code, finding.severity


def _totals(build: Build) -> Totals:
    outcomes = build.outcomes()
    return Totals(
        documents=build.documents,
        made=outcomes["made"],
        left=outcomes["left"],
        wrong=outcomes["wrong"],
        unread=outcomes["unread"],
        encoded=build.encoded,
        turns=build.turns,
        words=build.words,
        ignored_findings=build.ignored,
        files_written=build.written,
        files_removed=build.removed,
        bytes_read=sum(run.bytes_read for run in build.runs),
        bytes_made=sum(run.bytes_made for run in build.runs),
    )


def _document(run: DocumentRun) -> Document:
    return Document(
        run.name,
        run.outcome,
        run.why,
        run.encoded,
        run.bytes_read,
        run.bytes_made,
        dict(sorted(run.findings.items())),
        {step: round(seconds, 6) for step, seconds in run.seconds.items()},
    )


def _versions() -> dict[str, str]:
    found = {"edition": VERSION, "python": sys.version.split()[0]}
    for library in (*_LIBRARIES, *_PARTS):
        with suppress(PackageNotFoundError):
            found[library] = version(library)
    return found


def _write(file: Path, report: RunReport) -> None:
    data = msgspec.json.format(msgspec.json.encode(report), indent=1)
    write_whole(file, data + b"\n", lasting=False)
