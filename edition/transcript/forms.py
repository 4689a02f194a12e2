"""Forms of labels: how a maker prints them, as a scholar writes it down.

A form is a pattern in plain signs: ``The {office}[ ({honorific} {name})].`` Words and signs stand
for themselves, a space for white space, a dash (–) for any dash, ``[…]`` for what may be missing,
``{…}`` for a part; a backslash makes the sign after it stand for itself. Nothing in a form can
make matching slow: what may repeat is bounded, and stops at its first wrong character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_SPACES = "[ \\t\u00a0]"
_UPPER = "[^\\W\\d_a-zß-öø-ÿа-яё]"
_WORD = f"(?:(?:{_UPPER}\\.-?){{1,6}}|{_UPPER}[\\w’'ʼ-]{{0,60}})"
_LONG_WORD = f"{_UPPER}[\\w’'ʼ-]{{1,60}}"
_DASHES = "[-‐‑‒–—―−]"
_CALLED = f"{_UPPER}[\\w’'-]{{0,30}}"
_MOST_WORDS = 7
_LONGEST = 200
_HONORIS_CAUSA = "h\\.[ \u00a0]?c\\.(?:[ \u00a0]mult\\.)?"  # follows an honorific
_MOST_HONORIFICS = 4
_SIGN = re.compile(r"\\(.)|\{([^{}]*)\}|([\[\]])|( +)|(.)", re.DOTALL)

PARTS = {
    "name": "a person's name: words with capitals, initials, particles",
    "surname": "a last name and then initials: ТУРЧИН О.В.",
    "honorific": "one or more of labels.honorifics (Mr, Prof. Dr.), with or without full stops",
    "office": "a title: words with one of labels.offices among them",
    "rank": "a short title before a name: one to four words, all of labels.offices",
    "role": "a person of a play: up to six words, abbreviated or not",
    "anyone": "whatever stands there",
    "generic": "a label that names nobody: one of labels.generic",
    "collective": "a label of many people at once: one of labels.collective",
    "code": "up to 12 capital letters, digits and strokes: CDR, P1, CC/LMP",
    "callsign": "how a station is called: up to three words with capitals, and a number",
    "remark": "words without brackets: a group, a country, a language",
    "place": "words with capitals that tell namesakes apart: of Ohio",
    "number": "digits",
    "time": "a time of day or of a recording: 00:13, [01:02:03], 4:05 pm",
    "date": "a date in digits: 14/03/2021, 2021-03-14",
    "clock": "days, hours, minutes and seconds with spaces between: 04 06 45 58",
    "gap": "a tab, or two spaces and more",
}
"""The parts of a form, and what each of them stands for."""

TWICE = ("honorific", "name")
"""The parts that may stand in a form twice: then two people speak at once."""

_FIXED = {
    "office": f'[^\\W\\d_][^:;?!()\\[\\]“”"*\\n]{{0,{_LONGEST}}}?',
    "anyone": f"[^\\s*:()\\[\\]][^*:\\n]{{0,{_LONGEST}}}?",
    "generic": "[^\\W\\d_][^:;?!\\n]{0,60}?",
    "collective": "[^\\W\\d_][^:;?!()\\n]{0,100}?",
    "code": "[A-Z][A-Z0-9/]{0,11}",
    "callsign": f"{_CALLED}(?:[ \u00a0-]{_CALLED}){{0,2}}(?:[ \u00a0-][0-9]{{1,4}})?",
    "time": (
        "[\\[(]?(?:[0-9]{1,3}:){1,3}[0-9]{2}(?:[.,][0-9]{1,3})?"
        f"(?:{_SPACES}?[AaPp]\\.?[Mm]\\.?)?[\\])]?"
    ),
    "date": "[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4}",
    "clock": "-?[0-9]{2,3}(?: [0-9]{2}){3}",
}
_UNNAMED = {
    "remark": "(?:[^()\\[\\]\\n]|\\([^()\\n]{1,60}\\)){1,200}?",
    "number": "[0-9]{1,6}",
    "gap": "(?:\\t[ \\t\u00a0]*|[ \\t\u00a0]{2,})",
}

_BRACES = {
    "{": "this brace is not closed",
    "}": "this brace closes none; for the sign itself write a backslash before it",
}


class FormError(ValueError):
    """A form that is not well written: what is wrong, in words, and at which character of it."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.at = at


class Words(NamedTuple):
    """The word lists that parts of a form stand for."""

    honorifics: Iterable[str]
    particles: Iterable[str]
    bodies: Iterable[str] = ()
    offices: Iterable[str] = ()


def pattern(form: str, words: Words, *, own_line: bool, verbs: Iterable[str] = ()) -> str:
    """The regular expression for *form*, to be matched at the start of a line.

    With *own_line* nothing may follow; with *verbs* one of them must, as the first word after
    it. Parts become named groups, with a 2 after the name for the second. Raises FormError.
    """
    written: list[str] = [_SPACES, "*"]
    seen: set[str] = set()
    opened = -1
    last = ""
    for sign in _SIGN.finditer(form):
        literal, part, bracket, space, other = sign.groups()
        if other in _BRACES:
            raise FormError(_BRACES[other], sign.start())
        last = literal or other or (" " if space or part == "gap" else "")
        if part is not None:
            written.append(_part(part, words, seen, sign.start()))
        elif bracket is not None:
            if (bracket == "[") != (opened < 0):
                raise FormError(
                    "square brackets are not in pairs, or one is in another", sign.start()
                )
            opened = sign.start() if bracket == "[" else -1
            written.append("(?:" if bracket == "[" else ")?")
        else:
            sign_or_dash = _DASHES if last == "–" else re.escape(last)
            written.append(f"{_SPACES}+" if space else sign_or_dash)
    if opened >= 0:
        raise FormError("this square bracket is not closed", opened)
    if not seen:
        raise FormError("there is no part in braces: it would match nothing but itself", 0)
    return "".join(written) + _ending(last, own_line=own_line, verbs=tuple(verbs))


def sign_of(form: str) -> str:
    """A sign that stands in every label of *form*, and no dash; '' if there is none."""
    signs = ""
    optional = False
    for sign in _SIGN.finditer(form):
        literal, _, bracket, _, other = sign.groups()
        if bracket is not None:
            optional = bracket == "["
        elif not optional:
            signs += literal or other or ""
    signs = "".join(sign for sign in signs if sign.isascii() and sign != "-")
    return signs[-1:] or (":" if "{time}" in form else "")


def _part(name: str, words: Words, seen: set[str], at: int) -> str:
    if name not in PARTS:
        raise FormError(f"there is no part “{name}”; there are {', '.join(PARTS)}", at)
    if name in _UNNAMED:
        seen.add(name)
        return _UNNAMED[name]
    kind = "name" if name == "surname" else name
    again = kind in seen
    if again and (kind not in TWICE or f"{kind}2" in seen):
        raise FormError(f"the part “{name}” stands in it too often", at)
    group = f"{kind}2" if again else kind
    seen.add(group)
    if name == "name":
        return f"(?P<{group}>{_name(words)})"
    if name == "surname":
        return f"(?P<{group}>{_LONG_WORD}(?: {_WORD})?[ \u00a0](?:{_UPPER}\\.[ \u00a0]?){{1,3}})"
    if name == "honorific":
        return f"(?P<{group}>{_honorifics(words.honorifics)})"
    if name == "rank":
        return f"(?P<rank>{_rank(words.offices)})"
    if name == "role":
        return f"(?P<role>{_role(words.honorifics)})"
    if name == "place":
        return f"(?P<place>{_name(words)})"
    return f"(?P<{name}>{_FIXED[name]})"


def _role(honorifics: Iterable[str]) -> str:
    """A role: "Mad. Raupe", "v. Ruben" and "2. Bürger" have a stop that does not end it."""
    first = f"(?:[0-9]{{1,2}}\\. ?|[a-zà-ÿа-яё]{{1,3}}\\. ?|(?i:{_any_of(honorifics)})\\. ?)?"
    more = "(?:[\\w’' \u00a0-]| [a-zà-ÿа-яё]{1,3}\\. ){0,60}?"
    return f"{first}[^\\W\\d_](?:{more}[\\w’'])?"


def _rank(offices: Iterable[str]) -> str:
    """One to four offices, as many as there are: "PRIME MINISTER", "Lieutenant General"."""
    one = f"(?={_UPPER})(?i:{_any_of(offices)})(?![\\w’'])\\.?"
    return f"{one}(?:[ \u00a0-]{one}){{0,3}}"


def _honorifics(words: Iterable[str]) -> str:
    one = f"(?i:{_any_of(words)})(?![\\w’'-])\\.?"
    more = f"(?:{_SPACES}{{0,2}}(?:{one}|{_HONORIS_CAUSA})){{0,{_MOST_HONORIFICS - 1}}}"
    return f"{one}{more}"


def _name(words: Words) -> str:
    no_body = f"(?!(?i:{_any_of(words.bodies)})(?![\\w’'-]))" if words.bodies else ""
    particle = f"(?:{_any_of(words.particles)})(?=[ \u00a0])|[ld]['’]{_UPPER}[\\w’'-]{{0,60}}"
    more = f"(?:[ \u00a0]{{1,3}}(?:{particle}|{_WORD})){{0,{_MOST_WORDS}}}"
    ending = ",?[ \u00a0](?:Jr|Sr|II|III|IV)(?!\\w)\\.?"
    return f"{no_body}(?:(?:{particle})[ \u00a0]{{1,3}}){{0,3}}{no_body}{_WORD}{more}(?:{ending})?"


def _ending(last: str, *, own_line: bool, verbs: tuple[str, ...]) -> str:
    if own_line:
        return "\\s*\\Z"
    if verbs:
        follows = "|".join(re.escape(one) + "(?!\\w)" * one[-1].isalnum() for one in verbs)
        return f"(?={_SPACES}+(?:{follows}))"
    if last == ".":
        return f"(?={_SPACES}+[^\\sa-z]|{_SPACES}*…|\\s*\\Z)"
    if last == "–":
        return f"(?!\\w)(?!{_SPACES}*[a-zß-öø-ÿа-яё])"
    return "" if last and last in " :>)]*\u3000" else "(?!\\w)"


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first)) or "(?!)"
