"""The attributes of one tag in three versions."""

from __future__ import annotations

from collections.abc import Mapping

_MEANT = ("ref", "who")
_DECISION = (*_MEANT, "cert", "resp")


def changed_attributes(
    old: Mapping[str, str],
    ours: Mapping[str, str],
    new: Mapping[str, str],
    *,
    of_editors: bool = False,
) -> tuple[dict[str, str | None], dict[str, str]]:
    """The attributes to be changed (None is to be taken out), and those the scholar changed too.

    Who or what is meant, how surely, and who says so, is one thing that somebody decides. How sure
    the program is says nothing against the scholar, who means the same; another editor's *new* does
    (*of_editors*).
    """
    changed: dict[str, str | None] = {}
    refused: dict[str, str] = {}
    is_decided = any(ours.get(name) != old.get(name) for name in _DECISION)
    is_agreed = not of_editors and all(ours.get(name) == new.get(name) for name in _MEANT)
    for name in [*new, *(name for name in old if name not in new)]:
        value = new.get(name)
        if value == old.get(name) or value == ours.get(name):
            continue
        if is_decided and name in _DECISION:
            if not is_agreed:
                refused[name] = value or ""
        elif ours.get(name) == old.get(name):
            changed[name] = value
        else:
            refused[name] = value or ""
    return changed, refused
