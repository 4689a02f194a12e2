"""Decisions carried out in all files that they concern: :func:`rule`."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.names.language import language
from edition.names.model import Kind
from edition.project.keys import Found, found_by, only_one
from edition.project.merging import files_with, merged, texts_with, with_copy_of
from edition.project.reviewing import Review, stand_in_text
from edition.project.schemas import address_of_schemas
from edition.project.speakers import speaker_ruled, turn_ruled_cut
from edition.tei.candidates import new_register
from edition.tei.decisions import Confirm, Decision, Refuse, with_decision
from edition.tei.doubts import is_by_program, keyed_names, name_without_role
from edition.tei.editing import Editing
from edition.tei.named import Named
from edition.tei.registers import (
    REGISTER_OF,
    is_candidate,
    kind_of,
    name_elements,
    refused_words,
    text_of,
)
from edition.tei.verdicts import (
    copy_confirmed,
    decided,
    entry_refused,
    is_referred_to,
    no_names,
    others_referring_to,
)
from edition.tei.vocabulary import XML_ID


class Verdict(StrEnum):
    """What a scholar says of a name, an entry, or the speaker of a turn."""

    RIGHT = "right"
    WRONG = "wrong"
    IS = "is"
    NOT_A_NAME = "not-a-name"
    CUT = "cut"


class Ruling(NamedTuple):
    """The *verdict* on what has the *key* of a doubt; *entry* is who it is, for ``IS``.

    ``NOT_A_NAME`` takes words for a key too. ``CUT`` takes that of a turn, or ``FILE:ID`` of the
    paragraph before which its turn is cut; *entry* says the rest.
    """

    verdict: Verdict
    key: str
    entry: str = ""


def rule(review: Review, ruling: Ruling, by: str | None = None) -> Review:
    """*review* with *ruling* carried out; *by* is the identifier of the editor who decides.

    Raises EditionError: N010–N020, N022–N025; X001–X003, G020, G021, G024 from the files.
    """
    if by is not None:
        review.editor(by)
    if ruling.entry:
        _check_goal(review, ruling)
    after = _carried_out(review, ruling, by)
    for path in after.registers:
        if after.files[path] != review.files.get(path) and not _says_anything(after, path):
            raise EditionError(diagnostic("N022", Place(str(path)), id=ruling.key))
    return after


def _says_anything(review: Review, path: Path) -> bool:
    """Whether the register *path* has an entry or words that name nothing, as it must have."""
    root = review.document(path).root
    return bool(review.entries(path)) or next(refused_words(root), None) is not None


def _carried_out(review: Review, ruling: Ruling, by: str | None) -> Review:
    if ruling.key in review.homes and ruling.verdict is not Verdict.CUT:
        return _on_entry(review, ruling)
    if ruling.verdict is Verdict.CUT:
        after = turn_ruled_cut(review, ruling.key, review.editor(by), ruling.entry)
    elif (turn := only_one(review, ruling.key, review.turns)) is not None:
        after = _on_turn(review, ruling, turn, by)
    elif (name := only_one(review, ruling.key, review.names)) is not None:
        after = _on_name(review, ruling, name, by)
    else:
        after = None
    if after is not None:
        return after
    if ruling.verdict is Verdict.NOT_A_NAME:
        return _on_words(review, " ".join(ruling.key.split()))
    raise EditionError(_unknown(review, "N012", ruling.key))


def _check_goal(review: Review, ruling: Ruling) -> None:
    """Raises EditionError where there is no such entry (N013), or none can refer to it (N020)."""
    identifier = ruling.entry
    if identifier not in review.homes:
        found = _unknown(review, "N013", identifier)
        raise EditionError(replace(found, **_decided_on(review, ruling.key)._asdict()))
    try:
        etree.QName(None, identifier)
    except ValueError:
        entry = review.bearers.entries[identifier]
        place = review.document(review.homes[identifier]).place(entry)
        raise EditionError(diagnostic("N020", place, id=identifier)) from None


def _decided_on(review: Review, key: str) -> Place:
    """Where the name or the entry *key* stands; the folder, if there is not just one."""
    if (home := review.homes.get(key)) is not None:
        return review.document(home).place(review.bearers.entries[key])
    for found in found_by(review, key, review.turns):
        return review.document(found.path).place(review.turns(found.path)[found.key])
    names = found_by(review, key, review.names)
    if len(names) == 1:
        name = review.names(names[0].path)[names[0].key]
        return review.document(names[0].path).place(name.element)
    return Place(str(review.folder))


def _on_turn(review: Review, ruling: Ruling, turn: Found, by: str | None) -> Review:
    """Raises EditionError (N024) where the verdict is none on a turn."""
    if ruling.verdict not in {Verdict.RIGHT, Verdict.IS}:
        place = review.document(turn.path).place(review.turns(turn.path)[turn.key])
        raise EditionError(diagnostic("N024", place, key=turn.key))
    return speaker_ruled(review, turn, review.editor(by), ruling.entry)


def _on_name(review: Review, ruling: Ruling, found: Found, by: str | None) -> Review:
    path, key = found
    name = review.names(path)[key]
    file = review.editing(path)
    element = keyed_names(file.document, path.stem)[key].element
    before = name.ref.removeprefix("#")
    if ruling.verdict is Verdict.NOT_A_NAME:
        return _unless_named(review.edited(path, file, no_names(file, [element])), before)
    ref = {Verdict.RIGHT: None, Verdict.WRONG: ""}.get(ruling.verdict, ruling.entry)
    if ref:
        entry = review.bearers.entries[ref]
        _check_kinds(name.kind, name.words, entry, file.document.place(element))
    edits = decided(file, element, review.editor(by), ref)
    review = review.edited(path, file, edits)
    if ref:
        review = with_copy_of(review, path, ref)
    return review if ref is None else _unless_named(review, before)


def _unless_named(review: Review, identifier: str) -> Review:
    """*review* without the candidate *identifier*, if no name means it any more.

    It stays where a register would have nothing else to say, or a file is not read.
    """
    entry = review.bearers.entries.get(identifier)
    if entry is None or not is_candidate(entry) or review.findings:
        return review
    files = {path: review.editing(path) for path in files_with(review, identifier)}
    if any(is_referred_to(file, identifier) for file in files.values()):
        return review
    after = review
    for path, file in files.items():
        after = after.edited(path, file, entry_refused(file, identifier))
    is_whole = all(_says_anything(after, path) for path in files if path in after.registers)
    return after if is_whole else review


def _check_complete(review: Review) -> None:
    """Raises EditionError (N023) where a file is not read that the decision may concern."""
    for finding in review.findings:
        raise EditionError(diagnostic("N023", Place(finding.file, finding.line, finding.column)))


def _on_entry(review: Review, ruling: Ruling) -> Review:
    _check_complete(review)
    identifier = ruling.key
    entry = review.bearers.entries[identifier]
    place = review.document(review.homes[identifier]).place(entry)
    if ruling.verdict is Verdict.WRONG:
        raise EditionError(diagnostic("N018", place, id=identifier))
    if ruling.verdict is Verdict.RIGHT:
        return _confirmed(review, identifier)
    if not is_candidate(entry):
        raise EditionError(diagnostic("N015", place, id=identifier))
    if ruling.verdict is Verdict.NOT_A_NAME:
        return _refused(review, identifier, entry)
    if ruling.entry == identifier:
        values = {"id": identifier, "other": identifier, "reason": "they are the same"}
        raise EditionError(diagnostic("G024", place, **values))
    other = review.bearers.entries[ruling.entry]
    _check_kinds(kind_of(entry), identifier, other, place)
    review = merged(review, identifier, ruling.entry)
    # Who has a name by a decision is proposed no longer: the names of a proposal are not known to
    # the next encoding, which would propose the same again.
    return _confirmed(review, ruling.entry)


def _confirmed(review: Review, identifier: str) -> Review:
    review = _in_register(review, review.homes[identifier], Confirm(identifier))
    for path in texts_with(review, identifier):
        file = review.editing(path)
        review = review.edited(path, file, copy_confirmed(file, identifier))
    return review


def _refused(review: Review, identifier: str, entry: Element) -> Review:
    """The candidate is gone, and its names are refused but those that another entry has."""
    files = {path: review.editing(path) for path in files_with(review, identifier)}
    for file in files.values():
        for other in others_referring_to(file, identifier):
            place = file.document.place(other)
            raise EditionError(diagnostic("N019", place, id=identifier))
    for path, file in files.items():
        review = review.edited(path, file, entry_refused(file, identifier))
    kind = kind_of(entry)
    for words in map(text_of, name_elements(entry)):
        others = review.bearers.entries.values()
        if not any(kind_of(other) is kind and _is_named(other, words) for other in others):
            review = _words_refused(review, kind, words)
    return review


def _is_named(entry: Element, words: str) -> bool:
    return words in map(text_of, name_elements(entry))


def _on_words(review: Review, words: str) -> Review:
    """*words* name nothing: a candidate of that name is none, and names of these words neither."""
    _check_complete(review)
    refused: set[tuple[Kind, str]] = set()
    for identifier, entry in review.bearers.entries.items():
        if is_candidate(entry) and _is_named(entry, words):
            refused.add((kind_of(entry), words))
            review = _refused(review, identifier, entry)
    for path in review.texts:
        file = review.editing(path)
        names = keyed_names(file.document, path.stem).values()
        gone = [one for one in names if is_by_program(one.element) and _is_called(one, words)]
        refused.update((one.kind, name_without_role(one)) for one in gone)
        review = review.edited(path, file, no_names(file, [one.element for one in gone]))
    if not refused:
        return _never_marked(review, words)
    for kind, name in sorted(refused):
        review = _words_refused(review, kind, name)
    return review


def _never_marked(review: Review, words: str) -> Review:
    """*words*, which no name here has, are refused beforehand, in the first register there is.

    Raises EditionError (N012) where no text has them: then they are a mistake.
    """
    name = _without_role(words, review.settings.source.language or "en")
    roots = [review.document(path).root for path in review.registers]
    if any(name in refused_words(root) for root in roots):
        return review
    if not stand_in_text(review, words):
        raise EditionError(_unknown(review, "N012", words))
    registers = {path.stem for path in review.registers}
    kinds = [kind for kind in Kind if REGISTER_OF[kind] in registers]
    return _words_refused(review, kinds[0] if kinds else Kind.PERSON, name)


def _without_role(words: str, code: str) -> str:
    """*words* without the honorifics and offices before a name in the language *code*."""
    lists = language(code)
    roles = lists.honorifics | lists.offices if lists else frozenset[str]()
    rest = words.split(" ")
    while len(rest) > 1 and rest[0] in roles:
        del rest[0]
    return " ".join(rest)


def _is_called(one: Named, words: str) -> bool:
    return words in (one.words, name_without_role(one))


def _words_refused(review: Review, kind: Kind, words: str) -> Review:
    """The register of *kind* says that *words* name nothing; it is made where there is none."""
    path = review.folder / f"{REGISTER_OF[kind]}.xml"
    if path not in review.files:
        data = new_register(kind, review.settings, address_of_schemas(path))
        file = Editing(data, str(path))
        # A list without entries is not valid.
        review = review.edited(path, file, [file.without(file.root[-1][0])])
    return _in_register(review, path, Refuse(words))


def _in_register(review: Review, path: Path, decision: Decision) -> Review:
    """*decision* carried out in the register *path*; nothing is done where that is a text."""
    if path not in review.registers:
        return review
    return review.with_file(path, with_decision(review.files[path], decision, name=str(path)))


def _check_kinds(kind: Kind, words: str, entry: Element, place: Place) -> None:
    """Raises EditionError (N014) where *words*, which name a *kind*, cannot mean *entry*."""
    other = kind_of(entry)
    if kind is not other:
        identifier = entry.get(XML_ID)
        raise EditionError(
            diagnostic("N014", place, words=words, kind=kind, id=identifier, other=other)
        )


def _unknown(review: Review, code: str, word: str) -> Diagnostic:
    keys = review.open_keys if code == "N012" else ()
    found = get_close_matches(word, [*review.homes, *keys], 1)
    advice = f"Did you mean {found[0]}?" if found else "“edition review --all” lists what there is."
    return diagnostic(code, Place(str(review.folder)), key=word, advice=advice)
