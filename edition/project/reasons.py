"""Why a document is made, and not left as an earlier build made it: what a scholar is told."""

from __future__ import annotations

from collections.abc import Sequence

from edition.project.manifest import Entry

_FEW = 3


def reason(
    before: Entry,
    now: tuple[str, str, tuple[str, ...]],
    changed: Sequence[str],
    missing: Sequence[str],
) -> str:
    """Why a document is made of what there is of it *now*.

    That are checksums of transcript and TEI, and what stands for versions that were published.
    *before* is what the last build left, *changed* what concerns every document, *missing* are
    files of it that are not as they were written.
    """
    transcript, tei, versions = now
    made = before.made
    if made is None:
        return "it has not been made yet" if not before.files else "it was not made to its end"
    if transcript != made.transcript:
        return "its transcript changed"
    if tei != made.tei:
        return "its TEI changed" if tei else "it has no TEI any more"
    if changed:
        return f"{_listed(changed)} changed"
    if versions != made.versions:
        return "what source/versions/ has of it changed"
    if missing:
        return f"{_listed(missing)} in output/ is not as it was made"
    return "the registers say something else of what it names, or something else is asked for"


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {rest:,} more" if rest > 0 else "")
