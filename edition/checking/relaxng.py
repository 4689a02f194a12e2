"""Validity by RELAX NG: libxml2 decides, and where it refuses, :mod:`explain` says why."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.files import read_bytes
from edition.tei.document import Document


def check_grammar(document: Document, schema: Path) -> list[Diagnostic]:
    """What is not valid in *document* by the grammar in the file *schema* (R001–R099).

    Raises FileAccessError where *schema* cannot be read.
    """
    validator = _validator(schema)
    if validator.validate(document.root):
        return []
    from edition.checking.explain import explain  # a valid document needs none of it
    from edition.checking.grammar import grammar

    return explain(document, grammar(schema)) or [_refusal(document, validator)]


@cache
def _validator(schema: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(read_bytes(schema)))


def _refusal(document: Document, validator: etree.RelaxNG) -> Diagnostic:
    """What libxml2 says, for a fault that the explanation does not know."""
    error = validator.error_log.last_error
    line, reason = (error.line, error.message) if error is not None else (1, "no reason given")
    return diagnostic("R099", Place(document.name, max(line, 1)), reason=reason)
