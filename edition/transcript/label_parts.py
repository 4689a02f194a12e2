"""The parts of a label: the name in it, the title before or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from edition.transcript.candidates import Candidate
from edition.transcript.given_names import given_names
from edition.transcript.model import Label
from edition.transcript.short_forms import is_polite
from edition.transcript.word_sense import Words

_REMARK = re.compile(r"\s*+\([^()]*\)\s*\Z")
_OF = "of"  # between a name and a place
_FEWEST_BEFORE_PLACE = 3  # words: a title, a name and "of"
_MOST_NAMES = 3  # of a person, before "of"
_MOST_DESCRIBED = 6  # words of a name, and of the title before it
_DESCRIBED = re.compile(r"(?P<name>[^,–—]{3,60}?)(?:, | [-–—] )(?P<what>[^\W\d_].{1,79})")
_CAPITALS_FIRST = re.compile(
    r"(?P<name>[^\W\d_a-z][^\s,]*(?: [^\W\d_a-z][^\s,a-z]+){1,4}) (?P<what>[^\W\d_A-Z].{2,79})"
)
_ABBREVIATION = re.compile(r"[^\W\d_]{1,5}\.")  # of a title, or an initial: "p.", "Ing."
_LONGEST_ORIGIN = 80  # characters after the comma in "Natalya Yuryeva, Channel One Russia"


class Parts(Words):
    """Finds the name and the title in a candidate for a label."""

    def name_at_end(self, candidate: Candidate) -> int | None:
        """Index of the first word of the name that ends a titled label: its last two words.

        More where particles or initials belong to it; one after an office ("Pope Francis").
        """
        words = [match.group() for match in candidate.words]
        polite = words[-2].lower().strip(".") in self.convention.honorifics  # "Ms Day" is a person
        if not self.is_name_word(words[-1]) or (self.names_no_person(words[-1]) and not polite):
            return None
        first, needed = len(words) - 1, 1
        while first > 1 and needed > 0:
            word = words[first - 1]
            if word.lower() in self.convention.offices or (polite and first == len(words) - 1):
                break  # "El señor PRATS"
            if word.lower() not in self.convention.particles and len(word.rstrip(".")) > 1:
                needed -= 1
                if not self.is_name_word(word):
                    return None
            first -= 1
            if needed == 0 and first > 2 and words[first - 1] in self.convention.particles:
                needed = 1  # "Mohammed bin Salman Al Saud": what a particle joins is one name
        while first > 2 and self._belongs_to_name(words, first - 1):
            first -= 1
        return first

    def _belongs_to_name(self, words: Sequence[str], at: int) -> bool:
        """Whether the word at *at* is one of the name behind it, by how the text has both.

        It never has the word without the name, and both together behind no word of the title:
        "Recep Tayyip Erdogan", and "President of Turkey Recep Tayyip Erdogan" for a label.
        """
        word, name = words[at], " ".join(words[at + 1 :])
        if not self.is_name_word(word) or self.is_office(word):
            return False
        apart = False
        for before, after in self.around(word):
            if not after.startswith(name):
                return False
            apart = apart or before not in words[:at]
        return apart

    def name_after_office(self, candidate: Candidate) -> int | None:
        """1 where office and name begin the label ("Patriarch Theophilos III of Jerusalem")."""
        first, second = candidate.word(0), candidate.word(1)
        starts = self.is_office(first) and self.is_name_word(second)
        return 1 if starts and not self.is_office(second) and len(candidate.words) > 2 else None

    def name_before_place(self, candidate: Candidate, first: int | None) -> int | None:
        """1 where the name that begins with word *first* is a place: "Deputy M. Roe of Crewe"."""
        words = [match.group() for match in candidate.words]
        if first is None or first < _FEWEST_BEFORE_PLACE or words[first - 1] != _OF:
            return first
        names = words[1 : first - 1]
        named = len(names) <= _MOST_NAMES and all(map(self.is_name_word, names))
        return (
            1
            if named and self.is_office(words[0]) and not any(map(self.is_office, names))
            else first
        )

    def named_first(self, candidate: Candidate) -> Label | None:
        """A name, a comma and where the person is from or what it is: "Dmitry, Moscow".

        A word of politeness may stand before it if an office follows: "Mr Roe, Minister of Roads";
        so may an office, if all behind the comma is written as names are: "Deputy Roe, GREENS".
        """
        head, comma, tail = candidate.core.partition(",")
        origin = [word for word in tail.split() if len(word) > 3]
        words = head.split()
        if not comma or not origin or len(tail) > _LONGEST_ORIGIN:
            return None
        office = tail.strip(" ")
        holds = self.is_office(office.split()[0])
        before = self._titles_before(words, tail, holds=holds)
        names = words[before:]
        if not 1 <= len(names) <= 3 or not self._may_be_named(names, origin, polite=before > 0):
            return None
        start, end = candidate.start, candidate.start + len(candidate.core)
        title = head.rstrip(" ").removesuffix(" ".join(names)).rstrip(" ") if before else ""
        at = start + head.index(names[0], len(title))
        name = (at, start + len(_REMARK.sub("", head)))
        titled = (start, start + len(title)) if title else None
        if not holds:
            return Label(candidate.end, name, titled)
        return Label(candidate.end, name, (end - len(office), end), honorific=titled)

    def described(self, candidate: Candidate) -> Label | None:
        """A name, and behind a comma or a dash what the person is: "Eva Malá, členka klubu".

        Or in small letters behind a name in capitals: "EVA MALÁ poslankyňa".
        """
        parts = _DESCRIBED.fullmatch(candidate.core) or _CAPITALS_FIRST.fullmatch(candidate.core)
        if parts is None or self._is_whole_name(parts["what"]):
            return None
        words = parts["name"].split()
        names = [word for word in words if not _ABBREVIATION.fullmatch(word)]
        if not (1 + (len(names) == len(words)) <= len(names) <= _MOST_DESCRIBED):
            return None
        common = sum(map(self.is_common, names))  # "Bà Trần Thị Lan": one may be a form of address
        if not all(map(self.is_name_word, names)) or common * 2 > len(names):
            return None
        if all(map(self.is_office, names)):
            return None
        start = candidate.start
        return Label(
            candidate.end,
            (start + parts["name"].index(names[0]), start + parts.end("name")),
            (start + parts.start("what"), start + len(candidate.core)),
        )

    def _is_whole_name(self, text: str) -> bool:
        """Whether *text* is a given name and a surname: "City Staff - Tom Reed"."""
        first, *others = text.split()
        return first in given_names() and bool(others) and all(map(self.is_name_word, others))

    def _titles_before(self, words: Sequence[str], tail: str, *, holds: bool) -> int:
        """How many of *words*, before a comma and *tail*, may be titles: see :meth:`named_first`.

        *holds* says that an office begins the tail.
        """
        if holds:
            return len(words) > 1 and is_polite(words[0], self.convention.honorifics)
        proper = all(word[0].isupper() or word[0].isdigit() for word in tail.split())
        offices = list(takewhile(self.is_office, words))
        return len(offices) if proper and len(offices) < len(words) else 0

    def _may_be_named(self, names: Sequence[str], origin: Sequence[str], *, polite: bool) -> bool:
        """Whether *names* are a person's, and *origin* are the long words behind the comma."""
        alone = len(names) == 1 and not polite
        if any(map(self.is_office, names)) or (alone and len(origin) > 2):
            return False
        proper = sum(word[0].isupper() or self.is_office(word) for word in origin)
        common = alone and self.is_common(names[0])
        return all(map(self.is_name_word, names)) and not common and proper * 2 >= len(origin)

    def office_behind(self, candidate: Candidate) -> str:
        """The office in brackets behind the name of *candidate*: "Mrs Roe (Chair)"; '' if none."""
        if candidate.remark is None or any(map(self.is_office, candidate.core.split()[1:])):
            return ""
        office = self.lines[candidate.index][slice(*candidate.remark)]
        words = office.split()
        return office if words and self._is_office_only(words) else ""

    def with_office(self, candidate: Candidate, label: Label) -> Label:
        """*label*, with the office that stands in brackets behind the name."""
        title = self.lines[candidate.index][slice(*label.title)] if label.title else ""
        if label.name is None or label.joint or label.honorific:
            return label
        if title and not is_polite(title, self.convention.honorifics):
            return label
        if not self.office_behind(candidate):
            return label
        return Label(label.end, label.name, candidate.remark, honorific=label.title)

    def is_office_only(self, candidate: Candidate) -> bool:
        """Whether all words but an article belong to a title: "The Presiding Officer".

        A word of politeness may stand before the article: "Mme le Maire".
        """
        return self._is_office_only([match.group() for match in candidate.words])

    def _is_office_only(self, words: Sequence[str]) -> bool:
        articles, before = self.convention.articles, self._is_article(words[0])
        polite = len(words) > 1 and (before or self.is_office(words[0]))
        if polite and words[1].lower() in articles:
            return len(words) > 2 and all(map(self.is_office, words[2:]))
        article = words[0].lower() in articles
        return len(words) > article and all(map(self.is_office, words[article:]))


def core_span(candidate: Candidate) -> tuple[int, int]:
    """The stretch of the line that is the core of *candidate*."""
    return candidate.start, candidate.start + len(candidate.core)


def collective_label(candidate: Candidate) -> Label:
    """The label of many people at once that *candidate* is."""
    return Label(candidate.end, core_span(candidate), None, collective=True)


def label_of(candidate: Candidate, name_at: int) -> Label:
    """The label of *candidate* whose name begins at *name_at* in its core."""
    start = candidate.start + name_at
    title = candidate.core[:name_at].rstrip(" ,")
    return Label(
        candidate.end,
        (start, candidate.start + len(candidate.core)),
        (candidate.start, candidate.start + len(title)) if title else None,
    )
