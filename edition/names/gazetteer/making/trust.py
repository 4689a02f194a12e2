"""How far a bare word may be believed to name a place: data of English words and of names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from english_words import get_english_words_set
from names_dataset import NameDataset
from wordfreq import zipf_frequency

from edition.names.gazetteer.making.draft import Draft
from edition.names.gazetteer.making.geonames import ENGLISH, SOVIET, SURNAME, read
from edition.names.language import language

# Where English texts get their names from.
_LANDS = ("US", "GB", "IE", "CA", "RU", "FR", "DE", "IN", "IT", "ES", "JP")
# A name among so many of the commonest of a land makes a word doubtful.
_COMMON = 2_500
# So many inhabitants are known by the name alone; so many even if people are called so.
_KNOWN, _FAMOUS = 150_000, 5_000_000
# Short names are believed of no smaller city, and where the text speaks of places.
_SHORT = 100_000
# Where nobody is called so, and no word is, so many inhabitants are enough: fewer in the lands of
# English, whose surnames are all listed; elsewhere the name must have no ending of a surname.
_UNLIKE, _UNLIKE_IN_ENGLISH = 15_000, 1_000
# Words that make a division of what people are called as well: Vladimir Region.
_SAID = {"Region", "Province", "Territory", "Republic", "State"}
# A word that is used, and one that is at least known: of zipf_frequency.
_USED, _KNOWN_WORD = 3, 2.6
# Endings of other forms of words, with what words have instead: "Sisters", "Crossings", "Loans".
_INFLECTED = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
)
# A namesake this many times smaller is not thought of.
_RIVAL = 6


class Trust:
    """What may be believed, by folded form. Takes a while to make: names of people are many."""

    def __init__(self) -> None:
        given = read("trust.toml")
        self._first = given.pop("first")
        self._given = {alone: set(words) for alone, words in given.items()}
        self._words = get_english_words_set(["web2", "gcide"], lower=False)
        if english := language("en"):
            self._other = english.no_name | {body.title() for body in english.known_bodies}
        people = NameDataset()
        self._people = {
            name
            for names in (people.first_names, people.last_names)
            for name, facts in names.items()
            if _rank(facts) <= _COMMON
        }
        self._anybody = people.first_names.keys() | people.last_names.keys()

    def doubtful(self, form: str) -> bool:
        """Whether *form* is short, a word of English, or what people are called."""
        return len(form) < 4 or self._known_word(form) or form in self._people

    def order(self, form: str, drafts: Iterable[tuple[Draft, bool]]) -> list[tuple[str, str]]:
        """Ids of the places *form* may mean with their classes, the likeliest first.

        Each draft comes with whether *form* is vouched for.
        """
        ranked = _ranked(list(drafts), self._first.get(form, ""))
        first, vouched = ranked[0]
        alone = self._alone(form, first)
        vouched = vouched or self._names_nobody(form, first)
        if alone == "always" and (not vouched or self._rivalled(form, ranked)):
            alone = "context"
        rest = alone if alone in {"never", "people"} else "context"
        return [(alone, first.id)] + [(rest, draft.id) for draft, _ in ranked[1:]]

    def _alone(self, form: str, draft: Draft) -> str:
        for alone, words in self._given.items():
            if form in words:
                return alone
        return draft.alone or self._judged(form, draft)

    def _judged(self, form: str, draft: Draft) -> str:
        if draft.kind in {"continent", "country", "ocean"}:
            return "always"
        words = form.removeprefix("St ").split()
        if len(words) == 1:
            return self._single(form, draft)
        if draft.kind not in {"settlement", "division"}:
            return "always"
        if not {"on", "upon"}.isdisjoint(words):  # Berwick-upon-Tweed
            return "always"
        said = draft.kind == "division" and not _SAID.isdisjoint(words)
        if all(self._word(word) or (word in self._people and not said) for word in words):
            return "always" if draft.weight >= 1_000_000 else "context"
        return "always" if draft.weight >= _KNOWN or draft.kind == "division" else "context"

    def _single(self, form: str, draft: Draft) -> str:
        known = draft.weight >= _FAMOUS or (draft.capital and draft.weight >= 300_000)
        if form in self._other and draft.kind == "settlement":
            return "never"
        if len(form) < 4 and not known:
            city = draft.kind == "settlement" and draft.weight >= _SHORT and len(form) > 2
            doubtful = self._word(form) or form in self._people
            return "context" if city and not doubtful else "never"
        if not known and (alone := self._of_word(form, draft)):
            return alone
        small = draft.country in ENGLISH and draft.population < _UNLIKE
        if small and draft.kind == "settlement" and form in self._words:
            return "never"  # "Cossack"
        if form in self._people and not known:
            return "context" if draft.weight >= 100_000 else "people"
        if known:
            return "always"
        if draft.country in SOVIET and not SURNAME.search(form):
            return "always" if draft.weight >= _UNLIKE and len(form) > 4 else "context"
        unlike = _UNLIKE_IN_ENGLISH if draft.country in ENGLISH else _UNLIKE
        if draft.weight >= unlike and self._names_nobody(form, draft):
            return "always"
        return "always" if draft.weight >= _KNOWN else "context"

    def _of_word(self, form: str, draft: Draft) -> str:
        """How far a place may be believed whose name is a word of English; "" where it is none."""
        if self._word(form):
            if draft.kind == "division":
                return "people"  # "Maritime"
            frequency = zipf_frequency(form.lower(), "en")
            rare = frequency < (4.5 if draft.weight >= 300_000 else 3.5)  # "Slough"
            return "context" if rare and draft.weight >= 100_000 else "never"
        if self._inflected(form) and draft.kind in {"settlement", "division"}:
            return "people" if draft.population >= _SHORT or form in self._people else "never"
        return ""

    def _names_nobody(self, form: str, draft: Draft) -> bool:
        """Whether *form* is neither a word nor what anybody is called, as far as is known."""
        if len(form) < 5 or form in self._anybody or form.lower() in self._words:
            return False
        return draft.country in ENGLISH or not SURNAME.search(form)

    def _rivalled(self, form: str, found: list[tuple[Draft, bool]]) -> bool:
        """Whether a place that *form* is vouched for may be meant instead of the first *found*."""
        ranked = [draft for draft, vouched in found if vouched or draft is found[0][0]]
        first = ranked[0]
        if form in self._given.get("always", ()) or first.kind in {"country", "continent"}:
            return False
        if first.capital and first.weight >= 500_000:
            return False
        others = [draft for draft in ranked[1:] if draft.region != first.region or not draft.region]
        return any(draft.weight * _RIVAL >= first.weight for draft in others)

    @cache  # noqa: B019 -- there is one, for as long as the program runs
    def _word(self, word: str) -> bool:
        """Whether it is a word of English that is used."""
        small = word.lower()
        return small in self._words and zipf_frequency(small, "en") >= _USED

    def _known_word(self, word: str) -> bool:
        """Whether it is a word of English, or a form of one, that is not quite unknown."""
        small = word.lower()
        known = small in self._words and zipf_frequency(small, "en") >= _KNOWN_WORD
        return known or self._inflected(word)

    def _inflected(self, word: str) -> bool:
        """Whether it is another form of a word of English that is used: "Sisters"."""
        small = word.lower()
        if zipf_frequency(small, "en") < _USED:
            return False
        return any(
            small.endswith(ending)
            and len(stem := small.removesuffix(ending)) > 2
            and self._word(stem + instead)
            for ending, instead in _INFLECTED
        )


def _ranked(drafts: list[tuple[Draft, bool]], first: str) -> list[tuple[Draft, bool]]:
    """The likeliest first; a city before the division called after it."""
    cities = {draft.region for draft, _ in drafts if draft.kind == "settlement" and draft.region}

    def place(pair: tuple[Draft, bool]) -> tuple[bool, bool, int, str]:
        draft, vouched = pair
        after = draft.kind == "division" and draft.region in cities
        return (draft.id != first, not vouched, -draft.weight // (50 if after else 1), draft.id)

    return sorted(drafts, key=place)


def _rank(facts: dict[str, dict[str, int | None]]) -> int:
    ranks = [rank for land, rank in facts.get("rank", {}).items() if rank and land in _LANDS]
    return min(ranks, default=_COMMON + 1)
