"""Names of firms and newspapers: "Marks & Spencer", "Simons and Company", "the Yorkshire Post"."""

from __future__ import annotations

from edition.names.finding import FIRM, Found
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.things import Sheltered
from edition.names.words import Text


class FirmFinder:
    """Finds firms by the words of *language*."""

    def __init__(self, language: Language) -> None:
        self._words = language
        self._cues = language.papers | language.firm_ends
        titles = language.honorifics | language.offices
        self._no_partners = language.bodies | titles | language.no_name

    def find(self, text: Text, found: list[Found]) -> list[Sheltered]:
        """Add the firms in *text* to *found*; the words they shelter."""
        firms = _joined_firms(text)
        if self._cues.isdisjoint(text.cues) and not firms:
            return []
        if not self._words.papers.isdisjoint(text.cues):
            firms += self._newspapers(text)
        if not self._words.firm_ends.isdisjoint(text.cues):
            firms += self._partners(text)
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
