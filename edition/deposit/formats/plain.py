"""What people read first, in every form of a package."""

from __future__ import annotations

from collections.abc import Iterable

from edition.deposit.content import Deposit, File
from edition.deposit.formats.cff import citation_file
from edition.deposit.formats.texts import licence_text, readme

ABOUT = {
    "CITATION.cff": "how it is cited, for programs",
    "LICENSE.txt": "the terms of the edition and of its source",
    "README.md": "what the package is",
}


def plain_files(deposit: Deposit, listed: Iterable[tuple[str, str]]) -> list[File]:
    """The citation of *deposit*, its licence, and README, which lists files with their purpose."""
    facts = deposit.facts
    data = (citation_file(facts), licence_text(facts, deposit.documents), readme(facts, [*listed]))
    return [File(path, it, about) for (path, about), it in zip(ABOUT.items(), data, strict=True)]
