"""Turns of which a program doubts whose speech they are, and the evidence that it noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element

from edition.names.model import Certainty, Kind
from edition.tei.document import Document
from edition.tei.doubts import Context, Doubt, Paragraph, is_by_program
from edition.tei.reading import pieces
from edition.tei.vocabulary import XML_ID, tei

_TURN, _SEG = tei("u"), tei("seg")
_CERTAINTIES = "/".join(map(tei, ("standOff", "certainty")))
_WORDS = 12  # of a paragraph that are shown, and of what stands before it


def keyed_turns(document: Document, stem: str) -> dict[str, Element]:
    """Every turn of *document* that has an identifier, by its key; *stem* begins each."""
    return {
        f"{stem}:{turn.get(XML_ID)}": turn for turn in document.root.iter(_TURN) if turn.get(XML_ID)
    }


def keyed_paragraphs(document: Document, stem: str) -> dict[str, Element]:
    """Every paragraph of speech in *document* that has an identifier, by its key, as turns."""
    return {f"{stem}:{seg.get(XML_ID)}": seg for seg in document.root.iter(_SEG) if seg.get(XML_ID)}


def where_cut(root: Element, turn: Element) -> Element | None:
    """The paragraph of *turn*, not its first, in which a program says that another may begin."""
    pointers = {pointer for one in certainties(root, turn) for pointer in pointers_of(one)}
    paragraphs = list(turn.iterchildren(_SEG))[1:]
    return next((seg for seg in paragraphs if f"#{seg.get(XML_ID)}" in pointers), None)


def is_doubted(turn: Element, most: Certainty) -> bool:
    """Whether a program is of *most* certainty at most about who says *turn*."""
    surest_first = list(Certainty)
    cert = turn.get("cert", "")
    if cert not in surest_first or not is_by_program(turn):
        return False
    return surest_first.index(Certainty(cert)) >= surest_first.index(most)


def certainties(root: Element, turn: Element) -> list[Element]:
    """What a program noted in *root* of the speaker of *turn*: ``certainty`` elements."""
    pointer = f"#{turn.get(XML_ID)}"
    found = root.iterfind(_CERTAINTIES)
    return [one for one in found if is_by_program(one) and pointer in pointers_of(one)]


def pointers_of(certainty: Element) -> list[str]:
    """What *certainty* is about: a turn, and the paragraph in which another may begin to speak."""
    return str(certainty.get("target", "")).split()


def doubtful_turns(
    document: Document, turns: Mapping[str, Element], most: Certainty
) -> Iterator[Doubt]:
    """Of *turns* by their keys, which are those of *document*, the ones that are doubted.

    The choices are others who speak in the text, those nearest to the turn first.
    """
    every = list(turns.values())
    places = {turn: number for number, turn in enumerate(every)}
    for key, turn in turns.items():
        if not is_doubted(turn, most):
            continue
        noted = certainties(document.root, turn)
        cut = where_cut(document.root, turn)
        who = str(turn.get("who", ""))
        yield Doubt(
            key,
            "turn",
            Kind.PERSON,
            who.replace("#", ""),
            str(turn.get("cert", "")),
            who.replace("#", ""),
            _others(every, places[turn]),
            "",
            (),
            " ".join(" ".join("".join(one.itertext()).split()) for one in noted),
            1,
            _context(turn, cut),
            *document.place(turn if cut is None else cut),
            cut=str(cut.get(XML_ID)) if cut is not None else "",
            paragraphs=tuple(
                Paragraph(str(seg.get(XML_ID)), _opening(_words(seg)))
                for seg in list(turn.iterchildren(_SEG))[1:]
                if seg.get(XML_ID)
            ),
        )


def _others(turns: list[Element], at: int) -> tuple[str, ...]:
    """Who else speaks, by identifiers: the nearest to the turn number *at* first."""
    own = str(turns[at].get("who", "")).split()
    nearest = sorted(range(len(turns)), key=lambda other: abs(other - at))
    found = (who for other in nearest for who in str(turns[other].get("who", "")).split())
    return tuple(dict.fromkeys(who.removeprefix("#") for who in found if who not in own))


def _context(turn: Element, cut: Element | None) -> Context:
    """The words with which *cut* begins, or the turn, with those before and after them."""
    above = None if cut is None else next(cut.itersiblings(_SEG, preceding=True), None)
    before = [] if above is None else _words(above)
    words = _words(turn if cut is None else cut)
    start = " ".join(before[-_WORDS:])
    begin = f"{'… ' if len(before) > _WORDS else ''}{start} " if start else ""
    return Context(begin, " ".join(words[:_WORDS]), " …" if len(words) > _WORDS else "")


def _opening(words: list[str]) -> str:
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _words(element: Element) -> list[str]:
    """The words in *element*; between paragraphs there is a SPACE."""
    paragraphs = list(element.iterchildren(_SEG)) or [element]
    return [word for one in paragraphs for word in "".join(p.text for p in pieces(one)).split()]
