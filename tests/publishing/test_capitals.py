"""Words printed in capitals are set as small ones, and stay as they are."""

from __future__ import annotations

import pytest

from edition.publishing.document import publish
from tests.publishing.reading import page
from tests.publishing.sample import document


def shown(words: str) -> str:
    text = (
        f"<text><front><titlePage><docTitle><titlePart>{words}</titlePart></docTitle></titlePage>"
        f'</front><body><div xml:id="d1"><head>{words}</head><note type="speaker">{words}</note>'
        f'<u xml:id="u1"><seg xml:id="p1">{words}</seg></u></div></body></text>'
    )
    return publish(document(text)).html


def marked(words: str) -> list[str]:
    """The elements whose words are marked as capitals, each with its words."""
    found = page(shown(words)).xpath("//*[@data-capitals]")
    assert {"".join(it.itertext()) for it in found} <= {words}
    return sorted({str(it.get("class") or it.tag).rpartition("}")[2] for it in found})


@pytest.mark.parametrize("words", ["SYSTEMIC RISK: ARE SOME", "ЛОМОВ", "ÉTATS-UNIS, 1849"])
def test_capitals_are_marked_in_titles_heads_and_labels(words: str) -> None:
    assert marked(words) == ["h2", "printed", "span", "title-part"]


@pytest.mark.parametrize(
    "words", ["The harbour", "UN", "H. G. W.", "1941–1945", "مجلس", "SENATOR Quay"]
)
def test_what_is_no_line_of_capitals_is_left_alone(words: str) -> None:
    assert marked(words) == []
