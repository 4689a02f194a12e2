"""What scholars do to a TEI file: each edit is a function on its text, by chance and a mark.

An edit returns the text changed, or None where there is nothing of the kind to change. Words that
are added have the mark, which stands nowhere else, so that what became of them can be seen.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import pairwise

from lxml import etree

Edit = Callable[[str, random.Random, str], str | None]
CATALOGUE: dict[str, Edit] = {}
WHOLE_FILE: dict[str, Edit] = {}

SEG = re.compile(r'<(seg|p) xml:id="([^"]+)">(.*?)</\1>', re.DOTALL)
TURN = re.compile(r'<note type="speaker">(?:(?!</?u\b).)*?</note>\s*<u\b[^>]*>.*?</u>', re.DOTALL)
U = re.compile(r'<u xml:id="([^"]+)"[^>]*>')
NAME = re.compile(r"<(persName|placeName|orgName) ref=[^>]*>([^<]*)</\1>")
ENTRY = re.compile(r'[ \t]*<(person|place|org) xml:id="([^"]+)"[^>]*>.*?</\1>\n?', re.DOTALL)
LABEL = re.compile(r'<note type="speaker">(.*?)</note>', re.DOTALL)
_WORD = re.compile(r"(?<![\w&#;])[^\W\d_]{3,}(?![\w;])")
TAG = re.compile(r"<[^>]*>")


def edit(function: Edit) -> Edit:
    """An edit of the catalogue."""
    CATALOGUE[function.__name__.replace("_", " ")] = function
    return function


def whole_file(function: Edit) -> Edit:
    """An edit that an editor's program makes of a whole file."""
    WHOLE_FILE[function.__name__.replace("_", " ")] = function
    return function


def one(pattern: re.Pattern[str], text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


def word_in(text: str, rng: random.Random) -> tuple[int, int] | None:
    """Where a word of a paragraph stands, outside of tags."""
    if (seg := one(SEG, text, rng)) is None:
        return None
    tags = [tag.span() for tag in TAG.finditer(text, seg.start(3), seg.end(3))]
    words = [
        word.span()
        for word in _WORD.finditer(text, seg.start(3), seg.end(3))
        if not any(start < word.end() and word.start() < end for start, end in tags)
    ]
    return rng.choice(words) if words else None


def _at_word(text: str, rng: random.Random, new: str) -> str | None:
    """*text* with *new* in the place of a word, ``{}`` in it being the word."""
    if (place := word_in(text, rng)) is None:
        return None
    start, end = place
    return text[:start] + new.replace("{}", text[start:end]) + text[end:]


def _words_edit(name: str, new: str) -> None:
    CATALOGUE[name] = lambda text, rng, mark: _at_word(text, rng, new.replace("MARK", mark))


for _name, _new in {
    "a word corrected": "MARK",
    "a word taken out": "",
    "a word put in": "{} MARK",
    "two words put in before": "MARK MARK {}",
    "sic and corr": '<choice><sic>{}</sic><corr resp="#editors">MARK</corr></choice>',
    "orig and reg": '<choice><orig>{}</orig><reg resp="#editors">MARK</reg></choice>',
    "unclear": '<unclear reason="illegible" n="MARK">{}</unclear>',
    "gap": '{} <gap reason="illegible" n="MARK"/>',
    "supplied": '{} <supplied resp="#editors">MARK</supplied>',
    "emphasis": '<emph n="MARK">{}</emph>',
    "emphasis in emphasis": '<emph n="MARK"><hi rend="italic">{}</hi></emph>',
    "a name added": '<persName n="MARK">{}</persName>',
    "a place in a body added": '<orgName n="MARK">MARK <placeName>{}</placeName></orgName>',
    "a note": '{}<note type="annotation" resp="#editors">MARK</note>',
    "a crossing emphasis": '<emph n="MARK">{}</emph> <hi rend="bold">MARK</hi>',
    "an entity": "MARK&#8217;s {}",
    "CDATA": "<![CDATA[MARK & {}]]>",
    "a comment in a paragraph": "{}<!-- MARK -->",
    "an instruction in a paragraph": "<?editor MARK?>{}",
    "a line end in a paragraph": "{}\n            ",
    "an element of another namespace": '{}<x:mark xmlns:x="urn:x">MARK</x:mark>',
    "a milestone": '<pb n="MARK"/>{}',
    "a word of two": "{}MARK",
    "a foreign word": '<foreign xml:lang="la" n="MARK">{}</foreign>',
    "words deleted and added": "<del>{}</del><add>MARK</add>",
    "abbr and expan": "<choice><abbr>{}</abbr><expan>MARK</expan></choice>",
    "a corrected name": "<choice><sic>{}</sic><corr><persName>MARK</persName></corr></choice>",
    "a gap in the place of a word": '<gap reason="illegible" n="MARK"/>',
    "a word twice": "{} {}",
    "a comma": "{},",
    "quotation marks": "«{}»",
    "a note without a type": "{}<note>MARK</note>",
}.items():
    _words_edit(_name, _new)


@edit
def a_part_of_a_word_marked(text: str, rng: random.Random, mark: str) -> str | None:
    if (place := word_in(text, rng)) is None:
        return None
    start, end = place
    middle = rng.randrange(start + 1, end)
    name = rng.choice(["hi", "unclear", "foreign"])
    marked = f'<{name} n="{mark}">{text[start:middle]}</{name}>'
    return f"{text[:start]}{marked}{text[middle:]}"


@edit
def words_taken_out(text: str, rng: random.Random, _mark: str) -> str | None:
    if (place := word_in(text, rng)) is None:
        return None
    start = place[0]
    run = re.compile(r"[^<&]{5,60}(?= )").match(text, start)
    return text[:start] + text[run.end() :] if run else None


@edit
def a_run_of_words_emphasised(text: str, rng: random.Random, mark: str) -> str | None:
    if (place := word_in(text, rng)) is None:
        return None
    run = re.compile(r"(?:[^<&]|<(\w+) [^>]*>[^<]*</\1>){3,60}(?=[ .,])").match(text, place[0])
    if run is None:
        return None
    return f'{text[: run.start()]}<emph n="{mark}">{run[0]}</emph>{text[run.end() :]}'


@edit
def a_name_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(NAME, text, rng)
    return name and text[: name.start()] + name[2] + text[name.end() :]


@edit
def a_name_in_another(text: str, rng: random.Random, mark: str) -> str | None:
    name = one(NAME, text, rng)
    return name and f'{text[: name.start()]}<rs n="{mark}">{name[0]}</rs>{text[name.end() :]}'


@edit
def a_name_of_another_kind(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(NAME, text, rng)
    new = name and name[0].replace(name[1], "orgName" if name[1] != "orgName" else "placeName")
    return name and f"{text[: name.start()]}{new}{text[name.end() :]}"


@edit
def a_name_of_one_word_more(text: str, rng: random.Random, _mark: str) -> str | None:
    longer = re.compile(r"(\w+ )(<(?:persName|placeName|orgName) ref=[^>]*>)")
    name = one(longer, text, rng)
    return name and text[: name.start()] + name[2] + name[1] + text[name.end() :]


@edit
def a_name_of_one_word_less(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(re.compile(r"(<(?:persName|placeName|orgName) ref=[^>]*>)(\w+ )"), text, rng)
    return name and text[: name.start()] + name[2] + name[1] + text[name.end() :]


@edit
def a_decision_right(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(re.compile(r'(<\w+Name ref="[^"]*") cert="\w+" resp="#encoder"'), text, rng)
    return name and text[: name.start()] + name[1] + ' resp="#editors"' + text[name.end() :]


@edit
def a_decision_wrong(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(re.compile(r'(<\w+Name) ref="[^"]*" cert="\w+" resp="#encoder"'), text, rng)
    return name and text[: name.start()] + name[1] + ' resp="#editors"' + text[name.end() :]


@edit
def a_decision_somebody_else(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(re.compile(r'(<persName ref=")[^"]*" cert="\w+" resp="#encoder"'), text, rng)
    entry = one(re.compile('<person xml:id="([^"]+)"'), text, rng)
    if name is None or entry is None:
        return None
    return f'{text[: name.start()]}{name[1]}#{entry[1]}" resp="#editors"{text[name.end() :]}'


@edit
def a_candidate_confirmed(text: str, rng: random.Random, _mark: str) -> str | None:
    entry = one(re.compile('(<(?:person|place|org) xml:id="[^"]+"[^>]*?) cert="low"'), text, rng)
    return entry and text[: entry.start()] + entry[1] + text[entry.end() :]


@edit
def an_attribute_added(text: str, rng: random.Random, mark: str) -> str | None:
    tag = one(re.compile("<(?:seg|u|persName|placeName|div|head|kinesic) (?=[^>]*>)"), text, rng)
    if tag is None or " n=" in text[tag.start() : text.index(">", tag.start())]:
        return None
    return f'{text[: tag.end()]}n="{mark}" {text[tag.end() :]}'


@edit
def an_attribute_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    tag = one(
        re.compile(r'(<(?:u|persName|placeName|orgName)\b[^>]*?) (?:ana|cert)="[^"]*"'), text, rng
    )
    return tag and text[: tag.start()] + tag[1] + text[tag.end() :]


@edit
def single_quotes(text: str, rng: random.Random, _mark: str) -> str | None:
    tag = one(re.compile(r"<(?:u|persName|seg)\b[^>\']*>"), text, rng)
    return tag and text[: tag.start()] + tag[0].replace('"', "'") + text[tag.end() :]


@edit
def a_comment_between(text: str, rng: random.Random, mark: str) -> str | None:
    seg = one(re.compile(r"(?=<(?:seg|u|note|person|div|persName|title|measure)\b)"), text, rng)
    return seg and f"{text[: seg.start()]}<!-- {mark} -->{text[seg.start() :]}"


@edit
def an_instruction_between(text: str, rng: random.Random, mark: str) -> str | None:
    seg = one(re.compile(r"(?<=</seg>)|(?<=</u>)|(?<=</note>)"), text, rng)
    return seg and f"{text[: seg.start()]}<?editor {mark}?>{text[seg.start() :]}"


@edit
def a_title_corrected(text: str, rng: random.Random, mark: str) -> str | None:
    return re.sub('(<title type="main">)', rf"\1{mark} ", text, count=1)


@edit
def an_editor_added(text: str, rng: random.Random, mark: str) -> str | None:
    new = f'<editor xml:id="{mark}"><persName>{mark}</persName></editor>\n        '
    return text.replace('<respStmt xml:id="source">', f'{new}<respStmt xml:id="source">', 1)


@edit
def a_statement_of_the_header(text: str, rng: random.Random, mark: str) -> str | None:
    found = one(re.compile(r"(?<=<p>)(?=\w)"), text[: max(text.find("</teiHeader>"), 0)], rng)
    return found and f"{text[: found.start()]}{mark} {text[found.start() :]}"


@edit
def a_change_recorded(text: str, rng: random.Random, mark: str) -> str | None:
    return text.replace(
        "<revisionDesc>", f'<revisionDesc>\n      <change who="#editors">{mark}</change>', 1
    )


@edit
def every_mention_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(re.compile('<(?:persName|placeName|orgName) ref="(#[^"]+)"'), text, rng)
    if name is None:
        return None
    head, begin, rest = text.partition("<text>")
    mention = rf'<(\w+) ref="{re.escape(name[1])}"[^>]*>((?:(?!<\1\b).)*?)</\1>'
    return head + begin + re.sub(mention, r"\2", rest, flags=re.DOTALL)


@edit
def a_part_of_a_name_marked(text: str, rng: random.Random, mark: str) -> str | None:
    """A name in a name, or the like."""
    name = one(re.compile(r"(<(?:pers|place|org)Name [^>]*>\w+ )(\w+)(?=<)"), text, rng)
    inner = rng.choice(["surname", "placeName", "hi"])
    marked = name and f'{name[1]}<{inner} n="{mark}">{name[2]}</{inner}>'
    return name and f"{text[: name.start()]}{marked}{text[name.end() :]}"


@edit
def one_person_for_two(text: str, rng: random.Random, _mark: str) -> str | None:
    """Two entries are of one person: everything points to the second, and the first goes."""
    entries = [entry for entry in ENTRY.finditer(text) if entry[1] == "person"]
    if len(entries) < 2:
        return None
    gone, stays = rng.sample(entries, 2)
    rest = text[: gone.start()] + text[gone.end() :]
    return re.sub(rf'#{re.escape(gone[2])}(?=[ "])', f"#{stays[2]}", rest)


@edit
def a_statement_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    found = one(
        re.compile(r"\s*<(quotation|hyphenation|projectDesc)\b.*?</\1>", re.DOTALL), text, rng
    )
    return found and text[: found.start()] + text[found.end() :]


@edit
def a_second_title(text: str, rng: random.Random, mark: str) -> str | None:
    title = one(re.compile("</title>(?=\\s*<(?:meeting|respStmt))"), text, rng)
    new = f'\n        <title type="sub">{mark}</title>'
    return title and text[: title.end()] + new + text[title.end() :]


@edit
def an_entry_enlarged(text: str, rng: random.Random, mark: str) -> str | None:
    entry = one(re.compile("</(?:person|place|org)>"), text, rng)
    return entry and f"{text[: entry.start()]}<note>{mark}</note>{text[entry.start() :]}"


@edit
def a_name_of_an_entry(text: str, rng: random.Random, mark: str) -> str | None:
    entry = one(re.compile('(?<=">\n)( *)(<(?:persName|placeName|orgName)>)'), text, rng)
    return entry and f"{text[: entry.end()]}{mark} {text[entry.end() :]}"


@edit
def an_entry_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    """With every name of it, as a decision does."""
    entry = one(ENTRY, text, rng)
    if entry is None or f'who="#{entry[2]}"' in text:
        return None
    rest = text[: entry.start()] + text[entry.end() :]
    return re.sub(
        rf'<(\w+) ref="#{entry[2]}"[^>]*>((?:(?!<\1\b).)*?)</\1>', r"\2", rest, flags=re.DOTALL
    )


@edit
def an_entry_added(text: str, rng: random.Random, mark: str) -> str | None:
    new = f'<person xml:id="{mark}"><persName>{mark}</persName></person>'
    lists = one(re.compile("<listPerson>"), text, rng)
    return lists and f"{text[: lists.end()]}\n{new}{text[lists.end() :]}"


@edit
def entries_in_another_order(text: str, rng: random.Random, _mark: str) -> str | None:
    pairs = [
        (one, other) for one, other in pairwise(ENTRY.finditer(text)) if one.end() == other.start()
    ]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    return text[: one.start()] + other[0] + one[0] + text[other.end() :]


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
def a_turn_twice(text: str, rng: random.Random, mark: str) -> str | None:
    """As when a turn is copied to be changed: the second has identifiers of its own."""
    turn = one(TURN, text, rng)
    if turn is None:
        return None
    new = re.sub(r'xml:id="([^"]*)"', rf'xml:id="{mark}-\1-2"', turn[0])
    return f"{text[: turn.end()]}\n{new}{text[turn.end() :]}"


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


@edit
def an_identifier_changed(text: str, rng: random.Random, mark: str) -> str | None:
    tag = one(re.compile('<(?:seg|u|person|place|org|div) xml:id="([^"]+)"'), text, rng)
    if tag is None:
        return None
    name = f"{mark}-{tag[1]}"  # so that it can be seen what it was
    new = text.replace(f'xml:id="{tag[1]}"', f'xml:id="{name}"')
    return re.sub(rf'#{re.escape(tag[1])}(?=[ "])', f"#{name}", new)


@edit
def a_doubt_settled(text: str, rng: random.Random, _mark: str) -> str | None:
    doubt = one(re.compile(r"\s*<certainty\b.*?</certainty>", re.DOTALL), text, rng)
    return doubt and text[: doubt.start()] + text[doubt.end() :]


@edit
def a_doubt_added(text: str, rng: random.Random, mark: str) -> str | None:
    turn = one(U, text, rng)
    new = (
        f'<certainty target="#{turn[1]}" match="@who" locus="value" cert="low">'
        f"<desc>{mark}</desc></certainty>"
        if turn
        else ""
    )
    return (
        text.replace("</standOff>", f"  {new}\n</standOff>", 1)
        if turn and "</standOff>" in text
        else None
    )


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
def the_words_of_a_note(text: str, rng: random.Random, mark: str) -> str | None:
    note = one(re.compile(r"<desc>[^<]*|<note type=\"annotation\"[^>]*>[^<]*"), text, rng)
    return note and f"{text[: note.end()]} {mark}{text[note.end() :]}"


@edit
def a_person_grouped(text: str, rng: random.Random, mark: str) -> str | None:
    """An entry gets an authority, and a pointer from a name in a header."""
    entry = one(
        re.compile(r"(<persName>[^<]*</persName>)(?=\s*<(?:note|affil|/person))"), text, rng
    )
    new = f'<persName type="variant">{mark}</persName>'
    return entry and f"{text[: entry.end()]}{new}{text[entry.end() :]}"


@edit
def a_paragraph_without_its_tags(text: str, rng: random.Random, _mark: str) -> str | None:
    """Every tag in a paragraph goes, as when its words are typed anew."""
    seg = one(SEG, text, rng)
    if seg is None or "<" not in seg[3] or "<!" in seg[3] or "<note" in seg[3]:
        return None
    return text[: seg.start(3)] + TAG.sub("", seg[3]) + text[seg.end(3) :]


@edit
def spaces_that_do_not_break(text: str, rng: random.Random, _mark: str) -> str | None:
    seg = one(SEG, text, rng)
    place = one(re.compile(r"(?<=\w) (?=\w[^<>]*<)"), seg[0], rng) if seg else None
    if seg is None or place is None:
        return None
    at = seg.start() + place.start()
    return f"{text[:at]}\u00a0{text[at + 1 :]}"


@whole_file
def serialised_anew(text: str, rng: random.Random, _mark: str) -> str | None:
    tree = etree.fromstring(text.encode())
    return etree.tostring(tree.getroottree(), encoding="unicode")


@whole_file
def laid_out_anew(text: str, rng: random.Random, _mark: str) -> str | None:
    tree = etree.fromstring(text.encode())
    for division in tree.iter("{*}teiHeader", "{*}standOff", "{*}u", "{*}div"):
        if not any((child.tail or "").strip() for child in division.iterdescendants()):
            etree.indent(division, "    ")
    return etree.tostring(tree.getroottree(), encoding="unicode", pretty_print=False)


@whole_file
def attributes_in_another_order(text: str, rng: random.Random, _mark: str) -> str | None:
    tree = etree.fromstring(text.encode())
    for element in tree.iter("{*}u", "{*}persName", "{*}placeName", "{*}person", "{*}measure"):
        values = sorted(element.items(), reverse=True)
        element.attrib.clear()
        element.attrib.update(dict(values))
    return etree.tostring(tree.getroottree(), encoding="unicode")


@whole_file
def signs_as_references(text: str, rng: random.Random, _mark: str) -> str | None:
    head, begin, rest = text.partition("<text>")
    return head + begin + rest.replace("’", "&#x2019;").replace("é", "&#233;")


@whole_file
def a_region_indented_anew(text: str, rng: random.Random, _mark: str) -> str | None:
    lines = text.split("\n")
    first = rng.randrange(len(lines))
    last = first + rng.randint(3, 30)
    region = [re.sub(r"^ *(?=<)", "    ", line) for line in lines[first:last]]
    return "\n".join([*lines[:first], *region, *lines[last:]])


@whole_file
def a_paragraph_as_CDATA(text: str, rng: random.Random, _mark: str) -> str | None:  # noqa: N802
    seg = one(re.compile(r'(?<=">)[^<>&]{10,}(?=</seg>)'), text, rng)
    return seg and f"{text[: seg.start()]}<![CDATA[{seg[0]}]]>{text[seg.end() :]}"


@whole_file
def lines_wrapped(text: str, rng: random.Random, _mark: str) -> str | None:
    return SEG.sub(
        lambda seg: re.sub(r"(\S{1,}(?: [^<> ]+){6}) (?=[^<>]*<)", r"\1\n            ", seg[0]),
        text,
    )


@whole_file
def indented_anew(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"\n( +)(?=<)", lambda found: "\n" + "\t" * (len(found[1]) // 2), text)


@whole_file
def not_indented(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"\n +(?=<)", "\n", text)


@whole_file
def lines_end_as_on_windows(text: str, rng: random.Random, _mark: str) -> str | None:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


@whole_file
def a_prefix_for_all(text: str, rng: random.Random, _mark: str) -> str | None:
    named = re.sub(r"(</?)(?=[A-Za-z]\w*[\s/>])(?!x:)", r"\1tei:", text)
    return named.replace('xmlns="', 'xmlns:tei="', 1)


@whole_file
def a_mark_of_byte_order(text: str, rng: random.Random, _mark: str) -> str | None:
    return "\ufeff" + text


@whole_file
def empty_elements_in_full(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"<(tagUsage)\b([^>]*?)/>", r"<\1\2></\1>", text)
