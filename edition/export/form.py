"""What a form of export is: what it makes of one document, and what it makes of all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from edition.diagnostic import Diagnostic
from edition.export.opened import Opened
from edition.export.target import Target
from edition.settings import Settings
from edition.tei.registers import Registers

Made = TypeVar("Made")


@dataclass(frozen=True)
class Whole:
    """What is known of all documents before the first is read: every process has it.

    *name* is how the export is called, *settings_file* where what the settings lack is to be
    written; *registered* are the identifiers of the entries that stand in a register, *documents*
    the names of those that are to be in the export.
    """

    name: str
    settings: Settings
    settings_file: str
    registered: frozenset[str]
    options: Mapping[str, bool]
    documents: frozenset[str] = frozenset()

    def key(self, stem: str, identifier: str) -> str:
        """What stands in an export for the entry *identifier* of the document *stem*.

        An entry that no register has is of its document alone: who is called so in another may be
        somebody else.
        """
        return identifier if identifier in self.registered else f"{stem}.{identifier}"


class Form(ABC, Generic[Made]):
    """A form of export, written into *target*; *registers* are those of the edition.

    :meth:`make` is called for each document, in whatever process; what it returns comes to
    :meth:`add` in the order of the documents' names, and :meth:`finish` is called at last. A form
    that holds files open gives them up in :meth:`close`, which is always called.
    """

    def __init__(self, whole: Whole, registers: Registers, target: Target) -> None:
        self.whole = whole
        self.registers = registers
        self.target = target

    @staticmethod
    def faults(_whole: Whole, _registers: Registers) -> list[Diagnostic]:
        """What is missing or odd before anything is read; an error keeps all from being made."""
        return []

    @staticmethod
    @abstractmethod
    def make(document: Opened, whole: Whole) -> tuple[Made, list[Diagnostic]]:
        """What *document* is in this form, and what is found on the way.

        Raises EditionError where it cannot be in it.
        """

    @abstractmethod
    def add(self, stem: str, made: Made) -> None:
        """Take what was made of the document *stem*."""

    @abstractmethod
    def finish(self) -> list[Diagnostic]:
        """Write what is said of all documents; returns what is found in them together."""

    def close(self, error: BaseException | None) -> None:
        """Give up what is held; after an *error* nothing of it may take its place."""
