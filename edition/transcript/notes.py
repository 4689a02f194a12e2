"""Notes in brackets: stage events, summaries of speeches not printed, insertions, elisions.

A bracket is speech unless something shows that it is not: "(where I have been several times)"
stays text. A whole paragraph in round brackets is an event or a summary. Inside a paragraph a
bracket is an event if its words are those of one, or if it is a sentence of its own: after the
end of a sentence, with a capital and a full stop. What could not be heard is one without a capital
too, where the sign for it is all that the bracket holds. Every text here is plain
(``decode.plain``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from edition.transcript.convention import Convention
from edition.transcript.model import Event, Span, Summarised
from edition.transcript.word_sense import speaker_key

OTHER = Event("incident", "other")
DIRECTION = Event("incident", "action")

# In Markdown a backslash may stand before a square bracket: it belongs to the note; what an
# address follows is the text of a link.
_ADDRESS = r"\((?=[^()\s]*[.:/#])(?![^()\s]*[.:]\))[^()\s]+(?: +[\"'][^\"'\n]*[\"'])?\)"
_INSIDE = {
    "(": re.compile(r"\(([^()]*)\)"),
    "[": re.compile(rf"\\?\[([^\[\]\\]*)\\?\](?!{_ADDRESS})"),
    "{": re.compile(r"\{([^{}]{1,200})\}"),
    "*": re.compile(r"(?<![*\w])\*([^*\s](?:[^*\n]{0,60}[^*\s])?)\*(?![*\w])"),
}
_CLOSING = {"(": ")", "[": "]", "{": "}"}
EDITORIAL = Event("note", "editorial")
SUNG = Event("vocal", "singing")
_SUNG = re.compile(r" *[♪♫♬]+(?P<words>[^♪♫♬]*(?:[♪♫♬]+ *\Z))?")
_SENTENCE_ENDS = '.!?…:;”"’)]>'
_ODD_END = re.compile(r"\(([^()]*)\)\.?\)\.?\Z")  # one bracket too many: "(aside).)"
_FEW_WORDS = 8  # so many words in brackets may be an event without being a sentence
_FEWEST_WORDS = 2  # and so many, where a sentence has ended, without a capital
_HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Dr)\.? +([^\W\d_a-z][\w’'-]+)"
_NAME_WORD = r"[^\W\d_a-z][\w’'.-]*"
_NAME_FIRST = rf"({_NAME_WORD}(?: {_NAME_WORD}){{1,3}})(?=[ ,])"
_AND_ANOTHER = rf",? and {_NAME_WORD}"


def whole_bracket(text: str, brackets: str = "(") -> tuple[int, int] | None:
    """Where the inside of the bracket lies, if all of *text* is one pair of brackets.

    *brackets* has those that count, as they open.
    """
    body = text.strip(" ")
    opening = body[:1]
    closing = _CLOSING.get(opening)
    if closing is None or opening not in brackets:
        return None
    start = len(text) - len(text.lstrip(" "))
    if (odd := _ODD_END.match(body)) is not None:
        return (start + 1, start + odd.end(1))
    closed = body.rstrip(".")
    if not closed.endswith(closing) or len(body) - len(closed) > 1:
        return None
    depth = 0
    for bracket in re.finditer(re.escape(opening) + "|" + re.escape(closing), closed):
        depth += 1 if bracket.group() == opening else -1
        if depth == 0 and bracket.end() < len(closed):
            return None
    return (start + 1, start + len(closed) - 1) if depth == 0 else None


def bracket_alone(text: str, convention: Convention) -> tuple[int, int] | None:
    """Where the inside of the bracket lies that is all of *text*, but for a time before it."""
    if not text.rstrip(" .").endswith((")", "]", "}")):
        return None
    brackets = convention.marks.bracketed_events
    if (inside := whole_bracket(text, brackets)) is not None:
        return inside
    timed = convention.untimed(text)
    inside = whole_bracket(text[timed:], brackets) if timed else None
    return None if inside is None else (inside[0] + timed, inside[1] + timed)


def sung_in(text: str, convention: Convention) -> Event | None:
    """The event of a paragraph between musical notes, "♪ music ♪": songs of nobody named."""
    match = _SUNG.fullmatch(text.rstrip(" "))
    if match is None:
        return None
    return convention.event_of((match["words"] or "").strip(" ♪♫♬")) or SUNG


def is_summary(words: str, convention: Convention, known: Mapping[str, str]) -> bool:
    """Whether *words*, the inside of a bracket, report what somebody said."""
    if len(words.split()) < 6:
        return False
    if convention.event_of(words) is not None and len(words.split()) < 25:
        return False
    return bool(_reporting(words, convention)) or summarised(words, convention, known) is not None


def summarised(words: str, convention: Convention, known: Mapping[str, str]) -> Summarised | None:
    """Whose speech *words* report, with the name's place in them; None if they do not say.

    A verb must report it, or the first words must be a speaker's name.

    *known* maps keys of speakers to their names. The name is the first in the sentence, or the
    last before the verb that reports ("Chair of … Yelena Tikhomirova recalled …").
    """
    lead_in = convention.lead_in.match(words)
    start = lead_in.end() if lead_in else 0
    start += len(words[start:]) - len(words[start:].lstrip(" "))
    if (polite := re.compile(_HONORIFIC).match(words, start)) is not None:
        return _by_surname(polite, known)
    verb = _reporting(words[start:], convention)
    first = re.compile(_NAME_FIRST).match(words, start)
    if first is not None and _is_name(first.group(1), convention):
        key = speaker_key(first.group(1))
        if re.match(_AND_ANOTHER, words[first.end() :]):
            return None  # two people, and one @who would give the words of both to one
        if key in known:
            return Summarised(key, *first.span(1), "speaker")
        if verb is not None:
            who = words.startswith((", who ", " who "), first.end(1))
            return Summarised(key, *first.span(1), "who" if who else "words")
    if verb is None:
        return None
    return _name_before(words, start, start + verb.start(), convention)


def spans_in(
    text: str,
    simple: str,
    start: int,
    convention: Convention,
    furnished: Mapping[int, str] = MappingProxyType({}),
) -> tuple[Span, ...]:
    """The stretches of *text* from *start* on that are no speech, in order, not overlapping.

    *simple* is the text as patterns see it; *furnished* has the kinds of those of its lines, from
    0, that belong to the page.
    """
    furniture = _furniture_in(text, furnished) if furnished else []
    if not furniture and convention.marks.any_mark.search(simple, start) is None:
        return ()
    marks = [*_events_in(simple, start, convention), *_marks_in(simple, start, convention)]
    return apart([*furniture, *marks])


def _furniture_in(text: str, furnished: Mapping[int, str]) -> list[Span]:
    """The lines inside the paragraph *text* that belong to the page."""
    found = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        if (kind := furnished.get(number)) is not None:
            indent = len(line) - len(line.lstrip())
            found.append(Span(start + indent, start + len(line.rstrip()), kind))
        start += len(line) + 1
    return found


def editorial_in(text: str, convention: Convention) -> tuple[Span, ...]:
    """Only the insertions and elisions of *text*: what a summary or a lead may hold."""
    return apart(list(_marks_in(text, 0, convention)))


def apart(spans: list[Span]) -> tuple[Span, ...]:
    """*spans* in order; where two overlap, the one that begins first holds the other."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def _marks_in(text: str, start: int, convention: Convention) -> Iterator[Span]:
    """Elisions before insertions: “[…]” is both, and it is an elision."""
    for match in convention.marks.elisions.finditer(text, start):
        yield Span(*match.span(), "elision")
    for match in convention.marks.insertions.finditer(text, start):
        yield Span(*match.span(), "editorial")


def _events_in(text: str, start: int, convention: Convention) -> Iterator[Span]:
    for opening in convention.marks.bracketed_events:
        for match in _INSIDE[opening].finditer(text, start):
            event = _inline_event(text, match, start, convention)
            if event == EDITORIAL:
                yield Span(*match.span(), "editorial")
            elif event is not None:
                yield Span(*match.span(), "event", event)
            elif (likely := _likely_event(match, convention)) is not None:
                yield Span(*match.span(), "event", likely, inferred=True)


def _likely_event(match: re.Match[str], convention: Convention) -> Event | None:
    """The event in the bracket *match*, if it is one by words that somebody may have said."""
    words = match.group(1).strip(" ")
    if not (words[:1].isupper() or match.group().endswith("]")):
        return None
    return convention.likely_event_of(words)


def _inline_event(
    text: str, match: re.Match[str], start: int, convention: Convention
) -> Event | None:
    words = match.group(1).strip(" ")
    if convention.marks.directions and words:
        return convention.event_of(words) or DIRECTION
    event = convention.event_of(words) if words else None
    if event is not None and event.element == "gap":
        return event
    if event is not None and _is_heard(text, match, start, words):
        return event
    if not words or not (words[0].isupper() or match.group().endswith(("]", "}", "*"))):
        return None
    if match.group().startswith("*"):
        return event
    if event is not None and (words.endswith(".") or len(words.split()) <= _FEW_WORDS):
        return event
    sentence = words.endswith(".") and words[0].isupper()
    alone = sentence and _ends_sentence(text, start, match.start())
    return (event or OTHER) if alone else None


def _is_heard(text: str, match: re.Match[str], start: int, words: str) -> bool:
    """Whether the bracket *match* with a word or two stands where nobody would say it: "(laughs)".

    First of all behind *start*, or where a sentence has ended.
    """
    few = len(words.split()) <= _FEWEST_WORDS
    return few and match.group().startswith("(") and _ends_sentence(text, start, match.start())


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends before *end*, or nothing stands between *start* and it."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return end == start or text[end - 1] in _SENTENCE_ENDS


def _reporting(words: str, convention: Convention) -> re.Match[str] | None:
    """The first verb in *words* that reports a speech."""
    for match in re.finditer(r"[^\W\d_]+", words):
        if match.group() in convention.verbs:
            return match
    return None


def _by_surname(polite: re.Match[str], known: Mapping[str, str]) -> Summarised | None:
    """The one known speaker of that surname; None if there is none, or more than one."""
    surname = speaker_key(polite.group(1))
    keys = [key for key, name in known.items() if speaker_key(name.split()[-1]) == surname]
    return Summarised(keys[0], *polite.span(), "speaker") if len(keys) == 1 else None


def _is_name(words: str, convention: Convention) -> bool:
    parts = [part.lower() for part in words.split()]
    title = any(part in convention.offices or part in convention.openers for part in parts)
    place = parts[0] in convention.not_first_names or parts[-1] in convention.not_names
    return not title and not place


def _name_before(words: str, start: int, end: int, convention: Convention) -> Summarised | None:
    """The name that ends right before the verb: two capitalised words, and no title's."""
    match = re.search(rf"({_NAME_WORD} {_NAME_WORD})\s*$", words[start:end])
    if match is None or not _is_name(match.group(1), convention):
        return None
    before = words[start : start + match.start(1)].lower().split()
    evidence = "words" if convention.offices.isdisjoint(before) else "title"
    span = (start + match.start(1), start + match.end(1))
    return Summarised(speaker_key(match.group(1)), *span, evidence)
