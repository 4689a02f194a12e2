"""Places that no package has: the supplement written by hand."""

from __future__ import annotations

from typing import Any

from edition.names.gazetteer.making.draft import Draft, slug
from edition.names.gazetteer.making.geonames import read

# What a bare name of the kind outweighs: a namesake with so many inhabitants.
WEIGHTS = {"continent": 10**9, "ocean": 10**9, "region": 5_000_000, "sea": 5_000_000,
           "river": 300_000, "county": 700_000, "state": 5_000_000}  # fmt: skip
_OTHERS = 200_000


def features() -> list[Draft]:
    """Seas, rivers, regions, buildings and states of old."""
    found = []
    for file in ("features.toml", "landmarks.toml", "history.toml"):
        for kind, places in read(file).items():
            found += [_draft(kind, name, facts) for name, facts in places.items()]
    return found


def _draft(kind: str, name: str, facts: str | dict[str, Any]) -> Draft:
    if isinstance(facts, str):
        facts = {"country": facts}
    return Draft(
        id=facts.get("geonameid", f"{kind}-{slug(name)}"),
        kind=kind,
        names=facts.get("names", [name.replace("_", " ")]),
        country=facts.get("code", "") or facts.get("country", ""),
        coordinates=facts.get("at", ""),
        contested=facts.get("contested", False),
        weight=facts.get("weight", WEIGHTS.get(kind, _OTHERS)),
        alone=facts.get("alone", ""),
    )
