"""The schema: one ODD, what is compiled from it, and what it knows about each element."""

from __future__ import annotations

from edition.schema.compilation import ODD, compile_schema, stale
from edition.schema.knowledge import (
    AttributeKnowledge,
    ElementKnowledge,
    RuleKnowledge,
    describe,
    elements,
    rules,
)

__all__ = [
    "ODD",
    "AttributeKnowledge",
    "ElementKnowledge",
    "RuleKnowledge",
    "compile_schema",
    "describe",
    "elements",
    "rules",
    "stale",
]
