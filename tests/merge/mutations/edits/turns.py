"""Hand edits of whole turns and their labels."""

from __future__ import annotations

import random
import re
from itertools import pairwise

from tests.merge.mutations.edits.catalogue import (
    LABEL,
    TAG,
    TURN,
    U,
    by_pattern,
    edit,
    instead,
    moved,
    one,
    swapped,
)

_PERSON = re.compile('<person xml:id="([^"]+)"')
_LABEL_OF_NOBODY = '\n<note type="speaker">MARK:</note>\n<u xml:id="MARK" ana="#unidentified">'

by_pattern(
    {
        "a turn cut in two": (r"(?<=</seg>)\s*(?=<seg xml:id)", f"</u>{_LABEL_OF_NOBODY}"),
        "a turn cut in two without a label": (
            r'(<u xml:id="[^"]+"([^>]*)>(?:(?!</?u\b).)*?</seg>)(\s*)(?=<seg xml:id)',
            r'\1</u>\n<u xml:id="MARK"\2>\3',
        ),
        "a turn cut inside of a paragraph": (
            r'(<seg xml:id="[^"]+">[^<]*?[.?] )(?=[A-Z][^<]*</seg>)',
            rf'\1</seg></u>{_LABEL_OF_NOBODY}<seg xml:id="MARKs">',
        ),
        # The second label is taken for words of the first, and goes.
        "two turns as one": (
            r'</u>\s*<note type="speaker">(?:(?!</?u\b).)*?</note>\s*<u\b[^>]*>', ""
        ),
        "a turn taken away": (TURN.pattern, ""),
        "a turn put in": (
            TURN.pattern, rf'\g<0>{_LABEL_OF_NOBODY}<seg xml:id="MARKs">MARK.</seg></u>'
        ),
        "a turn of nobody who is known": (
            r'(<u xml:id="[^"]+") who="#[^"]+" ana="[^"]*"', r'\1 ana="#unidentified" n="MARK"'
        ),
        "a class of a turn": (
            r'(<u xml:id="[^"]+"[^>]*?) ana="#\w+"', r'\1 ana="#chair #guest" n="MARK"'
        ),
        "how sure it is who speaks": (
            r'<u xml:id="[^"]+" who="#[^"]+"', r'\g<0> cert="low" resp="#editors" n="MARK"'
        ),
        "turns that overlap": (r'<u xml:id="[^"]+"', r'\g<0> trans="overlap" n="MARK"'),
        "a label corrected": (f"{LABEL.pattern[:-len('</note>')]}(?=</note>)", r"\g<0> MARK"),
        "a label taken away": (LABEL.pattern, ""),
        "a label marked": (
            LABEL.pattern, r'<note type="speaker"><hi n="MARK">\1</hi></note>'
        ),
        "a label with a reading": (
            LABEL.pattern,
            r'<note type="speaker"><choice><sic>\1</sic><corr>MARK</corr></choice></note>',
        ),
        "a label without its colon": (r"(?<=>):(?=</note>)", ""),
        "a label with a value": (r'<note type="speaker"', r'\g<0> n="MARK" resp="#editors"'),
    }
)  # fmt: skip


@edit
def a_turn_of_somebody_else(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(re.compile('(<u xml:id="[^"]*" who=")#[^"]*'), text, rng)
    entry = one(_PERSON, text, rng)
    return turn and entry and instead(text, turn, f"{turn[1]}#{entry[1]}")


@edit
def two_speakers_of_a_turn(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(re.compile(r'<u [^>]*who="#[^" ]+(?=")'), text, rng)
    other = one(_PERSON, text, rng)
    return turn and other and instead(text, turn, f"{turn[0]} #{other[1]}")


@edit
def all_turns_of_somebody_else(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(re.compile('<u xml:id="[^"]*" who="(#[^" ]+)"'), text, rng)
    entry = one(_PERSON, text, rng)
    return turn and entry and text.replace(f'who="{turn[1]}"', f'who="#{entry[1]}"')


@edit
def turns_numbered(text: str, _rng: random.Random, mark: str) -> str | None:
    if re.search(r"<u [^>]*\bn=", text):
        return None
    turns = len(U.findall(text))
    return re.sub("<u ", lambda _: f'<u n="{mark}" ', text) if turns else None


@edit
def turns_in_another_order(text: str, rng: random.Random, _mark: str) -> str | None:
    pairs = [
        (a, b) for a, b in pairwise(TURN.finditer(text)) if not text[a.end() : b.start()].strip()
    ]
    return swapped(text, *rng.choice(pairs)) if pairs else None


@edit
def a_turn_moved(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(TURN, text, rng)
    return turn and moved(text, rng, turn, re.compile("</u>"))


@edit
def a_turn_twice(text: str, rng: random.Random, mark: str) -> str | None:
    """As when a turn is copied to be changed: the second has identifiers of its own."""
    turn = one(TURN, text, rng)
    if turn is None:
        return None
    new = re.sub(r'xml:id="([^"]*)"', rf'xml:id="{mark}-\1-2"', turn[0])
    return instead(text, turn, f"{turn[0]}\n{new}")


def _is_pointed(text: str, turn: re.Match[str]) -> bool:
    return any(f'#{name}"' in text for name in re.findall('xml:id="([^"]+)"', turn[0]))


@edit
def a_turn_as_a_note(text: str, rng: random.Random, mark: str) -> str | None:
    turn = one(TURN, text, rng)
    if turn is None or turn[0].count("<seg") != 1 or _is_pointed(text, turn):
        return None
    words = TAG.sub("", turn[0].partition("<seg")[2].partition(">")[2])
    new = f'<note xml:id="{mark}" type="editorial" resp="#source">{words.strip()}</note>'
    return instead(text, turn, new)


@edit
def a_turn_commented_out(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(TURN, text, rng)
    if turn is None or "--" in turn[0] or _is_pointed(text, turn):
        return None
    return instead(text, turn, f"<!-- {turn[0]} -->")
