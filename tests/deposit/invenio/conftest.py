"""A repository on this machine, and an edition that is deposited there."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from edition.deposit.invenio import connection
from tests.deposit.invenio.fake_rdm import OF_TOKEN, TOKEN, FakeRDM
from tests.deposit.invenio.life import Life
from tests.deposit.invenio.small_deposit import write_edition


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeRDM]:
    """The model of a repository, and surroundings in which its token is known."""
    monkeypatch.setenv("EDITION_DEPOSIT_TOKEN", TOKEN)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(connection, "FIRST_PAUSE", 0.001)
    with FakeRDM().at_work() as fake:
        yield fake


@pytest.fixture
def life(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fake: FakeRDM,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> Iterator[Life]:
    """A deposit that is not begun; whatever a test does to it, the token is nowhere then."""
    caplog.set_level(logging.DEBUG)
    tei = write_edition(tmp_path, fake.base)
    monkeypatch.chdir(tmp_path)
    life = Life(tei, fake, lambda: (len(fake.asked), fake.sent()))
    yield life
    streams = capfd.readouterr()
    told = "\n".join([*life.outputs, caplog.text, streams.out, streams.err])
    assert OF_TOKEN not in told
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or OF_TOKEN.encode() not in file.read_bytes(), file
