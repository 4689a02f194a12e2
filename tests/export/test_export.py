"""``edition export``: whole files, the same bytes, nobody else's files, every word."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from pytest_regressions.file_regression import FileRegressionFixture

from edition.export.forms import NAMES
from edition.tei.vocabulary import TEI_NAMESPACE
from tests.export.edition import codes, everything, many, run, words_of
from tests.project.test_building_killed import mounted

TABLES = ("turns", "mentions")


def out(form: str) -> Path:
    return Path("output/export") / form


def tsv(file: Path) -> list[dict[str, str]]:
    head, *rows = file.read_text("utf-8").split("\n")[:-1]
    return [dict(zip(head.split("\t"), row.split("\t"), strict=True)) for row in rows]


def json_lines(folder: Path) -> list[dict[str, object]]:
    files = sorted(folder.glob("*.jsonl.gz"))
    return [
        json.loads(it) for file in files for it in gzip.decompress(file.read_bytes()).splitlines()
    ]


@pytest.mark.parametrize("table", TABLES)
def test_tables(encoded: Path, table: str, file_regression: FileRegressionFixture) -> None:
    assert run("export", "tsv").exit_code == 0
    file_regression.check((out("tsv") / f"{table}.tsv").read_bytes(), binary=True, extension=".tsv")


@pytest.mark.parametrize("file", ["metadata.tsv", "text/harbour.txt"])
def test_text(encoded: Path, file: str, file_regression: FileRegressionFixture) -> None:
    assert run("export", "text").exit_code == 0
    file_regression.check((out("text") / file).read_bytes(), binary=True, extension=".txt")


def test_the_card_of_a_dataset(encoded: Path, file_regression: FileRegressionFixture) -> None:
    assert run("export", "huggingface").exit_code == 0
    card = (out("huggingface") / "README.md").read_bytes()
    file_regression.check(card, binary=True, extension=".md")
    values = yaml.safe_load(card.decode().split("---\n")[1])
    assert values["license"] == "cc-by-4.0"
    assert [it["config_name"] for it in values["configs"]] == list(TABLES)


@pytest.mark.parametrize(
    ("quay", "known"),
    [
        ("http://creativecommons.org/licenses/by/4.0/legalcode", "cc-by-4.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/", "unknown"),
        ("https://example.org/terms", "unknown"),
    ],
)
def test_the_licence_in_the_card_is_that_of_all(encoded: Path, quay: str, known: str) -> None:
    file = Path("source/quay.xml")
    written = file.read_text("utf-8")
    mine = "https://creativecommons.org/licenses/by/4.0/"
    assert mine in written
    file.write_text(written.replace(mine, quay), "utf-8")
    result = run("export", "huggingface")
    assert (result.exit_code, codes(result)) == (0, [] if known == "cc-by-4.0" else ["K020"])
    assert f'license: "{known}"' in (out("huggingface") / "README.md").read_text("utf-8")
    assert ", ".join(sorted([mine, quay])) in result.stderr or known != "unknown"


def test_every_table_has_every_word_and_the_same_rows(encoded: Path) -> None:
    for form in ("tsv", "huggingface", "text"):
        assert run("export", form).exit_code == 0
    words = words_of(Path("source/harbour.xml")) + words_of(Path("source/quay.xml"))
    turns = tsv(out("tsv") / "turns.tsv")
    assert " ".join(row["text"] for row in turns).split() == words
    assert [len(row["text"].split()) for row in turns if row["document"] == "quay"] == [7, 3]
    texts = [out("text") / "text" / f"{it}.txt" for it in ("harbour", "quay")]
    assert " ".join(it.read_text("utf-8") for it in texts).split() == words
    for table in TABLES:
        lines = json_lines(out("huggingface") / "data" / table)
        written = [
            {key: str(value).replace("\n", " ") for key, value in it.items()} for it in lines
        ]
        assert written == tsv(out("tsv") / f"{table}.tsv")


def test_parquet_has_the_same_rows(encoded: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pip install 'edition[parquet]'")
    assert run("export", "parquet").exit_code == 0
    assert run("export", "huggingface").exit_code == 0
    for table in TABLES:
        read = parquet.read_table(out("parquet") / f"{table}.parquet")
        assert read.to_pylist() == json_lines(out("huggingface") / "data" / table)
        assert all(field.metadata[b"description"] for field in read.schema)


def test_without_pyarrow_it_is_said_what_to_install(
    encoded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    result = run("export", "parquet")
    assert (result.exit_code, codes(result)) == (1, ["K004"])
    assert 'pip install "edition[parquet]"' in result.stderr
    assert not out("parquet").exists()


def test_where_nobody_speaks_the_text_is_the_prose(encoded: Path) -> None:
    tei = Path("source/quay.xml").read_text("utf-8")
    body = tei[tei.index("<body>") : tei.index("</body>")]
    prose = '<body><div type="debateSection"><p>One  two.</p><p>Three.</p></div>'
    Path("source/quay.xml").write_text(tei.replace(body, prose), "utf-8")
    assert run("export", "text", "quay").exit_code == 0
    assert (out("text") / "text" / "quay.txt").read_text("utf-8") == "One two.\nThree.\n"


@pytest.mark.parametrize("form", NAMES)
def test_the_same_bytes_however_many_processes_and_in_whatever_order(
    encoded: Path, form: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pip install 'edition[parquet]'")
    names = list(many(encoded, 30))
    random.Random(form).shuffle(names)
    assert run("export", form, "--jobs", "1").exit_code == 0
    one = everything(out(form))
    assert run("export", form, "--jobs", "2", "-o", "two", "harbour", "quay", *names).exit_code == 0
    assert everything(Path("two")) == one
    before = {it: it.stat().st_mtime_ns for it in out(form).rglob("*") if it.is_file()}
    assert run("export", form).exit_code == 0
    assert {it: it.stat().st_mtime_ns for it in before} == before


def test_what_is_exported_no_more_goes(encoded: Path) -> None:
    assert run("export", "text").exit_code == 0
    assert run("export", "text", "quay").exit_code == 0
    assert set(everything(out("text"))) == {"SHA256SUMS", "metadata.tsv", "text/quay.txt"}


@pytest.mark.parametrize("path", ["notes.md", "text/other.txt", "text/harbour.txt", "deep/er/x"])
def test_what_is_not_ours_stays_and_is_told(encoded: Path, path: str) -> None:
    file = out("text") / path
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    result = run("export", "text")
    assert (result.exit_code, codes(result)) == (1, ["K003"])
    assert everything(out("text")) == {path: b"mine"}


def test_what_was_changed_since_stays_and_is_told(encoded: Path) -> None:
    assert run("export", "text").exit_code == 0
    file = out("text") / "text" / "quay.txt"
    file.write_text("mine")
    before = everything(out("text"))
    result = run("export", "text", "harbour")
    assert (result.exit_code, codes(result)) == (1, ["K003"])
    assert everything(out("text")) == before


def test_a_folder_of_many_files_is_not_listed(encoded: Path) -> None:
    result = run("export", "text", "-o", "source")
    assert (result.exit_code, codes(result)) == (1, ["K003"] * 3)
    assert not [it for it in Path("source").iterdir() if it.name in (".lock", ".unfinished")]


@pytest.mark.parametrize("kind", ["file", "link", "inside"])
def test_links_and_files_are_no_folders(encoded: Path, tmp_path: Path, kind: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = Path("here")
    if kind == "file":
        target.write_text("mine")
    elif kind == "link":
        target.symlink_to(tmp_path / "elsewhere")
    else:
        target.mkdir()
        (target / "text").symlink_to(tmp_path / "elsewhere")
    result = run("export", "text", "-o", "here")
    assert (result.exit_code, codes(result)) == (1, ["K003"])
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_record_that_names_files_elsewhere_takes_nothing_away(encoded: Path) -> None:
    assert run("export", "text").exit_code == 0
    Path("mine").write_bytes(b"")
    sums = out("text") / "SHA256SUMS"
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    sums.write_text(sums.read_text() + f"{empty}  ../../../mine\n")
    assert run("export", "text").exit_code == 0
    assert Path("mine").exists()


def test_a_document_that_cannot_be_read_is_told_and_left_out(encoded: Path) -> None:
    Path("source/broken.xml").write_text("<TEI")
    Path("source/late.txt").write_text("Anna Petrova: Yes.")
    result = run("export", "text")
    assert result.exit_code == 1
    assert sorted(codes(result)) == ["K001", "X001"]
    assert "text/harbour.txt" in everything(out("text"))
    assert "2 documents of 4" in result.stderr


@pytest.mark.parametrize(
    ("form", "empty"),
    [
        ("text", "<TEI><teiHeader/></TEI>"),
        ("text", "<teiCorpus><teiHeader/><TEI><text/></TEI></teiCorpus>"),
        ("parlamint", ""),
    ],
)
def test_a_file_without_text_is_told_and_left_out(encoded: Path, form: str, empty: str) -> None:
    file = Path("source/quay.xml")
    head, _, text = file.read_text("utf-8").partition("<text>")
    _, end, rest = text.partition("</text>")
    written = f"{head}<text><body><div/></body>{end}{rest}"
    file.write_text(empty.replace(">", f' xmlns="{TEI_NAMESPACE}">', 1) or written, "utf-8")
    result = run("export", form)
    assert (result.exit_code, "K002" in codes(result)) == (1, True)
    assert "source/quay.xml:" in result.stderr
    assert "1 document of 2" in result.stderr


def test_where_nothing_can_be_exported_what_was_there_stays(encoded: Path) -> None:
    assert run("export", "tsv").exit_code == 0
    before = everything(out("tsv"))
    Path("source/broken.xml").write_text("<TEI")
    assert run("export", "tsv", "broken").exit_code == 1
    assert everything(out("tsv")) == before


def test_an_unknown_document_or_form_is_told(encoded: Path) -> None:
    assert codes(run("export", "text", "harbor")) == ["A112"]
    assert run("export", "docx").exit_code == 2


def test_nothing_is_left_of_an_export_that_could_not_write(encoded: Path) -> None:
    out("tsv").mkdir(parents=True)
    (out("tsv") / "turns.tsv").mkdir()
    result = run("export", "tsv")
    assert result.exit_code == 3
    assert not list(out("tsv").glob(".*.part"))


@pytest.mark.slow
@pytest.mark.parametrize("form", NAMES)
def test_killed_at_any_moment_the_next_export_makes_what_a_first_one_would(
    encoded: Path, form: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pip install 'edition[parquet]'")
    list(many(encoded, 200))
    began = time.perf_counter()
    command = [sys.executable, "-m", "edition", "export", form, "--jobs", "1"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([*command, "-o", "whole"], env=environment, check=True, capture_output=True)
    needed = time.perf_counter() - began
    whole = everything(Path("whole"))
    rng = random.Random(form)
    for _ in range(4):
        child = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.2, 1) * needed)
        child.send_signal(signal.SIGKILL)
        child.wait()
        there = everything(out(form)) if out(form).exists() else {}
        for name, data in there.items():
            if not name.rpartition("/")[2].startswith(".") and name != "SHA256SUMS":
                assert data == whole[name], name
    assert run("export", form).exit_code == 0
    assert everything(out(form)) == whole


@pytest.mark.parametrize(
    "words", [*([name] for name in NAMES), ["tei-corpus", "--joined"]], ids=str
)
def test_a_full_disk_is_told_and_leaves_no_half_file(
    encoded: Path, tmp_path: Path, words: list[str]
) -> None:
    if words == ["parquet"]:
        pytest.importorskip("pyarrow", reason="pip install 'edition[parquet]'")
    list(many(encoded, 20))
    with mounted(tmp_path / "disk", "12k") as disk:
        result = run("export", *words, "--jobs", "1", "-o", str(disk / "out"))
        assert (result.exit_code, "No space left" in result.stderr) == (3, True), result.output
        assert not [it for it in disk.rglob("*") if it.name.endswith(".part")]


@pytest.mark.slow
def test_a_process_that_is_killed_costs_one_document(encoded: Path) -> None:
    list(many(encoded, 400))
    if not Path("/proc/self/task").exists():
        pytest.skip("no /proc that tells the processes of a process")
    command = [sys.executable, "-m", "edition", "export", "text", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as child:
        killed = False
        while child.poll() is None and not killed:
            if not (out("text") / "text").is_dir():
                time.sleep(0.01)
                continue
            children = Path(f"/proc/{child.pid}/task/{child.pid}/children")
            for number in children.read_text().split():
                if b"spawn_main" in Path(f"/proc/{number}/cmdline").read_bytes():
                    os.kill(int(number), signal.SIGKILL)
                    killed = True
                    break
        assert child.stderr is not None
        said = child.stderr.read()
    assert killed
    assert child.returncode in (0, 1), said
    assert said.count("[K005]") == child.returncode
    there = [name for name in everything(out("text")) if name.startswith("text/")]
    assert len(there) == 402 - child.returncode
