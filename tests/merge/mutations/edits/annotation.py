"""Hand edits of an editor who reads a page beside the text, and annotates it."""

from __future__ import annotations

import random
import re

from tests.merge.mutations.edits.catalogue import SEG, U, by_pattern, edit, instead, one, word_in

_NOTE = re.compile(r'<note (?!type="speaker")(?![^>]*xml:id)[^>]*>[^<]*</note>')

by_pattern(
    {
        "a page between turns": (
            r'(?=<note type="speaker">)', r'<pb n="MARK" facs="page-12.png"/>\n        '
        ),
        "a page between paragraphs": (r"(?<=</seg>)(?=\s*<seg)", r'\n          <pb n="MARK"/>'),
        "a page in a word": (r"(?<=[a-z]{3})(?=[a-z]{3}[^<>]*</seg>)", '<pb n="MARK" break="no"/>'),
        "a line in a paragraph": (r" (?=[^<>]*</seg>)", r' <lb n="MARK"/>'),
        "a milestone of the tape": (r"(?=<seg )", r'<milestone unit="section" n="MARK"/>'),
        "an anchor": (r"(?<=[.,])(?= [^<>]*</seg>)", r'<anchor xml:id="MARK"/>'),
        "a head line": (r"(?<=</u>)", r'\n<fw type="runningHead" n="MARK">MARK</fw>'),
        "a picture of the page": (r"<(?:u|div) (?=[^>]*>)", r'\g<0>facs="p.png" n="MARK" '),
        "a translation": (
            r"(?=</(?:seg|p)>)", r'<note type="annotation" xml:lang="de">Übersetzt: MARK</note>'
        ),
        "a note at the foot": (
            r"(?=</seg>)",
            r'<note type="annotation" place="bottom" n="1" resp="#editors">MARK</note>',
        ),
        "a note with markup": (
            r"(?<=\w)(?=[.,][^<>]*</seg>)",
            (r'<note type="annotation" resp="#editors">See <title>MARK</title>, p. 7, and '
            r'<ref target="https://example.org/a?b=1&amp;c=2">there</ref>.</note>'),
        ),
        "a note for a turn": (
            r"(?<=</u>)", r'<note type="annotation" resp="#editors" n="MARK">MARK</note>'
        ),
        "a link": (
            r"(?<=[ >])(\w+)(?=[ .][^<>]*</seg>)", r'<ref target="#source" n="MARK">\1</ref>'
        ),
        "a sentence quoted": (
            r"(?<=\. )([A-Z][^<>.]*\.)(?=[^<>]*</seg>)", r'<quote n="MARK">\1</quote>'
        ),
        "a paragraph quoted": (
            r'(<(?:seg|p) xml:id="[^"]+">)((?:(?!</(?:seg|p)>|<note|<kinesic).)+)(?=</(?:seg|p)>)',
            r'\1<q n="MARK">\2</q>',
        ),
        "two words as a term": (
            r"(?<=[ >])([a-z]+ [a-z]+)(?=[ .,][^<>]*</seg>)", r'<term n="MARK">\1</term>'
        ),
        "a date": (
            r"(?<=[ >])(\w+ \d+|\d+|Monday|today|Today|yesterday|year)(?=[ .,][^<>]*</seg>)",
            r'<date when="2016-01-01" n="MARK">\1</date>',
        ),
        "a number": (
            r"(?<=[ >])(\d[\d,.]*|[Tt]wo|[Tt]hree|[Tt]en|all|one|of)(?= [^<>]*</seg>)",
            r'<num value="2" n="MARK">\1</num>',
        ),
        "a measure": (
            r"(?<=[ >])(\w+ (?:\w+s|per cent|year))(?=[ .,][^<>]*</seg>)",
            r'<measure quantity="2" unit="km" n="MARK">\1</measure>',
        ),
        "a mark across a name": (
            r"(?<=[ >])(\w+ <\w+Name [^>]*>[^<]*</\w+Name> \w+)(?=[ .,])",
            r'<unclear n="MARK">\1</unclear>',
        ),
        "a mark across words and a name": (
            r"(?<=[ >])(\w+ \w+ <\w+Name [^>]*>[^<]*</\w+Name>)",
            r'<hi rend="italic" n="MARK">\1</hi>',
        ),
        "a comment of an editor's program": (
            r"(?<=[ >])(\w+)(?=[ .][^<>]*</seg>)",
            (r'<?oxy_comment_start author="ed" timestamp="20200101T000000" comment="MARK"?>\1'
            "<?oxy_comment_end?>"),
        ),
        "a change that is tracked": (
            r"(?<=[ >])(\w+)(?=[ .][^<>]*</seg>)",
            (r'<?oxy_delete author="ed" content="\1"?>'
            r'<?oxy_insert_start author="ed"?>MARK<?oxy_insert_end?>'),
        ),
        "the words of a note": (
            r"<desc>[^<]*|<note type=\"annotation\"[^>]*>[^<]*", r"\g<0> MARK"
        ),
        "white space kept": ("<(?:seg|p)(?= xml:id)", r'\g<0> xml:space="preserve"'),
        "an attribute taken away": (
            r'(<(?:u|persName|placeName|orgName)\b[^>]*?) (?:ana|cert)="[^"]*"', r"\1"
        ),
        "a namespace of one's own": (
            r'<(?:seg|u|div|note)(?= [^>]*xml:id="[^"]+")',
            r'\g<0> xmlns:my="https://example.org/my" my:n="MARK"',
        ),
    }
)  # fmt: skip


@edit
def a_note_behind_the_text(text: str, rng: random.Random, mark: str) -> str | None:
    """A pointer in the text, and what it points to in the back."""
    place = one(re.compile(r"(?<=\w)(?=[.,][^<>]*</seg>)"), text, rng)
    if place is None or "</back>" in text:
        return None
    back = f'\n<back><div type="notes"><note xml:id="{mark}" n="1">{mark}</note></div></back>'
    pointed = instead(text, place, f'<ptr target="#{mark}"/>')
    return pointed.replace("</body>", f"</body>{back}", 1)


@edit
def a_span_of_two_paragraphs(text: str, rng: random.Random, mark: str) -> str | None:
    segs = [seg for seg in SEG.finditer(text) if seg[1] == "seg"]
    if len(segs) < 2 or "</standOff>" not in text:
        return None
    first, last = sorted(rng.sample(range(len(segs)), 2))
    new = f'<spanGrp><span from="#{segs[first][2]}" to="#{segs[last][2]}">{mark}</span></spanGrp>'
    return text.replace("</standOff>", f"{new}</standOff>", 1)


@edit
def a_turn_that_answers_another(text: str, rng: random.Random, mark: str) -> str | None:
    turns = list(U.finditer(text))
    if len(turns) < 2:
        return None
    one_, other = rng.sample(turns, 2)
    new = one_[0].replace("<u ", f'<u corresp="#{other[1]}" n="{mark}" ', 1)
    return None if "corresp" in one_[0] or " n=" in one_[0] else instead(text, one_, new)


@edit
def a_note_moved(text: str, rng: random.Random, _mark: str) -> str | None:
    note = one(_NOTE, text, rng)
    rest = note and instead(text, note, "")
    place = rest and word_in(rest, rng)
    return (note and rest and place and rest[: place[1]] + note[0] + rest[place[1] :]) or None


@edit
def an_attribute_added(text: str, rng: random.Random, mark: str) -> str | None:
    tag = one(re.compile("<(?:seg|u|persName|placeName|div|head|kinesic) (?=[^>]*>)"), text, rng)
    if tag is None or " n=" in text[tag.start() : text.index(">", tag.start())]:
        return None
    return instead(text, tag, f'{tag[0]}n="{mark}" ')


@edit
def single_quotes(text: str, rng: random.Random, _mark: str) -> str | None:
    tag = one(re.compile(r"<(?:u|persName|seg)\b[^>\']*>"), text, rng)
    return tag and instead(text, tag, tag[0].replace('"', "'"))
