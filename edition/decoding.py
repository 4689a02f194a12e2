"""JSON from outside as a value of the type that is asked for; one error for whatever else."""

from __future__ import annotations

from typing import TypeVar

import msgspec

_T = TypeVar("_T")


class NotThatError(ValueError):
    """Data are no JSON, or not that of what was asked for; its text says why."""


def decoded(data: bytes, kind: type[_T]) -> _T:
    """*data*, JSON, as a *kind*. Raises NotThatError for whatever else, also what is no UTF-8."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotThatError(str(error)) from None
