"""What is published is what was uploaded, and what somebody could look at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.deposit.invenio.fake_rdm import FakeRDM
from tests.deposit.invenio.life import Life
from tests.deposit.invenio.small_deposit import SLUG, write_package
from tests.deposit.invenio.test_safety import up_to


@pytest.mark.parametrize("online", [True, False])
def test_a_description_that_was_not_uploaded_is_not_published(
    life: Life, fake: FakeRDM, online: bool
) -> None:
    up_to(life, "publish")
    file = Path("output") / "deposit" / SLUG / "metadata" / "invenio.json"
    said = json.loads(file.read_text())
    said["access"]["files"] = "restricted"
    file.write_text(json.dumps(said))
    record = fake.records.records[life.state()["record"]]
    publish = ["publish", "--publish", "--doi", life.state()["doi"]]
    result = life.run(*publish, online=online)
    assert (result.exit_code, "U046" in result.output, fake.published()) == (1, True, 0)
    assert record.access["files"] == "public"
    assert life.run("upload").exit_code == 0
    assert record.access["files"] == "restricted"
    assert life.run(*publish).exit_code == 0


def test_a_description_that_was_refused_is_not_published(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    write_package(life.tei, creators=None)
    assert "U034" in life.run("upload").output
    result = life.run("publish", "--publish", "--doi", life.state()["doi"])
    assert (result.exit_code, "U046" in result.output, fake.published()) == (1, True, 0)


def test_to_publish_changes_nothing_in_the_draft(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    fake.forget()
    assert life.run("publish", "--publish", "--doi", life.state()["doi"]).exit_code == 0
    sent = [it.path.rpartition("/")[2] for it in fake.asked if it.method != "GET"]
    assert sent == ["publish"]


@pytest.mark.parametrize("online", [True, False])
def test_a_text_that_changed_since_it_was_packed_is_not_published(
    life: Life, fake: FakeRDM, online: bool
) -> None:
    up_to(life, "publish")
    life.tei.write_text(life.tei.read_text().replace("mended", "repaired"))
    publish = ["publish", "--publish", "--doi", life.state()["doi"]]
    result = life.run(*publish, online=online)
    assert (result.exit_code, "U045" in result.output, fake.published()) == (1, True, 0)


def test_what_is_published_is_known_though_the_text_has_changed(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    publish = ["publish", "--publish", "--doi", life.state()["doi"]]
    assert life.run(*publish).exit_code == 0
    life.tei.write_text(life.tei.read_text().replace("mended", "repaired"))
    assert life.run(*publish).exit_code == 0
    assert fake.published() == 1
