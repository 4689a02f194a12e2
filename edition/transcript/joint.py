"""Labels of more than one person: "Mr Roe and Ms Li", "Messrs Roe and Li", "Roe to Li".

A stroke between two is as good as a comma: "Mr Roe/Ms Li".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from edition.transcript.candidates import Candidate
from edition.transcript.label_parts import Parts
from edition.transcript.model import Label
from edition.transcript.word_sense import speaker_key

_WORD = re.compile(r"[^\s,()]+")
_MOST_NAMES = 4  # in a person's name
_Span = tuple[int, int]


class _Piece(NamedTuple):
    """One of those whom a label names, in its core; *known* if others of its labels show it."""

    honorific: _Span | None
    name: _Span | None
    known: bool = False
    many: bool = False  # the honorific is that of all who follow: "Messrs"
    office: _Span | None = None

    @property
    def is_person(self) -> bool:
        """Whether it has a name."""
        return self.name is not None


class Joint(NamedTuple):
    """The *label* of several people; *known* says that another label has one of their names."""

    label: Label
    known: bool


class Joints:
    """Finds labels of several people; *is_known* tells the names of speakers, by their keys."""

    def __init__(self, parts: Parts, is_known: Callable[[str], bool]) -> None:
        self._parts = parts
        self._is_known = is_known
        labels = parts.convention.labels
        self._addressing = frozenset(labels.addressing.split())
        self._honorifics_of_many = frozenset(labels.honorifics_of_many.split())
        joining = [*labels.conjunctions.split(), *self._addressing]
        joining += [word.upper() for word in joining if len(word) > 1]  # "E" may be an initial
        words = "|".join(map(re.escape, joining))
        between = rf"( *, +(?:(?:{words}) +)?| */ *| +(?:{words}) +)" if words else r"( *, +| */ *)"
        self._between = re.compile(between)

    def are_several(self, core: str) -> bool:
        """Whether *core* is nothing but names of speakers who are known, two or more."""
        _, *others = names = self._between.split(core)[::2]
        return bool(others) and all(self._is_known(speaker_key(name)) for name in names)

    def joint_in(self, candidate: Candidate) -> Joint | None:
        """Those whom *candidate* names, if they are two or more.

        In "Mr Roe to Ms Li" the first speaks. Where a person is joined with something else, the
        label is of nobody who is known: its words are no office of the one named last.
        """
        divided = self._between.split(candidate.core)
        joins = [text.strip(" ,/").lower() for text in divided[1::2]]
        if not joins:
            return None
        pieces: list[_Piece | None] = []
        at = 0
        for number, text in enumerate(divided):
            if number % 2 == 0:
                of_many = bool(pieces and pieces[0] is not None and pieces[0].many)
                strict = number > 0 and not joins[number // 2 - 1]
                pieces.append(self._piece(text, at, of_many=of_many, strict=strict))
            at += len(text)
        return self._joined(candidate, pieces, joins)

    def _joined(
        self, candidate: Candidate, pieces: Sequence[_Piece | None], joins: Sequence[str]
    ) -> Joint | None:
        first, people = pieces[0], [piece for piece in pieces if piece is not None]
        if first is not None and first.office and joins == [""]:
            return None  # "The Clerk, Mr Low"
        polite = sum(piece.honorific is not None for piece in people)
        known = any(piece.known for piece in people) or polite == len(pieces)
        if first is not None and first.is_person and joins[0] in self._addressing:
            return Joint(_label(candidate, first, first.name), known)
        whole = len(people) == len(pieces) and (people[-1].is_person or people[-1].office)
        if not whole:
            begins = first is not None and first.is_person and joins[0] != ""
            follows = any(
                piece is not None and piece.is_person and piece.honorific and join
                for piece, join in zip(pieces[1:], joins, strict=True)
            )
            if not (begins or follows):
                return None  # "Ann Roe, Crewe", "Minister for Trade and Industry Ann Roe"
            return Joint(Label(candidate.end, None, None, generic=True, several=True), known)
        if not any(piece.is_person for piece in people):
            return None  # "Chair and Chief Executive"
        shared = [piece.name or people[-1].name for piece in people]  # "Mr and Mrs Roe"
        label, *others = (_label(candidate, *pair) for pair in zip(people, shared, strict=True))
        return Joint(Label(label.end, label.name, label.title, joint=tuple(others)), known)

    def _piece(self, text: str, at: int, *, of_many: bool, strict: bool) -> _Piece | None:
        """Whom *text* names, which stands at *at*; None if it is no person and no office.

        *of_many* says that an honorific before it counts for it too; *strict* that only such a
        word or another label makes it a person: a comma stands before it.
        """
        words = list(_WORD.finditer(text))
        plain = [word.group().lower().strip(".") for word in words]
        many = bool(plain) and plain[0] in self._honorifics_of_many
        polite = [word in self._parts.convention.honorifics for word in plain]
        count = 1 if many else (*polite, False).index(False)
        honorific = (at + words[0].start(), at + words[count - 1].end()) if count else None
        names = [word.group() for word in words[count:]]
        if not names:
            return _Piece(honorific, None) if honorific else None
        name = (at + words[count].start(), at + words[-1].end())
        if not count and self._is_office(names):
            return None if strict else _Piece(None, None, office=name)
        if not self._is_name(names):
            return None
        known = self._is_known(speaker_key(" ".join(names))) or (
            count > 0 and self._is_known(speaker_key(names[-1]))
        )
        believed = count or of_many or known or (len(names) > 1 and not strict)
        return _Piece(honorific, name, known, many) if believed else None

    def _is_name(self, names: Sequence[str]) -> bool:
        """Whether *names* could be those of a person."""
        parts, small = self._parts, self._parts.convention.particles
        return (
            len(names) <= _MOST_NAMES
            and all(parts.is_name_word(word) or word.lower() in small for word in names)
            and parts.is_name_word(names[-1])
            and not any(map(parts.is_office, names))
        )

    def _is_office(self, words: Sequence[str]) -> bool:
        """Whether *words* are a title, maybe with an article: "the Clerk"."""
        article = words[0].lower() in self._parts.convention.articles
        return len(words) > article and all(map(self._parts.is_office, words[article:]))


def _label(candidate: Candidate, piece: _Piece, name: _Span | None) -> Label:
    """The label of *piece*, whose name stands at *name*, in the line of *candidate*."""

    def in_line(span: _Span | None) -> _Span | None:
        return (candidate.start + span[0], candidate.start + span[1]) if span else None

    if piece.office is not None:
        return Label(candidate.end, None, in_line(piece.office))
    honorific = None if piece.many else piece.honorific
    return Label(candidate.end, in_line(name), in_line(honorific))
