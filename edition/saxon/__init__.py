"""The XSLT 3.0 engine: Saxon, in a process of its own.

A stylesheet can read files but reach no network (``xslt/packages.xml``), and only a
:class:`~edition.tei.document.Document`, which has no document type and so no entities, is
ever parsed.
"""

from __future__ import annotations

from edition.saxon.engine import (
    BrokenEngineError,
    Engine,
    EngineError,
    Result,
    Stylesheet,
    Transformation,
    engine,
)

__all__ = [
    "BrokenEngineError",
    "Engine",
    "EngineError",
    "Result",
    "Stylesheet",
    "Transformation",
    "engine",
]
