"""What a scholar decides of the speakers of turns, written into a TEI file.

Not a byte changes but those of the decision, and the header's figures where they were right.
Who decides is named in the header.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from edition.settings import Editor
from edition.tei.decisions import without_entries
from edition.tei.doubted_turns import certainties, pointers_of
from edition.tei.doubts import entries_of, is_by_program
from edition.tei.editing import Edit, Editing
from edition.tei.ids import NUMBERED, following, number_of
from edition.tei.reading import label_of
from edition.tei.registers import is_participant
from edition.tei.responsibility import editor_stated
from edition.tei.units import measure
from edition.tei.vocabulary import XML_ID, tei

_TURN, _NAME = tei("u"), tei("persName")
_HEADER = tei("teiHeader")
_PARTICIPANTS = "/".join(map(tei, ("teiHeader", "profileDesc", "particDesc", "listPerson")))
_USAGE = "/".join(map(tei, ("encodingDesc", "tagsDecl", "namespace", "tagUsage")))
_MEASURE = "/".join(map(tei, ("fileDesc", "extent", "measure")))


def speaker_decided(
    file: Editing, turn: Element, editor: Editor, who: str | None = None
) -> list[Edit]:
    """*turn* is said by whom it names, says *editor*; or by *who*, where that is given.

    The printed label stays; the name in it means nobody, if it is that of another.
    """
    changed = {"cert": "high", "resp": f"#{editor.id}"}
    edits = list(_noted(file, turn, editor))
    if who is not None and f"#{who}" != turn.get("who"):
        changed["who"] = f"#{who}"
        if "#unlabelled" not in turn.get("ana", "").split():
            changed["ana"] = _role_of(file.root, who)
        edits += _label_of_nobody(file, turn)
    return [file.with_attributes(turn, changed), *edits, *editor_stated(file, editor)]


def turn_cut(file: Editing, paragraph: Element, editor: Editor, who: str) -> list[Edit]:
    """The turn around *paragraph* is cut before it, says *editor*: the rest is said by *who*.

    What belongs to the end of the turn, such as the time, goes with the rest.
    """
    turn = paragraph.getparent()
    if turn is None:
        return []
    prefix, own = file.prefix(turn), file.indentation(turn)
    values = {
        "xml:id": _free_identifier(file.root, turn),
        "who": f"#{who}",
        **_continued(turn, who),
        "cert": "high",
        "resp": f"#{editor.id}",
        "end": str(turn.get("end", "")),
    }
    attributes = "".join(f' {name}="{value}"' for name, value in values.items() if value)
    tags = [f"</{prefix}u>", f"<{prefix}u{attributes}>"]
    changed = {"end": ""} if turn.get("end") else {}
    if is_by_program(turn):
        changed |= {"cert": "high", "resp": f"#{editor.id}"}
    return [
        *([file.with_attributes(turn, changed)] if changed else []),
        file.before(paragraph, tags, own),
        *_noted(file, turn, editor),
        *_one_turn_more(file),
        *editor_stated(file, editor),
    ]


def among_participants(file: Editing, who: str) -> list[Edit]:
    """The entry *who* moved from behind the text to the participants, where it is none of them.

    No edits where the header has no list of them.
    """
    entry = entries_of(file.document)[who]
    there = file.root.find(_PARTICIPANTS)
    if is_participant(entry) or there is None or not file.is_open(there):
        return []
    moved = file.last_in(there, file.unindented(entry, file.prefix(there)))
    return [moved, *without_entries(file, [entry])]


def speaking(file: Editing, who: str) -> list[Edit]:
    """The participant *who* is one who speaks, unless another role is named."""
    entry = entries_of(file.document)[who]
    if entry.get("role") or not is_participant(entry):
        return []
    return [file.with_attributes(entry, {"role": "speaker"})]


def _continued(turn: Element, who: str) -> dict[str, str]:
    """The values of what is cut from *turn*: it goes on with the turn before, if *who* says that.

    Else it is unlabelled.
    """
    before = next(turn.itersiblings("{*}*", preceding=True), None)
    if before is not None and before.tag == _TURN and before.get("who") == f"#{who}":
        return {"ana": str(before.get("ana", "")), "prev": f"#{before.get(XML_ID)}"}
    return {"ana": "#unlabelled"}


def _noted(file: Editing, turn: Element, editor: Editor) -> Iterator[Edit]:
    """What the program noted of *turn* is decided by *editor*; of other turns it stays in doubt."""
    own = f"#{turn.get(XML_ID)}"
    turns = {f"#{one.get(XML_ID)}" for one in file.root.iter(_TURN)}
    for certainty in certainties(file.root, turn):
        pointers = pointers_of(certainty)
        if turns.intersection(pointers) == {own}:
            yield file.with_attributes(certainty, {"cert": "high", "resp": f"#{editor.id}"})
        else:
            rest = " ".join(pointer for pointer in pointers if pointer != own)
            yield file.with_attributes(certainty, {"target": rest})


def _role_of(root: Element, who: str) -> str:
    """What other turns of *who* are called; a guest, where there is none."""
    turns = (turn.get("ana") for turn in root.iter(_TURN) if turn.get("who") == f"#{who}")
    return next((str(ana) for ana in turns if ana and ana != "#unlabelled"), "#guest")


def _label_of_nobody(file: Editing, turn: Element) -> Iterator[Edit]:
    label = label_of(turn)
    for name in label.iter(_NAME) if label is not None else ():
        if name.get("ref") in str(turn.get("who", "")).split():
            yield file.with_attributes(name, {"ref": ""})


def _free_identifier(root: Element, turn: Element) -> str:
    """An identifier for the turn that follows *turn*: ``u5a`` after ``u5``."""
    used = {str(one.get(XML_ID)) for one in root.iter("{*}*") if one.get(XML_ID)}
    turns = {name for name in used if NUMBERED.match(name) and name[0] == "u"}
    highest = max(map(number_of, turns), default=0)
    before = str(turn.get(XML_ID))
    return following(before if before in turns else f"u{highest}", highest, used)


def _one_turn_more(file: Editing) -> Iterator[Edit]:
    """The header's figures of turns, where they were right."""
    header = file.root.find(_HEADER)
    number = sum(1 for _ in file.root.iter(_TURN))
    if header is None:
        return
    for usage in header.iterfind(_USAGE):
        if usage.get("gi") == "u" and usage.get("occurs") == str(number):
            yield file.with_attributes(usage, {"occurs": str(number + 1)})
    for one in header.iterfind(_MEASURE):
        if one.get("unit") == "turns" and one.get("quantity") == str(number):
            yield file.with_attributes(one, {"quantity": str(number + 1)})
            if one.text == measure(number, "turns"):
                yield file.with_text(one, measure(number + 1, "turns"))
