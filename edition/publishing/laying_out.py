"""WeasyPrint, which lays out PDF: an extra of this program, and it needs Pango of the system."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from edition.diagnostic import EditionError, Place, diagnostic


def need_weasyprint(place: Place) -> None:
    """Look whether a PDF can be made, which is wanted at *place*. Raises EditionError (P008)."""
    if reason := missing_for_pdf():
        raise EditionError(diagnostic("P008", place, reason=reason))


@cache
def missing_for_pdf() -> str:
    """Why WeasyPrint cannot be used; '' if it can."""
    try:
        import_module("weasyprint")
    except (ImportError, OSError) as error:  # OSError: Pango, which is no package of Python
        return str(error).partition("\n")[0]
    return ""
