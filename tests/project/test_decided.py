"""What is not told again, for somebody has decided it."""

from __future__ import annotations

from edition.diagnostic import Place, diagnostic
from edition.project.decided import open_names
from edition.tei.document import parse

_OPEN = '<persName cert="low" resp="#encoder">Mr Li</persName>'
_DECIDED = '<persName ref="#IvanLi" resp="#jd">Mr Li</persName>'


def _text(*words: str) -> bytes:
    said = " ".join(words)
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><u><seg>{said}</seg></u></body>
</text></TEI>""".encode()


def _told(now: bytes, before: bytes, columns: list[int]) -> list[int]:
    """The columns of the names that are told still, of those in *columns*."""
    found = [diagnostic("N030", Place("a.txt", 5, at), name="Mr Li", choices="") for at in columns]
    return [one.column for one in open_names(found, now, parse(before, "a.xml"))]


def test_a_name_that_is_decided_is_not_told() -> None:
    assert _told(_text(_OPEN, "and", _OPEN), _text(_OPEN, "and", _DECIDED), [1, 11]) == [1]


def test_where_the_text_is_another_all_are_told() -> None:
    assert _told(_text(_OPEN, "came"), _text(_DECIDED, "went"), [1]) == [1]


def test_where_it_is_not_known_which_names_are_told_all_are() -> None:
    assert _told(_text(_OPEN, "and", _OPEN), _text(_DECIDED, "and", _DECIDED), [11]) == [11]
