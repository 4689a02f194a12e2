"""A long document has a page for each part of its text, and nothing is lost between them."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from itertools import chain
from pathlib import Path, PurePosixPath

import html5lib
import pytest

from edition.publishing import parts
from edition.publishing.assets import assets
from edition.publishing.document import Publication, publish
from edition.publishing.pages import part_address
from edition.publishing.parts import MOST_BYTES
from edition.tei.document import Document
from tests.publishing.reading import page
from tests.publishing.sample import HEADER, TEXT, document, large

TURNS = 200
MANY = 500
ADDED = "ancestor::*/@data-added"
SAID = "The harbour needs a wall, and the wall needs stones, and the stones need hands. " * 6


def of_one_speech() -> Document:
    """A document in which one person says nearly all."""
    said = "".join(f'<seg xml:id="p{n}">{SAID}</seg>' for n in range(1001, 1600))
    speech = f'<note type="speaker">Quay:</note><u xml:id="u900" who="#MaryQuay">{said}</u>'
    return document(TEXT.replace("</body>", f'<div xml:id="d900">{speech}</div></body>'))


def of_many() -> Document:
    """A document in which very many take part."""
    persons = "".join(
        f'<person xml:id="Delegate{n}"><persName>Delegate of the town number {n}</persName>'
        "<note>Elected by the towns of the coast.</note></person>"
        for n in range(MANY)
    )
    said = "".join(
        f'<note type="speaker">Delegate {n}:</note>'
        f'<u xml:id="u{900 + n}" who="#Delegate{n}"><seg xml:id="p{900 + n}">{SAID}'
        f'<persName ref="#Delegate{MANY - n - 1}">My friend</persName></seg></u>'
        for n in range(MANY)
    )
    end = HEADER.index("</listPerson>", HEADER.index("<particDesc>"))
    header = HEADER[:end] + persons + HEADER[end:]
    text = TEXT.replace("</body>", f'<div xml:id="d900">{said}</div></body>')
    return document(text, header=header)


@cache
def published(name: str) -> Publication:
    made = {"of turns": large(TURNS), "of one speech": of_one_speech(), "of many": of_many()}
    return publish(made[name])


each = pytest.mark.parametrize("name", ["of turns", "of one speech", "of many"])


def pages(name: str) -> dict[str, str]:
    """The pages of a document, by address."""
    shown = published(name)
    return {part_address("harbour.html", n): html for n, html in enumerate(shown.pages, 1)}


@each
def test_no_part_is_heavy(name: str) -> None:
    sizes = [len(html.encode()) for html in pages(name).values()]
    assert len(sizes) > 2
    assert max(sizes) <= MOST_BYTES < len(published(name).html.encode())
    assert min(sizes) > MOST_BYTES / 4


@each
def test_the_parts_have_the_text_between_them(name: str) -> None:
    def text(html: str) -> str:
        said = page(html).xpath(f".//*[local-name()='article']//text()[not({ADDED})]")
        return "".join(map(str, said))

    assert "".join(map(text, pages(name).values())) == text(published(name).html)


@each
def test_whatever_had_an_identifier_has_it_and_no_page_has_one_twice(name: str) -> None:
    found = {
        address: list(map(str, page(it).xpath("//@id"))) for address, it in pages(name).items()
    }
    assert [address for address, ids in found.items() if len(ids) != len(set(ids))] == []
    assert set(map(str, page(published(name).html).xpath("//@id"))) <= set(chain(*found.values()))


@each
def test_every_link_from_part_to_part_leads_somewhere(name: str) -> None:
    trees = {address: page(html) for address, html in pages(name).items()}
    ids = {address: set(map(str, tree.xpath("//@id"))) for address, tree in trees.items()}
    dead = []
    for address, tree in trees.items():
        for link in map(str, tree.xpath("//@href[contains(., '#') and not(contains(., ':/'))]")):
            to, _, fragment = link.partition("#")
            if (to or address) in ids and fragment not in ids[to or address]:
                dead.append((address, link))
    assert dead == []


@each
def test_the_record_knows_where_every_paragraph_is(name: str) -> None:
    shown, made = published(name), pages(name)
    for turn in shown.data.turns:
        for identifier in (turn.id, *(it.id for it in turn.paragraphs)):
            address, _, fragment = shown.record.address_of(identifier).partition("#")
            assert fragment == identifier
            assert f'id="{identifier}"' in made[address]


@each
def test_each_part_leads_to_its_neighbours_and_to_all(name: str) -> None:
    made = pages(name)
    addresses = list(made)
    texts = [it for it in addresses if 'class="turn"' in made[it]]
    lists = addresses[len(texts) :]
    for address, html in made.items():
        others = texts if address in texts else lists
        n = others.index(address)
        beside = page(html).xpath("//*[local-name()='nav'][@class='parts']//@href")
        assert beside == [others[it] for it in (n - 1, n + 1) if 0 <= it < len(others)]
        everywhere = page(html).xpath("//*[local-name()='nav'][@class='all-parts']//@href")
        assert everywhere == addresses


def test_of_very_many_parts_the_first_lists_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_FEW_PARTS", 2)
    shown = publish(large(TURNS))
    lists = [
        page(html).xpath("//*[local-name()='nav'][@class='all-parts']") for html in shown.pages
    ]
    addresses = [part_address("harbour.html", n) for n in range(1, len(lists) + 1)]
    assert [len(found) for found in lists] == [1] * len(addresses)
    (first,), *others = lists
    assert first.xpath(".//*[local-name()='li']//@href") == addresses
    assert first.get("data-first") is None
    for (nav,) in others:
        assert nav.get("data-first") == "harbour.html"
        assert nav.xpath(".//*[local-name()='h2']//@href") == ["harbour.html#page:parts"]
        assert {"harbour.html", addresses[-1]} <= set(nav.xpath(".//@href"))


def test_what_is_long_at_the_foot_is_in_the_first_part() -> None:
    omitted = "".join(f"<ab type='omitted' n='{n}'>Page {n}</ab>" for n in range(1, 400))
    header = HEADER.replace("</samplingDecl>", f"{omitted}</samplingDecl>")
    assert header != HEADER
    said = "".join(f'<seg xml:id="p{n}">{SAID}</seg>' for n in range(1001, 1600))
    speech = f'<note type="speaker">Quay:</note><u xml:id="u900" who="#MaryQuay">{said}</u>'
    text = TEXT.replace("</body>", f'<div xml:id="d900">{speech}</div></body>')
    first, *others = publish(document(text, header=header)).pages
    assert "Page 399" in first
    assert others
    for html in others:
        assert "Page 399" not in html
        assert 'href="harbour.html#page:about"' in html


def test_many_participants_have_pages_of_their_own_behind_the_text() -> None:
    made = {address: page(html) for address, html in pages("of many").items()}
    rows = {
        address: [str(it) for it in tree.xpath("//*[local-name()='tr']/@id")]
        for address, tree in made.items()
    }
    lists = [address for address, ids in rows.items() if ids]
    assert lists == list(made)[-len(lists) :]
    assert len(lists) > 1
    assert sum(map(len, rows.values())) > MANY
    first = made["harbour.html"]
    (way,) = first.xpath("//*[@class='to-participants']/*[local-name()='a']/@href")
    assert way == lists[0]
    record = published("of many").record
    assert record.address_of("Delegate0").partition("#")[0] in lists


def test_each_part_tells_of_the_participants_it_names() -> None:
    """What a name in the text leads to is on its page, for the card."""
    for html in pages("of many").values():
        tree = page(html)
        named = set(map(str, tree.xpath("//*[local-name()='article']//*[@class]/@href")))
        ids = {f"#{it}" for it in map(str, tree.xpath("//@id"))}
        assert {it for it in named if "Delegate" in it} <= ids


def test_who_goes_on_speaking_is_told_by_the_edition() -> None:
    html = list(pages("of one speech").values())[1]
    (label,) = page(html).xpath("//*[local-name()='h3'][@class='label'][@data-added]")
    assert "".join(label.itertext()).strip() == "⟦Quay, continued⟧"
    assert label.getparent().get("aria-labelledby") == label.get("id")


def test_turns_are_left_whole_where_they_are_short() -> None:
    assert not any("continued⟧" in html for html in pages("of turns").values())


def test_a_short_document_has_one_page_and_no_parts() -> None:
    shown = publish(large(5))
    assert shown.pages == (shown.html,)
    assert shown.record.parts == ()
    assert shown.record.address_of("p3") == "harbour.html#p3"


def test_the_address_of_a_citation_is_that_of_the_first_part() -> None:
    for html in pages("of turns").values():
        assert page(html).xpath("//*[@id='page:cite']/@data-page") == ["harbour.html"]


def test_every_part_tells_what_it_has() -> None:
    """A script of any part finds the others by it."""
    for html in pages("of turns").values():
        said = page(html).xpath("//*[local-name()='nav'][@class='all-parts']//@data-has")
        assert [str(it) for it in said] == list(published("of turns").record.parts)
        assert all(re.search(r"\bp:\d+-\d+", str(it)) for it in said)
        assert {PurePosixPath(it).name for it in pages("of turns")} >= {"harbour..2.html"}


@each
def test_a_part_is_html_by_the_letter(name: str) -> None:
    for html in pages(name).values():
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(html)
        assert parser.errors == []


def test_anybody_can_prove_that_the_parts_have_the_text_of_the_tei(tmp_path: Path) -> None:
    for address, html in pages("of turns").items():
        (tmp_path / address).write_text(html, encoding="utf-8")
    (tmp_path / "harbour.xml").write_bytes(large(TURNS).data)
    (tmp_path / "fidelity.py").write_bytes(assets()["assets/fidelity.py"])
    command = [sys.executable, "-I", "fidelity.py", "harbour.html", "harbour.xml"]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
    (tmp_path / "harbour..2.html").unlink()
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 1


def test_one_long_paragraph_is_one_page_and_lists_no_parts() -> None:
    made = publish(
        document(f'<text><body><u><seg xml:id="p1">{SAID * 400}</seg></u></body></text>')
    )
    assert len(made.html.encode()) > MOST_BYTES
    assert made.pages == (made.html,)
    assert "all-parts" not in made.html
