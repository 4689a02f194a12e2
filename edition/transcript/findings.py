"""What a person should look at in a transcript as it was read: doubts, gaps, guesses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from pathlib import PurePath
from typing import NamedTuple

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.transcript.decode import Decoded
from edition.transcript.induced import Induced
from edition.transcript.inputs.characters import CONTROLS, count_controls
from edition.transcript.model import Block, Kind, LostLabel, Speaker, Turn
from edition.transcript.notes import OTHER
from edition.transcript.people import Inferred
from edition.transcript.run_in import further_answer
from edition.transcript.unknown_brackets import unknown_brackets

_EXCERPT = 60  # characters
_BREAK = re.compile("[\x0b\x0c]")  # of a line or page
_FEWEST_TURNS = 5  # show how long a turn is
_INFERRED = {
    "given_name": "T039",
    "examination": "T042",
    "held": "T045",
    "misprinted": "T047",
    "print": "T062",
}
_INFERRED_KINDS = {
    Kind.HEADING: "T046",
    Kind.PULLQUOTE: "T028",
    Kind.STAGE: "T048",
    Kind.EDITORIAL: "T048",
}
_MANY_WORDS = 3000
_MOST_TOLD = 20  # labels that may be none, one by one
_LABEL_END = re.compile(r"[:.\])>|\t]| [-–—] ")
_LONGER = 20  # times the words of most turns
# In a note: somebody's name and what is said; or anything, and a sentence with its stop.
_SAID = re.compile(
    r"\b[^\W\d_a-z][\w.’'-]*[)\]]?: *\S+ +\S+ +\S|\w[.)\]]?: *[^\s\w]?[^\W\d_a-z]\S* +\S+ +.*[.!?…]"
)
_TEXT = frozenset({Kind.SPEECH, Kind.PROSE, Kind.LEAD})


class Read(NamedTuple):
    """A transcript read; *foot* is the line with which the foot of the page begins.

    *doubted*, *maybe_places*, *apart*, *maybe_two*, *respelt*, *shortened* and
    *inferred* have the numbers of lines; the last two say whose key the abbreviation or label
    there stands for. *asking* says that one speaker asks and another answers, *disordered* that
    times of a recording do not follow one another.
    """

    decoded: Decoded
    blocks: tuple[Block, ...]
    turns: tuple[Turn, ...]
    lost: tuple[LostLabel, ...]
    names: Mapping[str, str]
    speakers: tuple[Speaker, ...]
    doubted: frozenset[int]
    foot: int | None
    maybe_places: frozenset[int]
    apart: Mapping[int, str]
    maybe_two: Mapping[int, str]
    shortened: Mapping[int, str]
    respelt: Mapping[int, tuple[str, str]]
    inferred: Mapping[int, Inferred]
    asking: bool
    disordered: bool
    unspoken: frozenset[int]
    footnoted: frozenset[int]
    induced: Induced
    language: str  # that the small words tell


def findings_in(read: Read) -> Iterator[Diagnostic]:
    """Every finding in *read*, kind by kind."""
    name = read.decoded.name
    kinds = {block.kind for block in read.blocks}
    yield from _left_out(read.decoded)
    if not read.turns:
        yield diagnostic("T021", Place(name))
    for code, kind in (("T022", Kind.TITLE), ("T023", Kind.DATELINE)):
        if kind not in kinds:
            yield diagnostic(code, Place(name), stem=PurePath(name).stem)
    if read.language:
        stem = PurePath(name).stem
        yield diagnostic("T068", Place(name), language=read.language, stem=stem)
    if read.disordered:
        yield diagnostic("T041", Place(name))
    if read.foot is not None:
        yield diagnostic("T027", Place(name, read.foot), last=len(read.decoded.lines))
    yield from _of_many_lines(read)
    yield from _of_doubted(read)
    yield from _of_people(read)
    yield from _of_long_turns(read)
    for lost in read.lost:
        yield _lost(lost, read)
    for block in _after_separators(read.blocks):
        yield diagnostic("T032", Place(name, block.line), excerpt=block.text[:_EXCERPT])
    for block in read.blocks:
        yield from _in_block(block, read)
    yield from _of_brackets(read)


def _of_many_lines(read: Read) -> Iterator[Diagnostic]:
    """What is said once of many lines: that they are footnotes, or have labels by their print."""
    if read.induced.labels and read.turns:
        shown = read.induced
        yield diagnostic(
            "T061",
            Place(read.decoded.name, read.turns[0].line),
            count=len(read.turns),
            speakers=shown.speakers,
            people=shown.people,
            answers=shown.answers,
            called=shown.called,
            excerpt=read.decoded.plain[read.turns[0].line - 1][:_EXCERPT],
        )
    unsaid = [block for block in read.blocks if block.label and not block.label.end]
    if unsaid:
        place = Place(read.decoded.name, unsaid[0].line)
        excerpt = unsaid[0].text[:_EXCERPT]
        yield diagnostic("T067", place, count=len(unsaid), excerpt=excerpt)
    if read.footnoted:
        first = min(read.footnoted)
        excerpt = read.decoded.plain[first - 1][:_EXCERPT]
        place = Place(read.decoded.name, first)
        yield diagnostic("T049", place, count=len(read.footnoted), excerpt=excerpt)


def _of_doubted(read: Read) -> Iterator[Diagnostic]:
    """The lines that only look as if they had a label: one for each label, the rest summed up."""
    name = read.decoded.name
    alike: dict[str, list[Block]] = {}
    for block in read.blocks:
        if block.line in read.doubted and block.kind in _TEXT:
            alike.setdefault(_LABEL_END.split(block.text.strip(), maxsplit=1)[0], []).append(block)
    kinds = [*alike.values()]
    for first, *others in kinds[:_MOST_TOLD]:
        more = f" (lines below that begin alike: {len(others):,})" if others else ""
        yield diagnostic("T025", Place(name, first.line), more=more, excerpt=first.text[:_EXCERPT])
    rest = [block for blocks in kinds[_MOST_TOLD:] for block in blocks]
    if rest:
        excerpt = rest[0].text[:_EXCERPT]
        yield diagnostic("T064", Place(name, rest[0].line), count=f"{len(rest):,}", excerpt=excerpt)


def _of_brackets(read: Read) -> Iterator[Diagnostic]:
    """The brackets in speech of which nothing shows what they are, one of each kind."""
    for block, start, bracket in unknown_brackets(read.blocks):
        yield diagnostic("T059", Place(read.decoded.name, *block.place(start)), excerpt=bracket)


def _left_out(decoded: Decoded) -> Iterator[Diagnostic]:
    """The lines with characters that XML cannot hold, and once that breaks become spaces."""
    whole = "\n".join(decoded.lines)
    if not count_controls(whole):
        return
    if breaks := whole.count("\x0b") + whole.count("\x0c"):
        first = next(i for i, line in enumerate(decoded.lines, 1) if _BREAK.search(line))
        at = _BREAK.search(decoded.lines[first - 1])
        column = at.start() + 1 if at else 1
        yield diagnostic("T063", Place(decoded.name, first, column), count=f"{breaks:,}")
    for number, line in enumerate(decoded.lines, 1):
        found = [match for match in CONTROLS.finditer(line) if match[0] not in "\x0b\x0c"]
        if found:
            codes = ", ".join(dict.fromkeys(f"U+{ord(match[0]):04X}" for match in found))
            place = Place(decoded.name, number, found[0].start() + 1)
            yield diagnostic("T060", place, count=len(found), codes=codes)


def _of_long_turns(read: Read) -> Iterator[Diagnostic]:
    """Turns so much longer than most that a label may be missing in them."""
    if len(read.turns) < _FEWEST_TURNS:
        return
    characters, words = [0] * len(read.turns), [0] * len(read.turns)
    spoken = [(block.turn, block.text) for block in read.blocks if block.turn is not None]
    for number, text in spoken:
        characters[number] += len(text) + 1
    if max(characters) < _MANY_WORDS * 2:  # a word has a letter and a space
        return
    for number, text in spoken:
        words[number] += len(text.split())
    usual = sorted(words)[len(words) // 2]
    for turn, count in zip(read.turns, words, strict=True):
        if count >= _MANY_WORDS and count >= usual * _LONGER:
            place = Place(read.decoded.name, turn.line)
            excerpt = read.decoded.plain[turn.line - 1][:_EXCERPT]
            yield diagnostic("T037", place, words=f"{count:,}", usual=f"{usual:,}", excerpt=excerpt)


def _of_people(read: Read) -> Iterator[Diagnostic]:
    """One person with titles that differ, and one who may be another."""
    name = read.decoded.name
    for speaker in read.speakers:
        if any(not _agree(a, b) for a, b in combinations(speaker.titles, 2)):
            titles = "”, “".join(speaker.titles)
            yield diagnostic("T029", Place(name), name=speaker.name, titles=titles)
    for number, (printed, known) in read.respelt.items():
        yield diagnostic("T036", Place(name, number), name=printed, known=known)
    for number, key in read.shortened.items():
        line = read.decoded.plain[number - 1]
        yield diagnostic("T035", Place(name, number), name=read.names[key], excerpt=line[:_EXCERPT])
    if read.asking:
        yield diagnostic("T040", Place(name, read.turns[0].line))
    first = {
        (found, number if found.why == "misprinted" else 0): number
        for number, found in reversed([*read.inferred.items()])
        if found.why in _INFERRED and not (found.why == "print" and read.induced.labels)
    }
    for (found, _), number in first.items():
        excerpt, known = read.decoded.plain[number - 1][:_EXCERPT], read.names[found.key]
        yield diagnostic(_INFERRED[found.why], Place(name, number), name=known, excerpt=excerpt)
    for number, title in read.maybe_two.items():
        line = read.decoded.plain[number - 1]
        yield diagnostic("T057", Place(name, number), title=title, excerpt=line[:_EXCERPT])
    for number, full in read.apart.items():
        line = read.decoded.plain[number - 1]
        yield diagnostic("T030", Place(name, number), names=full, excerpt=line[:_EXCERPT])


def _after_separators(blocks: Sequence[Block]) -> Iterator[Block]:
    """Paragraphs without label that follow an ornament inside a turn."""
    filled = (block for block in blocks if block.kind is not Kind.BLANK)
    for before, block in pairwise(filled):
        if before.kind is Kind.SEPARATOR and block.kind is Kind.SPEECH and block.label is None:
            yield block


def _agree(title: str, other: str) -> bool:
    """Whether one is the beginning of the other: "Patriarch", "Patriarch of Moscow"."""
    return title.startswith(other) or other.startswith(title)


def _in_block(block: Block, read: Read) -> Iterator[Diagnostic]:
    name, line = read.decoded.name, block.line
    if line in read.unspoken:
        yield diagnostic("T044", Place(name, line), excerpt=block.text[:_EXCERPT])
    if block.label is not None and block.label.several:
        yield diagnostic("T043", Place(name, line), excerpt=block.text[:_EXCERPT])
    if block.label is not None and block.label.generic and (at := further_answer(block.text)) > 0:
        excerpt = block.text[at : at + _EXCERPT]
        yield diagnostic("T066", Place(name, *block.place(at)), excerpt=excerpt)
    if line in read.maybe_places and block.kind is Kind.LEAD:
        yield diagnostic("T031", Place(name, line), excerpt=block.text[:_EXCERPT])
    if block.summarised is not None and block.summarised.evidence == "words":
        words = block.text[block.summarised.start : block.summarised.end]
        yield diagnostic("T033", Place(name, *block.place(block.summarised.start)), name=words)
    if block.inferred:
        yield diagnostic(
            _INFERRED_KINDS[block.kind], Place(name, line), excerpt=block.text[:_EXCERPT]
        )
    yield from _in_brackets(block, name)


def _in_brackets(block: Block, name: str) -> Iterator[Diagnostic]:
    """The notes in brackets that may be speech, or of which nothing says what they tell of."""
    for span in block.spans:
        if span.inferred:
            excerpt = block.text[span.start : span.end][:_EXCERPT]
            yield diagnostic("T058", Place(name, *block.place(span.start)), excerpt=excerpt)
    starts = [span.start for span in block.spans if span.event == OTHER]
    for start in [0, *starts] if block.event == OTHER else starts:
        excerpt = block.text[start : start + _EXCERPT]
        if _SAID.search(block.text, start, _end_of_note(block, start)):
            yield diagnostic("T038", Place(name, *block.place(start)), excerpt=excerpt)
        yield diagnostic("T024", Place(name, *block.place(start)), excerpt=excerpt)


def _end_of_note(block: Block, start: int) -> int:
    """Where the note ends that begins at character *start* of *block*."""
    return next((span.end for span in block.spans if span.start == start), len(block.text))


def _lost(lost: LostLabel, read: Read) -> Diagnostic:
    line = lost.likely or lost.next_label
    turn = read.turns[lost.turn]
    return diagnostic(
        "T020",
        Place(read.decoded.name, line),
        excerpt=read.decoded.plain[line - 1][:_EXCERPT],
        speaker=read.names[turn.speaker or ""],
        line=turn.line,
        next_label=lost.next_label,
        where=lost.where,
        likely=f"Line {lost.likely} opens as a new speaker would. " if lost.likely else "",
    )
