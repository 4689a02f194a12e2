"""The token that a repository gave a person: where it is looked for, and that it is never shown.

It comes from the environment, a file that nobody else may read, or the keyring of the system;
never from a command line, an address or a file of the edition.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from edition.decoding import NotThatError, decoded
from edition.deposit.scan import VARIABLE
from edition.diagnostic import EditionError, Place, diagnostic
from edition.files import read_bytes

_SERVICE = "edition"
_FORM = re.compile(r"[\x21-\x7e]{8,4096}\Z")
_INSTEAD = "‹token›"


class Token:
    """A secret: it shows itself to nobody, and is taken out of what is told."""

    __slots__ = ("_secret",)

    def __init__(self, written: str, where: str) -> None:
        """Raises EditionError (U003) naming *where* it is, if *written* cannot be a token."""
        if not _FORM.match(written):
            reason = "it is not one word of at least 8 letters, digits or signs"
            raise EditionError(diagnostic("U003", Place(where), reason=reason))
        self._secret = written

    def __repr__(self) -> str:
        return _INSTEAD

    def __reduce__(self) -> str:
        raise TypeError("a token is not stored")

    def header(self) -> str:
        """The value of ``Authorization``."""
        return f"Bearer {self._secret}"

    def without(self, text: str) -> str:
        """*text* with the token taken out wherever it stands."""
        return text.replace(self._secret, _INSTEAD)

    def without_bytes(self, data: bytes) -> bytes:
        """*data* with the token taken out wherever it stands; also as JSON may write it."""
        if b"\\" in data:  # each letter can be written as its number
            with suppress(NotThatError):
                data = msgspec.json.encode(decoded(data, object))
        for written in (self._secret.encode(), msgspec.json.encode(self._secret)[1:-1]):
            data = data.replace(written, _INSTEAD.encode())
        return data


def find_token(host: str, environment: Mapping[str, str] | None = None) -> Token:
    """The token for the server *host*.

    Raises EditionError: U002 where there is none, U003 where others may read it.
    """
    surroundings = os.environ if environment is None else environment
    if written := surroundings.get(VARIABLE, "").strip():
        return Token(written, VARIABLE)
    file = file_for(host, surroundings)
    if os.path.lexists(file):
        return Token(_read_privately(file), str(file))
    if written := _of_keyring(host):
        return Token(written, "keyring")
    place = Place(str(file))
    raise EditionError(
        diagnostic("U002", place, host=host, variable=VARIABLE, file=file, service=_SERVICE)
    )


def file_for(host: str, environment: Mapping[str, str]) -> Path:
    """Where the token for *host* may lie."""
    settings = environment.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(settings) / "edition" / "tokens" / re.sub(r"[^A-Za-z0-9.-]", "-", host)


def _read_privately(file: Path) -> str:
    data = read_bytes(file)
    if os.name == "posix" and (reason := _open_to_others(file)):
        raise EditionError(diagnostic("U003", Place(str(file)), reason=reason))
    return data.decode("ascii", "replace").strip()


def _open_to_others(file: Path) -> str:
    """Who else may read *file*, or put another in its place; '' for nobody."""
    own, around = file.stat(), file.parent.stat()
    if own.st_mode & 0o077:
        return f"others on this machine may read it: chmod 600 {file}"
    if own.st_uid != os.geteuid():
        return f"{file} is another user’s: put a file of your own in its place"
    if around.st_uid not in (0, os.geteuid()) or around.st_mode & 0o022:
        return f"others on this machine may put another in its place: chmod 700 {file.parent}"
    return ""


def _of_keyring(host: str) -> str:
    """The token for *host* in the keyring of the system; '' where there is none of either."""
    try:
        import keyring
    except ImportError:
        return ""
    try:
        return (keyring.get_password(_SERVICE, host) or "").strip()
    except keyring.errors.KeyringError:
        return ""
    except Exception as error:  # noqa: BLE001 (a backend is anybody's, and its words may be secret)
        reason = f"the keyring of the system failed ({type(error).__name__})"
        raise EditionError(diagnostic("U003", Place("keyring"), reason=reason)) from None
