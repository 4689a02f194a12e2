"""A draft and its DOI: made once, kept in the state file, and written into the TEI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from edition.deposit.invenio.body import new_draft
from edition.deposit.invenio.failures import ServerError
from edition.deposit.invenio.host import Host
from edition.deposit.invenio.opening import Deposit
from edition.deposit.invenio.text import Text
from edition.deposit.state import State, StateFile
from edition.diagnostic import EditionError, Place, diagnostic

if TYPE_CHECKING:  # what it imports opens a socket at once
    from edition.deposit.invenio.drafts import Draft, Drafts


class Reserved(NamedTuple):
    """A DOI that is reserved, and whether the TEI was changed for it."""

    state: State
    is_written: bool


class ToReserve(NamedTuple):
    """What a DOI may be reserved for: *text*, and the draft *taken* by a person, if one is."""

    file: StateFile
    state: State | None
    text: Text
    taken: str


def to_reserve(deposit: Deposit, *, taken: str = "", another: bool = False) -> ToReserve:
    """What a DOI is to be reserved for.

    Whether a request to make a draft had its effect may be unknown. Then a person says that it is
    the draft *taken*, or that *another* is to be made. Raises EditionError as *deposit*; U010, U011
    where no DOI can be put into the TEI; U013 where it is published, U050 where that is unknown;
    U014 where it is unknown whether a draft was made, U015 where it is known and one is named.
    """
    file, state = deposit.file, deposit.begun()
    if state is not None:
        place = Place(str(file.path))
        if state.stage == "published":
            raise EditionError(diagnostic("U013", place, doi=state.doi))
        refuse_unknown(state)
        if state.record and (another or taken not in ("", state.record)):
            raise EditionError(diagnostic("U015", place, record=state.record))
        if state.stage == "creating" and not (taken or another):
            raise EditionError(diagnostic("U014", place, host=state.host))
    text = deposit.text()
    text.refuse_another_doi(*_ours(state))
    return ToReserve(file, state, text, taken)


def refuse_unknown(state: State) -> None:
    """Raise EditionError (U050) where it is not known whether the draft of *state* is published."""
    if state.stage == "publishing":
        place = Place(Host(state.host).page(state.record))
        raise EditionError(diagnostic("U050", place, doi=state.doi))


def reserve(it: ToReserve, drafts: Drafts) -> Reserved:
    """Reserve a DOI: a second call finds what the first has done.

    Raises EditionError (U010, U011, U016); ServerError, which is U059 where it is unknown now
    whether there is a draft.
    """
    state = it.state
    if state is None or not state.record:
        state = _taken(it, drafts) if it.taken else _created(it, drafts)
    return with_doi_reserved(it.file, state, it.text, drafts)


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


def _created(it: ToReserve, drafts: Drafts) -> State:
    """A new draft. Before it is asked for, the state file says so: it is never asked for twice."""
    file = it.file
    state = file.write(State(file.document, drafts.host.base, "creating"))
    try:  # what it finds missing in the draft will be said by the package
        draft = drafts.create(it.text.title)
    except ServerError as error:
        if not error.is_open:
            file.restore(it.state)
            raise
        raise _unknown_draft(error, drafts.host.base) from None
    return file.write(state.now(stage="drafted", record=draft.id))


def _unknown_draft(error: ServerError, host: str) -> ServerError:
    """What is told where *error* leaves open whether there is a draft: what only a person sees."""
    told = error.findings[0]
    finding = diagnostic("U059", Place(told.file), told=told.message, host=host)
    return ServerError(finding, error.status, is_open=True)


def _taken(it: ToReserve, drafts: Drafts) -> State:
    """The draft that a person says is the one that was made for the text.

    Raises EditionError (U016) where there is more in it than a new draft has, or other things.
    """
    file, record = it.file, it.taken
    draft = open_draft(drafts, record)
    is_new = not draft.concept and _said(draft.metadata) == new_draft(it.text.title)["metadata"]
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
