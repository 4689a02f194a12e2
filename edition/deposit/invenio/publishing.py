"""Publishing, which nothing takes back: only what is whole and as packed, and never twice."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from edition.deposit.invenio.failures import EchoError, ServerError, UnknownPublicationError
from edition.deposit.invenio.opening import Deposit
from edition.deposit.invenio.package import Package
from edition.deposit.invenio.reserving import open_draft
from edition.deposit.invenio.saving import refuse_changed, refuse_other_description
from edition.deposit.invenio.uploading import refuse_other_doi, refuse_other_files
from edition.deposit.state import Published, State, StateFile
from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic

if TYPE_CHECKING:  # what it imports opens a socket at once
    from edition.deposit.invenio.drafts import Draft, Drafts

_IN_CI = "EDITION_PUBLISH_IN_CI"


class Publication(NamedTuple):
    """A deposit that is published; *was_before*: by an earlier call."""

    state: State
    was_before: bool


class ToPublish(NamedTuple):
    """A package that may be published, if its draft is as it."""

    deposit: Deposit
    state: State
    package: Package


def to_publish(deposit: Deposit, doi: str = "") -> ToPublish:
    """What is to be published; *doi* is the one that somebody has typed already, to say which.

    Raises EditionError as *deposit*, and where nothing is: U036 where the package has another DOI
    than is reserved, U037 where *doi* is another; U038 where nothing was uploaded, U051 where the
    version was published before, U058 where something else is published under it.
    """
    state, package = deposit.state(), deposit.package()
    refuse_other_doi(state, package)
    place = Place(str(deposit.file.path))
    _refuse_other_typed(state, doi or state.doi, place)
    if state.stage not in ("uploaded", "publishing", "published"):
        raise EditionError(diagnostic("U038", place))
    if state.stage == "published":
        _refuse_other_package(state, package)
    earlier = [one for one in state.versions if one.record != state.record]
    if package.version in [one.version for one in earlier]:
        place = Place(package.tei.name)
        raise EditionError(diagnostic("U051", place, version=package.version or "no number"))
    return ToPublish(deposit, state, package)


def refuse_changed_package(it: ToPublish) -> None:
    """Raise EditionError where a package is not what was uploaded, or not made of what is now.

    U045, A117, U046; U053 where it says what the version before it says. Nothing of that counts
    where it may be published already.
    """
    if it.state.stage == "uploaded":
        it.deposit.refuse_old(it.package)
        refuse_other_description(it.state, it.package)
        _refuse_the_same_again(it)


def _refuse_the_same_again(it: ToPublish) -> None:
    """Raise EditionError (U053) where the text was put back to what the last version says."""
    text, earlier = it.deposit.text(), it.state.versions[-1:]
    if earlier and earlier[0].record != it.state.record and earlier[0].content == text.content:
        version = earlier[0].version
        raise EditionError(diagnostic("U053", Place(str(text.path)), version=version))


def publish(it: ToPublish, drafts: Drafts, doi: str) -> Publication:
    """Publish a draft, if all in it is that of the package, as it was uploaded.

    *doi* is what somebody has typed, to say which is meant. Where the answer to the request is lost
    or an error, the record is looked up. Raises EditionError (U035, U037, U039, U055, U058, and as
    :func:`refuse_changed_package`), ServerError, UnverifiedError, UnknownPublicationError (U050).
    """
    deposit, state, package = it
    file = deposit.file
    _refuse_other_typed(state, doi, Place(str(file.path)))
    _refuse_in_ci(state, Place(str(file.path)))
    if state.stage == "published":
        return Publication(state, was_before=True)
    if (record := drafts.record(state.record)) is not None:
        _refuse_other_record(state, record, drafts)
        if state.awaited is None:  # somebody has published it in the web form
            page = drafts.host.page(state.record)
            there = drafts.published_files(state.record)
            refuse_other_files(package, there, page, is_published=True)
            state = state.now(awaited=_version(state, package))
        state = _is_published(file, state, record)
        _refuse_other_package(state, package)
        return Publication(state, was_before=True)
    draft = _draft(state, drafts)
    state = file.write(state.now(stage="uploaded", awaited=None))  # an earlier try did nothing
    refuse_changed_package(it._replace(state=state))
    _refuse_other_record(state, draft, drafts)
    refuse_other_files(package, drafts.files(state.record), drafts.host.form(state.record))
    refuse_changed(state, draft, drafts)
    return Publication(_asked(file, state, package, drafts), was_before=False)


def verify_published(package: Package, state: State, readers: Drafts) -> None:
    """Compare what *readers*, who have no token, get with *package*.

    Raises UnverifiedError for other files; EchoError: U043 for another description, U044 where
    readers get nothing.
    """
    from edition.deposit.invenio.echo import differences

    place = Place(readers.host.page(state.record))
    try:
        there = readers.published_files(state.record)
        echo = readers.datacite(state.record)
    except ServerError as error:
        raise EchoError(diagnostic("U044", place), *error.findings) from None
    refuse_other_files(package, there, place.file, is_published=True)
    found = [
        diagnostic("U043", place, field=one.field, ours=one.ours, theirs=one.theirs)
        for one in differences(package.datacite, echo)
    ]
    if found:
        raise EchoError(*found)


def _asked(file: StateFile, state: State, package: Package, drafts: Drafts) -> State:
    """Ask the server to publish. That it is asked is in the state file before."""
    asked = file.write(state.now(stage="publishing", awaited=_version(state, package)))
    failure = None
    try:
        drafts.publish(state.record)
    except ServerError as error:
        failure = error
    record = _looked_up(asked, drafts, failure)
    if record is not None:
        return _is_published(file, asked, record)
    if failure is None:  # accepted, and not to be seen yet
        raise _unknown(asked, drafts, ())
    file.write(state.now(stage="uploaded", awaited=None))
    raise failure


def _draft(state: State, drafts: Drafts) -> Draft:
    """The draft that is to be published. Raises ServerError.

    UnknownPublicationError (U050) where there is none, and it may be published.
    """
    try:
        return open_draft(drafts, state.record)
    except ServerError as error:
        if state.stage == "publishing":
            raise _unknown(state, drafts, error.findings) from None
        raise


def _refuse_other_typed(state: State, doi: str, place: Place) -> None:
    """Raise EditionError (U037) where *doi*, as somebody typed it, is not the reserved one."""
    if doi != state.doi:
        raise EditionError(diagnostic("U037", place, doi=doi, reserved=state.doi))


def _refuse_other_package(state: State, package: Package) -> None:
    """Raise EditionError (U058) where *package* is not what *state* says was published last."""
    last = state.versions[-1]
    if last.files != {one.name: one.sha256 for one in package.files}:
        values = {"version": last.version, "doi": last.doi}
        raise EditionError(diagnostic("U058", Place(str(package.folder)), **values))


def _refuse_in_ci(state: State, place: Place) -> None:
    """Raise EditionError (U055) where no person is there, and nobody has said that it is meant."""
    is_ci = os.environ.get("CI", "").lower() not in ("", "0", "false")
    if is_ci and os.environ.get(_IN_CI) != state.doi:
        raise EditionError(diagnostic("U055", place, variable=_IN_CI, doi=state.doi))


def _refuse_other_record(state: State, there: Draft, drafts: Drafts) -> None:
    """Raise EditionError (U039) where what is *there* is not what was reserved."""
    if there.doi != state.doi or there.id != state.record:
        place = Place(drafts.host.form(state.record))
        raise EditionError(diagnostic("U039", place, there=there.doi or "no DOI", doi=state.doi))


def _looked_up(state: State, drafts: Drafts, failure: ServerError | None) -> Draft | None:
    """The record, if it is published now; None where its draft is there as before.

    Raises UnknownPublicationError (U050) where neither is to be seen.
    """
    told = () if failure is None else failure.findings
    try:
        record = drafts.record(state.record)
        if record is None and failure is not None and drafts.draft(state.record) is None:
            raise _unknown(state, drafts, told)
    except ServerError as error:
        raise _unknown(state, drafts, (*told, *error.findings)) from None
    return record


def _unknown(state: State, drafts: Drafts, told: tuple[Diagnostic, ...]) -> UnknownPublicationError:
    place = Place(drafts.host.page(state.record))
    return UnknownPublicationError(diagnostic("U050", place, doi=state.doi), *told)


def _version(state: State, package: Package) -> Published:
    return Published(
        record=state.record,
        doi=state.doi,
        version=package.version,
        content=package.content,
        files={one.name: one.sha256 for one in package.files},
    )


def _is_published(file: StateFile, state: State, record: Draft) -> State:
    """Keep that *record* is published."""
    awaited = () if state.awaited is None else (state.awaited,)
    return file.write(
        state.now(
            stage="published",
            saved="",
            sent="",
            concept=record.concept,
            awaited=None,
            versions=(*state.versions, *awaited),
        )
    )
