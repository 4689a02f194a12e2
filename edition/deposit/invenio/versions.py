"""The next version of what is published: a draft of its own, with a DOI of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.deposit.invenio.failures import ServerError
from edition.deposit.invenio.reserving import Reserved, with_doi_reserved
from edition.deposit.invenio.text import Text
from edition.deposit.state import State, StateFile
from edition.diagnostic import EditionError, Place, diagnostic

if TYPE_CHECKING:  # what it imports opens a socket at once
    from edition.deposit.invenio.drafts import Drafts


def refuse_new_version(file: StateFile, state: State, text: Text) -> None:
    """Raise EditionError where *text* is no new version of what *state* says was published.

    U052 where nothing is published or a draft is open, U057 where it has no DOI, and so may be
    another document; U051 where its number was used, U053 where it says the same.
    """
    is_begun = state.stage == "drafted" and bool(state.versions)
    if not is_begun and state.stage != "published":
        raise EditionError(diagnostic("U052", Place(str(file.path))))
    place = Place(str(text.path))
    if not text.doi:
        doi = state.versions[-1].doi
        raise EditionError(diagnostic("U057", place, doi=doi, state=file.path))
    if text.version in ("", *(one.version for one in state.versions)):
        raise EditionError(diagnostic("U051", place, version=text.version or "no number"))
    if text.content == state.versions[-1].content:
        version = state.versions[-1].version
        raise EditionError(diagnostic("U053", place, version=version))


def new_version(file: StateFile, state: State, text: Text, drafts: Drafts) -> Reserved:
    """Begin the next version: a draft, its DOI reserved and in *text*. A second call goes on.

    Raises EditionError (U010, U011, U051–U053, U057), ServerError (U054 where the server cannot).
    """
    refuse_new_version(file, state, text)
    last = state.versions[-1]
    text.refuse_another_doi(last.doi, state.doi)
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
