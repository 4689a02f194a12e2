"""A place while the gazetteer is made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from edition.names.gazetteer.folding import fold


@dataclass
class Draft:
    """A place as its sources have it.

    *id* is the geonameid where there is one. *names* are written NAME or NAME@SINCE/UNTIL, the
    listed one first; *other* are spellings that nobody vouches for, believed in context at most.
    *weight* ranks namesakes: inhabitants, or for a mountain those of a town that it outranks.
    """

    id: str
    kind: str
    names: list[str]
    country: str = ""
    region: str = ""
    coordinates: str = ""
    population: int = 0
    contested: bool = False
    weight: int = 0
    alone: str = ""
    other: list[str] = field(default_factory=list)
    capital: bool = False

    def row(self) -> str:
        """Its row of ``places.tsv``."""
        cells = (
            self.id, self.kind, self.country,
            self.region if self.region != self.id else "", self.coordinates,
            str(self.population or ""), "contested" if self.contested else "",
            "|".join(dict.fromkeys(self.names)),
        )  # fmt: skip
        return "\t".join(cells)

    def listed_as(self, names: list[str]) -> None:
        """Take *names* before its own, each once."""
        have = {bare(name) for name in names}
        self.names = names + [name for name in self.names if bare(name) not in have]


def bare(name: str) -> str:
    """*name* without its dates."""
    return name.partition("@")[0]


def point(latitude: Any, longitude: Any, decimals: int = 2) -> str:
    """Coordinates as ``geo`` has them, without zeros at the end."""
    return f"{round(float(latitude), decimals):g} {round(float(longitude), decimals):g}"


def slug(name: str) -> str:
    """*name* as part of an id."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).lower()).strip("-")
