"""What must not be in a package: secrets, private addresses, paths of somebody's machine.

What the source itself prints is in the package as it is in the source: that is a warning, for it
may be meant to be public.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from edition.diagnostic import Diagnostic, Place, diagnostic


class _Pattern(NamedTuple):
    """What is looked for: a file without any of *signs* cannot have it, which is told at once."""

    what: str
    signs: tuple[bytes, ...]
    pattern: re.Pattern[bytes] | re.Pattern[str]

    def all_in(self, data: bytes) -> Iterator[bytes]:
        """What there is of it in *data*."""
        if not any(sign in data for sign in self.signs):
            return
        if isinstance(self.pattern.pattern, bytes):
            yield from (match[0] for match in self.pattern.finditer(data))
        else:
            text = data.decode("utf-8", "replace")
            yield from (match[0].encode() for match in self.pattern.finditer(text))


# Tokens of services, each by what the service says of their form.
_SECRETS = (
    _Pattern(
        "a token of GitHub",
        (b"ghp_", b"gho_", b"ghu_", b"ghs_", b"ghr_", b"github_pat_"),
        re.compile(rb"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})"),
    ),
    _Pattern("a token of GitLab", (b"glpat-",), re.compile(rb"\bglpat-[A-Za-z0-9_-]{16,}")),
    _Pattern("a token of PyPI", (b"pypi-",), re.compile(rb"\bpypi-[A-Za-z0-9_-]{50,}")),
    _Pattern("a key of Amazon", (b"AKIA", b"ASIA"), re.compile(rb"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b")),
    _Pattern("a token of Slack", (b"xox",), re.compile(rb"\bxox[abprs]-[A-Za-z0-9-]{10,}")),
    _Pattern(
        "a private key", (b"PRIVATE KEY",), re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----")
    ),
    _Pattern(
        "a token in an address",
        (b"access_token=",),
        re.compile(rb"[?&]access_token=[A-Za-z0-9._-]{8,}"),
    ),
    _Pattern(
        "the value of a variable for secrets",
        (b"TOKEN", b"SECRET", b"PASSWORD"),
        re.compile(rb"\b[A-Z][A-Z0-9_]*(?:TOKEN|SECRET|PASSWORD)\s?[=:]\s?[\"']?[^\s\"'<>]{8,}"),
    ),
    _Pattern("a token in a header", (b"Bearer",), re.compile(rb"\bBearer\s+[A-Za-z0-9._-]{20,}")),
    _Pattern(
        "a password in an address",
        (b"://",),
        re.compile(rb"https?://[^\s/:@<>\"']{1,99}:[^\s/:@<>\"']{1,99}@"),
    ),
)
# That of Zenodo and all of InvenioRDM is sixty letters of both cases and digits, and no more.
_LONG_WORD = re.compile(rb"[A-Za-z0-9]{60,}")
_LENGTH = 60
_SECRET_NAME = re.compile(r"TOKEN|SECRET|PASSWORD", re.IGNORECASE)
_LONG_ENOUGH = 16
_MAIL = _Pattern(
    "an address of electronic mail",
    (b"@",),
    # Letters of all alphabets are such in the text, not in its bytes.
    re.compile(r"[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[^\W\d_]{2,24}\b"),
)
_FOLDERS = ("home", "Users", "root", "tmp", "mnt", "media", "Volumes", "var/folders")
_HOME = _Pattern(
    "a path of somebody's machine",
    (*(f"/{it}/".encode() for it in _FOLDERS), b":\\", b"\\\\", b"file:///"),
    re.compile(
        rf"(?<![\w.:/])/(?:{'|'.join(_FOLDERS)})/[\w.-]+|file:///[\w.%/:-]+"
        r"|(?<![\w\\])[A-Za-z]:\\[\w.-]{2,}|(?<![\w\\])\\\\[\w.-]{2,}\\[\w.$-]{2,}"
    ),
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
        self._allowed.update(mail.lower() for mail in _MAIL.all_in(text))

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
        kinds = [it.what for it in _SECRETS if any(True for _ in it.all_in(data))]
        if any(_is_token(match[0]) for match in _LONG_WORD.finditer(data)):
            kinds.append("a token of Zenodo or another InvenioRDM")
        if any(secret in data for secret in self._own_secrets):
            kinds.append("the value of a variable of your environment")
        for what in kinds:
            self._tell("A107", place, Found("A107", what, what), path=path)

    def _tell(self, code: str, place: Place, it: Found, **values: str) -> None:
        """Tell of the same thing once."""
        if (code, it.found) not in self._told:
            self._told.add((code, it.found))
            values |= {"found": it.found, "what": it.what}
            self.findings.append(diagnostic(code, place, **values))


def _private(data: bytes) -> Iterator[Found]:
    for pattern, code in ((_MAIL, "A108"), (_HOME, "A109")):
        for found in dict.fromkeys(pattern.all_in(data)):
            yield Found(code, found.decode(errors="replace"), pattern.what)


def _is_token(word: bytes) -> bool:
    """Whether *word*, of letters and digits, may be a token: a checksum has one case only."""
    text = word.decode()
    kinds = (str.isupper, str.islower, str.isdigit)
    return len(text) == _LENGTH and all(any(map(kind, text)) for kind in kinds)


def _is_on_web(href: str) -> bool:
    try:
        return urlsplit(href).scheme in ("http", "https")
    except ValueError:
        return False
