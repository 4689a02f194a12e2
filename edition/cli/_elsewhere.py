"""An edition that lies in a folder, or in other storage that a folder mirrors for the while."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from edition.cli._terminal import Terminal

if TYPE_CHECKING:
    from edition.diagnostic import Diagnostic


class FolderOrAddress(click.Path):
    """A folder as a path, or the address of storage, ``s3://bucket/folder``, as it is written."""

    name = "folder"

    def __init__(self) -> None:
        super().__init__(path_type=Path, file_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """*value*, a path unless it is an address. Raises click.BadParameter."""
        if isinstance(value, str) and "://" in value:
            return value
        return super().convert(value, param, ctx)


class AtHand(NamedTuple):
    """The *folder* to work in, what people are told of its *output*, and of files in it."""

    folder: Path
    output: Path | str
    named: Callable[[Iterable[Diagnostic]], list[Diagnostic]]


def name_of(folder: Path | str) -> str:
    """*folder* as people are told it: no password that may be in an address."""
    if isinstance(folder, Path):
        return str(folder)
    from edition.mirror.storage import shown

    return shown(folder)


@contextmanager
def at_hand(terminal: Terminal, folder: Path | str, mirror: Path | None) -> Iterator[AtHand]:
    """The edition in *folder*; one in storage as a *mirror*, which is given back at the end.

    Raises EditionError and FileAccessError (P015–P018), also at the end.
    """
    if isinstance(folder, Path):
        yield AtHand(folder, folder / "output", list)
        return
    from edition.mirror import mirrored

    with mirrored(folder, mirror, terminal.progress) as mirrors:
        yield AtHand(mirrors.folder, f"{mirrors.name}/output", mirrors.named)
