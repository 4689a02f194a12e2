"""Requests to one repository and to nothing else; what goes wrong becomes a finding.

No redirect is followed, no setting of the surroundings is used (a ``.netrc`` would replace the
token), and what a server sends back is read to a limit. Only requests that may be repeated without
harm are, a few times; where the server says when (``Retry-After``), then.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from email.utils import parsedate_to_datetime
from ssl import SSLCertVerificationError, SSLError
from typing import Any, NamedTuple, Protocol

import requests
from requests.auth import AuthBase
from urllib3.exceptions import HTTPError, NewConnectionError

from edition.decoding import NotThatError, decoded
from edition.deposit.invenio.body import encoded
from edition.deposit.invenio.failures import ServerError
from edition.deposit.invenio.host import Host
from edition.deposit.invenio.token import Token
from edition.diagnostic import Place, diagnostic
from edition.version import VERSION

# A repository that is Zenodo answers "application/json" in the form of an older interface.
ACCEPT = "application/vnd.inveniordm.v1+json"
FIRST_PAUSE = 1.0  # seconds before the first repetition; then twice as long, and so on
_TRIES = 4
_LONGEST_PAUSE = 60.0
_MOST_BYTES = 8 << 20
_AT_ONCE = 1 << 16
_TIMEOUT = (15.0, 120.0)  # seconds: to be connected; for each part of the answer
_HARMLESS_TWICE = frozenset({"GET", "DELETE"})
# What goes wrong on the way, or in an answer that no server should give.
_BROKEN = (requests.RequestException, HTTPError, OSError, ValueError)
# What can only be before anything is sent.
_NO_CONNECTION = (requests.ConnectTimeout, NewConnectionError, SSLCertVerificationError)
_NO_HEADERS: Mapping[str, str] = {}
_REFUSED_FOR_NOW = 429
_PASSING = frozenset({429, 500, 502, 503, 504})


class Answer(NamedTuple):
    """What a server answered."""

    status: int
    body: bytes


class Readable(Protocol):
    """Bytes that are read part by part, and whose number is known."""

    def __len__(self) -> int: ...
    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; all that are left for -1."""


class _Bearer(AuthBase):
    """Puts the token into each request by itself, so that nothing else can replace it."""

    def __init__(self, token: Token) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = self._token.header()
        return request


class _Session(requests.Session):
    """A session that does not even look where it is sent on to, or read what comes with that."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


class Connection:
    """Requests to *host*, with a *token* or, to see what everybody sees, without one."""

    def __init__(self, host: Host, token: Token | None) -> None:
        self.host = host
        self._token = token
        self._session = _Session()
        self._session.trust_env = False
        self._session.auth = None if token is None else _Bearer(token)
        self._session.headers["User-Agent"] = f"edition/{VERSION}"

    def close(self) -> None:
        """End the connection."""
        self._session.close()

    def get(self, url: str, accept: str = ACCEPT) -> Answer:
        """What is at *url*. Raises ServerError; only 404 is an answer, too."""
        return self._sent("GET", url, headers={"Accept": accept}, allowed=(404,))

    def post(self, url: str, body: object = None) -> Answer:
        """Send *body* as JSON; never repeated, but where the server says that it did nothing."""
        return self._sent("POST", url, **_json(body))

    def put(self, url: str, body: object, headers: Mapping[str, str]) -> Answer:
        """Replace what is at *url* by *body* as JSON. Raises ServerError."""
        return self._sent("PUT", url, **_json(body, headers))

    def put_file(self, url: str, stream: Readable) -> Answer:
        """Send the bytes of *stream*. Raises ServerError."""
        headers = {"Accept": ACCEPT, "Content-Type": "application/octet-stream"}
        return self._sent("PUT", url, data=stream, headers=headers, is_stream=True)

    def delete(self, url: str) -> None:
        """Remove what is at *url*, or see that it is gone. Raises ServerError."""
        self._sent("DELETE", url, headers={"Accept": ACCEPT}, allowed=(404,))

    @contextmanager
    def parts(self, url: str) -> Iterator[Iterator[bytes]]:
        """The bytes of the file at *url*, in parts. Raises ServerError, also on the way."""
        with closing(self._asked("GET", url, headers={"Accept": "*/*"})) as response:
            if response.status_code != 200:
                raise self._refusal("GET", url, response.status_code, self._read(url, response))
            yield self._streamed(url, response)

    def _streamed(self, url: str, response: requests.Response) -> Iterator[bytes]:
        try:
            yield from response.iter_content(_AT_ONCE)
        except _BROKEN as error:
            raise self._silence("GET", url, error) from None

    def _sent(
        self,
        method: str,
        url: str,
        *,
        allowed: tuple[int, ...] = (),
        is_stream: bool = False,
        **content: Any,
    ) -> Answer:
        """The answer to a request, which is one of success or *allowed*."""
        for pause in (*_pauses(), None):
            try:
                with closing(self._asked(method, url, **content)) as response:
                    answer = Answer(response.status_code, self._read(url, response))
                    wait = _wait(response.headers.get("Retry-After"), pause)
                if 200 <= answer.status < 300 or answer.status in allowed:
                    return answer
                failure = self._refusal(method, url, *answer)
            except ServerError as error:
                failure, wait = error, pause
            may_be_repeated = not is_stream and _may_be_repeated(method, failure)
            if wait is None or not may_be_repeated:
                break
            time.sleep(wait)
        raise failure

    def _asked(self, method: str, url: str, **content: Any) -> requests.Response:
        if not url.startswith(f"{self.host.base}/"):
            raise AssertionError("a request to another server")
        try:
            return self._session.request(
                method, url, allow_redirects=False, stream=True, timeout=_TIMEOUT, **content
            )
        except _BROKEN as error:
            raise self._silence(method, url, error) from None

    def _read(self, url: str, response: requests.Response) -> bytes:
        if response.status_code in _SENT_ON:  # that is all it says
            return b""
        body = b""
        for part in self._streamed(url, response):
            body += part
            if len(body) > _MOST_BYTES:
                finding = diagnostic("U023", Place(url), reason="it has no end")
                raise ServerError(finding, response.status_code, is_open=True)
        return body if self._token is None else self._token.without_bytes(body)

    def _refusal(self, method: str, url: str, status: int, body: bytes) -> ServerError:
        code = _CODES.get(status, "U021" if status < 500 else "U022")
        told = _shortened(self._told(_message(body)))
        if code == "U021" and not told:
            code = "U028"
        finding = diagnostic(
            code, Place(url), method=method, status=status, told=told or "no reason"
        )
        is_open = status >= 500 or 300 <= status < 400
        return ServerError(finding, status, is_open=is_open)

    def _silence(self, method: str, url: str, error: Exception) -> ServerError:
        reason = self._told(_reason(error))
        finding = diagnostic("U020", Place(url), method=method, reason=reason)
        return ServerError(finding, is_open=not _was_never_sent(error))

    def _told(self, text: str) -> str:
        return text if self._token is None else self._token.without(text)


_SENT_ON = frozenset({301, 302, 303, 307, 308})
_CODES = {401: "U024", 403: "U024", 404: "U025", 412: "U026"} | dict.fromkeys(_SENT_ON, "U027")


def _json(body: object, headers: Mapping[str, str] = _NO_HEADERS) -> dict[str, Any]:
    """What a request with *body* is made of; None is no body."""
    if body is None:
        return {"headers": {"Accept": ACCEPT, **headers}}
    kind = {"Content-Type": "application/json"}
    return {"data": encoded(body), "headers": {"Accept": ACCEPT, **kind, **headers}}


def _may_be_repeated(method: str, failure: ServerError) -> bool:
    """Whether to ask again: where that changes nothing, or the server has done nothing yet."""
    passing = failure.status in _PASSING or not failure.status
    return failure.status == _REFUSED_FOR_NOW or (method in _HARMLESS_TWICE and passing)


def _pauses() -> Iterator[float]:
    """The pauses between the tries, in seconds."""
    return (FIRST_PAUSE * 2**number for number in range(_TRIES - 1))


def _wait(said: str | None, otherwise: float | None) -> float | None:
    """How many seconds to wait, by what the server has *said*; None: not to try again."""
    if said is None or otherwise is None:
        return otherwise
    try:
        seconds = float(said)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(said).timestamp() - time.time()
        except (ValueError, OverflowError):
            return otherwise
    return max(seconds, 0.0) if seconds <= _LONGEST_PAUSE else None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """*error*, and what it was made of, down to what the system said."""
    cause: object = error
    while isinstance(cause, BaseException):
        yield cause
        cause = getattr(cause, "reason", None) or next(iter(cause.args), None)


def _was_never_sent(error: Exception) -> bool:
    """Whether there was not even a connection, so that nothing can have arrived.

    Encryption that fails says nothing of that: a damaged answer is one, too.
    """
    return any(isinstance(it, _NO_CONNECTION) for it in _causes(error))


def _reason(error: Exception) -> str:
    if isinstance(error, requests.Timeout):
        return "it took too long"
    if any(isinstance(it, SSLCertVerificationError) for it in _causes(error)):
        return "its certificate cannot be trusted"
    if any(isinstance(it, SSLError) for it in _causes(error)):
        return "the encryption failed"
    if _was_never_sent(error):
        return "there is no connection"
    return "the connection broke"


def _message(body: bytes) -> str:
    """What an error says, on one line; '' where it says nothing."""
    try:
        said = decoded(body, dict[str, Any])
    except NotThatError:
        return ""
    parts = [str(said.get("message", ""))]
    parts += [f"{field}: {words}" for field, words in problems(said)]
    return " ".join(" ".join(filter(None, parts)).split())


def _shortened(text: str) -> str:
    return text if len(text) <= 600 else text[:599] + "…"


def problems(said: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The fields that *said*, an answer, calls wrong, each with what is said of it."""
    errors = said.get("errors")
    found = []
    for error in errors if isinstance(errors, list) else []:
        if isinstance(error, dict):
            messages = error.get("messages", error.get("message", ""))
            words = messages if isinstance(messages, list) else [messages]
            found.append((str(error.get("field", "")), "; ".join(map(str, words))))
    return found
