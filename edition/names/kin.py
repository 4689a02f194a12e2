"""Kin that is meant without a name: "your grandfather", where the text says who that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from edition.names.finding import Found
from edition.names.language import Language
from edition.names.model import Certainty, Kind, Mention
from edition.names.words import Text
from edition.transcript.model import Block, Turn

_NEAR = 10  # words between a name, the word of kinship and the other name


class Kin:
    """Whose kin is who, as one document says it, and whom "your grandfather" means by that.

    It is the kin of whoever is addressed: is named in the sentence or, where nobody is, speaks
    right before and after. Where that may be several, or one has two grandfathers, nobody is meant.

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
        self.openers = words | {word.capitalize() for word in words}
        # By the word of kinship: who is that of which participant; "" where there are several.
        self._known: dict[str, dict[str, str]] = {}

    def learn(self, block: Block, text: Text, named: Sequence[tuple[Found, Mention]]) -> None:
        """Take note of what *text*, the words of *block* with those *named*, says of kin."""
        persons = [pair for pair in named if pair[1].kind is Kind.PERSON and pair[1].entry]
        for one, mention in persons:
            self._learn_own(block, text, one, str(mention.entry))
        for (one, mine), (other, theirs) in pairwise(persons):
            self._learn_between(text, one, other, (str(mine.entry), str(theirs.entry)))

    def mentions(
        self, block: Block, offset: int, text: Text, named: Sequence[Mention]
    ) -> list[Mention]:
        """The kin of participants that *block* means, its words *text* from *offset* on.

        *named* is whom it names.
        """
        if block.turn is None or self._known.keys().isdisjoint(text.cues):
            return []
        found = []
        for index in [at for at, word in enumerate(text.words) if word in self._known]:
            kin = self._known[text.words[index]]
            opens = text.joined[index] and text.words[index - 1] in self.openers
            if not opens or text.follows(index):
                continue
            addressed = self._addressed(block, self._named(text, index, offset, named))
            meant = {kin.get(whose, "") for whose in addressed}
            if len(meant) == 1 and (who := meant.pop()):
                start, end = (offset + at for at in text.offsets(index - 1, index))
                found.append(
                    Mention(
                        block.line,
                        start,
                        end,
                        Kind.PERSON,
                        who,
                        Certainty.MEDIUM,
                        "kinship",
                        named=False,
                        column=block.column,
                    )
                )
        return found

    def _named(
        self, text: Text, index: int, offset: int, named: Iterable[Mention]
    ) -> Iterator[str]:
        """The participants among those *named* in the sentence with the word at *index*.

        "" is somebody who is not known, or is named first and takes no part: "Mr Roe, your …".
        """
        sentence = _sentence(text, index)
        start, end = (offset + at for at in text.offsets(*sentence))
        before = offset + text.offsets(index, index)[0]
        participants = set(self._speakers.values())
        for one in named:
            if one.kind is Kind.PERSON and start <= one.start < end:
                if one.entry in participants:
                    yield str(one.entry)
                elif one.entry is None or one.start < before:
                    yield ""

    def _addressed(self, block: Block, named: Iterable[str]) -> set[str]:
        """Whom *block* addresses in a sentence with those *named*; "" is one who is not known."""
        others = {*named} - {self._entry_of(block) or None}
        if others or block.turn is None:
            return others
        beside = {
            self._turns[number].speaker or ""
            for number in (block.turn - 1, block.turn + 1)
            if 0 <= number < len(self._turns)
        }
        beside.discard(self._turns[block.turn].speaker or "")
        return {self._speakers.get(speaker, "") for speaker in beside}

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
            kin = self._known.setdefault(word, {})
            kin[whose] = who if kin.get(whose, who) == who else ""

    def _entry_of(self, block: Block) -> str:
        """The entry of whoever speaks in *block*; "" where that is not known."""
        speaker = self._turns[block.turn].speaker if block.turn is not None else None
        return self._speakers.get(speaker or "", "")


def _sentence(text: Text, index: int) -> tuple[int, int]:
    """The first and the last word of the sentence with the word at *index*."""
    first = last = index
    while first and not text.first(first):
        first -= 1
    while last + 1 < len(text) and not text.first(last + 1):
        last += 1
    return first, last
