"""Licences by their web address, as SPDX and repositories name them.

``spdx.csv`` has every licence of SPDX (https://spdx.org/licenses/), and which of them two others
know by that identifier: the vocabulary that comes with InvenioRDM (invenio-rdm-records,
``licenses.csv``), and the schema of CITATION.cff 1.2.0. ``licences.toml`` says of some what they
ask for.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

_BEFORE = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
# What stands behind the address of a licence of Creative Commons: the page in a language, or what
# their chooser adds.
_BEHIND = re.compile(
    r"/?(?:(?:deed|legalcode)(?:\.[A-Za-z-]+)?|index\.html)?/?(?:[?#].*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
# The same page in another form.
_FORM = re.compile(r"(?<=[a-z0-9])\.(?:html?|txt|json)\Z", re.IGNORECASE)
_SPDX = "spdx.org/licenses/"
# The version of a licence of Creative Commons that was made for one country.
_COUNTRY = re.compile(r"\A(creativecommons\.org/licenses/.+)/[a-z]+\Z")
_NUMBER = re.compile(r"-(\d+(?:\.\d+)*)\Z")


class KnownLicence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A licence of SPDX: *asks* is what must be kept by whoever passes the work on.

    None: what it asks for is not known here. *also* is what it is called besides. *in_records* and
    *in_citations*: whether InvenioRDM and CITATION.cff know its identifier.
    """

    name: str
    addresses: tuple[str, ...]
    asks: frozenset[str] | None = None
    also: tuple[str, ...] = ()
    spdx: str = ""
    in_records: bool = False
    in_citations: bool = False

    @property
    def record_id(self) -> str:
        """Its identifier in vocabularies that are in small letters, as that of InvenioRDM."""
        return self.spdx.lower()

    @property
    def page(self) -> str:
        """Where SPDX shows it."""
        return f"https://{_SPDX}{self.spdx}"

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
    """All licences of the tables, by their identifier in SPDX."""
    data = Path(__file__).with_name("licences.toml").read_bytes()
    described = msgspec.toml.decode(data, type=dict[str, KnownLicence])
    text = Path(__file__).with_name("spdx.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["id"]: _licence(row, described) for row in rows}


def _licence(row: Mapping[str, str], described: Mapping[str, KnownLicence]) -> KnownLicence:
    """The licence of *row*, with what is *described* of it."""
    spdx = row["id"]
    known = described.get(spdx, KnownLicence(row["name"] or spdx, ()))
    addresses = (*known.addresses, *row["addresses"].split(), f"{_SPDX}{spdx.lower()}")
    return KnownLicence(
        known.name,
        tuple(dict.fromkeys(addresses)),
        known.asks,
        known.also,
        spdx,
        in_records=row["invenio"] == "yes",
        in_citations=row["cff"] == "yes",
    )


@cache
def _by_address() -> Mapping[str, KnownLicence]:
    return {address: it for it in known_licences().values() for address in it.addresses}


def known_licence(target: str) -> KnownLicence | None:
    """The licence with the web address *target*; None for one that the table does not have."""
    return _at(_path(target))


def licence_called(name: str) -> KnownLicence | None:
    """The licence whose identifier in SPDX is *name*, in letters of any case."""
    return _at(f"{_SPDX}{name.strip()}") if name.strip() else None


def is_same(one: str, other: str) -> bool:
    """Whether *one* and *other*, addresses or identifiers, name the same licence."""
    ours, theirs = (known_licence(it) or licence_called(it) for it in (one, other))
    return ours == theirs if ours and theirs else _path(one) == _path(other)


def terms_at(target: str) -> KnownLicence | None:
    """The licence whose terms are those at *target*.

    Versions for a country ask for the same as the one for all.
    """
    path = _path(target)
    found = (_at(path), _at(_COUNTRY.sub(r"\1", path.lower())))
    return next((it for it in found if it is not None and it.asks is not None), None)


def broken_terms(source: KnownLicence, edition: KnownLicence) -> list[str]:
    """What *source* asks for and an edition under the terms of *edition* would not keep, in order.

    A source that allows no derivatives allows no edition under any terms. Share-alike means the
    same licence or a later version of it (CC BY-SA 4.0, 3(b); ODbL 1.0, 4.4): another that asks
    for more does not keep it.
    """
    asked, kept = source.asks or frozenset(), edition.asks or frozenset()
    broken = (asked - kept) | (asked & {"no-derivatives"})
    if "share-alike" in asked and not _is_same_or_later(edition, source):
        broken |= {"share-alike"}
    return sorted(broken)


def lost_terms(part: KnownLicence, whole: KnownLicence) -> list[str]:
    """What *part*, unchanged in a collection, asks for and the terms of *whole* do not keep."""
    return [] if part == whole else broken_terms(part, whole)


def _is_same_or_later(licence: KnownLicence, first: KnownLicence) -> bool:
    return licence.kind == first.kind and licence.number >= first.number


def without_scheme(address: str) -> str:
    """*address* from the name of its server on, without “www.”."""
    return _BEFORE.sub("", address.strip())


def _path(target: str) -> str:
    """What tells licences apart in the address *target*."""
    return _FORM.sub("", _BEHIND.sub("", without_scheme(target)))


def _at(path: str) -> KnownLicence | None:
    return _by_address().get(path.lower())
