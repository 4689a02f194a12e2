"""TEI to publish: a small document with every construct once, and pieces to build others."""

from __future__ import annotations

from edition.tei.document import Document, parse

HEADER = """<teiHeader>
  <fileDesc>
    <titleStmt>
      <title type="main">Harbour council, open meeting</title>
      <meeting n="1931-05-02">Harbour council</meeting>
      <editor xml:id="ab"><persName ref="https://orcid.org/0000-0002-1825-0097">Ada Byron</persName></editor>
      <respStmt xml:id="source"><resp>transcript</resp><orgName>Harbour Gazette</orgName></respStmt>
      <respStmt xml:id="encoder"><resp>encoding by program</resp><name>edition</name></respStmt>
    </titleStmt>
    <editionStmt><edition n="1.2.0">1.2.0</edition></editionStmt>
    <publicationStmt>
      <publisher>Harbour Press &amp; Sons</publisher>
      <date when="2026-01-01">2026-01-01</date>
      <idno type="slug">harbour</idno>
      <availability><licence target="https://creativecommons.org/licenses/by/4.0/"><p>CC BY 4.0</p></licence></availability>
    </publicationStmt>
    <sourceDesc>
      <bibl xml:id="transcript" type="transcript">
        <title>Harbour council</title><publisher>Harbour Gazette</publisher>
        <date when="1931-05-03">3 May 1931</date>
        <idno type="URI">https://example.org/harbour</idno>
        <idno type="sha256">0123456789abcdef</idno>
      </bibl>
    </sourceDesc>
  </fileDesc>
  <encodingDesc>
    <samplingDecl><ab type="omitted" n="1">Print this page</ab><ab type="partial" n="3">Only excerpts</ab></samplingDecl>
    <editorialDecl><normalization><ab type="noBreakSpace" n="4">4 spaces</ab></normalization></editorialDecl>
    <classDecl><taxonomy xml:id="turns"><category xml:id="chair"><catDesc>chair</catDesc></category></taxonomy></classDecl>
  </encodingDesc>
  <profileDesc>
    <particDesc><listPerson>
      <person xml:id="MaryQuay" role="speaker"><persName>Mary Quay</persName>
        <affiliation><roleName>Harbour master</roleName></affiliation></person>
      <person xml:id="JohnMole" role="speaker"><persName>John Mole</persName></person>
      <person xml:id="AnnPier" role="summarised"><persName>Ann Pier</persName></person>
    </listPerson></particDesc>
    <settingDesc><setting><placeName>Old Harbour</placeName><date when="1931-05-02">2 May 1931</date></setting></settingDesc>
  </profileDesc>
  <revisionDesc><change who="#ab" when="2026-01-01">Corrected by hand.</change></revisionDesc>
</teiHeader>"""

TEXT = """<text>
  <front>
    <titlePage>
      <docTitle><titlePart type="main">Harbour council, open meeting</titlePart></docTitle>
      <docDate><date when="1931-05-02">2 May 1931</date>, <placeName>Old Harbour</placeName></docDate>
    </titlePage>
    <div type="lead"><p xml:id="p1">The council met in the open.</p></div>
  </front>
  <body>
    <milestone unit="section"/>
    <fw type="separator">* * *</fw>
    <div type="debateSection" xml:id="d1">
      <note type="speaker"><roleName>Harbour master</roleName> <persName ref="#MaryQuay">Mary Quay</persName>:</note>
      <u xml:id="u1" who="#MaryQuay" ana="#chair">
        <seg xml:id="p2">Good morning, <persName ref="#JohnMole">Mr <surname>Mole</surname></persName>; this is
          <choice><sic>teh</sic><corr>the</corr></choice> council <note type="editorial" resp="#source">[the third]</note>
          of <date when="1931">1931</date>.<note type="annotation" resp="#ab">In fact the fourth.</note></seg>
        <kinesic type="applause" xml:id="e1"><desc>(Applause.)</desc></kinesic>
        <note type="pullquote" resp="#source">this is the council</note>
        <gap reason="omitted" resp="#source" xml:id="e2"><desc>&lt;…&gt;</desc></gap>
        <lg xml:id="v1"><l>The tide comes in,</l><l>the tide goes out.</l></lg>
        <seg xml:id="p3">She said: <foreign xml:lang="fr">à bientôt</foreign>. <vocal type="laughter"><desc>(Laughs.)</desc></vocal></seg>
      </u>
      <note type="speaker">Mole:</note>
      <u xml:id="u2" who="#JohnMole" ana="#guest"><seg xml:id="p4">No.</seg></u>
    </div>
    <div type="debateSection" xml:id="d2">
      <head>Excerpts &amp; ends</head>
      <note type="summary" resp="#source" xml:id="s1"><said who="#AnnPier" direct="false">(Ms Pier spoke of nets.)</said></note>
      <incident type="silence"><desc>(A silence)</desc></incident>
      <note type="speaker">Question:</note>
      <u xml:id="u3" ana="#unidentified"><seg xml:id="p5">Who pays?</seg></u>
      <u xml:id="u4" who="#JohnMole" ana="#guest #unlabelled" cert="low" resp="#encoder"><seg xml:id="p6">I do.</seg></u>
      <trailer>To be continued</trailer>
      <closer><dateline>2 May 1931, Old Harbour</dateline></closer>
    </div>
  </body>
</text>
<standOff>
  <listPlace><place xml:id="Quay"><placeName>The Quay</placeName><idno type="URI">https://example.org/quay</idno></place></listPlace>
  <certainty target="#u4 #p6" match="@who" locus="value" cert="low" resp="#encoder"><desc>No label is printed.</desc></certainty>
</standOff>"""


def document(text: str, *, header: str = HEADER, language: str = "en") -> Document:
    """A TEI document called harbour.xml, of a header and what follows it."""
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}">{header}{text}</TEI>'
    return parse(tei.encode(), "harbour.xml")


def sample() -> Document:
    """The small document with every construct."""
    return document(TEXT)


def in_paragraph(markup: str) -> Document:
    """A document whose only paragraph holds *markup*."""
    return in_turn(f'<seg xml:id="p1">before {markup} after</seg>')


def in_turn(markup: str) -> Document:
    """A document whose only turn holds *markup*."""
    return document(
        '<text><body><div type="debateSection" xml:id="d1"><note type="speaker">Quay:</note>'
        f'<u xml:id="u1" who="#MaryQuay">{markup}</u></div></body></text>'
    )


def large(turns: int = 60) -> Document:
    """A document of many turns, about as large as a long meeting."""
    said = "The harbour needs a wall, and the wall needs stones, and the stones need hands. " * 8
    parts = [
        f'<note type="speaker">Quay:</note><u xml:id="u{n}" who="#MaryQuay">'
        f'<seg xml:id="p{2 * n}">{said}<placeName ref="#Quay">Quay</placeName></seg>'
        f'<seg xml:id="p{2 * n + 1}">{said}</seg></u>'
        for n in range(1, turns + 1)
    ]
    body = f'<div type="debateSection" xml:id="d1">{"".join(parts)}</div>'
    return document(f"<text><body>{body}</body></text>")
