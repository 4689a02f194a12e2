"""No line, however long and odd, holds up a pattern or the reader: each comes to an end."""

from __future__ import annotations

import re
import signal
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from edition.transcript.convention_faults import PATTERNS
from edition.transcript.convention_files import FOLDER, LANGUAGES, Conventions, words_in
from edition.transcript.forms import Words
from edition.transcript.forms import pattern as pattern_of
from edition.transcript.line_patterns import whole
from edition.transcript.patterns import fault_in
from edition.transcript.reader import read
from tests.transcript.pumped import pumped

FILES = sorted([*FOLDER.glob("*.toml"), *LANGUAGES.glob("*.toml")])
NAMES = Conventions().names()
LONG = 10_000  # characters
FOR_EVER = 120  # seconds: what takes so long is stuck
UNITS = (
    *("a", "A", "Aa ", "A. ", "1", "12:", "12:34:56 ", "- ", "–", ". ", ".", " ", "\t", "\u00a0"),
    *("(", "()", "( ", ")", "[", "[]", "([", "\\[", "<", ">>", "*", "**", "_", ":", ": ", "“", ","),
    *("Mr. ", "Mr. A", "The ", "The President ", "A (b) ", "A, b ", "and ", "d'", "von ", "Q. "),
    *("[[Page ", "The House ", "The clerk ", "Question ", "O SR. ", "M. ", "é\u0301", "ſ", "="),
)
SPEECH = "Ann Roe: It is so.\n\nBob Low: Is it?\n\n"


@contextmanager
def coming_to_an_end(seconds: int = FOR_EVER) -> Iterator[None]:
    """Raises TimeoutError where nothing comes of it: Python's patterns heed a signal."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def stated(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """The regular expressions in the tables of a convention, each behind its key."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from stated(inner, str(name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from stated(inner, key)
    elif isinstance(value, str) and value and key in PATTERNS:
        yield key, value


def in_file(file: Path) -> list[tuple[str, str, int]]:
    """Each regular expression, behind its key, with the length of the texts it is asked about."""
    languages = file.parent == LANGUAGES
    tables = words_in(file) if languages else tomllib.loads(file.read_text(encoding="utf-8"))
    return [
        (key, pattern, SHORT.get(table, SHORT.get(key, LONG // 2)))
        for table, value in tables.items()
        for key, pattern in stated(value)
    ]


SOUGHT = {  # not matched with a whole line, but looked for in it
    **dict.fromkeys(("elision", "editorial", "lead_ins", "examiner", "witness"), "{}"),
    "before": "\\A(?:{})",
    "openings": "\\A(?:{})",
    "after": "\\A(?:{})\\Z",
}
IN_LABELS = {"remark": "(?:\\s*(?:{}))+\\s*$", "tooltip": "(?:{}).*$"}
SHORT = {  # characters of a text at most, behind which a pattern is not asked
    **dict.fromkeys(("date", "other_dates", "time", "events"), 200),
    **dict.fromkeys(("headings", "presiding"), 250),
    **dict.fromkeys(IN_LABELS, 1000),
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_pattern_of_the_program_is_as_sound_as_one_of_a_project_must_be(file: Path) -> None:
    faults = [(one, fault_in(one, PATTERNS[key])) for key, one, _ in in_file(file)]
    assert [(one, fault.reason) for one, fault in faults if fault is not None] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_pattern_comes_to_an_end_on_what_it_repeats(file: Path) -> None:
    for key, pattern, longest in in_file(file):
        sought = {**SOUGHT, **IN_LABELS}.get(key)
        compiled = re.compile(sought.format(pattern)) if sought else whole(pattern)
        with coming_to_an_end():
            for text in pumped(pattern, longest):
                (compiled.search if sought else compiled.match)(text)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="needs a system with alarms")
@pytest.mark.parametrize("pattern", ["(?:a|aa)*b", "(?:\\w|\\w\\w)*!", "(?:a|aa){0,60}b"])
def test_what_takes_for_ever_is_noticed(pattern: str) -> None:
    compiled = re.compile(pattern)
    longest = max(pumped(pattern, 60), key=len)
    with pytest.raises(TimeoutError), coming_to_an_end(1):
        compiled.fullmatch(longest)


@pytest.mark.parametrize("name", NAMES)
def test_every_form_of_labels_comes_to_an_end_on_what_it_repeats(name: str) -> None:
    convention = Conventions().load(name)
    words = Words(
        convention.honorifics,
        convention.particles,
        convention.labels.bodies.split(),
        convention.offices,
    )
    for form in convention.labels.forms:
        pattern = pattern_of(form.print, words, own_line=form.line == "own")
        compiled = re.compile(pattern)
        with coming_to_an_end():
            for text in pumped(pattern, LONG // 10):
                compiled.match(text)


@pytest.mark.parametrize("name", NAMES)
def test_every_convention_reads_any_line_to_its_end(name: str) -> None:
    lines = [(unit * LONG)[:LONG] for unit in UNITS]
    with coming_to_an_end():
        for line in lines:
            text = f"{SPEECH}{line}\n\nAnn Roe{line}: so\n\n{line}: so\n\n{SPEECH}"
            assert read(text.encode(), "x.txt", name).rebuild() == text
