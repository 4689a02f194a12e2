"""What is taken out of a small file of each format: its lines, and what it says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from edition.transcript.decode import Decoded, decode
from tests.word_documents import council

DATA = Path(__file__).parent.parent.parent / "data"


@pytest.mark.parametrize("ending", ["html", "md", "srt", "vtt", "docx"])
def test_lines(ending: str, file_regression: FileRegressionFixture) -> None:
    file = DATA / f"council.{ending}"
    data = council() if ending == "docx" else file.read_bytes()
    file_regression.check(shown(decode(data, file.name)), extension=".txt")


def shown(decoded: Decoded) -> str:
    """*decoded* for people: a line of it, with what is said of it below."""
    found = [f"{decoded.format} {decoded.encoding}"]
    found += [f"{finding.code} {finding.message}" for finding in decoded.diagnostics]
    for index, line in enumerate(decoded.lines):
        about = [f"level {decoded.headings[index]}"] if index in decoded.headings else []
        about += ["furniture"] if index in decoded.furniture else []
        about += ["note"] if index in decoded.notes else []
        about += ["listed"] if index in decoded.listed else []
        about += [
            f"emphasis {line[start:end]!r}" for start, end in decoded.emphasised.get(index, ())
        ]
        about += [
            f"{'until' if time.ends else 'from'} {time.printed} = {time.seconds} at {time.offset}"
            for time in decoded.times.get(index, ())
        ]
        found += [f"{index + 1:2} {line!r}", *(f"       {words}" for words in about)]
    return "\n".join([*found, ""])
