"""Licences by their web address, as SPDX and repositories name them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

_BEFORE = re.compile(r"https?://")
# What stands behind the address of a licence of Creative Commons: the page in a language.
_BEHIND = re.compile(r"/(?:(?:deed|legalcode)(?:\.[A-Za-z-]+)?|index\.html)?/?\Z")


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


@cache
def known_licences() -> Mapping[str, KnownLicence]:
    """All licences of the table, by their identifier in SPDX."""
    data = Path(__file__).with_name("licences.toml").read_bytes()
    table = msgspec.toml.decode(data, type=dict[str, KnownLicence])
    return {spdx: msgspec.structs.replace(it, spdx=spdx) for spdx, it in table.items()}


def known_licence(target: str) -> KnownLicence | None:
    """The licence with the web address *target*; None for one that the table does not have."""
    path = _BEHIND.sub("", _BEFORE.sub("", target.strip()))
    return next((it for it in known_licences().values() if path in it.addresses), None)


def broken_terms(source: KnownLicence, edition: KnownLicence) -> list[str]:
    """What *source* asks for and an edition under the terms of *edition* would not keep, in order.

    A source that allows no derivatives allows no edition under any terms.
    """
    forbidden = source.asks & {"no-derivatives"}
    return sorted((source.asks - edition.asks) | forbidden)
