"""More of what scholars do to a TEI file: what is moved, retyped, put around, or said of the whole.

Imported for what it adds to the catalogue of :mod:`tests.merge.mutations.edits`.
"""

from __future__ import annotations

import random
import re
from itertools import pairwise

from tests.merge.mutations.edits import ENTRY, LABEL, NAME, SEG, TAG, TURN, U, edit, one, word_in

_EVENT = re.compile(r'\s*<(kinesic|vocal|incident) xml:id="[^"]+"[^>]*>.*?</\1>', re.DOTALL)
_NOTE = re.compile(r'<note (?!type="speaker")(?![^>]*xml:id)[^>]*>[^<]*</note>')
_TITLE = re.compile(r'<title type="main"[^>]*>(\w[^<]*)</title>')
_FIRST_OF_NEXT = re.compile(
    r'(\s*</u>\s*<note type="speaker">(?:(?!</note>).)*</note>\s*<u\b[^>]*>)'
    r'(\s*<seg xml:id="[^"]+">(?:(?!</seg>).)*</seg>)(?=\s*<seg)',
    re.DOTALL,
)


@edit
def a_note_moved(text: str, rng: random.Random, _mark: str) -> str | None:
    note = one(_NOTE, text, rng)
    rest = note and text[: note.start()] + text[note.end() :]
    place = rest and word_in(rest, rng)
    return (note and rest and place and rest[: place[1]] + note[0] + rest[place[1] :]) or None


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


@edit
def a_translation(text: str, rng: random.Random, mark: str) -> str | None:
    seg = one(SEG, text, rng)
    new = f'<note type="annotation" xml:lang="de">Übersetzt: {mark}</note>'
    return seg and text[: seg.end(3)] + new + text[seg.end(3) :]


@edit
def white_space_kept(text: str, rng: random.Random, _mark: str) -> str | None:
    seg = one(re.compile("<(?:seg|p)(?= xml:id)"), text, rng)
    return seg and f'{text[: seg.end()]} xml:space="preserve"{text[seg.end() :]}'


@edit
def two_speakers_of_a_turn(text: str, rng: random.Random, _mark: str) -> str | None:
    turn = one(re.compile(r'<u [^>]*who="#[^" ]+(?=")'), text, rng)
    other = one(re.compile(r'<person xml:id="([^"]+)"'), text, rng)
    return turn and other and f"{text[: turn.end()]} #{other[1]}{text[turn.end() :]}"


@edit
def a_speaker_spelt_otherwise(text: str, rng: random.Random, mark: str) -> str | None:
    """Everywhere: in labels, names and entries."""
    label = one(LABEL, text, rng)
    name = label and re.search(r"<persName[^>]*>([^<]+)</persName>", label[1])
    return name and text.replace(f">{name[1]}</persName>", f">{name[1]} {mark}</persName>")


@edit
def the_parts_of_a_name(text: str, rng: random.Random, _mark: str) -> str | None:
    names = re.compile(r"<persName(?: ref=[^>]*)?>(\w+) (\w+)</persName>")
    name = one(names, text, rng)
    if name is None:
        return None
    new = f"<forename>{name[1]}</forename> <surname>{name[2]}</surname>"
    return text[: name.start(1)] + new + text[name.end(2) :]


@edit
def a_word_before_a_name_is_of_it(text: str, rng: random.Random, mark: str) -> str | None:
    names = [m for m in NAME.finditer(text) if re.search(r"(?<!\w)\w+ \Z", text[: m.start()][-30:])]
    if not names:
        return None
    name = rng.choice(names)
    start = text.rindex(" ", 0, name.start() - 1) + 1
    if "<" in text[start : name.start()] or ">" in text[start : name.start()]:
        return None
    return (
        f'{text[:start]}<persName n="{mark}">{text[start : name.end()]}</persName>'
        f"{text[name.end() :]}"
    )


@edit
def two_entries_as_one(text: str, rng: random.Random, _mark: str) -> str | None:
    entries = list(ENTRY.finditer(text))
    pairs = [(a, b) for a, b in pairwise(entries) if a[1] == b[1]]
    if not pairs:
        return None
    kept, gone = rng.choice(pairs)
    rest = text[: gone.start()] + text[gone.end() :]
    return re.sub(rf'#{re.escape(gone[2])}(?=[ "])', f"#{kept[2]}", rest)


@edit
def the_identifiers_of_all_persons(text: str, _rng: random.Random, mark: str) -> str | None:
    names = re.findall(r'<person xml:id="([^"]+)"', text)
    for name in names:
        text = text.replace(f'xml:id="{name}"', f'xml:id="{mark}-{name}"')
        text = re.sub(rf'#{re.escape(name)}(?=[ "])', f"#{mark}-{name}", text)
    return text


@edit
def markup_in_the_title(text: str, rng: random.Random, _mark: str) -> str | None:
    title = one(_TITLE, text, rng)
    if title is None:
        return None
    first, space, rest = title[1].partition(" ")
    new = f'<hi rend="italic">{first}</hi>{space}{rest}'
    return text[: title.start(1)] + new + text[title.end(1) :]


@edit
def a_keyword(text: str, _rng: random.Random, mark: str) -> str | None:
    new = f"<textClass><keywords><term>{mark}</term></keywords></textClass>\n"
    return text.replace("</profileDesc>", f"{new}</profileDesc>", 1)


@edit
def the_licence(text: str, rng: random.Random, mark: str) -> str | None:
    licence = one(re.compile(r'<availability status="[^"]*">|<publicationStmt>'), text, rng)
    new = f"<p>{mark}</p>" if licence and "avail" in licence[0] else f"<!-- {mark} -->"
    return licence and text[: licence.end()] + new + text[licence.end() :]


@edit
def a_sign_replaced_everywhere(text: str, rng: random.Random, _mark: str) -> str | None:
    old, new = rng.choice([(" – ", " — "), ("’", "'"), (" the ", " ye "), (" Mr ", " Mr. ")])
    head, tag, body = text.partition("<text")
    return head + tag + body.replace(old, new) if old in body else None
