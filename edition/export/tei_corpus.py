"""All documents as one ``teiCorpus``: a header of the whole, one register, and each document.

Each document is as the scholar has it, but for its identifiers, which are unique in the corpus. An
entry that the registers of the edition have stands once behind the header of the whole, and the
copies in the documents point to it by ``@corresp``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import BinaryIO

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic
from edition.export.form import Form, Whole
from edition.export.identifiers import make_unique
from edition.export.opened import Opened
from edition.export.target import Target, give_up
from edition.header.corpus import Sum, add_includes, corpus_root
from edition.header.facts import Facts
from edition.names.model import Kind
from edition.tei.document import tree
from edition.tei.entries import LISTS
from edition.tei.inline import element
from edition.tei.registers import Registers, kind_of
from edition.tei.serialise import serialise
from edition.tei.vocabulary import TEI_NAMESPACE, XML_NAMESPACE, tei


class Part(msgspec.Struct, frozen=True):
    """A document: its bytes, what its header says, and the shared entries that it has copies of."""

    data: bytes
    facts: Facts
    entries: tuple[str, ...]


class TeiCorpus(Form[Part]):
    """``NAME.xml``, which includes ``documents/STEM.xml``; or, joined, all in the one file."""

    def __init__(self, whole: Whole, registers: Registers, target: Target) -> None:
        super().__init__(whole, registers, target)
        self._held = ExitStack()
        self._total = Sum()
        self._entries: set[str] = set()
        self._spool: BinaryIO | None = None
        if whole.options.get("joined"):  # what is said of the whole stands first, and is known last
            spool = TemporaryFile(dir=target.folder)  # noqa: SIM115 - closed with what is held
            self._spool = self._held.enter_context(spool)

    @staticmethod
    def make(document: Opened, whole: Whole) -> tuple[Part, list[Diagnostic]]:
        """*document* with identifiers of its own."""
        facts = document.facts
        shared = {it: copy for it, copy in document.entries.items() if it in whole.registered}
        make_unique(document.root, whole.name, document.stem, whole.documents)
        for name, copy in shared.items():
            copy.set("corresp", " ".join([*copy.get("corresp", "").split(), f"#{name}"]))
        data = etree.tostring(document.root, encoding="utf-8", xml_declaration=True)
        return Part(data + b"\n", facts, tuple(shared)), []

    def add(self, stem: str, made: Part) -> None:
        """Write a document, or keep it till the header is known."""
        self._total.add(f"documents/{stem}", made.facts)
        self._entries.update(made.entries)
        if self._spool is None:
            self.target.put(f"documents/{stem}.xml", made.data)
        else:
            self._spool.write(len(made.data).to_bytes(8) + made.data)

    def finish(self) -> list[Diagnostic]:
        """Write what is said of the whole, and the documents behind it where they are joined."""
        root = corpus_root(self.whole.settings, self.whole.name, self._total)
        register = _register(self.registers, self._entries)
        if register is not None:
            root.append(register)
        path = f"{self.whole.name}.xml"
        if self._spool is None:
            add_includes(root, (f"{it}.xml" for it in self._total.names))
            self.target.put(path, serialise(root, None))
        else:
            serialise(root, None)  # which sets the white space in it
            etree.cleanup_namespaces(root)
            with self.target.stream(path) as stream:
                _join(stream, root, _pieces(self._spool))
        self._held.close()
        return []

    def close(self, error: BaseException | None) -> None:
        """Forget what was kept."""
        give_up(self._held, error)


def _register(registers: Registers, wanted: Iterable[str]) -> Element | None:
    """The entries *wanted* and all to which they point, in lists; None where there is none."""
    lists: dict[Kind, list[Element]] = {}
    for name in registers.related(sorted(wanted)):
        entry = registers.entry_element(name)
        if entry is not None:
            lists.setdefault(kind_of(entry), []).append(entry)
    if not lists:
        return None
    holder = etree.Element(tei("standOff"))
    for kind in Kind:
        if kind in lists:
            element(holder, LISTS[kind]).extend(lists[kind])
    return holder


def _pieces(spool: BinaryIO) -> Iterator[bytes]:
    """The documents in *spool*, one after another."""
    spool.seek(0)
    while size := spool.read(8):
        yield spool.read(int.from_bytes(size))


def _join(stream: BinaryIO, root: Element, documents: Iterable[bytes]) -> None:
    """Write *root* with its children and *documents* to *stream*, one of these at a time."""
    with etree.xmlfile(stream, encoding="utf-8") as file:
        file.write_declaration()
        # Else it would make up another prefix for xml:lang.
        names = {None: TEI_NAMESPACE, "xml": XML_NAMESPACE}
        with file.element(root.tag, dict(root.attrib), nsmap=names):
            for child in root:
                file.write("\n  ")
                file.write(child, with_tail=False)
            for data in documents:
                file.write("\n")
                file.write(tree(data), with_tail=False)
            file.write("\n")
    stream.write(b"\n")
