"""What can be made of a document."""

from __future__ import annotations

from typing import Literal

Output = Literal["html", "text"]
ALL: frozenset[Output] = frozenset({"html", "text"})
Profile = Literal["reading", "speech", "diplomatic", "screenplay"]  # of plain texts
Book = Literal["epub", "pdf"]
BOOKS: tuple[Book, ...] = ("epub", "pdf")
READING: Profile = "reading"  # always made
