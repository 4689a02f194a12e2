"""Hand edits of paragraphs, events and divisions, and of what stands between them."""

from __future__ import annotations

import random
import re
from itertools import pairwise

from tests.merge.mutations.edits.catalogue import TURN, U, edit, one

_EVENT = re.compile(r'\s*<(kinesic|vocal|incident) xml:id="[^"]+"[^>]*>.*?</\1>', re.DOTALL)
_FIRST_OF_NEXT = re.compile(
    r'(\s*</u>\s*<note type="speaker">(?:(?!</note>).)*</note>\s*<u\b[^>]*>)'
    r'(\s*<seg xml:id="[^"]+">(?:(?!</seg>).)*</seg>)(?=\s*<seg)',
    re.DOTALL,
)


@edit
def a_comment_between(text: str, rng: random.Random, mark: str) -> str | None:
    seg = one(re.compile(r"(?=<(?:seg|u|note|person|div|persName|title|measure)\b)"), text, rng)
    return seg and f"{text[: seg.start()]}<!-- {mark} -->{text[seg.start() :]}"


@edit
def an_instruction_between(text: str, rng: random.Random, mark: str) -> str | None:
    seg = one(re.compile(r"(?<=</seg>)|(?<=</u>)|(?<=</note>)"), text, rng)
    return seg and f"{text[: seg.start()]}<?editor {mark}?>{text[seg.start() :]}"


@edit
def two_paragraphs_as_one(text: str, rng: random.Random, _mark: str) -> str | None:
    between = one(re.compile(r'</seg>\s*<seg xml:id="[^"]*">'), text, rng)
    return between and text[: between.start()] + " " + text[between.end() :]


@edit
def a_paragraph_cut_in_two(text: str, rng: random.Random, mark: str) -> str | None:
    segs = re.compile(r'<seg xml:id="[^"]+">([^<]*?) (?=\w[^<]*)')
    found = one(segs, text, rng)
    return found and f'{text[: found.end()]}</seg>\n<seg xml:id="{mark}">{text[found.end() :]}'


@edit
def the_paragraphs_of_a_turn_as_one(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(
        re.compile(r"<u\b[^>]*>(?:\s*<seg xml:id=\"[^\"]*\">[^<]*</seg>){2,8}\s*</u>"), text, rng
    )
    if turn is None:
        return None
    joined = re.sub(r'</seg>\s*<seg xml:id="[^"]*">', " ", turn[0])
    return text[: turn.start()] + joined + text[turn.end() :]


@edit
def two_paragraphs_in_another_order(text: str, rng: random.Random, _mark: str) -> str | None:
    seg = r'<seg xml:id="[^"]+">(?:(?!</seg>).)*</seg>'
    two = one(re.compile(rf"({seg})(\s*)({seg})", re.DOTALL), text, rng)
    return two and text[: two.start()] + two[3] + two[2] + two[1] + text[two.end() :]


@edit
def a_paragraph_moved(text: str, rng: random.Random, _mark: str) -> str | None:
    seg = one(re.compile(r'\s*<seg xml:id="[^"]+">.*?</seg>', re.DOTALL), text, rng)
    if seg is None:
        return None
    rest = text[: seg.start()] + text[seg.end() :]
    turn = one(U, rest, rng)
    return turn and rest[: turn.end()] + seg[0] + rest[turn.end() :]


@edit
def a_paragraph_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    seg = one(re.compile(r'\s*<seg xml:id="[^"]+">.*?</seg>', re.DOTALL), text, rng)
    return seg and text[: seg.start()] + text[seg.end() :]


@edit
def a_paragraph_put_in(text: str, rng: random.Random, mark: str) -> str | None:
    seg = one(re.compile("</seg>"), text, rng)
    new = f'\n          <seg xml:id="{mark}">{mark} was said.</seg>'
    return seg and text[: seg.end()] + new + text[seg.end() :]


@edit
def a_note_between(text: str, rng: random.Random, mark: str) -> str | None:
    turn = one(TURN, text, rng)
    new = f'<note type="editorial" resp="#editors">{mark}</note>'
    return turn and text[: turn.start()] + new + text[turn.start() :]


@edit
def empty_lines(text: str, rng: random.Random, _mark: str) -> str | None:
    place = one(re.compile(r"(?<=\n) *(?=<(?:seg|u|note|person))"), text, rng)
    return place and text[: place.start()] + "\n\n" + text[place.start() :]


@edit
def a_division_put_around(text: str, rng: random.Random, mark: str) -> str | None:
    turn = one(TURN, text, rng)
    new = f'<div xml:id="{mark}" type="debateSection"><head>{mark}</head>\n'
    return turn and f"{text[: turn.start()]}{new}{turn[0]}</div>{text[turn.end() :]}"


@edit
def a_heading_corrected(text: str, rng: random.Random, mark: str) -> str | None:
    head = one(re.compile(r"<head>(?=[^<])"), text, rng)
    return head and f"{text[: head.end()]}{mark} {text[head.end() :]}"


@edit
def an_event_moved(text: str, rng: random.Random, _mark: str) -> str | None:
    event = one(_EVENT, text, rng)
    rest = event and text[: event.start()] + text[event.end() :]
    turn = rest and one(TURN, rest, rng)
    return (event and rest and turn and rest[: turn.end()] + event[0] + rest[turn.end() :]) or None


@edit
def an_event_of_another_kind(text: str, rng: random.Random, _mark: str) -> str | None:
    event = one(_EVENT, text, rng)
    if event is None:
        return None
    kind = rng.choice(["kinesic", "vocal", "incident"])
    new = event[0].replace(f"<{event[1]}", f"<{kind}").replace(f"</{event[1]}", f"</{kind}")
    new = re.sub(r' type="[^"]*"', "", new, count=1) if rng.random() < 0.5 else new
    return text[: event.start()] + new + text[event.end() :]


@edit
def a_paragraph_of_the_speaker_before(text: str, rng: random.Random, _mark: str) -> str | None:
    place = one(_FIRST_OF_NEXT, text, rng)
    return place and text[: place.start()] + place[2] + place[1] + text[place.end() :]


@edit
def three_turns_in_a_division(text: str, rng: random.Random, mark: str) -> str | None:
    turns = list(TURN.finditer(text))
    apart = [not text[a.end() : b.start()].strip() for a, b in pairwise(turns)]
    firsts = [n for n in range(len(turns) - 2) if apart[n] and apart[n + 1]]
    if not firsts:
        return None
    first = rng.choice(firsts)
    start, end = turns[first].start(), turns[first + 2].end()
    new = f'<div xml:id="{mark}" type="debateSection">\n<head>{mark}</head>\n'
    return f"{text[:start]}{new}{text[start:end]}</div>{text[end:]}"
