"""The page of searching, and the scripts that are of no single document: index, contents, names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.pages import made_pages
from edition.publishing.search.blocks import blocks
from edition.publishing.search.coding import packed
from edition.publishing.search.index import Index
from edition.publishing.search.texts import FOLDER, script
from edition.publishing.search.words import folded
from edition.publishing.subjects import ALWAYS, FOLDERS
from edition.resources import SUBJECTS


def search_files(
    index: Index, names: Mapping[str, str], *, language: str = "en", pagefind: bool = False
) -> Iterator[tuple[str, bytes]]:
    """The page of searching, and the scripts with *index*: paths below ``output/``, and bytes.

    *names* are those of subjects, by key; with *pagefind* there is an index by that, too, which a
    page of its own searches. Raises EditionError (P003, P004).
    """
    for path, data in _scripts(index, names):
        yield f"{FOLDER}/{path}.js", script(path, data)
    pages = [_page(index.kinds)]
    if pagefind:
        pages[0].set("other", "pagefind.html")
        pages.append(etree.Element("pagefind", address="search/pagefind.html"))
    for path, page in made_pages(SUBJECTS, pages, language=language):
        yield f"html/{path}", page.encode()


def _page(kinds: Collection[str]) -> Element:
    """What the page is made from; a search can be narrowed to subjects of *kinds*."""
    root = etree.Element("search", address="search/index.html")
    folders = [kind for kind in dict.fromkeys(FOLDERS.values()) if kind in kinds]
    for kind in ("speakers", *folders, "documents"):
        etree.SubElement(root, "kind").text = kind
    for kind in dict.fromkeys(FOLDERS.values()):
        if kind in folders or kind in ALWAYS:
            etree.SubElement(root, "index").text = kind
    return root


def _scripts(index: Index, names: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    """What each script has to give to the page, by its name."""
    firsts = []
    for n, block in enumerate(blocks(index.terms())):
        firsts.append(block.first)
        yield f"index/{n}", block[1:]
    for kind, subjects in index.subjects():
        yield f"names/{kind}", _listed(subjects, names)
    yield "contents", (index.documents, firsts, index.kinds)


def _listed(
    subjects: Mapping[str, str], names: Mapping[str, str]
) -> tuple[list[str | tuple[str, str]], str]:
    """The names of *subjects*, sorted as readers look for them, and their passages.

    A name stands alone where it has all letters of the key.
    """
    rows = sorted((folded(names.get(key, key)), key) for key in subjects)
    named = [(names.get(key, key), key) for _folded, key in rows]
    short = [name if name.replace(" ", "") == key else (name, key) for name, key in named]
    return short, packed("".join([subjects[key] for _folded, key in rows]))
