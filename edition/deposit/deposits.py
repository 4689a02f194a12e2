"""All deposits of an edition, by what was reserved or published with them: no two have the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from edition.deposit.state import State, StateFile
from edition.diagnostic import EditionError, Place, diagnostic


class Deposits:
    """The deposits whose states are the files in *folder*.

    Of a file that cannot be read, or is called after another document than its own, nothing is
    known here; who opens it is told.
    """

    def __init__(self, folder: Path) -> None:
        self._dois: dict[str, list[str]] = defaultdict(list)
        self._by: dict[str, list[Path]] = defaultdict(list)
        for path in sorted(folder.glob("*.json")):
            try:
                state = StateFile(path).read()
            except EditionError:
                continue
            if state is None:
                continue
            for doi in _dois(state):
                self._dois[doi].append(state.document)
            for it in _identifiers(state):
                self._by[it].append(path)

    def owners(self, doi: str) -> list[str]:
        """The documents for which *doi* was reserved or published."""
        return self._dois.get(doi.lower(), [])

    def refuse_twin(self, path: Path, state: State) -> None:
        """Raise EditionError (U060) where another file than *path* has something of its *state*.

        Whichever of both is the copy, nobody but a person knows.
        """
        for it in _identifiers(state):
            other = next((one for one in self._by[it] if one.name != path.name), None)
            if other is not None:
                place = Place(str(path))
                raise EditionError(diagnostic("U060", place, what=it, other=str(other)))


def _dois(state: State) -> set[str]:
    return {it.lower() for it in (state.doi, *(one.doi for one in state.versions)) if it}


def _identifiers(state: State) -> Iterator[str]:
    """What no other deposit can have: DOIs, and the addresses of records."""
    yield from sorted(_dois(state))
    records = {state.record, *(one.record for one in state.versions)}
    yield from (f"{state.host}/records/{it}" for it in sorted(records) if it)
