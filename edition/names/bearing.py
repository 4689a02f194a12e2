"""Which of those of one surname bears a title: "Captain Storr" is not his wife Margaret Storr."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from edition.names.human import Human
from edition.names.model import Certainty


class Bearing(NamedTuple):
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
        return not (self._is_denied(human, honorific) or self._is_unlikely(human, honorific))

    def _is_denied(self, human: Human, honorific: str) -> bool:
        """Whether what *human* is called contradicts *honorific*, or else the sex stated."""
        called = human.honorifics
        pairs = (self.men, self.women), (self.wives, self.unmarried)
        if any(
            honorific in own and not other.isdisjoint(called)
            for pair in pairs
            for own, other in (pair, pair[::-1])
        ):
            return True
        others = {"M": self.women, "F": self.men}.get(human.sex, frozenset())
        return honorific in others and others.isdisjoint(called)

    def _is_unlikely(self, human: Human, honorific: str) -> bool:
        """Whether the given name alone contradicts *honorific*: of "Mrs Reed" Harold Reed.

        Not of whom it is said otherwise: "Ms. Daryl Hannah".
        """
        if human.sex:
            return False
        pairs = (self.women, self.names_of_men), (self.men, self.names_of_women)
        return any(
            honorific in own and own.isdisjoint(human.honorifics) and human.given in names
            for own, names in pairs
        )

    def _is_stated(self, human: Human, honorific: str) -> bool:
        """Whether the label or full name of *human*, or a register, says what *honorific* does."""
        if not (human.speaker or " " in human.name):
            return False
        pairs = (self.men, "M"), (self.women, "F")
        return any(
            honorific in own and (human.sex == sex or not own.isdisjoint(human.honorifics))
            for own, sex in pairs
        )

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
            told = [human for human in known if not human.here or self._is_told(human, honorific)]
            is_sure = len(told) == len(known) or any(human.speaker for human in told)
            is_sure = is_sure and not any(self._may_be_spouse(human, honorific) for human in told)
            is_sure = is_sure and is_said
            return told, Certainty.HIGH if is_sure else Certainty.LOW
        known = list(known)
        others = [human for human in known if titles or human.speaker or not self._is_wife(human)]
        is_sure = not others or len(others) == len(known)
        return others or known, Certainty.HIGH if is_sure else Certainty.MEDIUM

    def _not_contradicted(self, known: Iterable[Human], honorific: str) -> tuple[list[Human], bool]:
        """Those of *known* who may be meant, and whether more than given names tells them."""
        called = [human for human in known if not self._is_denied(human, honorific)]
        likely = [human for human in called if not self._is_unlikely(human, honorific)]
        is_said = len(likely) == len(called)
        return likely, is_said or any(self._is_stated(human, honorific) for human in likely)

    def may_name(self, human: Human, called: Iterable[str]) -> bool:
        """Whether a full name of who is *called* so may be that of *human*, by what is said.

        Of "Mrs Reed" Harold Reed may be the husband: he is said to be no woman, but neither is she.
        """
        return not self._is_wife(human) or not self.women.isdisjoint(called)

    def _is_wife(self, human: Human) -> bool:
        """Whether no more is known of *human* than a surname, and that a wife is called so."""
        return not self.wives.isdisjoint(human.honorifics) and _has_surname_only(human)

    def _is_told(self, human: Human, honorific: str) -> bool:
        """Whether *honorific*, if it is a wife's or an unmarried woman's, may well be of *human*.

        Who takes part, is called as women are, or has the given name of one.
        """
        return bool(human.speaker) or not self._may_be_spouse(human, honorific)

    def _may_be_spouse(self, human: Human, honorific: str) -> bool:
        """Whether *honorific* is a wife's or an unmarried woman's, and nothing says of *human* so.

        It may be that of the wife, or of a daughter.
        """
        if honorific not in self.wives | self.unmarried or " " not in human.name:
            return False
        if human.sex == "F" or not self.women.isdisjoint(human.honorifics):
            return False
        return bool(human.sex) or human.given not in self.names_of_women

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
