"""The rules of the ODD as findings: with a place, an excerpt, and the id that was meant."""

from __future__ import annotations

from pathlib import Path

from edition.checking import check
from edition.checking.rules import begin_rules, rule_findings
from edition.tei.document import parse
from tests.checking.meeting import changed, found, of, tei, text_at


def test_a_pointer_that_leads_nowhere_suggests_where_to() -> None:
    written = changed('<u xml:id="u3" who="#BorisIvanov"', '<u xml:id="u3" who="#BorisIvanof"')
    finding = next(f for f in of("S", found(written)) if f.code == "S201")
    assert text_at(written, finding).startswith('<u xml:id="u3"')
    assert finding.expected == "#BorisIvanov"
    assert finding.severity == "error"
    assert finding.excerpt.startswith('<u xml:id="u3" who="#BorisIvanof"')
    assert (finding.xml_id, finding.xpath) == ("u3", "/TEI/text/body/div/u[3]")
    assert finding.hint


def test_of_many_pointers_that_lead_nowhere_the_first_suggest_where_to() -> None:
    names = "".join(f'<name ref="#BorisIvanof{number}">B</name>' for number in range(100))
    written = tei().replace("</seg>", f" {names}</seg>", 1)
    findings = [f for f in of("S", found(written)) if f.code == "S201"]
    assert len(findings) == 100
    suggested = [bool(finding.expected) for finding in findings]
    assert suggested == [number < sum(suggested) for number in range(100)]
    assert 0 < sum(suggested) < 50


def test_findings_read_like_the_others() -> None:
    (finding,) = of("S", found(changed('<titlePart type="main">M', '<titlePart type="main">A m')))
    assert finding.code == "S502"
    assert finding.message[0].islower()
    assert not finding.message.endswith(".")


def test_errors_are_told_before_warnings_where_not_all_are() -> None:
    written = changed('xml:id="p5"', 'xml:id="q5"').replace(' role="speaker"', "")
    findings = check(parse(written.encode(), "meeting.xml"), most=1)
    told = {finding.code: finding.severity for finding in of("S", findings)}
    assert told == {"S102": "error", "S098": "warning"}


def test_rules_that_break_down_are_a_finding(tmp_path: Path) -> None:
    stylesheet = tmp_path / "broken.xsl"
    stylesheet.write_text(
        """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:template match="/"><xsl:sequence select="error((), 'no luck')"/></xsl:template>
        </xsl:stylesheet>""",
        encoding="utf-8",
    )
    (finding,) = rule_findings(begin_rules(parse(tei().encode(), "m.xml"), stylesheet))
    assert finding.code == "S000"
    assert "no luck" in finding.message


def test_an_editor_who_is_not_in_the_file_comes_by_encoding_again() -> None:
    hints = [
        next(
            one.hint
            for one in of("S", found(changed(' who="#BorisIvanov"', new)))
            if one.code == "S201"
        )
        for new in (' who="#BorisIvanov" resp="#jd"', ' who="#BorisIvanof"')
    ]
    by_encoding = (
        "An editor who has this id in edition.toml comes into the file by “edition encode”."
    )
    assert [hint.endswith(by_encoding) for hint in hints] == [True, False]
