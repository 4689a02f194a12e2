"""TEI of other making: a sitting as ParlaMint has it, with tokens and without, and a play."""

from __future__ import annotations

from edition.tei.document import Document, parse

_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}" xml:id="{id}">{rest}</TEI>'
_HEADER = """<teiHeader><fileDesc>
<titleStmt><title type="main">{title}</title><meeting n="108">108th sitting</meeting></titleStmt>
<publicationStmt><publisher>Example Press</publisher></publicationStmt>
<sourceDesc><bibl><title>{title}</title></bibl></sourceDesc></fileDesc>
<profileDesc><settingDesc><setting><name type="city">Quaytown</name>
<date when="2021-03-04">4 March</date></setting></settingDesc>{people}</profileDesc></teiHeader>"""
CAST = """<particDesc><listPerson>
<person xml:id="ann" sex="FEMALE"><persName>Ann</persName></person>
<person xml:id="bob"><persName>Bob</persName></person></listPerson></particDesc>"""

SITTING = """
<text ana="#reference"><body><div type="debateSection" xml:id="x.d1">
  <gap reason="editorial"><desc xml:lang="en">Front matter removed</desc></gap>
  <note type="time" xml:id="x.note1">Beginning:<time when="2021-03-04T18:28:00">18:28</time></note>
  <note type="speaker" xml:id="x.note2">The Chair, Mary Quay</note>
  <u who="#QuayMary" ana="#chair" xml:id="x.u1">
    <seg xml:id="x.seg1">The sitting is open.
      <kinesic type="applause"><desc>(Applause.)</desc></kinesic></seg>
    <vocal type="shouting"><desc>(Hear, hear!)</desc></vocal>
    <seg xml:id="x.seg2">I call <name type="PER">Mr. Pier</name>.</seg>
  </u>
  <u who="#PierTom" xml:id="x.u2">Words <pause/> without a <emph>paragraph</emph>.</u>
</div></body></text>"""

TOKENS = """
<text><body><div type="debateSection"><note type="speaker">Mary Quay:</note>
<u who="#QuayMary" xml:id="t.u1"><seg xml:id="t.seg1">
  <s xml:id="t.s1">
<w xml:id="t.w1" lemma="the" msd="UPosTag=DET">The</w>
    <name type="ORG" xml:id="t.ne1">
<w xml:id="t.w2" lemma="House" join="right">House</w>
    </name>
<pc xml:id="t.w3" msd="UPosTag=PUNCT">,</pc>
<w xml:id="t.w4">it<w norm="it"/><w norm="'s"/></w>
<pc join="right">“</pc>
<w join="right">open</w>
<pc>”</pc>
<linkGrp type="UD-SYN"><link ana="ud-syn:det" target="#t.w2 #t.w1"/></linkGrp>
  </s>
  <s xml:id="t.s2"><w join="right">Yes</w><note>aside</note><pc join="left">.</pc></s>
</seg></u></div></body></text>"""

PLAY = """
<standOff><listEvent><event type="print" when="1786"><desc/></event></listEvent></standOff>
<text><front><docTitle><titlePart>The Quay</titlePart></docTitle>
<castList><head>People</head><castItem><role>Ann</role>, <roleDesc>a pilot</roleDesc></castItem>
<castGroup><head>Sailors</head>
<castItem corresp="#bob"><role>Bob</role></castItem></castGroup></castList>
<set><p>A quay, at night.</p></set></front>
<body><div type="act"><head>Act 1</head><div type="scene"><head>Scene 1</head>
<stage>Enter <name ref="#ann">Ann</name>.</stage>
<sp who="#ann" xml:id="sp1"><speaker>Ann.</speaker><stage>aside</stage><p>Who is there? <stage>She
listens.</stage> Nobody.</p></sp>
<sp who="#bob"><speaker>Bob.</speaker><l n="1">The tide is in,</l><l n="2">the tide is out.</l>
<stage>Exit.</stage></sp>
<sp who="#ann"><ab>Alone.</ab><lg><l>Oh wind,</l><l>oh sea.</l></lg></sp>
<spGrp><sp who="#ann #bob"><speaker>Both.</speaker><p>Farewell.</p></sp></spGrp>
</div></div></body><back><p>Curtain.</p></back></text>"""


def other(rest: str, *, identifier: str = "x", people: str = "", language: str = "en") -> Document:
    """A TEI file called other.xml of other making, with *rest* behind its header."""
    header = _HEADER.format(title="A sitting", people=people)
    return parse(
        _TEI.format(language=language, id=identifier, rest=header + rest).encode(), "other.xml"
    )


def sitting() -> Document:
    """A sitting as ParlaMint encodes it; its people are in another file."""
    return other(SITTING, identifier="ParlaMint-XX_2021-03-04")


def tokens() -> Document:
    """A sitting with every word marked."""
    return other(TOKENS, identifier="ParlaMint-XX_2021-03-04.ana")


def play() -> Document:
    """A play as DraCor encodes it."""
    return other(PLAY, identifier="xx000001", people=CAST)
