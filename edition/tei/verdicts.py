"""What a scholar decides of names in a TEI file, and of the entries that it has copies of.

Not a byte changes but those of the decision, and the header's count of elements where it was
right before. Who decides is named in the header.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from edition.names.model import Kind
from edition.settings import Editor
from edition.tei.decisions import confirmed, without_entries
from edition.tei.doubts import entries_of, is_by_program
from edition.tei.editing import Edit, Editing
from edition.tei.entries import LISTS
from edition.tei.figures import TAGS
from edition.tei.named import kind_of_name
from edition.tei.registers import NO_POINTERS, is_candidate, is_participant, kind_of
from edition.tei.responsibility import editor_stated
from edition.tei.vocabulary import tei

_USAGE = f"{TAGS}/{tei('tagUsage')}"
_ROLE, _TEXT, _STAND_OFF = tei("roleName"), tei("text"), tei("standOff")
_AFFILIATION = tei("affiliation")


def decided(file: Editing, name: Element, editor: Editor, ref: str | None = None) -> list[Edit]:
    """The name *name* is right, says *editor*: with *ref*, where it refers to that entry.

    With the *ref* '' it refers to none.
    """
    changed = {} if ref is None else {"ref": f"#{ref}" if ref else ""}
    changed |= {"cert": "", "resp": f"#{editor.id}"}
    return [file.with_attributes(name, changed), *editor_stated(file, editor)]


def no_names(file: Editing, names: Sequence[Element]) -> list[Edit]:
    """The elements *names* name nothing: their words stay, without a mark, as do honorifics."""
    gone = [*names]
    for name in names:
        gone += [role for role in name.iterchildren(_ROLE) if not role.attrib]
    edits = [edit for element in gone for edit in file.unwrapped(element)]
    return [*edits, *_counted(file, Counter(element.tag for element in gone))]


def copy_confirmed(file: Editing, identifier: str) -> list[Edit]:
    """The copy of the entry *identifier*, if there is one, is a candidate no longer."""
    entry = entries_of(file.document).get(identifier)
    return confirmed(file, entry) if entry is not None else []


def referring_to(file: Editing, old: str, new: str) -> list[Edit]:
    """Everything that refers to the candidate *old* refers to *new*; the copy of *old* goes."""
    edits = []
    copy = entries_of(file.document).get(old)
    for element in file.root.iter("{*}*"):
        if copy is not None and _is_within(element, copy):
            continue
        changed = {str(key): value for key, value in _pointing(element, old, new)}
        if changed:
            edits.append(file.with_attributes(element, changed))
    return [*edits, *(without_entries(file, [copy]) if copy is not None else [])]


def without_meeting(file: Editing, identifier: str) -> list[Edit]:
    """The entry *identifier* without what a participant was in one meeting: role, dated office."""
    entry = entries_of(file.document)[identifier]
    offices = [office for office in entry.iterchildren(_AFFILIATION) if office.get("when")]
    return [*map(file.without, offices), file.with_attributes(entry, {"role": ""})]


def in_place_of_participant(file: Editing, old: str, new: str) -> list[Edit]:
    """The entry *new*, which *file* has elsewhere, moved to where the participant *old* stands.

    No edits where there is no such participant, or *new* is one too or not in *file*.
    """
    entries = entries_of(file.document)
    participant, entry = entries.get(old), entries.get(new)
    if participant is None or entry is None:
        return []
    if is_participant(entry) or not is_participant(participant):
        return []
    moved = file.replaced(participant, file.unindented(entry, file.prefix(participant)))
    return [moved, *without_entries(file, [entry])]


def entry_refused(file: Editing, identifier: str) -> list[Edit]:
    """The entry *identifier* is nobody: the copy goes, and the marks that a program made."""
    copy = entries_of(file.document).get(identifier)
    gone = [copy] if copy is not None and is_candidate(copy) else []
    names = [name for name in _program_names(file) if name.get("ref") == f"#{identifier}"]
    return [*no_names(file, names), *without_entries(file, gone)]


def with_copy(file: Editing, home: Editing, entry: Element) -> list[Edit]:
    """A copy of *entry*, which is in the file *home*, put last in the list of ``standOff``."""
    kind = kind_of(entry)
    stand_off = file.root.find(_STAND_OFF)
    if stand_off is not None and file.is_open(stand_off):
        entries = stand_off.findall(tei(LISTS[kind]))
        if entries and file.is_open(entries[-1]):
            return [file.last_in(entries[-1], home.unindented(entry, file.prefix(entries[-1])))]
        lines = home.unindented(entry, file.prefix(stand_off))
        return [file.last_in(stand_off, _listed(file, stand_off, kind, lines))]
    text = file.root.find(_TEXT)
    after = text if text is not None else file.root[-1]
    prefix = file.prefix(after)
    lines = _listed(file, after, kind, home.unindented(entry, prefix))
    within = [f"  {line}" for line in lines]
    return [file.after(after, [f"<{prefix}standOff>", *within, f"</{prefix}standOff>"])]


def is_referred_to(file: Editing, identifier: str) -> bool:
    """Whether anything but its copy refers to the entry *identifier*, or it takes part."""
    copy = entries_of(file.document).get(identifier)
    if copy is not None and is_participant(copy):
        return True
    return any(
        any(_pointing(element, identifier, ""))
        for element in file.root.iter("{*}*")
        if copy is None or not _is_within(element, copy)
    )


def others_referring_to(file: Editing, identifier: str) -> Iterator[Element]:
    """What refers to the entry *identifier*, but its copy and the names a program marked."""
    copy = entries_of(file.document).get(identifier)
    by_program = set(_program_names(file))
    for element in file.root.iter("{*}*"):
        is_own = element in by_program or (copy is not None and _is_within(element, copy))
        if not is_own and any(_pointing(element, identifier, "")):
            yield element


def _listed(file: Editing, beside: Element, kind: Kind, lines: list[str]) -> list[str]:
    tag = f"{file.prefix(beside)}{LISTS[kind]}"
    return [f"<{tag}>", *(f"  {line}" for line in lines), f"</{tag}>"]


def _program_names(file: Editing) -> Iterator[Element]:
    text = file.root.find(_TEXT)
    for element in text.iter("{*}*") if text is not None else ():
        if kind_of_name(element) is not None and is_by_program(element):
            yield element


def _pointing(element: Element, old: str, new: str) -> Iterator[tuple[str, str]]:
    for key, value in element.items():
        words = str(value).split()
        if f"#{old}" in words and key not in NO_POINTERS:
            replaced = (f"#{new}" if word == f"#{old}" else word for word in words)
            yield str(key), " ".join(dict.fromkeys(replaced))


def _is_within(element: Element, outer: Element) -> bool:
    return element is outer or outer in element.iterancestors()


def _counted(file: Editing, gone: Counter[object]) -> Iterator[Edit]:
    """The header's figures of elements that are fewer now, where they were right."""
    text = file.root.find(_TEXT)
    for usage in file.root.iterfind(_USAGE):
        tag = tei(usage.get("gi", ""))
        fewer = gone.get(tag, 0)
        before = sum(1 for _ in text.iterdescendants(tag)) if fewer and text is not None else 0
        if fewer and usage.get("occurs") == str(before):
            if before == fewer:
                yield file.without(usage)
            else:
                yield file.with_attributes(usage, {"occurs": str(before - fewer)})
