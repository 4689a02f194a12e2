"""Words of a text that may name a place which the gazetteer knows."""

from __future__ import annotations

from collections.abc import Sequence

from edition.names.candidates import Candidate, Candidates
from edition.names.known_places import KnownPlaces
from edition.names.lands import is_land, lands, pair
from edition.names.language import Language
from edition.names.listed import ListedPlaces, goes_on
from edition.names.words import Text

PEOPLE = "people"  # called so: the name of a place must be told by the text
UNSURE = frozenset({"never", PEOPLE})
_LANDS = frozenset({"river", "mountains", "region", "island", "sea", "desert"})


class CandidateFinder:
    """Finds what *places* know in a text, by the words of *language*."""

    def __init__(self, language: Language, places: KnownPlaces) -> None:
        self._words = language
        self._places = places
        self._articles = language.articles | {word.capitalize() for word in language.articles}
        self._abbreviated = language.lands_in_short
        self._famous = language.famous
        self._from = language.of_origin & language.ends_of_ways.keys()
        self._reach = places.reach
        self._small = places.small_words
        self._lists = ListedPlaces(language, places)

    def find(self, text: Text) -> Candidates:
        """What the gazetteer knows, longest first.

        A name that one text treats as a place (*in_context*) is one in all texts of a document.
        """
        found: Candidates = {}
        words, joined = text.words, text.joined
        articles = not self._articles.isdisjoint(text.cues)
        flowing = not self._words.river_verbs.isdisjoint(text.cues)
        for index in text.telling:
            reach = self._reach(words[index])
            if not reach:
                continue
            articled = articles and joined[index] and words[index - 1] in self._articles
            for last in self._ends(text, index, reach):
                name = words[index] if last == index else text.name(index, last)
                if articled and self._add_river(found, text, index, (last, name)):
                    continue
                if articled and last == index and self._is_ship(text, index):
                    continue
                if flowing and self._add_flowing(found, text, index, (last, name)):
                    continue
                belief = self._places.belief(name)
                if belief and (
                    belief not in UNSURE
                    or text.is_parted(last + 1)
                    or self._is_here(text, index, last, belief)
                ):
                    self._add(found, text, index, (last, name, belief))
        if found:
            self._lists.tell(text, found)
        return found

    def _add(self, found: Candidates, text: Text, index: int, named: tuple[int, str, str]) -> None:
        """Add to *found* the place *named*: its last word, its name, how far that is believed."""
        last, name, belief = named
        unsure = belief in UNSURE
        land = self._land_after(text, index, last, sure=not unsure)
        if land:
            found.setdefault(last + 1, []).append(land)
        is_sited = unsure and not land and self._is_here(text, index, last, belief)
        if belief == "context" and not land:
            is_sited = self._is_of_city(text, index, last, name)
        if not unsure or land or is_sited:
            in_context = bool(land) or (not is_sited and self.in_context(text, index, last))
            candidate = Candidate(last, name, belief == "always", in_context, sited=is_sited)
            found.setdefault(index, []).append(candidate)

    def _is_of_city(self, text: Text, first: int, last: int, name: str) -> bool:
        """Whether something is a great city's whose name people have, too: "the Dallas police"."""
        after = last + 1
        if not text.after_article(first, self._articles) or not text.is_joined(after):
            return False
        return not text.capital[after] and self._places.is_city(name)

    def _add_river(self, found: Candidates, text: Text, index: int, named: tuple[int, str]) -> bool:
        """Add to *found* the river *named*, its last word first, which stands after an article.

        Whether they name no town: it is printed without one. "On the Volkhov", but "on the Volkhov
        Front", "And Quiet Flows the Don".
        """
        last, name = named
        river = self._places.river(name)
        if not river and not self._places.is_settlement(name):
            return False
        if not self._ends_here(text, last) or _in_title(text, index):
            return False
        if river:
            candidate = Candidate(last, river, always=False, in_context=True)
            found.setdefault(index, []).append(candidate)
        return True

    def _add_flowing(
        self, found: Candidates, text: Text, index: int, named: tuple[int, str]
    ) -> bool:
        """Add to *found* the river *named* that does what rivers do: "Lena flows north"."""
        last, name = named
        if not text.is_joined(last + 1) or text.words[last + 1] not in self._words.river_verbs:
            return False
        if self._places.is_place(name) or not (river := self._places.river(name)):
            return False
        candidate = Candidate(last, river, always=False, in_context=False, sited=True)
        found.setdefault(index, []).append(candidate)
        return True

    def _is_ship(self, text: Text, index: int) -> bool:
        """Whether a country's name after an article is a thing's: "the papers on the Estonia"."""
        word, after = text.words[index], index + 1
        lands = self._words.lands_with_article
        if word.isupper() or word.endswith("s") or word in lands:
            return False
        if after < len(text) and not (text.has_stop(index) or text.has_comma(after)):
            return False
        return self._places.is_country(word)

    def _ends(self, text: Text, first: int, reach: int) -> Sequence[int]:
        """Where a name of at most *reach* words may end that begins with the capital at *first*.

        The longest name comes first.
        """
        after = first + 1
        if reach == 1 or not text.is_joined(after):
            return (first,)
        if not text.capital[after] and text.words[after] not in self._small:
            return (first,)
        ends = [first]
        for last in range(after, min(first + reach, len(text))):
            if not text.joined[last]:
                break
            if text.capital[last]:
                ends.append(last)
            elif text.words[last] not in self._small:
                break
        return ends[::-1]

    def _is_here(self, text: Text, first: int, last: int, belief: str) -> bool:
        """Whether a place is meant in this text by a name that is mostly another thing."""
        told = belief == PEOPLE and self._is_after_preposition(text, first, last)
        return told or self._is_of_site(text, first, last)

    def _is_after_preposition(self, text: Text, first: int, last: int) -> bool:
        """As in "in Buxton"; not "in Buxton's house", "confidence in Buxton"."""
        if first == 0 or not text.joined[first]:
            return False
        if text.words[first - 1] not in self._words.inside and not self._comes_from(text, first):
            return False
        before = text.words[first - 2].lower() if first > 1 else ""
        if before in self._words.before_persons or text.possessed(last + 1):
            return False
        return not goes_on(self._words, text, last)

    def _comes_from(self, text: Text, first: int) -> bool:
        """As in "he was from Chelsea", "Esther Weiss, from Lawrence"."""
        if first < 2 or text.words[first - 1] not in self._from:
            return False
        parted = text.has_comma(first - 1) and text.capital[first - 2]
        return parted or text.words[first - 2] in self._words.of_coming

    def _is_of_site(self, text: Text, first: int, last: int) -> bool:
        """As in "the air base at Kant": a site lies there; not "the port in August"."""
        if text.name(first, last) in self._words.calendar:
            return False
        if first < 2 or not (text.joined[first] and text.joined[first - 1]):
            return False
        before, preposition = text.words[first - 2 : first]
        if preposition not in self._words.before_towns or before not in self._words.sites:
            return False
        return not goes_on(self._words, text, last)

    def in_context(self, text: Text, first: int, last: int) -> bool:
        """Whether a preposition stands before, with an article where that is no settlement's."""
        if goes_on(self._words, text, last) or not text.joined[first]:
            return False
        before = text.words[first - 1].lower()
        if first == last and text.words[first] in self._words.things_called_so:
            return self._is_no_thing(text, first)
        if before in self._words.before_places:
            famous = first == last and text.words[first] in self._famous
            return not famous or before in self._words.before_towns  # "the poems of Pushkin"
        if before == "with" and first > 1 and text.words[first - 2] in self._words.borders:
            return True
        with_article = before in self._words.articles and text.joined[first - 1]
        if not with_article and before not in self._words.before_lands:
            return False
        places = self._places.lookup(text.name(first, last))
        if not places or places[0].kind not in _LANDS:
            return False
        before = text.words[first - 2].lower() if with_article else before
        return before in self._words.before_places or before in self._words.before_lands

    def _is_no_thing(self, text: Text, index: int) -> bool:
        """Whether a place is meant within a sentence by a name that things have as well.

        As in "trade with China"; not "in China cups", "a Turkey".
        """
        if text.capital[index - 1] and not text.first(index - 1):
            return False
        if text.after_article(index, self._articles):
            return False
        after = index + 1
        owns = text.possessed(after)
        return owns or not text.is_joined(after) or text.words[after] in self._words.after_places

    def _ends_here(self, text: Text, last: int) -> bool:
        """Whether no noun goes on with the name before: "the Volkhov froze", "the Ob.".

        Nor the name of another place: "the Moscow-Kazan line".
        """
        after = last + 1
        if goes_on(self._words, text, last) or (after < len(text) and text.is_hyphenated(after)):
            return False
        if not text.is_joined(after) or text.words[after] in self._words.after_rivers:
            return True
        linked = text.words[after] in self._words.conjunctions
        return linked and text.is_joined(last + 2) and text.words[last + 2] in self._words.articles

    def _land_after(self, text: Text, first: int, last: int, *, sure: bool) -> Candidate | None:
        """The land after a comma in which the place of the words *first* to *last* may lie.

        As in "Davenport, Iowa", "Athens, Georgia", "Davenport, IA". Where the gazetteer has no
        such place there, it is one if its name is *sure* to be, or a preposition stands before.
        """
        after = last + 1
        if not text.is_parted(after):
            return None
        if text.joined[first] and text.capital[first - 1] and not text.first(first - 1):
            return None  # "John Adler, New Jersey"
        towns = self._places.lookup(text.name(first, last))
        sure = sure or self.in_context(text, first, last)
        for end in range(min(text.run_end(after), after + 2), after - 1, -1):
            printed = text.name(after, end)
            land = self._abbreviated.get(printed, printed)
            known = self._places.lookup(land)
            is_sure = sure and land == printed and is_land(known) and self._places.is_place(land)
            if is_sure or pair(towns, lands(known)):
                return Candidate(end, land, always=True, in_context=True)
        return None


def _in_title(text: Text, index: int) -> bool:
    """Whether a capital before the article makes a title of it: "Quiet Flows the Don"."""
    before = index - 2
    return before > 0 and text.joined[index - 1] and text.capital[before] and not text.first(before)
