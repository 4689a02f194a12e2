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
        self._entries = entries
        self._bearers: dict[str, list[str]] = {}
        for speaker in transcript.speakers:
            for office in self._offices(speaker):
                bearers = self._bearers.setdefault(office, [])
                if speaker.key not in bearers:
                    bearers.append(speaker.key)

    def mentions(self, block: Block, offset: int, text: Text) -> list[Mention]:
        """The forms of address in *block*, whose words are *text* from character *offset* on."""
        if block.turn is None or self._words.address.isdisjoint(text.words):
            return []
        found = []
        for index in text.capitals:
            last = self._end(text, index)
            if last is None:
                continue
            office = folded(text.name(index + 1, last)).casefold()
            meant = self._meant(self._bearers.get(office, []), block.turn)
            if meant is None:
                continue
            start, end = (offset + at for at in text.offsets(index, last))
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
        """The last word of the office after the word of address at *index*, if no name follows."""
        if text.words[index] not in self._words.address:
            return None
        last = index
        while text.follows(last) and text.words[last + 1] in self._words.offices:
            last += 1
        return last if last > index and not text.follows(last) else None

    def _meant(self, bearers: list[str], turn: int) -> tuple[str, Certainty] | None:
        speaking = self._turns[turn].speaker
        others = [key for key in bearers if key != speaking and key in self._entries]
        if len(others) == 1:
            return others[0], Certainty.HIGH
        for beside in (turn + 1, turn - 1):
            near = self._turns[beside].speaker if 0 <= beside < len(self._turns) else None
            if near in others:
                return str(near), Certainty.MEDIUM
        return None

    def _offices(self, speaker: Speaker) -> set[str]:
        """The offices of *speaker* as one is addressed by them: without what they are of."""
        titles = [*speaker.titles, speaker.name] if speaker.nameless else speaker.titles
        heads = (title.partition(" of ")[0].removeprefix("The ") for title in titles)
        return {folded(head).casefold() for head in heads}
