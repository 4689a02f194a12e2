"""Decisions about who speaks, carried out in the file of the turn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml.etree import _Element as Element

from edition.diagnostic import EditionError, diagnostic
from edition.names.model import Kind
from edition.project.keys import Found, Keyed, only_one
from edition.project.merging import with_copy_of
from edition.project.reviewing import Review
from edition.settings import Editor
from edition.tei.doubted_turns import keyed_paragraphs, keyed_turns, where_cut
from edition.tei.registers import kind_of
from edition.tei.speakers_decided import among_participants, speaker_decided, speaking, turn_cut
from edition.tei.vocabulary import tei

_TURN, _SEG = tei("u"), tei("seg")


def speaker_ruled(review: Review, turn: Found, editor: Editor, who: str = "") -> Review:
    """*turn* is said by *who*, or by whom it names where that is ''. Raises EditionError (N014)."""
    path, key = turn
    file = review.editing(path)
    element = keyed_turns(file.document, path.stem)[key]
    if who:
        _check_speaks(review, path, element, who)
    edits = speaker_decided(file, element, editor, who or None)
    after = review.edited(path, file, edits)
    return _with_participant(after, path, who) if who else after


def turn_ruled_cut(review: Review, key: str, editor: Editor, who: str) -> Review | None:
    """The turn is cut at *key*, of a paragraph or a doubt; the rest is said by *who*.

    None where nothing has the key. Raises EditionError (N014, N016, N025).
    """
    found = only_one(review, key, review.turns) or only_one(review, key, _paragraphs(review))
    if found is None:
        return None
    path = found.path
    file = review.editing(path)
    turn = keyed_turns(file.document, path.stem).get(found.key)
    paragraph = (
        keyed_paragraphs(file.document, path.stem)[found.key]
        if turn is None
        else where_cut(file.root, turn)
    )
    if paragraph is not None and _begins_turn_of(paragraph, who):
        return review  # it was cut there already
    if paragraph is None or not _is_within_turn(paragraph):
        at = turn if turn is not None else paragraph
        place = file.document.place(at if at is not None else file.root)
        raise EditionError(diagnostic("N025", place, key=key))
    _check_speaks(review, path, paragraph, who)
    after = review.edited(path, file, turn_cut(file, paragraph, editor, who))
    return _with_participant(after, path, who)


def _with_participant(review: Review, path: Path, who: str) -> Review:
    """*review* with *who* among the participants that the file *path* lists, as one who speaks."""
    review = with_copy_of(review, path, who)
    for edits in (among_participants, speaking):
        file = review.editing(path)
        review = review.edited(path, file, edits(file, who))
    return review


def _paragraphs(review: Review) -> Keyed:
    def keyed(path: Path) -> Mapping[str, Element]:
        return keyed_paragraphs(review.document(path), path.stem)

    return keyed


def _is_within_turn(paragraph: Element) -> bool:
    """Whether *paragraph* stands in a turn, with another before it."""
    above = paragraph.getparent()
    before = next(paragraph.itersiblings(_SEG, preceding=True), None)
    return above is not None and above.tag == _TURN and before is not None


def _begins_turn_of(paragraph: Element, who: str) -> bool:
    """Whether *paragraph* begins a turn of *who* that has no label."""
    turn = paragraph.getparent()
    if turn is None or turn.tag != _TURN or turn.get("who") != f"#{who}":
        return False
    is_cut = bool(turn.get("prev")) or "#unlabelled" in turn.get("ana", "").split()
    return is_cut and not _is_within_turn(paragraph)


def _check_speaks(review: Review, path: Path, at: Element, who: str) -> None:
    """Raises EditionError (N014) where *who* is nobody who could speak *at* this place."""
    kind = kind_of(review.bearers.entries[who])
    if kind is not Kind.PERSON:
        words = at.get("who", "who speaks").replace("#", "")
        values = {"words": words, "kind": Kind.PERSON, "id": who}
        place = review.document(path).place(at)
        raise EditionError(diagnostic("N014", place, **values, other=kind))
