"""Names of firms and newspapers: "Marks & Spencer", "Simons and Company", "the Yorkshire Post"."""

from __future__ import annotations

from collections.abc import Callable

from edition.names.finding import FIRM, Found
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.things import Sheltered
from edition.names.words import Text


class FirmFinder:
    """Finds firms by the words of *language*."""

    def __init__(self, language: Language, is_place: Callable[[str], bool]) -> None:
        """*is_place* says of which words a place is surely called."""
        self._words = language
        self._is_place = is_place
        self.cues = language.papers | language.firm_ends | language.firm_trades
        self._articles = language.articles | {word.capitalize() for word in language.articles}
        self._titles = language.honorifics | language.offices
        self._no_partners = language.bodies | self._titles | language.no_name

    def find(self, text: Text, found: list[Found]) -> list[Sheltered]:
        """Add the firms in *text* to *found*; the words they shelter."""
        firms = [one for one in _joined_firms(text) if not self._is_no_firm(text, *one)]
        if self.cues.isdisjoint(text.cues) and not firms:
            return []
        if not self._words.papers.isdisjoint(text.cues):
            firms += self._newspapers(text)
            found += self._papers_alone(text)
        if not self._words.firm_ends.isdisjoint(text.cues):
            firms += self._partners(text)
        if not self._words.firm_trades.isdisjoint(text.cues):
            firms += self._trades(text)
        for first, last in firms:
            name = text.printed(first, last)
            found.append(Found(first, last, Kind.ORG, name, FIRM, Certainty.MEDIUM))
        return [Sheltered(first, last) for first, last in firms]

    def _newspapers(self, text: Text) -> list[tuple[int, int]]:
        """As in "the Yorkshire Post", "The Ballarat Courier"."""
        papers = []
        for index in [at for at in text.capitals if text.words[at] in self._words.papers]:
            first = index
            while first and text.joined[first] and text.capital[first - 1]:
                first -= 1
            article = text.words[first].lower() in self._words.articles
            first += article
            if first < index and (article or text.after_article(first, self._words.articles)):
                papers.append((first, index))
        return papers

    def _papers_alone(self, text: Text) -> list[Found]:
        """As in "I read The Times", "The Guardian reported that"; not "in the Times"."""
        papers = []
        for index in [at for at in text.capitals if text.words[at] in self._words.papers]:
            article = index - 1
            if not text.after_article(index, self._articles) or text.follows(index):
                continue
            titled = text.capital[article] and not text.first(article)
            verb = text.words[index + 1] if text.is_joined(index + 1) else ""
            if titled or verb in self._words.of_papers:
                first = article if text.capital[article] else index
                name = f"{text.words[article].capitalize()} {text.words[index]}"
                papers.append(Found(first, index, Kind.ORG, name, FIRM, Certainty.MEDIUM))
        return papers

    def _trades(self, text: Text) -> list[tuple[int, int]]:
        """As in "U.S. Steel": a place, and all that is dealt with."""
        return [
            (index - 1, index)
            for index in text.capitals
            if text.words[index] in self._words.firm_trades
            and text.joined[index]
            and not text.follows(index)
            and self._is_place(text.words[index - 1])
            and not (text.joined[index - 1] and text.capital[index - 2])
        ]

    def _is_no_firm(self, text: Text, first: int, last: int) -> bool:
        """Whether "&" stands in what is short for something else, or for two: "Q&A", "Mr & Mrs"."""
        printed = text.printed(first, last).split(" ")
        if not self._words.no_firms.isdisjoint(printed):
            return True
        return not self._titles.isdisjoint(text.words[first : last + 1])

    def _partners(self, text: Text) -> list[tuple[int, int]]:
        """As in "William Simons and Company", "Burns, Philp and Company"."""
        firms = []
        for index in [at for at in text.capitals if text.words[at] in self._words.firm_ends]:
            before = index - 2
            linked = before >= 0 and text.joined[index] and text.joined[index - 1]
            if linked and text.words[index - 1] in self._words.conjunctions:
                first = self._first_partner(text, before + 1)
                if first <= before:
                    firms.append((first, index))
        return firms

    def _first_partner(self, text: Text, after: int) -> int:
        """Where the names of the partners begin that end before the word *after*; it, if none."""
        first = after
        while first and (first == after or text.joined[first] or text.has_comma(first)):
            if not text.capital[first - 1] or text.words[first - 1] in self._no_partners:
                break
            first -= 1
        return first


def _joined_firms(text: Text) -> list[tuple[int, int]]:
    """The names with "&": "Marks & Spencer"."""
    firms = []
    for index in text.ampersands():
        first, last = index - 1, text.run_end(index)
        while text.joined[first] and text.capital[first - 1] and not text.first(first - 1):
            first -= 1
        firms.append((first, last))
    return firms
