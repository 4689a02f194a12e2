"""Turns and names as Parquet, by pyarrow: ``turns.parquet`` and ``mentions.parquet``."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import msgspec

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.export.form import Form, Whole
from edition.export.opened import Opened
from edition.export.said import COLUMNS, TABLES, Said, said_in
from edition.export.target import Target, give_up
from edition.tei.registers import Registers

_ROWS = 5_000  # in a group: what is in memory, and what a reader takes at once


def missing_for_parquet() -> str:
    """Why there can be no Parquet; '' if there can."""
    try:
        import pyarrow.parquet  # noqa: F401 - whether it can be
    except ImportError:
        return "pyarrow is not installed"
    return ""


class Parquet(Form[Said]):
    """Two tables. Groups of rows end at the same rows whatever the documents are."""

    def __init__(self, whole: Whole, registers: Registers, target: Target) -> None:
        super().__init__(whole, registers, target)
        self._held = ExitStack()
        self._tables = {
            name: self._held.enter_context(
                _Table(self._held.enter_context(target.stream(f"{name}.parquet")), kind, name)
            )
            for name, kind in TABLES.items()
        }

    @staticmethod
    def faults(_whole: Whole, _registers: Registers) -> list[Diagnostic]:
        """That pyarrow is missing (K004)."""
        if missing_for_parquet():
            place = Place("parquet")
            raise EditionError(diagnostic("K004", place, package="pyarrow", extra="parquet"))
        return []

    @staticmethod
    def make(document: Opened, whole: Whole) -> tuple[Said, list[Diagnostic]]:
        """The rows of *document*."""
        return said_in(document, whole), []

    def add(self, _stem: str, made: Said) -> None:
        """Write the rows of a document, or keep them till there are enough."""
        for name, rows in made.tables.items():
            self._tables[name].add(rows)

    def finish(self) -> list[Diagnostic]:
        """Let the tables take their places."""
        self._held.close()
        return []

    def close(self, error: BaseException | None) -> None:
        """Give the tables up, if they are not finished."""
        give_up(self._held, error)


class _Table:
    """Rows of *kind* on their way into *stream*."""

    def __init__(self, stream: Any, kind: type[msgspec.Struct], name: str) -> None:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        types = {"str": pa.string(), "int": pa.int64()}
        fields = [
            pa.field(
                field.name,
                types[field.type.__name__],
                nullable=False,
                metadata={"description": COLUMNS[name][field.name]},
            )
            for field in msgspec.structs.fields(kind)
        ]
        self._arrow = pa
        self._schema = pa.schema(fields)
        self._rows: list[msgspec.Struct] = []
        self._writer = ParquetWriter(stream, self._schema, compression="zstd")

    def __enter__(self) -> _Table:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Write what is left, and the end of the file; nothing after an error."""
        if kind is None:
            self._write(self._rows)
            self._writer.close()
        else:
            self._writer.is_open = False  # or its end would be written when it is forgotten

    def add(self, rows: tuple[msgspec.Struct, ...]) -> None:
        """Take *rows*, and write as many groups as are full."""
        self._rows += rows
        while len(self._rows) >= _ROWS:
            self._write(self._rows[:_ROWS])
            self._rows = self._rows[_ROWS:]

    def _write(self, rows: list[msgspec.Struct]) -> None:
        columns = [
            self._arrow.array([getattr(row, it.name) for row in rows], type=it.type)
            for it in self._schema
        ]
        table = self._arrow.Table.from_arrays(columns, schema=self._schema)
        self._writer.write_table(table, row_group_size=_ROWS)
