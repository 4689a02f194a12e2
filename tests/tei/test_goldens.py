"""The TEI that people read and keep under version control, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

import edition
from edition.transcript.convention_files import Conventions

DATA = Path(__file__).parent.parent / "data"
SEED = Path("source/2023-01-18-leningrad.txt")
SETTINGS = Path("source/edition.toml")


@pytest.mark.parametrize("name", [*Conventions().names(), "forum", "court", "article"])
def test_small_transcripts(name: str, file_regression: FileRegressionFixture) -> None:
    file = DATA / f"{name}.txt"
    tei = edition.encode(edition.read(file.read_bytes(), file.name))
    document = edition.parse(tei, f"{name}.xml")
    found = edition.check(document, source=file.read_bytes(), source_name=file.name)
    assert [str(one) for one in found if one.severity is edition.Severity.ERROR] == []
    file_regression.check(tei, binary=True, extension=".xml")


@pytest.mark.parametrize("name", Conventions().names())
def test_each_convention_is_told_by_a_small_transcript(name: str) -> None:
    assert edition.read((DATA / f"{name}.txt").read_bytes(), "x.txt").convention == name


def test_the_seed(file_regression: FileRegressionFixture) -> None:
    transcript = edition.read(SEED.read_bytes(), SEED.name)
    tei = edition.encode(transcript, edition.read_settings(SETTINGS), schemas="../schemas")
    file_regression.check(tei, binary=True, extension=".xml")
