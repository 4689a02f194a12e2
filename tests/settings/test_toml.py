"""TOML as typed values: any file is a value or a finding, and every key has its place."""

from __future__ import annotations

import json
import tomllib
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from edition.diagnostic import EditionError
from edition.toml import MOST_BYTES, parse
from edition.toml_places import KeyPath


class Shape(msgspec.Struct, forbid_unknown_fields=True):
    number: int = 0
    cert: Literal["high", "low"] | None = None
    free: dict[str, list[int]] = msgspec.field(default_factory=dict)


PIECES = st.sampled_from(
    [*"[]{}=.,\n '\"#\\ab1é\x00", "[[", "]]", '"""', "'''", "1979-05-27", "true", "\r\n", "\\u0001"]
)


@given(st.binary() | st.lists(PIECES).map(lambda pieces: "".join(pieces).encode()))
@example(b"a=" + b"[" * 5000)
@example(b".".join([b"a"] * 50_000) + b"=1")
@example(b"a=" + b"{a=" * 5000)
@example(b"a=" + b"9" * 5000)
@example(b"x = 1\ny = \xff")
@example(b'"""' * 3001)
def test_any_bytes_are_a_value_or_a_finding_with_a_place(data: bytes) -> None:
    try:
        parse(data, "any.toml").typed(Shape)
    except EditionError as error:
        finding = error.finding
        assert finding.code.startswith("M00")
        lines = data.decode("utf-8-sig", "replace").split("\n")
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


def test_long_hostile_files_are_refused_before_hours_are_spent_on_them() -> None:
    for data in (b".".join([b"a"] * 500_000), b"a" * (MOST_BYTES + 1), b"a=" + b"[" * 1_000_000):
        with pytest.raises(EditionError) as caught:
            parse(data, "any.toml")
        assert caught.value.finding.code == "M003"


KEYS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=5)
SCALARS = st.booleans() | st.integers(-9, 9) | KEYS | st.floats(-9, 9)
INLINE = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(KEYS, INLINE, max_size=3)
DOCUMENTS = st.tuples(
    TABLES,
    st.dictionaries(KEYS, TABLES | st.lists(TABLES, min_size=1, max_size=3), max_size=3),
)


def written(value: Any) -> str:
    """*value* in TOML, on a line."""
    if isinstance(value, dict):
        pairs = ", ".join(f"{quoted(key)} = {written(item)}" for key, item in value.items())
        return f"{{{pairs}}}"
    if isinstance(value, list):
        return f"[ {', '.join(map(written, value))} ]"
    return json.dumps(value, ensure_ascii=False)


def quoted(key: str) -> str:
    return json.dumps(key, ensure_ascii=False)


def document(top: dict[str, Any], tables: dict[str, Any]) -> str:
    lines = [f"{quoted(key)} = {written(value)}" for key, value in top.items()]
    for name, content in tables.items():
        if name in top:
            continue
        for table in content if isinstance(content, list) else [content]:
            header = f"[[{quoted(name)}]]" if isinstance(content, list) else f"[{quoted(name)}]"
            lines += ["# [a]", f"  {header} # b = 1"]
            lines += [f"  {quoted(key)} = {written(value)}" for key, value in table.items()]
    return "\n".join(lines)


def paths(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    """The paths of all keys and items in *value*."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[KeyPath] = []
    for step, item in items:
        found.append((*path, step))
        if isinstance(item, dict | list):
            found += paths(item, (*path, step))
    return found


@given(DOCUMENTS)
def test_every_key_is_found_where_it_is_written(content: tuple[Any, Any]) -> None:
    text = document(*content)
    file = parse(text.encode(), "any.toml")
    lines = text.split("\n")
    for path in paths(tomllib.loads(text)):
        place = file.place(path)
        rest = lines[place.line - 1][place.column - 1 :]
        key = path[-1]
        headers = (f"[{quoted(str(key))}]", f"[[{quoted(str(path[0]))}]]")
        if isinstance(key, str):
            assert rest.startswith((quoted(key), *headers))
        else:
            assert rest.startswith(headers[1]) if len(path) == 2 and "[[" in rest[:2] else rest


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        ("number = 'a'", "M004", (1, 1), "number: it must be a whole number, not a text"),
        ("\n number = [1]", "M004", (2, 2), "number: it must be a whole number, not a list"),
        ("numbr = 1", "M005", (1, 1), "numbr is not known"),
        ("cert = 'hi'", "M004", (1, 1), "cert: it must be one of high, low"),
        ("[free]\na = [1]\nb = [1, '2']", "M004", (3, 9), "free.b[2]: it must be a whole number"),
        ("[free]\n'a b' = 1", "M004", (2, 1), 'free."a b": it must be a list'),
        ('[free]\n"\\u0001" = [1]', "M006", (2, 1), "U+0001"),
        ("[free]\na = '''x\n\ny'''\nb = 1", "M004", (2, 1), "free.a: it must be a list"),
        ("number = 1979-05-27", "M004", (1, 1), "not a text"),
        ("x = ", "M001", (1, 5), "not TOML"),
        ("number = 1\nnumber = 2", "M001", (2, 11), "not TOML"),
        ("x = '\udce9'", "M002", (1, 6), "0xE9"),
        ("\ufeffnumber = 'a'", "M004", (1, 1), "number"),
        ("cert = 'high'\r\nnumber = 'a'\r\n", "M004", (2, 1), "number"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(
    text: str, code: str, place: tuple[int, int], said: str
) -> None:
    with pytest.raises(EditionError) as caught:
        parse(text.encode("utf-8", "surrogateescape"), "any.toml").typed(Shape)
    finding = caught.value.finding
    assert (finding.code, (finding.line, finding.column)) == (code, place)
    assert said in finding.message


def test_an_unknown_key_is_answered_with_the_one_meant() -> None:
    with pytest.raises(EditionError) as caught:
        parse(b"numbr = 1", "any.toml").typed(Shape)
    assert caught.value.finding.hint == "Did you mean number?"
    with pytest.raises(EditionError) as caught:
        parse(b"zzz = 1", "any.toml").typed(Shape)
    assert "number, cert, free" in caught.value.finding.hint


class Item(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    size: int = 0


class Items(msgspec.Struct, forbid_unknown_fields=True):
    name: str = ""
    items: list[Item] = []
    free: dict[str, Item] = {}


def test_all_mistakes_are_told_at_once_each_at_its_line() -> None:
    lines = [
        "name = 1",
        "nam = 'x'",
        "[[items]]",
        "id = 1",
        "size = 'b'",
        "[[items]]",
        "id = 'right'",
        "[[items]]",
        "size = 2",
        "[[items]]",
        "id = 'd'",
        "siz = 4",
        "[free.a]",
        "id = 'a'",
        "[free.b]",
        "id = true",
    ]
    with pytest.raises(EditionError) as caught:
        parse("\n".join(lines).encode(), "any.toml").typed(Items)
    told = sorted((f.line, f.message.partition(":")[0]) for f in caught.value.findings)
    assert told == [
        (1, "name"),
        (2, "nam is not known"),
        (4, "items[1].id"),
        (5, "items[1].size"),
        (8, "items[3]"),
        (12, "items[4].siz is not known"),
        (16, "free.b.id"),
    ]


def test_of_very_many_mistakes_the_first_are_told() -> None:
    text = "\n".join(f"wrong{number} = 1" for number in range(500))
    with pytest.raises(EditionError) as caught:
        parse(text.encode(), "any.toml").typed(Items)
    assert len(caught.value.findings) == 20
