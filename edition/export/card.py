"""The card of a dataset: what is in it, in words and, at its head, as values."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from edition.export.said import COLUMNS
from edition.header.corpus import Sum
from edition.settings import Settings

_TYPES = {"str": "string", "int": "int64"}
# By the number of rows, as the site sorts datasets.
_SIZES = {
    1_000: "n<1K",
    10_000: "1K<n<10K",
    100_000: "10K<n<100K",
    1_000_000: "100K<n<1M",
    10_000_000: "1M<n<10M",
    100_000_000: "10M<n<100M",
}
_Tables = Mapping[str, tuple[type[msgspec.Struct], int]]


def card(settings: Settings, name: str, total: Sum, licence: str, tables: _Tables) -> bytes:
    """The card of the dataset *name*; *tables* have the type of a row each, and how many there are.

    *licence* is an identifier as the site has it, or ``unknown``.
    """
    title = settings.edition.title or name
    values = {
        "pretty_name": title,
        "language": sorted(it for it in total.languages if it != "und"),
        "license": licence,
        "size_categories": [_size(tables["turns"][1])],
        "configs": [
            {
                "config_name": table,
                "data_files": [{"split": "train", "path": f"data/{table}/*.jsonl.gz"}],
            }
            | ({"default": True} if table == "turns" else {})
            for table in tables
        ],
        "dataset_info": [
            {"config_name": table, "features": _features(kind)}
            for table, (kind, _) in tables.items()
        ],
    }
    head = [f"{key}: {_json(value)}" for key, value in values.items() if value != []]
    return "\n".join(["---", *head, "---", "", *_words(settings, title, total, tables)]).encode()


def _features(kind: type[msgspec.Struct]) -> list[dict[str, str]]:
    return [
        {"name": field.name, "dtype": _TYPES[field.type.__name__]}
        for field in msgspec.structs.fields(kind)
    ]


def _words(settings: Settings, title: str, total: Sum, tables: _Tables) -> list[str]:
    edition = settings.edition
    counts = [
        f"{len(total.names):,} documents",
        *(f"{total.measures[unit]:,} {unit}" for unit in ("turns", "words")),
    ]
    lines = [
        f"# {title}",
        "",
        f"Transcripts of meetings, from an edition in TEI P5: {', '.join(counts)}.",
        "",
    ]
    facts = {
        "Publisher": edition.publisher,
        "Version": edition.version,
        "Date": edition.date,
        "DOI": edition.doi,
        "Address": edition.url,
        "Editors": ", ".join(it.name for it in settings.editors),
    }
    lines += [f"- {key}: {value}" for key, value in facts.items() if value]
    sources = {it.terms.target for it in total.sources if it.terms is not None}
    lines += [f"- Licence of a source: {target}" for target in sorted(filter(None, sources))]
    for table, (_, rows) in tables.items():
        lines += ["", f"## {table} ({rows:,} rows)", "", "| column | is |", "|---|---|"]
        lines += [f"| `{column}` | {said} |" for column, said in COLUMNS[table].items()]
    return [*lines, ""]


def _size(rows: int) -> str:
    return next((name for limit, name in _SIZES.items() if rows < limit), "100M<n<1B")


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
