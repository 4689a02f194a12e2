"""A draft and its DOI: made once, kept in the state file, and written into the TEI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from edition.deposit.invenio.body import new_draft
from edition.deposit.invenio.failures import ServerError
from edition.deposit.invenio.text import Text
from edition.deposit.state import State, StateFile
from edition.diagnostic import EditionError, Place, diagnostic

if TYPE_CHECKING:  # what it imports opens a socket at once
    from edition.deposit.invenio.drafts import Draft, Drafts


class Reserved(NamedTuple):
    """A DOI that is reserved, and whether the TEI was changed for it."""

    state: State
    is_written: bool


def reserve(
    file: StateFile, text: Text, drafts: Drafts, *, taken: str = "", another: bool = False
) -> Reserved:
    """Reserve a DOI for *text*: a second call finds what the first has done.

    Whether a request to make a draft had its effect may be unknown. Then a person says that it is
    the draft *taken*, or that *another* is to be made. Raises EditionError (U010–U016);
    ServerError, which is U059 where it is unknown now.
    """
    state = file.read()
    refuse_reserving(file, state, drafts.host.base, taken=taken, another=another)
    text.refuse_another_doi(*_ours(state))
    if state is None or not state.record:
        state = _taken(file, text, drafts, taken) if taken else _created(file, text, drafts)
    return with_doi_reserved(file, state, text, drafts)


def refuse_reserving(
    file: StateFile, state: State | None, host: str, *, taken: str, another: bool
) -> None:
    """Raise EditionError where *state* leaves nothing to reserve at *host*.

    U012 where the deposit is elsewhere, U013 where it is published, U014 where it is unknown
    whether a draft was made, U015 where it is known and one is named.
    """
    place = Place(str(file.path))
    if state is None:
        return
    refuse_other_host(file, state, host)
    if state.stage == "published":
        raise EditionError(diagnostic("U013", place, doi=state.doi))
    if state.record and (another or taken not in ("", state.record)):
        raise EditionError(diagnostic("U015", place, record=state.record))
    if state.stage == "creating" and not (taken or another):
        raise EditionError(diagnostic("U014", place, host=host))


def refuse_other_host(file: StateFile, state: State, host: str) -> None:
    """Raise EditionError (U012) where the deposit of *state* is not at *host*."""
    if state.host != host:
        raise EditionError(diagnostic("U012", Place(str(file.path)), there=state.host, host=host))


def with_doi_reserved(file: StateFile, state: State, text: Text, drafts: Drafts) -> Reserved:
    """Reserve a DOI for the draft of *state*, if it has none, and write it into *text*."""
    draft = open_draft(drafts, state.record)
    doi = draft.doi or _doi(drafts, draft)
    if doi != state.doi:
        state = file.write(state.now(doi=doi, stage="drafted"))
    before = state.versions[-1].doi if state.versions else ""
    return Reserved(state, text.put(doi, before))


def open_draft(drafts: Drafts, record: str) -> Draft:
    """The draft *record*. Raises ServerError (U025) where it is not to be had."""
    draft = drafts.draft(record)
    if draft is None:
        place = Place(drafts.host.api(record, "draft"))
        raise ServerError(diagnostic("U025", place, method="GET", told="no such draft"), 404)
    return draft


def _ours(state: State | None) -> tuple[str, ...]:
    """The DOIs that the TEI may have already: that of the draft, and of the version before."""
    if state is None:
        return ()
    return (state.doi, *(version.doi for version in state.versions[-1:]))


def _created(file: StateFile, text: Text, drafts: Drafts) -> State:
    """A new draft. Before it is asked for, the state file says so: it is never asked for twice."""
    before = file.read()
    state = file.write(State(file.document, drafts.host.base, "creating"))
    try:  # what it finds missing in the draft will be said by the package
        draft = drafts.create(text.title)
    except ServerError as error:
        if not error.is_open:
            file.restore(before)
            raise
        raise _unknown_draft(error, drafts.host.base) from None
    return file.write(state.now(stage="drafted", record=draft.id))


def _unknown_draft(error: ServerError, host: str) -> ServerError:
    """What is told where *error* leaves open whether there is a draft: what only a person sees."""
    told = error.findings[0]
    finding = diagnostic("U059", Place(told.file), told=told.message, host=host)
    return ServerError(finding, error.status, is_open=True)


def _taken(file: StateFile, text: Text, drafts: Drafts, record: str) -> State:
    """The draft *record*, which a person says is the one that was made for *text*.

    Raises EditionError (U016) where there is more in it than a new draft has, or other things.
    """
    draft = open_draft(drafts, record)
    is_new = not draft.concept and _said(draft.metadata) == new_draft(text.title)["metadata"]
    if not is_new or drafts.record(record) is not None or drafts.files(record):
        raise EditionError(diagnostic("U016", Place(str(file.path)), record=record))
    return file.write(State(file.document, drafts.host.base, "drafted", record=draft.id))


def _said(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """What *metadata* says: fields that a server shows and that are empty say nothing."""
    return {field: it for field, it in metadata.items() if it not in (None, "", [], {})}


def _doi(drafts: Drafts, draft: Draft) -> str:
    """The DOI of *draft*, reserved now, or by a request whose answer was lost."""
    try:
        doi = drafts.reserve_doi(draft.id).doi
    except ServerError as error:
        if error.status != 400:  # "already exists"
            raise
        doi = open_draft(drafts, draft.id).doi
        if not doi:
            raise
    if not doi:
        place = Place(drafts.host.api(draft.id, "draft", "pids", "doi"))
        raise ServerError(diagnostic("U023", place, reason="it has no DOI"))
    return doi
