"""What is known of a deposit from one command to the next: a small file that scholars keep.

It says where the deposit is, how far it has come, and what was published. It is written whole
after each step, and before a step that cannot be taken back or repeated. There is no secret in it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import msgspec

from edition.diagnostic import EditionError, Place, diagnostic
from edition.files import read_bytes, write_whole

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
    """How far a deposit has come.

    *record* and *doi* are those of the draft, or of what was published last. *saved* stands for
    what the server said of the draft when we saved it last, and *sent* is the SHA-256 of the
    description that it took without a fault; *concept* is the DOI of all versions.
    *awaited* is what will be among the *versions* when it is known to be published.
    """

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


class StateFile:
    """The file of a deposit."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> State | None:
        """What it says; None where nothing was begun.

        Raises FileAccessError, or EditionError (U004) where somebody has broken it.
        """
        if not os.path.lexists(self.path):
            return None
        try:
            return msgspec.json.decode(read_bytes(self.path), type=State)
        except (msgspec.DecodeError, RecursionError) as error:
            finding = diagnostic("U004", Place(str(self.path)), reason=str(error))
            raise EditionError(finding) from None

    def write(self, state: State) -> State:
        """Keep *state*, which is returned. Raises FileAccessError."""
        data = msgspec.json.format(msgspec.json.encode(state), indent=2)
        write_whole(self.path, data + b"\n")
        return state

    def forget(self) -> None:
        """Remove the file: nothing was begun."""
        self.path.unlink(missing_ok=True)
