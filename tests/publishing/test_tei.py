"""The TEI file as published."""

from __future__ import annotations

import pytest

from edition.publishing.tei import published_tei
from edition.tei.document import parse
from tests.publishing.sample import sample

BODY = sample().data.decode()
SHEET = '<?xml-stylesheet href="https://example.org/x.xsl" type="text/xsl"?>'
MODEL = '<?xml-model href="../schemas/edition.rng"?>'


def published(file: str, encoding: str = "utf-8") -> str:
    data = file.encode(encoding)
    return published_tei(data, parse(data, "harbour.xml")).decode(encoding)


@pytest.mark.parametrize("declared", ["", '<?xml version="1.0"?>\n'])
def test_a_tei_file_names_no_style_sheet(declared: str) -> None:
    before = f"{declared}{MODEL}<!-- <?xml-stylesheet a?> -->"
    file = f"{before}\n{SHEET}\n<?xml-stylesheet b?>\n{BODY}<?xml-stylesheet c?>\n"
    assert published(file) == f"{before}\n{BODY}<?xml-stylesheet c?>\n"


def test_another_tei_file_stays_as_it_is_to_the_byte() -> None:
    file = f"<?xml version='1.0'?>\n\n{MODEL}\n<!--  a -->{BODY}\n\n"
    assert published(file) == file


def test_a_tei_file_with_a_style_sheet_is_published_in_utf_8() -> None:
    data = f'<?xml version="1.0" encoding="UTF-16"?>{SHEET}{BODY}'.encode("utf-16")
    public = published_tei(data, parse(data, "harbour.xml"))
    assert public.decode() == f'<?xml version="1.0"?>{BODY}'
