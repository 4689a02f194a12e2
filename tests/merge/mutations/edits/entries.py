"""Hand edits of entries of persons, places and bodies, of identifiers and doubts."""

from __future__ import annotations

import random
import re
from itertools import pairwise

from tests.merge.mutations.edits.catalogue import (
    ENTRY,
    U,
    by_pattern,
    edit,
    instead,
    one,
    pointing,
    renamed,
    swapped,
)

_OF_ENTRY = "person|place|org"
_PERSON = re.compile('<person xml:id="([^"]+)"')
_CERTAINTY = re.compile(r"\s*<certainty\b.*?</certainty>", re.DOTALL)

by_pattern(
    {
        "a candidate confirmed": (f'(<(?:{_OF_ENTRY}) xml:id="[^"]+"[^>]*?) cert="low"', r"\1"),
        "a candidate of an editor": (
            f'(<(?:{_OF_ENTRY}) xml:id="[^"]+"[^>]*?) cert="low" resp="#encoder"',
            r'\1 resp="#editors"',
        ),
        "an entry enlarged": (f"</(?:{_OF_ENTRY})>", r'<note type="annotation">MARK</note>\g<0>'),
        "dates of a life": (
            r"(<person [^>]*>(?:\s*<persName>[^<]*</persName>)+)",
            r'\1<sex value="F"/><birth when="1952"/><death when="2001"/>',
        ),
        "an occupation": (
            r"(<person [^>]*>(?:\s*<persName>[^<]*</persName>)+)",
            r"\1\n            <occupation>MARK</occupation>",
        ),
        "an authority": (
            f"</(?:{_OF_ENTRY})>",
            r'<idno type="URI" subtype="viaf">https://viaf.org/viaf/MARK</idno>\g<0>',
        ),
        "a name of an entry": (
            r'(?<=">\n)( *)(<(?:persName|placeName|orgName)>)', r"\g<0>MARK "
        ),
        "a name of an entry in its parts": (
            r"(?<=<persName>)(\w+) (\w+)(?=</persName>)",
            r"<forename>\1</forename> <surname>\2</surname>",
        ),
        "a person grouped": (
            r"(<persName>[^<]*</persName>)(?=\s*<(?:note|affil|/person))",
            r'\1<persName type="variant">MARK</persName>',
        ),
        "a remark of the program taken away": (
            r'\s*<note type="annotation" resp="#encoder"[^>]*>[^<]*</note>', ""
        ),
        "a country taken away": (r"\s*<country key=[^>]*>[^<]*</country>", ""),
        "where a place is": (r"<geo>[^<]*</geo>", "<geo>1.25 2.5</geo>"),
        "a kind of place": (r'(<place [^>]*?)type="\w+"', r'\1type="region"'),
        "an entry added": (
            "<listPerson>", r'\g<0>\n<person xml:id="MARK"><persName>MARK</persName></person>'
        ),
        "a place added": (
            "</listPlace>", r'  <place xml:id="MARK"><placeName>MARK</placeName></place>\n\g<0>'
        ),
        "a heading of a list": (r"(<list(?:Person|Place|Org)>)", r"\1<head>MARK</head>"),
        "a list cut in two": (
            r"(</person>)\s*(?=<person )", r'\1</listPerson><listPerson><head>MARK</head>'
        ),
        "a relation": (
            r'(?<=</person>)(?=\s*</listPerson>)',
            (r'<listRelation><relation name="MARK" active="#encoder" passive="#encoder"/>'
            "</listRelation>"),
        ),
        "a doubt settled": (_CERTAINTY.pattern, ""),
        "the words of a doubt": (r"(?<=<desc>)“", r"MARK “"),
    }
)  # fmt: skip


def _one_for_another(text: str, gone: re.Match[str], stays: re.Match[str]) -> str:
    """Everything points to the second entry, and the first goes."""
    return pointing(instead(text, gone, ""), gone[2], stays[2])


@edit
def one_person_for_two(text: str, rng: random.Random, _mark: str) -> str | None:
    persons = [entry for entry in ENTRY.finditer(text) if entry[1] == "person"]
    return _one_for_another(text, *rng.sample(persons, 2)) if len(persons) > 1 else None


@edit
def two_entries_as_one(text: str, rng: random.Random, _mark: str) -> str | None:
    pairs = [(a, b) for a, b in pairwise(ENTRY.finditer(text)) if a[1] == b[1]]
    return _one_for_another(text, *rng.choice(pairs)[::-1]) if pairs else None


@edit
def an_entry_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    """With every name of it, as a decision does."""
    entry = one(ENTRY, text, rng)
    if entry is None or f'who="#{entry[2]}"' in text:
        return None
    name = rf'<(\w+) ref="#{entry[2]}"[^>]*>((?:(?!<\1\b).)*?)</\1>'
    return re.sub(name, r"\2", instead(text, entry, ""), flags=re.DOTALL)


@edit
def entries_in_another_order(text: str, rng: random.Random, _mark: str) -> str | None:
    pairs = [(a, b) for a, b in pairwise(ENTRY.finditer(text)) if a.end() == b.start()]
    return swapped(text, *rng.choice(pairs)) if pairs else None


@edit
def entries_sorted(text: str, rng: random.Random, _mark: str) -> str | None:
    lists = one(re.compile(r"(?<=<listPlace>\n).*?(?=[ \t]*</listPlace>)", re.DOTALL), text, rng)
    if lists is None or ENTRY.sub("", lists[0]).strip():
        return None
    entries = sorted(entry[0] for entry in ENTRY.finditer(lists[0]))
    return instead(text, lists, "".join(reversed(entries)))


@edit
def an_entry_among_those_present(text: str, rng: random.Random, _mark: str) -> str | None:
    """From the lists behind the text to the participants."""
    begin = text.find("<standOff")
    behind = [entry for entry in ENTRY.finditer(text, max(begin, 0)) if entry[1] == "person"]
    if begin < 0 or len(behind) < 2:
        return None
    entry = rng.choice(behind)
    return re.sub(r"(?=[ \t]*</listPerson>)", lambda _: entry[0], instead(text, entry, ""), count=1)


@edit
def the_identifiers_of_all_persons(text: str, _rng: random.Random, mark: str) -> str | None:
    for name in _PERSON.findall(text):
        text = renamed(text, name, f"{mark}-{name}")
    return text


@edit
def an_identifier_changed(text: str, rng: random.Random, mark: str) -> str | None:
    tag = one(re.compile('<(?:seg|u|person|place|org|div) xml:id="([^"]+)"'), text, rng)
    return tag and renamed(text, tag[1], f"{mark}-{tag[1]}")  # so that it is seen what it was


@edit
def a_doubt_added(text: str, rng: random.Random, mark: str) -> str | None:
    turn = one(U, text, rng)
    if turn is None or "</standOff>" not in text:
        return None
    new = (
        f'<certainty target="#{turn[1]}" match="@who" locus="value" cert="low">'
        f"<desc>{mark}</desc></certainty>"
    )
    return text.replace("</standOff>", f"  {new}\n</standOff>", 1)
