"""From names found in a document to entries: those of the register, and new candidates."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from edition.diagnostic import Place, diagnostic
from edition.names.denied import denied, hear_honorifics, surname_of
from edition.names.finding import ENDING, JOINT, Found
from edition.names.human import Human, Meant
from edition.names.identifiers import Identifiers
from edition.names.known import Known
from edition.names.known_places import Lookup
from edition.names.labelled_before import labelled_before
from edition.names.likeness import compatible, surname
from edition.names.located import Places
from edition.names.model import Certainty, Entry, Kind, Mention, Name, Naming, Register, less_sure
from edition.names.participants import Namesakes
from edition.names.people import People
from edition.names.speakers import LISTED, Speakers
from edition.names.words import Text, folded
from edition.transcript.model import Block, Transcript


class Entries:
    """Gives each name of a document its entry."""

    def __init__(
        self,
        transcript: Transcript,
        known: Known,
        people: People,
        lookup: Lookup,
        *,
        reserved: Iterable[str] = (),
        honorifics: Container[str] = (),
        is_nobody: Callable[[str], bool],
        speakers: Mapping[str, str],
    ) -> None:
        self._known = known
        self._people = people
        self._file = transcript.origin.name
        self._used: dict[str, Entry] = {}
        self._proposed: list[Human] = []
        self._identifiers = Identifiers(reserved, known.register.entries)
        self._places = Places(known, lookup, self._identifiers)
        self._apart: dict[tuple[int, int], Human] = {}
        self._denied: set[str] = set()  # full names of others than those of a label's surname
        self._first_full: dict[str, str] = {}  # by the surname, the first name of more words
        self._turns = transcript.turns
        self._namesakes = Namesakes(people, transcript.turns)
        self._honorifics = honorifics
        self._speakers = Speakers(known, people, self._choice, honorifics)
        named = [
            speaker
            for speaker in transcript.speakers
            if not (speaker.nameless or speaker.collective or is_nobody(speaker.name))
        ]
        listed = known.register.entries
        before = labelled_before(named, speakers, listed, honorifics, people.may_be)
        for speaker in named:
            self._entry(self._speakers.meet(speaker, before.get(speaker.key, "")))
        self._speakers.hear(transcript)
        for turn in transcript.turns:
            if (human := self._speakers.humans.get(turn.speaker or "")) and not human.speaks_from:
                human.speaks_from = turn.line
        self._diagnostics = self._speakers.findings(transcript)

    def locate(self, found: Iterable[Found]) -> None:
        """Make known the places among *found*, all that the document names."""
        self._places.meet(found)

    def meet(self, blocks: Iterable[tuple[Block, Sequence[Found]]]) -> None:
        """Make known the persons found in *blocks*: full names before bare ones."""
        persons = [
            (block, one) for block, found in blocks for one in found if one.kind is Kind.PERSON
        ]
        hear_honorifics(persons, self._speakers.humans.values())
        givens = {
            key: human.name.partition(" ")[0]
            for key, human in self._speakers.humans.items()
            if " " in human.name
        }
        self._denied |= denied(persons, self._speaking_human, self._is_surname, self._people)
        names = (one.name for _, one in persons if folded(one.name) not in self._denied)
        self._first_full = _first_full(names) | self._first_full

        def rank(person: tuple[Block, Found]) -> tuple[int, bool]:
            """The fullest names first: "George Bush" may be any of those who have one more.

            Those with the given name of whoever speaks come last: others say who is called so.
            """
            block, one = person
            words = one.name.split(" ")
            return -len(words), givens.get(self._speaking(block)) == words[0]

        for block, one in sorted(persons, key=rank):
            if " " in one.name and not one.apart:
                self._meet(one, block)
            elif one.apart and one.apart not in self._apart:
                self._new(one, block)
        for block, one in persons:
            if " " not in one.name:
                self._meet_bare(one, block)
        for block, one in persons:
            if one.another or one.origin:
                self._namesakes.meet(one, block)

    def _meet(self, one: Found, block: Block) -> None:
        line = block.line
        speaking = self._speaking(block)
        meant = self._people.full(one.name, line=line, speaking=speaking, honorific=one.honorific)
        if meant is None:
            self._new(one, block)
        elif human := meant.human:
            human.first_line = min(line, human.first_line or line)
            self._people.also(human, one.name, meant.certainty)
            human.honorifics.update(filter(None, [one.honorific]))
            _introduce(human, one, line)

    def _meet_bare(self, one: Found, block: Block) -> None:
        meant = self._bare(one, block.line)
        if meant is None:
            self._new(one, block)
        elif meant.human and (
            meant.certainty is Certainty.HIGH
            or (meant.certainty is Certainty.MEDIUM and not meant.human.kin)
        ):
            meant.human.honorifics.update(filter(None, [one.honorific]))

    def _bare(self, one: Found, line: int) -> Meant | None:
        """Whom *one* of one word in *line* means; None if nobody known."""
        spoken_to = one.spoken_to and bool(self._speakers.humans)
        meant = self._people.bare(
            one.name,
            one.titles,
            line=line,
            honorific=one.honorific,
            spoken_to=spoken_to,
            another=bool(one.another),
        )
        if meant or one.titles or one.honorific or one.another:
            return meant
        return self._people.by_other_form(one.name, line=line, spoken_to=spoken_to)

    def _speaking(self, block: Block) -> str:
        """The key of whoever speaks in *block*; "" where that is not known."""
        speaker = self._turns[block.turn].speaker if block.turn is not None else None
        return speaker or ""

    def _speaking_human(self, block: Block) -> Human | None:
        """Whoever speaks in *block*; None where that is not known."""
        return self._speakers.humans.get(self._speaking(block))

    @property
    def surnames(self) -> frozenset[str]:
        """The last words of all names of persons, folded; words of one letter left out."""
        names = (
            name
            for human in self._people.humans
            for name in human.names
            if " " in name or human.why not in ("label", "print")
        )
        ends = map(surname, names)
        return frozenset(folded(end) for end in ends if len(end) > 2)

    @property
    def given_of_speakers(self) -> frozenset[str]:
        """The given names of those who speak, folded."""
        return frozenset(name.partition(" ")[0] for name in self._full_of_speakers)

    @cached_property
    def _full_of_speakers(self) -> frozenset[str]:
        """The names of two words or more of those who speak, folded and without honorific."""
        names = (name for human in self._speakers.humans.values() for name in human.names)
        words = (name.split(" ") for name in names)
        plain = (folded(" ".join(own[own[0] in self._honorifics :])) for own in words)
        return frozenset(name for name in plain if " " in name)

    def is_person(self, name: str) -> bool:
        """Whether somebody who speaks, or is known in full by now, is called *name*."""
        return folded(name) in self._full_of_speakers or self._people.is_called(name)

    @property
    def names(self) -> frozenset[str]:
        """The names of two words or more of those whom the document names, folded."""
        humans = self._people.humans
        return frozenset(folded(name) for human in humans for name in human.names if " " in name)

    @property
    def given(self) -> frozenset[str]:
        """The first words of :attr:`names`; honorifics, and words of two letters left out."""
        first = (name.partition(" ")[0] for name in self.names)
        return frozenset(word for word in first if len(word) > 2 and word not in self._honorifics)

    def mentions(
        self, block: Block, offset: int, text: Text, found: Sequence[Found]
    ) -> list[Mention]:
        """The mentions in *block*: *found* in *text*, its words from character *offset* on."""
        return [self._mention(block, offset, text, one) for one in found]

    def naming(self, mentions: tuple[Mention, ...]) -> Naming:
        """All that was found, with the entries used, speakers first."""
        speakers = self.speakers
        for human in self._proposed:
            self._list_in_full(human)
        register = Register(self._used, self._known.register.refused)
        return Naming(mentions, register, speakers, tuple(self._diagnostics))

    @property
    def speakers(self) -> dict[str, str]:
        """The identifiers of the speakers' entries by their keys."""
        return {key: self._entry(human).id for key, human in self._speakers.humans.items()}

    def _new(self, one: Found, block: Block) -> Human:
        """A new person; one known by the surname alone until now, if there is just one."""
        if " " in one.name and not (one.apart or one.kin):
            meant = self._people.bare(surname(one.name), honorific=one.honorific)
            first = self._first_full.get(surname_of(one.name), one.name)
            same = one.name.partition(" ")[0] == first.partition(" ")[0]
            is_first = same and compatible(first, one.name) and folded(one.name) not in self._denied
            known = meant.human if meant and meant.certainty is not Certainty.LOW else None
            if is_first and known and self._may_name(known, one, block):
                is_sure = not (one.origin and known.speaker)  # "Mr John Hughes, of Cardiff"
                self._people.also(known, one.name, _CERTAIN[is_sure])
                return known
        human = self._namesake(one) if one.apart else None
        if human is None:
            human = Human(
                [one.name],
                titles=set(one.titles),
                honorifics=set(filter(None, [one.honorific])),
                why=one.why,
                certainty=one.certainty,
                first_line=block.line,
            )
            self._add(human, one)
        if one.apart:
            self._apart[one.apart] = human
        _introduce(human, one, block.line)
        return human

    def _may_name(self, known: Human, one: Found, block: Block) -> bool:
        """Whether the full name of *one* in *block* may be that of *known*.

        Of whom no more is known than a surname. What nobody says lists those who take part.
        """
        if not all(map(self._is_surname, known.names)):
            return False
        told = block.turn is None or (one.oneself and known is self._speaking_human(block))
        return told or self._people.may_name(known, (one.honorific, one.kin, one.pronoun))

    def _list_in_full(self, human: Human) -> None:
        """List the new entry of *human*, that has a surname alone, under the full name, if known.

        "Mrs Pike" is the label of whom the text calls "Mrs Eleanor Pike".
        """
        entry = human.entry
        if entry is None or not self._is_surname(entry.name):
            return
        full = [name for name in human.surely if not self._is_surname(name)]
        if full:
            longest = max(full, key=lambda name: (len(name.split()), -full.index(name)))
            names = (Name(longest), *entry.names)
            human.entry = self._used[entry.id] = msgspec.structs.replace(entry, names=names)

    def _add(self, human: Human, one: Found) -> None:
        """Make *human*, who is named by *one*, known; not the kin of somebody of the same name.

        Whoever is named so without such words is the other, less surely.
        """
        other = self._people.full(one.name) if one.apart and one.theirs else None
        if other and other.human:
            self._people.doubt(other.human, one.name)
        else:
            self._people.add(human)

    def _is_surname(self, name: str) -> bool:
        """Whether *name* has no more than a surname, and an honorific: "Mr Govorov"."""
        first, _, rest = name.partition(" ")
        return not rest or (first in self._honorifics and " " not in rest)

    def _namesake(self, one: Found) -> Human | None:
        """The one of that name who takes no part, if a register has just one."""
        meant = self._people.full(one.name)
        known = (*meant.choices, meant.human) if meant else ()
        others = [human for human in known if human and human.entry and not human.speaker]
        return self._people.own(others[0]) if len(others) == 1 else None

    def _mention(self, block: Block, offset: int, text: Text, one: Found) -> Mention:
        start, end = text.offsets(one.first, one.last)
        start, end = offset + start, offset + end
        role = None
        if one.role:
            role = (start, offset + text.offsets(one.first, one.first + one.role - 1)[1])
        entry: Entry | None
        choices: tuple[str, ...] = ()
        certainty = one.certainty
        if one.kind is Kind.PERSON:
            meant = self._of_entries(self._meant(one, block))
            entry = self._entry(meant.human) if meant.human else None
            choices = tuple(self._choice(human).id for human in meant.choices)
            known = one.why in _BELIEVED and meant.human and " " in meant.human.name
            certainty = meant.certainty if known else less_sure(certainty, meant.certainty)
        else:
            entry, *others = self._places.of(one)
            certainty = self._places.certainty(one)
            if others:
                choices = tuple(other.id for other in (entry, *others))
                entry, certainty = None, Certainty.LOW
            else:
                self._used.setdefault(entry.id, entry)
        identifier = entry.id if entry else None
        mention = Mention(
            block.line,
            start,
            end,
            one.kind,
            identifier,
            certainty,
            one.why,
            role,
            choices,
            column=block.column,
        )
        if choices:
            self.tell(block, [mention])
        return mention

    def _of_entries(self, meant: Meant) -> Meant:
        """*meant*, its choices one of each entry; whose it is where all have the same."""
        if len(meant.choices) < 2:
            return meant
        each = {self._choice(human).id: human for human in meant.choices}
        if len(each) > 1:
            return meant._replace(choices=tuple(each.values()))
        return Meant(next(iter(each.values())), Certainty.LOW)

    def _meant(self, one: Found, block: Block) -> Meant:
        if one.apart:
            return Meant(self._apart[one.apart], Certainty.MEDIUM)
        if meant := self._namesakes.meant(one, block):
            return meant
        line = block.line
        people = self._people
        meant = (
            people.full(
                one.name,
                one.titles,
                line=line,
                speaking=self._speaking(block),
                honorific=one.honorific,
            )
            if " " in one.name
            else self._bare(one, line)
        )
        if meant is None:
            return Meant(self._new(one, block), one.certainty)
        if meant.human is None:
            meant = _by_role(meant, one, self._speaking(block))
        if meant.human is not None:
            people.also(meant.human, one.name, meant.certainty)
        return meant

    def _entry(self, human: Human) -> Entry:
        """The entry of *human*, which the document uses; a new candidate where it has none."""
        entry = self._choice(human)
        self._used.setdefault(entry.id, entry)
        return entry

    def _choice(self, human: Human) -> Entry:
        """The entry of *human*, who may be meant."""
        listed = self._listed_name(human) if human.entry is None else ""
        if listed:
            proposed = self._known.proposed(Kind.PERSON, listed)
            human.entry = next(
                (one for one in proposed if one.id not in self._identifiers.taken), None
            )
        if human.entry is None:
            human.entry = Entry(
                self._identifiers.new(listed, Kind.PERSON),
                Kind.PERSON,
                (Name(listed),),
                roles=tuple(sorted(human.titles)) if human.why == "namesake" else (),
                note=human.why,
                candidate=True,
            )
            self._proposed.append(human)
        self._identifiers.taken.add(human.entry.id)
        if human.entry.candidate:  # the next encoding of the document finds it again
            self._used.setdefault(human.entry.id, human.entry)
        return human.entry

    def _listed_name(self, human: Human) -> str:
        """The name under which *human* is listed; with what tells him from others of the surname.

        As in "Mr Kowalczyk" and "Mrs Kowalczyk", where no given name is known.
        """
        name = human.name
        if " " in name or not self._people.has_namesakes(name):
            return name
        told = sorted(human.titles) or sorted(
            word for word in human.honorifics if word in self._honorifics
        )
        return f"{told[0]} {name}" if told else name

    def tell(self, block: Block, mentions: Iterable[Mention]) -> None:
        """Remember to tell which of *mentions* in *block* nothing decides."""
        for one in mentions:
            if one.choices:
                place = Place(self._file, *block.place(one.start))
                more = " …" if len(one.choices) > LISTED else ""
                listed = ", ".join(one.choices[:LISTED]) + more
                printed = " ".join(block.text[one.start : one.end].split())
                self._diagnostics.append(diagnostic("N030", place, name=printed, choices=listed))


def _introduce(human: Human, one: Found, line: int) -> None:
    """Note that *one* in *line* says whose kin *human* is, and if it is the first to name him."""
    human.honorifics.update(filter(None, [one.kin, one.pronoun]))
    if one.kin and not human.speaker and line <= (human.first_line or line):
        human.first_line = line
        human.kin = one.kin
        human.other_until = line if one.beside else line - 1


def _first_full(names: Iterable[str]) -> dict[str, str]:
    """By the surname the first of *names* that has more than one word."""
    found: dict[str, str] = {}
    for name in names:
        if " " in name:
            found.setdefault(surname_of(name), name)
    return found


_BELIEVED = (ENDING, JOINT)  # rules that are, once the person is known in full
_CERTAIN = {True: Certainty.HIGH, False: Certainty.MEDIUM}


def _by_role(meant: Meant, one: Found, speaking: str) -> Meant:
    """Among namesakes the one who takes part, where the text speaks to or of a participant.

    Whoever is *speaking* hardly speaks of himself so.
    """
    speakers = [human for human in meant.choices if human.speaker]
    if any(human.speaker == speaking for human in speakers):
        others = tuple(human for human in meant.choices if human.speaker != speaking)
        return Meant(others[0], Certainty.LOW) if len(others) == 1 else meant
    if len(speakers) == 1 and (one.addressed or one.why == "honorific"):
        return Meant(speakers[0], Certainty.MEDIUM)
    return meant
