"""From a transcript to its mentions of persons, places and bodies: :func:`name`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edition.names.bodies import BodyFinder
from edition.names.entries import Entries
from edition.names.finding import Found
from edition.names.gazetteer import lookup as in_gazetteer
from edition.names.known import Known
from edition.names.language import Language, language, language_of
from edition.names.model import Kind, Mention, Naming
from edition.names.namesakes import with_evidence
from edition.names.persons import PersonFinder
from edition.names.places import Lookup, PlaceFinder
from edition.names.words import Word, words
from edition.transcript.model import Block, Transcript
from edition.transcript.model import Kind as BlockKind

_NAMED = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.DATELINE,
        BlockKind.LEAD,
        BlockKind.HEADING,
        BlockKind.SPEECH,
        BlockKind.SUMMARY,
        BlockKind.PROSE,
        BlockKind.PULLQUOTE,
        BlockKind.CLOSING,
    }
)


class _Line:
    """A block with its words, and what is named by them."""

    def __init__(self, block: Block, finders: _Finders) -> None:
        self.block = block
        self.offset = block.label.end if block.label else 0
        text = block.text[self.offset :]
        # A heading in capitals: the words have the same length in small letters.
        if text.isupper() and len(text.title()) == len(text):
            text = text.title()
        self.words = words(text, finders.is_compound)
        self.found: list[Found] = []


def name(
    transcript: Transcript,
    known: Known | None = None,
    *,
    lookup: Lookup = in_gazetteer,
    reserved: Iterable[str] = (),
) -> Naming:
    """The mentions in *transcript*, by the entries of a register and the gazetteer's *lookup*.

    Entries that a scholar made are found wherever their names stand; the rest is found by the words
    of the language, and is a candidate. A transcript in a language without words has only the
    names of its register. *reserved* are identifiers that no new entry gets.
    """
    known = known or Known()
    blocks = [block for block in transcript.blocks if block.kind in _NAMED]
    code = transcript.language
    if code in ("", "und"):
        code = language_of(block.text for block in blocks)
    finders = _Finders(language(code), lookup)
    lines = [_Line(block, finders) for block in blocks]
    for line in lines:
        finders.meet(line.words)
    for line in lines:
        line.found = _without_conflicts([*known.find(line.words), *finders.find(line.words)], known)
        line.found = finders.with_evidence(line)
    entries = Entries(transcript, known, lookup, finders.nicknames, reserved)
    entries.meet([found for line in lines for found in line.found])
    for line in lines:
        bare = finders.bare(line.words, line.found, entries.surnames)
        line.found = sorted([*line.found, *bare], key=lambda one: (one.first, -one.last))
        line.found = finders.with_evidence(line)
    entries.meet([found for line in lines for found in line.found])
    mentions: list[Mention] = []
    for line in lines:
        mentions += entries.mentions(line.block, line.offset, line.words, line.found)
    return entries.naming(tuple(mentions))


class _Finders:
    """What finds names by the words of a language; nothing without one."""

    def __init__(self, lists: Language | None, lookup: Lookup) -> None:
        self._lists = lists
        if lists is not None:
            self._places = PlaceFinder(lists, lookup)
            self._bodies = BodyFinder(lists)
            self._persons = PersonFinder(lists, self._places.is_place)

    def is_compound(self, word: str) -> bool:
        """Whether *word* names two places with a hyphen between."""
        return self._lists is not None and self._places.is_compound(word)

    def meet(self, text: Sequence[Word]) -> None:
        """Note what *text* says of the names in it, before any is found."""
        if self._lists is not None:
            self._places.meet(text)

    def find(self, text: Sequence[Word]) -> list[Found]:
        """What *text* names, in no order; some of it may overlap."""
        if self._lists is None:
            return []
        bodies, sheltered = self._bodies.find(text)
        places = self._places.find(text)
        persons = [
            person
            for person in self._persons.find(text)
            if not any(one.first <= person.first <= one.last for one in sheltered)
            and not any(one.first < person.first and person.last <= one.last for one in bodies)
        ]
        bodies = [body for body in bodies if not _is_place(body, places)]
        return [*persons, *places, *bodies]

    @property
    def nicknames(self) -> frozenset[str]:
        """Pairs of a short given name and the full one."""
        return self._lists.nicknames if self._lists else frozenset()

    def with_evidence(self, line: _Line) -> list[Found]:
        if self._lists is None:
            return line.found
        return with_evidence(line.block.line, line.words, line.found, self._lists)

    def bare(
        self, text: Sequence[Word], found: Sequence[Found], surnames: frozenset[str]
    ) -> list[Found]:
        """Surnames that stand alone, of persons known from elsewhere."""
        if self._lists is None:
            return []
        return self._persons.bare(text, found, surnames | self._lists.well_known)


def _is_place(body: Found, places: Sequence[Found]) -> bool:
    return any(place.first <= body.first and body.last <= place.last for place in places)


def _without_conflicts(found: list[Found], known: Known) -> list[Found]:
    """Those that do not overlap by a part; a place may lie in a body, a body's part in nothing.

    The register's names come first, then the longer ones.
    """
    order = {Kind.PERSON: 0, Kind.PLACE: 1, Kind.ORG: 1}

    def rank(one: Found) -> tuple[bool, int, int]:
        return (one.why != "register", order[one.kind], one.first - one.last)

    kept: list[Found] = []
    for one in sorted(found, key=rank):
        refused = one.why != "register" and known.is_refused(one.name)
        if not refused and all(_compatible(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.first, -one.last))


def _compatible(one: Found, other: Found) -> bool:
    if one.last < other.first or other.last < one.first:
        return True
    outer, inner = (one, other) if one.last - one.first > other.last - other.first else (other, one)
    inside = outer.first <= inner.first and inner.last <= outer.last
    return inside and outer.kind is Kind.ORG and inner.kind is Kind.PLACE and outer != inner
