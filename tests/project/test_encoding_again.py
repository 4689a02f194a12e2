"""Encoding again, when a register has grown, gives the same bytes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.cli import main
from edition.names.known import Known
from edition.names.model import Entry, Identifier, Kind, Name, Register
from edition.project.encoding import Encoder
from edition.project.registers import read_registers
from edition.settings import Settings

_DATA = Path(__file__).parents[1] / "data"
_LABELS = ("Ms Adler", "Mr Brown", "Leonid Govorov", "Mr Smith", "Anna Smith", "Govorov")
_NAMES = (
    "Leonid Govorov", "Mr Govorov", "Govorov", "L. A. Govorov", "Sergei Govorov", "Mrs Anna Smith",
    "Mr Smith", "Smith", "John Smith", "President Putin", "Putin", "Vladimir Putin", "Yes, Jen",
    "Paris", "Georgia", "Zimbabwe", "the Republic of Zimbabwe", "the Council of Europe",
    "Lake Ladoga", "Igor Govorov, grandson of Marshal Igor Govorov",
)  # fmt: skip


def _document(labels: tuple[str, str], names: list[str]) -> bytes:
    lines = [
        f"{labels[number % 2]}: It was said that {name} was there. And of the day it was."
        for number, name in enumerate(names)
    ]
    return "\n".join(lines).encode()


_DOCUMENTS = st.builds(
    _document,
    st.sampled_from([(one, two) for one in _LABELS for two in _LABELS if one != two]),
    st.lists(st.sampled_from(_NAMES), min_size=4, max_size=7),
)


def _encoded(encoder: Encoder, documents: list[bytes]) -> list[bytes]:
    found = []
    for number, data in enumerate(documents):
        encoded = encoder.encoded(data, f"{number}.txt", Settings())
        encoder.keep(encoded.naming.register)
        found.append(encoded.tei)
    return found


@settings(max_examples=40, deadline=None)
@given(st.lists(_DOCUMENTS, min_size=1, max_size=3))
def test_candidates_change_nothing_when_documents_are_encoded_again(documents: list[bytes]) -> None:
    encoder = Encoder(read_registers([])[0])
    assert _encoded(encoder, documents) == _encoded(encoder, documents)


def test_who_is_named_in_full_is_nobody_whom_a_later_document_labels_by_the_surname() -> None:
    named = ["Leonid Govorov"] * 4
    documents = [
        _document(("Ms Adler", "Mr Brown"), named),
        _document(("Ms Adler", "Govorov"), named),
    ]
    encoder = Encoder(read_registers([])[0])
    assert _encoded(encoder, documents) == _encoded(encoder, documents)


def test_whoever_speaks_under_an_office_is_nobody_whom_a_later_document_calls_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "source"
    source.mkdir()
    (source / "edition.toml").write_text('[edition]\nversion = "0.1.0"\n', encoding="utf-8")
    for name in ("dash", "own-line"):  # by the first "Operator" is an office, by the second a name
        shutil.copy(_DATA / f"{name}.txt", source)

    def encoded() -> dict[str, bytes]:
        CliRunner().invoke(main, ["encode"], catch_exceptions=False)
        return {file.name: file.read_bytes() for file in sorted(source.glob("*.xml"))}

    first = encoded()
    assert b"<persName><roleName>Operator</roleName></persName>" in first["dash.xml"]
    assert b'"Operator"' in first["persons.xml"]
    assert encoded() == first


@pytest.mark.parametrize("number", ["878675", "https://www.geonames.org/878675/"])
def test_a_place_of_the_register_is_found_by_its_identifier(number: str) -> None:
    place = Entry(
        "Z", Kind.PLACE, (Name("Zimbabwe"),), identifiers=(Identifier("geonames", number),)
    )
    known = Known(Register({"Z": place}))
    assert known.located("878675") is place
