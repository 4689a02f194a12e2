"""The engine in its own process: what it answers, and what happens when either side breaks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from edition.saxon import BrokenEngineError, Engine, EngineError
from edition.saxon import engine as engine_of_process
from edition.saxon.child import Child
from edition.tei.document import Document, parse

XSLT = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/><xsl:param name="a-b" select="'none'"/>
<xsl:template match="/">{}</xsl:template></xsl:stylesheet>"""
ECHO = """<xsl:message select="'one'"/><xsl:message select="'two'"/>
<xsl:value-of select="string(.), $a-b, $a-b instance of xs:integer, $a-b instance of xs:boolean"
 xmlns:xs="http://www.w3.org/2001/XMLSchema"/>"""


@pytest.fixture
def engine() -> Iterator[Engine]:
    """An engine of this test alone."""
    own = Engine()
    yield own
    own.close()


def stylesheet(folder: Path, body: str, name: str = "test.xsl") -> Path:
    path = folder / name
    path.write_text(XSLT.format(body), encoding="utf-8")
    return path


def document(text: str) -> Document:
    return parse(f"<a>{text}</a>".encode(), "a.xml")


def child_of(engine: Engine) -> Child:
    assert engine._child is not None
    return engine._child


@pytest.mark.parametrize(
    ("value", "seen"),
    [("x", "x false false"), (7, "7 true false"), (True, "true false true"), ("", " false false")],
)
def test_parameters_keep_their_type(
    engine: Engine, tmp_path: Path, value: str | int | bool, seen: str
) -> None:
    result = engine.stylesheet(stylesheet(tmp_path, ECHO)).transform(document("д"), a_b=value)
    assert result == (f"д {seen}", ("one", "two"))


def test_parameters_and_messages_are_of_one_run_only(engine: Engine, tmp_path: Path) -> None:
    echo = engine.stylesheet(stylesheet(tmp_path, ECHO))
    echo.transform(document("a"), a_b=1)
    assert echo.transform(document("b")) == ("b none false false", ("one", "two"))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<xsl:sequence select=\"error((), 'no luck')\"/>", "no luck"),
        ('<xsl:sequence select="1 +"/>', "1 +"),
        ("<xsl:sequence select=\"doc('http://example.org/')\"/>", "http"),
    ],
    ids=["stops", "does not compile", "asks the network"],
)
def test_a_stylesheet_that_fails_says_why(
    engine: Engine, tmp_path: Path, capfd: pytest.CaptureFixture[str], body: str, said: str
) -> None:
    failing = stylesheet(tmp_path, body)
    engine.prepare(failing)
    with pytest.raises(EngineError, match=said.replace("+", r"\+")):
        engine.stylesheet(failing).transform(document("a"))
    echo = engine.stylesheet(stylesheet(tmp_path, ECHO, "echo.xsl"))
    assert echo.transform(document("b")).text.startswith("b ")
    assert capfd.readouterr() == ("", "")


def test_much_may_be_asked_before_the_first_answer_is_fetched(
    engine: Engine, tmp_path: Path
) -> None:
    copies = engine.stylesheet(stylesheet(tmp_path, '<xsl:value-of select="., ., $a-b"/>'))
    texts = [f"{number} " + "x" * 300_000 for number in range(4)]
    begun = [copies.begin(document(text), a_b=text) for text in texts for _ in range(2)]
    for number, transformation in reversed(list(enumerate(begun))):
        assert transformation.result().text == " ".join([texts[number // 2]] * 3)


def test_threads_share_an_engine(engine: Engine, tmp_path: Path) -> None:
    echo = engine.stylesheet(stylesheet(tmp_path, ECHO))

    def text(number: int) -> str:
        return echo.transform(document(str(number)), a_b=number).text

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(text, range(200))) == [f"{n} {n} true false" for n in range(200)]


def test_a_child_that_ends_over_a_document_is_an_error_of_that_alone(
    engine: Engine, tmp_path: Path
) -> None:
    echo = engine.stylesheet(stylesheet(tmp_path, ECHO))
    echo.transform(document("warm"))
    child = child_of(engine)
    os.kill(child.pid, signal.SIGSTOP)
    guilty, innocent = echo.begin(document("a")), echo.begin(document("a"), a_b="b")
    os.kill(child.pid, signal.SIGKILL)
    with pytest.raises(BrokenEngineError, match="SIGKILL"):
        guilty.result()
    assert innocent.result().text == "a b false false"
    with pytest.raises(BrokenEngineError):
        guilty.result()


def test_a_child_that_ends_when_idle_is_replaced(engine: Engine, tmp_path: Path) -> None:
    echo = engine.stylesheet(stylesheet(tmp_path, ECHO))
    echo.transform(document("a"))
    child = child_of(engine)
    os.kill(child.pid, signal.SIGKILL)
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert echo.transform(document("a")).text.startswith("a ")


def test_an_engine_that_cannot_start_says_so(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    path = stylesheet(tmp_path, ECHO)
    engine.prepare(path)
    with pytest.raises(BrokenEngineError, match="No such file"):
        engine.stylesheet(path).transform(document("a"))


def test_saxonche_that_is_missing_is_named(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    with pytest.raises(EngineError, match="saxonche"):
        engine.stylesheet(stylesheet(tmp_path, ECHO)).transform(document("a"))


def test_an_interruption_leaves_nothing_half_said(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    echo = engine.stylesheet(stylesheet(tmp_path, ECHO))

    def interrupted(self: Child) -> object:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Child, "receive", interrupted)
        with pytest.raises(KeyboardInterrupt):
            echo.transform(document("a"))
    assert echo.transform(document("b")).text.startswith("b ")


USE = """
import os, sys, time
from pathlib import Path
from edition.saxon import engine
from edition.tei.document import parse

def text(written):
    sheet = engine().stylesheet(Path(sys.argv[1]))
    return sheet.transform(parse(f"<a>{written}</a>".encode(), "a.xml")).text.split()[0]

print(text("before"), engine()._child.pid, flush=True)
"""


def script(tmp_path: Path, body: str) -> list[str]:
    file = tmp_path / "script.py"
    file.write_text(USE + body, encoding="utf-8")
    return [sys.executable, "-W", "error", str(file), str(stylesheet(tmp_path, ECHO))]


def alive(pid: int) -> bool:
    """Whether the process is there and no zombie."""
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


def test_a_fork_has_an_engine_of_its_own(tmp_path: Path) -> None:
    body = """
begun = engine().stylesheet(Path(sys.argv[1])).begin(parse(b"<a>begun</a>", "a.xml"))
if os.fork() == 0:
    print(text("in-fork"), begun.result().text.split()[0], engine()._child.pid, flush=True)
    sys.exit()
os.wait()
print(begun.result().text.split()[0], text("after"), engine()._child.pid)
"""
    command = script(tmp_path, body)
    done = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60)
    assert done.stderr == ""
    first, of_fork, last = (line.split() for line in done.stdout.splitlines())
    assert (first[:-1], of_fork[:-1]) == (["before"], ["in-fork", "begun"])
    assert last == ["begun", "after", first[-1]]
    assert of_fork[-1] != first[-1]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc, as Linux has it")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, None])
def test_a_child_never_outlives_its_parent(tmp_path: Path, how: signal.Signals | None) -> None:
    body = "sys.stdin.read()\n"
    parent = subprocess.Popen(
        script(tmp_path, body), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline().split()[1])
    assert alive(pid)
    if how is not None:
        parent.send_signal(how)
    parent.communicate()
    for _ in range(500):
        if not alive(pid):
            break
        time.sleep(0.01)
    assert not alive(pid)


def test_the_current_folder_is_not_asked_for_saxonche(tmp_path: Path) -> None:
    (tmp_path / "saxonche.py").write_text("open('taken', 'w')", encoding="utf-8")
    path = {"PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])}
    command = script(tmp_path, "")
    done = subprocess.run(
        command, capture_output=True, check=True, cwd=tmp_path, env={**os.environ, **path}
    )
    assert done.stdout.startswith(b"before ")
    assert not (tmp_path / "taken").exists()


def test_where_saxonche_is_missing_the_current_folder_is_not_asked(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "saxonche.py").write_text("open('taken', 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    with pytest.raises(EngineError, match="saxonche"):
        engine.stylesheet(stylesheet(tmp_path, ECHO)).transform(document("a"))
    assert not (tmp_path / "taken").exists()


def test_threads_that_ask_at_once_get_one_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    together = threading.Barrier(4)

    class Slow(Engine):
        def __init__(self) -> None:
            super().__init__()
            together.wait(timeout=10)

    module = sys.modules["edition.saxon.engine"]
    monkeypatch.setattr(module, "Engine", Slow)
    monkeypatch.setattr(module, "_engines", {})
    with ThreadPoolExecutor(4) as pool:
        made = [pool.submit(engine_of_process) for _ in range(4)]
    assert len({id(one.result()) for one in made}) == 1
