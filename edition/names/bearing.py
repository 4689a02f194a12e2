"""Which of those of one surname bears a title: "Captain Storr" is not his wife Margaret Storr."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from edition.names.human import Human
from edition.names.model import Certainty


class _Implied(NamedTuple):
    """What an honorific implies: nobody has it who is called as the words *denying* say.

    *own* are the words of the same sex, *sex* and *other* that and the other as a register states
    them, *others* given names that hardly anybody of it bears.
    """

    denying: frozenset[str]
    own: frozenset[str]
    sex: str
    other: str
    others: Container[str]

    def is_denied_of(self, human: Human) -> bool:
        """Whether what *human* is called contradicts it, or else the sex stated."""
        if not self.denying.isdisjoint(human.honorifics):
            return True
        stated = human.sex
        return bool(stated) and stated == self.other and self.own.isdisjoint(human.honorifics)

    def is_unlikely_of(self, human: Human) -> bool:
        """Whether the given name alone contradicts it: of "Mrs Reed" Harold Reed.

        Not of whom it is said otherwise: "Ms. Daryl Hannah".
        """
        if human.sex or not self.own.isdisjoint(human.honorifics):
            return False
        return human.given in self.others

    def is_stated_of(self, human: Human) -> bool:
        """Whether the label or full name of *human*, or a register, says the same."""
        if not (human.speaker or " " in human.name):
            return False
        return human.sex == self.sex != "" or not self.own.isdisjoint(human.honorifics)


@dataclass(frozen=True)
class Bearing:
    """Honorifics and words of kinship that only *men* bear, and only *women*.

    What only *wives* are called nobody is who is called as *unmarried* women are.

    What somebody is called says so, "Mr" or "his wife", and the sex that a register states. Only
    where neither does, some given names make it unlikely: *names_of_men*, *names_of_women*; what
    they alone tell is hardly sure. *before_given* are the titles that stand before given
    names: "Prince Vladimir"; *spouses* are the words of kinship that only one of two can bear.
    """

    men: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    before_given: frozenset[str] = frozenset()
    spouses: frozenset[str] = frozenset()
    wives: frozenset[str] = frozenset()
    unmarried: frozenset[str] = frozenset()
    names_of_men: Container[str] = frozenset()
    names_of_women: Container[str] = frozenset()
    _implications: dict[str, _Implied] = field(default_factory=dict, init=False, repr=False)

    def called(
        self, last: Sequence[Human], first: Sequence[Human], titles: Iterable[str]
    ) -> Sequence[Human]:
        """Whom a name alone may mean: those of the surname *last*, else of the given name *first*.

        "Prince Vladimir" means nobody who is called Vladimir and more, and bears no such title; but
        "Vladimir" may mean either.
        """
        if borne := self.before_given.intersection(titles):
            return [
                human
                for human in dict.fromkeys([*last, *first])
                if " " not in human.name or borne & _titles(human)
            ]
        if titles or not all(self._is_of_given_name(human) for human in last):
            return last or first
        return [*last, *first]

    def _is_of_given_name(self, human: Human) -> bool:
        """Whether *human* is known by a given name and its title alone: "Prince Vladimir"."""
        return " " not in human.name and bool(self.before_given & _titles(human))

    def may_be(self, human: Human, honorific: str) -> bool:
        """Whether nothing that is said of *human*, nor the given name, contradicts *honorific*."""
        if not honorific:
            return True
        implied = self._implied(honorific)
        return not (implied.is_denied_of(human) or implied.is_unlikely_of(human))

    def _implied(self, honorific: str) -> _Implied:
        """What *honorific* implies; made once, as there may be many of one surname."""
        if honorific not in self._implications:
            denying = frozenset[str]()
            pairs = (self.men, self.women), (self.wives, self.unmarried)
            for own, other in (*pairs, *(pair[::-1] for pair in pairs)):
                denying |= other if honorific in own else frozenset()
            men = _Implied(denying, self.men, "M", "F", self.names_of_women)
            women = _Implied(denying, self.women, "F", "M", self.names_of_men)
            none = _Implied(denying, frozenset(), "", "", frozenset())
            implied = men if honorific in self.men else women
            known = honorific in self.men | self.women
            self._implications[honorific] = implied if known else none
        return self._implications[honorific]

    def told(
        self, known: Iterable[Human], titles: Iterable[str], honorific: str
    ) -> tuple[list[Human], Certainty]:
        """Those of *known*, of one surname, who may be meant behind *honorific*, and how surely.

        Not whom the document names in full and says no more of: "Mrs Kosz" may be the wife of
        Stefan Kosz, and hardly surely somebody else; nor surely whom given names alone tell from
        others: "Mrs Reed" from Harold Reed. By the surname alone, without *titles*, nobody
        is meant who is known by a wife's honorific alone, where another is known.
        """
        if honorific:
            known, is_said = self._not_contradicted(known, honorific)
            perhaps = self._perhaps_spouses(known, honorific)
            told = [
                human for human in known if human.speaker or not human.here or human not in perhaps
            ]
            is_sure = len(told) == len(known) or any(human.speaker for human in told)
            is_sure = is_sure and is_said and perhaps.isdisjoint(told)
            return told, Certainty.HIGH if is_sure else Certainty.LOW
        known = list(known)
        others = [human for human in known if titles or human.speaker or not self._is_wife(human)]
        is_sure = not others or len(others) == len(known)
        return others or known, Certainty.HIGH if is_sure else Certainty.MEDIUM

    def _not_contradicted(self, known: Iterable[Human], honorific: str) -> tuple[list[Human], bool]:
        """Those of *known* who may be meant, and whether more than given names tells them."""
        implied = self._implied(honorific)
        called = [human for human in known if not implied.is_denied_of(human)]
        likely = [human for human in called if not implied.is_unlikely_of(human)]
        is_said = len(likely) == len(called) or any(map(implied.is_stated_of, likely))
        return likely, is_said

    def may_name(self, human: Human, called: Iterable[str]) -> bool:
        """Whether a full name of who is *called* so may be that of *human*, by what is said.

        Of "Mrs Reed" Harold Reed may be the husband: he is said to be no woman, but neither is she.
        """
        return not self._is_wife(human) or not self.women.isdisjoint(called)

    def _is_wife(self, human: Human) -> bool:
        """Whether no more is known of *human* than a surname, and that a wife is called so."""
        return not self.wives.isdisjoint(human.honorifics) and _has_surname_only(human)

    def _perhaps_spouses(self, known: Iterable[Human], honorific: str) -> set[Human]:
        """Those of *known* of whom nothing says that a wife's or unmarried woman's *honorific* is.

        It may be that of the wife, or of a daughter; not where somebody is called as women are, or
        has the given name of one.
        """
        if honorific not in self.wives and honorific not in self.unmarried:
            return set()
        return {human for human in known if " " in human.name and not self._is_woman(human)}

    def _is_woman(self, human: Human) -> bool:
        """Whether *human* is called as women are, or is hardly a man by the given name."""
        if human.sex == "F" or not self.women.isdisjoint(human.honorifics):
            return True
        return not human.sex and human.given in self.names_of_women

    def among(
        self, known: Sequence[Human], titles: Iterable[str], honorific: str, line: int
    ) -> tuple[list[Human], bool]:
        """Those of *known*, of one surname, who may be meant in *line*, and whether that is sure.

        *titles* and *honorific* stand before the surname. Somebody introduced as another one's kin
        is meant only by what is said of that person alone: a title borne, or "Mrs" of a wife; "Mr"
        of a father only where nobody of the surname takes part. Else the surname goes on meaning
        whoever has no more than that.
        """
        kin = [human for human in known if human.kin]
        if not kin:
            return list(known), True
        borne = {*titles, honorific} - {""}
        if bearers := [human for human in known if borne & _titles(human)]:
            return bearers, True
        others = [human for human in known if not human.kin]
        if set(titles) and any(line <= human.other_until for human in kin):
            others = [human for human in others if _was_named(human, line)]
        later = [human for human in kin if line > human.other_until]
        if same := [one for one in (kin if others else later) if self._agree(one.kin, honorific)]:
            speakers = [human for human in others if human.speaker]
            told = not speakers or all(human.kin in self.spouses for human in same)
            return (same if told else speakers), False
        if set(titles):
            later = []
        if not others:
            return later, False
        return (others if all(map(_has_surname_only, others)) else [*others, *later]), False

    def _agree(self, kin: str, honorific: str) -> bool:
        return any({kin, honorific} <= words for words in (self.men, self.women))


def _titles(human: Human) -> set[str]:
    return {word for title in human.titles for word in title.split()} | human.honorifics


def _was_named(human: Human, line: int) -> bool:
    """Whether *human* was known before *line*, or has no more than the surname."""
    return bool(human.speaker) or human.first_line < line or _has_surname_only(human)


def _has_surname_only(human: Human) -> bool:
    """Whether no given name is known: "Storr", "Mrs Pike"."""
    return all(
        " " not in name or (name.count(" ") == 1 and name.split()[0] in human.honorifics)
        for name in human.names
    )
