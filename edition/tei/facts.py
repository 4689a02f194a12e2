"""What is known of a document: from its transcript, and from the scholar's settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

import msgspec
from lxml.etree import _Element as Element

from edition.settings import Licence, Settings, SourceSettings
from edition.tei.normalisation import normalised
from edition.tei.vocabulary import TEI_NAMESPACE, XML_ID
from edition.transcript.model import Block, Kind, Transcript


class Contradiction(NamedTuple):
    """The settings say *said* of *name*; the transcript or the header has *written*."""

    name: str
    said: str
    written: str


class Facts(msgspec.Struct, frozen=True, dict=True):
    """What the header is made from."""

    transcript: Transcript
    settings: Settings
    people: Mapping[str, str]
    change_date: str | None

    @cached_property
    def stem(self) -> str:
        """The name of the source file without its ending."""
        return PurePath(self.transcript.origin.name).stem

    @cached_property
    def source(self) -> SourceSettings:
        """What the settings say of this transcript."""
        return self.settings.for_transcript(self.stem)

    @cached_property
    def language(self) -> str:
        """The language of the text: the scholar's word, else the convention's."""
        return self.source.language or self.transcript.language

    @cached_property
    def title(self) -> str:
        """The printed title, else the scholar's, else the file's name."""
        printed = normalised(self.transcript.title).strip(" ")
        return printed or self.source.title or self.stem

    @cached_property
    def publisher(self) -> str:
        """Who published the transcript: the scholar's word, else the page's own; or ''."""
        return self.source.publisher or self.transcript.publisher

    @cached_property
    def date(self) -> tuple[str, str]:
        """The meeting's ISO date and the date as printed; both '' if there is none."""
        for block in self.transcript.of_kind(Kind.DATELINE):
            if block.dateline and block.dateline.date and block.dateline.date_span:
                return block.dateline.date, _slice(block, block.dateline.date_span)
        return self.source.date, self.source.date

    @cached_property
    def place(self) -> str:
        """The meeting's place as printed, else the scholar's; or ''."""
        for block in self.transcript.of_kind(Kind.DATELINE):
            if block.dateline and block.dateline.place_span:
                return _slice(block, block.dateline.place_span)
        return self.source.place


def contradictions(facts: Facts) -> Iterator[Contradiction]:
    """Where the settings say of a transcript what it prints otherwise: what is printed is kept."""
    for name, said, printed in (
        ("title", facts.source.title, facts.title),
        ("date", facts.source.date, facts.date[0]),
        ("place", facts.source.place, facts.place),
    ):
        if said and said != printed:
            yield Contradiction(name, said, printed)


def not_in_header(root: Element, settings: Settings, stem: str) -> Iterator[Contradiction]:
    """Where the settings say what the header of the TEI element *root* does not."""
    edition, source = settings.edition, settings.for_transcript(stem)
    publication = "t:teiHeader/t:fileDesc/t:publicationStmt"
    bibl = "t:teiHeader/t:fileDesc/t:sourceDesc/t:bibl"
    wanted = (
        ("version", edition.version, "string(t:teiHeader/t:fileDesc/t:editionStmt/t:edition/@n)"),
        ("publisher", edition.publisher, f"string({publication}/t:publisher)"),
        ("date", edition.date, f"string({publication}/t:date/@when)"),
        ("licence", _target(edition.licence), f"string({publication}//t:licence/@target)"),
        ("publisher of the source", source.publisher, f"string({bibl}/t:publisher)"),
        ("url of the source", source.url, f"string({bibl}/t:idno[@type = 'URI'])"),
        ("accessed", source.accessed, f"string({bibl}/t:date[@type = 'accessed']/@when)"),
        ("licence of the source", _target(source.licence), f"string({bibl}//t:licence/@target)"),
    )
    for name, said, path in wanted:
        written = str(root.xpath(path, namespaces={"t": TEI_NAMESPACE}))
        if said and said != written:
            yield Contradiction(name, said, written)
    known = {element.get(XML_ID) for element in root.iter()}
    for editor in settings.editors:
        if editor.id not in known:
            yield Contradiction("editor", editor.name, "")


def _target(licence: Licence | None) -> str:
    return licence.target if licence else ""


def _slice(block: Block, span: tuple[int, int]) -> str:
    return normalised(block.text[slice(*span)]).strip(" ")
