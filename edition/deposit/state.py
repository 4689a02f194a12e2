"""What is known of a deposit from one command to the next: a small file that scholars keep.

It says where the deposit is, how far it has come, and what was published. It is written whole
after each step, and before a step that cannot be taken back or repeated. There is no secret in it.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import Literal

import msgspec

from edition.decoding import NotThatError, decoded
from edition.diagnostic import EditionError, Place, diagnostic
from edition.files import read_bytes, remove, write_whole

_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}\Z")
# "creating" and "publishing": the request was about to be sent, and may have had its effect.
Stage = Literal["creating", "drafted", "uploaded", "publishing", "published"]


class Published(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A version that is published: its record, DOI and number, and the SHA-256 of each file.

    *content* stands for what the text and header say, without what every version has anew.
    """

    record: str
    doi: str
    version: str
    content: str
    files: dict[str, str]


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How far the deposit of *document* has come.

    *record* and *doi* are those of the draft, or of what was published last. *saved* stands for
    what the server said of the draft when we saved it last, and *sent* is the SHA-256 of the
    description that it took without a fault; *concept* is the DOI of all versions.
    *awaited* is what will be among the *versions* when it is known to be published.
    """

    document: str
    host: str
    stage: Stage
    record: str = ""
    doi: str = ""
    concept: str = ""
    saved: str = ""
    sent: str = ""
    awaited: Published | None = None
    versions: tuple[Published, ...] = ()

    def now(self, **changed: object) -> State:
        """This state with what has *changed*."""
        return msgspec.structs.replace(self, **changed)

    def published_as(self, doi: str) -> Published | None:
        """The version that is published under *doi*, if one is."""
        return next((it for it in self.versions if it.doi.lower() == doi.lower()), None)

    def before(self, doi: str) -> str:
        """The DOI of the version before the one with *doi*; '' where none was published."""
        published = [it.doi for it in self.versions]
        known = [one.lower() for one in published]  # a DOI has no case
        before = published[: known.index(doi.lower())] if doi.lower() in known else published
        return next(reversed(before), "")


class StateFile:
    """The file of a deposit: it is called after its document."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def document(self) -> str:
        """The document that is deposited, in the normal form C of Unicode."""
        return unicodedata.normalize("NFC", self.path.stem)

    def read(self) -> State | None:
        """What it says; None where nothing was begun.

        Raises FileAccessError, or EditionError: U004 where somebody has broken it, U056 where it is
        that of another document.
        """
        if not os.path.lexists(self.path):
            return None
        try:
            state = decoded(read_bytes(self.path), State)
        except NotThatError as error:
            raise self._unreadable(str(error)) from None
        if fault := _fault(state):
            raise self._unreadable(fault)
        if state.document != self.document:
            values = {"there": state.document, "slug": self.document}
            raise EditionError(diagnostic("U056", Place(str(self.path)), **values))
        return state

    def _unreadable(self, reason: str) -> EditionError:
        return EditionError(diagnostic("U004", Place(str(self.path)), reason=reason))

    def write(self, state: State) -> State:
        """Keep *state*, which is returned. Raises FileAccessError."""
        data = msgspec.json.format(msgspec.json.encode(state), indent=2)
        write_whole(self.path, data + b"\n")
        return state

    def restore(self, state: State | None) -> None:
        """Go back to *state*, for nothing came of a step; None: nothing was begun."""
        if state is None:
            remove(self.path)
        else:
            self.write(state)


def is_identifier(written: str) -> bool:
    """Whether *written* may be the identifier of a record: it becomes part of addresses."""
    return bool(_IDENTIFIER.match(written))


def _fault(state: State) -> str:
    """What of *state* no step can have left behind; '' for nothing."""
    records = [one.record for one in state.versions]
    if state.stage != "creating":
        records.append(state.record)
    if wrong := [record for record in records if not is_identifier(record)]:
        return f"{wrong[0]!r} is no identifier of a record"
    if state.stage == "published" and not state.versions:
        return "it is published, and no version is"
    return ""
