"""Persistent identifiers as headers write them: their bare form, and whether it can be right.

Nothing is looked up. The forms: DOI Handbook 2.2, RFC 3651 (Handle), draft-kunze-ark-39 (ARK),
ISO/IEC 18670 (SWHID), ISO 7064 MOD 11-2 (ORCID).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha1
from urllib.parse import quote, unquote

from edition.settings import orcid_is_sound

_RESOLVERS = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|https?://hdl\.handle\.net/|https?://n2t\.net/(?=ark:)"
    r"|https?://archive\.softwareheritage\.org/(?=swh:)|https?://orcid\.org/|doi:|hdl:)",
    re.IGNORECASE,
)
_FORMS: Mapping[str, re.Pattern[str]] = {
    "DOI": re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+\Z"),
    "Handle": re.compile(r"[^\s/]+/\S+\Z"),
    "ARK": re.compile(r"ark:/?[0-9bcdfghjkmnpqrstvwxz]{5,}/\S+\Z"),
    "SWHID": re.compile(r"swh:1:(?:snp|rel|rev|dir|cnt):[0-9a-f]{40}(?:;\S+)?\Z"),
    "ORCID": re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]\Z"),
}
SCHEMES = tuple(_FORMS)
# Where each is found on the web.
_ADDRESSES = {
    "DOI": "https://doi.org/{}",
    "Handle": "https://hdl.handle.net/{}",
    "ARK": "https://n2t.net/{}",
    "SWHID": "https://archive.softwareheritage.org/{}",
    "ORCID": "https://orcid.org/{}",
}

# Signs of identifiers that mean in an address what they mean in the identifier (RFC 3986, 3.3).
_UNCHANGED = "/:;()=,!*'@$&+~"


def bare(written: str) -> str:
    """*written* without the address of a resolver before it; in an address signs are escaped."""
    identifier = _RESOLVERS.sub("", written.strip(), count=1)
    return unquote(identifier) if written.strip().lower().startswith("http") else identifier


def is_sound(scheme: str, identifier: str) -> bool:
    """Whether *identifier*, bare, has the form of *scheme*, one of :data:`SCHEMES`."""
    if not _FORMS[scheme].match(identifier):
        return False
    return scheme != "ORCID" or orcid_is_sound(identifier)


def swhid_of(data: bytes) -> str:
    """The identifier that Software Heritage gives a file with the content *data*."""
    digest = sha1(b"blob %d\0" % len(data), usedforsecurity=False)
    digest.update(data)
    return f"swh:1:cnt:{digest.hexdigest()}"


def address(scheme: str, identifier: str) -> str:
    """Where *identifier* of *scheme* is found on the web, as a URI."""
    return _ADDRESSES[scheme].format(quote(identifier, safe=_UNCHANGED))
