"""The encoding guide among the pages: in parts, with every anchor and every link."""

from __future__ import annotations

import html5lib
from lxml import html

from edition.publishing.guide import FIRST, guide_pages
from edition.resources import SCHEMAS

WHOLE = (SCHEMAS / "guide.html").read_bytes()
GUIDE = guide_pages(WHOLE)
TREES = {name: html.fromstring(page.decode()) for name, page in GUIDE.pages.items()}
IDS = {name: [str(it) for it in tree.xpath("//@id")] for name, tree in TREES.items()}


def test_no_page_is_heavy() -> None:
    assert len(GUIDE.pages) > 2
    assert max(map(len, GUIDE.pages.values())) <= 150_000


def test_the_pages_have_all_chapters_between_them_in_order() -> None:
    def text(tree: html.HtmlElement) -> str:
        return "".join(it.text_content() for it in tree.findall(".//main/section"))

    assert "".join(map(text, TREES.values())) == text(html.fromstring(WHOLE.decode()))


def test_every_link_leads_to_what_it_led_to() -> None:
    for name, tree in TREES.items():
        for link in tree.xpath("//section//a/@href | //nav[ancestor::details]//a/@href"):
            to, _, fragment = link.partition("#")
            assert fragment in IDS[to or name]
    assert {GUIDE.places[it] for it in ("persName", "att.global", "rules")} <= set(GUIDE.pages)


def test_the_anchor_of_an_element_is_on_the_first_page_or_leads_on_from_there() -> None:
    (link,) = TREES[FIRST].xpath("//*[@id='persName']")
    assert link.get("href") == f"{GUIDE.places['persName']}#persName"
    assert all(len(ids) == len(set(ids)) for ids in IDS.values())


def test_each_page_is_html_by_the_letter() -> None:
    for page in GUIDE.pages.values():
        html5lib.HTMLParser(strict=True).parse(page)


def test_each_page_leads_back_to_the_edition_and_on_to_its_neighbours() -> None:
    count = len(TREES)
    for n, (name, tree) in enumerate(TREES.items(), 1):
        assert tree.xpath("//header[@class='bar']//a[@class='home']/@href") == ["../index.html"]
        assert str(tree.findtext(".//title")).endswith(f"Part {n} of {count}")
        (parts,) = tree.xpath("//nav[@class='parts']")
        names = list(TREES)
        wanted = [names[it] for it in (n - 2, n) if 0 <= it < count]
        assert parts.xpath("a/@href") == wanted, name


def test_the_contents_are_folded_on_all_pages_but_the_first() -> None:
    opened = {
        name: tree.xpath("boolean(//details[@id='contents']/@open)") for name, tree in TREES.items()
    }
    assert opened == {name: name == FIRST for name in TREES}


def test_around_the_guide_the_words_are_in_the_language_of_the_edition() -> None:
    page = html.fromstring(guide_pages(WHOLE, language="de").pages[FIRST].decode())
    assert page.get("lang") == "de"
    assert page.xpath("//main/@lang") == ["en"]
    assert page.xpath("//summary/@lang") == ["de"]
