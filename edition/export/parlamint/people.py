"""Persons and bodies as ParlaMint lists them. What nobody has said of them is not there.

A name whose parts are marked has ``surname`` and ``forename``; any other stands whole in ``term``,
which ParlaMint allows: no program can tell which part is the surname.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from edition.export.parlamint.building import IDENTIFIER, add, dated, is_date, one_line
from edition.export.parlamint.wording import wording
from edition.names.model import Kind
from edition.settings import Body
from edition.tei.registers import Registers, identifier_of, is_candidate, name_elements, text_of
from edition.tei.vocabulary import TEI_NAMESPACE, XML_ID, XML_LANG, tei

_PARTS = tuple(map(tei, ("surname", "forename", "addName", "roleName", "nameLink")))
_SEXES: Mapping[str, str] = {"M": "M", "F": "F", "U": "U", "X": "O", "O": "O", "N": "N"}
_OFFICES = tuple(map(tei, ("affiliation", "occupation")))
_DESC, _IDNO = tei("desc"), tei("idno")


def participants(root: Element) -> Iterator[Element]:
    """Who took part in the meeting of the document *root*: its entries in ``particDesc``."""
    for described in root.iter(tei("particDesc")):
        for entry in described.iter(tei("person"), tei("personGrp")):
            if entry.get(XML_ID) and any(map(text_of, name_elements(entry))):
                yield entry


def person(entry: Element, identifier: str) -> Element:
    """*entry* of a register as ``person``, without offices."""
    made = etree.Element(tei("person"))
    made.set(XML_ID, identifier)
    for name in name_elements(entry):
        if text_of(name):
            _name(made, name)
    sex = entry.find(tei("sex"))
    if sex is not None and sex.get("value") in _SEXES:
        add(made, "sex", value=_SEXES[sex.get("value", "")])
    for event in ("birth", "death"):
        found = entry.find(tei(event))
        if found is not None and is_date(found.get("when", "")):
            add(made, event, when=found.get("when", ""))
    _identifiers(made, entry)
    return made


def offices(entry: Element) -> dict[str, dict[str, str]]:
    """The offices and professions of *entry*, each with its dates as far as they are known."""
    found = {}
    for office in entry.iterchildren(*_OFFICES):
        role = office.find(tei("roleName"))
        if text := text_of(office if role is None else role):
            found[text] = dated(office)
    return found


def add_offices(made: Element, said: Mapping[str, Mapping[str, str]]) -> None:
    """Add what somebody is to the person *made*.

    It is ``occupation``, for ``affiliation`` has roles that no program can tell from a title.
    """
    for text, dates in sorted(said.items()):
        add(made, "occupation", text, **dates)


def bodies(registers: Registers, own: Body | None, identifier: str) -> list[Element]:
    """The bodies of *registers* that an editor has confirmed; *own*, called *identifier*, first."""
    found = []
    if own is not None:
        made = etree.Element(tei("org"), role=own.role)
        made.set(XML_ID, identifier)
        add(made, "orgName", own.name, full="yes")
        found.append(made)
    for name, entry in sorted(registers.register.entries.items()):
        written = registers.element(name)
        if entry.kind is Kind.ORG and written is not None and not is_candidate(written):
            found.append(_body(written, name))
    return found


def listed(name: str, identifier: str, entries: Iterable[Element]) -> Element:
    """The list *name* of *entries*, as the root of a file."""
    made = etree.Element(tei(name), nsmap={None: TEI_NAMESPACE})
    made.set(XML_ID, identifier)
    made.extend(entries)
    return made


def _body(entry: Element, identifier: str) -> Element:
    roles: Mapping[str, str] = wording()["body"]
    role = roles.get(entry.get("type", ""), "institution")
    made = etree.Element(tei("org"), role=role)
    made.set(XML_ID, identifier)
    for name in name_elements(entry):
        if text := text_of(name):
            add(made, "orgName", text, full="yes", lang=name.get(XML_LANG, ""))
    _identifiers(made, entry)
    for desc in entry.iterchildren(_DESC):
        if text := text_of(desc):
            add(made, "desc", text)
            break
    return made


def _name(parent: Element, name: Element) -> None:
    made = add(parent, "persName", lang=name.get(XML_LANG, ""))
    for key in ("from", "to"):
        if is_date(name.get(key, "")):
            made.set(key, name.get(key, ""))
    parts = [it for it in name if it.tag in _PARTS and text_of(it)]
    marked = {it.tag for it in parts}
    is_whole = sum(len(text_of(it).split()) for it in parts) == len(text_of(name).split())
    if is_whole and marked >= {tei("surname"), tei("forename")}:
        for part in parts:
            add(made, str(part.tag).rpartition("}")[2], text_of(part))
    else:
        add(made, "term", text_of(name))


def _identifiers(made: Element, entry: Element) -> None:
    """Add the web addresses by which authorities know *entry*."""
    for idno in entry.iterchildren(_IDNO):
        found = identifier_of(idno)
        address = one_line(found.value)
        if address.startswith(("http://", "https://")) and " " not in address:
            subtype = found.type if found.type != "URI" and IDENTIFIER.match(found.type) else ""
            add(made, "idno", address, type="URI", subtype=subtype)
