"""``edition deposit``: a document brought to a repository that runs InvenioRDM."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import document_names
from edition.cli._failure import ExitCode
from edition.cli._terminal import Terminal
from edition.wording import counted

if TYPE_CHECKING:
    from edition.deposit.invenio.opening import Deposit
    from edition.deposit.invenio.plan import Request
    from edition.deposit.invenio.reserving import Reserved

_Command = Callable[..., int]


@click.group(name="deposit")
def command() -> None:
    """Deposit a document in a repository that runs InvenioRDM, such as Zenodo.

    In this order: reserve a DOI, "edition build", "edition package", upload, look at the draft in
    the repository, publish. Each can be called again: it goes on where it stopped.

    Nothing is sent without --online: without it, a command prints the requests that it would send.
    What is known of a deposit lies in source/deposit/SLUG.json, to be kept with the edition. The
    token is read from the variable EDITION_DEPOSIT_TOKEN, a file, or the keyring of the system.
    """


def _of_document(function: _Command) -> _Command:
    """The argument and options of all: which document, where, and whether to use the network."""
    online = click.option("--online", is_flag=True, help="Use the network. Without: only say how.")
    host = click.option(
        "--to",
        "host",
        metavar="URL",
        help="The repository.  [default: host under [deposit] in edition.toml]",
    )
    slug = click.argument("slug", shell_complete=document_names)
    return slug(host(online(click.pass_obj(function))))


@command.command()
@_of_document
@click.option("--draft", metavar="ID", default="", help="Take this draft, of which no answer came.")
@click.option("--another", is_flag=True, help="Ask for another draft, where no answer came.")
def reserve(
    terminal: Terminal, slug: str, *, host: str | None, online: bool, draft: str, another: bool
) -> int:
    """Make a draft, reserve a DOI for it, and write that into source/SLUG.xml.

    All other bytes of the TEI stay as they are. Build and package afterwards, so that every file
    has the DOI.
    """
    from edition.deposit.invenio import plan
    from edition.deposit.invenio.reserving import reserve, to_reserve
    from edition.deposit.state import is_identifier

    if draft and (another or not is_identifier(draft)):
        raise click.UsageError("--draft takes the identifier of a draft, and not --another.")
    with (
        _deposit(slug, host, writes=online, with_tei=True) as deposit,
        _outcome(terminal) as outcome,
    ):
        ready = to_reserve(deposit, taken=draft, another=another)
        if not online:
            title = ready.text.title
            _tell_plan(terminal, plan.reserving(deposit.host, ready.state, title, taken=draft))
        else:
            with deposit.drafts() as drafts:
                done = reserve(ready, drafts)
            _tell_reserved(terminal, deposit, done)
    return outcome()


@command.command()
@_of_document
@click.option("--prune", is_flag=True, help="Take files out of the draft that are not packed.")
@click.option("--overwrite", is_flag=True, help="Replace what somebody changed in the web form.")
@click.option("--verify-download", "verify", is_flag=True, help="Fetch all files and compare them.")
def upload(
    terminal: Terminal,
    slug: str,
    *,
    host: str | None,
    online: bool,
    prune: bool,
    overwrite: bool,
    verify: bool,
) -> int:
    """Bring the package in output/deposit/SLUG to the draft, and compare what arrived.

    What is there already, by size and MD5, is not sent again.
    """
    from edition.deposit.invenio import plan
    from edition.deposit.invenio.uploading import to_upload, upload

    with _deposit(slug, host, writes=online) as deposit, _outcome(terminal) as outcome:
        ready = to_upload(deposit)
        state, package = ready.state, ready.package
        terminal.tell(deposit.doubts(package))
        if not online:
            requests = plan.uploading(deposit.host, state, package, prune=prune, verify=verify)
            _tell_plan(terminal, requests)
        else:
            label = "Uploading"
            with deposit.drafts() as drafts, terminal.transfer(label, package.size) as sent:
                done = upload(
                    ready, drafts, prune=prune, overwrite=overwrite, verify=verify, sent=sent
                )
            terminal.say(
                f"{counted(done.files, 'file')} uploaded ({done.size:,} bytes), "
                f"{counted(done.there, 'file')} there already; all are as packed. "
                f"Look at the draft: {deposit.host.form(state.record)}"
            )
    return outcome()


@command.command()
@_of_document
def status(terminal: Terminal, slug: str, *, host: str | None, online: bool) -> int:
    """Tell how far a deposit has come; with --online, also what the repository says of it."""
    from edition.deposit.invenio.standing import standing, standing_online

    with _deposit(slug, host, writes=False) as deposit, _outcome(terminal) as outcome:
        state = deposit.state(may_be_open=True)
        for line in standing(state):
            click.echo(line)
        if online:
            with deposit.drafts() as drafts:
                for line in standing_online(state, drafts):
                    click.echo(line)
    return outcome()


@command.command()
@_of_document
@click.option("--publish", "is_meant", is_flag=True, help="Publish; it cannot be undone.")
@click.option("--doi", default="", help="The DOI that is reserved, to say which document is meant.")
def publish(
    terminal: Terminal, slug: str, *, host: str | None, online: bool, is_meant: bool, doi: str
) -> int:
    """Publish the draft. Nobody can take it back: needs --publish, and the DOI.

    Refused while anything is open: the package, or a draft that is not as it was uploaded.
    Afterwards everybody's view of it is compared with the package.
    """
    from edition.deposit.invenio import plan
    from edition.deposit.invenio.publishing import (
        publish,
        refuse_changed_package,
        to_publish,
        verify_published,
    )

    with _deposit(slug, host, writes=online) as deposit, _outcome(terminal) as outcome:
        ready = to_publish(deposit, doi)
        state, package = ready.state, ready.package
        if state.stage != "published":
            terminal.tell(deposit.doubts(package))
        if not (online and is_meant):
            refuse_changed_package(ready)
            _tell_plan(terminal, plan.publishing(deposit.host, state), "--publish --doi …")
            return outcome()
        typed = doi or _typed_doi(terminal, deposit.host.base, state.doi)
        with deposit.drafts() as drafts:
            done = publish(ready, drafts, typed)
        when = "was published before" if done.was_before else "is published"
        terminal.say(f"{state.doi} {when}: {deposit.host.page(state.record)}")
        with deposit.readers() as readers:
            verify_published(package, done.state, readers)
        terminal.say("What everybody sees is as packed.")
    return outcome()


@command.command(name="new-version")
@_of_document
def new_version(terminal: Terminal, slug: str, *, host: str | None, online: bool) -> int:
    """Begin the next version of what is published: a draft and a DOI of its own.

    The version in the TEI must be a new one. The new DOI is written into source/SLUG.xml in the
    place of the old; then build, package, upload and publish.
    """
    from edition.deposit.invenio import plan
    from edition.deposit.invenio.versions import new_version, to_begin

    with (
        _deposit(slug, host, writes=online, with_tei=True) as deposit,
        _outcome(terminal) as outcome,
    ):
        ready = to_begin(deposit)
        if not online:
            _tell_plan(terminal, plan.versioning(deposit.host, ready.state))
        else:
            with deposit.drafts() as drafts:
                done = new_version(ready, drafts)
            _tell_reserved(terminal, deposit, done)
    return outcome()


@contextmanager
def _deposit(
    slug: str, host: str | None, *, writes: bool, with_tei: bool = False
) -> Iterator[Deposit]:
    """The deposit of *slug* in the project here; if it *writes*, nobody else does meanwhile."""
    from edition.deposit.invenio.opening import open_deposit
    from edition.project.lock import locked

    deposit = open_deposit(Path(), slug, host)
    folders = [deposit.file.path.parent, *([deposit.tei.parent] if with_tei else [])]
    with locked(folders if writes else []):
        yield deposit


@contextmanager
def _outcome(terminal: Terminal) -> Iterator[Callable[[], int]]:
    """How the body ends, to be asked afterwards: failures of a repository have codes of their own.

    What is wrong with the edition goes on to be told as ever.
    """
    from edition.deposit.invenio.failures import (
        EchoError,
        ServerError,
        UnknownPublicationError,
        UnverifiedError,
    )

    codes = {
        ServerError: ExitCode.NOT_SENT,
        UnverifiedError: ExitCode.NOT_VERIFIED,
        EchoError: ExitCode.ECHO_DIFFERS,
        UnknownPublicationError: ExitCode.UNKNOWN,
    }
    code = ExitCode.CLEAN
    try:
        yield lambda: code
    except (ServerError, UnverifiedError, EchoError, UnknownPublicationError) as error:
        terminal.tell(error.findings)
        code = codes[type(error)]


def _tell_plan(terminal: Terminal, requests: Iterable[Request], more: str = "") -> None:
    """Print what would be sent."""
    for request in requests:
        click.echo(str(request))
    words = f"--online {more}".strip()
    terminal.say(f"Nothing was sent. These requests, or fewer, are sent with {words}")


def _tell_reserved(terminal: Terminal, deposit: Deposit, done: Reserved) -> None:
    where = f"written into {deposit.tei}" if done.is_written else f"in {deposit.tei}"
    form = deposit.host.form(done.state.record)
    terminal.say(f"{done.state.doi} is reserved, and {where}. The draft: {form}")


def _typed_doi(terminal: Terminal, host: str, reserved: str) -> str:
    """The DOI as a person types it. Raises click.UsageError where nobody is there to."""
    if not terminal.interactive:
        raise click.UsageError(f"--publish needs --doi {reserved}, or a person who types it.")
    click.echo(f"To publish at {host} for ever, type the DOI {reserved}", err=True)
    typed: str = click.prompt("DOI", err=True)
    return typed.strip()
