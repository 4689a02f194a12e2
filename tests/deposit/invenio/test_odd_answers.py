"""Answers that no server should give, and that a client meets all the same."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest

from edition.deposit.invenio import connection
from tests.deposit.invenio.fake_rdm import FakeRDM, Fault
from tests.deposit.invenio.fake_records import Answer
from tests.deposit.invenio.life import Life
from tests.deposit.invenio.test_safety import up_to


@pytest.mark.parametrize("address", ["http://[", "http://\xff/x", "//evil:99999/", "\x01"])
@pytest.mark.parametrize("number", [1, 4])
def test_an_odd_address_to_go_on_to_is_told_as_any(
    life: Life, fake: FakeRDM, address: str, number: int
) -> None:
    up_to(life, "publish")
    fake.forget()
    fake.elsewhere = address
    fake.faults = {number: "sent elsewhere"}
    result = life.run("publish", "--publish", "--doi", life.state()["doi"])
    assert (result.exit_code, "U027" in result.output, fake.published()) == (4, True, 0)


def test_what_comes_with_an_address_to_go_on_to_is_not_read(
    life: Life, fake: FakeRDM, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_MOST_BYTES", 1000)
    life.run("reserve")
    headers = {"Location": "/elsewhere"}
    answered(fake, monkeypatch, "/draft", Answer(302, b"x" * 100_000, "text/html", headers))
    result = life.run("status")
    assert (result.exit_code, "U027" in result.output) == (4, True)


def test_two_lengths_are_an_answer_that_broke(
    life: Life, fake: FakeRDM, monkeypatch: pytest.MonkeyPatch
) -> None:
    life.run("reserve")
    answered(fake, monkeypatch, "/draft", Answer(200, b"{}", headers={"Content-Length": "1"}))
    result = life.run("status")
    assert (result.exit_code, "U020" in result.output) == (4, True)


LATIN = b'{"message": "\\u0041 \xe9\xff", "id": "abc-1"}'


@pytest.mark.parametrize(("status", "code"), [(200, "U023"), (400, "U028"), (504, "U022")])
def test_an_answer_that_is_no_utf_8_is_told_as_any_that_cannot_be_read(
    life: Life, fake: FakeRDM, monkeypatch: pytest.MonkeyPatch, status: int, code: str
) -> None:
    life.run("reserve")
    answered(fake, monkeypatch, "/draft", Answer(status, LATIN))
    result = life.run("status")
    assert (result.exit_code, code in result.output) == (4, True)


def test_that_it_is_published_is_seen_though_the_answer_is_no_utf_8(
    life: Life, fake: FakeRDM, monkeypatch: pytest.MonkeyPatch
) -> None:
    up_to(life, "publish")
    reply = fake._reply

    def failing(request: BaseHTTPRequestHandler, said: Answer, fault: Fault | None) -> None:
        reply(request, Answer(502, LATIN) if fake.published() else said, fault)

    monkeypatch.setattr(fake, "_reply", failing)
    result = life.run("publish", "--publish", "--doi", life.state()["doi"])
    assert (result.exit_code, "U050" in result.output, fake.published()) == (7, True, 1)


def test_who_refuses_and_gives_no_reason_is_not_quoted(
    life: Life, fake: FakeRDM, monkeypatch: pytest.MonkeyPatch
) -> None:
    life.run("reserve")
    answered(fake, monkeypatch, "/draft", Answer(409, b"<html>"))
    result = life.run("status")
    assert (result.exit_code, "U028" in result.output) == (4, True)
    assert "Mend what it says" not in result.output


def test_a_draft_that_is_not_found_is_no_success(life: Life, fake: FakeRDM) -> None:
    life.run("reserve")
    fake.records.records.clear()
    result = life.run("status")
    assert (result.exit_code, "U025" in result.output) == (4, True)
    assert "stage" in result.output


def test_a_file_that_grows_is_fetched_no_further_than_it_should_be(
    life: Life, fake: FakeRDM, monkeypatch: pytest.MonkeyPatch
) -> None:
    up_to(life, "publish")
    # More is promised than comes: who reads on to the end meets a connection that broke.
    long = Answer(200, b"x" * 1_000_000, "text/plain")
    answered(fake, monkeypatch, "README.md/content", long, "half an answer")
    result = life.run("upload", "--verify-download")
    assert (result.exit_code, "U042" in result.output) == (5, True)


def answered(
    fake: FakeRDM,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
    wrong: Answer,
    how: Fault | None = None,
) -> None:
    """From now on, *wrong* is the answer to each request for a path with this *ending*."""
    reply = fake._reply

    def answer(request: BaseHTTPRequestHandler, said: Answer, fault: Fault | None) -> None:
        if request.path.endswith(ending):
            reply(request, wrong, how)
        else:
            reply(request, said, fault)

    monkeypatch.setattr(fake, "_reply", answer)
