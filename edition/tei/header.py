"""``teiHeader``: what the transcript and the scholar's settings say, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from lxml import etree
from lxml.etree import _Element as Element

from edition.rights.agreement import all_reserved
from edition.settings import Edition, Editor, Licence, Settings, SourceLicence
from edition.tei.entries import Copy
from edition.tei.facts import Facts
from edition.tei.inline import element
from edition.tei.normalisation import normalisations, normalised
from edition.tei.reading import Counts
from edition.tei.statements import statements
from edition.tei.units import measure
from edition.tei.vocabulary import TEI_NAMESPACE, tei
from edition.transcript.inputs.formats import Format
from edition.transcript.model import Kind, Speaker, Transcript
from edition.version import VERSION


def add_header(root: Element, facts: Facts, counts: Counts, copy: Copy) -> None:
    """Add ``teiHeader`` to *root*, before its ``text``; *counts* are those of the ``text``.

    *copy* gives the entry of a person as a register has it, if one has.
    """
    header = etree.Element(f"{{{TEI_NAMESPACE}}}teiHeader")
    root.insert(0, header)
    _file_description(element(header, "fileDesc"), facts, counts)
    _encoding_description(element(header, "encodingDesc"), facts, counts)
    _profile(element(header, "profileDesc"), facts, copy)
    change = element(element(header, "revisionDesc"), "change", when=facts.change_date or "")
    change.set("who", "#encoder")
    change.text = statements()["texts"]["change"]


def _file_description(parent: Element, facts: Facts, counts: Counts) -> None:
    _title_statement(element(parent, "titleStmt"), facts)
    if version := facts.settings.edition.version:
        element(element(parent, "editionStmt"), "edition", version, n=version)
    _extent(element(parent, "extent"), counts.measures())
    edition = facts.settings.edition
    add_publication(element(parent, "publicationStmt"), edition, facts.stem)
    _source(element(parent, "sourceDesc"), facts)


def _title_statement(parent: Element, facts: Facts) -> None:
    element(parent, "title", facts.title, type="main")
    element(parent, "meeting", facts.title, n=facts.date[0])
    add_editors(parent, facts.settings)
    source = element(parent, "respStmt", xml_id="source")
    element(source, "resp", statements()["resp"]["source"])
    if facts.publisher:
        element(source, "orgName", facts.publisher)
    else:
        element(source, "name", "unknown", type="other")
    add_encoder(parent)


def add_editors(parent: Element, settings: Settings) -> None:
    """Add to the ``titleStmt`` *parent* who answers for the edition: editors stand first in TEI."""
    for editor in sorted(settings.editors, key=lambda it: it.role != "editor"):
        add_editor(parent, editor)


def add_editor(parent: Element, editor: Editor) -> None:
    """Add to the ``titleStmt`` *parent* one who answers for the edition."""
    if editor.role == "editor":
        holder = element(parent, "editor", xml_id=editor.id)
    else:
        holder = element(parent, "respStmt", xml_id=editor.id)
        element(holder, "resp", editor.role)
    parts = editor.name_parts
    kind = "orgName" if editor.body else "persName"
    name = element(holder, kind, None if parts else editor.name)
    for kind, words in parts:
        if len(name):
            name[-1].tail = " "
        element(name, kind, words)
    if editor.reference:
        name.set("ref", editor.reference)


def add_encoder(parent: Element) -> None:
    """Add to the ``titleStmt`` *parent* the program, to which ``@resp`` points."""
    encoder = element(parent, "respStmt", xml_id="encoder")
    element(encoder, "resp", statements()["resp"]["encoder"])
    element(encoder, "name", "edition", type="program")


def _extent(parent: Element, measures: Mapping[str, int]) -> None:
    for unit, quantity in measures.items():
        element(parent, "measure", measure(quantity, unit), unit=unit, quantity=str(quantity))


def add_publication(parent: Element, edition: Edition, slug: str) -> None:
    """Add to the ``publicationStmt`` *parent* who publishes the file *slug*, and the licence."""
    if not edition.publisher:
        element(parent, "p", statements()["texts"]["no_availability"])
        return
    element(parent, "publisher", edition.publisher)
    if edition.date:
        element(parent, "date", edition.date, when=edition.date)
    if slug:
        element(parent, "idno", slug, type="slug")
    if edition.licence:
        availability = element(parent, "availability", status=_status(edition.licence))
        _licence(availability, edition.licence, statements()["texts"]["edition_licence"])


def _status(licence: Licence, *, is_sure: bool = True) -> str:
    """Whether what is under *licence* is open to all (availability/@status)."""
    if all_reserved(licence.name, licence.target):
        return "restricted"
    return "free" if is_sure else "unknown"


def _licence(parent: Element, licence: Licence, sentence: str) -> Element:
    made = element(parent, "licence", target=licence.target)
    element(made, "p", sentence.format(name=licence.name))
    return made


def _source(parent: Element, facts: Facts) -> None:
    origin, (date, printed_date) = facts.transcript.origin, facts.date
    bibl = element(parent, "bibl", xml_id="transcript", type="transcript")
    element(bibl, "title", facts.title)
    if facts.publisher:
        element(bibl, "publisher", facts.publisher)
    if date:
        element(bibl, "date", printed_date, when=date)
    if facts.source.url:
        element(bibl, "idno", facts.source.url, type="URI")
    if facts.source.accessed:
        element(bibl, "date", facts.source.accessed, type="accessed", when=facts.source.accessed)
    if licence := facts.source.licence:
        is_sure = licence.cert not in ("medium", "low")
        availability = element(bibl, "availability", status=_status(licence, is_sure=is_sure))
        _source_licence(availability, licence)
    element(bibl, "idno", PurePath(origin.name).name, type="filename")
    element(bibl, "idno", origin.sha256, type="sha256")
    _extent(element(bibl, "extent"), {"bytes": origin.size, "lines": len(origin.line_ends)})


def _source_licence(parent: Element, licence: SourceLicence) -> None:
    made = _licence(parent, licence, statements()["texts"]["source_licence"])
    if licence.cert:
        made.set("cert", licence.cert)
    if licence.evidence:
        element(made, "p", normalised(licence.evidence).strip(" "))


def _encoding_description(parent: Element, facts: Facts, counts: Counts) -> None:
    words = statements()
    element(element(parent, "projectDesc"), "p", words["project"])
    _sampling(parent, facts.transcript)
    _editorial(element(parent, "editorialDecl"), facts.transcript)
    namespace = element(element(parent, "tagsDecl"), "namespace", name=TEI_NAMESPACE)
    for name, occurs in counts.tags.items():
        element(namespace, "tagUsage", gi=name, occurs=str(occurs))
    taxonomy = element(element(parent, "classDecl"), "taxonomy", xml_id="turns")
    for identifier, meaning in words["categories"].items():
        element(element(taxonomy, "category", xml_id=identifier), "catDesc", meaning)
    _programs(element(parent, "appInfo"), facts.transcript)


def _programs(parent: Element, transcript: Transcript) -> None:
    """Which programs worked on the file, and by which convention and format it was read."""
    application = element(parent, "application", ident="edition", version=VERSION)
    element(application, "label", "edition")
    element(application, "ab", transcript.convention, type="convention")
    if transcript.origin.format != Format.TEXT:
        element(application, "ab", transcript.origin.format, type="format")
    for tool in transcript.origin.tools:
        name, version = tool.split(" ")
        helper = element(parent, "application", ident=name, version=version)
        element(helper, "label", name)


def _sampling(parent: Element, transcript: Transcript) -> None:
    """The lines left out, word for word; and what the record says of its own gaps."""
    omitted = transcript.of_kind(Kind.CHROME)
    partial = [block for block in transcript.blocks if block.partial]
    if not omitted and not partial:
        return
    declaration = element(parent, "samplingDecl")
    if omitted:
        element(declaration, "p", statements()["omitted"])
    for block in omitted:
        for number, line in enumerate(block.text.split("\n"), block.line):
            if text := normalised(line).strip(" "):
                element(declaration, "ab", text, type="omitted", n=str(number))
    for block in partial:
        text = normalised(block.text).strip(" ")
        statement = statements()["partial"].format(line=block.line, text=text)
        element(declaration, "ab", statement, type="partial", n=str(block.line))


def _editorial(parent: Element, transcript: Transcript) -> None:
    words = statements()
    element(element(parent, "correction"), "p", words["correction"])
    done = normalisations([block.text for block in transcript.blocks], transcript.origin)
    extraction = words["extraction"].get(transcript.origin.format)
    if done or extraction:
        normalization = element(parent, "normalization")
        if extraction:
            element(normalization, "ab", extraction, type="extraction")
        for entry in done:
            sentence = words["normalization"][entry.type]
            text = sentence.format(count=entry.times, detail=entry.detail)
            element(normalization, "ab", text, type=entry.type, n=str(entry.times))
    element(element(parent, "quotation", marks="all"), "p", words["quotation"])
    for name in ("hyphenation", "segmentation", "interpretation"):
        element(element(parent, name), "p", words[name])


def _profile(parent: Element, facts: Facts, copy: Copy) -> None:
    language = facts.language
    name = statements()["languages"].get(language, language)
    element(element(parent, "langUsage"), "language", name, ident=language)
    if facts.transcript.speakers:
        people = element(element(parent, "particDesc"), "listPerson")
        written: dict[str, Element] = {}
        for speaker in facts.transcript.speakers:
            identifier = facts.people[speaker.key]
            if identifier not in written:  # two labels may mean one
                written[identifier] = _person(people, speaker, facts, copy)
            _offices(written[identifier], speaker, facts)
    date, printed = facts.date
    if date or facts.place:
        setting = element(element(parent, "settingDesc"), "setting")
        if facts.place:
            element(setting, "placeName", facts.place)
        if date:
            element(setting, "date", printed, when=date)


def _person(parent: Element, speaker: Speaker, facts: Facts, copy: Copy) -> Element:
    identifier = facts.people[speaker.key]
    person = copy(identifier)
    if person is None:
        kind = "personGrp" if speaker.collective else "person"
        person = element(parent, kind, xml_id=identifier)
        name = element(person, "persName", None if speaker.nameless else speaker.name)
        if speaker.nameless:
            element(name, "roleName", speaker.name)
    else:
        parent.append(person)
    person.set("role", "summarised")
    return person


def _offices(person: Element, speaker: Speaker, facts: Facts) -> None:
    """Say of *person* what *speaker* did, and in which offices."""
    if speaker.spoke:
        person.set("role", "speaker")
    known = {"".join(role.itertext()) for role in person.iter(tei("roleName"))}
    for title in speaker.titles:
        if title not in known:
            affiliation = element(person, "affiliation", when=facts.date[0])
            element(affiliation, "roleName", title)
