"""How far a deposit has come, in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.deposit.invenio.reserving import open_draft
from edition.deposit.state import State
from edition.wording import counted

if TYPE_CHECKING:  # what it imports opens a socket at once
    from edition.deposit.invenio.drafts import Drafts

_STAGES = {
    "creating": "a draft was asked for, and no answer came",
    "drafted": "a DOI is reserved, the files are not uploaded",
    "uploaded": "uploaded, not published",
    "publishing": "publishing was asked for, and no answer came",
    "published": "published",
}
_NONE = "none"


def standing(state: State) -> list[str]:
    """What *state* tells."""
    lines = [
        f"repository  {state.host}",
        f"stage       {_STAGES[state.stage]}",
        f"record      {state.record or _NONE}",
        f"DOI         {state.doi or _NONE}",
    ]
    if state.concept:
        lines.append(f"all versions  {state.concept}")
    return lines + [
        f"version {one.version}  {one.doi}  {counted(len(one.files), 'file')}"
        for one in state.versions
    ]


def standing_online(state: State, drafts: Drafts) -> list[str]:
    """What the repository tells of the same. Raises ServerError, U025 for nothing."""
    if not state.record:
        return ["There is nothing to be asked for: no draft is known."]
    if (record := drafts.record(state.record)) is not None:
        files = drafts.published_files(state.record)
        return [f"There, it is published: {record.doi}, {counted(len(files), 'file')}."]
    draft = open_draft(drafts, state.record)
    files = drafts.files(state.record)
    whole = sum(bool(file.md5) for file in files.values())
    doi = draft.doi or "no DOI"
    return [f"There, it is a draft: {doi}, {counted(len(files), 'file')}, {whole} of them whole."]
