"""Conventions as data: words before patterns, and what they let through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import msgspec
import pytest

from edition.resources import GUIDES
from edition.transcript.convention import Convention
from edition.transcript.convention_files import Conventions, parse_convention
from edition.transcript.convention_tables import Opening
from edition.transcript.reader import read

PROGRAM = Conventions()


@pytest.mark.parametrize(
    "label",
    [
        "Question",
        "QUESTIONS",
        "Question 2",
        "Question from the audience",
        "Replies",
        "Reporters",
        "Woman’s voice",
        "Male speaker",
        "Audience members",
        "From the floor",
        "Unidentified man",
        "SMS",
        "Text message",
        "Call centre operator 3",
    ],
)
def test_a_label_that_names_nobody(label: str) -> None:
    assert PROGRAM.load("kremlin").names_nobody(label)


@pytest.mark.parametrize("label", ["As", "From", "Questionable", "Text", "Reporter Ivanov", ""])
def test_a_label_that_may_name_somebody(label: str) -> None:
    assert not any(PROGRAM.load(name).names_nobody(label) for name in PROGRAM.names())


def test_a_plural_is_taken_only_where_the_convention_says_so() -> None:
    assert not Opening("question").matches("Questions")
    assert Opening("question", plural=True).matches("Questions")


@pytest.mark.parametrize(
    "line", ["View settings", "Документ  /", "Official website of the President of Russia:"]
)
def test_chrome_is_known_whole_or_by_its_opening(line: str) -> None:
    assert PROGRAM.load("kremlin").chrome.holds(f" {line} ")


@pytest.mark.parametrize("name", PROGRAM.names())
def test_every_event_and_heading_can_be_reached(name: str) -> None:
    """No pattern stands behind words that it never holds."""
    convention = PROGRAM.load(name)
    for event in convention.events:
        assert any(part in event.pattern.lower() for part in event.parts.split())
    for heading in convention.headings:
        assert any(word in heading.pattern for word in heading.words.split())


def _structs(kind: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    """*kind* and the tables inside it."""
    yield kind
    for field in msgspec.structs.fields(kind):
        for inner in (field.type, *get_args(field.type)):
            if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
                yield from _structs(inner)


@pytest.mark.parametrize(
    "kind", dict.fromkeys(_structs(Convention)), ids=lambda kind: kind.__name__
)
def test_every_key_of_a_convention_file_is_explained(kind: type[msgspec.Struct]) -> None:
    written = GUIDES["conventions"].read_text(encoding="utf-8")
    code = " ".join(
        [*re.findall(r"`[^`\n]+`", written), *re.findall(r"```.*?```", written, re.DOTALL)]
    )
    assert set(kind.__struct_fields__) <= set(re.findall(r"\w+", code))


_COUNCIL = b"""
name = "council"
title = "Minutes"
language = "en"
[labels]
honorifics = "cllr mr"
[[labels.forms]]
print = "{honorific} {name}:"
"""


@pytest.mark.parametrize(
    "line",
    [
        "Mr Finch (Treasurer): Yes.",
        "Alderman Poe: Yes.",
        "rob cole: Yes.",
        "ann roe: Yes.",
        "Cllr Cole (loudly): Yes.",
    ],
)
def test_a_label_that_no_form_covers_is_told(line: str) -> None:
    council = parse_convention(_COUNCIL, "council.toml")
    text = f"Council\n\nCllr Brand: Why?\n\nCllr Cole: So.\n\n{line}\n\nCllr Brand: Ah.\n"
    transcript = read(
        text.encode(), "c.txt", "council", conventions=Conventions({"council": council})
    )
    assert [one.line for one in transcript.diagnostics if one.code == "T025"] == [7]


@pytest.mark.parametrize("line", ["We said: Yes.", "the answer is plain: Yes.", "1. Item: Yes."])
def test_words_before_a_colon_are_not_told(line: str) -> None:
    council = parse_convention(_COUNCIL, "council.toml")
    text = f"Council\n\nCllr Brand: Why?\n\nCllr Cole: So.\n\n{line}\n\nCllr Brand: Ah.\n"
    transcript = read(
        text.encode(), "c.txt", "council", conventions=Conventions({"council": council})
    )
    assert "T025" not in {one.code for one in transcript.diagnostics}
