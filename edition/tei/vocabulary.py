"""Names of TEI: namespaces, and which elements hold what."""

from __future__ import annotations

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{{{XML_NAMESPACE}}}id"
XML_LANG = f"{{{XML_NAMESPACE}}}lang"


def tei(name: str) -> str:
    """The qualified name, in lxml's notation, of the TEI element *name*."""
    return f"{{{TEI_NAMESPACE}}}{name}"
