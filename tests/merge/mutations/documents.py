"""Documents, and what the program makes of each under other circumstances."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import edition
from edition.project.encoding import Encoder
from edition.settings import Settings
from edition.tei.document import parse
from edition.tei.registers import read_register

_HERE = Path(__file__).parents[2] / "data"
_SOURCE = Path(__file__).parents[3] / "source"
_SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
SAMPLED = (
    "kremlin",
    "kremlin-paste",
    "gum",
    "europarl",
    "uk-hansard",
    "us-congressional-record",
    "spaceflight",
    "white-house-briefing",
)
OWN = ("bundestag", "congressional-record", "court", "hansard", "press-briefing", "play")

MEETING = """Meeting with the Council for Science

March 4, 2016, Moscow, the Kremlin

Vladimir Putin met with scientists of the Russian Academy of Sciences.

President of Russia Vladimir Putin: Good afternoon, colleagues. I am glad to see you in Moscow.

We met in Kazan last year, and Sergei Ivanov spoke of the reactor in Dubna near Moscow.

Today I would like to hear what was done. Let us begin with Anna Petrova, please.

Anna Petrova: Thank you, Mr President. (Applause.) The laboratory in Novosibirsk has grown.

We work with colleagues from Berlin and Paris, and Professor Ivan Sokolov helps us.

It was late when the letter from the Ministry of Education arrived.

Vladimir Putin: Who else was there?

Anna Petrova: Mr Sokolov was there, and Sergei Ivanov too.

Ivan Sokolov: I was there indeed. The road from Kazan to Moscow was closed.

(In her remarks, Director of the Museum Olga Berg spoke about the history of the Academy.)

Vladimir Putin: Thank you all. To be continued in Sochi on Monday.

<…>

Question: When will it be finished?

Vladimir Putin: Very soon.
"""

REGISTER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title type="main">Persons</title></titleStmt><publicationStmt><publisher>X</publisher>
</publicationStmt><sourceDesc><p>Made.</p></sourceDesc></fileDesc></teiHeader>
<standOff><listPerson>
<person xml:id="putin"><persName>Vladimir Putin</persName><birth when="1952"/>
<note type="annotation">President.</note></person>
<person xml:id="sokolov"><persName>Ivan Sokolov</persName></person>
<person xml:id="petrova"><persName>Anna Petrova</persName></person>
</listPerson></standOff></TEI>
"""


class Document(NamedTuple):
    """A transcript and what the program makes of it: the name of each encoding, and its bytes."""

    name: str
    text: str
    encodings: dict[str, bytes]


@cache
def documents(*, every: bool) -> tuple[Document, ...]:
    """The documents of this folder; with *every* those of the samples too, if there are any."""
    texts = {"meeting": MEETING}
    texts |= {name: (_HERE / f"{name}.txt").read_text("utf-8") for name in OWN}
    if every:
        texts |= dict(_samples())
    return tuple(Document(name, text, encodings(text)) for name, text in texts.items())


def _samples() -> Iterator[tuple[str, str]]:
    for file in sorted(_SOURCE.glob("*.txt")):
        yield file.stem, file.read_text("utf-8")
    for name in SAMPLED:
        folder = _SAMPLES / name
        files = [f for f in sorted(folder.glob("*.txt")) if f.stat().st_size < 30_000]
        for file in files[-3 if name == "kremlin" else -1 :]:
            yield file.stem, file.read_bytes().decode("utf-8", "replace")


def encodings(text: str) -> dict[str, bytes]:
    """The encodings of *text*: with names and without, by another convention, and so on."""
    made = {"plain": _encoded(text, named=False), "named": _encoded(text)}
    made["generic"] = _encoded(text, convention="generic")
    made["registered"] = _with_register(text)
    for number in range(3):
        made[f"captured {number}"] = _encoded(captured_anew(text, random.Random(number)))
    made["captured, registered"] = _with_register(captured_anew(text, random.Random(7)))
    made["captured, plain"] = _encoded(captured_anew(text, random.Random(8)), named=False)
    made["captured, generic"] = _encoded(captured_anew(text, random.Random(9)), "generic")
    return made


def _encoded(text: str, convention: str | None = None, *, named: bool = True) -> bytes:
    transcript = edition.read(text.encode(), "m.txt", convention)
    return edition.encode(transcript, naming=edition.name(transcript) if named else None)


def _with_register(text: str) -> bytes:
    registers = read_register([parse(REGISTER.encode(), "persons.xml")])
    return Encoder(registers).encoded(text.encode(), "m.txt", Settings()).tei


def captured_anew(text: str, rng: random.Random) -> str:
    """*text* as another capture of the same page may have it."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, 4)):
        filled = [number for number, line in enumerate(lines) if len(line) > 20]
        at = rng.choice(filled)
        kinds = ["insert", "remove", "correct", "move", "quotes", "space", "word", "join", "label"]
        what = rng.choice(kinds)
        if what == "insert":
            new = f"A paragraph about Moscow and {rng.choice(['Berlin', 'Kazan'])} was found later."
            lines[at + 1 : at + 1] = ["", new]
        elif what == "remove" and len(filled) > 6:
            del lines[at]
        elif what == "move" and len(filled) > 6:
            line = lines.pop(at)
            to = rng.choice(filled)
            lines[to:to] = [line, ""]
        elif what == "quotes":
            lines = [line.replace("'", "’").replace(' "', " “").replace('"', "”") for line in lines]
        elif what == "join":  # the next paragraph is one with it
            lines[at : at + 3] = [" ".join(filter(None, lines[at : at + 3]))]
        elif what == "label":  # somebody else begins to speak
            lines[at + 1 : at + 1] = ["", f"Vladimir Putin: It was said {rng.randrange(99)} times."]
        elif what == "space":
            lines[at] = lines[at].replace(" ", "\u00a0", 3)
        else:
            words = lines[at].split(" ")
            spot = rng.randrange(len(words) // 2, len(words))
            words[spot : spot + (what == "correct")] = [f"recaptured{rng.randrange(99)}"]
            lines[at] = " ".join(words)
    return "\n".join(lines)
