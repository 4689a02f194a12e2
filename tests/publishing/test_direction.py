"""Languages in the page, and the direction in which they are written."""

from __future__ import annotations

import pytest

from edition.publishing.document import publish
from tests.publishing.reading import article, page
from tests.publishing.sample import TEXT, document, home, in_paragraph, in_turn


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("he", "rtl"),
        ("ar-EG", "rtl"),
        ("az-Arab-IR", "rtl"),
        ("YI", "rtl"),
        ("yi-Latn", None),
        ("fr", None),
        ("arn", None),
    ],
)
def test_a_language_is_written_in_its_direction(language: str, direction: str | None) -> None:
    tree = page(publish(in_paragraph(f'<foreign xml:lang="{language}">x</foreign>')).html)
    (foreign,) = tree.xpath("//*[@class='foreign']")
    assert (foreign.get("lang"), foreign.get("dir")) == (language, direction)


def test_a_turn_may_have_a_direction_of_its_own() -> None:
    html = publish(in_turn('<seg xml:id="p1" xml:lang="he">x</seg>')).html
    (paragraph,) = page(html).xpath("//*[@id='p1']")
    assert paragraph.get("dir") == "rtl"


def test_a_text_from_right_to_left_has_what_we_add_from_left_to_right() -> None:
    publication = publish(document(TEXT, language="he"))
    text = article(publication.html)
    assert (text.get("lang"), text.get("dir")) == ("he", "rtl")
    added = text.xpath(".//*[@class='number' or @class='kicker']")
    assert {(one.get("lang"), one.get("dir")) for one in added} == {("en", "ltr")}
    (link,) = page(home([publication.record])).xpath("//*[@scope='row']/*")
    assert (link.get("lang"), link.get("dir")) == ("he", "rtl")
