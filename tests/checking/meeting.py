"""A short meeting, its TEI as the program makes it, and what the tests of checking ask of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import edition
from edition.checking import check
from edition.diagnostic import Diagnostic
from edition.tei.document import parse

SOURCE_NAME = "meeting.txt"
SOURCE = """\
View settings
Font size:

Official website of the President of Russia

Meeting with scientists

March 4, 2016, Moscow

Vladimir Putin met with scientists from all over the country.

* * *

President of Russia Vladimir\u00a0Putin: Good afternoon, friends – colleagues.

I would like to begin with the sciences & their "uses" <in> the [19th] century.

(In her remarks, Head of the Fund Anna Petrova spoke about the work of the fund.)

Vladimir Putin:To begin with, I thank you.

(A video plays.)

Boris Ivanov: It works, \u00a0it works. (Applause.) We have 1,093,000 members.

<…>

The journal comes out every month; it has been printed since 1724.

Vladimir Putin: Thank you very much. All the best to you, and to your pupils.

March 4, 2016, Moscow
""".encode()


@cache
def tei() -> str:
    """The TEI file of the meeting."""
    return edition.encode(edition.read(SOURCE, SOURCE_NAME, "kremlin")).decode()


def changed(old: str, new: str) -> str:
    """The TEI file with *new* instead of *old*, which it must hold once."""
    assert tei().count(old) == 1, f"{tei().count(old)} times: {old}"
    return tei().replace(old, new)


def found(written: str | bytes, source: bytes | None = SOURCE) -> list[Diagnostic]:
    """What checking finds in the TEI file *written*."""
    data = written.encode() if isinstance(written, str) else written
    return check(parse(data, "meeting.xml"), source=source, source_name=SOURCE_NAME)


def of(letter: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those of *findings* whose code begins with *letter*."""
    return [finding for finding in findings if finding.code.startswith(letter)]


def text_at(written: str, finding: Diagnostic) -> str:
    """What stands in *written* from the place of *finding* to the end of the line."""
    return written.split("\n")[finding.line - 1][finding.column - 1 :]
