"""Elements as ParlaMint's grammar takes them: texts without white space at their ends, dates."""

from __future__ import annotations

import re
from datetime import date

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.vocabulary import XML_LANG, tei

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*\Z")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")
IDENTIFIER = re.compile(r"[^\W\d][\w.-]*\Z")


def one_line(text: str) -> str:
    """*text* with one SPACE for each run of white space, and none at its ends."""
    return " ".join(text.split())


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """A new last child of *parent*, with *text* on one line; attributes that are '' are left out.

    ``lang`` is ``xml:lang``.
    """
    made = etree.SubElement(parent, tei(name))
    for key, value in attributes.items():
        if value and key == "lang":
            made.set(XML_LANG, language_of(value))
        elif value:
            made.set(key, value)
    if text := one_line(text):
        made.text = text
    return made


def language_of(tag: str) -> str:
    """*tag* if it is a tag of a language; else ``und``."""
    return tag if _LANGUAGE.match(tag) else "und"


def is_date(written: str) -> bool:
    """Whether *written* is a day, a month or a year of the calendar."""
    if not _DATE.match(written):
        return False
    try:
        date(*[*map(int, written.split("-")), 1, 1][:3])
    except ValueError:
        return False
    return True


def dated(element: Element) -> dict[str, str]:
    """The dates of *element*, as far as they go together in ParlaMint."""
    said = {
        key: value
        for key in ("when", "from", "to", "notBefore", "notAfter")
        if is_date(value := element.get(key, ""))
    }
    for keys in (("when",), ("from", "to"), ("notBefore", "notAfter")):
        if keys[0] in said or (keys == ("from", "to") and "to" in said):
            return {key: said[key] for key in keys if key in said}
    return {}
