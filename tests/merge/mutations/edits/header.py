"""Hand edits of what a header says."""

from __future__ import annotations

import random
import re

from tests.merge.mutations.edits.catalogue import edit, one

_TITLE = re.compile(r'<title type="main"[^>]*>(\w[^<]*)</title>')


@edit
def a_title_corrected(text: str, rng: random.Random, mark: str) -> str | None:
    return re.sub('(<title type="main">)', rf"\1{mark} ", text, count=1)


@edit
def markup_in_the_title(text: str, rng: random.Random, _mark: str) -> str | None:
    title = one(_TITLE, text, rng)
    if title is None:
        return None
    first, space, rest = title[1].partition(" ")
    new = f'<hi rend="italic">{first}</hi>{space}{rest}'
    return text[: title.start(1)] + new + text[title.end(1) :]


@edit
def a_second_title(text: str, rng: random.Random, mark: str) -> str | None:
    title = one(re.compile("</title>(?=\\s*<(?:meeting|respStmt))"), text, rng)
    new = f'\n        <title type="sub">{mark}</title>'
    return title and text[: title.end()] + new + text[title.end() :]


@edit
def an_editor_added(text: str, rng: random.Random, mark: str) -> str | None:
    new = f'<editor xml:id="{mark}"><persName>{mark}</persName></editor>\n        '
    return text.replace('<respStmt xml:id="source">', f'{new}<respStmt xml:id="source">', 1)


@edit
def a_statement_of_the_header(text: str, rng: random.Random, mark: str) -> str | None:
    found = one(re.compile(r"(?<=<p>)(?=\w)"), text[: max(text.find("</teiHeader>"), 0)], rng)
    return found and f"{text[: found.start()]}{mark} {text[found.start() :]}"


@edit
def a_statement_taken_away(text: str, rng: random.Random, _mark: str) -> str | None:
    found = one(
        re.compile(r"\s*<(quotation|hyphenation|projectDesc)\b.*?</\1>", re.DOTALL), text, rng
    )
    return found and text[: found.start()] + text[found.end() :]


@edit
def a_change_recorded(text: str, rng: random.Random, mark: str) -> str | None:
    return text.replace(
        "<revisionDesc>", f'<revisionDesc>\n      <change who="#editors">{mark}</change>', 1
    )


@edit
def a_keyword(text: str, _rng: random.Random, mark: str) -> str | None:
    new = f"<textClass><keywords><term>{mark}</term></keywords></textClass>\n"
    return text.replace("</profileDesc>", f"{new}</profileDesc>", 1)


@edit
def the_licence(text: str, rng: random.Random, mark: str) -> str | None:
    licence = one(re.compile(r'<availability status="[^"]*">|<publicationStmt>'), text, rng)
    new = f"<p>{mark}</p>" if licence and "avail" in licence[0] else f"<!-- {mark} -->"
    return licence and text[: licence.end()] + new + text[licence.end() :]
