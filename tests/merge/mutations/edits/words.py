"""Hand edits in running text: words, marks around them, notes, attributes."""

from __future__ import annotations

import random
import re

from tests.merge.mutations.edits.catalogue import CATALOGUE, SEG, TAG, edit, one, word_in

_NOTE = re.compile(r'<note (?!type="speaker")(?![^>]*xml:id)[^>]*>[^<]*</note>')


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
def spaces_that_do_not_break(text: str, rng: random.Random, _mark: str) -> str | None:
    seg = one(SEG, text, rng)
    place = one(re.compile(r"(?<=\w) (?=\w[^<>]*<)"), seg[0], rng) if seg else None
    if seg is None or place is None:
        return None
    at = seg.start() + place.start()
    return f"{text[:at]}\u00a0{text[at + 1 :]}"


@edit
def a_paragraph_without_its_tags(text: str, rng: random.Random, _mark: str) -> str | None:
    """Every tag in a paragraph goes, as when its words are typed anew."""
    seg = one(SEG, text, rng)
    if seg is None or "<" not in seg[3] or "<!" in seg[3] or "<note" in seg[3]:
        return None
    return text[: seg.start(3)] + TAG.sub("", seg[3]) + text[seg.end(3) :]


@edit
def a_sign_replaced_everywhere(text: str, rng: random.Random, _mark: str) -> str | None:
    old, new = rng.choice([(" – ", " — "), ("’", "'"), (" the ", " ye "), (" Mr ", " Mr. ")])
    head, tag, body = text.partition("<text")
    return head + tag + body.replace(old, new) if old in body else None


@edit
def a_note_moved(text: str, rng: random.Random, _mark: str) -> str | None:
    note = one(_NOTE, text, rng)
    rest = note and text[: note.start()] + text[note.end() :]
    place = rest and word_in(rest, rng)
    return (note and rest and place and rest[: place[1]] + note[0] + rest[place[1] :]) or None


@edit
def a_translation(text: str, rng: random.Random, mark: str) -> str | None:
    seg = one(SEG, text, rng)
    new = f'<note type="annotation" xml:lang="de">Übersetzt: {mark}</note>'
    return seg and text[: seg.end(3)] + new + text[seg.end(3) :]


@edit
def the_words_of_a_note(text: str, rng: random.Random, mark: str) -> str | None:
    note = one(re.compile(r"<desc>[^<]*|<note type=\"annotation\"[^>]*>[^<]*"), text, rng)
    return note and f"{text[: note.end()]} {mark}{text[note.end() :]}"


@edit
def white_space_kept(text: str, rng: random.Random, _mark: str) -> str | None:
    seg = one(re.compile("<(?:seg|p)(?= xml:id)"), text, rng)
    return seg and f'{text[: seg.end()]} xml:space="preserve"{text[seg.end() :]}'


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
