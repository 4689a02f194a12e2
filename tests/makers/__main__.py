"""``make makers``: turns found, false and missed for each maker, here and in the last commit.

Any change of a convention or of a rule shows what it does to all makers at once. Reads the real
samples beside the project; prints a table and asserts nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parents[2]
SHARED = HERE.parent / "shared"
SAMPLES = SHARED / "samples"
SCORER = SHARED / "tools" / "score_turns.py"
_HEADS = ("maker", "turns", "found", "false", "missed", "F1", "B3", "words", "lost", "added")


class Row(NamedTuple):
    """What is counted for one maker; shares in per cent."""

    turns: int
    found: int
    false: int
    missed: int
    f1: float
    speakers: float
    words: float
    lost: int
    added: int


def score(tree: Path) -> dict[str, Row]:
    """What the program in the folder *tree* makes of the samples, by maker."""
    with tempfile.TemporaryDirectory() as out:
        environment = {**os.environ, "PYTHONPATH": str(tree)}
        encoder = str(HERE / "tests" / "makers" / "encode.py")
        subprocess.run([sys.executable, encoder, str(SAMPLES), out], env=environment, check=True)
        command = [sys.executable, str(SCORER), "--dir", str(SAMPLES), "--tei", out, "--json"]
        scored = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    figures = json.loads(scored)
    return {maker: _row(of) for maker, of in {**figures["makers"], "ALL": figures["all"]}.items()}


def _row(figures: Mapping[str, Any]) -> Row:
    turns, fidelity = figures["turns"], figures["fidelity"]
    return Row(
        turns["located"],
        turns["found"],
        turns["spurious"],
        turns["located"] - turns["found"],
        round(100 * (turns["f1"] or 0), 1),
        round(100 * (figures["speakers"]["f1"] or 0), 1),
        round(100 * (figures["words"]["share_right"] or 0), 1),
        fidelity["lost"],
        fidelity["added"],
    )


def last_commit(folder: Path) -> Path:
    """The program as the last commit has it, unpacked into *folder*."""
    archive = subprocess.run(
        ["git", "archive", "HEAD", "edition", "schemas", "xslt"],
        cwd=HERE,
        capture_output=True,
        check=True,
    )
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)
    return folder


def table(now: Mapping[str, Row], before: Mapping[str, Row]) -> str:
    """The figures of *now*; beside each what has changed since *before*."""
    lines = [f"{_HEADS[0]:<28}" + "".join(f"{head:>14}" for head in _HEADS[1:])]
    for maker, row in now.items():
        cells = (_cell(*pair) for pair in zip(row, before.get(maker, row), strict=True))
        lines.append(f"{maker:<28}" + "".join(f"{cell:>14}" for cell in cells))
    return "\n".join(lines)


def _cell(value: float, before: float) -> str:
    change = round(value - before, 1)
    return f"{value} ({change:+})" if change else str(value)


def main() -> None:
    """Print the table."""
    if not SCORER.is_file():
        sys.exit(f"There are no samples in {SAMPLES}: nothing can be compared.")
    with tempfile.TemporaryDirectory() as folder:
        before = score(last_commit(Path(folder)))
    print(table(score(HERE), before))
    print("\nIn brackets: the change since the last commit.")


if __name__ == "__main__":
    main()
