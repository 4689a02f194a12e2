"""Where something may be sent, and with what."""

from __future__ import annotations

import json
import os
import pickle
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.deposit.invenio.host import Host
from edition.deposit.invenio.token import Token, file_for, find_token
from edition.deposit.scan import VARIABLE
from edition.deposit.state import is_identifier
from edition.diagnostic import EditionError

HOST = "repository.example.org"
SECRET = "Zx81-Quetzalcoatl"


@pytest.mark.parametrize(
    "written", ["https://a.org", "https://A.org/", "http://127.0.0.1:5000", "http://[::1]:5000"]
)
def test_a_server_is_a_host(written: str) -> None:
    assert Host.of(written, "--to").base == written.lower().rstrip("/")


@pytest.mark.parametrize(
    "written",
    [
        "http://a.org",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "https://me:secret@a.org",
        "me:secret@a.org",
        "https://a.org/api/records",
        "https://a.org?x=1",
        "https://a.org#x",
        "https://a.org:99999",
        "https://",
        "a.org",
        "ftp://a.org",
        "file:///etc/passwd",
        "https://а.org",
        "https://a.org\nX",
        "https://a .org",
        "https://a\\b.org",
        "https://a%61b.org",
        "https://a.org/?access_token=secret",
        "https://a.org?access_token=secret",
        "https://a.org/#secret",
        "https://a.org:99999/secret",
        "a.org?access_token=secret",
        "http://a.org/secret",
        "ftp://a.org/secret",
        "https://[::1/secret",
        "https://a.org;secret",
        "",
    ],
)
def test_nothing_else_is(written: str) -> None:
    with pytest.raises(EditionError) as raised:
        Host.of(written, "--to")
    assert raised.value.finding.code == "U001"
    assert "secret" not in str(raised.value.findings)


def test_of_an_address_with_more_the_server_is_told() -> None:
    with pytest.raises(EditionError) as raised:
        Host.of("https://a.org/?access_token=canary", "--to")
    assert "“https://a.org…”" in raised.value.finding.message


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_whatever_a_step_is_it_leads_to_no_other_server(steps: list[str]) -> None:
    address = Host("https://a.org").api(*(step.replace("\ud800", "") or "x" for step in steps))
    assert address.startswith("https://a.org/api/records/")
    assert address.count("/") == 4 + len(steps)


def test_an_identifier_is_one_word() -> None:
    assert is_identifier("abcde-12345")
    for written in ("", "../x", "a/b", "a?b", "-a", "ä", "a" * 65, "a\n"):
        assert not is_identifier(written)


def test_a_token_comes_from_the_environment_or_from_a_private_file(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    with pytest.raises(EditionError) as raised:
        find_token(HOST, environment)
    assert raised.value.finding.code == "U002"
    file = file_for(HOST, environment)
    file.parent.mkdir(parents=True)
    file.write_text(f"{SECRET}\n")
    file.chmod(0o600)
    assert find_token(HOST, environment).header() == f"Bearer {SECRET}"
    given_too = find_token(HOST, environment | {VARIABLE: "another-token"})
    assert given_too.header() == "Bearer another-token"


@pytest.mark.skipif(os.name != "posix", reason="there are no such permissions")
def test_a_file_that_others_may_read_is_no_place_for_a_token(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    file = file_for(HOST, environment)
    file.parent.mkdir(parents=True)
    file.write_text(SECRET)
    file.chmod(0o640)
    with pytest.raises(EditionError) as raised:
        find_token(HOST, environment)
    assert raised.value.finding.code == "U003"
    assert SECRET not in str(raised.value.findings)


@pytest.mark.skipif(os.name != "posix", reason="there are no such permissions")
@pytest.mark.parametrize("fault", ["folder", "owner"])
def test_a_file_that_others_may_replace_is_no_place_for_a_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    file = file_for(HOST, environment)
    file.parent.mkdir(parents=True)
    file.write_text(SECRET)
    file.chmod(0o600)
    if fault == "folder":
        file.parent.chmod(0o777)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    with pytest.raises(EditionError) as raised:
        find_token(HOST, environment)
    assert raised.value.finding.code == "U003"


def test_a_keyring_that_fails_in_its_own_way_is_told_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = f"""
class errors:
    class KeyringError(Exception): ...
def get_password(service, host):
    raise RuntimeError("{SECRET}")
"""
    (tmp_path / "keyring.py").write_text(code)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "keyring", raising=False)
    with pytest.raises(EditionError) as raised:
        find_token(HOST, {"XDG_CONFIG_HOME": str(tmp_path)})
    monkeypatch.delitem(sys.modules, "keyring", raising=False)
    assert raised.value.finding.code == "U003"
    assert SECRET not in str(raised.value.findings)


def test_a_token_of_one_server_is_not_that_of_another(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert file_for("a.org", environment) != file_for("sandbox.a.org", environment)
    assert file_for("a.org:5000", environment).name == "a.org-5000"


def test_a_token_shows_itself_nowhere() -> None:
    token = Token(SECRET, "test")
    assert SECRET not in f"{token!r} {token}"
    assert token.without(f"a {SECRET} b") == "a ‹token› b"
    with pytest.raises(TypeError):
        pickle.dumps(token)


@pytest.mark.parametrize("secret", [SECRET, 'with"quote\\and/more'])
def test_a_token_is_taken_out_of_json_however_it_is_written(secret: str) -> None:
    token = Token(secret, "test")
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in secret)
    for written in (escaped, escaped[:6] + json.dumps(secret[1:])[1:-1], json.dumps(secret)[1:-1]):
        data = token.without_bytes(f'{{"a": ["before {written}", 1.5, null]}}'.encode())
        assert json.loads(data) == {"a": ["before ‹token›", 1.5, None]}
    assert token.without_bytes(b"no JSON \\ " + secret.encode()) == "no JSON \\ ‹token›".encode()


@pytest.mark.parametrize("written", ["short", "two words here", "a\r\nX-Header: yes", "ä" * 20])
def test_what_cannot_be_a_token_is_not_sent(written: str) -> None:
    with pytest.raises(EditionError) as raised:
        Token(written, "test")
    assert written not in str(raised.value.findings)
