"""The state of a deposit, and the draft that it takes: nothing is lost, guessed or another's."""

from __future__ import annotations

import json

import pytest

from tests.deposit.invenio.fake_rdm import TOKEN, FakeRDM
from tests.deposit.invenio.life import Life
from tests.deposit.invenio.test_safety import up_to

_OWNER = {"authorization": f"Bearer {TOKEN}"}


def test_who_was_refused_another_draft_does_not_forget_the_first(life: Life, fake: FakeRDM) -> None:
    fake.faults = {1: "closed after"}
    life.run("reserve")
    before = life.state_file.read_bytes()
    fake.forget()
    fake.faults = {1: "refused"}
    assert life.run("reserve", "--another").exit_code == 4
    assert life.state_file.read_bytes() == before
    assert "U014" in life.run("reserve").output


@pytest.mark.parametrize(
    "metadata",
    [
        {"title": "Somebody's thesis"},
        {"title": "{title}", "description": "Written for hours"},
        {"title": "{title}", "creators": [{"person_or_org": {"name": "Roe"}}]},
    ],
)
def test_a_draft_that_somebody_fills_in_is_not_taken(
    life: Life, fake: FakeRDM, metadata: dict[str, object]
) -> None:
    fake.faults = {1: "closed after"}
    life.run("reserve")
    (record,) = fake.records.records.values()
    title = record.metadata["title"]
    record.metadata = metadata | {"title": str(metadata["title"]).format(title=title)}
    result = life.run("reserve", "--draft", record.id)
    assert (result.exit_code, "U016" in result.output) == (1, True)
    assert (life.state()["stage"], record.doi) == ("creating", "")


def test_the_next_version_of_something_else_is_not_taken(life: Life, fake: FakeRDM) -> None:
    up_to(life, "new-version")
    path = f"/api/records/{life.state()['record']}/versions"
    made = json.loads(fake.records.handle("POST", path, _OWNER, b"").body)["id"]
    life.state_file.unlink()
    text = life.tei.read_text()
    head, _, rest = text.partition('<idno type="DOI">')
    life.tei.write_text(head + rest.partition("</idno>")[2])
    fake.faults = {len(fake.asked) + 1: "closed before"}
    life.run("reserve")
    title = _title_asked(fake)
    fake.records.records[made].metadata = {"title": title}
    result = life.run("reserve", "--draft", made)
    assert (result.exit_code, "U016" in result.output) == (1, True)


@pytest.mark.parametrize(
    "broken",
    [
        {"stage": "published"},
        {"record": ".."},
        {"record": "a/b?x#y"},
        {"record": ""},
    ],
)
@pytest.mark.parametrize("command", ["reserve", "upload", "status", "publish", "new-version"])
def test_a_state_that_no_step_left_behind_is_told(
    life: Life, fake: FakeRDM, broken: dict[str, str], command: str
) -> None:
    life.run("reserve")
    life.state_file.write_text(json.dumps(life.state() | broken))
    fake.forget()
    result = life.run(command)
    assert (result.exit_code, "U004" in result.output, fake.asked) == (1, True, [])


def _title_asked(fake: FakeRDM) -> str:
    """The title of the draft that was asked for last."""
    title: str = json.loads(fake.asked[-1].body)["metadata"]["title"]
    return title
