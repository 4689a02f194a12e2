"""The names that a schema gives to elements and attributes, and the wildcards among them.

Names are written as lxml writes them: ``{namespace}local``, or ``local`` in no namespace.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from edition.tei.vocabulary import namespace_of


class NameClass(Protocol):
    """A set of names."""

    def __contains__(self, name: str) -> bool: ...

    def listed(self) -> tuple[str, ...]:
        """The names that are listed one by one; none for a wildcard."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name."""

    name: str

    def __contains__(self, name: str) -> bool:
        return name == self.name

    def listed(self) -> tuple[str, ...]:
        """The name."""
        return (self.name,)


@dataclass(frozen=True, slots=True)
class AnyName:
    """Any name, or any name in *namespace*, but for those of *excluded*."""

    namespace: str | None
    excluded: NameClass | None

    def __contains__(self, name: str) -> bool:
        in_namespace = self.namespace is None or namespace_of(name) == self.namespace
        return in_namespace and (self.excluded is None or name not in self.excluded)

    def listed(self) -> tuple[str, ...]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Names:
    """The names of several sets."""

    members: tuple[NameClass, ...]

    def __contains__(self, name: str) -> bool:
        return any(name in member for member in self.members)

    def listed(self) -> tuple[str, ...]:
        """The names listed in any of the sets."""
        return tuple(name for member in self.members for name in member.listed())
