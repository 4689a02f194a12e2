"""From bytes to Transcript: :func:`read`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.transcript.blocks import Blocks
from edition.transcript.convention import Convention
from edition.transcript.convention_files import Conventions
from edition.transcript.convention_tables import Heading
from edition.transcript.decode import Decoded, decode, plain
from edition.transcript.detection import choose
from edition.transcript.doubts import names_doubted
from edition.transcript.edges import Edges
from edition.transcript.findings import Read, findings_in
from edition.transcript.headings import MARKED, headings_in
from edition.transcript.heard_or_speaking import without_speakers
from edition.transcript.inputs.formats import Format
from edition.transcript.labelled import Labelled, labelled
from edition.transcript.lost import lost_labels
from edition.transcript.model import Block, Kind, Origin, Transcript
from edition.transcript.pages import NO_PAGES, Pages, pages_of
from edition.transcript.people import People
from edition.transcript.recording import recorded_times
from edition.transcript.unmarked_headings import UNMARKED, headings_before_labels
from edition.transcript.written_language import written_language


def read(
    data: bytes,
    name: str,
    convention: str | None = None,
    *,
    conventions: Conventions | None = None,
    language: str = "",
) -> Transcript:
    """The transcript in *data*, as *convention* prints it (default: chosen by the text).

    *name* is the file's name, for findings and the header; *convention* is one of *conventions*
    (default: those of the program); *language* is that of the text, where somebody says it. Raises
    EditionError where the bytes are no plain text (T001–T006) or there is no such convention
    (T010).
    """
    decoded = decode(data, name)
    pages = pages_of(decoded.plain) if decoded.format is Format.TEXT else NO_PAGES
    conventions = conventions or Conventions()
    if convention is None:
        rules, findings = _chosen(pages.without(decoded), conventions)
    elif convention in conventions.names():
        rules, findings = conventions.load(convention), []
    else:
        known = ", ".join(conventions.names())
        raise EditionError(diagnostic("T010", Place(name), name=convention, known=known))
    return _transcript(decoded, pages, rules, findings, language)


def _chosen(decoded: Decoded, conventions: Conventions) -> tuple[Convention, list[Diagnostic]]:
    """The convention that explains *decoded* best; what shows it is told, never silent."""
    choice = choose(decoded, conventions)
    title = choice.convention.title
    if choice.line is not None:
        place = Place(decoded.name, choice.line)
        excerpt = decoded.plain[choice.line - 1][:80]
        return choice.convention, [diagnostic("T026", place, title=title, excerpt=excerpt)]
    place = Place(decoded.name)
    if choice.runner_up is None:
        return choice.convention, [diagnostic("T026", place, title=title)]
    margin, other = f"{choice.margin:.0%}", choice.runner_up.title
    found = diagnostic("T034", place, title=title, runner_up=other, margin=margin)
    return choice.convention, [found]


def _transcript(
    decoded: Decoded,
    pages: Pages,
    convention: Convention,
    chosen: Sequence[Diagnostic],
    language: str,
) -> Transcript:
    """*decoded* under *convention*, with everything in it checked and counted.

    *language* is that which somebody says, or ''.
    """
    stated = language or _stated_language(decoded, convention)
    convention = without_speakers(convention, decoded.plain)
    text = labelled(pages.without(decoded.matter()), convention, pages)
    headings = _headings(decoded, text, convention)
    edges = Edges(text, headings, convention, decoded.format)
    doubted = names_doubted(text.layout.plain, text.doubted, convention)
    people = People(text.layout.plain, text.labels, convention, doubted=doubted)
    making = Blocks(decoded, text, convention, pages, headings=headings, edges=edges, people=people)
    blocks, turns = making.made()
    lost = lost_labels(blocks, turns, convention)
    times = recorded_times(blocks, convention)
    lines = text.layout.lines
    read = Read(
        decoded=decoded,
        blocks=blocks,
        turns=turns,
        lost=lost,
        names=people.names,
        speakers=people.speakers(),
        doubted=frozenset(lines[index] for index in text.doubted),
        foot=lines[edges.foot] if edges.foot < len(lines) else None,
        maybe_places=frozenset(lines[index] for index in edges.maybe_places),
        respelt={lines[index]: pair for index, pair in people.respelt.items()},
        shortened={lines[index]: key for index, key in people.shortened.items()},
        disordered=times is None,
        unspoken=frozenset(making.unspoken),
        footnoted=making.footnoted,
        induced=text.induced,
        language="" if stated else written_language(decoded.plain),
        asking=people.asking,
        inferred={lines[index]: found for index, found in people.inferred.items()},
        maybe_two={lines[index]: title for index, title in people.maybe_two.items()},
        apart={lines[index]: full for index, full in people.apart.items()},
    )
    findings = sorted(findings_in(read), key=lambda found: (found.line, found.column))
    return Transcript(
        origin=_origin(decoded),
        convention=convention.name,
        language=stated or read.language or convention.language,
        publisher=_publisher(blocks, convention),
        blocks=blocks,
        turns=turns,
        speakers=read.speakers,
        lost_labels=lost,
        doubted_labels=tuple(
            block.line
            for index, block in enumerate(blocks)
            if index in text.doubted and block.turn is not None
        ),
        diagnostics=(*decoded.diagnostics, *chosen, *findings),
        times={i + 1: given for i, given in decoded.times.items()} or times or {},
    )


def _headings(decoded: Decoded, text: Labelled, convention: Convention) -> Mapping[int, Heading]:
    """The headings by the convention and by the format of the file, and who presides or asks."""
    found = headings_in(text.layout.plain, text.labels, convention)
    for index, line in enumerate(text.layout.lines if decoded.headings else ()):
        if line - 1 in decoded.headings and index not in text.labels:
            found.setdefault(index, MARKED)
    plain = text.layout.plain
    chairs = [i for i, line in enumerate(plain) if convention.presiding_in(line) is not None]
    found |= dict.fromkeys([*chairs, *text.examiners], MARKED)
    if convention.short_headings or convention.marks.directions:
        return found
    unmarked = headings_before_labels(plain, text.labels, convention)
    return {**dict.fromkeys(unmarked, UNMARKED), **found}


def _stated_language(decoded: Decoded, convention: Convention) -> str:
    """The language of the maker, else that in which the file says it is written; '' if neither."""
    return convention.language if convention.language not in ("", "und") else decoded.language


def _origin(decoded: Decoded) -> Origin:
    return Origin(
        name=decoded.name,
        sha256=decoded.sha256,
        size=len(decoded.data),
        encoding=decoded.encoding,
        byte_order_mark=decoded.byte_order_mark,
        line_ends=decoded.line_ends,
        format=decoded.format,
        tools=decoded.tools,
    )


def _publisher(blocks: Sequence[Block], convention: Convention) -> str:
    """Who printed the record, by the lines of its page."""
    chrome = (plain(block.text).strip(" ") for block in blocks if block.kind is Kind.CHROME)
    return next(filter(convention.chrome.is_publisher, chrome), "")
