"""What a scholar says of the edition and its sources in ``source/edition.toml``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.files import read_bytes
from edition.toml import FieldError, form, parse
from edition.toml_places import KeyPath, dotted

Text = Annotated[str, form(r"\S", "a text that is not empty")]
Address = Annotated[
    str,
    form(
        r"\Ahttps?://[^\s<>\"{}|\\^`]+\Z",
        "an address that begins with https:// or http://, in small letters",
    ),
]
Repository = Annotated[
    str,
    form(
        r"\Ahttps?://[A-Za-z0-9.:\[\]-]+/?\Z",
        "the address of a server such as https://repository.example.org",
    ),
]
ReportAddress = Annotated[
    str,
    form(
        r"\Ahttps?://(?:[^\s<>\"{}|\\^`]|\{(?:title|body)\})+\Z",
        "an address, in which {title} and {body} may stand",
    ),
]
Language = Annotated[
    str,
    form(r"\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z", "a language tag such as en, ru or sr-Latn"),
]
IsoDate = Annotated[
    str,
    form(r"\A\d{4}(?:-\d\d(?:-\d\d)?)?\Z", "a date such as 2023-01-18, 2023-01 or 2023"),
]
Version = Annotated[
    str,
    form(r"\A\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?\Z", "a version of three numbers such as 1.0.0"),
]
Identifier = Annotated[
    str,
    form(r"\A[A-Za-z][A-Za-z0-9_-]*\Z", "a letter, then letters, digits, - or _"),
]
Mail = Annotated[
    str,
    form(r"\A[^\s@<>\"?&#%]+@[^\s@<>\"?&#%]+\Z", "an address of electronic mail"),
]
Doi = Annotated[
    str,
    form(r"\A10\.\d{4,9}/\S+\Z", "a DOI such as 10.5281/zenodo.1234, without address"),
]
Orcid = Annotated[
    str,
    form(
        r"\A(?:https://orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]\Z",
        "an ORCID such as 0000-0002-1825-0097",
    ),
]

# Identifiers that every encoding uses for something of its own.
RESERVED = {
    "source",
    "encoder",
    "transcript",
    "turns",
    "chair",
    "guest",
    "unidentified",
    "unlabelled",
}
_NUMBERED = re.compile(r"(?:[depqsu]\d+[a-z]*|ms\d+)\Z")


class _Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said in texts of a line: white space in them is a SPACE, as in what TEI says."""

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            words = getattr(self, name)
            if isinstance(words, str) and words != (tidy := " ".join(words.split())):
                msgspec.structs.force_setattr(self, name, tidy)


class Licence(_Said, frozen=True, forbid_unknown_fields=True):
    """The terms under which a text may be used."""

    name: Text
    target: Address


class SourceLicence(Licence, frozen=True, forbid_unknown_fields=True):
    """The terms of a source, with the evidence for them and how sure it makes us."""

    evidence: Text = ""
    cert: Literal["high", "medium", "low"] | None = None


class Editor(_Said, frozen=True, forbid_unknown_fields=True):
    """A person or body that answers for the edition; ``id`` is what ``@resp`` points to.

    ``surname`` is that part of ``name`` by which a list of names is put in order; a body, such as
    a society, has none.
    """

    id: Identifier
    name: Text
    surname: Text = ""
    orcid: Orcid = ""
    role: Text = "editor"
    body: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.id in RESERVED or _NUMBERED.match(self.id):
            raise FieldError(
                ("id",), f"{self.id} is taken: the encoding gives it to something else"
            )
        if self.orcid and not orcid_is_sound(self.orcid):
            raise FieldError(("orcid",), "there is no such ORCID: a misprint")
        for key in ("surname", "orcid") if self.body else ():
            if getattr(self, key):
                raise FieldError((key,), "only a person has one, and this is a body")
        if self.surname and self._parted is None:
            raise FieldError(("surname",), f"{self.name} neither ends nor begins with this word")

    @property
    def _parted(self) -> tuple[str, str] | None:
        """What stands before and after the surname in the name; None where it is not there."""
        words, own = self.name.split(), self.surname.split()
        if own and words[-len(own) :] == own:
            return " ".join(words[: -len(own)]), ""
        if own and words[: len(own)] == own:
            return "", " ".join(words[len(own) :])
        return None

    @property
    def name_parts(self) -> list[tuple[str, str]]:
        """The parts of the name in their order, each as ``surname`` or ``forename`` and its words.

        None where nobody has said which is the surname.
        """
        if not self.surname or self._parted is None:
            return []
        before, after = self._parted
        parts = [("forename", before), ("surname", self.surname), ("forename", after)]
        return [(kind, words) for kind, words in parts if words]

    @property
    def reference(self) -> str:
        """The address of the editor's ORCID record, or ''."""
        return f"https://orcid.org/{self.orcid[-19:]}" if self.orcid else ""


class Edition(_Said, frozen=True, forbid_unknown_fields=True):
    """What is said of the edition as a whole; ``url`` is where ``output/`` lies on the web.

    Errors are reported to ``issues``, an address that may have ``{title}`` and ``{body}`` in it,
    else by mail to ``contact``. ``doi`` is that of all documents together, in this version.
    """

    title: Text = ""
    url: Address = ""
    contact: Mail = ""
    issues: ReportAddress = ""
    version: Version = ""
    publisher: Text = ""
    date: IsoDate = ""
    doi: Doi = ""
    licence: Licence | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_date(self.date)

    @property
    def report(self) -> str:
        """Where readers report an error, with ``{title}`` and ``{body}`` in it; or ''."""
        mail = f"mailto:{self.contact}?subject={{title}}&body={{body}}"
        return self.issues or (mail if self.contact else "")


class Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether books are made of each document: EPUB for screens, PDF for paper."""

    epub: bool = False
    pdf: bool = False


class Texts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which plain texts are made besides that for reading, which always is."""

    profiles: tuple[Literal["reading", "speech", "diplomatic", "screenplay"], ...] = ()


class Searching(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether there is an index by Pagefind, too, for an edition that is served."""

    pagefind: bool = False


class Deposit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """In which repository documents are deposited; where nothing is said, in none."""

    host: Repository = ""


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The body whose meetings these are, with its role as ParlaMint calls it (org/@role)."""

    name: Text
    role: Literal[
        "parliament",
        "committee",
        "subcommittee",
        "commission",
        "delegation",
        "workingGroup",
        "government",
        "ministry",
        "institution",
        "ngo",
        "europeanInstitution",
        "internationalOrganisation",
    ]


class ParlaMint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ParlaMint wants to know and nothing else does.

    ``speakers`` is what those are who speak and do not chair.
    """

    funder: Text = ""
    body: Body | None = None
    speakers: Literal["regular", "guest"] | None = None


class SourceDefaults(_Said, frozen=True, forbid_unknown_fields=True):
    """What is said of all transcripts alike."""

    publisher: Text = ""
    licence: SourceLicence | None = None
    convention: Text = ""
    language: Language = ""


class SourceSettings(SourceDefaults, frozen=True, forbid_unknown_fields=True):
    """What is said of one transcript; what is not said is '' or None.

    ``accessed`` is when it was taken from its ``url``.
    """

    url: Address = ""
    accessed: IsoDate = ""
    date: IsoDate = ""
    place: Text = ""
    title: Text = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_date(self.date)
        _check_date(self.accessed, "accessed")


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of ``edition.toml``; :func:`read_settings` makes it, ``Settings()`` says nothing."""

    edition: Edition = msgspec.field(default_factory=Edition)
    editors: tuple[Editor, ...] = msgspec.field(default=(), name="editor")
    source: SourceDefaults = msgspec.field(default_factory=SourceDefaults)
    text: Texts = msgspec.field(default_factory=Texts)
    book: Book = msgspec.field(default_factory=Book)
    deposit: Deposit = msgspec.field(default_factory=Deposit)
    search: Searching = msgspec.field(default_factory=Searching)
    parlamint: ParlaMint = msgspec.field(default_factory=ParlaMint)
    transcripts: dict[str, SourceSettings] = msgspec.field(default_factory=dict, name="transcript")

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for index, editor in enumerate(self.editors):
            if editor.id in seen:
                raise FieldError(("editor", index, "id"), f"{editor.id} is another editor's")
            seen.add(editor.id)

    def for_transcript(self, stem: str) -> SourceSettings:
        """What holds for ``STEM.txt``: what is said of it, and for the rest the defaults."""
        own = self.transcripts.get(stem, SourceSettings())
        defaults = msgspec.structs.asdict(self.source)
        silent = {name: value for name, value in defaults.items() if not getattr(own, name)}
        return msgspec.structs.replace(own, **silent)


def read_settings(path: Path, name: str | None = None) -> Settings:
    """The settings in the file *path*, called *name* in findings; none where there is no file.

    Raises FileAccessError, or EditionError (M001–M006) at the line that is wrong.
    """
    if not os.path.lexists(path):  # a link that leads nowhere is there, and cannot be read
        return Settings()
    return parse_settings(read_bytes(path, name), name or str(path))


def parse_settings(data: bytes, name: str) -> Settings:
    """The settings in *data*. Raises EditionError (M001–M006)."""
    return parse(data, name).typed(Settings)


def settings_without_transcript(data: bytes, name: str, stems: Iterable[str]) -> list[Diagnostic]:
    """A finding (M007) for each ``[transcript."STEM"]`` in *data* that is none of *stems*."""
    from difflib import get_close_matches

    known = set(stems)
    file = parse(data, name)
    findings = []
    for stem in file.table.get("transcript", {}):
        if stem not in known:
            near = get_close_matches(stem, sorted(known), 1)
            advice = f"Did you mean {near[0]}?" if near else "Mend the name, or remove the table."
            place = file.place(("transcript", stem))
            findings.append(diagnostic("M007", place, stem=stem, advice=advice))
    return findings


def unknown_conventions(data: bytes, name: str, known: Iterable[str]) -> list[Diagnostic]:
    """A finding (T010) for each ``convention`` in *data*, the file *name*, that is none of *known*.

    Raises EditionError (M001–M006) where *data* are no settings.
    """
    file = parse(data, name)
    settings = file.typed(Settings)
    names = sorted(known)
    said: dict[KeyPath, str] = {("source", "convention"): settings.source.convention}
    for stem, source in settings.transcripts.items():
        said["transcript", stem, "convention"] = source.convention
    return [
        diagnostic("T010", file.place(path), name=wanted, known=", ".join(names))
        for path, wanted in said.items()
        if wanted and wanted not in names
    ]


def missing_in_edition(settings: Settings, place: Place) -> list[Diagnostic]:
    """What a repository wants to know of the edition and *settings* do not say."""
    edition = settings.edition
    wanted: Mapping[str, object] = {
        "M101": settings.editors,
        "M102": edition.publisher,
        "M103": edition.version,
        "M104": edition.licence,
        "M112": edition.date,
    }
    nameless = [it for it in settings.editors if not (it.surname or it.body)]
    return [
        *(diagnostic(code, place) for code, value in wanted.items() if not value),
        *(diagnostic("M113", place, name=it.name, id=it.id) for it in nameless),
    ]


def missing_for_transcript(settings: Settings, stem: str, place: Place) -> list[Diagnostic]:
    """What a repository wants to know of the source of *stem* and *settings* do not say."""
    source = settings.for_transcript(stem)
    wanted: Mapping[str, object] = {"M105": source.url, "M106": source.licence}
    table = dotted(("transcript", stem))
    return [
        diagnostic(code, place, stem=stem, table=table)
        for code, value in wanted.items()
        if not value
    ]


def _check_date(written: str, key: str = "date") -> None:
    """Raises FieldError where *written*, the value of *key*, is no day of the calendar."""
    parts = [int(part) for part in written.split("-")] if written else []
    if not parts:
        return
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        raise FieldError((key,), f"{written} is not in the calendar") from None


# The numbers that ORCID gives, without the check character: a part of those of ISNI.
# https://support.orcid.org/hc/en-us/articles/360006897674
_ORCIDS = (range(15_000_000, 35_000_001), range(900_000_000_000, 900_100_000_001))


def orcid_is_sound(orcid: str) -> bool:
    """Whether ORCID gives *orcid*: its number, and its check character (ISO 7064 MOD 11-2)."""
    *digits, check = list(orcid[-19:].replace("-", ""))
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    is_given = any(int("".join(digits)) in them for them in _ORCIDS)
    return is_given and "0123456789X"[(12 - total % 11) % 11] == check
