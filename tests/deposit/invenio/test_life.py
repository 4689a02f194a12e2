"""The life of a deposit, and that it goes on whatever happens to any of its requests."""

from __future__ import annotations

import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.deposit.invenio.fake_rdm import FAULTS, FakeRDM
from tests.deposit.invenio.fake_records import Records
from tests.deposit.invenio.life import LIFE, Life
from tests.deposit.invenio.real_package import deposit_for_real, deposit_under_another_licence

_TRIES = 3
_SENDING = [n for n, it in enumerate(LIFE) if it["exit"] == 0 and it.get("requests") != 0]


def test_a_deposit_is_reserved_uploaded_published_and_goes_on(life: Life) -> None:
    for step in LIFE:
        life.check(step, life.live(step))


def test_what_edition_package_makes_is_taken_twice(life: Life) -> None:
    deposit_for_real(life)


def test_a_licence_that_is_in_no_vocabulary_there_is_taken(life: Life) -> None:
    deposit_under_another_licence(life)


class Moment(NamedTuple):
    """A deposit at some time: the edition's files, and what the repository has."""

    files: Path
    records: Records

    @classmethod
    def of(cls, life: Life, fake: FakeRDM, folder: Path) -> Moment:
        shutil.copytree(life.tei.parents[1], folder)
        return cls(folder, deepcopy(fake.records))

    def restore(self, life: Life, fake: FakeRDM) -> None:
        for name in ("source", "output"):
            shutil.rmtree(life.tei.parents[1] / name, ignore_errors=True)
            if (self.files / name).exists():
                shutil.copytree(self.files / name, life.tei.parents[1] / name)
        fake.forget()
        fake.records = deepcopy(self.records)


@pytest.mark.slow
@pytest.mark.parametrize("number", _SENDING, ids=lambda n: f"{n}-{LIFE[n]['run'][0]}")
def test_a_fault_at_any_request_loses_nothing_and_publishes_nothing(
    number: int,
    life: Life,
    fake: FakeRDM,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Whichever request of a step fails in whichever way, all is in the end as without that.

    The token is in no output, log or file then, as the fixture sees to.
    """
    folder = tmp_path_factory.mktemp("moments")
    for step in LIFE[:number]:
        life.check(step, life.live(step))
    step = LIFE[number]
    life.prepare(step)
    before = Moment.of(life, fake, folder / "before")
    fake.forget()
    life.check(step, life.run(*step["run"]))
    total, there = len(fake.asked), _all(life, fake)
    assert total
    for fault in FAULTS:
        for request in range(1, total + 1):
            before.restore(life, fake)
            fake.faults = {request: fault}
            _go_on(life, fake, step)
            assert _all(life, fake) == there, (fault, request)


def _go_on(life: Life, fake: FakeRDM, step: dict[str, Any]) -> None:
    """Run the command of *step*, and again where it fails, as the finding says."""
    words, published = list(step["run"]), fake.published()
    for _ in range(_TRIES):
        result = life.run(*words)
        assert result.exit_code in (0, 1, 4, 5, 6, 7, 130), result.output
        if result.exit_code == 0:
            break
        assert "Traceback" not in result.output
        if "U014" in result.output:  # a draft was asked for, and there may be one that is empty
            made = next(iter(fake.records.records), "")
            words = ["reserve", *(["--draft", made] if made else ["--another"])]
    if words[0] != "publish":
        assert fake.published() == published, "published by accident"
    life.check(step, result)


def _all(life: Life, fake: FakeRDM) -> tuple[object, ...]:
    """The state file, the TEI, and what the repository has."""
    records = {
        record.id: (record.doi, record.is_published, record.metadata, record.files)
        for record in fake.records.records.values()
    }
    return life.state(), life.tei.read_bytes(), records, fake.records.published


def test_ctrl_c_while_a_draft_is_asked_for_makes_no_second_one(life: Life, fake: FakeRDM) -> None:
    fake.faults = {1: "interrupted after"}
    assert life.run("reserve").exit_code == 130
    assert "U014" in life.run("reserve").output
    assert len(fake.records.records) == 1
