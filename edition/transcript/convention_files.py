"""Files of conventions: those of the program, and a project's own, checked word by word."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from edition.diagnostic import EditionError, diagnostic
from edition.toml_places import dotted
from edition.transcript.convention import Convention

FOLDER = Path(__file__).with_name("conventions")
_AMBIGUOUS = frozenset({"a", "on", "son"})  # of French, and small words of English or Spanish
LANGUAGES = Path(__file__).with_name("languages")


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

    Raises EditionError (M001–M006, T012) at each line that is wrong.
    """
    # only a project's own needs them
    from edition.toml import TomlFile, parse
    from edition.transcript.convention_faults import faults_in

    file = parse(data, name)
    stated = TomlFile(file.name, file.text, _with_words(file.table))
    convention = stated.typed(Convention)
    faults = list(faults_in(convention, file.table))
    if (stem := Path(name).stem) != convention.name:
        faults.insert(0, (("name",), f"the file is called {stem}: the name must be {stem}, too"))
    if faults:
        raise EditionError(
            *(
                diagnostic("T012", file.place(path), key=dotted(path), reason=reason)
                for path, reason in faults
            )
        )
    return convention


def _with_words(stated: Mapping[str, Any]) -> dict[str, Any]:
    """The tables *stated*, with the words of their language where they say nothing else.

    Of events, narration, presiding, headings and furniture those of the language come behind its
    own; an empty list stays empty.
    """
    tables = dict(stated)
    for table, values in _language(str(stated.get("language", ""))).items():
        own = tables.get(table)
        if isinstance(values, dict) and isinstance(own, dict | None):
            tables[table] = {**values, **(own or {})}
        elif isinstance(values, list) and isinstance(own, list):
            tables[table] = [*own, *values] if own else own
        elif own is None:
            tables[table] = values
    return tables


@cache
def _language(code: str) -> dict[str, Any]:
    """The words of the language *code*; of all languages together where it is not known."""
    files = {file.stem: file for file in LANGUAGES.glob("*.toml")}
    if code != "und":
        return words_in(files[code]) if code in files else {}
    together: dict[str, Any] = {}
    for known in sorted(files):
        _add_words(together, words_in(files[known]))
    return together


def words_in(file: Path) -> dict[str, Any]:
    """The tables of the language in *file*, with its phrases put into its narration.

    What its narration takes for no speech is told, if it does not say otherwise: it may be
    somebody's own sentence.
    """
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    phrases: dict[str, str] = {}
    for name, pattern in tables.pop("phrases", {}).items():
        phrases[name] = f"({_with_phrases(pattern, phrases)})"
    for entry in tables.get("narration", ()):
        entry["pattern"] = _with_phrases(entry["pattern"], phrases)
        entry.setdefault("told", True)
    return tables


def _with_phrases(pattern: str, phrases: Mapping[str, str]) -> str:
    """*pattern* with the pattern of each of *phrases* for its name in braces."""
    for name, phrase in phrases.items():
        pattern = pattern.replace(f"{{{name}}}", phrase)
    return pattern


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

    A letter alone is an initial there: "M." is no Monsieur. What is a verb or pronoun in one may be
    a small word of a heading or a title: "A Tax on Sugar".
    """
    if key == "honorifics":
        return " ".join(word for word in words.split() if len(word) > 1)
    if key == "sentence_words":
        return " ".join(word for word in words.split() if word not in _AMBIGUOUS)
    return words
