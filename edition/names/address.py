"""Forms of address by an office: "Mr President" means whoever of the participants bears it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from edition.names.language import Language
from edition.names.model import Certainty, Kind, Mention
from edition.names.words import Text, folded
from edition.transcript.model import Block, Speaker, Transcript, Turn

_SHORT = 6  # words of a sentence that does nothing but bid somebody speak


class _Meant(NamedTuple):
    """The keys of the speakers who may be meant: of one, if he is."""

    speakers: tuple[str, ...]
    certainty: Certainty


class _Floor(NamedTuple):
    """Which turn speaks, and whether it gives the floor to whom it addresses."""

    turn: int
    is_given: bool


class Address:
    """Finds whom the participants of *transcript* address by an office.

    That is the one participant of that office who is not speaking. Of several it is likely whoever
    spoke before; where the floor is given, or somebody without the office asks, whoever speaks
    next. Nobody else is guessed: there it is said among whom nothing decides.
    """

    def __init__(
        self, transcript: Transcript, language: Language, entries: Mapping[str, str]
    ) -> None:
        """*entries* are the identifiers of the speakers' entries by their keys."""
        self._turns = transcript.turns
        self._blocks = transcript.blocks
        self._words = language
        self.openers = language.address | language.styles
        self._entries = entries
        # By the office: who bears it and no other, and who bears it with another.
        self._bearers: dict[str, list[str]] = {}
        self._also: dict[str, list[str]] = {}
        for speaker in transcript.speakers:
            alone, joint = self._offices(speaker)
            for bearers, offices in ((self._bearers, alone), (self._also, joint - alone)):
                for office in offices:
                    bearers.setdefault(office, []).append(speaker.key)

    @cached_property
    def _asking(self) -> set[int]:
        """The turns with a paragraph that ends with a question."""
        return {
            block.turn
            for block in self._blocks
            if block.turn is not None and block.text.rstrip().endswith("?")
        }

    def mentions(self, block: Block, offset: int, text: Text) -> list[Mention]:
        """The forms of address in *block*, whose words are *text* from character *offset* on."""
        if block.turn is None or self.openers.isdisjoint(text.cues):
            return []
        found = []
        for index in text.capitals:
            last = self._end(text, index)
            if last is None:
                continue
            first = index if last > index else index - 1
            floor = _Floor(block.turn, self._gives_floor(text, first, last))
            meant = self._meant(text.name(first + 1, last), floor)
            if not meant:
                continue
            start, end = (offset + at for at in text.offsets(first, last))
            persons = [self._entries[key] for key in meant.speakers]
            found.append(
                Mention(
                    block.line,
                    start,
                    end,
                    Kind.PERSON,
                    persons[0] if len(persons) == 1 else None,
                    meant.certainty,
                    "form of address",
                    choices=tuple(persons) if len(persons) > 1 else (),
                    named=False,
                    column=block.column,
                )
            )
        return found

    def _end(self, text: Text, index: int) -> int | None:
        """The last word of the office after the word of address at *index*, if no name follows.

        A style is the word at *index* itself: "your Excellency".
        """
        word = text.words[index]
        if word in self._words.styles and index and text.joined[index]:
            before = text.words[index - 1].lower()
            return index if before in self._words.of_addressed and not text.follows(index) else None
        if word not in self._words.address:
            return None
        last = index
        while text.follows(last) and text.words[last + 1] in self._words.offices:
            last += 1
        return last if last > index and not text.follows(last) else None

    def _meant(self, office: str, floor: _Floor) -> _Meant | None:
        speaking = self._turns[floor.turn].speaker
        if office in self._words.styles:  # of two who speak the other
            others = [key for key in self._entries if key != speaking]
            return _Meant(tuple(others), Certainty.MEDIUM) if len(others) == 1 else None
        key = folded(office).casefold()
        bearers = self._bearers.get(key) or self._also.get(key, [])
        others = [key for key in bearers if key != speaking and key in self._entries]
        if len(others) < 2:
            return _Meant(tuple(others), Certainty.HIGH) if others else None
        asks = floor.turn in self._asking and speaking not in bearers
        beside = self._turn(floor.turn + (1 if floor.is_given or asks else -1))
        if beside and beside.speaker in others:
            return _Meant((str(beside.speaker),), Certainty.MEDIUM)
        return _Meant(tuple(others), Certainty.LOW)

    def _turn(self, number: int) -> Turn | None:
        return self._turns[number] if 0 <= number < len(self._turns) else None

    def _gives_floor(self, text: Text, first: int, last: int) -> bool:
        """Whether the sentence with the words *first* to *last* bids whom they address speak.

        As in "Mr President, you have the floor"; "Mr President, please" if no more is said.
        """
        begin, end = first, last + 1
        while begin and not text.first(begin):
            begin -= 1
        while end < len(text) and not text.first(end):
            end += 1
        sentence = [word.lower() for word in text.words[begin:end]]
        if not self._words.floor.isdisjoint(sentence):
            return True
        is_all = end == len(text) and len(sentence) <= _SHORT
        return is_all and not self._words.bidding.isdisjoint(sentence)

    def _offices(self, speaker: Speaker) -> tuple[set[str], set[str]]:
        """The offices of *speaker* as one is addressed by them; and each of those in one title.

        "Minister and Deputy Governor for Trade" is addressed as either.
        """
        titles = [*speaker.titles, speaker.name] if speaker.nameless else speaker.titles
        alone, joint = set(), set()
        for words in (title.removeprefix("The ").split() for title in titles):
            ends = [at for at, word in enumerate(words) if word in self._words.conjunctions]
            alone.add(self._head(words))
            begins = [0, *(at + 1 for at in ends)]
            joint |= {
                self._head(words[begin:end])
                for begin, end in zip(begins, [*ends, len(words)], strict=True)
            }
        return alone, joint

    def _head(self, words: list[str]) -> str:
        """The office that *words* begin with, without what it is of, as offices are compared."""
        small = self._words.after_offices
        until = next((at for at, word in enumerate(words) if word in small), len(words))
        return folded(" ".join(words[:until])).casefold()
