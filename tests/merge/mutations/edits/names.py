"""Hand edits of the names in a text: what is one, how far it goes, whom it means."""

from __future__ import annotations

import random
import re

from tests.merge.mutations.edits.catalogue import LABEL, NAME, by_pattern, edit, instead, one

_START = "<(?:persName|placeName|orgName) ref=[^>]*>"

by_pattern(
    {
        "a name taken away": (NAME.pattern, r"\2"),
        "a name in another": (NAME.pattern, r'<rs type="object" n="MARK">\g<0></rs>'),
        "a name of one word more": (rf"(\w+ )({_START})", r"\2\1"),
        "a name of one word less": (rf"({_START})(\w+ )", r"\2\1"),
        "the parts of a name": (
            r"(<persName(?: ref=[^>]*)?>)(\w+) (\w+)(?=</persName>)",
            r"\1<forename>\2</forename> <surname>\3</surname>",
        ),
        "a name with its title": (
            rf"(?<![\w>])([A-Z]\w+) ({_START})([^<]*)", r'\2<roleName n="MARK">\1</roleName> \3'
        ),
        "a word before a name is of it": (
            rf"(?<=[\s>])(\w+ )({_START}[^<]*</\w+>)", r'<persName n="MARK">\1\2</persName>'
        ),
        "a decision right": (
            r'(<\w+Name ref="[^"]*") cert="\w+" resp="#encoder"', r'\1 resp="#editors"'
        ),
        "a decision wrong": (
            r'(<\w+Name) ref="[^"]*" cert="\w+" resp="#encoder"', r'\1 resp="#editors"'
        ),
        "a decision less sure": (
            r'(<\w+Name ref="[^"]*") cert="\w+" resp="#encoder"',
            r'\1 cert="low" resp="#editors" n="MARK"',
        ),
        "a doubt of the program as it is, sure": (
            r'(<\w+Name ref="[^"]*") cert="\w+" resp="#encoder"', r"\1"
        ),
        "a name that was crossed out": (NAME.pattern, r'<del>\g<0></del><add n="MARK">MARK</add>'),
        "a name in an emphasis": (NAME.pattern, r'<hi rend="bold" n="MARK">\g<0></hi>'),
        "a name emphasised": (NAME.pattern, r'<\1 n="MARK"><emph>\2</emph></\1>'),
        "a name regularised": (
            NAME.pattern, r"<choice><orig>\g<0></orig><reg>MARK</reg></choice>"
        ),
        "a name and what follows quoted": (
            rf"({_START}[^<]*</\w+>)( [^<>.]+)", r'<q n="MARK">\1\2</q>'
        ),
    }
)  # fmt: skip


@edit
def a_name_of_another_kind(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(NAME, text, rng)
    return name and instead(
        text, name, name[0].replace(name[1], "orgName" if name[1] != "orgName" else "placeName")
    )


@edit
def a_part_of_a_name_marked(text: str, rng: random.Random, mark: str) -> str | None:
    """A name in a name, or the like."""
    name = one(re.compile(r"(<(?:pers|place|org)Name [^>]*>\w+ )(\w+)(?=<)"), text, rng)
    inner = rng.choice(["surname", "placeName", "hi"])
    return name and instead(text, name, f'{name[1]}<{inner} n="{mark}">{name[2]}</{inner}>')


@edit
def every_mention_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(re.compile('<(?:persName|placeName|orgName) ref="(#[^"]+)"'), text, rng)
    if name is None:
        return None
    head, begin, rest = text.partition("<text>")
    mention = rf'<(\w+) ref="{re.escape(name[1])}"[^>]*>((?:(?!<\1\b).)*?)</\1>'
    return head + begin + re.sub(mention, r"\2", rest, flags=re.DOTALL)


@edit
def every_mention_with_a_value(text: str, rng: random.Random, mark: str) -> str | None:
    name = one(re.compile('<(?:persName|placeName|orgName) (ref="#[^"]+")'), text, rng)
    return name and text.replace(name[0], f'{name[0]} n="{mark}"')


@edit
def a_word_is_a_name_everywhere(text: str, rng: random.Random, _mark: str) -> str | None:
    """As find and replace in an editor does it, outside of tags and names."""
    head, begin, rest = text.partition("<text>")
    word = one(re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}(?=[ .,])"), rest, rng)
    if word is None:
        return None
    new = f'<name type="other">{word[0]}</name>'
    return head + begin + re.sub(rf"(?<=[a-z] ){word[0]}(?=[ .,][^<>]*</(?:seg|p)>)", new, rest)


@edit
def a_decision_somebody_else(text: str, rng: random.Random, _mark: str) -> str | None:
    name = one(re.compile(r'(<persName ref=")[^"]*" cert="\w+" resp="#encoder"'), text, rng)
    entry = one(re.compile('<person xml:id="([^"]+)"'), text, rng)
    return name and entry and instead(text, name, f'{name[1]}#{entry[1]}" resp="#editors"')


@edit
def a_speaker_spelt_otherwise(text: str, rng: random.Random, mark: str) -> str | None:
    """Everywhere: in labels, names and entries."""
    label = one(LABEL, text, rng)
    name = label and re.search(r"<persName[^>]*>([^<]+)</persName>", label[1])
    return name and text.replace(f">{name[1]}</persName>", f">{name[1]} {mark}</persName>")
