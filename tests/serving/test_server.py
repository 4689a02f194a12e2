"""What the server gives, to whom, and what it never gives."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition.serving import Board, bound
from edition.serving.published import file_at
from tests.serving.small_server import Served, served


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("serving") / "edition") as it:
        yield it


def get(small: Served, path: str, **headers: str) -> Any:
    return small.ask(path, **headers)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/html/first.html", "text/html; charset=utf-8"),
        ("/html/index.html", "text/html; charset=utf-8"),
        ("/html/assets/edition.css", "text/css; charset=utf-8"),
        ("/text/first.txt", "text/plain; charset=utf-8"),
        ("/tei/first.xml", "application/xml"),
        ("/schemas/edition.rng", "application/xml"),
        ("/manifest.json", "application/json"),
        ("/edition-serve/page.js", "text/javascript; charset=utf-8"),
    ],
)
def test_a_file_has_its_type_and_is_kept_by_nobody(small: Served, path: str, kind: str) -> None:
    response = get(small, path)
    assert (response.status, response.headers["Content-Type"]) == (200, kind)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert len(response.body) == int(response.headers["Content-Length"]) > 0


def test_a_page_is_that_of_the_disk_with_a_script_more(small: Served) -> None:
    written = (small.folder / "output" / "html" / "first.html").read_bytes()
    given_page = get(small, "/html/first.html").body
    start = given_page.index(b'<script src="/edition-serve/page.js"')
    end = given_page.index(b"</script>", start) + len(b"</script>")
    assert given_page[:start] + given_page[end:] == written
    assert b"edition-serve" not in written


def test_head_has_the_headers_alone(small: Served) -> None:
    head, whole = small.ask("/html/first.html", "HEAD"), get(small, "/html/first.html")
    assert head.status == 200
    assert head.body == b""  # type: ignore[attr-defined]
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]
    assert small.ask("/edition-serve/events", "HEAD").status == 200


@pytest.mark.parametrize("path", ["/", "/html", "/html/"])
def test_the_way_in_is_the_index(small: Served, path: str) -> None:
    response = get(small, path)
    assert (response.status, response.headers["Location"]) == (302, "/html/index.html")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_nothing_can_be_changed(small: Served, method: str) -> None:
    response = small.ask("/html/first.html", method)
    assert (response.status, response.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path",
    [
        "/../source/edition.toml",
        "/html/../../source/edition.toml",
        "/%2e%2e/source/edition.toml",
        "/html/%2e%2e%2f%2e%2e%2fsource/edition.toml",
        "/html/..%5c..%5csource/edition.toml",
        "//etc/passwd",
        "/html//etc/passwd",
        "/%2fetc%2fpasswd",
        "/html/first.html%00.txt",
        "/html/%ff",
        "/html/nothing.html",
        "/tei/",
        "/html/" + 300 * "x",
    ],
)
def test_no_way_leads_out_of_the_folder(small: Served, path: str) -> None:
    assert get(small, path).status == 404


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["..", ".", "", "html", "%2e%2e", "~", "\\", "C:", "a"])))
def test_no_steps_lead_out_of_the_folder(tmp_path: Path, steps: list[str]) -> None:
    output = tmp_path / "a" / "output"
    (output / "html").mkdir(parents=True, exist_ok=True)
    for file in (tmp_path / "secret", tmp_path / "a" / "secret", output / "html" / "secret"):
        file.touch()
    found = file_at(output, "/" + "/".join([*steps, "secret"]))
    assert found in (None, output / "html" / "secret")


def test_neither_links_out_of_the_folder_nor_hidden_files_are_given(small: Served) -> None:
    html = small.folder / "output" / "html"
    (html / "link.txt").symlink_to(small.folder / "source" / "edition.toml")
    (html / "up").symlink_to(small.folder / "source")
    (html / ".hidden").write_bytes(b"x")
    for path in ("/html/link.txt", "/html/up/edition.toml", "/html/.hidden"):
        assert get(small, path).status == 404


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:8000", 200),
        ("localhost", 200),
        ("example.org", 421),
        ("example.org:8000", 421),
        ("127.0.0.1.example.org:8000", 421),
        ("", 421),
    ],
)
def test_a_name_of_the_web_is_not_answered(small: Served, host: str, status: int) -> None:
    assert get(small, "/html/first.html", Host=host).status == status


def events(small: Served, page: str) -> Iterator[dict[str, Any]]:
    connection = HTTPConnection("127.0.0.1", small.server.server_address[1], timeout=10)
    connection.request("GET", f"/edition-serve/events?page={page}")
    response = connection.getresponse()
    try:
        assert response.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        while line := response.readline():
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))
    finally:
        response.close()
        connection.close()


def test_a_page_is_told_of_builds_edits_and_errors(tmp_path: Path) -> None:
    with served(tmp_path / "edition") as it:
        file = it.folder / "source" / "first.xml"
        good = file.read_text(encoding="utf-8")
        told = events(it, "/html/first.html")
        first = next(told)
        assert first["findings"] == []
        assert first["version"]

        file.write_text(good.replace("the minutes.", '<date when="2021">the</date> minutes.'))
        it.rebuilder.rebuild()
        edited = next(told)
        assert edited["version"] != first["version"]
        assert edited["edited"][0] == "p3"
        assert not edited["is_old"]
        assert next(told) == edited, "again, when indexes and search are made, too"

        file.write_text(good.replace("</body>", ""))
        it.rebuilder.rebuild()
        broken = next(told)
        assert broken["version"] == edited["version"]
        assert (broken["errors"], broken["is_old"]) == (1, True)
        (finding,) = broken["findings"]
        assert finding["code"] == "X001"
        assert finding["place"].startswith(f"{file}:")
        assert finding["hint"]

        (it.folder / "source" / "edition.toml").write_text("[editon]\n")
        it.rebuilder.rebuild()
        assert [found["code"] for found in next(told)["findings"]] == ["M005"]
        told.close()  # type: ignore[attr-defined]
        assert it.complaints == []


def test_a_fault_in_an_answer_is_told_in_a_line(
    small: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edition.serving.reply.version", lambda _page: 1 / 0)
    with pytest.raises(ConnectionError):
        get(small, "/html/first.html")
    assert small.complaints == [
        "A request could not be answered: ZeroDivisionError: division by zero"
    ]


def test_the_next_port_is_taken_where_one_is_in_use(tmp_path: Path) -> None:
    first = bound("127.0.0.1", None, tmp_path, Board(), print)
    second = bound("127.0.0.1", None, tmp_path, Board(), print)
    with pytest.raises(OSError, match="in use"):
        bound("127.0.0.1", first.server_address[1], tmp_path, Board(), print)
    assert first.server_address[1] < second.server_address[1] < 8100
    first.server_close()
    second.server_close()


def test_an_address_of_the_sixth_version(tmp_path: Path) -> None:
    if not socket.has_ipv6:
        pytest.skip("needs IPv6")
    try:
        server = bound("::1", None, tmp_path, Board(), print)
    except OSError:
        pytest.skip("needs IPv6")
    assert server.url.startswith("http://[::1]:8")
    assert server.answers_to("[::1]:8000")
    server.server_close()
