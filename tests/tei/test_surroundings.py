"""The text around names: what is before one, and how often its words stood there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edition.tei.document import parse
from edition.tei.named import named_text
from edition.tei.surroundings import Surroundings, slug

_PIECES = st.lists(
    st.tuples(
        st.sampled_from(["", " ", "Li", "Li ", "Straße\u00a0", "ǰ Li. ", " An Li\n  Li", "-"]),
        st.sampled_from(["Li", "An Li", "L", "Straße", "Li.", ""]),
    ),
    min_size=1,
    max_size=8,
)


@given(_PIECES)
def test_the_words_before_a_name_are_counted_as_by_reading_anew(
    written: list[tuple[str, str]],
) -> None:
    inside = "".join(f"{text}<persName>{words}</persName>" for text, words in written)
    data = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p xml:id="p1">{inside}</p></text></TEI>'
    )
    text = named_text(parse(data.encode(), "a.xml").root)
    around = Surroundings()
    for one in text.names if text else ():
        block = around.of(one)
        path = one.element.xpath("preceding-sibling::node()")
        before = " ".join("".join(n if isinstance(n, str) else n.text or "" for n in path).split())
        assert block.text[: block.before(one)] == before
        words, earlier = slug(one.words), slug(before)
        times = sum(earlier[at : at + len(words)] == words for at in range(len(earlier)))
        assert block.times(words, block.before(one)) == (times if words else 0)
