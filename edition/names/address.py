"""Forms of address by an office: "Mr President" means whoever of the participants bears it."""

from __future__ import annotations

from collections.abc import Mapping

from edition.names.language import Language
from edition.names.model import Certainty, Kind, Mention
from edition.names.words import Text, folded
from edition.transcript.model import Block, Speaker, Transcript


class Address:
    """Finds whom the participants of *transcript* address by an office.

    Only who is known is marked: the one participant of that office who is not speaking; of
    several the one who speaks next, or spoke before. Nobody else is guessed.
    """

    def __init__(
        self, transcript: Transcript, language: Language, entries: Mapping[str, str]
    ) -> None:
        """*entries* are the identifiers of the speakers' entries by their keys."""
        self._turns = transcript.turns
        self._words = language
        self._openers = language.address | language.styles
        self._entries = entries
        # By the office: who bears it and no other, and who bears it with another.
        self._bearers: dict[str, list[str]] = {}
        self._also: dict[str, list[str]] = {}
        for speaker in transcript.speakers:
            alone, joint = self._offices(speaker)
            for bearers, offices in ((self._bearers, alone), (self._also, joint - alone)):
                for office in offices:
                    bearers.setdefault(office, []).append(speaker.key)

    def mentions(self, block: Block, offset: int, text: Text) -> list[Mention]:
        """The forms of address in *block*, whose words are *text* from character *offset* on."""
        if block.turn is None or self._openers.isdisjoint(text.vocabulary):
            return []
        found = []
        for index in text.capitals:
            last = self._end(text, index)
            if last is None:
                continue
            first = index if last > index else index - 1
            meant = self._meant(text.name(first + 1, last), block.turn)
            if meant is None:
                continue
            start, end = (offset + at for at in text.offsets(first, last))
            found.append(
                Mention(
                    block.line,
                    start,
                    end,
                    Kind.PERSON,
                    self._entries[meant[0]],
                    meant[1],
                    "form of address",
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

    def _meant(self, office: str, turn: int) -> tuple[str, Certainty] | None:
        speaking = self._turns[turn].speaker
        if office in self._words.styles:  # of two who speak the other
            others = [key for key in self._entries if key != speaking]
            return (others[0], Certainty.MEDIUM) if len(others) == 1 else None
        key = folded(office).casefold()
        bearers = self._bearers.get(key) or self._also.get(key, [])
        others = [key for key in bearers if key != speaking and key in self._entries]
        if len(others) == 1:
            return others[0], Certainty.HIGH
        for beside in (turn + 1, turn - 1):
            near = self._turns[beside].speaker if 0 <= beside < len(self._turns) else None
            if near in others:
                return str(near), Certainty.MEDIUM
        return None

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
