"""What is tried against the model of a repository, against the server code of InvenioRDM.

``make test-invenio`` starts the server and runs this; without it, it skips.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import Any

import pytest
import requests

from edition.rights.licences import known_licences
from tests.deposit.invenio.exchange import EXCHANGE, Asking, ask_for_too_many_files
from tests.deposit.invenio.life import LIFE, Life
from tests.deposit.invenio.real_package import deposit_for_real, deposit_under_another_licence
from tests.deposit.invenio.small_deposit import write_edition

URL = os.environ.get("EDITION_INVENIO_URL", "")
pytestmark = pytest.mark.skipif(not URL, reason="no InvenioRDM: make test-invenio")


class Server:
    """The real one, as seen from outside."""

    base = URL

    def __init__(self) -> None:
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {os.environ['EDITION_DEPOSIT_TOKEN']}"
        self.records: list[str] = []

    def _get(self, *steps: str) -> Any:
        answer = self._session.get("/".join([f"{URL}/api/records", *steps]), timeout=60)
        return answer.json() if answer.status_code == 200 else None

    def published(self) -> int:
        return sum(self._get(record) is not None for record in self.records)

    def files(self, record: str) -> int:
        said = self._get(record, "draft", "files") or self._get(record, "files")
        return len(said["entries"])

    def relations(self, record: str) -> dict[str, str]:
        said = self._get(record) or self._get(record, "draft")
        there = said["metadata"].get("related_identifiers", [])
        return {it["identifier"]: it["relation_type"]["id"] for it in there}


def test_the_life_of_a_deposit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    server = Server()
    life = Life(write_edition(tmp_path, URL), server)
    monkeypatch.chdir(tmp_path)
    for step in LIFE:
        result = life.live(step)
        record = life.state().get("record", "")
        if record and record not in server.records:
            server.records.append(record)
        life.check(step, result)


def test_what_edition_package_makes_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    life = Life(write_edition(tmp_path, URL), Server())
    monkeypatch.chdir(tmp_path)
    deposit_for_real(life)


def test_a_licence_that_is_in_no_vocabulary_there_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    life = Life(write_edition(tmp_path, URL), Server())
    monkeypatch.chdir(tmp_path)
    deposit_under_another_licence(life)


def test_the_identifiers_of_licences_are_those_of_its_vocabulary() -> None:
    with open(os.environ["EDITION_INVENIO_LICENCES"], encoding="utf-8") as stream:
        there = {row["id"] for row in csv.DictReader(stream)}
    ours = {it.record_id for it in known_licences().values() if it.in_records}
    assert ours <= there
    # What SPDX has given up since is in no table of ours.
    assert there - ours == {"mpl-2.0-no-copyleft-exception", "net-snmp", "bzip2-1.0.5"}


def test_the_exchange_that_the_model_was_made_from() -> None:
    asking = Asking(URL, os.environ["EDITION_DEPOSIT_TOKEN"])
    for request in EXCHANGE:
        asking.ask(request)


def test_a_draft_takes_a_hundred_files_and_no_more() -> None:
    ask_for_too_many_files(Asking(URL, os.environ["EDITION_DEPOSIT_TOKEN"]))
