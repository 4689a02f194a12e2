"""Printed transcripts of meetings as digital editions in TEI P5.

Each step is a function on values in memory, in the order in which they are used::

    transcript = edition.read(data, "meeting.txt")
    naming = edition.name(transcript)
    tei = edition.encode(transcript, naming=naming)
    findings = edition.check(edition.parse(tei, "meeting.xml"), source=data)
    pages = edition.publish(edition.parse(tei, "meeting.xml"))

Files and folders belong to ``edition.build(edition.Project(folder))`` and the command line.
"""

from __future__ import annotations

from importlib import import_module

from edition.version import VERSION

TYPE_CHECKING = False  # typing takes longer to import than all the rest
if TYPE_CHECKING:
    from typing import Any

    from edition.checking import check
    from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Severity
    from edition.mirror import mirrored
    from edition.names.known import Known
    from edition.names.model import Naming, Register
    from edition.names.naming import name
    from edition.project.building import build
    from edition.project.folder import Project
    from edition.project.hands import Hands
    from edition.project.memory import Memory
    from edition.publishing.document import Publication, publish
    from edition.settings import Settings, read_settings
    from edition.tei.document import Document, parse, read_document
    from edition.tei.encode import encode
    from edition.transcript.model import Transcript
    from edition.transcript.reader import read

__version__ = VERSION
_HOMES = {
    "Diagnostic": "edition.diagnostic",
    "Document": "edition.tei.document",
    "EditionError": "edition.diagnostic",
    "FileAccessError": "edition.diagnostic",
    "Hands": "edition.project.hands",
    "Known": "edition.names.known",
    "Memory": "edition.project.memory",
    "Naming": "edition.names.model",
    "Project": "edition.project.folder",
    "Publication": "edition.publishing.document",
    "Register": "edition.names.model",
    "Settings": "edition.settings",
    "Severity": "edition.diagnostic",
    "Transcript": "edition.transcript.model",
    "build": "edition.project.building",
    "check": "edition.checking",
    "encode": "edition.tei.encode",
    "mirrored": "edition.mirror",
    "name": "edition.names.naming",
    "parse": "edition.tei.document",
    "publish": "edition.publishing.document",
    "read": "edition.transcript.reader",
    "read_document": "edition.tei.document",
    "read_settings": "edition.settings",
}

__all__ = [
    "Diagnostic",
    "Document",
    "EditionError",
    "FileAccessError",
    "Hands",
    "Known",
    "Memory",
    "Naming",
    "Project",
    "Publication",
    "Register",
    "Settings",
    "Severity",
    "Transcript",
    "build",
    "check",
    "encode",
    "mirrored",
    "name",
    "parse",
    "publish",
    "read",
    "read_document",
    "read_settings",
]


def __getattr__(name: str) -> Any:
    """Import a name of the façade when it is first used: start-up stays fast."""
    if name not in _HOMES:
        raise AttributeError(f"module 'edition' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
