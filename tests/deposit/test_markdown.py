"""What a header says stays words in Markdown, by a reader that others wrote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from edition.deposit.formats.markdown import code, line, words
from tests.deposit.whole_edition import run

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_PIECES = st.text("#*_`[]()<>!&;|~-+=.\\/ a1:\"'xé", max_size=8) | st.sampled_from(
    [
        "https://a.org/x_y",
        "http://b.de/(a)",
        "<b>",
        "&amp;",
        "&#60;",
        "![i](u)",
        "[a]: b",
        "1.",
        "```",
        "<!--",
    ]
)
LINES = st.lists(_PIECES, min_size=1, max_size=6).map(lambda it: " ".join("".join(it).split()))
# The words of the title, for the header is compared with the text.
HOSTILE = "# *Meeting* `of` [the](<first>) ![committee]: |~~ &; #"


def read(text: str) -> tuple[str, set[str]]:
    """The words of *text*, and of what kinds its parts are besides."""
    shown, kinds = "", set()
    for token in READER.parse(text):
        for part in token.children or [token]:
            kinds.add(re.sub("_(open|close)$", "", part.type))
            shown += part.content if token.children else ""
    return shown, kinds - {"text", "text_special", "link", "inline"}


@given(LINES.filter(bool))
def test_no_words_are_anything_else(said: str) -> None:
    for written, around in (
        (line(said), {"paragraph"}),
        (f"# {words(said)}", {"heading"}),
        (f"- {line(said)}", {"bullet_list", "list_item", "paragraph"}),
    ):
        shown, kinds = read(f"{written}\n")
        assert kinds <= around
        assert shown == said or "http" in said.lower()


@given(LINES.filter(bool))
def test_no_words_end_a_cell(said: str) -> None:
    tokens = READER.parse(f"| a | b |\n|---|---|\n| {code(said)} | {words(said)} |\n")
    assert sum(it.type == "td_open" for it in tokens) == 2


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a_b_(c)).", "https://example.org/a_b_(c)"),
        ("The source, https://example.org/a, under it", "https://example.org/a"),
        ("(https://straße.example/ü).", "https://xn--strae-oqa.example/%C3%BC"),
    ],
)
def test_an_address_can_be_followed(text: str, address: str) -> None:
    links = [it.attrs.get("href") for it in READER.parseInline(words(text))[0].children or []]
    assert [it for it in links if it] == [address]


def test_a_hostile_title_is_a_title_in_every_file_that_people_read(built: Path) -> None:
    tei = Path("source/first.xml")
    text = tei.read_text("utf-8")
    written = HOSTILE.replace("&", "&amp;").replace("<", "&lt;")
    title = r"(<title type=\"main\"[^>]*>).*?(</title>)"
    text = re.sub(title, lambda it: it[1] + written + it[2], text, count=1)
    text = text.replace("Roe</surname>", "_Roe_ &lt;img src=x></surname>")
    text = text.replace("</titleStmt>", f"{_HOLDER}</titleStmt>")
    slug = '<idno type="slug">'
    handle = '<idno type="Handle">21.11115/_x_</idno>'
    tei.write_text(text.replace(slug, handle + slug, 1), "utf-8")
    result = run("build")
    assert result.exit_code == 0, result.output
    profiles = ("textgrid", "arche", "clarin", "dataverse")
    result = run("package", "first", *(it for name in profiles for it in ("--profile", name)))
    assert result.exit_code == 0, result.output
    allowed = {"heading", "paragraph", "bullet_list", "list_item", "code_inline", "strong"}
    allowed |= {"table", "thead", "tbody", "tr", "th", "td", "softbreak"}
    files = sorted(Path("output/deposit/first").rglob("*.md"))
    assert len(files) == 2 + len(profiles)
    for file in files:
        shown, kinds = read(file.read_text("utf-8"))
        assert kinds <= allowed, file
        assert file.name == "fair.md" or HOSTILE in shown, file


_HOLDER = "<respStmt><resp>rights holder</resp><orgName>Museum</orgName></respStmt>"
