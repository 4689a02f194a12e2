"""From a transcript to its mentions of persons, places and bodies: :func:`name`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import PurePath

import msgspec

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.names.address import Address
from edition.names.conflicts import without_conflicts
from edition.names.entries import Entries
from edition.names.finders import finders_for
from edition.names.gazetteer import lookup as in_gazetteer
from edition.names.kin import Kin
from edition.names.known import Known
from edition.names.known_places import Lookup
from edition.names.language import Language, language_of
from edition.names.lines import (
    Line,
    Words,
    add_bare,
    add_inverted,
    add_places,
    doubt_ships,
    drop_short_bodies,
    is_common,
    places_met,
    put_bearers_first,
)
from edition.names.lone import Called
from edition.names.model import Mention, Naming
from edition.names.namesakes import of_namesakes
from edition.names.people import People
from edition.transcript.model import Kind as BlockKind
from edition.transcript.model import Transcript

_FEWEST_WORDS = 40  # show in which language a text is
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
        BlockKind.EDITORIAL,
    }
)


def name(
    transcript: Transcript,
    known: Known | None = None,
    *,
    lookup: Lookup = in_gazetteer,
    language: str = "",
    reserved: Iterable[str] = (),
    speakers: Mapping[str, str] | None = None,
) -> Naming:
    """The mentions in *transcript*, by the entries of a register and the gazetteer's *lookup*.

    Entries that a scholar made are found wherever their names stand; the rest is found by the words
    of the language, and is a candidate. A transcript in a language without words has only the
    names of its register. *language* goes before what the transcript says of itself; *reserved* are
    identifiers that no new entry gets. *speakers* has the entries of the register that were given
    to speakers before, by their names: each keeps his.
    """
    known = known or Known()
    blocks = [block for block in transcript.blocks if block.kind in _NAMED]
    code = language or transcript.language
    undetermined = code in ("", "und")
    if undetermined:
        code = language_of(block.text for block in blocks)
    finders = finders_for(code.partition("-")[0], lookup)
    lines = [Line(block, finders) for block in blocks]
    met = places_met(lines)
    common = Words(line.text for line in lines)
    for line in lines:
        found = known.find(line.text)
        if finders:
            of_words, line.sheltered = finders.find(line.text, line.candidates, met)
            found += [one for one in of_words if not is_common(one, common)]
        if found:
            line.add(without_conflicts(found, known), finders)
    drop_short_bodies(lines)
    if finders:
        doubt_ships(lines, transcript, finders.language.articles)
        add_inverted(lines, finders, transcript)
    people = finders.people(known) if finders else People(known.people)
    places = finders.lookup if finders else lookup
    honorifics = finders.honorifics if finders else frozenset[str]()
    entries = Entries(
        transcript,
        known,
        people,
        places,
        reserved=reserved,
        honorifics=honorifics,
        is_nobody=finders.language.is_nobody if finders else _names_somebody,
        speakers=speakers or {},
    )
    put_bearers_first(lines, finders, entries, known)
    for index, apart in of_namesakes((index, line.found) for index, line in enumerate(lines)):
        lines[index].found = apart
    entries.meet([(line.block, line.found) for line in lines])
    if finders:
        surnames = entries.surnames | finders.famous.keys()
        given = entries.given - (finders.language.signals - entries.given_of_speakers)
        called = Called(surnames, given, entries.names, surnames | given)
        changed = add_bare(lines, finders, called)
        add_places(lines, finders)
        entries.meet([(line.block, line.found) for line in changed])
    entries.locate(chain.from_iterable(line.found for line in lines))
    mentions = [entries.mentions(line.block, line.offset, line.text, line.found) for line in lines]
    if finders:
        _add_meant(lines, mentions, finders.language, transcript, entries)
    naming = entries.naming(tuple(chain.from_iterable(mentions)))
    if not undetermined:
        return naming
    clear = bool(code) and sum(len(block.text.split()) for block in blocks) >= _FEWEST_WORDS
    told = _undetermined(transcript, code if finders else "", clear=clear)
    return msgspec.structs.replace(
        naming,
        diagnostics=(told, *naming.diagnostics),
        language=code if clear else "",
    )


def _names_somebody(_label: str) -> bool:
    """Of every label in a language without words: no label of it names nobody."""
    return False


def _undetermined(transcript: Transcript, code: str, *, clear: bool) -> Diagnostic:
    """That nobody says in which language the text is; names were found by *code*, if by any.

    With *clear* the text is long enough to show that it is in *code*.
    """
    name = transcript.origin.name
    finding = ("N039" if clear else "N032") if code else "N033"
    return diagnostic(finding, Place(name), language=code, stem=PurePath(name).stem)


def _add_meant(
    lines: Sequence[Line],
    mentions: list[list[Mention]],
    language: Language,
    transcript: Transcript,
    entries: Entries,
) -> None:
    """Add to the *mentions* of each of *lines* who is meant without a name."""
    speakers = entries.speakers
    address = Address(transcript, language, speakers)
    kin = Kin(language, transcript.turns, speakers)
    for line, named in zip(lines, mentions, strict=True):
        if language.kinship.isdisjoint(line.text.cues):
            continue
        kin.learn(line.block, line.text, list(zip(line.found, named, strict=True)))
    openers = address.openers | kin.openers
    for index, line in enumerate(lines):
        if openers.isdisjoint(line.text.cues):
            continue
        meant = address.mentions(line.block, line.offset, line.text)
        named = [*mentions[index], *meant]
        meant += kin.mentions(line.block, line.offset, line.text, named)
        if meant:
            entries.tell(line.block, meant)
            mentions[index] = sorted(
                [*mentions[index], *meant], key=lambda one: (one.start, -one.end)
            )
