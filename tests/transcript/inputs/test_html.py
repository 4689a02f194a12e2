"""Web pages: every word that a reader sees, and no other, in the order of the page."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.diagnostic import EditionError
from edition.transcript.decode import Decoded, decode

LONG = "We have gathered to talk about the water of the lake and about everything else. " * 4
_WORDS = st.sampled_from(
    ["one", "two &amp; three", "caf&eacute;", "&#8220;x&#x201d;", " ", "\n", "é"]
)
_PHRASES = st.sampled_from(["b", "i", "span", "a", "sup", "q", "custom-tag", "font"])
_BLOCKS = st.sampled_from(["p", "div", "section", "h2", "blockquote", "nav", "footer", "article"])


def _element(
    tags: st.SearchStrategy[str], content: st.SearchStrategy[str]
) -> st.SearchStrategy[str]:
    inner = st.lists(content, max_size=4).map("".join)
    return st.tuples(tags, inner).map(lambda pair: "<{0}>{1}</{0}>".format(*pair))


phrases = st.recursive(_WORDS, lambda content: _element(_PHRASES, content), max_leaves=6)
table = st.lists(st.lists(phrases, max_size=3), max_size=3).map(
    lambda rows: "<table>{}</table>".format(
        "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    )
)
unseen = st.sampled_from(
    ["<script>no</script>", "<style>no</style>", "<!-- no -->", "<br>", "<hr>"]
)
pages = st.lists(
    st.recursive(
        phrases | table | unseen, lambda content: _element(_BLOCKS, content), max_leaves=20
    ),
    max_size=6,
).map(lambda parts: f"<!DOCTYPE html><title>t</title><body>{''.join(parts)}</body>")


def read(page: str) -> Decoded:
    return decode(page.encode(), "page.html")


def words_of(page: str) -> str:
    """The characters of *page* that a browser shows, without white space."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    body = tree.find("body")
    assert body is not None
    for parent in list(body.iter()):
        for child in list(parent):
            if child.tag in ("script", "style") or not isinstance(child.tag, str):
                child.text = ""
    return "".join("".join(body.itertext()).split())


@given(pages)
def test_the_words_are_those_of_a_browser(page: str) -> None:
    expected = words_of(page)
    if not expected:
        with pytest.raises(EditionError, match="no text"):
            read(page)
        return
    assert "".join("".join(read(page).lines).split()) == expected


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>a<p>b", ["a", "b"]),
        ("<p>a <b> b</b>\n c</p>", ["a b c"]),
        ("<div>a<br>b</div>c", ["a", "b", "c"]),
        ("<p>a<span style='display: block'>b</span>c", ["a", "b", "c"]),
        ("<pre>a\n  b</pre>", ["a", "  b"]),
        ("<pre>a\n \n\n b <GRAPHIC(S) X></pre>", ["a", "", "", " b <GRAPHIC(S) X>"]),
        ("<p hidden>a</p><p>b<span style='visibility:hidden'>c</span>d", ["bd"]),
        ("<body style='display:none'><p>a", ["a"]),
        ("<p>a&nbsp;&nbsp;b", ["a\u00a0\u00a0b"]),
        ("<table><tr><td>a<td><td>b</table>", ["a\tb"]),
        ("<table><tr><td><p>a</p><p>b</p><td>c</table>", ["a", "b", "c"]),
        ("<p>a<noscript>b</noscript>", ["ab"]),
        ("<p>1 < 2 & 3 > 2", ["1 < 2 & 3 > 2"]),
        ("<!DOCTYPE html [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>a&e;b", None),
    ],
)
def test_lines(page: str, lines: list[str] | None) -> None:
    found = list(read(page).lines)
    if lines is not None:
        assert found == lines
    assert "root:" not in "".join(found)


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        ("<meta charset=utf-8><p>“é”".encode(), "utf-8"),
        ("<meta charset='iso-8859-1'><p>“é”".encode("cp1252"), "cp1252"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Да'.encode(
                "koi8-r"
            ),
            "koi8-r",
        ),
        ("<?xml version='1.0' encoding='windows-1251'?><html><p>Да".encode("cp1251"), "cp1251"),
        ("<p>“é”".encode(), "utf-8"),
        ("<html><p>“é”".encode("utf-16"), "utf-16-le"),
        ("<meta charset=no-such><p>“é”".encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(page: bytes, encoding: str) -> None:
    decoded = decode(page, "page.html")
    assert decoded.encoding == encoding
    assert decoded.lines[-1] in ("“é”", "Да")


def furniture(page: str) -> list[str]:
    decoded = read(page)
    return [decoded.lines[index] for index in sorted(decoded.furniture)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<nav>Menu</nav><p>{LONG}</p><footer>Foot</footer>", ["Menu", "Foot"]),
        (f"<header>Site</header><main><header>Lead</header><p>{LONG}</main>", ["Site"]),
        (f"<header><h1>Title</h1></header><main>{LONG}</main><p>After", ["After"]),
        (
            f"<div>Site <a href=x>a long list of links</a></div><p>Date<p>{LONG}<p>End",
            ["Site a long list of links"],
        ),
        (f"<article>{LONG}</article><div>Other</div>", ["Other"]),
        ("<p>Mr A: Yes.<p>Mr B: No.", []),
        (f"<main>x</main><p>{LONG}", []),
    ],
)
def test_furniture(page: str, expected: list[str]) -> None:
    assert furniture(page) == expected


@pytest.mark.parametrize("page", ["<p>a" + "<b>" * 300 + "x", "<p>a" + "<br>" * 1_000_001])
def test_a_page_that_nobody_made_is_refused(page: str) -> None:
    with pytest.raises(EditionError) as caught:
        read(page)
    assert caught.value.finding.code == "T052"


@pytest.mark.parametrize(
    ("stated", "language"),
    [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("", ""), ("und", ""), ("English", "")],
)
def test_a_page_says_in_which_language_it_is(stated: str, language: str) -> None:
    assert read(f'<html lang="{stated}"><body><p>Anna: Good evening.').language == language
