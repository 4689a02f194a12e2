"""Findings in SARIF 2.1.0, which code scanning services and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from edition.diagnostic import Diagnostic, codes
from edition.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_PLACEHOLDER = re.compile(r"\{\w+\}")


def sarif(findings: Sequence[Diagnostic]) -> str:
    """*findings* as one SARIF log of one run."""
    by_code = {finding.code: finding for finding in reversed(findings)}
    rules = sorted(by_code)
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "edition",
                        "version": VERSION,
                        "semanticVersion": VERSION,
                        "rules": [_rule(by_code[code]) for code in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, rules.index(finding.code)) for finding in findings],
            }
        ],
    }
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _rule(example: Diagnostic) -> dict[str, Any]:
    """The description of a code; a rule of the ODD is described by an *example* of its use."""
    entry = codes().get(example.code)
    message = _general(entry.message) if entry else example.message
    hint = _general(entry.hint) if entry else example.hint
    return {
        "id": example.code,
        "shortDescription": {"text": message},
        "help": {"text": (hint if hint.strip("…") else example.hint) or message},
        "defaultConfiguration": {"level": str(example.severity)},
    }


def _general(written: str) -> str:
    """A message of the catalogue without the values of one case."""
    return _PLACEHOLDER.sub("…", written).replace("{{", "{").replace("}}", "}")


def _result(finding: Diagnostic, rule: int) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": finding.line, "startColumn": finding.column}
    if finding.excerpt:
        region["snippet"] = {"text": finding.excerpt}
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _address(finding.file)},
            "region": region,
        }
    }
    if finding.xpath:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.xpath, "kind": "element"}]
    reasons = [finding.ignored] if finding.ignored else []
    more = {"hint": finding.hint, "expected": finding.expected, "xmlId": finding.xml_id}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": str(finding.severity),
        "message": {"text": finding.message},
        "locations": [location],
        # 3.27.23: of one run, all results have it, or none.
        "suppressions": [{"kind": "inSource", "justification": it} for it in reasons],
        "properties": {name: value for name, value in more.items() if value},
    }


def _address(file: str) -> str:
    """*file* as a URI; a relative path stays relative."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
