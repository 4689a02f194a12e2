"""Names of bodies (organisations) in a text, and of what holds names but is none itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from edition.names.finding import FIRM, KNOWN_BODY, Found
from edition.names.firms import FirmFinder
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.name_words import is_initial
from edition.names.things import Sheltered, ThingFinder
from edition.names.words import Text

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


class BodyFinder:
    """Finds names of bodies by the words of *language*."""

    def __init__(self, language: Language, is_place: Callable[[str], bool]) -> None:
        """*is_place* says of which words a place is surely called."""
        self._words = language
        self._is_place = is_place
        self._things = ThingFinder(language, is_place)
        self._firms = FirmFinder(language, is_place)
        self._streets = language.streets
        self._shelters = language.honours | language.facilities | language.streets
        self._known = _by_first_word(language.known_bodies)
        self._nobody = _by_first_word(language.nobody)
        heads = self._known.keys() | self._nobody.keys() | language.bodies | self._shelters
        self._heads = frozenset(heads)
        self._small = frozenset(head for head in self._heads if not head[0].isupper())
        self.cues = self._heads | self._things.cues | self._firms.cues
        self._titles = language.honorifics | language.offices
        self._links = language.body_links | language.body_conjunctions
        self._apart = (language.before_bodies | self._titles) - language.saints

    def find(self, text: Text) -> tuple[list[Found], list[Sheltered]]:
        """The bodies named, and the stretches in which no person is named, in order."""
        found: list[Found] = []
        sheltered = [*self._firms.find(text, found), *self._things.find(text)]
        if self._heads.isdisjoint(text.cues):
            return found, sheltered
        done = -1
        for index in self._where(text):
            word = text.words[index]
            if index <= done:
                continue
            last = _longest(text, index, self._known)
            if last is not None and not (last == index and self._is_surname(text, index)):
                found.append(Found(index, last, Kind.ORG, text.name(index, last), KNOWN_BODY))
                done = last
            elif (last := _longest(text, index, self._nobody)) is not None:
                sheltered.append(Sheltered(index, last))
                done = last
            elif self._is_after_initial(text, index):
                continue
            elif word in self._words.bodies or word in self._shelters:
                done = self._add(text, index, done, found, sheltered)
        return found, sheltered

    def _add(
        self,
        text: Text,
        head: int,
        done: int,
        found: list[Found],
        sheltered: list[Sheltered],
    ) -> int:
        """Add to *found* or *sheltered* what the word at *head* makes of the run around it.

        What lies up to *done* is another's; the last word that is done now.
        """
        word = text.words[head]
        first, last = self._span(text, head, done)
        is_road = self._is_road(text, head, last)
        honour = self._honour_after(text, head)
        if honour and not is_road:
            sheltered.append(Sheltered(first, honour))
            return honour
        if is_road or word not in self._words.bodies:
            sheltered.append(Sheltered(first, last, wholly=is_road or word in self._streets))
            return last
        if last == first or text.has_ampersand(first):
            return done
        why = FIRM if word in self._words.firms else "body"
        name = text.name(first, last)
        found.append(Found(first, last, Kind.ORG, name, why, Certainty.MEDIUM))
        return last

    def _where(self, text: Text) -> list[int]:
        """Where the heads are, at capitals, unless one without a capital is among the words."""
        words, heads = text.words, self._heads
        where = text.capitals if self._small.isdisjoint(text.cues) else range(len(words))
        return [index for index in where if words[index] in heads]

    def _is_surname(self, text: Text, index: int) -> bool:
        """Whether the word at *index*, which is a body's name too, is one: "Eric Cornell"."""
        before = text.words[index - 1] if text.joined[index] else ""
        return before in self._words.given or before in self._titles or is_initial(before)

    def _is_after_initial(self, text: Text, index: int) -> bool:
        """Whether the word at *index* is a surname after an initial: "Michael N. Castle"."""
        if index < 2 or not (text.joined[index] and text.joined[index - 1]):
            return False
        return is_initial(text.words[index - 1]) and text.words[index - 2] in self._words.given

    def _span(self, text: Text, head: int, done: int) -> tuple[int, int]:
        first = head
        while first - 1 > done and text.joined[first] and self._belongs(text, first - 1):
            first -= 1
        named = head > first and text.words[head] in self._words.bodies_of_two
        of_two = named or head - first == 1
        if of_two and first - 2 > done and self._is_pair(text, first):
            first -= 2
        if text.words[head] in self._words.numbered_bodies and text.joined[first] and first:
            number = _ORDINAL.fullmatch(text.words[first - 1])
            first -= number is not None  # "3rd Rifle Division"
        last = self._end(text, head)
        return first, self._through_list(text, head, last)

    def _is_road(self, text: Text, head: int, last: int) -> bool:
        """Whether a road is called after the body at *head*: "Bank Street", "Union Square"."""
        called = head < last <= text.run_end(head)
        return called and text.words[last] in self._words.roads

    def _belongs(self, text: Text, index: int) -> bool:
        return text.capital[index] and text.words[index] not in self._apart

    def _is_pair(self, text: Text, second: int) -> bool:
        """Whether two words tell what the body is for: "the Pier and Harbour Company"."""
        first = second - 2
        if text.words[second - 1] not in self._words.body_conjunctions or first < 1:
            return False
        if not all(text.joined[first : second + 1]) or not self._belongs(text, first):
            return False
        is_body = text.words[first] in self._words.bodies  # "the Senate and Defence Committee"
        return text.words[first - 1].lower() in self._words.articles and not is_body

    def _end(self, text: Text, head: int) -> int:
        """The last word: through "of the …" and "and …" while capitals follow."""
        last = head
        while text.is_joined(last + 1):
            step = last + 1
            if text.words[step] == "No." and text.is_joined(step + 1):
                last = step + 1  # "School No. 181"
                continue
            if text.capital[step]:
                if text.words[step] in self._words.pronouns or self._starts_person(text, step):
                    break  # "In this House I say"
                last = step
                continue
            if text.words[step] in self._words.body_conjunctions and not self._same_body(
                text, last, step
            ):
                break
            if text.words[step] == "on" and text.words[last] in self._words.bodies_on:
                step += 1
            while text.is_joined(step) and text.words[step] in self._links:
                step += 1
            if step - last > 3 or not text.is_joined(step) or not text.capital[step]:
                break
            last = step
        return last

    def _through_list(self, text: Text, head: int, last: int) -> int:
        """The end of a body that deals with several things, which may be parted by commas.

        As in "Department for Digital, Culture, Media and Sport", "Union of Rail, Maritime and
        Transport Workers"; not "Bank of England, Treasury and Home Office".
        """
        end, several = last, False
        while text.is_parted(end + 1) and self._is_thing(text, end + 1):
            end, several = text.run_end(end + 1), True
        link = end + 1
        if not several or not self._deals_with(text, head, last) or link >= len(text):
            return last
        if text.words[link] not in self._words.body_conjunctions or not text.follows(link):
            return last
        if not (text.joined[link] or text.has_comma(link)) or not self._is_thing(text, link + 1):
            return last
        final = text.run_end(link + 1)
        long = final - link > 1 or text.words[head] in self._words.bodies_of_lists
        return final if long else last

    def _deals_with(self, text: Text, head: int, last: int) -> bool:
        """Whether the run of capitals to *last* says after "of" what the body at *head* does."""
        first = last
        while first > head and text.joined[first] and text.capital[first - 1]:
            first -= 1
        of = first - 1 > head and text.words[first - 1] in self._words.body_links
        return of and self._is_thing(text, first)

    def _is_thing(self, text: Text, first: int) -> bool:
        """Whether the run of capitals from *first* on names no body, person or place."""
        run = text.words[first : text.run_end(first) + 1]
        if not self._words.bodies.isdisjoint(run[:-1]) or run[0] in self._known:
            return False
        words = [word for word in run if word in self._titles or word in self._words.given]
        return not words and not self._is_place(" ".join(run))

    def _honour_after(self, text: Text, head: int) -> int | None:
        """The end of the run after *head* if an honour is in it: "Distinguished Service Cross"."""
        end = text.run_end(head)
        after = text.words[head + 1 : end + 1]
        return None if self._words.honours.isdisjoint(after) else end

    def _same_body(self, text: Text, last: int, step: int) -> bool:
        """Whether "and" goes on with the same name: after "of", and no new head follows."""
        if not text.follows(step):
            return False
        if text.words[step + 1] in self._words.bodies or self._starts_person(text, step + 1):
            return False
        return not self._words.of.isdisjoint(text.words[max(0, last - 3) : last])

    def _starts_person(self, text: Text, index: int) -> bool:
        word = text.words[index]
        if word in self._titles:
            return True
        given = word in self._words.given or word in self._words.surnames_first
        return given and text.follows(index)


def _by_first_word(names: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """*names* as words by the first of them, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        words = tuple(name.split(" "))
        found.setdefault(words[0], []).append(words)
    return found


def _longest(text: Text, index: int, names: Mapping[str, list[tuple[str, ...]]]) -> int | None:
    """The last word of the longest of *names* that begins at *index*."""
    for words in names.get(text.words[index], ()):
        last = index + len(words) - 1
        if text.words[index : last + 1] == words and text.is_stretch(index, last):
            return last
    return None
