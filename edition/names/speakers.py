"""Who of a register speaks in a document, by the names in its labels."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.names.human import Human, Meant
from edition.names.known import Known
from edition.names.model import Certainty, Entry, Kind
from edition.names.people import People
from edition.transcript.model import Speaker, Transcript

LISTED = 5  # of those who may be meant, in a finding


class Speakers:
    """Gives each speaker of a document his person.

    A @who has no doubt in it: what is only likely is told.

    *choice* gives the entry of a person who may be meant.
    """

    def __init__(
        self,
        known: Known,
        people: People,
        choice: Callable[[Human], Entry],
        honorifics: Container[str],
    ) -> None:
        self.humans: dict[str, Human] = {}  # by the key of the speaker
        self._known = known
        self._people = people
        self._choice = choice
        self._honorifics = honorifics
        self._doubted: list[tuple[str, str, str]] = []

    def meet(self, speaker: Speaker, before: str) -> Human:
        """The person of *speaker*, whose entry was *before* when the document was encoded last."""
        key, name = speaker.key, speaker.name
        human = self._as_before(key, name, before) or self._of_name(key, name, speaker.titles)
        if human is None:
            human = self._people.add(Human([name], why="print" if speaker.by_print else "label"))
        self._call(human, name.partition(" ")[0])
        human.speaker = key
        human.titles.update(speaker.titles)
        self.humans[key] = human
        return human

    def hear(self, transcript: Transcript) -> None:
        """Note the honorifics in the labels of *transcript*: "Ms. Ida Storr"."""
        for block in transcript.blocks:
            label = block.label
            speaker = transcript.turns[block.turn].speaker if block.turn is not None else None
            human = self.humans.get(speaker or "") if label else None
            if label and human:
                for start, end in filter(None, (label.title, label.honorific)):
                    self._call(human, block.text[start:end])

    def _call(self, human: Human, word: str) -> None:
        """Note that *human* is called *word*, if that is an honorific."""
        if word in self._honorifics:
            human.honorifics.add(word.capitalize() if word.isupper() else word)

    def findings(self, transcript: Transcript) -> list[Diagnostic]:
        """Of whom a label may be that is not enough to say so in the edition."""
        found = []
        for key, name, likely in self._doubted:
            line = next((turn.line for turn in transcript.turns if turn.speaker == key), 1)
            place = Place(transcript.origin.name, line, 1)
            found.append(diagnostic("N031", place, name=name, likely=likely))
        return found

    def _as_before(self, key: str, name: str, before: str) -> Human | None:
        """Whoever spoke under this *name* when the document was encoded before."""
        entry = self._known.register.entries.get(before)
        if entry is None or entry.kind is not Kind.PERSON:
            return None
        meant = self._named(entry.name)
        if not entry.candidate:
            same = [human for human in _all(meant) if human.entry is entry and not human.speaker]
            return self._people.own(same[0]) if same else None
        others = [human for human in _all(self._named(name)) if human.entry and not human.speaker]
        if others:  # a namesake that the scholar has added is not put in the place of who spoke
            self._doubt(key, name, others)
        names = dict.fromkeys([name, *(form.text for form in entry.names)])
        return self._people.add(Human(list(names), entry, why="label"))

    def _of_name(self, key: str, name: str, titles: tuple[str, ...]) -> Human | None:
        """Whoever of the register speaks as *name*."""
        meant = self._people.full(name, titles) if " " in name else self._people.bare(name)
        if meant is None:
            return None
        human = meant.human
        if human is None:
            return self._one_of(key, name, meant.choices)
        if meant.certainty is not Certainty.HIGH:
            self._doubt(key, name, [human])
            return None
        return None if human.speaker else human  # who has a label of his own is somebody else

    def _one_of(self, key: str, name: str, choices: Sequence[Human]) -> Human | None:
        """Of namesakes the one who is called so and no more, or of whom no office is known."""
        exact = [other for other in choices if name in other.names]
        for some in (exact, [other for other in exact or choices if not other.titles]):
            if len(some) == 1 and not some[0].speaker:
                return self._people.own(some[0])
        self._doubt(key, name, [other for other in choices if not other.speaker])
        return None

    def _named(self, name: str) -> Meant | None:
        return self._people.full(name) if " " in name else self._people.bare(name)

    def _doubt(self, key: str, name: str, humans: Sequence[Human]) -> None:
        """Remember that the speaker *key* may be one of *humans*, to be told."""
        if humans:
            likely = ", ".join(self._choice(human).id for human in humans[:LISTED])
            self._doubted.append((key, name, likely))


def _all(meant: Meant | None) -> list[Human]:
    """All who may be meant."""
    return [human for human in (meant.human, *meant.choices) if human] if meant else []
