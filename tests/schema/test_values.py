"""What scholars may also write: our grammar and rules allow it, and so does TEI All."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.checking import check
from edition.tei.document import parse
from tests.schema.jing import TEI_ALL, needs_jing, needs_tei_all, refused

TRANSCRIPT = (Path(__file__).parent / "documents" / "transcript.xml").read_text(encoding="utf-8")
_EDITOR = "Jane Doe</persName></editor>"
_PERSON = '<idno type="URI">https://example.org/person/1</idno>'

# Name of what is allowed, what stands in the sample transcript, what is put in its place.
ALLOWED = [
    ("ORCID of an editor", _EDITOR, 'Jane Doe</persName> <idno type="ORCID">0-1</idno></editor>'),
    ("ISNI of an editor", _EDITOR, 'Jane Doe</persName> <idno type="ISNI">1</idno></editor>'),
    ("VIAF", _PERSON, '<idno type="VIAF">39458</idno>'),
    ("GND", _PERSON, '<idno type="GND">118540475</idno>'),
    ("Wikidata", _PERSON, '<idno type="Wikidata">Q7747</idno>'),
    ("GeoNames", _PERSON, '<idno type="GeoNames">498817</idno>'),
    ("image beside the file", "In May.", '<pb facs="pages/012.jpg"/>In May.'),
    ("image in another folder", "In May.", '<pb facs="../pages/012.jpg"/>In May.'),
    ("image on the web", "In May.", '<pb facs="https://example.org/12.jpg?x=1#y"/>In May.'),
    *[
        (f"unclear: {reason}", "In May.", f'<unclear reason="{reason}">In May.</unclear>')
        for reason in (
            "faint", "background_noise", "pronunciation", "faded", "damage", "eccentric_ductus"
        )
    ],
]  # fmt: skip


def written(old: str, new: str) -> str:
    assert old in TRANSCRIPT
    return TRANSCRIPT.replace(old, new, 1)


@pytest.mark.parametrize(("name", "old", "new"), ALLOWED, ids=[name for name, _, _ in ALLOWED])
def test_it_is_allowed(name: str, old: str, new: str) -> None:
    findings = check(parse(written(old, new).encode(), f"{name}.xml"))
    assert [f for f in findings if f.code[0] in "RS"] == []


@needs_jing
@needs_tei_all
def test_tei_all_allows_it_too(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.xml" for number in range(len(ALLOWED))]
    for file, (_, old, new) in zip(files, ALLOWED, strict=True):
        file.write_text(written(old, new), encoding="utf-8")
    assert refused(TEI_ALL, files) == {}
