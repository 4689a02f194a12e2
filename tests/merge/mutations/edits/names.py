"""Hand edits of the names in a text: what is one, how far it goes, whom it means."""

from __future__ import annotations

import random
import re

from tests.merge.mutations.edits.catalogue import LABEL, NAME, edit, one


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
def a_part_of_a_name_marked(text: str, rng: random.Random, mark: str) -> str | None:
    """A name in a name, or the like."""
    name = one(re.compile(r"(<(?:pers|place|org)Name [^>]*>\w+ )(\w+)(?=<)"), text, rng)
    inner = rng.choice(["surname", "placeName", "hi"])
    marked = name and f'{name[1]}<{inner} n="{mark}">{name[2]}</{inner}>'
    return name and f"{text[: name.start()]}{marked}{text[name.end() :]}"


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
def every_mention_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(re.compile('<(?:persName|placeName|orgName) ref="(#[^"]+)"'), text, rng)
    if name is None:
        return None
    head, begin, rest = text.partition("<text>")
    mention = rf'<(\w+) ref="{re.escape(name[1])}"[^>]*>((?:(?!<\1\b).)*?)</\1>'
    return head + begin + re.sub(mention, r"\2", rest, flags=re.DOTALL)


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
def a_speaker_spelt_otherwise(text: str, rng: random.Random, mark: str) -> str | None:
    """Everywhere: in labels, names and entries."""
    label = one(LABEL, text, rng)
    name = label and re.search(r"<persName[^>]*>([^<]+)</persName>", label[1])
    return name and text.replace(f">{name[1]}</persName>", f">{name[1]} {mark}</persName>")
