"""Who takes part, and who only has the name of somebody who does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.names.finding import Found
from edition.names.human import Human, Meant
from edition.names.model import Certainty
from edition.names.people import People
from edition.transcript.model import Block, Turn


@dataclass(slots=True)
class _Namesake:
    """Somebody with the name of a participant, and what *kin* to him, where that is said."""

    human: Human
    kin: str = ""


class Namesakes:
    """The persons of one document who have the name of a participant and are somebody else.

    A participant does not speak of himself as of his grandfather, is not dead, and is the elder or
    the younger only if he is called so. What another speaker says of kin may be of a participant:
    there nothing is decided. *People* does not know these persons, so that whoever is named
    without such words is the participant; less surely, and not at all in the same paragraph.
    """

    def __init__(self, people: People, turns: Sequence[Turn]) -> None:
        self._people = people
        self._turns = turns
        # By the participant: who have his name, and the blocks that speak of somebody else.
        self._own: dict[str, list[_Namesake]] = {}
        self._spoken_of: dict[str, set[tuple[int, int]]] = {}

    def meet(self, one: Found, block: Block) -> None:
        """Make known whom *one* in *block* names, if that is a namesake of a participant."""
        participant = self._participant(one)
        if participant is None or not self._tells_another(one, participant, block):
            return
        key = str(participant.speaker)
        self._spoken_of.setdefault(key, set()).add((block.line, block.column))
        if " " not in one.name or not self._is_told(one, participant, block):
            return
        known = self._of_kin(key, one.kin)
        if known is None:
            register = None if self._own.get(key) else self._of_register(one)
            new = Human([one.name], titles=set(one.titles), why="namesake")
            known = _Namesake(register or new)
            self._own.setdefault(key, []).append(known)
        known.kin = known.kin or one.kin

    def meant(self, one: Found, block: Block) -> Meant | None:
        """Whom *one* in *block* means; None where there is no namesake to think of."""
        participant = self._participant(one) if self._spoken_of else None
        key = str(participant.speaker) if participant else ""
        places = self._spoken_of.get(key, ())
        if participant is None or not places:
            return None
        if one.oneself and self._speaks(participant, block):
            return Meant(participant, Certainty.HIGH)
        namesake = self._of_kin(key, one.kin)
        other = namesake.human if namesake else None
        another = self._tells_another(one, participant, block)
        if other and another and self._is_told(one, participant, block):
            return Meant(other, Certainty.MEDIUM)
        if another or (block.line, block.column) in places:
            if one.honorific and not another:
                return Meant(participant, Certainty.MEDIUM)
            others = (other,) if other else ()
            return Meant(None, Certainty.LOW, (participant, *others))
        return Meant(participant, Certainty.MEDIUM)

    def _tells_another(self, one: Found, participant: Human, block: Block) -> bool:
        """Whether *one* may be somebody else, by what is said: nobody says where he is from so."""
        return bool(one.another) or (one.origin and self._speaks(participant, block))

    def _participant(self, one: Found) -> Human | None:
        """The only participant of the name."""
        meant = (
            self._people.full(one.name)
            if " " in one.name
            else self._people.bare(one.name, one.titles, honorific=one.honorific)
        )
        humans = (meant.human, *meant.choices) if meant else ()
        speaking = [human for human in humans if human and human.speaker]
        return speaking[0] if len(speaking) == 1 else None

    def _is_told(self, one: Found, participant: Human, block: Block) -> bool:
        """Whether the text says that *one* is not the *participant*."""
        if one.another != "kin":
            return True
        return self._speaks(participant, block)

    def _speaks(self, participant: Human, block: Block) -> bool:
        turn = block.turn
        return turn is not None and self._turns[turn].speaker == participant.speaker

    def _of_kin(self, key: str, kin: str) -> _Namesake | None:
        """The namesake of the participant *key* who is his *kin*, or of whom that is not said."""
        known = self._own.get(key, ())
        return next((one for one in known if not kin or one.kin in ("", kin)), None)

    def _of_register(self, one: Found) -> Human | None:
        """The one of that name who takes no part, if a register has just one."""
        meant = self._people.full(one.name)
        others = [human for human in meant.choices if not human.speaker] if meant else []
        known = [human for human in others if human.entry]
        return self._people.own(known[0]) if len(known) == 1 else None
