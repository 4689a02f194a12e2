"""A file that is replaced is kept beside the new one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from edition.cli._terminal import Terminal
from edition.diagnostic import EditionError


@contextmanager
def kept_beside(terminal: Terminal, target: Path, there: bytes) -> Iterator[None]:
    """Keep the old file *target*, which has *there*, beside the one that is written meanwhile.

    Where that fails the old one is where it was. Raises FileAccessError.
    """
    from edition.files import write_whole

    kept = _free_name(target)
    write_whole(kept, there)
    try:
        yield
    except EditionError:
        kept.unlink(missing_ok=True)
        raise
    terminal.say(f"{target}: the old file is kept as {kept.name}")


def _free_name(path: Path) -> Path:
    """A name that nothing has yet: ``FILE.xml.bak``, then ``FILE.xml.bak2``."""
    candidate, number = path.with_name(f"{path.name}.bak"), 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.name}.bak{number}")
    return candidate
