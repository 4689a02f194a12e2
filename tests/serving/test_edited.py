"""Where a document was edited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edition.serving.edited import edited

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>T</title>
<person xml:id="Anna"><persName>Anna</persName></person></teiHeader>
<text><body><u xml:id="u1"><seg xml:id="p1">One <name>Anna</name> came.</seg>
<seg xml:id="p2">Two</seg><!-- a remark --><seg xml:id="p3">Three</seg></u></body></text></TEI>"""


def after(old: str, new: str) -> tuple[str, ...]:
    assert old in TEI
    return edited(TEI.encode(), TEI.replace(old, new).encode())


def test_words_of_a_paragraph() -> None:
    assert after("Two", "Two and a half") == ("p2", "u1")


def test_words_behind_a_tag() -> None:
    assert after("came.", "went.") == ("p1", "u1")


def test_a_tag_or_attribute() -> None:
    assert after("<name>", "<name cert='low'>") == ("p1", "u1")
    assert after("<name>Anna</name>", "Anna") == ("p1", "u1")


def test_a_paragraph_more_or_less() -> None:
    assert after("<!-- a", "<seg xml:id='p2a'>New</seg><!-- a") == ("p2a", "u1")
    assert after("</u>", "<seg xml:id='p4'>Last</seg></u>") == ("p4", "u1")
    assert after('<seg xml:id="p3">Three</seg>', "") == ("u1",)


def test_a_remark() -> None:
    assert after("a remark", "another") == ("u1",)


def test_the_header_counts_where_the_text_is_the_same() -> None:
    assert after("<persName>Anna", "<persName>Anne") == ("Anna",)
    both = TEI.replace("<title>T", "<title>U").replace("Three", "3")
    assert edited(TEI.encode(), both.encode()) == ("p3", "u1")


def test_nothing() -> None:
    assert edited(TEI.encode(), TEI.encode()) == ()


@given(st.sampled_from(["One", "Two", "Three"]), st.text("abc ", min_size=1))
def test_the_paragraph_that_has_other_words(word: str, new: str) -> None:
    """Whichever paragraph is edited, it is told first."""
    number = ["One", "Two", "Three"].index(word) + 1
    assert after(word, f"{word}{new}") == (f"p{number}", "u1")
