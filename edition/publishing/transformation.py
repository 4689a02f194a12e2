"""One stylesheet on one document, its failure a finding."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from edition.diagnostic import EditionError, Place, diagnostic
from edition.saxon import BrokenEngineError, EngineError, Result, engine

if TYPE_CHECKING:
    from edition.saxon import Transformation
    from edition.tei.document import Document


def transformed(stylesheet: Path, document: Document, **parameters: str | int | bool) -> Result:
    """What *stylesheet* makes of *document*.

    Raises EditionError where the stylesheet does not compile or stops (P003), or the engine
    breaks down (P004).
    """
    return outcome(engine().stylesheet(stylesheet).begin(document, **parameters))


def outcome(transformation: Transformation) -> Result:
    """What came of *transformation*, which is waited for. Raises EditionError (P003, P004)."""
    try:
        return transformation.result()
    except EngineError as error:
        code = "P004" if isinstance(error, BrokenEngineError) else "P003"
        place = Place(transformation.document.name)
        raise EditionError(diagnostic(code, place, reason=str(error))) from None
