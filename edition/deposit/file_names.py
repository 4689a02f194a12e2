"""File names that every repository and every system takes.

A letter or digit, then letters, digits, hyphens and full stops: what ARCHE and CLARIN.SI both
allow; up to 100 characters, unique whatever the case, and no name of a device of Windows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST = 100
_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*\Z")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)
# Letters that are no letter with an accent to Unicode.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i"}
)


class UnsafeNameError(ValueError):
    """Of a name none can be made that is safe; its text says why."""


def safe_name(name: str) -> str:
    """*name* so that every repository takes it: accents away, a hyphen for each other run.

    Raises UnsafeNameError, where letters would be lost altogether or nothing is left.
    """
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    plain = "".join(it for it in plain if not unicodedata.combining(it))
    lost = next((it for it in plain if it.isalnum() and not it.isascii()), "")
    if lost:
        raise UnsafeNameError(f"there is no plain letter for “{lost}”")
    made = re.sub(r"[^A-Za-z0-9.]+", "-", plain).strip("-.")
    if not made:
        raise UnsafeNameError("nothing is left of it")
    if len(made) > LONGEST:
        raise UnsafeNameError(f"it has {len(made)} characters, and {LONGEST} are allowed")
    if _DEVICE.match(made):
        raise UnsafeNameError("it is the name of a device on Windows")
    return made


def is_safe(path: str) -> bool:
    """Whether each part of *path*, with ``/`` between, is a safe name."""
    parts = path.split("/")
    return all(_FORM.match(it) and len(it) <= LONGEST and not _DEVICE.match(it) for it in parts)


def collisions(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of *names* that are one name once they are safe, whatever their case.

    Those of which no safe name can be made are left out.
    """
    seen: dict[str, str] = {}
    for name in names:
        try:
            made = safe_name(name).lower()
        except UnsafeNameError:
            continue
        if made in seen:
            yield seen[made], name
        seen.setdefault(made, name)
