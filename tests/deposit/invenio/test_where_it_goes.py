"""Which requests are sent, and where to: as they were told before, and to the repository alone."""

from __future__ import annotations

from hashlib import md5

import pytest

from tests.deposit.invenio.fake_rdm import FakeRDM
from tests.deposit.invenio.fake_records import File
from tests.deposit.invenio.life import LIFE, Life
from tests.deposit.invenio.small_deposit import write_package
from tests.deposit.invenio.test_safety import up_to

_SENDING = [n for n, it in enumerate(LIFE) if it["exit"] == 0 and it.get("requests") != 0]


def sent_unplanned(life: Life, fake: FakeRDM, *words: str) -> list[str]:
    """The requests that the command of *words* sends, and did not tell before.

    Line by line: method, address, bytes, MD5.
    """
    plan = life.run(*words, online=False).stdout.splitlines()
    fake.forget()
    result = life.run(*words)
    assert result.exit_code == 0, result.output
    assert fake.asked
    sent = []
    for asked in fake.asked:
        line = f"{asked.method:<6} {fake.base}{asked.path}"
        if asked.body:
            sum_ = md5(asked.body, usedforsecurity=False).hexdigest()
            line += f"  {len(asked.body):,} bytes  md5 {sum_}"
        sent.append(line.replace(life.state()["record"], "ID"))
    planned = [
        line.replace("NEW-DRAFT", "ID").replace(life.state()["record"], "ID") for line in plan
    ]
    return [line for line in sent if line not in planned]


def test_what_is_planned_is_what_is_sent(life: Life, fake: FakeRDM) -> None:
    for number, step in enumerate(LIFE):
        life.prepare(step)
        if number in _SENDING:
            assert sent_unplanned(life, fake, *step["run"]) == [], step["says"]


def test_what_is_planned_for_a_draft_that_is_taken_is_what_is_sent(
    life: Life, fake: FakeRDM
) -> None:
    fake.faults = {1: "closed after"}
    life.run("reserve")
    (made,) = fake.records.records
    assert sent_unplanned(life, fake, "reserve", "--draft", made) == []


def test_what_is_planned_for_files_that_are_there_is_what_is_sent(
    life: Life, fake: FakeRDM
) -> None:
    up_to(life, "publish")
    life.tei.write_text(life.tei.read_text().replace("mended", "repaired"))
    write_package(life.tei)
    fake.records.records[life.state()["record"]].files["other.txt"] = File(b"more", is_whole=True)
    unplanned = sent_unplanned(life, fake, "upload", "--prune", "--verify-download")
    assert [line.rpartition("/")[2] for line in unplanned] == ["other.txt"]
    assert "DELETE" in unplanned[0]
    assert "EACH-OTHER-FILE" in life.run("upload", "--prune", online=False).stdout


@pytest.mark.parametrize("number", _SENDING, ids=lambda n: f"{n}-{LIFE[n]['run'][0]}")
def test_the_token_goes_to_the_repository_alone(life: Life, fake: FakeRDM, number: int) -> None:
    """Whichever request is sent on to another server, and whatever addresses an answer has."""
    with FakeRDM().at_work() as other:
        fake.elsewhere = other.base
        fake.records.links = other.base
        for step in LIFE[:number]:
            life.check(step, life.live(step))
        life.prepare(LIFE[number])
        for request in range(1, 40):
            fake.forget()
            fake.faults = {request: "sent elsewhere"}
            life.run(*LIFE[number]["run"])
            assert fake.asked
            if len(fake.asked) < request:
                break
            if life.state().get("stage") == "creating":  # else it is not asked for again
                life.state_file.unlink()
        assert request > 1
        assert other.asked == []
