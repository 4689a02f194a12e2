"""What is wrong in a TEI file by grammar and rules, counted: merging is to make nothing worse."""

from __future__ import annotations

from collections import Counter

from edition.checking.relaxng import check_grammar
from edition.checking.rules import begin_rules, broken_rules
from edition.resources import RULES, SCHEMAS
from edition.tei.document import parse


def errors(data: bytes) -> Counter[tuple[str, str]]:
    """How many errors of each kind the TEI file *data*, which is well-formed, has, and where.

    That is the identifier of the element, or of the nearest around it.

    Raises EditionError (X001–X003) where it is no XML that may be read, FileAccessError.
    """
    document = parse(data, "")
    rules = begin_rules(document, RULES)
    found = check_grammar(document, SCHEMAS / "edition.rng")
    return Counter((one.code, one.xml_id) for one in found) + broken_rules(rules)
