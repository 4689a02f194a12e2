"""What must not be in a package: secrets, private addresses, paths of somebody's machine.

What the source itself prints is in the package as it is in the source: that is a warning, for it
may be meant to be public.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from edition.deposit.alone import near_schema
from edition.deposit.content import Deposit, Part
from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.tei.document import Document, parse
from edition.tei.vocabulary import tei
from edition.transcript.inputs.characters import characters

VARIABLE = "EDITION_DEPOSIT_TOKEN"  # where people may keep the token of a repository


class _Pattern(NamedTuple):
    """What is looked for: a text without any of *signs* cannot have it, which is told at once."""

    what: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]

    def all_in(self, text: str) -> Iterator[re.Match[str]]:
        """Each place in *text* where it is."""
        if any(sign in text for sign in self.signs):
            yield from self.pattern.finditer(text)


# Tokens of services, each by what the service says of their form; letters are those of ASCII.
_SECRETS = (
    _Pattern(
        "a token of GitHub",
        ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
        re.compile(r"(?a)\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})"),
    ),
    _Pattern("a token of GitLab", ("glpat-",), re.compile(r"(?a)\bglpat-[A-Za-z0-9_-]{16,}")),
    _Pattern("a token of PyPI", ("pypi-",), re.compile(r"(?a)\bpypi-[A-Za-z0-9_-]{50,}")),
    _Pattern("a key of Amazon", ("AKIA", "ASIA"), re.compile(r"(?a)\b(?:AKIA|ASIA)[A-Z0-9]{16}\b")),
    _Pattern("a token of Slack", ("xox",), re.compile(r"(?a)\bxox[abprs]-[A-Za-z0-9-]{10,}")),
    _Pattern("a private key", ("PRIVATE KEY",), re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")),
    _Pattern(
        "a token in an address",
        ("access_token=",),
        re.compile(r"[?&]access_token=[A-Za-z0-9._-]{8,}"),
    ),
    _Pattern(
        "the value of a variable for secrets",
        ("TOKEN", "SECRET", "PASSWORD"),
        re.compile(r"(?a)\b[A-Z][A-Z0-9_]*(?:TOKEN|SECRET|PASSWORD)\s?[=:]\s?[\"']?[^\s\"'<>]{8,}"),
    ),
    _Pattern("a token in a header", ("Bearer",), re.compile(r"(?a)\bBearer\s+[A-Za-z0-9._-]{20,}")),
    _Pattern(
        "a password in an address",
        ("://",),
        re.compile(r"https?://[^\s/:@<>\"']{1,99}:[^\s/:@<>\"']{1,99}@"),
    ),
)
# That of Zenodo and all of InvenioRDM is sixty letters of both cases and digits, and no more.
_LONG_WORD = re.compile(r"[A-Za-z0-9]{60,}")
_LENGTH = 60
_SECRET_NAME = re.compile(r"TOKEN|SECRET|PASSWORD", re.IGNORECASE)
_LONG_ENOUGH = 16
_SHORTEST_TOKEN = 8
_ARCHIVE = ".zip"
_MAIL = _Pattern(
    "an address of electronic mail",
    ("@",),
    re.compile(r"[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[^\W\d_]{2,24}\b"),
)
_FOLDERS = ("home", "Users", "root", "tmp", "mnt", "media", "Volumes", "var/folders")
_HOME = _Pattern(
    "a path of somebody's machine",
    (*(f"/{it}/" for it in _FOLDERS), ":\\", "\\\\", "file:///"),
    re.compile(
        rf"(?<![\w.:/])/(?:{'|'.join(_FOLDERS)})/[\w.-]+|file:///[\w.%/:-]+"
        r"|(?<![\w\\])[A-Za-z]:\\[\w.-]{2,}|(?<![\w\\])\\\\[\w.-]{2,}\\[\w.$-]{2,}"
    ),
)


class Found(NamedTuple):
    """What was found: the code of the finding, what stands there, of what kind, and where."""

    code: str
    found: str
    what: str
    at: int


class Scanner:
    """Looks at every file of the package of *deposit*."""

    def __init__(self, deposit: Deposit) -> None:
        self.findings: list[Diagnostic] = []
        # Addresses of electronic mail that may be public.
        self._allowed = set(_addresses(deposit.contact))
        # Where TEI files find the schemas of the package.
        self._schemas = {f"../{it.path}" for it in deposit.shared if it.path.startswith("schemas/")}
        self._printed: set[str] = set()
        self._told: set[tuple[str, str]] = set()
        self._own_secrets = tuple(dict.fromkeys(_own_secrets()))

    def document(self, part: Part) -> None:
        """Look at the TEI of *part* and its source.

        What the source prints, and whom the header names, may be in other files.
        """
        document = parse(part.tei.data, part.place.file)
        for header in document.root.iterfind(tei("teiHeader")):
            self._allowed.update(_addresses(etree.tostring(header, encoding="unicode")))
        if part.source is not None:
            self._source(_text(part.source.data, part.source_place.file), part.source_place)
        self._models(document)
        text, is_edited = document.data.decode(), part.place.file.endswith(".xml")
        self._look(part.tei.path, text, part.place, is_edited=is_edited)  # not a root that we made

    def file(self, path: str, data: bytes, place: Place) -> None:
        """Look at *data*, the file *path* of the package, made from what lies at *place*."""
        if not path.endswith(_ARCHIVE):  # of one, each file that is in it is looked at
            self._look(path, _text(data, path), place, is_edited=False)

    def _source(self, text: str, place: Place) -> None:
        for it in _private(text):
            self._printed.add(it.found)
            if it.found.lower() not in self._allowed:
                self._tell(it._replace(code="A111"), it.found, place, text)
        for it in self._secrets(text):
            self._tell(it, f"{place.file} {it.found}", place, text, path=place.file)

    def _look(self, path: str, text: str, place: Place, *, is_edited: bool) -> None:
        """Look at *text*, the file *path*; if that *is_edited*, it lies so at *place*."""
        there = text if is_edited else ""
        for it in self._secrets(text):
            self._tell(it, f"{place.file} {it.found}", place, there, path=path)
        for it in _private(text):
            if it.found not in self._printed and it.found.lower() not in self._allowed:
                self._tell(it, it.found, place, there, path=path)

    def _models(self, document: Document) -> None:
        """Look whether *document* names only schemas of the package, and of the web."""
        before = [*document.root.itersiblings(etree.PI, preceding=True)][::-1]
        for node, at in zip(before, document.markup.instructions, strict=False):
            href = near_schema(node)
            if href and unquote(href) not in self._schemas:
                self.findings.append(diagnostic("A110", document.place_of_byte(at), href=href))

    def _secrets(self, text: str) -> Iterator[Found]:
        yield from _secrets(text)
        for secret in self._own_secrets:
            if (at := text.find(secret)) >= 0:
                yield Found("A107", secret, "the value of a variable of your environment", at)

    def _tell(self, it: Found, key: str, place: Place, there: str, **values: str) -> None:
        """Tell once of what *key* stands for; with its line, where *there* is what lies at *place*.

        What is secret is not told itself.
        """
        if (it.code, key) in self._told:
            return
        self._told.add((it.code, key))
        if there:
            line = there.count("\n", 0, it.at) + 1
            place = Place(place.file, line, it.at - there.rfind("\n", 0, it.at))
        self.findings.append(diagnostic(it.code, place, found=it.found, what=it.what, **values))


def _text(data: bytes, name: str) -> str:
    """The text of the file *name*, in whichever encoding its *data* are."""
    try:
        if name.endswith(".xml"):
            return parse(data, name).data.decode()
        return characters(data, name).text
    except EditionError:  # it is none
        return data.decode("utf-8", "replace")


def _addresses(text: str) -> Iterator[str]:
    return (match[0].lower() for match in _MAIL.all_in(text))


def _private(text: str) -> Iterator[Found]:
    for pattern, code in ((_MAIL, "A108"), (_HOME, "A109")):
        for match in pattern.all_in(text):
            yield Found(code, match[0], pattern.what, match.start())


def _secrets(text: str) -> Iterator[Found]:
    for pattern in _SECRETS:
        for match in pattern.all_in(text):
            yield Found("A107", match[0], pattern.what, match.start())
    for match in _LONG_WORD.finditer(text):
        if _is_token(match[0]):
            what = "a token of Zenodo or another InvenioRDM"
            yield Found("A107", match[0], what, match.start())


def _own_secrets() -> Iterator[str]:
    """The values of variables for secrets; of others than our own the short ones may be words."""
    for name, value in os.environ.items():
        fewest = _SHORTEST_TOKEN if name == VARIABLE else _LONG_ENOUGH
        if _SECRET_NAME.search(name) and len(value.strip()) >= fewest:
            yield value.strip()


def _is_token(word: str) -> bool:
    """Whether *word*, of letters and digits, may be a token: a checksum has one case only."""
    kinds = (str.isupper, str.islower, str.isdigit)
    return len(word) == _LENGTH and all(any(map(kind, word)) for kind in kinds)
