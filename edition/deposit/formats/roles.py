"""The roles of contributors in the vocabularies of DataCite and InvenioRDM."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def _roles() -> Mapping[str, str]:
    text = Path(__file__).with_name("roles.toml").read_text(encoding="utf-8")
    roles: Mapping[str, str] = tomllib.loads(text)
    return roles


def contributor_type(role: str) -> str:
    """The contributorType of DataCite for *role*, the words of a header; ``Other`` else.

    InvenioRDM has the same vocabulary in small letters.
    """
    return _roles().get(role.strip().lower(), "Other")
