"""The TEI file of a document that is deposited: what it is called by, and its DOI put into it."""

from __future__ import annotations

from pathlib import Path

from edition.files import read_bytes, replace_whole
from edition.tei.document import Document
from edition.tei.editing import Editing
from edition.tei.publication import content_of, doi_of, title_of, version_of, with_doi
from edition.wording import file_name

_ANY = "10.1234/any"


class Text:
    """The TEI file *path*. Raises FileAccessError, or EditionError (X001–X003, G020)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = Editing(read_bytes(path, file_name(path)), file_name(path))

    @property
    def document(self) -> Document:
        """The file as it was read."""
        return self._file.document

    @property
    def title(self) -> str:
        """Its main title, or its name."""
        return title_of(self._file.root) or self.path.stem

    @property
    def version(self) -> str:
        """The number of its version, or ''."""
        return version_of(self._file.root)

    @property
    def content(self) -> str:
        """What stands for all that it says but what is new in every version."""
        return content_of(self._file.root)

    @property
    def doi(self) -> str:
        """The DOI that it has, or ''."""
        return doi_of(self._file.root)

    def refuse_another_doi(self, *ours: str) -> None:
        """Raise EditionError where no DOI can be put into it: U010, U011.

        The DOIs *ours* are of this deposit.
        """
        there = self.doi if self.doi in ours else ""
        with_doi(self._file, _ANY, there)

    def put(self, doi: str, before: str) -> bool:
        """Write *doi* into the file, in the place of the DOI *before*; all other bytes stay.

        Returns whether there was something to write. Raises FileAccessError, or EditionError:
        U010, U011; E017 where somebody else has changed the file.
        """
        new = with_doi(self._file, doi, before)
        return replace_whole(self.path, self._file.data, new, file_name(self.path))
