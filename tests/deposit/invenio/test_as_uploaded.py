"""What is published is what was uploaded, and what somebody could look at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main
from tests.deposit.invenio.fake_rdm import FakeRDM
from tests.deposit.invenio.life import Life
from tests.deposit.invenio.small_deposit import SLUG, TRANSCRIPT, write_package
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


def test_another_package_than_the_published_one_accuses_no_repository(
    life: Life, fake: FakeRDM
) -> None:
    up_to(life, "publish")
    publish = ["publish", "--publish", "--doi", life.state()["doi"]]
    assert life.run(*publish).exit_code == 0
    life.tei.write_text(life.tei.read_text("utf-8").replace("1.0.0", "1.1.0"), "utf-8")
    write_package(life.tei)
    fake.forget()
    result = life.run(*publish)
    assert (result.exit_code, "U058" in result.output, fake.asked) == (1, True, [])
    assert "new-version" in result.output


def test_a_next_version_whose_text_was_put_back_is_not_published(life: Life, fake: FakeRDM) -> None:
    up_to(life, "new-version")
    assert life.run("new-version").exit_code == 0
    life.tei.write_text(
        life.tei.read_text("utf-8").replace("to be repaired", "to be mended"), "utf-8"
    )
    write_package(life.tei)
    assert life.run("upload").exit_code == 0
    publish = ["publish", "--publish", "--doi", life.state()["doi"]]
    result = life.run(*publish)
    assert (result.exit_code, "U053" in result.output, fake.published()) == (1, True, 1)
    life.tei.write_text(
        life.tei.read_text("utf-8").replace("to be mended", "to be repaired"), "utf-8"
    )
    write_package(life.tei)
    assert life.run("upload").exit_code == 0
    assert life.run(*publish).exit_code == 0
    assert fake.published() == 2


def test_a_transcript_that_changed_since_it_was_packed_is_not_published(
    life: Life, fake: FakeRDM
) -> None:
    transcript = life.tei.with_suffix(".txt")
    transcript.write_text(TRANSCRIPT, encoding="utf-8")
    up_to(life, "publish")
    transcript.write_text(TRANSCRIPT.replace("mended", "repaired"), encoding="utf-8")
    publish = ["publish", "--publish", "--doi", life.state()["doi"]]
    result = life.run(*publish)
    assert (result.exit_code, "A117" in result.output, fake.published()) == (1, True, 0)
    transcript.write_text(TRANSCRIPT, encoding="utf-8")
    assert life.run(*publish).exit_code == 0


def test_another_version_in_the_settings_is_told_before_it_is_published(
    life: Life, fake: FakeRDM
) -> None:
    up_to(life, "publish")
    settings = Path("source/edition.toml")
    said = settings.read_text("utf-8")
    settings.write_text(said.replace('version = "1.0.0"', 'version = "9.9.9"'), "utf-8")
    result = life.run("publish", "--publish", "--doi", life.state()["doi"], online=False)
    assert "U047" in result.output


def test_doubts_about_the_source_are_told_again_before_it_is_public(
    life: Life, fake: FakeRDM
) -> None:
    life.tei.write_text(life.tei.read_text("utf-8").replace('cert="high"', 'cert="low"'), "utf-8")
    up_to(life, "publish")
    assert "A016" in life.run("upload").output
    result = life.run("publish", "--publish", "--doi", life.state()["doi"])
    assert (result.exit_code, "A016" in result.output, fake.published()) == (0, True, 1)


def test_a_package_of_several_documents_is_carried_by_a_person(life: Life) -> None:
    folder = Path("output/deposit/all/upload")
    folder.mkdir(parents=True)
    (folder / "all.xml").write_text('<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>')
    result = CliRunner().invoke(main, ["--plain", "deposit", "reserve", "all"])
    assert (result.exit_code, "U019" in result.output) == (1, True)
    write_package(life.tei)
    life.tei.unlink()
    assert "U018" in life.run("status").output
