"""How a step with a repository can fail, beside what is wrong with the edition itself."""

from __future__ import annotations

from edition.diagnostic import Diagnostic, EditionError


class ServerError(EditionError):
    """The server refused a request or did not answer it; what was to be done is not done.

    *status* is that of its answer, 0 where there was none. *is_open*: the request may have
    arrived and had its effect all the same.
    """

    def __init__(self, finding: Diagnostic, status: int = 0, *, is_open: bool = False) -> None:
        super().__init__(finding)
        self.status = status
        self.is_open = is_open


class UnverifiedError(EditionError):
    """The files are with the server, and are not those of the package as far as is known."""


class EchoError(EditionError):
    """It is published, and the repository says something else of it than the package."""


class UnknownPublicationError(EditionError):
    """It is not known whether it was published."""
