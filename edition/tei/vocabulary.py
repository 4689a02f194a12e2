"""Names of TEI: namespaces, and which elements hold what."""

from __future__ import annotations

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{{{XML_NAMESPACE}}}id"
XML_LANG = f"{{{XML_NAMESPACE}}}lang"


def tei(name: str) -> str:
    """The qualified name, in lxml's notation, of the TEI element *name*."""
    return f"{{{TEI_NAMESPACE}}}{name}"


TURNS = (tei("u"), tei("sp"))  # what somebody says


def namespace_of(name: str) -> str:
    """The namespace of *name*, '' if it has none."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def local(name: str) -> str:
    """*name* without its namespace; attributes of XML keep their prefix (``xml:id``)."""
    namespace, _, rest = name.rpartition("}")
    prefix = "xml:" if namespace == f"{{{XML_NAMESPACE}" else ""
    return prefix + rest
