"""What is said of a draft: sent to the server, and what came of it there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from edition.deposit.invenio.body import encoded
from edition.deposit.invenio.failures import ServerError
from edition.deposit.invenio.package import Package
from edition.deposit.state import State, StateFile
from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic

if TYPE_CHECKING:  # what it imports opens a socket at once
    from edition.deposit.invenio.drafts import Draft, Drafts

_OF_FILES = "files"
_NOT_VALID = 400
# What must come back as it was sent; of the rest, that it is there.
_TO_THE_LETTER = frozenset({"title", "version", "publication_date", "publisher", "rights.id"})


def save(
    file: StateFile,
    state: State,
    package: Package,
    drafts: Drafts,
    draft: Draft,
    *,
    overwrite: bool,
) -> State:
    """Send the description of *package* to *draft*, and refuse where something is wrong with it.

    What it says of files does not count: they come afterwards. Raises EditionError: U034 for each
    thing that the server finds wrong or does not take, U035 where somebody has changed the draft
    in the web form, unless *overwrite*; ServerError.
    """
    if not overwrite:
        refuse_changed(state, draft, drafts)
    file.write(state.now(saved="", sent=""))  # if the answer is lost, it is not known what is there
    address = drafts.host.form(draft.id)
    try:
        saved = drafts.save(draft, package.description)
    except ServerError as error:
        if not error.is_open:
            file.write(state)
        if error.status != _NOT_VALID:
            raise
        raise EditionError(_refusal(package, "it", error.finding.message, address)) from None
    state = file.write(state.now(saved=_standing_for(saved), sent=""))
    found = list(_wrong(package, saved, address))
    if found:
        raise EditionError(*found)
    return file.write(state.now(sent=_sum(package)))


def refuse_changed(state: State, draft: Draft, drafts: Drafts) -> None:
    """Raise EditionError (U035) where somebody has changed *draft* since it was saved."""
    if state.saved and state.saved != _standing_for(draft):
        raise EditionError(diagnostic("U035", Place(drafts.host.form(draft.id))))


def refuse_other_description(state: State, package: Package) -> None:
    """Raise EditionError (U046) where the draft was not given the description of *package*."""
    if state.sent != _sum(package):
        raise EditionError(diagnostic("U046", Place(str(_description(package)))))


def _sum(package: Package) -> str:
    """The SHA-256 of the description of *package* as it is sent."""
    return sha256(encoded(package.description)).hexdigest()


def _description(package: Package) -> Path:
    return package.folder / "metadata" / "invenio.json"


def _standing_for(draft: Draft) -> str:
    """A checksum of what the server says of *draft*."""
    said = msgspec.json.encode([draft.metadata, draft.access], order="deterministic")
    return sha256(said).hexdigest()


def _wrong(package: Package, saved: Draft, address: str) -> Iterator[Diagnostic]:
    """What is wrong with the description of *package*, as the server has *saved* it."""
    problems = [it for it in saved.problems if it[0].split(".")[0] != _OF_FILES]
    if problems:
        yield from (_refusal(package, *problem, address) for problem in problems)
        return
    for field in lost(package.description["metadata"], saved.metadata):
        words = "the server has not kept it as it was sent"
        yield _refusal(package, f"metadata.{field}", words, address)


def _refusal(package: Package, field: str, words: str, address: str) -> Diagnostic:
    place = Place(str(_description(package)))
    return diagnostic("U034", place, field=field, words=words, address=address)


def lost(sent: Mapping[str, Any], there: Mapping[str, Any]) -> list[str]:
    """The fields of *sent* that are not in *there*, or are another where that matters."""
    return [path for key, value in sent.items() for path in _lost(value, there.get(key), key)]


def _lost(sent: Any, there: Any, path: str) -> Iterator[str]:
    if sent in (None, "", [], {}):
        return
    if isinstance(sent, dict):
        inside = there if isinstance(there, dict) else {}
        for key, value in sent.items():
            yield from _lost(value, inside.get(key), f"{path}.{key}")
    elif isinstance(sent, list):
        if not isinstance(there, Sequence) or isinstance(there, str) or len(there) != len(sent):
            yield path
        else:
            for one, other in zip(sent, there, strict=True):
                yield from _lost(one, other, path)
    elif there is None or (path in _TO_THE_LETTER and sent != there):
        yield path
