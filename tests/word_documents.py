"""Word documents for tests, made as people make them; their bytes are always the same."""

from __future__ import annotations

import io
import re
import zipfile

import docx

_FOOTNOTES = """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:id="1"><w:p><w:r><w:t>In the hall of the upper mill.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
_RELATION = (
    '<Relationship Id="rIdF" Target="footnotes.xml" Type="http://schemas.openxmlformats.org'
    '/officeDocument/2006/relationships/footnotes"/></Relationships>'
)
_TYPE = (
    '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.footnotes+xml"/></Types>'
)
_REFERENCE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
_TRACKED = (
    "<w:p><w:ins><w:r><w:t>Inserted, </w:t></w:r></w:ins><w:del><w:r><w:delText>deleted"
    "</w:delText></w:r></w:del><w:sdt><w:sdtContent><w:r><w:t>in a field.</w:t></w:r>"
    "</w:sdtContent></w:sdt><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
)


def council() -> bytes:
    """The record of a meeting, with a heading, labels in bold, a table, notes and a header."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Lake Council"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_heading("Meeting on water", 1)
    paragraph = document.add_paragraph()
    paragraph.add_run("Ms Adler:").bold = True
    paragraph.add_run(" Good afternoon,\ncolleagues.")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Mill", "Litres"), ("Upper", "1,200")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    run = document.add_paragraph("Thank you.").runs[0]
    document.add_comment(run, text="Who says so?", author="JD", initials="JD")
    document.add_paragraph("The end, TRACKED")
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_footnote(buffer.getvalue())


def package(parts: dict[str, bytes]) -> bytes:
    """The ZIP archive of *parts*."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of the package *data*, by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_footnote(data: bytes) -> bytes:
    """*data* with what python-docx cannot make: a footnote, tracked changes, a control."""
    parts = parts_of(data)
    body = parts["word/document.xml"].decode()
    body = body.replace("Thank you.</w:t></w:r>", f"Thank you.</w:t></w:r>{_REFERENCE}")
    body = body.replace("TRACKED</w:t></w:r></w:p>", f"tracked:</w:t></w:r></w:p>{_TRACKED}")
    relations, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    return package(
        parts
        | {
            "word/document.xml": body.encode(),
            "word/comments.xml": re.sub(rb' w:date="[^"]*"', b"", parts["word/comments.xml"]),
            "word/footnotes.xml": _FOOTNOTES.encode(),
            relations: parts[relations].replace(b"</Relationships>", _RELATION.encode()),
            types: parts[types].replace(b"</Types>", _TYPE.encode()),
        }
    )
