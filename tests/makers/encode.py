"""Encodes every sample with the program found first: ``python encode.py SAMPLES OUT``."""

from __future__ import annotations

import sys
from pathlib import Path

import edition

ENDINGS = frozenset({".txt", ".md"})


def encode_all(samples: Path, out: Path) -> None:
    """Write the TEI of each sample, MAKER/STEM.xml, into the folder *out*."""
    for file in sorted(samples.glob("*/*")):
        if file.suffix in ENDINGS and file.name != "README.md":
            target = out / file.parent.name / f"{file.stem}.xml"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(edition.encode(edition.read(file.read_bytes(), file.name)))


if __name__ == "__main__":
    encode_all(Path(sys.argv[1]), Path(sys.argv[2]))
