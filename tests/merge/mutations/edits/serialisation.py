"""What an editor's program makes of a whole file: it says the same, written in another way."""

from __future__ import annotations

import random
import re
import unicodedata

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


@whole_file
def laid_out_by_a_program(text: str, rng: random.Random, _mark: str) -> str | None:
    """As ``xmllint --format`` does it: only where there are no words beside."""
    tree = etree.fromstring(text.encode(), etree.XMLParser(remove_blank_text=True))
    return etree.tostring(tree.getroottree(), encoding="unicode", pretty_print=True)


@whole_file
def laid_out_and_wrapped(text: str, rng: random.Random, _mark: str) -> str | None:
    """As an editor's program does it: lines of a hundred characters, broken at any space."""
    lines: list[str] = []
    for line in (laid_out_by_a_program(text, rng, "") or "").split("\n"):
        if "<!" in line or "<?" in line:
            lines.append(line)
        else:
            indent = line[: len(line) - len(line.lstrip())]
            lines.append(re.sub(r"(.{70,100}) (?=[^<>]*(?:<|\Z))", rf"\1\n{indent}  ", line))
    return "\n".join(lines)


@whole_file
def each_attribute_on_a_line(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(
        r"<(u|person|measure) ([^<>]*)>",
        lambda tag: f"<{tag[1]}\n    " + re.sub(r'" (?=\w)', '"\n    ', tag[2]) + ">",
        text,
    )


@whole_file
def without_a_declaration(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"\A\ufeff?<\?xml .*?\?>\s*", "", text)


@whole_file
def another_declaration(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(
        r"\A<\?xml .*?\?>", "<?xml version='1.0' encoding='utf-8' standalone='yes'?>", text
    )


@whole_file
def an_instruction_for_programs(text: str, rng: random.Random, _mark: str) -> str | None:
    new = '<?xml-stylesheet type="text/css" href="tei.css"?>\n<!-- mine -->\n'
    return re.sub(r"(?=<(?:\w+:)?TEI\b)", new, text, count=1)


@whole_file
def no_instructions_for_programs(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"<\?xml-model .*?\?>\s*", "", text)


@whole_file
def more_namespaces(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(
        r"<((?:\w+:)?TEI)\b",
        r'<\1 xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:xlink="http://www.w3.org/1999/xlink"',
        text,
        count=1,
    )


@whole_file
def the_namespace_on_each(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"<(text|standOff|u)(?=[ >])", r'<\1 xmlns="http://www.tei-c.org/ns/1.0"', text)


@whole_file
def letters_in_parts(text: str, rng: random.Random, _mark: str) -> str | None:
    """Letters with accents as two characters each, as some systems save them."""
    head, begin, rest = text.partition("<text>")
    return head + begin + unicodedata.normalize("NFD", rest)


@whole_file
def no_space_at_the_end(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).rstrip()


@whole_file
def all_on_one_line(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r">\s*\n\s*<", "><", text)


@whole_file
def single_quotes_everywhere(text: str, rng: random.Random, _mark: str) -> str | None:
    return re.sub(r"<[^<>!?'][^<>']*>", lambda tag: tag[0].replace('"', "'"), text)
