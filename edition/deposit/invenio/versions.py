"""The next version of what is published: a draft of its own, with a DOI of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edition.deposit.invenio.failures import ServerError
from edition.deposit.invenio.opening import Deposit
from edition.deposit.invenio.reserving import Reserved, refuse_unknown, with_doi_reserved
from edition.deposit.invenio.text import Text
from edition.deposit.state import State, StateFile
from edition.diagnostic import EditionError, Place, diagnostic

if TYPE_CHECKING:  # what it imports opens a socket at once
    from edition.deposit.invenio.drafts import Drafts


class ToBegin(NamedTuple):
    """A text that may become the next version of what was published."""

    file: StateFile
    state: State
    text: Text


def to_begin(deposit: Deposit) -> ToBegin:
    """What is to be the next version. Raises EditionError as *deposit*, and where nothing is.

    U050 where it is unknown whether the last is published; U052 where nothing is published or a
    draft is open, U057 where the text has no DOI, and so may be another document; U051 where its
    number was used, U053 where it says the same; U010, U011 where no DOI can be put into it.
    """
    state, text, path = deposit.state(), deposit.text(), deposit.file.path
    refuse_unknown(state)
    is_begun = state.stage == "drafted" and bool(state.versions)
    if not is_begun and state.stage != "published":
        raise EditionError(diagnostic("U052", Place(str(path))))
    place, last = Place(str(text.path)), state.versions[-1]
    if not text.doi:
        raise EditionError(diagnostic("U057", place, doi=last.doi, state=path))
    if text.version in ("", *(one.version for one in state.versions)):
        raise EditionError(diagnostic("U051", place, version=text.version or "no number"))
    if text.content == last.content:
        raise EditionError(diagnostic("U053", place, version=last.version))
    text.refuse_another_doi(last.doi, state.doi)
    return ToBegin(deposit.file, state, text)


def new_version(it: ToBegin, drafts: Drafts) -> Reserved:
    """Begin the next version: a draft, its DOI reserved and in the text. A second call goes on.

    Raises EditionError (U010, U011), ServerError (U054 where the server cannot).
    """
    file, state, text = it
    last = state.versions[-1]
    if state.stage == "published":
        try:
            draft = drafts.new_version(last.record)  # the same one, however often it is asked
        except ServerError as error:
            if error.status < 500:
                raise
            page = Place(drafts.host.page(last.record))
            finding = diagnostic("U054", page, status=error.status)
            raise ServerError(finding, error.status, is_open=True) from None
        if draft.id in {one.record for one in state.versions}:
            finding = diagnostic("U023", Place(last.record), reason="it names an old version")
            raise ServerError(finding, is_open=True)
        state = file.write(state.now(stage="drafted", record=draft.id, doi="", saved="", sent=""))
    return with_doi_reserved(file, state, text, drafts)
