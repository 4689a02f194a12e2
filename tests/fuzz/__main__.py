"""``make fuzz``: bytes that atheris makes up, read by every convention, for a minute.

Whatever the bytes are, reading ends with a transcript that gives them back and that can be
encoded, or with a finding. Anything else stops the run, and the bytes are kept in a file.
Arguments go to libFuzzer: ``python -m tests.fuzz -max_total_time=600``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["edition.transcript", "edition.tei"]):
    from edition.diagnostic import EditionError
    from edition.tei.document import parse
    from edition.tei.encode import encode
    from edition.transcript.convention_files import Conventions
    from edition.transcript.decode import decode
    from edition.transcript.reader import read

HERE = Path(__file__).resolve().parents[2]
_BOUNDS = ["-max_total_time=60", "-max_len=4096", "-timeout=20", "-rss_limit_mb=2048"]
_NAMES = [None, *Conventions().names()]


def take(data: bytes) -> None:
    """Read *data* as one of the conventions, which the first byte chooses."""
    convention = _NAMES[data[0] % len(_NAMES)] if data else None
    try:
        transcript = read(data[1:], "fuzz.txt", convention)
    except EditionError:
        return
    decoded = decode(data[1:], "fuzz.txt")
    text = "".join(map("".join, zip(decoded.lines, decoded.line_ends, strict=True)))
    if transcript.rebuild() != text:
        raise AssertionError("the transcript does not give its text back")
    parse(encode(transcript), "fuzz.xml")


def seeds(folder: Path) -> None:
    """Write what fuzzing begins with into *folder*: small transcripts, for each convention."""
    for file in sorted((HERE / "tests" / "data").glob("*.*")):
        for number in range(len(_NAMES)):
            seed = folder / f"{number}-{file.name}"
            seed.write_bytes(bytes([number]) + file.read_bytes()[:4000])


def main() -> None:
    """Fuzz until the time is over or something is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        seeds(Path(folder))
        atheris.Setup([sys.argv[0], *_BOUNDS, *sys.argv[1:], folder], take)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
