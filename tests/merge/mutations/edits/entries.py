"""Hand edits of entries of persons, places and bodies, of identifiers and doubts."""

from __future__ import annotations

import random
import re
from itertools import pairwise

from tests.merge.mutations.edits.catalogue import ENTRY, U, edit, one


@edit
def a_candidate_confirmed(text: str, rng: random.Random, _mark: str) -> str | None:
    entry = one(re.compile('(<(?:person|place|org) xml:id="[^"]+"[^>]*?) cert="low"'), text, rng)
    return entry and text[: entry.start()] + entry[1] + text[entry.end() :]


@edit
def one_person_for_two(text: str, rng: random.Random, _mark: str) -> str | None:
    """Two entries are of one person: everything points to the second, and the first goes."""
    entries = [entry for entry in ENTRY.finditer(text) if entry[1] == "person"]
    if len(entries) < 2:
        return None
    gone, stays = rng.sample(entries, 2)
    rest = text[: gone.start()] + text[gone.end() :]
    return re.sub(rf"#{re.escape(gone[2])}(?=[ '\"])", f"#{stays[2]}", rest)


@edit
def two_entries_as_one(text: str, rng: random.Random, _mark: str) -> str | None:
    entries = list(ENTRY.finditer(text))
    pairs = [(a, b) for a, b in pairwise(entries) if a[1] == b[1]]
    if not pairs:
        return None
    kept, gone = rng.choice(pairs)
    rest = text[: gone.start()] + text[gone.end() :]
    return re.sub(rf"#{re.escape(gone[2])}(?=[ '\"])", f"#{kept[2]}", rest)


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
def a_person_grouped(text: str, rng: random.Random, mark: str) -> str | None:
    """An entry gets an authority, and a pointer from a name in a header."""
    entry = one(
        re.compile(r"(<persName>[^<]*</persName>)(?=\s*<(?:note|affil|/person))"), text, rng
    )
    new = f'<persName type="variant">{mark}</persName>'
    return entry and f"{text[: entry.end()]}{new}{text[entry.end() :]}"


@edit
def the_identifiers_of_all_persons(text: str, _rng: random.Random, mark: str) -> str | None:
    names = re.findall(r'<person xml:id="([^"]+)"', text)
    for name in names:
        text = text.replace(f'xml:id="{name}"', f'xml:id="{mark}-{name}"')
        text = re.sub(rf"#{re.escape(name)}(?=[ '\"])", f"#{mark}-{name}", text)
    return text


@edit
def an_identifier_changed(text: str, rng: random.Random, mark: str) -> str | None:
    tag = one(re.compile('<(?:seg|u|person|place|org|div) xml:id="([^"]+)"'), text, rng)
    if tag is None:
        return None
    name = f"{mark}-{tag[1]}"  # so that it can be seen what it was
    new = text.replace(f'xml:id="{tag[1]}"', f'xml:id="{name}"')
    return re.sub(rf"#{re.escape(tag[1])}(?=[ '\"])", f"#{name}", new)


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
