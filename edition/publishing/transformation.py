"""One stylesheet on one tree, its failure a finding."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from edition.diagnostic import EditionError, Place, diagnostic
from edition.saxon import Result, engine

if TYPE_CHECKING:
    from saxonche import PyXdmNode


def transformed(
    stylesheet: Path, node: PyXdmNode, name: str, **parameters: str | int | bool
) -> Result:
    """What *stylesheet* makes of *node*, the tree of the file *name*.

    Raises EditionError (P003) where the stylesheet does not compile or stops.
    """
    from saxonche import PySaxonApiError  # 25 ms: only who transforms pays for it

    try:
        return engine().stylesheet(stylesheet).transform(node, **parameters)
    except PySaxonApiError as error:
        reason = " ".join(str(error).split())
        raise EditionError(diagnostic("P003", Place(name), reason=reason)) from None
