"""Hand edits of what a header says."""

from __future__ import annotations

import random
import re

from tests.merge.mutations.edits.catalogue import by_pattern, edit, instead, one

_IN_HEADER = r"(?=.*</teiHeader>)"

by_pattern(
    {
        "a title corrected": ('<title type="main">', r"\g<0>MARK "),
        "a title of other words": (
            r'(<title type="main"[^>]*>)[^<]*(?=</title>\s*<meeting)', r"\1MARK"
        ),
        "markup in the title": (
            r'(?<=<title type="main">)(\w[^<\s]*)', r'<hi rend="italic">\1</hi>'
        ),
        "a second title": (
            r"</title>(?=\s*<(?:meeting|respStmt))",
            r'\g<0>\n        <title type="sub">MARK</title>',
        ),
        "an editor added": (
            '<respStmt xml:id="source">',
            r'<editor xml:id="MARK"><persName>MARK</persName></editor>\n        \g<0>',
        ),
        "a second statement of responsibility": (
            "</respStmt>(?!.*</respStmt>)",
            (r'\g<0>\n        <respStmt xml:id="MARK"><resp>corrections</resp>'
            "<name type=\"other\">MARK</name></respStmt>"),
        ),
        "an edition": (
            r"(?<=</titleStmt>)", "<editionStmt><edition>MARK</edition></editionStmt>"
        ),
        "a statement of the header": (rf"(?<=<p>)(?=\w){_IN_HEADER}", "MARK "),
        "a statement taken away": (
            r"\s*<(quotation|hyphenation|segmentation)\b.*?</\1>", ""
        ),
        "a statement in two": (
            rf"(?<=\. )(?=[A-Z][^<]*</p>){_IN_HEADER}", "</p>\n          <p>MARK "
        ),
        "a change recorded": (
            "<revisionDesc>", r'\g<0>\n      <change who="#editors">MARK</change>'
        ),
        "a change with a date": (
            "</revisionDesc>", r'  <change when="2020-01-02" who="#encoder">MARK</change>\n\g<0>'
        ),
        "a keyword": (
            "(?<=</langUsage>)",
            r"\n      <textClass><keywords><term>MARK</term></keywords></textClass>",
        ),
        "a publisher": (
            r"(?<=<publicationStmt>)(\s*)<p>[^<]*</p>",
            (r"\1<publisher>MARK</publisher>"
            r'\1<availability status="free"><licence target="https://example.org/MARK"/>'
            "</availability>"),
        ),
        "the licence": (
            r'<availability status="[^"]*">|<publicationStmt>', r"\g<0><!-- MARK -->"
        ),
        "a printed source": (
            r"(?=</sourceDesc>)", r"  <bibl><title>MARK</title><biblScope>7</biblScope></bibl>\n"
        ),
        "a list of books": (
            r"(?=</sourceDesc>)", r"<listBibl><bibl>MARK</bibl><bibl>MARK 2</bibl></listBibl>\n"
        ),
        "the date of the source": (
            r'(<bibl xml:id="transcript"[^>]*>\s*<title>[^<]*</title>\s*)<date when="[^"]*">',
            r'\1<date when="2011-11-11">MARK ',
        ),
        "the setting": (r"(<setting>\s*<placeName>)", r"\1MARK "),
        "what was done there": (r"(?=</setting>)", r"<activity>MARK</activity>"),
        "another language": (
            r"(?=</langUsage>)", r'  <language ident="fr">French (MARK)</language>\n'
        ),
        "a class of turns": (
            r"(?=</taxonomy>)",
            r'<category xml:id="MARK"><catDesc>MARK</catDesc></category>\n',
        ),
        "the words of a class": (r"(?<=<catDesc>)", "MARK "),
    }
)  # fmt: skip


@edit
def the_language_of_the_file(text: str, rng: random.Random, mark: str) -> str | None:
    root = one(re.compile(r'(<(?:\w+:)?TEI\b[^>]*?)xml:lang="\w+"'), text, rng)
    return root and instead(text, root, f'{root[1]}n="{mark}" xml:lang="en-GB"')
