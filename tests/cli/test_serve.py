"""``edition serve`` as a process: it says where, builds at each save, and ends with Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from edition.cli import main
from tests.small_edition import write_small_edition

NOTE = '<note type="annotation" resp="#encoder">Kept in the archive.</note>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small_edition(tmp_path / "edition")


@contextmanager
def started(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The process, which ends at the latest after two minutes: what it says can be awaited."""
    command = [sys.executable, "-m", "edition", "serve", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        end = Timer(120, process.kill)
        end.start()
        try:
            yield process
        finally:
            end.cancel()
            process.kill()


@contextmanager
def serving(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process, and where it serves."""
    with started(folder) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        (url,) = re.findall(r"at (http://127\.0\.0\.1:8\d\d\d/) \(Ctrl-C ends\)", said)
        assert "no errors; " in process.stderr.readline()
        yield process, url


def shown(url: str, words: str) -> bool:
    """Whether the page at *url* comes to have *words*."""
    for _ in range(200):
        with urlopen(url) as page:
            if words in page.read().decode():
                return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_builds_and_ends(folder: Path, ending: signal.Signals) -> None:
    with serving(folder) as (process, url):
        assert shown(f"{url}html/first.html", "I have read the minutes.")
        file = folder / "source" / "first.xml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("the minutes.", f"the minutes.{NOTE}"), encoding="utf-8")
        assert shown(f"{url}html/first.html", "Kept in the archive.")
        process.send_signal(ending)
        assert process.stderr is not None
        assert process.stderr.read().endswith("\nEnded.\n")
        assert process.wait(10) == 0


def test_an_error_is_told_once_and_the_last_good_page_stays(folder: Path) -> None:
    with serving(folder) as (process, _url):
        file = folder / "source" / "first.xml"
        text = file.read_text(encoding="utf-8")
        good = (folder / "output" / "html" / "first.html").read_bytes()
        file.write_text(text.replace("</body>", ""), encoding="utf-8")
        assert process.stderr is not None
        while "[X001]" not in (line := process.stderr.readline()):
            assert line
        assert line.startswith(f"{file}:")
        assert "Hint: " in process.stderr.readline()
        assert "1 error; " in process.stderr.readline()
        assert (folder / "output" / "html" / "first.html").read_bytes() == good
        persons = folder / "source" / "persons.xml"
        os.utime(persons)
        assert process.stderr.readline().startswith("1 error; ")
        file.write_text(text, encoding="utf-8")
        assert process.stderr.readline().startswith("no errors; ")


def test_it_starts_with_a_mistake_in_the_settings_and_goes_on_when_it_is_mended(
    folder: Path,
) -> None:
    settings = folder / "source" / "edition.toml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text("[editon]\n", encoding="utf-8")
    with started(folder) as process:
        assert process.stderr is not None
        process.stderr.readline()
        assert "[M005]" in process.stderr.readline()
        while "1 error" not in (line := process.stderr.readline()):
            assert line
        settings.write_text(good, encoding="utf-8")
        assert process.stderr.readline().startswith("no errors; ")
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


def test_a_port_in_use_is_told(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", str(folder), "--port", str(port)])
    assert result.exit_code == 2
    assert f"Invalid value for '--port': port {port} is in use" in result.stderr


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_of_another_machine_is_told(folder: Path, host: str) -> None:
    result = CliRunner().invoke(main, ["serve", str(folder), "--host", host])
    assert result.exit_code == 2
    assert f"{host} is no address of this machine" in result.stderr


def test_no_project_ends_with_3(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", str(tmp_path)])
    assert result.exit_code == 3
    assert "there is no folder source/ here" in result.stderr


def test_no_other_command_imports_what_serving_needs() -> None:
    code = (
        "import sys, edition.cli\n"
        "for name in edition.cli.main.list_commands(None):\n"
        "    edition.cli.main.get_command(None, name)\n"
        "assert not {'watchfiles', 'http.server', 'edition.serving'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
