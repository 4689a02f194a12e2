"""What others do with the same files, a process a file as scripts of many corpora have it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tests.bench.measure import Spent, spent_with_children

_SHEET = Path(__file__).with_name("peer.xsl")
_GRAMMAR = Path(__file__).parents[3] / "schemas" / "edition.rng"
_JAR = Path("/usr/share/java/Saxon-HE.jar")  # of Debian's libsaxonhe-java


class Peer(NamedTuple):
    """Another program, and what it needs for a document."""

    name: str
    needs: Spent


def peers(files: Sequence[Path], folder: Path) -> Iterator[Peer]:
    """What each program that there is needs for a file of *files*; results go to *folder*."""
    yield Peer("lxml: parse + serialise (floor)", _of_each(files, _parse_and_serialise))
    for name, commands in _programs(folder):
        if all(shutil.which(command[0]) for command in commands(files[0])):
            yield Peer(name, _of_each(files, lambda file, it=commands: _run(it(file))))  # type: ignore[misc]
        else:
            print(f"  not measured, for it is not installed: {name}")


def _programs(
    folder: Path,
) -> Iterator[tuple[str, Callable[[Path], list[list[str]]]]]:
    page = str(folder / "page.html")
    yield (
        "xmllint --relaxng, xsltproc",
        lambda file: [
            ["xmllint", "--noout", "--relaxng", str(_GRAMMAR), str(file)],
            ["xsltproc", "-o", page, str(_SHEET), str(file)],
        ],
    )
    yield "jing, a Java process a file", lambda file: [["jing", str(_GRAMMAR), str(file)]]
    if _JAR.is_file():
        yield (
            "Saxon-HE, a Java process a file",
            lambda file: [
                ["java", "-jar", str(_JAR), f"-s:{file}", f"-xsl:{_SHEET}", f"-o:{page}"]
            ],
        )
    else:
        print(f"  not measured: Saxon-HE, for there is no {_JAR}")


def _of_each(files: Sequence[Path], do: Callable[[Path], object]) -> Spent:
    def all_of_them() -> None:
        for file in files:
            do(file)

    needs = spent_with_children(all_of_them)
    return Spent(needs.wall / len(files), needs.busy / len(files))


def _parse_and_serialise(file: Path) -> bytes:
    return bytes(etree.tostring(etree.fromstring(file.read_bytes()), encoding="utf-8"))


def _run(commands: list[list[str]]) -> None:
    for command in commands:
        subprocess.run(command, capture_output=True, check=True)
