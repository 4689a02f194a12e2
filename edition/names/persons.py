"""Names of persons in a text: by honorific, given name, office or calling."""

from __future__ import annotations

from msgspec.structs import replace

from edition.names.finding import JOINT, Found
from edition.names.likeness import is_generation
from edition.names.lone import given_alone
from edition.names.model import Certainty, Kind
from edition.names.name_words import NameWords
from edition.names.unlisted import UnlistedPersons
from edition.names.words import Text


class PersonFinder:
    """Finds names of persons that tell themselves what they are.

    It holds nothing of a document: make one for many.
    """

    def __init__(self, words: NameWords) -> None:
        self._names = words
        self._words = words.language
        self.unlisted = UnlistedPersons(words)
        self._peoples = tuple(sorted(words.language.people_endings))
        self._of_each = words.language.titles_of_each
        self._famous = words.language.famous
        self._makers = {f"{word} by" for word in words.language.of_makers}
        self._no_first_name = words.enders | words.language.place_types

    def find(self, text: Text) -> list[Found]:
        """The persons whose names tell themselves what they are, in order."""
        found: list[Found] = []
        done = -1
        for index in text.telling:
            if index <= done or not self._names.can_begin(text.words[index]):
                continue
            persons = self._behind_title_of_several(text, index)
            if not persons:
                person = self._at(text, index) or (found and self._listed(text, index, found[-1]))
                persons = [_with_generation(text, person)] if person else []
            if persons:
                found += persons
                done = persons[-1].last
        return found

    def _behind_title_of_several(self, text: Text, index: int) -> list[Found]:
        """As in "Princes Svyatoslav and Vladimir"; none where only one name follows.

        Nor where a place is so called: "Kings Lynn and Wisbech".
        """
        title = self._of_each.get(text.words[index])
        found: list[Found] = []
        start = index + 1 if title and text.follows(index) else None
        while title and start is not None:
            last = self._names.end(text, start)
            if last is None or not self._names.is_whole(text, last):
                break
            if not found and self._names.may_be_place(text.name(index, last)):
                break
            found.append(self._titled(text, start, last, title))
            start = self._next_listed(text, last)
        return found if len(found) > 1 else []

    def _titled(self, text: Text, first: int, last: int, title: str) -> Found:
        """The person of the words *first* to *last* who bears *title*.

        A word alone that is no given name may be no name: "Captains Courageous and Kim".
        """
        name, bare = text.name(first, last), first == last
        given = title in self._words.before_given_names and self._names.is_given(name)
        is_sure = not bare or given or name in self._famous
        certainty = Certainty.HIGH if is_sure else Certainty.MEDIUM
        return Found(first, last, Kind.PERSON, name, JOINT, certainty, bare=bare, titles=(title,))

    def _next_listed(self, text: Text, last: int) -> int | None:
        """Where the next name of a list begins after the word at *last*; None where it ends."""
        after = last + 1
        if text.is_parted(after):
            return after
        linked = after + 1
        if after >= len(text) or text.words[after] not in self._words.conjunctions:
            return None
        is_next = text.is_joined(linked) and text.capital[linked]
        return linked if is_next and (text.joined[after] or text.has_comma(after)) else None

    def _at(self, text: Text, index: int) -> Found | None:
        word = text.words[index]
        if word in self._words.honorifics:
            return self._after_honorific(text, index)
        if self._names.is_given(word) and not self._is_doubtful(word):
            return self._after_given(text, index)
        if word in self._words.offices:
            return self._after_office(text, index)
        if text.follows(index) and (
            word in self._words.given_words or word in self._words.surnames_first
        ):
            return self._after_doubtful(text, index)
        if not self._names.can_name(word):
            return None
        return self.unlisted.at(text, index)

    def _is_doubtful(self, word: str) -> bool:
        """Whether a place is surely called *word*, which people are, too: "Nursultan"."""
        return word in self._words.given_words and self._names.is_place(word)

    def _after_honorific(self, text: Text, index: int) -> Found | None:
        """As in "Mr Govorov", "Dr Anna Karlova"; not "Mr President"."""
        if not text.is_joined(index + 1):
            return None
        start = self._behind_particles(text, index + 1)
        last = self._names.end(text, start)
        before = start - 1 if last is None else last
        begins = last is None or self._names.is_given(text.words[last])
        if begins and text.follows(before) and self._is_surname(text.words[before + 1]):
            last = before + 1  # "Mr Nikolayev", "Sir John Wells"
        if last is None or not self._names.is_whole(text, last):
            return None
        name = text.name(index + 1, last)
        bare = last == index + 1
        return Found(index, last, Kind.PERSON, name, "honorific", role=1, bare=bare)

    def _behind_particles(self, text: Text, start: int) -> int:
        """Where the name goes on whose particles begin at *start*: "Mr de Mistura"."""
        index = start
        while text.is_joined(index) and text.words[index] in self._words.particles:
            index += 1
        return index if text.is_joined(index) else start

    def _is_surname(self, word: str) -> bool:
        """Whether *word* is one after an honorific, whatever it is otherwise: "Mrs May"."""
        return word in self._words.surnames_after_given_names or self._names.is_surname(word)

    def _after_given(self, text: Text, index: int) -> Found | None:
        """As in "Alexander Beglov", "A. S. Pushkin"."""
        if text.words[index] in self._words.ends_sentences and self._given_follows(text, index):
            return None  # "So did I. Anna came."
        if text.words[index] in self._words.saints:
            return None  # "Santa Rosa"
        last = self._names.end(text, index)
        if last == index and self._called_after_town(text, index):
            last = index + 1
        if last == index and self._is_alone(text, index):
            return None if self._is_signal(text, index) else given_alone(text, index)
        if last is None or last == index or not self._names.is_whole(text, last):
            return None
        ship = text.after_article(index, self._words.articles)  # "the Nikolai Zubov"
        if (ship and not self.unlisted.who_follows(text, last)) or (
            len(text.words[last]) < 3 and text.words[last].endswith(".")
        ):
            return None
        name = text.name(index, last)
        if self._names.is_place(name) or self._is_site(text, index, name):
            return None  # "Sierra Leone", "in Ann Arbor", "at St Stanislaus Kostka"
        certainty = Certainty.LOW if self._is_maker(text, index, last) else Certainty.HIGH
        return Found(index, last, Kind.PERSON, name, "given name", certainty)

    def _is_signal(self, text: Text, index: int) -> bool:
        """Whether a radio message begins so, and nobody is named: "Roger", "Ahh, Roger"."""
        apart = not (text.is_joined(index + 1) or (text.joined[index] and not text.first(index)))
        return apart and text.words[index] in self._words.signals

    def _is_maker(self, text: Text, index: int, last: int) -> bool:
        """Whether a firm may be meant.

        As in "made by Kelvin Hughes", "Kelvin Hughes announced its results".
        """
        if index > 1 and text.joined[index]:
            part, link = text.words[index - 2 : index]
            if link in self._words.before_firms and part in self._words.parts_of_firms:
                return True
            if f"{part} {link}" in self._makers:
                return True
        after = text.words[last + 1 : last + 3] if text.is_joined(last + 1) else ()
        if not after or after[0] in self._words.firm_verbs:
            return bool(after)
        return after[-1] in self._words.own_of_firms and text.is_joined(last + 2)

    def _is_site(self, text: Text, index: int, name: str) -> bool:
        """Whether a place, or a church, may have the *name* after "in" or "at"."""
        if not text.joined[index]:
            return False
        saint = text.words[index - 1] in self._words.saints
        at = index - 1 if saint else index
        before = text.words[at - 1].lower() if at and text.joined[at] else ""
        if before not in self._words.before_towns:
            return False
        return saint or self._names.may_be_place(name)

    def _after_doubtful(self, text: Text, index: int) -> Found | None:
        """As in "Paris Hilton", "Xi Jinping"; not "in Paris Hilton stayed", "the Paris Club"."""
        word = text.words[index]
        opens = text.first(index) and not text.opens_bracket(index)
        if word in self._words.begin_sentences and opens:
            return None  # "Will Hilton come?", but "the Member for Colchester (Will Quince)"
        last = self._names.end(text, index + 1)
        if last is None or last - index > 2 or not self._names.is_whole(text, last):
            return None
        name = text.name(index, last)
        if self._names.may_be_place(name):
            return None
        if word in self._words.surnames_first:
            return Found(index, last, Kind.PERSON, name, "surname first")
        before = text.words[index - 1] if text.joined[index] else ""
        place = self._names.may_be_place(word) and before.lower() in self._words.before_places
        if place or before.lower() in self._words.no_name_after or text.ends_line(index):
            return None
        month = word in self._words.given_months and text.first(index)  # "April Jones came"
        told = month or text.words[last].endswith(self.unlisted.endings)
        if word in self._words.no_name and not told:
            return None  # "Muslim Magomayev", not "Muslim Brothers"
        return Found(index, last, Kind.PERSON, name, "given name", Certainty.MEDIUM)

    def _listed(self, text: Text, index: int, before: Found) -> Found | None:
        """As in "David Kugultinov and Mustai Karim": after somebody named in full."""
        if " " not in before.name or index != before.last + 2 or not text.joined[index]:
            return None
        linked = text.words[index - 1] in self._words.conjunctions
        last = self._names.end(text, index) if linked else None
        if last is None or not 1 <= last - index <= 2 or not self._names.is_whole(text, last):
            return None
        if not self.unlisted.is_unknown(text, index, last):
            return None
        name = text.name(index, last)
        return Found(index, last, Kind.PERSON, name, "in a list", Certainty.MEDIUM)

    def _given_follows(self, text: Text, index: int) -> bool:
        return index + 1 < len(text) and self._names.is_given(text.words[index + 1])

    def _called_after_town(self, text: Text, index: int) -> bool:
        """As in "Irving Berlin"; not "Will London agree?"."""
        if text.first(index) and text.words[index] in self._words.begin_sentences:
            return False
        return self._town_follows(text, index)

    def _town_follows(self, text: Text, index: int) -> bool:
        """Whether a surname follows that is another thing: "Jack London", "Theresa May"."""
        if not text.follows(index):
            return False
        after = text.words[index + 1]
        return after in self._words.surnames_after_given_names or self._names.is_called(after)

    def _is_alone(self, text: Text, index: int) -> bool:
        """Whether a given name is all there is, and where it begins a sentence, an address.

        "Yes, Jen.", "what Jen said"; not "Long is the way".
        """
        followed = text.is_joined(index + 1)
        if len(text.words[index]) < 3:
            return False
        if followed and text.first(index) and not self._verb_follows(text, index):
            return False
        if self._names.is_city(text.words[index]):
            return False  # "a song about Samara"
        if followed and text.words[index + 1] in self._no_first_name:
            return False
        if not text.joined[index]:
            return True
        before = text.words[index - 1]
        if before.lower() in self._words.no_name_after or before in self._words.saints:
            return False
        return not text.capital[index - 1] or text.first(index - 1)

    def _verb_follows(self, text: Text, index: int) -> bool:
        """As in "Harvey was in the Navy"; not "Long was the way"."""
        is_word = text.words[index] in self._words.begin_sentences
        return text.words[index + 1] in self._words.after_given_names and not is_word

    def _after_office(self, text: Text, index: int) -> Found | None:
        """As in "President Obama", "General Vo Nguyen Giap"."""
        start = index + 1
        while text.is_joined(start) and text.words[start] in self._names.titles:
            start += 1
        first = start
        start = self._behind_particles(text, start)
        last = self._names.end(text, start) if text.is_joined(start) else None
        if last is None or not self._names.is_whole(text, last):
            return None
        if (
            last == start
            and self._names.is_given(text.words[last])
            and self._town_follows(text, last)
        ):
            last += 1  # "Governor Aisen Nikolayev"
        name = text.name(first, last)
        if last > first:
            return Found(first, last, Kind.PERSON, name, "office")
        if self._is_adjective(text, start - 1):
            return None
        alone = not self._is_of_title(text, index)
        role = start - index if alone else 0
        ship = text.words[index] in self._words.before_given_names and text.after_article(
            index, self._words.articles
        )  # "the Princess Ragnhild"
        certainty = Certainty.MEDIUM if ship else Certainty.HIGH
        found = (start - role, last, Kind.PERSON, name, "office", certainty)
        return Found(*found, role=role, bare=True)

    def _is_adjective(self, text: Text, office: int) -> bool:
        """Whether the *office* is none after a noun: "Annual General Meeting"."""
        if text.words[office] not in self._words.adjectival_offices:
            return False
        if not text.joined[office] or not text.capital[office - 1] or text.first(office - 1):
            return False
        before = text.words[office - 1]
        told = before in self._names.titles or before in self._words.before_offices
        return not (told or before.isupper() or before.endswith(self._peoples))

    def _is_of_title(self, text: Text, index: int) -> bool:
        """Whether the word before the office at *index* is of the title: "CIA Director Burns".

        Not one that only begins the sentence: "When President Obama".
        """
        if not text.joined[index] or not text.capital[index - 1]:
            return False
        before = text.words[index - 1]
        of_title = (before.isupper() and len(before) > 1) or before in self._words.before_offices
        return of_title or not text.first(index - 1)


def _with_generation(text: Text, one: Found) -> Found:
    """*one* with what tells father and son apart behind: "Walter Jones, Jr."."""
    after = one.last + 1
    if " " not in one.name or after >= len(text) or not is_generation(text.words[after]):
        return one
    if not (text.joined[after] or text.has_comma(after)):
        return one
    return replace(one, last=after, name=f"{one.name} {text.words[after]}")
