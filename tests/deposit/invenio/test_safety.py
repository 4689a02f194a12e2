"""What a person can rely on: nothing is sent unasked, elsewhere, or with the token to be seen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from tests.deposit.invenio.fake_rdm import TOKEN, FakeRDM, Fault
from tests.deposit.invenio.life import LIFE, Life
from tests.deposit.invenio.small_deposit import SLUG, description, write_edition, write_package

# Ends the process at the first connection or look-up, whoever tries.
_OFFLINE = """
import sys
def hook(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__":
        print("NETWORK", event, arguments, flush=True)
        import os
        os._exit(99)
sys.addaudithook(hook)
sys.argv = ["edition", *sys.argv[1:]]
from edition.__main__ import main
main()
"""


def up_to(life: Life, command: str) -> None:
    """Live until the first step that is *command* and sends something, without it."""
    for step in LIFE:
        if step["run"][0] == command and step["exit"] == 0 and step.get("requests") != 0:
            life.prepare(step)
            return
        life.check(step, life.live(step))


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        (["reserve", SLUG], "reserve"),
        (["upload", SLUG, "--verify-download"], "upload"),
        (["status", SLUG], "upload"),
        (["publish", SLUG, "--publish"], "publish"),
        (["new-version", SLUG], "new-version"),
    ],
)
def test_without_online_no_socket_is_opened(life: Life, words: list[str], steps: str) -> None:
    up_to(life, steps)
    before = {file: file.read_bytes() for file in Path().rglob("*") if file.is_file()}
    root = Path(__file__).parents[3]
    ended = subprocess.run(
        [sys.executable, "-c", _OFFLINE, "deposit", *words],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, "NETWORK" in ended.stdout) == (0, False), ended.stderr
    assert "/api/records" in ended.stdout or words[0] == "status"
    assert TOKEN not in ended.stdout + ended.stderr
    assert {file: file.read_bytes() for file in Path().rglob("*") if file.is_file()} == before


def test_readers_without_a_token_see_what_was_published(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    fake.forget()
    doi = life.state()["doi"]
    assert life.run("publish", "--publish", "--doi", doi).exit_code == 0
    last = fake.asked[-2:]
    assert all("authorization" not in asked.headers for asked in last)
    assert all("authorization" in asked.headers for asked in fake.asked[:-2])


def test_a_netrc_replaces_no_token(
    life: Life, fake: FakeRDM, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password something\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert life.run("reserve").exit_code == 0
    assert {asked.headers["authorization"] for asked in fake.asked} == {f"Bearer {TOKEN}"}


def test_in_continuous_integration_nothing_is_published_unless_it_is_said(
    life: Life, fake: FakeRDM, monkeypatch: pytest.MonkeyPatch
) -> None:
    up_to(life, "publish")
    monkeypatch.setenv("CI", "true")
    doi = life.state()["doi"]
    refused = life.run("publish", "--publish", "--doi", doi)
    assert (refused.exit_code, "U055" in refused.output, fake.published()) == (1, True, 0)
    monkeypatch.setenv("EDITION_PUBLISH_IN_CI", doi)
    assert life.run("publish", "--publish", "--doi", doi).exit_code == 0


def test_without_a_repository_nothing_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake: FakeRDM
) -> None:
    tei = write_edition(tmp_path)
    monkeypatch.chdir(tmp_path)
    life = Life(tei, fake)
    result = life.run("reserve")
    assert (result.exit_code, "U005" in result.output) == (1, True)
    assert life.run("reserve", "--to", "http://repository.example.org").exit_code == 1
    assert fake.asked == []


def test_a_repository_that_cannot_be_is_told_where_it_stands(life: Life, fake: FakeRDM) -> None:
    life.run("reserve")
    settings = life.tei.parent / "edition.toml"
    settings.write_text(settings.read_text().partition("[deposit]")[0])
    life.state_file.write_text(life.state_file.read_text().replace(fake.base, "http://a.org"))
    result = life.run("status", online=False)
    assert "U001" in result.output
    assert f"{SLUG}.json:1:1: error" in result.output


def test_a_package_that_is_missing_is_told_by_the_name_of_its_document(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    life.run("reserve")
    for file in (life.tei, life.state_file):
        new = file.with_name(f"a_b{file.suffix}")
        new.write_text(file.read_text().replace(SLUG, "a_b"))
    life.state_file.unlink()
    monkeypatch.setattr("tests.deposit.invenio.life.SLUG", "a_b")
    assert "“edition package a_b”" in life.run("upload").output


def test_a_deposit_stays_with_its_repository(life: Life, fake: FakeRDM) -> None:
    life.run("reserve")
    with FakeRDM().at_work() as other:
        result = life.run("reserve", "--to", other.base)
        assert (result.exit_code, "U012" in result.output, other.asked) == (1, True, [])


def test_what_somebody_changed_in_the_web_form_is_not_overwritten(
    life: Life, fake: FakeRDM
) -> None:
    up_to(life, "publish")
    record = fake.records.records[life.state()["record"]]
    record.metadata["title"] = "A better title"
    for command in (["upload"], ["publish", "--publish", "--doi", life.state()["doi"]]):
        result = life.run(*command)
        assert (result.exit_code, "U035" in result.output) == (1, True)
        assert record.metadata["title"] == "A better title"
    assert fake.published() == 0
    assert life.run("upload", "--overwrite").exit_code == 0
    assert record.metadata["title"] != "A better title"


def test_who_lost_an_answer_is_not_told_of_somebody_else(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    life.tei.write_text(life.tei.read_text().replace("mended", "repaired"))
    write_package(life.tei, description="<p>Another.</p>")
    fake.forget()
    fake.faults = {2: "closed after"}
    assert life.run("upload").exit_code == 4
    assert life.run("upload").exit_code == 0


def test_who_was_refused_still_sees_what_somebody_else_changed(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    write_package(life.tei, rights=[{"id": "CC-BY-4.0"}])
    refused = life.run("upload")
    assert (refused.exit_code, "U034" in refused.output) == (1, True)
    fake.records.records[life.state()["record"]].metadata["title"] = "A better title"
    write_package(life.tei)
    assert "U035" in life.run("upload").output


def test_a_file_too_many_is_told_and_goes_only_when_it_is_said(life: Life, fake: FakeRDM) -> None:
    from tests.deposit.invenio.fake_records import File

    up_to(life, "publish")
    files = fake.records.records[life.state()["record"]].files
    files["other.txt"] = File(b"precious", is_whole=True)
    publish = ["publish", "--publish", "--doi", life.state()["doi"]]
    for command in (["upload"], publish):
        result = life.run(*command)
        assert (result.exit_code, "U041" in result.output) == (5, True)
        assert "other.txt" in files
    assert fake.published() == 0
    assert life.run("upload", "--prune").exit_code == 0
    assert "other.txt" not in files


def test_what_is_too_much_in_a_published_record_is_told_as_what_cannot_be_taken_away(
    life: Life, fake: FakeRDM
) -> None:
    from tests.deposit.invenio.fake_records import File

    up_to(life, "publish")
    publish = ["publish", "--publish", "--doi", life.state()["doi"]]
    assert life.run(*publish).exit_code == 0
    files = fake.records.records[life.state()["record"]].files
    files["other.txt"] = File(b"precious", is_whole=True)
    files["README.md"] = File(b"other words", is_whole=True)
    result = life.run(*publish)
    assert result.exit_code == 5
    assert "U048" in result.output
    assert "U049" in result.output
    assert "--prune" not in result.output


@pytest.mark.parametrize(
    ("changed", "code"), [({"rights": None}, "U033"), ({"creators": None}, "U034")]
)
def test_what_is_not_described_is_not_uploaded(
    life: Life, fake: FakeRDM, changed: dict[str, object], code: str
) -> None:
    life.run("reserve")
    write_package(life.tei, **changed)
    result = life.run("upload")
    assert (result.exit_code, code in result.output, fake.sent()) == (1, True, 0)


def test_a_package_of_another_state_is_not_uploaded(life: Life, fake: FakeRDM) -> None:
    write_package(life.tei)  # before there was a DOI
    life.run("reserve")
    fake.forget()
    assert "U036" in life.run("upload").output
    upload = write_package(life.tei) / "upload"
    (upload / "README.md").write_text("other words")
    assert "U031" in life.run("upload").output
    write_package(life.tei)
    (upload / "more.txt").write_text("not in the list")
    assert "U031" in life.run("upload").output
    assert fake.asked == []


def test_what_a_file_manager_leaves_is_no_file_of_a_package(life: Life, fake: FakeRDM) -> None:
    life.run("reserve")
    (write_package(life.tei) / "upload" / ".DS_Store").write_bytes(b"\0")
    assert life.run("upload").exit_code == 0
    assert fake.files(life.state()["record"]) == 4


def test_a_file_that_changed_since_it_was_packed_is_not_uploaded(life: Life, fake: FakeRDM) -> None:
    life.run("reserve")
    write_package(life.tei)
    life.tei.write_text(life.tei.read_text().replace("mended", "repaired"))
    fake.forget()
    result = life.run("upload")
    assert (result.exit_code, "U045" in result.output, fake.asked) == (1, True, [])


def test_a_package_of_more_files_than_repositories_take_is_told_before(
    life: Life, fake: FakeRDM
) -> None:
    life.run("reserve")
    upload = write_package(life.tei) / "upload"
    for number in range(100):
        (upload / f"{number}.txt").write_text("more")
        _sum_anew(upload / f"{number}.txt")
    fake.forget()
    result = life.run("upload")
    assert (result.exit_code, "U032" in result.output, fake.asked) == (1, True, [])
    assert "refuse more than 100 files" in result.output


def test_what_is_published_takes_no_upload(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    life.run("publish", "--publish", "--doi", life.state()["doi"])
    fake.forget()
    result = life.run("upload")
    assert (result.exit_code, "U013" in result.output, fake.asked) == (1, True, [])


def test_what_was_published_in_the_web_form_is_seen(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    record = life.state()["record"]
    path, owner = f"/api/records/{record}/draft/actions/publish", f"Bearer {TOKEN}"
    assert fake.records.handle("POST", path, {"authorization": owner}, b"").status == 202
    assert life.run("publish", "--publish", "--doi", life.state()["doi"]).exit_code == 0
    assert (life.state()["stage"], fake.published()) == ("published", 1)


def test_nobody_waits_for_an_hour(life: Life, fake: FakeRDM) -> None:
    fake.wait = "3600"
    fake.faults = {1: "asks to wait"}
    result = life.run("reserve")
    assert (result.exit_code, len(fake.asked), life.state()) == (4, 1, {})


def test_two_at_once_do_not_touch_one_deposit(life: Life, fake: FakeRDM) -> None:
    from edition.project.lock import locked

    with locked([life.state_file.parent]):
        result = life.run("reserve")
    assert (result.exit_code, "E014" in result.output, fake.asked) == (1, True, [])


def test_to_publish_somebody_has_to_say_which_doi(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    assert life.run("publish", "--publish").exit_code == 2
    assert fake.published() == 0


def test_a_draft_that_may_be_there_is_told_and_no_second_one_made(
    life: Life, fake: FakeRDM
) -> None:
    fake.faults = {1: "closed after"}
    assert life.run("reserve").exit_code == 4
    told = life.run("status", online=False)
    assert (told.exit_code, "no answer came" in told.output) == (0, True)
    assert "U014" in life.run("reserve").output
    (made,) = fake.records.records
    assert life.run("reserve", "--draft", made).exit_code == 0
    assert list(fake.records.records) == [made]


def test_the_draft_of_something_else_is_not_taken(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    other = life.state()["record"]
    life.state_file.unlink()
    life.tei.write_text(
        life.tei.read_text().replace('<idno type="DOI">', "<!--").replace("-00001</idno>", "-->")
    )
    fake.faults = {len(fake.asked) + 1: "closed before"}
    life.run("reserve")
    result = life.run("reserve", "--draft", other)
    assert (result.exit_code, "U016" in result.output) == (1, True)


def test_an_echo_that_differs_is_told_and_has_an_exit_code(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    file = Path("output") / "deposit" / SLUG / "upload" / "datacite.xml"
    said = file.read_bytes()
    file.write_bytes(said.replace(b"Doe", b"Roe"))
    _sum_anew(file)
    life.run("upload")
    result = life.run("publish", "--publish", "--doi", life.state()["doi"])
    assert (result.exit_code, "U043" in result.output) == (6, True)
    assert life.state()["stage"] == "published"
    assert fake.published() == 1


def test_status_tells_without_and_with_the_network(life: Life, fake: FakeRDM) -> None:
    up_to(life, "publish")
    fake.forget()
    offline = life.run("status", online=False)
    assert (offline.exit_code, fake.asked) == (0, [])
    assert life.state()["doi"] in offline.output
    assert "4 of them whole" in life.run("status").output


def test_the_description_in_a_package_is_what_the_server_keeps(life: Life, fake: FakeRDM) -> None:
    """A field that the server drops without a word is an error before anything is published."""
    life.run("reserve")
    write_package(life.tei)
    file = Path("output") / "deposit" / SLUG / "metadata" / "invenio.json"
    said = description(life.tei)
    assert isinstance(said["metadata"], dict)
    said["metadata"]["funding"] = [{"award": {"title": {"en": "A grant"}}}]
    file.write_text(json.dumps(said))
    fake.records.drops = {"funding"}
    result = life.run("upload")
    assert (result.exit_code, "metadata.funding" in result.output) == (1, True)


def _sum_anew(file: Path) -> None:
    from hashlib import sha256

    sums = file.with_name("SHA256SUMS")
    lines = [line for line in sums.read_text().splitlines() if not line.endswith(file.name)]
    lines.append(f"{sha256(file.read_bytes()).hexdigest()}  {file.name}")
    sums.write_text("\n".join(lines) + "\n")


@pytest.mark.parametrize("fault", ["failed after", "closed after", "no JSON", "half an answer"])
def test_a_lost_answer_to_publishing_is_looked_up_at_once(
    life: Life, fake: FakeRDM, fault: Fault
) -> None:
    asked = publish_with(life, fake, {0: fault})
    assert (asked.exit_code, fake.published()) == (0, 1)
    assert life.state()["stage"] == "published"


def test_where_it_cannot_be_looked_up_it_is_not_known_and_never_published_twice(
    life: Life, fake: FakeRDM
) -> None:
    asked = publish_with(life, fake, dict.fromkeys(range(12), "closed after"))
    assert (asked.exit_code, "U050" in asked.output) == (7, True)
    assert life.state()["stage"] == "publishing"
    fake.forget()
    assert life.run("publish", "--publish", "--doi", life.state()["doi"]).exit_code == 0
    assert not [it for it in fake.asked if it.path.endswith("/publish")]


def repaired(life: Life) -> None:
    """A word is changed, and the package made again."""
    life.tei.write_text(life.tei.read_text().replace("mended", "repaired"))
    write_package(life.tei)


def test_another_package_does_not_accuse_the_repository_of_what_it_published(
    life: Life, fake: FakeRDM
) -> None:
    publish_with(life, fake, dict.fromkeys(range(12), "closed after"))
    repaired(life)
    fake.forget()
    for _ in range(2):
        result = life.run("publish", "--publish", "--doi", life.state()["doi"])
        assert (result.exit_code, "U058" in result.output) == (1, True)
        assert "U048" not in result.output
    assert (life.state()["stage"], fake.published()) == ("published", 1)


@pytest.mark.parametrize("online", [True, False])
@pytest.mark.parametrize("command", ["reserve", "upload", "new-version"])
def test_while_it_is_not_known_whether_it_is_published_only_publishing_goes_on(
    life: Life, fake: FakeRDM, command: str, *, online: bool
) -> None:
    publish_with(life, fake, dict.fromkeys(range(12), "closed after"))
    repaired(life)
    fake.forget()
    result = life.run(command, online=online)
    assert (result.exit_code, "U050" in result.output, fake.asked) == (1, True, [])


def test_what_is_seen_not_to_be_published_may_be_uploaded_again(life: Life, fake: FakeRDM) -> None:
    publish_with(life, fake, dict.fromkeys(range(12), "closed before"))
    assert life.state()["stage"] == "publishing"
    repaired(life)
    fake.forget()
    publish = ["publish", "--publish", "--doi", life.state()["doi"]]
    assert life.run(*publish).exit_code == 5  # its files are others
    assert life.run("upload").exit_code == 0
    assert life.run(*publish).exit_code == 0
    assert (life.state()["stage"], fake.published()) == ("published", 1)


def test_where_nothing_is_to_be_seen_it_is_not_known_whether_it_is_published(
    life: Life, fake: FakeRDM
) -> None:
    publish_with(life, fake, dict.fromkeys(range(12), "closed before"))
    fake.forget()
    fake.records.records.clear()
    result = life.run("publish", "--publish", "--doi", life.state()["doi"])
    assert (result.exit_code, "U050" in result.output) == (7, True)


def test_where_the_server_fails_before_it_publishes_nothing_is_published(
    life: Life, fake: FakeRDM
) -> None:
    asked = publish_with(life, fake, {0: "failed before"})
    assert (asked.exit_code, fake.published()) == (4, 0)
    assert life.state()["stage"] == "uploaded"


def test_bytes_that_changed_on_the_way_are_found(life: Life, fake: FakeRDM) -> None:
    up_to(life, "upload")
    fake.forget()
    fake.faults = dict.fromkeys(range(1, 30), "other bytes")
    result = life.run("upload")
    assert (result.exit_code, "U040" in result.output) == (5, True)
    fake.forget()
    assert life.run("upload").exit_code == 0
    assert fake.sent() > 0


def publish_with(life: Life, fake: FakeRDM, faults: dict[int, Fault]) -> Result:
    """Publish, with *faults* from the request to publish on, which is number 0."""
    up_to(life, "publish")
    plan = life.run("publish", online=False).stdout.splitlines()
    number = next(n for n, line in enumerate(plan, 1) if line.endswith("/publish"))
    fake.forget()
    fake.faults = {number + n: fault for n, fault in faults.items()}
    return life.run("publish", "--publish", "--doi", life.state()["doi"])
