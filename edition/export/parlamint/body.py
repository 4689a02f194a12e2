"""The text of a document as ParlaMint takes it: sections of turns and comments, nothing inside.

A turn is ``u``, a paragraph ``seg`` with text and comments alone: notes, events, gaps. Whatever
else prints words becomes a note. The words of turns are those of the source reading; a correction,
words supplied and whatever else an editor put in stand beside them as notes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import product

from lxml import etree
from lxml.etree import _Element as Element

from edition.export.opened import Opened
from edition.export.parlamint.building import IDENTIFIER, add, language_of, one_line
from edition.export.parlamint.wording import wording
from edition.tei.concordance import pointers
from edition.tei.edited import edited_text, is_addition
from edition.tei.reading import (
    BREAKS,
    pieces,
    source_text,
    spoken_parts,
)
from edition.tei.vocabulary import TURNS, XML_ID, XML_LANG, local, tei

# Begin a section, and hold what stands in one.
_SECTIONS = frozenset(map(tei, ("front", "body", "back", "div")))
_HOLDERS = frozenset(map(tei, ("text", "group", "titlePage", "docTitle", "argument", "spGrp")))
_EVENTS = frozenset(map(tei, ("kinesic", "vocal", "incident")))
_WORDLESS = frozenset(map(tei, ("lb", "milestone", "anchor", "cb")))
_LOST = frozenset(map(tei, ("pause", "shift", "ptr", "graphic")))
# In a paragraph nobody says what is in these; elsewhere it is printed all the same.
_ASIDE = frozenset(map(tei, ("writing", "fw", "stage", "speaker")))
# Of which the form is lost in a paragraph of ParlaMint, and is told.
_FORMED = frozenset(map(tei, ("lg", "list", "table", "figure", "quote")))
_SPACES = re.compile(r"\s+")
_NOTE, _GAP, _PB, _HEAD, _FW = map(tei, ("note", "gap", "pb", "head", "fw"))
_DESC, _SPEAKER = tei("desc"), tei("speaker")


class Body:
    """The text of *document*, called *identifier* in the corpus.

    *people* are the identifiers in the corpus of those who are listed, by those in the document;
    *roles* are the categories in the corpus, by those in the document. *mapped* counts the
    elements that became notes or lost their form, *lost* what is left out, *unlisted* the pointers
    to persons that ParlaMint does not take; *dangling* are those to a turn that is not there.
    """

    def __init__(
        self,
        document: Opened,
        identifier: str,
        people: Mapping[str, str],
        roles: Callable[[Element], str],
    ) -> None:
        self.mapped: Counter[str] = Counter()
        self.edited: Counter[tuple[str, str]] = Counter()  # element, and type of note
        self.lost: Counter[str] = Counter()
        self.unlisted: Counter[str] = Counter()
        self.dangling: set[str] = set()
        self._identifier = identifier
        self._people = people
        self._roles = roles
        self._seen: set[str] = set()
        self.text = etree.Element(tei("text"))
        self._body = add(self.text, "body")
        self._section = etree.Element(tei("div"))
        text = document.root.find(tei("text"))
        if text is not None:
            self._hold(text)
        self._end_section()
        self._link()

    # Sections

    def _hold(self, holder: Element) -> None:
        """Take what stands in *holder*, which has no words of its own."""
        begins = holder.tag in _SECTIONS
        if begins:
            self._end_section()
            self._copy(holder, self._section)
        self._loose(holder, holder.text)
        for child in holder:
            self._block(child)
            self._loose(holder, child.tail)
        if begins:
            self._end_section()

    def _end_section(self) -> None:
        """Put what stands in the section into the body, if there is anything."""
        section, self._section = self._section, etree.Element(tei("div"))
        if not len(section):
            return
        has_turns = section.find(tei("u")) is not None
        section.set("type", "debateSection" if has_turns else "commentSection")
        if not has_turns and all(child.tag == _HEAD for child in section):
            for head in section:  # which alone are no section
                head.tag = _NOTE
                head.set("type", "head")
        self._body.append(section)

    def _block(self, element: Element) -> None:
        """Take what stands between turns."""
        if not isinstance(element.tag, str):
            return
        if element.tag in _HOLDERS or element.tag in _SECTIONS:
            self._hold(element)
        elif element.tag in TURNS:
            self._turn(element)
        elif element.tag == _HEAD and all(it.tag == _HEAD for it in self._section):
            self._words(add(self._section, "head"), element)
            self._additions(self._section, element)
        else:
            self._comment(self._section, element)

    def _loose(self, holder: Element, text: str | None) -> None:
        """Take words that stand in *holder* where none should."""
        if text and text.strip():
            self.mapped[local(str(holder.tag))] += 1
            add(self._section, "note", text)

    # Turns

    def _turn(self, turn: Element) -> None:
        for label in turn.iterchildren(_SPEAKER):
            self._comment(self._section, label)
        made = etree.Element(tei("u"))
        self._copy(turn, made)
        self._ascribe(turn, made)
        made.set("ana", self._roles(turn))
        for key in ("prev", "next"):
            if to := turn.get(key):
                made.set(key, to)
        self._fill_turn(turn, made)
        if len(made):
            self._section.append(made)
        else:
            self.lost["u"] += 1

    def _link(self) -> None:
        """Let turns point to the turns they go on with, as far as these are here."""
        turns = list(self.text.iter(tei("u")))
        known = {it.get(XML_ID) for it in turns}
        for turn, key in product(turns, ("prev", "next")):
            if not (to := turn.attrib.pop(key, "")):
                continue
            names = [f"{self._identifier}.{it}" for it in pointers(to)]
            if len(names) == 1 and names[0] in known:
                turn.set(key, f"#{names[0]}")
            else:
                self.dangling.add(f'u/@{key}="{to}"')

    def _fill_turn(self, turn: Element, made: Element) -> None:
        parts = spoken_parts(turn)
        if turn in parts:
            self._segment(turn, made, own=False)
            return
        self._aside(turn, turn.text, made)
        for child in turn:
            if child in parts:
                self._segment(child, made, own=True)
            elif isinstance(child.tag, str) and child.tag != _SPEAKER:
                self._comment(made, child)
            self._aside(turn, child.tail, made)

    def _aside(self, turn: Element, text: str | None, made: Element) -> None:
        """Take words in *turn* that stand beside its paragraphs, and are no speech."""
        if text and text.strip():
            self.mapped[local(str(turn.tag))] += 1
            add(made, "note", text)

    def _segment(self, part: Element, turn: Element, *, own: bool) -> None:
        """A paragraph of *turn*; *own* says whether *part* is one in the document, too."""
        made = add(turn, "seg")
        if own:
            self._copy(part, made)
            if part.tag in _FORMED:
                self.mapped[local(str(part.tag))] += 1
        self._fill(part, made)
        _tidy(made)
        if not len(made) and not made.text:
            turn.remove(made)

    def _fill(self, element: Element, made: Element) -> None:
        """Add what is said in *element* to the paragraph *made*, with comments in their places."""
        _append(made, element.text)
        for child in element:
            if is_addition(child):
                self._addition(made, child)
            elif isinstance(child.tag, str):
                self._inside(child, made)
            _append(made, child.tail)

    def _inside(self, child: Element, made: Element) -> None:
        breaks = child.tag in BREAKS and child.get("break") != "no"
        if breaks:
            _append(made, " ")
        if child.tag in _COMMENTS:
            self._comment(made, child)
            return
        if child.tag in _FORMED:
            self.mapped[local(str(child.tag))] += 1
        self._fill(child, made)
        if breaks:
            _append(made, " ")

    # Comments

    def _comment(self, parent: Element, element: Element) -> None:
        """Add to *parent* what is printed and not said: a note, an event, a gap, a page."""
        if element.tag == _PB:
            made = add(parent, "pb")
            self._copy(element, made)
        elif element.tag in _LOST:
            self.lost[local(str(element.tag))] += 1
        elif element.tag in _WORDLESS:
            return
        elif element.tag in _EVENTS or element.tag == _GAP:
            self._event(parent, element)
        else:
            self._note(parent, element)

    def _event(self, parent: Element, element: Element) -> None:
        name = local(str(element.tag))
        key = "reason" if element.tag == _GAP else "type"
        kind = wording()[name].get(element.get(key, ""), "")
        texts = [text for it in element.iterchildren(_DESC) if (text := one_line(source_text(it)))]
        if not texts and element.tag == _GAP:  # which may be there without words
            texts = [element.get(key, "")]
        if kind and texts:
            made = add(parent, name)
            self._copy(element, made)
            made.set(key, kind)
            if element.tag != _GAP:
                self._ascribe(element, made)
            for text in texts:
                add(made, "desc", text)
            self._additions(parent, element)
        else:
            self.mapped[f"{name} type={element.get(key, '')}"] += 1
            self._note(parent, element)

    def _note(self, parent: Element, element: Element) -> None:
        """Add *element* as a note, and what an editor has noted in it as another."""
        name = local(str(element.tag))
        kinds: Mapping[str, str] = wording()["note"]
        own = element.get("type", "") if element.tag in (_NOTE, _FW) else ""
        kind = own or kinds.get(name, name if element.tag != _NOTE else "")
        if element.tag != _NOTE and name not in kinds and element.tag not in _EVENTS:
            self.mapped[name] += 1
        made = add(parent, "note", type=kind if IDENTIFIER.match(kind) else "")
        self._copy(element, made)
        self._words(made, element)
        if not made.text:
            parent.remove(made)
            self.lost[name] += 1
        self._additions(parent, element)

    def _additions(self, parent: Element, element: Element) -> None:
        """Add to *parent* as notes what editors put into *element*."""
        for child in element:
            if is_addition(child):
                self._addition(parent, child)
            else:
                self._additions(parent, child)

    def _addition(self, parent: Element, element: Element) -> None:
        """Add to *parent* as a note what an editor put in: a note, a correction, words supplied."""
        if element.tag == _NOTE:
            self._note(parent, element)
        elif text := one_line(edited_text(element)):
            name = local(str(element.tag))
            kind = wording()["note"][name]
            self._copy(element, add(parent, "note", text, type=kind))
            self.edited[name, kind] += 1

    def _words(self, made: Element, element: Element) -> None:
        made.text = one_line("".join(piece.text for piece in pieces(element))) or None

    # Attributes

    def _copy(self, element: Element, made: Element) -> None:
        """Give *made* the identifier, the number and the language of *element*."""
        own = element.get(XML_ID, "")
        if IDENTIFIER.match(own) and own not in self._seen:
            self._seen.add(own)
            made.set(XML_ID, f"{self._identifier}.{own}")
        if number := element.get("n"):
            made.set("n", number)
        if tag := element.get(XML_LANG):
            made.set(XML_LANG, language_of(tag))

    def _ascribe(self, element: Element, made: Element) -> None:
        """Say who speaks or acts: ParlaMint takes one person, who is listed."""
        who = pointers(element.get("who"))
        if len(who) == 1 and who[0] in self._people:
            made.set("who", f"#{self._people[who[0]]}")
        elif who or element.get("who"):
            self.unlisted[element.get("who", "")] += 1


# What is a comment wherever it stands.
_COMMENTS = _EVENTS | _ASIDE | _LOST | {_NOTE, _GAP, _PB}


def _append(made: Element, text: str | None) -> None:
    """Add *text* at the end of *made*."""
    if not text:
        return
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text


def _tidy(made: Element) -> None:
    """Make white space in the text of *made* one SPACE, and none at its ends."""
    texts = [made.text or "", *(child.tail or "" for child in made)]
    texts = [_SPACES.sub(" ", text) for text in texts]
    texts[0] = texts[0].lstrip(" ")
    texts[-1] = texts[-1].rstrip(" ")
    made.text = texts[0] or None
    for child, tail in zip(made, texts[1:], strict=True):
        child.tail = tail or None
