"""The state of a deposit, and the draft that it takes: nothing is lost, guessed or another's."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from edition.cli import main
from tests.deposit.invenio.fake_rdm import TOKEN, FakeRDM, Fault
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


@pytest.mark.parametrize("command", ["reserve", "upload", "status", "publish", "new-version"])
def test_the_state_of_another_document_deposits_nothing(
    life: Life, fake: FakeRDM, command: str
) -> None:
    up_to(life, "new-version")
    other = life.tei.with_name("other.xml")
    text = re.sub("<idno type=.DOI.*?</idno>", "", life.tei.read_text("utf-8"))
    other.write_text(text.replace('n="1.0.0"', 'n="9.9.9"'), "utf-8")
    (life.state_file.parent / "other.json").write_bytes(life.state_file.read_bytes())
    fake.forget()
    result = CliRunner().invoke(main, ["--plain", "deposit", command, "other", "--online"])
    assert (result.exit_code, "U056" in result.output, fake.asked) == (1, True, [])


@pytest.mark.parametrize("command", ["reserve", "upload", "status", "publish", "new-version"])
def test_a_copy_of_a_state_under_another_name_deposits_nothing(
    life: Life, fake: FakeRDM, command: str
) -> None:
    up_to(life, "new-version")
    other = life.tei.with_name("other.xml")
    other.write_bytes(life.tei.read_bytes())
    copy = life.state() | {"document": "other"}
    (life.state_file.parent / "other.json").write_text(json.dumps(copy), "utf-8")
    fake.forget()
    result = CliRunner().invoke(main, ["--plain", "deposit", command, "other", "--online"])
    assert (result.exit_code, "U060" in result.output, fake.asked) == (1, True, [])


def test_what_has_no_doi_is_no_next_version(life: Life, fake: FakeRDM) -> None:
    up_to(life, "new-version")
    text = life.tei.read_text("utf-8")
    life.tei.write_text(re.sub("<idno type=.DOI.*?</idno>", "", text), "utf-8")
    fake.forget()
    result = life.run("new-version")
    assert (result.exit_code, "U057" in result.output, fake.asked) == (1, True, [])
    assert life.state()["doi"] in result.output


@pytest.mark.parametrize("fault", ["failed before", "closed after"])
def test_who_gets_no_answer_is_told_at_once_how_it_goes_on(
    life: Life, fake: FakeRDM, fault: Fault
) -> None:
    fake.faults = dict.fromkeys(range(1, 9), fault)
    result = life.run("reserve")
    assert (result.exit_code, "U059" in result.output) == (4, True)
    assert "--another" in result.output
    assert life.state()["stage"] == "creating"


def test_a_deposit_goes_on_where_it_was_begun(life: Life, fake: FakeRDM) -> None:
    settings = life.tei.with_name("edition.toml")
    settings.write_text(settings.read_text("utf-8").partition("[deposit]")[0], "utf-8")
    assert life.run("reserve", "--to", fake.base).exit_code == 0
    for online in (False, True):
        assert life.run("status", online=online).exit_code == 0


def _title_asked(fake: FakeRDM) -> str:
    """The title of the draft that was asked for last."""
    title: str = json.loads(fake.asked[-1].body)["metadata"]["title"]
    return title
