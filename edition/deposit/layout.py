"""Where packages lie, and the list that says of each file in ``upload/`` what it has to be."""

from __future__ import annotations

import re

FOLDER = "deposit"  # in output/
SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)\Z")


def promised(sums: bytes) -> dict[str, str]:
    """The SHA-256 of each file by its name, in the order of *sums*, a list of them.

    Raises ValueError where a line is no checksum.
    """
    found = {}
    for line in sums.decode("utf-8", "replace").splitlines():
        match = _LINE.match(line)
        if not match:
            raise ValueError("a line of it is no checksum")
        found[match[2]] = match[1]
    return found
