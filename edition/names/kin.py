"""Kin that is meant without a name: "your grandfather", where the text says who that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from edition.names.finding import Found
from edition.names.language import Language
from edition.names.model import Certainty, Kind, Mention
from edition.names.words import Text
from edition.transcript.model import Block, Turn

_NEAR = 10  # words between a name, the word of kinship and the other name


class Kin:
    """Whose kin is who, as one document says it, and whom "your grandfather" means by that.

    "Leonid Govorov, grandson of Marshal Leonid Govorov", and "my grandfather, Leonid Govorov",
    which he says himself, say who the grandfather of the participant Leonid Govorov is.
    """

    def __init__(
        self, language: Language, turns: Sequence[Turn], speakers: Mapping[str, str]
    ) -> None:
        """*speakers* are the identifiers of the speakers' entries by their keys."""
        self._words = language
        self._turns = turns
        self._speakers = speakers
        self._other_side = language.kin_of
        words = language.of_addressed
        self._openers = words | {word.capitalize() for word in words}
        # By the word of kinship: who is that of which participant.
        self._known: dict[str, dict[str, str]] = {}

    def learn(self, block: Block, text: Text, named: Sequence[tuple[Found, Mention]]) -> None:
        """Take note of what *text*, the words of *block* with those *named*, says of kin."""
        if self._words.kinship.isdisjoint(text.vocabulary):
            return
        persons = [pair for pair in named if pair[1].kind is Kind.PERSON and pair[1].entry]
        for one, mention in persons:
            self._learn_own(block, text, one, str(mention.entry))
        for (one, mine), (other, theirs) in pairwise(persons):
            self._learn_between(text, one, other, (str(mine.entry), str(theirs.entry)))

    def mentions(self, block: Block, offset: int, text: Text) -> list[Mention]:
        """The kin of participants that *block* means, its words *text* from *offset* on."""
        if not self._known or block.turn is None or self._openers.isdisjoint(text.vocabulary):
            return []
        found = []
        for index in range(1, len(text)):
            kin = self._known.get(text.words[index])
            addressed = text.words[index - 1] in self._openers
            if not kin or not addressed or not text.joined[index] or text.follows(index):
                continue
            speaking = self._entry_of(block)
            meant = {who for whose, who in kin.items() if whose != speaking}
            if len(meant) == 1:
                start, end = (offset + at for at in text.offsets(index - 1, index))
                found.append(
                    Mention(
                        block.line,
                        start,
                        end,
                        Kind.PERSON,
                        meant.pop(),
                        Certainty.MEDIUM,
                        "kinship",
                        named=False,
                        column=block.column,
                    )
                )
        return found

    def _learn_own(self, block: Block, text: Text, one: Found, entry: str) -> None:
        """As in "my grandfather, Leonid Govorov", of whoever speaks."""
        speaking, kin = self._entry_of(block), one.first - 1
        if not speaking or kin < 1 or text.words[kin] not in self._words.kinship:
            return
        if text.words[kin - 1].lower() in self._words.of_speaker:
            self._note(text.words[kin], speaking, entry)

    def _learn_between(
        self, text: Text, one: Found, other: Found, entries: tuple[str, str]
    ) -> None:
        """As in "Leonid Govorov, grandson of Marshal Leonid Govorov"."""
        between = text.words[one.last + 1 : other.first]
        words = [word for word in between if word in self._words.kinship]
        if len(words) != 1 or len(between) > _NEAR or self._words.of.isdisjoint(between):
            return
        if between.index(words[0]) > 1 or text.new_sentence(one.last + 1, other.first):
            return
        for word in self._other_side.get(words[0], ()):
            self._note(word, *entries)

    def _note(self, word: str, whose: str, who: str) -> None:
        if whose in self._speakers.values() and whose != who:
            self._known.setdefault(word, {})[whose] = who

    def _entry_of(self, block: Block) -> str:
        """The entry of whoever speaks in *block*; "" where that is not known."""
        speaker = self._turns[block.turn].speaker if block.turn is not None else None
        return self._speakers.get(speaker or "", "")
