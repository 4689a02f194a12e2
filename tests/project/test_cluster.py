"""A Dask cluster makes documents: the edition is the same, and a worker that ends costs nothing."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

import pytest

from edition.diagnostic import EditionError
from edition.project.building import build
from edition.project.draft import Draft
from edition.project.folder import Project, Sources
from edition.project.hands import Hands
from edition.project.inputs import Wanted
from edition.project.printing import Order, printing_on_cluster
from edition.project.report import Watch
from edition.project.workers import WorkerEndedError
from edition.publishing.laying_out import missing_for_pdf
from edition.publishing.outputs import ALL
from edition.publishing.theme import read_theme
from edition.settings import Settings
from edition.tei.encode import encode
from edition.transcript.reader import read
from tests.project.test_building_killed import everything_in
from tests.project.test_workers import begin
from tests.publishing.test_theme import masthead
from tests.small_edition import TRANSCRIPT

dask = pytest.importorskip("dask", reason='needs Dask: pip install "edition[cluster]"')
distributed = pytest.importorskip(
    "distributed", reason='needs Dask\'s distributed: pip install "edition[cluster]"'
)

if TYPE_CHECKING:
    from distributed import LocalCluster

MANY = 14
REPOSITORY = str(Path(__file__).parents[2])


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two worker processes, of which a task may end two; a machine at work may be slow."""
    patient = {
        "distributed.scheduler.allowed-failures": 1,
        "distributed.comm.timeouts.connect": "300s",
        "distributed.comm.timeouts.tcp": "300s",
    }
    with dask.config.set(patient):
        made = distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50
        )
    yield made
    made.close()


@pytest.fixture
def many(folder: Path) -> Path:
    """An edition of which some is encoded and some is not, with what is wrong among it."""
    for number in range(MANY):
        said = TRANSCRIPT.format(name=f"number {number}")
        said = said.replace("Boris Petrov", f"Boris Petrov{ascii_lowercase[number]}")
        (folder / "source" / f"n{number:02}.txt").write_text(said, encoding="utf-8")
    build(Project(folder))
    (folder / "source" / "n03.txt").write_bytes(b"")
    for number in (3, 4, 5):
        (folder / "source" / f"n{number:02}.xml").unlink()
    tei = folder / "source" / "n06.xml"
    tei.write_text(tei.read_text("utf-8").replace("<body>", "<body><nonsense/>"), encoding="utf-8")
    (folder / "source" / "n07.xml").write_bytes(b"<TEI>\n<text></TEI>")
    (folder / "source" / "n08.txt").unlink()
    (folder / "source" / "n08.txt").symlink_to("nowhere")
    return folder


def on(cluster: LocalCluster) -> Hands:
    return Hands(0, cluster.scheduler_address)


def process_of_a_worker(cluster: LocalCluster) -> int:
    """One that is there, as who started it knows."""
    return next(int(it.pid) for it in cluster.workers.values() if it.pid is not None)


def test_it_makes_what_one_process_makes_and_tells_it_in_the_same_order(
    many: Path, cluster: LocalCluster
) -> None:
    before = many.with_name("before")
    shutil.copytree(many, before, symlinks=True)
    reports, editions = [], []
    for hands in (Hands(1), Hands(2), on(cluster)):
        reports.append(build(Project(many), anew=True, hands=hands))
        editions.append(everything_in(many))
        shutil.rmtree(many)
        shutil.copytree(before, many, symlinks=True)
    assert reports[0] == reports[1] == reports[2]
    assert reports[0].outcomes() == reports[2].outcomes()
    assert editions[0] == editions[1] == editions[2]


def test_a_worker_that_is_killed_costs_no_document(many: Path, cluster: LocalCluster) -> None:
    once = build(Project(many), anew=True)
    made = everything_in(many / "output")

    def kill(sources: Sources) -> None:
        if sources.stem == "n09":
            os.kill(process_of_a_worker(cluster), signal.SIGKILL)

    report = build(Project(many), anew=True, hands=on(cluster), watch=Watch(done=kill))
    assert "P011" not in {finding.code for finding in report.findings}
    assert report.outcomes() == once.outcomes()
    assert everything_in(many / "output") == made


def test_what_ends_one_worker_after_another_is_told(cluster: LocalCluster) -> None:
    from edition.project.cluster import Cluster

    hands: Cluster[object, object] = Cluster(cluster.scheduler_address, begin, 2)
    try:
        # The scheduler blames all that a worker had: so nothing else is ordered beside "end".
        assert hands.answer(hands.order(1)) == [1, 1]
        with pytest.raises(WorkerEndedError, match="after 2 workers had"):
            hands.answer(hands.order("end"))
        numbers = [hands.order(order) for order in (2, "wrong", "a strange error")]
        assert hands.answer(numbers[0]) == [2, 2]
        with pytest.raises(EditionError, match="nothing to build"):
            hands.answer(numbers[1])
        with pytest.raises(RuntimeError, match="StrangeError: this and that"):
            hands.answer(numbers[2])
    finally:
        hands.close()


def test_a_build_that_need_not_make_anything_asks_no_cluster(folder: Path) -> None:
    build(Project(folder))
    report = build(Project(folder), hands=Hands(0, nobody_at()))
    assert report.outcomes()["left"] == 2


def test_where_nobody_answers_that_is_told_and_nothing_is_lost(folder: Path) -> None:
    from edition.project import cluster

    with pytest.raises(EditionError) as caught:
        cluster.Cluster(nobody_at(), begin, 2, patience=cluster.Patience(scheduler=0.5))
    assert caught.value.finding.code == "P013"
    with pytest.raises(EditionError) as caught:
        build(Project(folder), hands=Hands(0, "no address"))
    assert caught.value.finding.code == "P013"
    assert build(Project(folder)).outcomes()["made"] == 2


def test_where_there_is_no_worker_that_is_told() -> None:
    from edition.project import cluster

    patience = cluster.Patience(worker=0.5)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0", silence_logs=50) as empty,
        pytest.raises(EditionError, match=r"no worker for 0\.5 seconds"),
    ):
        cluster.Cluster(empty.scheduler_address, begin, 2, patience=patience)


def test_a_worker_with_another_program_makes_nothing(
    folder: Path, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edition.project.cluster.program_checksum", lambda: "another")
    with pytest.raises(EditionError) as caught:
        build(Project(folder), hands=on(cluster))
    assert caught.value.finding.code == "P014"
    assert "tcp://" in caught.value.finding.message
    assert not (folder / "source" / "first.xml").exists()


@contextmanager
def bare_cluster(
    folder: Path, lacking: str = "nothing", path: str = ""
) -> Iterator[tuple[str, Any]]:
    """A cluster that is one process, in *folder*, with a worker: its address, and the process.

    It lacks a module, and has the *path* to others.
    """
    program = (
        f"import sys; sys.modules['{lacking}'] = None; from distributed import LocalCluster; "
        "made = LocalCluster(1, processes=False, threads_per_worker=1, dashboard_address=':0', "
        "silence_logs=50, protocol='tcp'); print(made.scheduler_address, flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path},
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().decode().strip(), process
        finally:
            process.kill()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    made = tmp_path / "elsewhere"
    made.mkdir()
    return made


def test_versions_are_compared_where_their_files_are_not(
    folder: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    project = Project(Path())
    build(project)
    for root, name in ((folder, "first.xml"), (elsewhere, "second.xml")):
        version = root / "source" / "versions" / "1.0.0" / "first.xml"
        version.parent.mkdir(parents=True)
        version.write_bytes((folder / "source" / name).read_bytes())
    once = build(project, anew=True)
    made = everything_in(folder / "output")
    assert b"Since version 1.0.0" in (folder / "output/html/cite/first.html").read_bytes()
    with bare_cluster(elsewhere, path=REPOSITORY) as (address, _):
        report = build(project, anew=True, hands=Hands(0, address))
    assert report.findings == once.findings
    assert everything_in(folder / "output") == made


@pytest.mark.skipif(bool(missing_for_pdf()), reason='needs WeasyPrint: pip install "edition[pdf]"')
def test_a_worker_that_cannot_make_the_pdf_that_is_wanted_is_told(
    folder: Path, elsewhere: Path
) -> None:
    with (
        bare_cluster(elsewhere, "weasyprint", REPOSITORY) as (address, _),
        pytest.raises(EditionError, match="WeasyPrint") as caught,
    ):
        build(Project(folder), books={"pdf"}, hands=Hands(0, address))
    assert caught.value.finding.code == "P014"
    assert "tcp://" in caught.value.finding.message
    assert not (folder / "source" / "first.xml").exists()


def test_without_weasyprint_no_cluster_is_asked_for_pdf(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    missing_for_pdf.cache_clear()
    try:
        with pytest.raises(EditionError) as caught:
            build(Project(folder), books={"pdf"}, hands=Hands(0, nobody_at()))
    finally:
        missing_for_pdf.cache_clear()
    assert caught.value.finding.code == "P008"
    assert not (folder / "output").exists()


@pytest.mark.parametrize("step", ["register_plugin", "wait_for_workers"])
def test_a_scheduler_that_is_lost_at_the_beginning_is_told(
    elsewhere: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from edition.project.cluster import Cluster

    do = getattr(distributed.Client, step)
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        bare_cluster(elsewhere, path=REPOSITORY) as (address, process),
    ):

        def lose(client: Any, *given: Any, **named: Any) -> Any:
            process.kill()
            process.wait()
            return do(client, *given, **named)

        monkeypatch.setattr(distributed.Client, step, lose)
        with pytest.raises(EditionError) as caught:
            Cluster(address, begin, 2)
    assert caught.value.finding.code == "P013"


@pytest.mark.parametrize("address", ["nowhere", "strange://127.0.0.1:1", "tcp://127.0.0.1:1"])
def test_where_nobody_answers_there_is_nothing_but_the_finding(address: str) -> None:
    program = (
        "from edition.diagnostic import EditionError\n"
        "from edition.project.cluster import Cluster, Patience\n"
        f"try: Cluster({address!r}, print, patience=Patience(scheduler=0.5))\n"
        "except EditionError as error: print(error.finding.code)\n"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (told.stdout, told.stderr) == (b"P013\n", b"")


def test_a_worker_that_has_no_edition_is_told(folder: Path, elsewhere: Path) -> None:
    with bare_cluster(elsewhere, "edition") as (address, _), pytest.raises(EditionError) as caught:
        build(Project(folder), hands=Hands(0, address))
    assert caught.value.finding.code == "P014"
    assert "edition" in caught.value.finding.message
    assert build(Project(folder)).outcomes()["made"] == 2


def test_without_distributed_it_is_told_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EditionError, match="not installed") as caught:
        build(Project(folder), hands=Hands(0, "tcp://127.0.0.1:8786"))
    assert caught.value.finding.code == "P012"
    assert not (folder / "output").exists()


def test_a_theme_is_used_where_its_file_is_not(folder: Path) -> None:
    package = folder / "source" / "theme.xsl"
    package.write_text(masthead("Seen from afar."), encoding="utf-8")
    wanted = Wanted(frozenset(ALL), None, theme=read_theme(folder / "source"))
    data = package.read_bytes()
    package.unlink()
    printed = printing_on_cluster(wanted, Settings(), [], data)
    transcript = (folder / "source" / "first.txt").read_bytes()
    draft = Draft(is_new=True, tei=encode(read(transcript, "first.txt"), Settings()))
    sources = Sources("first", folder / "source" / "first.txt", folder / "source" / "first.xml")
    made = printed(Order(draft, sources, transcript, has_text=True, texts_before={}))
    assert made.files is not None
    assert b"Seen from afar." in made.files["html/first.html"]


def nobody_at() -> str:
    """An address of this machine at which nobody is."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        name: tuple[Any, ...] = free.getsockname()
    return f"tcp://127.0.0.1:{name[1]}"
