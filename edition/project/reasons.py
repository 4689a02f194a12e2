"""Why a document is made, and not left as an earlier build made it: what a scholar is told."""

from __future__ import annotations

from collections.abc import Sequence

from edition.project.manifest import Entry

_FEW = 3


def reason(
    before: Entry, now: tuple[str, str], changed: Sequence[str], missing: Sequence[str]
) -> str:
    """Why a document is made of what there is of it *now*: checksums of transcript and TEI.

    *before* is what the last build left, *changed* what concerns every document, *missing* are
    files of it that are not as they were written.
    """
    transcript, tei = now
    made = before.made
    if made is None:
        return "it has not been made yet" if not before.files else "it was not made to its end"
    if transcript != made.transcript:
        return "its transcript changed"
    if tei != made.tei:
        return "its TEI changed" if tei else "it has no TEI any more"
    if changed:
        return f"{_listed(changed)} changed"
    if missing:
        return f"{_listed(missing)} in output/ is not as it was made"
    return "the registers say something else of what it names, or something else is asked for"


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {rest:,} more" if rest > 0 else "")
