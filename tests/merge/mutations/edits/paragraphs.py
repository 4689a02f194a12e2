"""Hand edits of paragraphs and divisions, and of what stands between them."""

from __future__ import annotations

import random
import re
from itertools import pairwise

from tests.merge.mutations.edits.catalogue import (
    DIVISION,
    TURN,
    U,
    by_pattern,
    edit,
    instead,
    moved,
    one,
    swapped,
)

_PARAGRAPH = r'<seg xml:id="[^"]+">(?:(?!</seg>).)*</seg>'
_NEW_DIVISION = '<div xml:id="MARK" type="debateSection">\n<head>MARK</head>\n'

by_pattern(
    {
        "a comment between": (
            r"(?=<(?:seg|u|note|person|div|persName|title|measure)\b)", "<!-- MARK -->"
        ),
        "a comment of several lines": (
            r"\n(?=\s*<(?:seg|u|note|div|/div|/body)\b)", "\n<!--\n  MARK:\n  look at it\n-->\n"
        ),
        "an instruction between": (
            r"(?<=</seg>)|(?<=</u>)|(?<=</note>)", "<?editor MARK?>"
        ),
        "two paragraphs as one": (r'</seg>\s*<seg xml:id="[^"]*">', " "),
        "a paragraph cut in two": (
            r'(<seg xml:id="[^"]+">[^<]*? )(?=\w[^<]*)', r'\1</seg>\n<seg xml:id="MARK">'
        ),
        "a paragraph cut in two before a name": (
            r'(<seg xml:id="[^"]+">[^<]+)(?=<\w+Name )', r'\1</seg>\n<seg xml:id="MARK">'
        ),
        "a paragraph cut in two without a name": (
            r'(<seg xml:id="[^"]+">[^<]*?\. )(?=\w[^<]*)', r"\1</seg>\n<seg>"
        ),
        "two paragraphs in another order": (
            rf"({_PARAGRAPH})(\s*)({_PARAGRAPH})", r"\3\2\1"
        ),
        "a paragraph taken away": (rf"\s*{_PARAGRAPH}", ""),
        "a paragraph put in": (
            "</seg>", r'\g<0>\n          <seg xml:id="MARK">MARK was said.</seg>'
        ),
        "a paragraph put in first": (
            r"<u [^>]*>", r'\g<0>\n          <seg xml:id="MARK">MARK was said first.</seg>'
        ),
        "a paragraph in another language": (
            r"(<(?:seg|p) xml:id=\"[^\"]+\")>", r'\1 xml:lang="fr" n="MARK">'
        ),
        "empty lines": (r"(?<=\n) *(?=<(?:seg|u|note|person))", r"\g<0>\n\n"),
        "a heading corrected": (r"<head>(?=[^<])", r"\g<0>MARK "),
        "a heading put in": (r"<div\b[^>]*>(?!\s*<head)", r"\g<0><head>MARK</head>"),
        "a heading taken away": (r"\s*<head>[^<]*</head>", ""),
        "a heading of a paragraph": (
            r'<p xml:id="([^"]+)">([^<]*)</p>', r'<p xml:id="\1"><hi n="MARK">\2</hi></p>'
        ),
        "how a division is printed": (
            r'<div (?=[^>]*type="debateSection")', r'\g<0>rend="centre" n="MARK" '
        ),
        "a paragraph of the speaker before": (
            (r'(\s*</u>\s*<note type="speaker">(?:(?!</note>).)*</note>\s*<u\b[^>]*>)'
            rf"(\s*{_PARAGRAPH})(?=\s*<seg)"),
            r"\2\1",
        ),
        "a paragraph of the next speaker": (
            (rf"(\s*{_PARAGRAPH})(\s*</u>\s*"
            r'<note type="speaker">(?:(?!</note>).)*</note>\s*<u\b[^>]*>)'),
            r"\2\1",
        ),
        "a preface": (
            r"(?=</front>)", r'<div type="lead" xml:id="MARK"><p>MARK</p></div>\n'
        ),
        "a closing word": (
            r"(?=</body>)",
            r'<div xml:id="MARK" type="debateSection"><p xml:id="MARKp">MARK</p></div>\n',
        ),
        "a part behind the text": (
            r"(?<=</body>)", r'\n<back><div type="appendix"><p>MARK</p></div></back>'
        ),
        "a list": (
            r'(<seg xml:id="[^"]+">)([^<;]+), ([^<;]+)(?=</seg>)',
            r'\1<list n="MARK"><item>\2,</item> <item>\3</item></list>',
        ),
    }
)  # fmt: skip


@edit
def the_paragraphs_of_a_turn_as_one(text: str, rng: random.Random, _mark: str) -> str | None:
    turns = r"<u\b[^>]*>(?:\s*<seg xml:id=\"[^\"]*\">[^<]*</seg>){2,8}\s*</u>"
    turn = one(re.compile(turns), text, rng)
    joint = r'</seg>\s*<seg xml:id="[^"]*">'
    return turn and instead(text, turn, re.sub(joint, " ", turn[0]))


@edit
def a_paragraph_moved(text: str, rng: random.Random, _mark: str) -> str | None:
    seg = one(re.compile(rf"\s*{_PARAGRAPH}", re.DOTALL), text, rng)
    return seg and moved(text, rng, seg, U)


@edit
def a_note_between(text: str, rng: random.Random, mark: str) -> str | None:
    turn = one(TURN, text, rng)
    new = f'<note type="editorial" resp="#editors">{mark}</note>'
    return turn and instead(text, turn, new + turn[0])


def _in_a_division(text: str, rng: random.Random, mark: str, count: int) -> str | None:
    """*count* turns that follow one another, in a new division with a heading."""
    turns = list(TURN.finditer(text))
    is_next = [not text[a.end() : b.start()].strip() for a, b in pairwise(turns)]
    firsts = [n for n in range(len(turns) - count + 1) if all(is_next[n : n + count - 1])]
    if not firsts:
        return None
    first = rng.choice(firsts)
    start, end = turns[first].start(), turns[first + count - 1].end()
    new = _NEW_DIVISION.replace("MARK", mark)
    return f"{text[:start]}{new}{text[start:end]}</div>{text[end:]}"


@edit
def a_division_put_around(text: str, rng: random.Random, mark: str) -> str | None:
    return _in_a_division(text, rng, mark, 1)


@edit
def three_turns_in_a_division(text: str, rng: random.Random, mark: str) -> str | None:
    return _in_a_division(text, rng, mark, 3)


@edit
def three_turns_in_a_division_of_their_own(text: str, rng: random.Random, mark: str) -> str | None:
    """The one around ends before it, and another begins behind it."""
    found = _in_a_division(text, rng, mark, 3)
    new = _NEW_DIVISION.replace("MARK", mark)
    if found is None or text.find("<body>") > found.find(new) or "<div" not in text:
        return None
    begin = found.index(new)
    end = found.index("</div>", begin)
    rest = f'</div>\n<div xml:id="{mark}b" type="debateSection">'
    return f"{found[:begin]}</div>\n{found[begin:end]}{rest}{found[end + len('</div>') :]}"


@edit
def a_division_cut_in_two(text: str, rng: random.Random, mark: str) -> str | None:
    turn = one(TURN, text, rng)
    new = f"</div>\n{_NEW_DIVISION.replace('MARK', mark)}"
    is_inside = turn and text.count("<div", 0, turn.start()) > text.count("</div", 0, turn.start())
    return instead(text, turn, new + turn[0]) if turn and is_inside else None


@edit
def two_divisions_as_one(text: str, rng: random.Random, _mark: str) -> str | None:
    between = one(re.compile(r"</div>\s*<div\b[^>]*>(?:\s*<head>[^<]*</head>)?"), text, rng)
    return between and instead(text, between, "")


@edit
def divisions_in_another_order(text: str, rng: random.Random, _mark: str) -> str | None:
    pairs = [
        (a, b)
        for a, b in pairwise(DIVISION.finditer(text))
        if not text[a.end() : b.start()].strip()
    ]
    return swapped(text, *rng.choice(pairs)) if pairs else None


@edit
def a_division_moved(text: str, rng: random.Random, _mark: str) -> str | None:
    division = one(DIVISION, text, rng)
    return division and moved(text, rng, division, re.compile(r"</div>|<body>"))


@edit
def a_division_without_its_tags(text: str, rng: random.Random, _mark: str) -> str | None:
    division = one(DIVISION, text, rng)
    inner = r"\A<div\b[^>]*>(?:\s*<head>[^<]*</head>)?|</div>\Z"
    return division and instead(text, division, re.sub(inner, "", division[0]))
