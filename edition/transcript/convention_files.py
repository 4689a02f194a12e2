"""Files of conventions: those of the program, and a project's own, checked word by word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from edition.diagnostic import EditionError, diagnostic
from edition.toml_places import KeyPath, dotted
from edition.transcript.convention import CompiledForm, Convention

FOLDER = Path(__file__).with_name("conventions")
LANGUAGES = Path(__file__).with_name("languages")
_PATTERNS = frozenset(
    {
        *("after", "date", "editorial", "elision", "lead_ins", "openings", "other_dates"),
        *(
            "pattern",
            "place",
            "place_anywhere",
            "pullquote",
            "remark",
            "separator",
            "time",
            "title_until",
            "tooltip",
        ),
        "trailer",
    }
)
"""The keys whose values are regular expressions."""


@dataclass(frozen=True)
class Conventions:
    """The conventions there are: a project's *own*, by name, and those of the program."""

    own: Mapping[str, Convention] = field(default_factory=lambda: MappingProxyType({}))

    def names(self) -> list[str]:
        """Their names in alphabetical order."""
        return sorted({*self.own, *(path.stem for path in FOLDER.glob("*.toml"))})

    def load(self, name: str) -> Convention:
        """The convention *name*, one of :meth:`names`; a project's own goes first."""
        return self.own[name] if name in self.own else _load(name)


@cache
def _load(name: str) -> Convention:
    text = FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return msgspec.convert(_with_words(tomllib.loads(text)), Convention)


def parse_convention(data: bytes, name: str) -> Convention:
    """The convention in *data*, the file *name*, whose stem is the convention's name.

    Raises EditionError (M001–M006, T012) at the line that is wrong.
    """
    from edition.toml import TomlFile, parse  # only a project's own needs it

    file = parse(data, name)
    stated = TomlFile(file.name, file.text, _with_words(file.table))
    convention = stated.typed(Convention)
    faults = [*_faults_of_form(convention), *_faults_of_patterns(file.table, ())]
    if (stem := Path(name).stem) != convention.name:
        faults.insert(0, (("name",), f"the file is called {stem}: the name must be {stem}, too"))
    for path, reason in faults:
        raise EditionError(diagnostic("T012", file.place(path), key=dotted(path), reason=reason))
    return convention


def _faults_of_form(convention: Convention) -> Iterator[tuple[KeyPath, str]]:
    from edition.transcript.forms import FormError, Words

    words = Words(convention.honorifics, convention.particles, offices=convention.offices)
    for index, form in enumerate(convention.labels.forms):
        try:
            CompiledForm(index, form, words)
        except FormError as error:
            path = ("labels", "forms", index, "print")
            yield path, f"{error}, at character {error.at + 1}"
    if not convention.labels.forms and not convention.labels.delimiter:
        yield ("labels",), "there is neither a delimiter nor a form: no label would be found"


def _faults_of_patterns(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    from edition.transcript.patterns import fault_in

    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _faults_of_patterns(inner, (*path, key))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, inner in enumerate(value):
            yield from _faults_of_patterns(inner, (*path, index))
    elif not _PATTERNS.isdisjoint(path) and (fault := fault_in(str(value))) is not None:
        yield path, f"{fault.reason}, at character {fault.at + 1}"


def _with_words(stated: Mapping[str, Any]) -> dict[str, Any]:
    """The tables *stated*, with the words of their language where they say nothing else."""
    tables = dict(stated)
    for table, values in _language(str(stated.get("language", ""))).items():
        own = tables.get(table)
        if isinstance(values, dict) and isinstance(own, dict | None):
            tables[table] = {**values, **(own or {})}
        elif own is None:
            tables[table] = values
    return tables


@cache
def _language(code: str) -> dict[str, Any]:
    """The words of the language *code*; of all languages together where it is not known."""
    files = {file.stem: file for file in LANGUAGES.glob("*.toml")}
    if code != "und":
        return _stated(files[code]) if code in files else {}
    together: dict[str, Any] = {}
    for known in sorted(files):
        _add_words(together, _stated(files[known]))
    return together


def _stated(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _add_words(together: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Add the lists and tables of *more* to those of *together*."""
    for key, value in more.items():
        if isinstance(value, Mapping):
            _add_words(together.setdefault(key, {}), value)
        elif isinstance(value, str):
            together[key] = f"{together.get(key, '')} {_words_for_all(key, value)}".strip()
        else:
            together[key] = [*together.get(key, []), *value]


def _words_for_all(key: str, words: str) -> str:
    """The *words* of the list *key* that mean the same in texts of other languages.

    A letter alone is an initial there: "M." is no Monsieur.
    """
    if key != "honorifics":
        return words
    return " ".join(word for word in words.split() if len(word) > 1)
