"""In which language the words of a TEI file are that are not those of its text.

The sentences of the program are English. Where the text is not, ``teiHeader`` and each evidence
say so with ``@xml:lang``, and what the header repeats from the text has the language of the text.
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from edition.tei.vocabulary import TEI_NAMESPACE, XML_LANG, XML_NAMESPACE

OURS = "en"
_NAMES = {"t": TEI_NAMESPACE, "xml": XML_NAMESPACE}
_OF_THE_TEXT = (
    "t:fileDesc/t:titleStmt/t:title",
    "t:fileDesc/t:titleStmt/t:meeting",
    "t:fileDesc/t:titleStmt/t:respStmt[@xml:id='source']/t:orgName",
    "t:fileDesc/t:sourceDesc/t:bibl/t:title",
    "t:fileDesc/t:sourceDesc/t:bibl/t:publisher",
    "t:fileDesc/t:sourceDesc/t:bibl/t:date",
    "t:encodingDesc/t:samplingDecl/t:ab[@type='omitted']",
    "t:profileDesc/t:particDesc/t:listPerson",
    "t:profileDesc/t:settingDesc/t:setting",
)


def is_ours(language: str) -> bool:
    """Whether *language*, a tag, is that of the program's sentences."""
    return language.partition("-")[0].lower() == OURS


def state_languages(root: Element, language: str) -> None:
    """Give *root*, a TEI file by the program, its *language*, and its other words theirs."""
    root.set(XML_LANG, language)
    if is_ours(language):
        return
    header = root.find("t:teiHeader", _NAMES)
    if header is None:
        return
    header.set(XML_LANG, OURS)
    for path in _OF_THE_TEXT:
        for repeated in header.findall(path, _NAMES):
            repeated.set(XML_LANG, language)
    for evidence in root.iterfind("t:standOff/t:certainty/t:desc", _NAMES):
        evidence.set(XML_LANG, OURS)
