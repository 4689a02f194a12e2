"""A place of the gazetteer."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from edition.names.gazetteer.folding import fold
from edition.names.model import Name


class Alone(StrEnum):
    """How far a bare word may be believed to name a place."""

    ALWAYS = "always"  # Moscow, Germany
    CONTEXT = "context"  # Vladimir: where the text speaks of places ("in Vladimir"), or of its land
    PEOPLE = "people"  # Buxton, what people are called as well: "in Buxton", "from Buxton to Bath"
    NEVER = "never"  # Reading: only where the text says that it is one ("the town of Reading")


class Place(msgspec.Struct, frozen=True):
    """A place that a form may mean.

    *alone* speaks of the form that was looked up; all else of the place. *names* begins with the
    name it is listed under. *country* is an ISO 3166 code, "" for what lies in none or in several;
    of a *contested* place it is the code that GeoNames has, not to be asserted. *region* is the id
    of the first-level division it lies in. *coordinates* are latitude and longitude as
    TEI's ``geo`` has them; few decimals mean a large thing. *geonameid* is "" where unknown.
    """

    id: str
    kind: str
    names: tuple[Name, ...]
    country: str = ""
    region: str = ""
    coordinates: str = ""
    population: int = 0
    geonameid: str = ""
    contested: bool = False
    alone: Alone = Alone.CONTEXT

    @property
    def name(self) -> str:
        """The name it is listed under."""
        return self.names[0].text

    def named(self, form: str) -> Name | None:
        """Its name, with dates, that *form* is a spelling of; None where *form* is none of them."""
        wanted = fold(form)
        return next((name for name in self.names if fold(name.text) == wanted), None)
