"""Hand edits in running text: words, marks around them, notes, attributes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.merge.mutations.edits.catalogue import (
    CATALOGUE,
    SEG,
    TAG,
    Edit,
    edit,
    instead,
    moved,
    one,
    word_in,
)


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
    "gap": '{} <gap reason="inaudible" n="MARK"/>',
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
    "a gap in the place of a word": '<gap reason="inaudible" n="MARK"/>',
    "a word twice": "{} {}",
    "a comma": "{},",
    "quotation marks": "«{}»",
    "a note without a type": "{}<note>MARK</note>",
    "a quoted word": "<soCalled n='MARK'>{}</soCalled>",
    "a word mentioned": "<mentioned n='MARK'>{}</mentioned>",
    "a term": "<term n='MARK'>{}</term>",
    "a title in a text": "<title n='MARK'>{}</title>",
    "a quotation": "<quote n='MARK'>{} MARK</quote>",
    "a measure put in": '{} (<measure quantity="5" unit="km">MARK km</measure>)',
    "words put in with a date": '{} on <date when="2016-03-04">MARK</date>',
    "words supplied in a sentence": '<supplied reason="omitted" resp="#editors">MARK</supplied> {}',
    "a correction of two words": "<choice><sic>{}</sic><corr>MARK MARK</corr></choice>",
    "an abbreviation of its own": "<abbr n='MARK'>{}</abbr>",
    "a substitution": "<subst><del>{}</del><add>MARK</add></subst>",
    "a word crossed out": "<del n='MARK'>{}</del>",
    "an interjection": '{} <vocal type="shouting"><desc>MARK</desc></vocal>',
    "a shift of the voice": "<shift feature='loud' new='f' n='MARK'/>{}",
    "an ampersand": "{} &amp; MARK",
    "less than": "{} &lt;MARK&gt;",
    "a tab": "{}\tMARK",
    "a full stop": "{}. MARK",
    "a word in capitals": "{} MARK",
    "a hyphen": "{}-MARK",
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


def _of_word(change: Callable[[str], str]) -> Edit:
    def edited(text: str, rng: random.Random, _mark: str) -> str | None:
        if (place := word_in(text, rng)) is None:
            return None
        start, end = place
        return text[:start] + change(text[start:end]) + text[end:]

    return edited


CATALOGUE["a letter corrected"] = _of_word(lambda word: word[:-1] + word[-1].swapcase())
CATALOGUE["a word in capital letters"] = _of_word(str.upper)
CATALOGUE["letters in the wrong order"] = _of_word(lambda word: word[1] + word[0] + word[2:])
CATALOGUE["a letter left out"] = _of_word(lambda word: word[0] + word[2:])
CATALOGUE["a hyphen that may break"] = _of_word(lambda word: f"{word[:2]}\u00ad{word[2:]}")


@edit
def two_words_in_another_order(text: str, rng: random.Random, _mark: str) -> str | None:
    words = one(re.compile(r"(?<=[ >])([a-z]+) ([a-z]+)(?=[ .,][^<>]*</seg>)"), text, rng)
    return words and instead(text, words, f"{words[2]} {words[1]}")


@edit
def two_sentences_in_another_order(text: str, rng: random.Random, _mark: str) -> str | None:
    sentences = re.compile(r"(?<=[> ])([A-Z][^<>.]*\.) ([A-Z][^<>.]*\.)(?=[^<>]*</seg>)")
    two = one(sentences, text, rng)
    return two and instead(text, two, f"{two[2]} {two[1]}")


@edit
def a_sentence_taken_out(text: str, rng: random.Random, _mark: str) -> str | None:
    sentence = one(re.compile(r"(?<=\.) [A-Z][^<>.]*\.(?=[^<>]*</seg>)"), text, rng)
    return sentence and instead(text, sentence, "")


@edit
def a_sentence_to_another_paragraph(text: str, rng: random.Random, _mark: str) -> str | None:
    sentence = one(re.compile(r"(?<=\.) [A-Z][^<>.]*\.(?=[^<>]*</seg>)"), text, rng)
    return sentence and moved(text, rng, sentence, re.compile(r"(?<=\.)(?=</seg>)"))


@edit
def the_words_of_a_paragraph(text: str, rng: random.Random, mark: str) -> str | None:
    """A paragraph typed anew, with other words."""
    seg = one(re.compile(r"(?<=>)[^<>]+(?=</(?:seg|p)>)"), text, rng)
    return seg and instead(text, seg, f"{mark} was said in other words.")


@edit
def two_spaces_for_one(text: str, rng: random.Random, _mark: str) -> str | None:
    space = one(re.compile(r"(?<=\w) (?=\w[^<>]*</seg>)"), text, rng)
    return space and instead(text, space, "  ")


@edit
def a_space_before_a_mark(text: str, rng: random.Random, _mark: str) -> str | None:
    mark = one(re.compile(r"(?<=\w)(?=[.,;:!?][^<>]*</seg>)"), text, rng)
    return mark and instead(text, mark, " ")


@edit
def a_mark_taken_out(text: str, rng: random.Random, _mark: str) -> str | None:
    mark = one(re.compile(r"(?<=\w)[.,;:!?](?=[^<>]*</seg>)"), text, rng)
    return mark and instead(text, mark, "")


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
