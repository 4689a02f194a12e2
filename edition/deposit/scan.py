"""What must not be in a package: secrets, private addresses, paths of somebody's machine.

What the source itself prints is in the package as it is in the source: that is a warning, for it
may be meant to be public.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from edition.diagnostic import Diagnostic, Place, diagnostic

# How the tokens of services begin, by the service: what each says of its own tokens.
_SECRETS: Mapping[str, re.Pattern[bytes]] = {
    "a token of GitHub": re.compile(rb"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})"),
    "a token of GitLab": re.compile(rb"\bglpat-[A-Za-z0-9_-]{16,}"),
    "a token of PyPI": re.compile(rb"\bpypi-[A-Za-z0-9_-]{50,}"),
    "a key of Amazon": re.compile(rb"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"),
    "a token of Slack": re.compile(rb"\bxox[abprs]-[A-Za-z0-9-]{10,}"),
    "a private key": re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a token in an address": re.compile(rb"[?&]access_token=[A-Za-z0-9._-]{8,}", re.IGNORECASE),
    "a token in a header": re.compile(rb"\bBearer\s+[A-Za-z0-9._-]{20,}"),
    "a password in an address": re.compile(rb"https?://[^\s/:@<>\"']+:[^\s/:@<>\"']+@"),
    "a token of Zenodo or another InvenioRDM": re.compile(
        rb"(?<![A-Za-z0-9])(?=[A-Za-z0-9]{0,58}[A-Z])(?=[A-Za-z0-9]{0,58}[a-z])"
        rb"(?=[A-Za-z0-9]{0,58}[0-9])[A-Za-z0-9]{60}(?![A-Za-z0-9])"
    ),
}
_SECRET_NAME = re.compile(r"TOKEN|SECRET|PASSWORD", re.IGNORECASE)
_LONG_ENOUGH = 16
_MAIL = re.compile(
    rb"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24}\b"
)
_HOME = re.compile(
    rb"(?<![\w.:/])(?:/home/|/Users/|/root/|/tmp/|/mnt/|[A-Za-z]:\\Users\\)[\w.-]+|file:///[\w.%/:-]+"
)
_MODEL = re.compile(rb"<\?xml-model\s[^?]*?\bhref\s*=\s*([\"'])(.*?)\1")


class Found(NamedTuple):
    """What was found in a file: the code of the finding, what stands there, of what kind it is."""

    code: str
    found: str
    what: str


class Scanner:
    """Looks at every file of a package; *allowed* are texts that may be public."""

    def __init__(self, allowed: Iterable[bytes]) -> None:
        self.findings: list[Diagnostic] = []
        self._allowed: set[bytes] = set()
        for text in allowed:
            self.allow(text)
        self._printed: set[bytes] = set()
        self._told: set[tuple[str, str]] = set()
        self._own_secrets = [
            value.encode()
            for name, value in os.environ.items()
            if _SECRET_NAME.search(name) and len(value) >= _LONG_ENOUGH
        ]

    def allow(self, text: bytes) -> None:
        """Addresses of electronic mail that stand in *text* may be public."""
        self._allowed.update(mail.lower() for mail in _MAIL.findall(text))

    def source(self, data: bytes, place: Place) -> None:
        """Look at *data*, a source that lies at *place*: what it prints may be in other files."""
        for it in _private(data):
            self._printed.add(it.found.encode())
            if it.found.lower().encode() not in self._allowed:
                self._tell("A111", place, it)
        self._secrets(data, place, place.file)

    def file(self, path: str, data: bytes, place: Place) -> None:
        """Look at *data*, the file *path* of the package, made from what lies at *place*."""
        self._secrets(data, place, path)
        for it in _private(data):
            found = it.found.encode()
            if found not in self._printed and found.lower() not in self._allowed:
                self._tell(it.code, place, it, path=path)

    def models(self, data: bytes, place: Place, schemas: Iterable[str]) -> None:
        """Look whether the TEI file *data* names only *schemas*, relative to it, and the web."""
        known = set(schemas)
        for match in _MODEL.finditer(data):
            href = match[2].decode(errors="replace")
            if not _is_on_web(href) and unquote(href) not in known:
                at = Place(place.file, data.count(b"\n", 0, match.start()) + 1)
                self.findings.append(diagnostic("A110", at, href=href))

    def _secrets(self, data: bytes, place: Place, path: str) -> None:
        for what, pattern in _SECRETS.items():
            if pattern.search(data):
                self._tell("A107", place, Found("A107", what, what), path=path)
        if any(secret in data for secret in self._own_secrets):
            what = "the value of a variable of your environment"
            self._tell("A107", place, Found("A107", what, what), path=path)

    def _tell(self, code: str, place: Place, it: Found, **values: str) -> None:
        """Tell of the same thing once."""
        if (code, it.found) not in self._told:
            self._told.add((code, it.found))
            values |= {"found": it.found, "what": it.what}
            self.findings.append(diagnostic(code, place, **values))


def _private(data: bytes) -> Iterator[Found]:
    for pattern, code, what in (
        (_MAIL, "A108", "an address of electronic mail"),
        (_HOME, "A109", "a path of somebody's machine"),
    ):
        for found in dict.fromkeys(match[0] for match in pattern.finditer(data)):
            yield Found(code, found.decode(errors="replace"), what)


def _is_on_web(href: str) -> bool:
    try:
        return urlsplit(href).scheme in ("http", "https")
    except ValueError:
        return False
