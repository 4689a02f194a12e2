"""Packages for repositories to which a person carries them, each with what that person does.

A profile is a module of this folder with a function ``files``, and ``NAME.md``, its checklist.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from edition.deposit.content import Deposit, Part
from edition.deposit.formats.markdown import words
from edition.header.identifiers import address

# Zenodo stands for all of InvenioRDM: its files are those of every package.
PROFILES = ("zenodo", "textgrid", "arche", "clarin", "dataverse")
DEFAULT = "zenodo"


def profile_files(profile: str, deposit: Deposit, part: Part) -> dict[str, bytes]:
    """The files for *profile* of *deposit*, whose document is *part*, by path in its folder."""
    if profile == DEFAULT:
        return {}
    module = import_module(f"{__name__}.{profile}")
    files: dict[str, bytes] = module.files(deposit, part)
    return {**files, "CHECKLIST.md": _checklist(profile, deposit)}


def _checklist(profile: str, deposit: Deposit) -> bytes:
    facts = deposit.facts
    text = Path(__file__).with_name(f"{profile}.md").read_text(encoding="utf-8")
    identifiers = [f"<{address(scheme, it)}>" for scheme, it in facts.identifiers.items()]
    return text.format(
        title=words(facts.title),
        name=deposit.name,
        full_name=deposit.full_name,
        version=facts.version,
        licence=words(facts.terms.target) if facts.terms else "",
        handle=f"<{address('Handle', facts.handle)}>" if facts.handle else "none yet",
        identifiers=", ".join(identifiers) or "none yet",
    ).encode()
