"""Files that mean harm, or are no TEI at all: findings, never a traceback, never a fetch."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.checking import check
from edition.cli import main
from edition.diagnostic import EditionError
from edition.tei.document import parse
from tests.checking.meeting import SOURCE, changed, found, tei, text_at

BOMB = """<?xml version="1.0"?>
<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0">&d;&d;&d;&d;</TEI>"""
EXTERNAL = """<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0">&x;</TEI>"""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(BOMB.encode(), "X002", id="entity bomb"),
        pytest.param(EXTERNAL.encode(), "X002", id="external entity"),
        pytest.param(b"<TEI>" * 100_000, "X001", id="100,000 nested elements"),
        pytest.param(b"<TEI>" * 100_000 + b"</TEI>" * 100_000, "X001", id="nested and closed"),
        pytest.param(b"<TEI>a\x00b</TEI>", "X001", id="NUL in the text"),
        pytest.param(b"\x00" * 1000, "X001", id="nothing but NUL"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "X001", id="an image"),
        pytest.param(b"", "X003", id="empty"),
        pytest.param(b" \n\t", "X003", id="blank"),
        pytest.param(b'<?xml version="1.0" encoding="UTF-16"?><TEI/>', "X001", id="wrong encoding"),
        pytest.param(b'<?xml version="1.0" encoding="x-none"?><TEI/>', "X001", id="no encoding"),
        pytest.param("<TEI>\u20ac</TEI>".encode("cp1252"), "X001", id="Windows-1252 undeclared"),
        pytest.param(b"<TEI>&nbsp;</TEI>", "X001", id="undeclared entity"),
        pytest.param(b"<html><p>x</html>", "X001", id="not well-formed"),
        pytest.param(b"<html><p>x</p></html>", "R016", id="no TEI"),
        pytest.param(b"<TEI><text/></TEI>", "R016", id="no namespace"),
        pytest.param(b"plain text", "X001", id="plain text"),
    ],
)
def test_a_finding_for_each_kind(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "bad.xml"
    file.write_bytes(data)
    result = CliRunner().invoke(main, ["validate", str(file)])
    assert result.exit_code == 1
    assert f"[{code}]" in result.stdout
    assert "root:" not in result.stdout
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_xinclude_is_an_element_like_any_other() -> None:
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
    )
    written = changed("All the best", f"All the {include} best")
    findings = found(written)
    assert [finding.code for finding in findings] == ["R001"] or "R001" in {
        f.code for f in findings
    }
    assert not any("root:" in f"{f.message}{f.excerpt}{f.expected}" for f in findings)


def test_stylesheet_instructions_are_only_text() -> None:
    written = tei().replace("<TEI", '<?xml-stylesheet href="http://example.org/x.xsl"?><TEI', 1)
    assert found(written) == []


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "iso-8859-5", "windows-1251", "euc-kr"]
)
def test_other_encodings_are_read_and_places_are_right(encoding: str) -> None:
    text = changed("All the best", "All the worst").replace("–", "-")
    declared = "utf-16" if encoding.startswith("utf-16") else encoding
    written = text.replace('encoding="UTF-8"', f'encoding="{declared}"')
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    findings = found(mark + written.encode(encoding, "xmlcharrefreplace"))
    (finding,) = [f for f in findings if "worst" in f.message]
    assert finding.code == "F003"
    assert text_at(written, finding).startswith("worst")
    assert not [f for f in findings if f.code[0] in "RSX"]


def test_lines_end_as_they_like() -> None:
    for end in ("\r\n", "\r"):
        written = changed("All the best", "All the worst").replace("\n", end)
        (finding,) = found(written)
        place = written.replace(end, "\n").split("\n")[finding.line - 1][finding.column - 1 :]
        assert place.startswith("worst")


def test_a_header_that_names_a_file_elsewhere_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "source"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("root: secret", encoding="utf-8")
    for name in ("../secret.txt", str(tmp_path / "secret.txt"), "..", "."):
        written = changed(">meeting.txt<", f">{name}<")
        (folder / "other.xml").write_text(written, encoding="utf-8")
        result = CliRunner().invoke(main, ["validate", str(folder / "other.xml")])
        assert "secret" not in result.stdout.replace(str(tmp_path), "")
        assert "1 file not compared" in result.stderr


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60), st.integers(0, len(tei().encode())), st.integers(0, 60))
def test_no_bytes_make_checking_fail(junk: bytes, at: int, length: int) -> None:
    data = tei().encode()
    data = data[:at] + junk + data[at + length :]
    try:
        document = parse(data, "m.xml")
    except EditionError:
        return
    for finding in check(document, source=SOURCE):
        assert finding.line >= 1
        assert finding.column >= 1


def test_thousands_of_faults_are_told_in_short() -> None:
    many = "<seg>a</seg><q>b</q>" * 1_000
    findings = found(changed('<seg xml:id="p7">', many + '<seg xml:id="p7">'))
    assert {"R098", "S098"} <= {finding.code for finding in findings}
    assert len(findings) < 1_100
