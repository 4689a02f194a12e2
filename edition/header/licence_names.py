"""Licences by their names in running words, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from edition.header.facts import Terms
from edition.rights.licences import KnownLicence, known_licence, known_licences
from edition.rights.reserved import reserved
from edition.tei.statements import statements

# Between the parts of a name: a space, or a hyphen or dash, as people copy them.
_GAP = r"[\s\u2010-\u2015-]"
_TERM = (
    rf"nc|non{_GAP}?commercial|sa|share{_GAP}?alike"
    rf"|nd|no{_GAP}?deriv(?:ative)?s?(?:{_GAP}works)?"
)
# “CC BY-NC 4.0”, “Creative Commons Attribution-NonCommercial 4.0”; the number may be left out.
_CREATIVE = re.compile(
    rf"\b(?:cc{_GAP}?by|creative\s+commons\s+attribution)(?P<more>(?:{_GAP}+(?:{_TERM})\b)*)"
    rf"(?:{_GAP}+v?(?P<number>\d(?:\.\d)?))?(?![\w-])"
    rf"|\bcc{_GAP}?(?P<zero>0|zero)(?:{_GAP}+v?(?P<version>1\.0))?(?![\w-])"
    rf"|\b(?:cc{_GAP}?pdm|public\s+domain\s+mark)\b(?:{_GAP}+1\.0)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://(?:www\.)?creativecommons\.org/[\w./-]+", re.IGNORECASE)
_FAMILY = re.compile(r"(CC-BY(?:-NC)?(?:-SA|-ND)?|CC0|CC-PDM)(?:-(\d\.\d))?(?=-|\Z)")
# SPDX has a licence of GNU twice, by whether later versions may be taken; people name it once.
_LATER = re.compile(r"(?:-only|-or-later|\+)\Z")


class Named(NamedTuple):
    """A licence that is named: by which *words*, of which *kind*, in which version ('': any)."""

    words: str
    kind: str
    number: str = ""

    def is_of(self, licence: KnownLicence) -> bool:
        """Whether it may be *licence*; versions for a country are those of the whole."""
        kind, number = _kind(licence)
        return self.kind == kind and self.number in ("", number)


def licence_in_name(words: str) -> Named | None:
    """The licence that *words* are the name of, whether alone or in a sentence of ours."""
    name = _name_in(words)
    match = _CREATIVE.fullmatch(_without_scope(name))
    if match:
        return _creative(match)
    known = _by_name().get(_plain(name))
    return Named(name, *_kind(known)) if known else None


def licences_in(words: str) -> Iterator[Named]:
    """The licences of Creative Commons that are named anywhere in *words*, or by address."""
    yield from map(_creative, _CREATIVE.finditer(words))
    for match in _ADDRESS.finditer(words):
        address = match[0].rstrip(".")
        if (known := known_licence(address)) is not None:
            yield Named(address, *_kind(known))


def is_called(words: str, licence: KnownLicence) -> bool:
    """Whether *words*, among others, are the name of *licence*."""
    if _plain(licence.name) in _plain(words):
        return True
    return any(it.is_of(licence) for it in (licence_in_name(words), *licences_in(words)) if it)


def all_reserved(terms: Terms) -> str:
    """By what of *terms* all rights are kept; '' where by nothing.

    Not where the licence at a known address is named as well: then they are those in a part.
    """
    words = " ".join(terms.sentences[:1])
    if terms.known is not None and is_called(words, terms.known):
        return ""
    return reserved(words, terms.target)


def _creative(match: re.Match[str]) -> Named:
    if match["zero"]:
        return Named(match[0], "CC0", match["version"] or "")
    if match["more"] is None:
        return Named(match[0], "CC-PDM")
    number = match["number"] or ""
    more = re.findall(_TERM, match["more"], re.IGNORECASE)
    asked = {_short(it) for it in more}
    kind = "-".join(["CC-BY", *(it for it in ("NC", "SA", "ND") if it in asked)])
    return Named(match[0].strip(), kind, number if "." in number or not number else f"{number}.0")


def _short(term: str) -> str:
    """The letters by which Creative Commons knows *term*."""
    plain = re.sub(_GAP, "", term.lower())
    if plain.startswith(("nc", "nonc")):
        return "NC"
    return "SA" if plain.startswith(("sa", "sh")) else "ND"


def _kind(licence: KnownLicence) -> tuple[str, str]:
    """Of which kind *licence* is, and its version."""
    match = _FAMILY.match(licence.spdx)
    if match:
        return match[1], match[2] or ""
    return _LATER.sub("", licence.spdx), ""


def _name_in(words: str) -> str:
    """The name in *words*, where they are a sentence that every encoding says."""
    for which in ("edition_licence", "source_licence"):
        before, _, after = statements()["texts"][which].partition("{name}")
        if words.startswith(before) and words.endswith(after):
            return words[len(before) : len(words) - len(after)].strip()
    return words.strip(" .")


def _without_scope(name: str) -> str:
    """*name* without what Creative Commons puts behind that of a licence."""
    return re.sub(
        r"[\s(,-]+(?:international|unported|generic|universal)\b.*\Z", "", name, flags=re.IGNORECASE
    )


@cache
def _by_name() -> Mapping[str, KnownLicence]:
    found: dict[str, KnownLicence] = {}
    for it in known_licences().values():
        found.setdefault(_plain(it.name), it)
    return found | {_plain(it.spdx): it for it in known_licences().values()}


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[\w.]+", name.lower()))
