"""A person of a document, and whom a name means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from edition.names.model import Certainty, Entry
from edition.names.words import folded


@dataclass(slots=True, eq=False)
class Human:
    """A person named in a document. *entry* is the register's, None for a new one."""

    names: list[str]
    entry: Entry | None = None
    speaker: str | None = None
    titles: set[str] = field(default_factory=set)
    why: str = ""
    certainty: Certainty = Certainty.HIGH
    first_line: int = 0  # where the document names the person first; 0 is known from elsewhere
    speaks_from: int = 0  # the line of the first turn
    loose: set[str] = field(default_factory=set)  # names that are only likely to be the person's
    honorifics: set[str] = field(default_factory=set)
    kin: str = ""  # the word by which the document introduces the person: "his wife, Anna Hill"
    fullest: tuple[int, str] = (0, "")  # of how many names, the fullest
    other_until: int = 0  # the line up to which the surname alone is somebody else, whose kin it is
    first_given: tuple[int, int, str] = (0, 0, "")  # of how many names and honorifics, the given

    @property
    def here(self) -> bool:
        """Whether the document itself names the person, or has the person speak."""
        return bool(self.speaker or self.first_line)

    @property
    def surely(self) -> list[str]:
        """The names that are not only likely to be the person's."""
        return [name for name in self.names if folded(name).casefold() not in self.loose]

    @property
    def name(self) -> str:
        """The fullest form of the name."""
        count, fullest = self.fullest
        if count != len(self.names):  # names are only added
            fullest = max(self.names, key=lambda name: len(name.split()))  # the first
            self.fullest = (len(self.names), fullest)
        return fullest

    @property
    def given(self) -> str:
        """The first given name as lists have it, of "MR JEAN-LUC REED" "Jean-Luc"; "" if none."""
        names, honorifics, given = self.first_given
        if (names, honorifics) != (len(self.names), len(self.honorifics)):  # both only grow
            words = [_as_listed(word) for word in self.name.split()]
            first = 1 if words[0] in self.honorifics else 0
            given = words[first] if first + 1 < len(words) else ""
            self.first_given = (len(self.names), len(self.honorifics), given)
        return given

    @property
    def sex(self) -> str:
        """The sex that the register states, as TEI's sex/@value; "" where it does not."""
        return self.entry.sex if self.entry else ""


class Meant(NamedTuple):
    """Whom a name means: *human*, or None where *choices* are equally likely."""

    human: Human | None
    certainty: Certainty
    choices: tuple[Human, ...] = ()


def _as_listed(word: str) -> str:
    return "-".join(part.capitalize() for part in re.split("[-‑]", word))
