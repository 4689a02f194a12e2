"""The option ``--format`` of commands that answer people or programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., int])


def text_or_json(json: str) -> Callable[[_Command], _Command]:
    """The option ``--format``, which the command gets as *style*; *json* is what programs get."""
    return click.option(
        "--format",
        "style",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=f"For people; {json}.",
    )
