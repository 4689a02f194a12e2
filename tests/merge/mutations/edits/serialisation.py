"""What an editor's program makes of a whole file: it says the same, written in another way."""

from __future__ import annotations

import random
import re

from lxml import etree

from tests.merge.mutations.edits.catalogue import SEG, one, whole_file


@whole_file
def serialised_anew(text: str, rng: random.Random, _mark: str) -> str | None:
    tree = etree.fromstring(text.encode())
    return etree.tostring(tree.getroottree(), encoding="unicode")


@whole_file
def laid_out_anew(text: str, rng: random.Random, _mark: str) -> str | None:
    tree = etree.fromstring(text.encode())
    for division in tree.iter("{*}teiHeader", "{*}standOff", "{*}u", "{*}div"):
        if not any((child.tail or "").strip() for child in division.iterdescendants()):
            etree.indent(division, "    ")
    return etree.tostring(tree.getroottree(), encoding="unicode", pretty_print=False)


@whole_file
def attributes_in_another_order(text: str, rng: random.Random, _mark: str) -> str | None:
    tree = etree.fromstring(text.encode())
    for element in tree.iter("{*}u", "{*}persName", "{*}placeName", "{*}person", "{*}measure"):
        values = sorted(element.items(), reverse=True)
        element.attrib.clear()
        element.attrib.update(dict(values))
    return etree.tostring(tree.getroottree(), encoding="unicode")


@whole_file
def signs_as_references(text: str, rng: random.Random, _mark: str) -> str | None:
    head, begin, rest = text.partition("<text>")
    return head + begin + rest.replace("’", "&#x2019;").replace("é", "&#233;")


@whole_file
def a_region_indented_anew(text: str, rng: random.Random, _mark: str) -> str | None:
    lines = text.split("\n")
    first = rng.randrange(len(lines))
    last = first + rng.randint(3, 30)
    region = [re.sub(r"^ *(?=<)", "    ", line) for line in lines[first:last]]
    return "\n".join([*lines[:first], *region, *lines[last:]])


@whole_file
def a_paragraph_as_CDATA(text: str, rng: random.Random, _mark: str) -> str | None:  # noqa: N802
    seg = one(re.compile(r'(?<=">)[^<>&]{10,}(?=</seg>)'), text, rng)
    return seg and f"{text[: seg.start()]}<![CDATA[{seg[0]}]]>{text[seg.end() :]}"


@whole_file
def lines_wrapped(text: str, rng: random.Random, _mark: str) -> str | None:
    return SEG.sub(
        lambda seg: re.sub(r"(\S{1,}(?: [^<> ]+){6}) (?=[^<>]*<)", r"\1\n            ", seg[0]),
        text,
    )


@whole_file
def indented_anew(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"\n( +)(?=<)", lambda found: "\n" + "\t" * (len(found[1]) // 2), text)


@whole_file
def not_indented(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"\n +(?=<)", "\n", text)


@whole_file
def lines_end_as_on_windows(text: str, rng: random.Random, _mark: str) -> str | None:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


@whole_file
def a_prefix_for_all(text: str, rng: random.Random, _mark: str) -> str | None:
    named = re.sub(r"(</?)(?=[A-Za-z]\w*[\s/>])(?!x:)", r"\1tei:", text)
    return named.replace('xmlns="', 'xmlns:tei="', 1)


@whole_file
def a_mark_of_byte_order(text: str, rng: random.Random, _mark: str) -> str | None:
    return "\ufeff" + text


@whole_file
def empty_elements_in_full(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"<(tagUsage)\b([^>]*?)/>", r"<\1\2></\1>", text)
