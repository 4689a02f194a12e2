"""Who holds an office that is printed alone, as a record goes on: "The PRESIDING OFFICER"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from edition.transcript.convention import Convention
from edition.transcript.short_forms import ShortForms
from edition.transcript.word_sense import speaker_key


class Chairs:
    """Follows the *lines* of a record, and knows whose an office is.

    An office is held by whom the record names as presiding, or by whoever was printed with it
    last; where a narration leaves open who presides behind it, by nobody in particular. *held*
    are all offices that are printed with a name, and these names.
    """

    def __init__(
        self,
        lines: Sequence[str],
        held: Iterable[tuple[str, str]],
        convention: Convention,
        short_forms: ShortForms,
    ) -> None:
        self._short_forms = short_forms
        self._holders: dict[str, str] = {}
        self._changes = list(_changes_in(lines, convention))
        self.presiding: dict[str, str] = {}  # names of who presides by a line of the record
        names: dict[str, set[str]] = {}
        for office, name in held:
            names.setdefault(speaker_key(office), set()).add(speaker_key(name))
        self._passing = {office for office, known in names.items() if len(known) > 1}

    def go_to(self, index: int) -> None:
        """Take note of what the record says before line *index* of who presides."""
        while self._changes and self._changes[0][0] < index:
            _, name, labels = self._changes.pop(0)
            if not name:
                self._holders.clear()
                continue
            title, _, last = name.rpartition(" ")
            known = speaker_key(name) if title else self._short_forms.key("", last)
            self.presiding[known] = name
            for office in labels.split():
                self._holders[speaker_key(office)] = known

    def hold(self, office: str, key: str) -> None:
        """From here on *office* is that of the speaker *key*."""
        self._holders[speaker_key(office)] = key

    def holder(self, office: str) -> str | None:
        """The key of the speaker who holds *office*; None if the record does not say."""
        return self._holders.get(speaker_key(office))

    def passes_on(self, office: str) -> bool:
        """Whether *office* is printed with the names of several people."""
        return speaker_key(office) in self._passing


def _changes_in(lines: Sequence[str], convention: Convention) -> Iterator[tuple[int, str, str]]:
    """The lines that say who presides, with the name, and the offices that mean this person.

    There is no name where a line leaves it open.
    """
    if not (convention.presiding or convention.roles.held):
        return
    for index, line in enumerate(lines):
        if (found := convention.presiding_in(line)) is not None:
            entry, match = found
            yield index, " ".join(match["name"].split()), entry.labels
        elif (narration := convention.narration_in(line)) is not None and narration.unseats:
            yield index, "", ""
