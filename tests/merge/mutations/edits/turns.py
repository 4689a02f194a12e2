"""Hand edits of whole turns and their labels."""

from __future__ import annotations

import random
import re

from tests.merge.mutations.edits.catalogue import LABEL, TAG, TURN, U, edit, one


@edit
def a_turn_cut_in_two(text: str, rng: random.Random, mark: str) -> str | None:
    inner = one(re.compile(r"(?<=</seg>)\s*(?=<seg xml:id)"), text, rng)
    new = f'</u>\n<note type="speaker">{mark}:</note>\n<u xml:id="{mark}" ana="#unidentified">'
    return inner and text[: inner.start()] + new + text[inner.start() :]


@edit
def two_turns_as_one(text: str, rng: random.Random, _mark: str) -> str | None:
    """The second label is taken for words of the first, and goes."""
    between = re.compile(
        r'</u>\s*<note type="speaker">(?:(?!</?u\b).)*?</note>\s*<u\b[^>]*>', re.DOTALL
    )
    found = one(between, text, rng)
    return found and text[: found.start()] + text[found.end() :]


@edit
def a_turn_of_somebody_else(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(re.compile('(<u xml:id="[^"]*" who=")#[^"]*'), text, rng)
    entry = one(re.compile('<person xml:id="([^"]+)"'), text, rng)
    return turn and entry and f"{text[: turn.start()]}{turn[1]}#{entry[1]}{text[turn.end() :]}"


@edit
def two_speakers_of_a_turn(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(re.compile(r'<u [^>]*who="#[^" ]+(?=")'), text, rng)
    other = one(re.compile(r'<person xml:id="([^"]+)"'), text, rng)
    return turn and other and f"{text[: turn.end()]} #{other[1]}{text[turn.end() :]}"


@edit
def turns_in_another_order(text: str, rng: random.Random, _mark: str) -> str | None:
    turns = list(TURN.finditer(text))
    if len(turns) < 2:
        return None
    at = rng.randrange(len(turns) - 1)
    one, other = turns[at], turns[at + 1]
    between = text[one.end() : other.start()]
    if between.strip():
        return None
    return text[: one.start()] + other[0] + between + one[0] + text[other.end() :]


@edit
def a_turn_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(TURN, text, rng)
    return turn and text[: turn.start()] + text[turn.end() :]


@edit
def a_turn_put_in(text: str, rng: random.Random, mark: str) -> str | None:
    turn = one(TURN, text, rng)
    new = (
        f'\n<note type="speaker">{mark}:</note>\n<u xml:id="{mark}" ana="#unidentified">'
        f'<seg xml:id="{mark}s">{mark}.</seg></u>'
    )
    return turn and text[: turn.end()] + new + text[turn.end() :]


@edit
def a_turn_twice(text: str, rng: random.Random, mark: str) -> str | None:
    """As when a turn is copied to be changed: the second has identifiers of its own."""
    turn = one(TURN, text, rng)
    if turn is None:
        return None
    new = re.sub(r'xml:id="([^"]*)"', rf'xml:id="{mark}-\1-2"', turn[0])
    return f"{text[: turn.end()]}\n{new}{text[turn.end() :]}"


@edit
def a_turn_as_a_note(text: str, rng: random.Random, mark: str) -> str | None:
    turn = one(TURN, text, rng)
    if (
        turn is None
        or turn[0].count("<seg") != 1
        or any(f'#{i}"' in text for i in U.findall(turn[0]))
    ):
        return None
    words = TAG.sub("", turn[0].partition("<seg")[2].partition(">")[2])
    new = f'<note xml:id="{mark}" type="editorial" resp="#source">{words.strip()}</note>'
    return text[: turn.start()] + new + text[turn.end() :]


@edit
def a_turn_commented_out(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(TURN, text, rng)
    if turn is None or "--" in turn[0] or any(f'#{i}"' in text for i in U.findall(turn[0])):
        return None
    return f"{text[: turn.start()]}<!-- {turn[0]} -->{text[turn.end() :]}"


@edit
def a_label_corrected(text: str, rng: random.Random, mark: str) -> str | None:
    label = one(LABEL, text, rng)
    return label and f"{text[: label.end(1)]} {mark}{text[label.end(1) :]}"


@edit
def a_label_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    label = one(LABEL, text, rng)
    return label and text[: label.start()] + text[label.end() :]


@edit
def a_label_marked(text: str, rng: random.Random, mark: str) -> str | None:
    label = one(LABEL, text, rng)
    return label and f'{text[: label.start(1)]}<hi n="{mark}">{label[1]}</hi>{text[label.end(1) :]}'
