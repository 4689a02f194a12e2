"""The theme of a project, read and tried before any page is made by it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.files import read_bytes
from edition.publishing.theme.sheet import faults_of_sheet
from edition.publishing.theme.style import faults_of_style
from edition.saxon import BrokenEngineError, EngineError, engine
from edition.tei.document import parse

_ERROR = re.compile(
    r"on line (\d+) (?:column (\d+) )?of (\S+): (?:([A-Z]{4}\d{4}) )?(.*?)(?= Error |$)"
)
# Whatever is wrong in a theme for every document is wrong for this.
_TRIED = b"""\
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div><p>A word.</p></div></body>
</text></TEI>"""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a project overrides: the file of the package, with its checksum; rules of style.

    What there is not is None, '' and b''.
    """

    package: Path | None = None
    checksum: str = ""
    style: bytes = b""


NO_THEME = Theme()


def read_theme(folder: Path) -> Theme:
    """The theme in *folder*, where there is one.

    Raises FileAccessError, or EditionError with all that is wrong (X001–X003, P005, P006).
    """
    package, style = folder / "theme.xsl", folder / "theme.css"
    has_package, has_style = map(os.path.lexists, (package, style))
    data = read_bytes(package) if has_package else b""
    rules = read_bytes(style) if has_style else b""
    faults = list(_faults(package, data)) if has_package else []
    faults += faults_of_style(rules, str(style))
    if faults:
        raise EditionError(*faults)
    if not has_package:
        return Theme(style=rules)
    return Theme(package, sha256(data).hexdigest(), rules)


def _faults(package: Path, data: bytes) -> Iterator[Diagnostic]:
    """What is wrong in the file *package*; it is compiled only if it says what it may."""
    document = parse(data, str(package))
    faults = list(faults_of_sheet(document))
    yield from faults
    if not faults:
        yield from _errors(package, sha256(data).hexdigest())


def _errors(package: Path, checksum: str) -> Iterator[Diagnostic]:
    """What the engine says of the file *package*, each once."""
    sheet = engine("pages").stylesheet(package, checksum)
    try:
        sheet.transform(parse(_TRIED, "tried"), words="")
    except BrokenEngineError as error:
        yield diagnostic("P004", Place(str(package)), reason=str(error))
    except EngineError as error:
        said = dict.fromkeys(_ERROR.findall(str(error)))
        own = [one for one in said if one[2].endswith(package.name)]
        for line, column, _file, code, reason in own:
            place = Place(str(package), int(line), int(column or 1))
            yield diagnostic("P006", place, reason=f"{reason.strip()} ({code})".strip())
        if not own:
            yield diagnostic("P006", Place(str(package)), reason=str(error))
