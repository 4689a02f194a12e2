"""Licences by their web address, as SPDX and repositories name them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

_BEFORE = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
# What stands behind the address of a licence of Creative Commons: the page in a language, or what
# their chooser adds.
_BEHIND = re.compile(
    r"/?(?:(?:deed|legalcode)(?:\.[A-Za-z-]+)?|index\.html)?/?(?:[?#].*)?\Z", re.IGNORECASE
)
# The version of a licence of Creative Commons that was made for one country.
_COUNTRY = re.compile(r"(creativecommons\.org/licenses/.+)/[a-z]+\Z")
_NUMBER = re.compile(r"-(\d+(?:\.\d+)*)\Z")


class KnownLicence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A licence of SPDX: *asks* is what must be kept by whoever passes the work on."""

    name: str
    addresses: tuple[str, ...]
    asks: frozenset[str]
    spdx: str = ""

    @property
    def record_id(self) -> str:
        """Its identifier in the vocabulary of InvenioRDM, which is in small letters."""
        return self.spdx.lower()

    @property
    def kind(self) -> str:
        """What all its versions are called."""
        return _NUMBER.sub("", self.spdx)

    @property
    def number(self) -> tuple[int, ...]:
        """Which version it is, as numbers to be compared."""
        match = _NUMBER.search(self.spdx)
        return tuple(map(int, match[1].split("."))) if match else ()


@cache
def known_licences() -> Mapping[str, KnownLicence]:
    """All licences of the table, by their identifier in SPDX."""
    data = Path(__file__).with_name("licences.toml").read_bytes()
    table = msgspec.toml.decode(data, type=dict[str, KnownLicence])
    return {spdx: msgspec.structs.replace(it, spdx=spdx) for spdx, it in table.items()}


def known_licence(target: str) -> KnownLicence | None:
    """The licence with the web address *target*; None for one that the table does not have."""
    return _at(_path(target))


def terms_at(target: str) -> KnownLicence | None:
    """The licence whose terms are those at *target*.

    Versions for a country ask for the same as the one for all.
    """
    path = _path(target)
    return _at(path) or _at(_COUNTRY.sub(r"\1", path))


def broken_terms(source: KnownLicence, edition: KnownLicence) -> list[str]:
    """What *source* asks for and an edition under the terms of *edition* would not keep, in order.

    A source that allows no derivatives allows no edition under any terms. Share-alike means the
    same licence or a later version of it (CC BY-SA 4.0, 3(b); ODbL 1.0, 4.4): another that asks
    for more does not keep it.
    """
    broken = (source.asks - edition.asks) | (source.asks & {"no-derivatives"})
    if "share-alike" in source.asks and not _is_same_or_later(edition, source):
        broken |= {"share-alike"}
    return sorted(broken)


def lost_terms(part: KnownLicence, whole: KnownLicence) -> list[str]:
    """What *part*, unchanged in a collection, asks for and the terms of *whole* do not keep."""
    return [] if part == whole else broken_terms(part, whole)


def _is_same_or_later(licence: KnownLicence, first: KnownLicence) -> bool:
    return licence.kind == first.kind and licence.number >= first.number


def _path(target: str) -> str:
    """What tells licences apart in the address *target*."""
    return _BEHIND.sub("", _BEFORE.sub("", target.strip()))


def _at(path: str) -> KnownLicence | None:
    wanted = path.lower()
    return next((it for it in known_licences().values() if wanted in it.addresses), None)
