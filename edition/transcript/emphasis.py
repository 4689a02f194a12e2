"""Labels that the format of a file sets off: bold in a page, the voice of a cue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from edition.transcript.convention import Convention
from edition.transcript.inputs.extract import Spans
from edition.transcript.model import Label
from edition.transcript.word_sense import speaker_key

# The marks of Markdown may stand around the name, or around name and colon.
_LABEL = re.compile(
    r"\s*[*_]{0,3}(?P<name>[^\s*_:][^*_:\n]{0,119}?)\s*(?::\s?[*_]{1,3}|[*_]{0,3}\s?:)"
)
_FEWEST = 2  # speakers so set off, and one of them more than once


def emphasised_labels(
    lines: Sequence[str],
    emphasised: Mapping[int, Spans],
    convention: Convention,
    *,
    voices: bool = False,
) -> dict[int, Label]:
    """The labels of *lines*, by index, that stand *emphasised* at the beginning of theirs.

    Where they are *voices*, the file itself says who speaks; else some must recur.
    """
    found: dict[int, Label] = {}
    names: Counter[str] = Counter()
    for index, spans in emphasised.items():
        match = _LABEL.match(lines[index])
        if match is None or not _sets_off(spans, match) or not _may_be(match["name"], convention):
            continue
        found[index] = _label(match, convention)
        names[speaker_key(match["name"])] += 1
    recur = len(names) >= _FEWEST and max(names.values()) > 1
    return found if voices or recur else {}


def _sets_off(spans: Spans, match: re.Match[str]) -> bool:
    """Whether the first of *spans* is the name, with its delimiter or without."""
    start, end = spans[0]
    return start <= match.start("name") and match.end("name") <= end <= match.end() + 1


def _may_be(name: str, convention: Convention) -> bool:
    """Whether *name* is none of the words that open a sentence or are no name."""
    words = [word.strip(".,").lower() for word in name.split()]
    sound = words[0] not in convention.openers and words[-1] not in convention.not_names
    return sound or convention.names_nobody(name)


def _label(match: re.Match[str], convention: Convention) -> Label:
    if convention.names_nobody(match["name"]):
        return Label(match.end(), None, None, generic=True)
    start, end = match.span("name")
    first, space, _ = match["name"].partition(" ")
    if space and first.lower().strip(".") in convention.honorifics:
        return Label(match.end(), (start + len(first) + 1, end), (start, start + len(first)))
    return Label(match.end(), (start, end), None)
