"""Themes: what they change, what is told of them, and what they never reach."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.diagnostic import EditionError
from edition.publishing.theme import fetched_by, read_theme
from edition.publishing.theme.style import faults_of_style
from edition.resources import GUIDES
from tests.publishing.reading import page
from tests.small_edition import write_small_edition

GUIDE = GUIDES["themes"].read_text(encoding="utf-8")
[SHEET] = re.findall(r"```xml\n(.*?)```", GUIDE, re.DOTALL)
[STYLE] = re.findall(r"```css\n(.*?)```", GUIDE, re.DOTALL)
SECRET = "the secret of the neighbour"


def sheet(override: str = "", *, top: str = "", head: str = "") -> str:
    """A theme with *override* in place of those of the guide."""
    begin, end = SHEET.index("<xsl:override>"), SHEET.index("</xsl:override>")
    made = f"{SHEET[:begin]}<xsl:override>{override}{SHEET[end:]}"
    made = made.replace("</xsl:package>", f"{top}</xsl:package>")
    return made.replace('version="3.0"', f'version="3.0" {head}', 1)


def masthead(content: str) -> str:
    return sheet(f'<xsl:template name="masthead"><p>{content}</p></xsl:template>')


def value(expression: str) -> str:
    return masthead(f'<xsl:value-of select="{expression}"/>')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.xml").write_text(f"<a>{SECRET}</a>", encoding="utf-8")
    return write_small_edition(tmp_path / "edition")


def built(folder: Path, package: str = "", style: str = "") -> Result:
    for name, text in (("theme.xsl", package), ("theme.css", style)):
        if text:
            (folder / "source" / name).write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["--verbose", "build", str(folder)])


def first(folder: Path) -> str:
    return (folder / "output" / "html" / "first.html").read_text(encoding="utf-8")


def told(package: str, tmp_path: Path) -> list[tuple[str, int, str]]:
    (tmp_path / "theme.xsl").write_text(package, encoding="utf-8")
    with pytest.raises(EditionError) as caught:
        read_theme(tmp_path)
    return [(f.code, f.line, f.message) for f in caught.value.findings]


def test_the_theme_of_the_guide_changes_what_it_says_and_nothing_else(folder: Path) -> None:
    assert built(folder).exit_code == 0
    plain = first(folder)
    assert built(folder, SHEET, STYLE).exit_code == 0
    themed = first(folder)
    assert '<p class="masthead">The Harbour Papers</p>' in themed
    changed = themed.replace('<p class="masthead">The Harbour Papers</p>', "")
    changed = re.sub(r"<b>(<span class=\"event\".*?</span>)</b>", r"\1", changed)
    assert changed == plain
    style = (folder / "output" / "html" / "assets" / "edition.css").read_text(encoding="utf-8")
    assert style.rstrip().endswith(f"@layer theme {{\n{STYLE}\n}}")


def test_a_theme_is_read_anew_and_goes_with_its_files(folder: Path) -> None:
    built(folder)
    plain = first(folder)
    built(folder, value("$title"))
    assert "<p>Meeting of the first committee</p>" in first(folder)
    built(folder, value("upper-case($title)"))
    assert "<p>MEETING OF THE FIRST COMMITTEE</p>" in first(folder)
    (folder / "source" / "theme.xsl").unlink()
    built(folder)
    assert first(folder) == plain


@pytest.mark.parametrize(
    "name",
    [
        "masthead",
        "colophon",
        "head-of-theme",
        "bar",
        "beside",
        "facts",
        "register",
        "endnotes",
        "foot",
        "citation",
    ],
)
def test_what_the_guide_says_can_be_overridden(tmp_path: Path, name: str) -> None:
    assert f"`{name}`" in GUIDE
    package = sheet(f'<xsl:template name="{name}"><xsl:value-of select="$title"/></xsl:template>')
    (tmp_path / "theme.xsl").write_text(package, encoding="utf-8")
    assert read_theme(tmp_path).package is not None


def test_what_the_guide_says_can_be_used(tmp_path: Path) -> None:
    used = (
        '<xsl:template match="emph" mode="inline"><b><xsl:call-template name="ours"/>'
        '<xsl:call-template name="content"/><xsl:call-template name="doubts"/>'
        "<xsl:value-of select=\"html:word('text'), html:phrase('page', '1'), html:added('x'),"
        " $document//u[1] ! html:speaker(.), $header, $text, $title, $date, $place, $interface,"
        ' $text-language"/></b></xsl:template>'
    )
    (tmp_path / "theme.xsl").write_text(sheet(used), encoding="utf-8")
    assert read_theme(tmp_path).package is not None


def test_errors_are_told_with_their_line(tmp_path: Path) -> None:
    lines = sheet('\n<xsl:template name="masthead">\n<xsl:value-of select="1 +"/></xsl:template>')
    line = lines.split("1 +")[0].count("\n") + 1
    [(code, at, message)] = told(lines, tmp_path)
    assert (code, at) == ("P006", line)
    assert "XPST0003" in message
    unknown = sheet('\n<xsl:template name="mast"/>')
    line = unknown.split('name="mast')[0].count("\n") + 1
    assert told(unknown, tmp_path)[0][:2] == ("P006", line)
    assert told(SHEET.replace("</xsl:override>", ""), tmp_path)[0][0] == "X001"


def test_the_pages_stay_while_a_theme_is_wrong(folder: Path) -> None:
    built(folder)
    plain = first(folder)
    result = built(folder, value("1 +"))
    assert result.exit_code == 1
    assert "theme.xsl:" in result.output
    assert "[P006]" in result.output
    assert first(folder) == plain


FN = "http://www.w3.org/2005/xpath-functions"
HOSTILE = {
    "a file": value("doc('../../secret.xml')"),
    "a file by another name": value("f:doc('x')").replace(
        "xmlns:html", f'xmlns:f="{FN}" xmlns:html'
    ),
    "a file by its full name": value(f"Q{{{FN}}}doc ('x')"),
    "a function as a value": value("('../../secret.xml') ! (let $f := doc#1 return $f(.))"),
    "a call with an arrow": value("'../../secret.xml' => unparsed-text()"),
    "a comment in the call": value("doc(: :)('../../secret.xml')"),
    "a name put together": value("function-lookup(xs:QName('fn:d' || 'oc'), 1)('x')"),
    "text with a template": masthead('<xsl:value-of expand-text="yes">{doc("x")}</xsl:value-of>'),
    "an entity of a letter": value("&#100;oc('../../secret.xml')"),
    "a folder": value("collection('..')"),
    "the environment": value("environment-variable('HOME')"),
    "a property": value("system-property('user.home')"),
    "the clock": value("current-dateTime()"),
    "another stylesheet": sheet(top='<xsl:include href="../../secret.xml"/>'),
    "another package": sheet(top='<xsl:use-package name="edition:index" package-version="1.0"/>'),
    "a file to write": masthead('<xsl:result-document href="../../x.html">x</xsl:result-document>'),
    "a computed expression": masthead("<xsl:evaluate xpath=\"'1'\"/>"),
    "a computed attribute": masthead("<xsl:value-of _select=\"{'d' || 'oc(1)'}\"/>"),
    "a stream": masthead('<xsl:source-document href="../../secret.xml"/>'),
    "a script": masthead("<script>fetch('https://example.org')</script>"),
    "a handler": masthead('<b onclick="x">y</b>'),
    "a script by construction": masthead('<xsl:element name="script">x</xsl:element>'),
    "an element of any name": masthead("<xsl:element name=\"{'scr' || 'ipt'}\">x</xsl:element>"),
    "an extension": sheet(head='xmlns:file="http://expath.org/ns/file"'),
}


@pytest.mark.parametrize("package", HOSTILE.values(), ids=HOSTILE)
def test_a_theme_reaches_nothing(folder: Path, package: str) -> None:
    result = built(folder, package)
    assert result.exit_code == 1, result.output
    assert "[P005]" in result.output
    assert SECRET not in result.output
    assert not (folder / "output" / "html" / "first.html").exists()


@pytest.mark.parametrize(
    "declaration",
    ['<!DOCTYPE xsl:package [<!ENTITY e SYSTEM "../../secret.xml">]>', "<!DOCTYPE xsl:package>"],
)
def test_no_entity_is_read(folder: Path, declaration: str) -> None:
    result = built(folder, declaration + masthead("&e;" if "ENTITY" in declaration else "x"))
    assert "[X002]" in result.output
    assert SECRET not in result.output


@pytest.mark.parametrize(
    "content",
    [
        '<img src="https://example.org/a.png" alt=""/>',
        '<img src="//example.org/a.png" alt=""/>',
        '<img alt="" srcset="a.png 1x, https://example.org/b.png 2x"/>',
        '<span style="background: url(https://example.org/a.png)">x</span>',
        '<span style="background: u\\72l(https://example.org/a.png)">x</span>',
        "<xsl:attribute name=\"style\" select=\"'background: ur' || 'l(https://e.org)'\"/>",
        '<iframe title="x"/>',
        '<form action="https://example.org"/>',
        '<video poster="http://example.org/a.png"/>',
        '<a href=" java&#9;script:x">y</a>',
        '<svg xmlns="http://www.w3.org/2000/svg"><path fill="url(https://example.org/#a)"/></svg>',
        '<xsl:text disable-output-escaping="yes">&lt;p></xsl:text>',
        '<xsl:text disable-output-escaping="yes">&lt;script>x&lt;/script></xsl:text>',
    ],
)
def test_no_page_fetches_from_elsewhere(folder: Path, content: str) -> None:
    result = built(folder, masthead(content))
    assert result.exit_code == 1, result.output
    assert "[P007]" in result.output


@pytest.mark.parametrize(
    "content",
    ['<img src="data:image/png;base64,AA" alt=""/>', '<a href="https://example.org">x</a>'],
)
def test_what_is_in_the_page_or_only_a_link_may_be(folder: Path, content: str) -> None:
    assert built(folder, masthead(content)).exit_code == 0
    assert fetched_by(first(folder)) == []
    assert page(first(folder)) is not None


STYLES = {
    "@import url(a.css);": "P005",
    "@import 'https://example.org/a.css';": "P005",
    "a { background: url(https://example.org/a.png) }": "P005",
    "a { background: url( '//example.org/a.png' ) }": "P005",
    "a { background: u\\72l(https://example.org/a.png) }": "P005",
    "@\\69mport 'a.css';": "P005",
    "a { background: image-set('https://example.org/a.png' 1x) }": "P005",
    "@media print { a { background: url(a.png) } }": "P005",
    "@font-face { font-family: x; src: url(https://example.org/x.woff2) }": "P005",
    "a { --x: url(https://example.org/a.png) }": "P005",
    "a { color: red": "",
    "a { color red }": "P006",
    "a { } }": "P006",
    "a { background: url(data:image/png;base64,AA) }": "",
    "a { fill: url(#gradient) }": "",
    "a { & b { color: red } }": "",
    "@layer x { :root { --a: 1px; } }": "",
    "": "",
}


@pytest.mark.parametrize(("style", "code"), STYLES.items())
def test_a_style_fetches_nothing_and_is_one(style: str, code: str) -> None:
    found = faults_of_style(f"\n{style}".encode(), "theme.css")
    assert {f.code for f in found} == ({code} if code else set())
    assert all(f.line == 2 for f in found)


def test_a_style_that_is_not_utf_8_is_told() -> None:
    [finding] = faults_of_style(b"a {}\n/* \xff */", "theme.css")
    assert (finding.code, finding.line) == ("P006", 2)


def test_a_theme_that_changes_the_words_of_the_text_is_told(folder: Path) -> None:
    assert "P019" not in built(folder).output
    package = sheet('<xsl:template match="seg" mode="block"><p>Other words.</p></xsl:template>')
    assert "P019" in built(folder, package).output
