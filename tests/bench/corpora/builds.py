"""Builds of an edition as a whole command, and what their reports say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import msgspec
from lxml import etree

from edition.project.run_report import RunReport
from edition.tei.vocabulary import TEI_NAMESPACE, XML_ID
from tests.bench.measure import Spent, spent_with_children


class Built(NamedTuple):
    """What a build needed, and what it reports."""

    needs: Spent
    report: RunReport

    @property
    def rate(self) -> float:
        """Documents a second by the clock."""
        return self.report.totals.documents / self.needs.wall


def build(folder: Path, *options: str) -> Built:
    """Build the edition in *folder* by a process of its own."""
    file = folder / "report.json"
    command = [sys.executable, "-m", "edition", "build", str(folder), "--report", str(file)]

    def run() -> None:
        done = subprocess.run([*command, *options], capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(done.stderr.decode())

    needs = spent_with_children(run)
    return Built(needs, msgspec.json.decode(file.read_bytes(), type=RunReport))


def change_one(folder: Path) -> None:
    """Edit the TEI of the first document, and no word of it."""
    tei = min(folder.glob("source/meeting-*.xml"))
    tei.write_bytes(tei.read_bytes().replace(b"</body>", b"<!-- looked at --></body>"))


def change_register(folder: Path) -> tuple[str, int]:
    """Add a variant to the person whom the fewest documents have, but one at least.

    Returns the identifier of the entry, and how many documents have a copy of it.
    """
    file = folder / "source" / "persons.xml"
    tree = etree.parse(file)
    having = _having(folder)
    persons = {person.get(XML_ID, ""): person for person in tree.iter(f"{{{TEI_NAMESPACE}}}person")}
    number, key = min((having[key], key) for key in persons if having.get(key))
    etree.SubElement(persons[key], f"{{{TEI_NAMESPACE}}}persName").text = "A variant of the name"
    tree.write(file, encoding="utf-8", xml_declaration=True)
    return key, number


def _having(folder: Path) -> dict[str, int]:
    """How many documents have an entry with each identifier."""
    having: dict[str, int] = {}
    for tei in folder.glob("source/meeting-*.xml"):
        for person in etree.parse(tei).iter(f"{{{TEI_NAMESPACE}}}person"):
            key = person.get(XML_ID, "")
            having[key] = having.get(key, 0) + 1
    return having
