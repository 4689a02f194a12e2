"""Hand edits of what happens in a meeting, and of what the program took for that."""

from __future__ import annotations

import random
import re

from tests.merge.mutations.edits.catalogue import TURN, by_pattern, edit, instead, moved, one

_KINDS = "kinesic|vocal|incident"
_EVENT = re.compile(rf'\s*<({_KINDS}) xml:id="[^"]+"[^>]*>.*?</\1>', re.DOTALL)
_INLINE = re.compile(rf"\s*<({_KINDS})(?![^>]* xml:id)[^>]*>(?:(?!</\1>).)*</\1>", re.DOTALL)

by_pattern(
    {
        "an event in a turn": (
            "(?=</seg>)", ' <kinesic type="applause"><desc>(MARK.)</desc></kinesic>'
        ),
        "an event between turns": (
            r"(?<=</u>)",
            r'\n<incident xml:id="MARK" type="entering"><desc>(MARK)</desc></incident>',
        ),
        "a pause": (r"(?<=[,;]) (?=\w[^<>]*</seg>)", ' <pause n="MARK"/> '),
        "a kind of an event": (
            rf'(<(?:{_KINDS})(?: xml:id="[^"]+")?) type="\w+"', r'\1 type="other" n="MARK"'
        ),
        "who did it": (
            rf'(<(?:{_KINDS})(?: xml:id="[^"]+")?)(?=[ >])', r'\1 who="#source" n="MARK"'
        ),
        "an event as words": (
            rf"<({_KINDS})(?: type=\"\w+\")?>\s*<desc>([^<]*)</desc>\s*</\1>", r"\2"
        ),
        "words as an event": (
            r"(?<=>)([^<>]*?)(\([A-Z][^()<>]*\))(?=[^<>]*</seg>)",
            r'\1<incident type="sound" n="MARK"><desc>\2</desc></incident>',
        ),
        "a note as an event": (
            r'<note xml:id="([^"]+)" type="editorial"[^>]*>([^<]*)</note>',
            r'<incident xml:id="\1" type="sound" n="MARK"><desc>\2</desc></incident>',
        ),
        "an event as a note": (
            rf'<({_KINDS}) xml:id="([^"]+)"[^>]*>\s*<desc>([^<]*)</desc>\s*</\1>',
            r'<note xml:id="\2" type="editorial" resp="#source" n="MARK">\3</note>',
        ),
        "a bracket that is speech": (
            r'<note type="editorial" place="inline" resp="#source">([^<]*)</note>', r"\1"
        ),
        "an event taken away": (_EVENT.pattern, ""),
        "an event into the speech before": (
            (r"(</seg>\s*</u>)\s*(<(?:kinesic|vocal|incident) (?:(?!</u>|<u\b|<note).)*?"
            r"</(?:kinesic|vocal|incident)>)"),
            r" \2\1",
        ),
    }
)  # fmt: skip


@edit
def an_event_moved(text: str, rng: random.Random, _mark: str) -> str | None:
    event = one(_EVENT, text, rng)
    return event and moved(text, rng, event, TURN)


@edit
def an_event_out_of_a_speech(text: str, rng: random.Random, mark: str) -> str | None:
    event = one(_INLINE, text, rng)
    if event is None:
        return None
    new = f'\n<{event[1]} xml:id="{mark}"{event[0].strip().removeprefix(f"<{event[1]}")}'
    end = text.find("</u>", event.end())
    return (
        None
        if end < 0
        else f"{text[: event.start()]}{text[event.end() : end]}</u>{new}{text[end + 4 :]}"
    )


@edit
def an_event_of_another_kind(text: str, rng: random.Random, _mark: str) -> str | None:
    event = one(_EVENT, text, rng)
    if event is None:
        return None
    kind = rng.choice(["kinesic", "vocal", "incident"])
    new = event[0].replace(f"<{event[1]}", f"<{kind}").replace(f"</{event[1]}", f"</{kind}")
    new = re.sub(r'(?<= type=")\w+', "other", new, count=1)
    new = re.sub(r' type="[^"]*"', "", new, count=1) if rng.random() < 0.5 else new
    return instead(text, event, new)
