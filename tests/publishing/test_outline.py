"""The page of the sample, as an outline that a person can read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture

from edition.publishing.document import publish
from tests.publishing.reading import HTML, page
from tests.publishing.sample import home, sample


def test_the_sample_as_page(file_regression: FileRegressionFixture) -> None:
    outline = "\n".join(lines(page(publish(sample()).html), 0)) + "\n"
    file_regression.check(outline, encoding="utf-8", newline="")


def test_the_index_as_page(file_regression: FileRegressionFixture) -> None:
    outline = "\n".join(lines(page(home([publish(sample()).record])), 0)) + "\n"
    file_regression.check(outline, encoding="utf-8", newline="")


def lines(element: etree._Element, depth: int) -> Iterator[str]:
    """One line an element and a text: the tag, its attributes in order of their names."""
    name = str(element.tag).removeprefix(HTML).removeprefix("{http://www.w3.org/2000/svg}")
    attributes = "".join(f' {key}="{value}"' for key, value in sorted(element.attrib.items()))
    yield "  " * depth + name + attributes
    yield from text(element.text, depth + 1)
    for child in element:
        yield from lines(child, depth + 1)
        yield from text(child.tail, depth + 1)


def text(words: str | None, depth: int) -> Iterator[str]:
    if words and words.strip():
        yield "  " * depth + "| " + " ".join(words.split())
