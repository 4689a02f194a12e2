"""Places with coordinates as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from lxml.etree import _Element as Element

from edition.publishing.named import Named
from edition.tei.registers import name_elements, text_of
from edition.tei.vocabulary import tei

_GEO = f"{tei('location')}/{tei('geo')}"


def geojson(places: Iterable[Named]) -> bytes:
    """Those of *places* that have coordinates, one a line, in the order of their identifiers."""
    features = [
        msgspec.json.encode(feature)
        for place in sorted(places, key=lambda it: it.key)
        if (feature := _feature(place))
    ]
    head = b'{"type": "FeatureCollection", "features": ['
    return head + b",".join(b"\n" + feature for feature in features) + b"\n]}\n"


def _feature(place: Named) -> dict[str, Any] | None:
    where = position(place.entry)
    if where is None:
        return None
    names = [text_of(name) for name in name_elements(place.entry)]
    return {
        "type": "Feature",
        "id": place.key,
        "geometry": {"type": "Point", "coordinates": where},
        "properties": {
            "name": names[0] if names else place.key,
            "names": names[1:],
            "kind": place.entry.get("type", ""),
            "identifiers": [text_of(it) for it in place.entry.iterchildren(tei("idno"))],
            "mentions": place.mentions,
            "documents": place.documents,
            "page": place.page,
        },
    }


def position(entry: Element) -> tuple[float, float] | None:
    """Longitude and latitude: the header has them the other way round."""
    geo = entry.find(_GEO)
    if geo is None:
        return None
    try:
        latitude, longitude = map(float, text_of(geo).replace(",", " ").split())
    except ValueError:
        return None
    on_earth = abs(latitude) <= 90 and abs(longitude) <= 180
    return (longitude, latitude) if on_earth else None
