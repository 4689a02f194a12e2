"""The roles of contributors in the vocabularies of DataCite and InvenioRDM."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec

from edition.header.facts import Agent, Facts


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


def typed_contributors(facts: Facts) -> Iterator[tuple[Agent, str]]:
    """The contributors, each with its contributorType.

    Without creators of whom ``Other`` is all that could be said besides.
    """
    creators = {_without_role(it) for it in facts.creators}
    for it in facts.contributors:
        kind = contributor_type(it.role)
        if kind != "Other" or _without_role(it) not in creators:
            yield it, kind


def _without_role(agent: Agent) -> Agent:
    return msgspec.structs.replace(agent, role="")
