"""The files that all pages share."""

from __future__ import annotations

from codecs import BOM_UTF8
from functools import cache

from edition.files import read_bytes
from edition.resources import XSLT

# The layers of the style sheet, each in a file of its own; a later one wins over an earlier one.
_LAYERS = (
    "tokens",
    "base",
    "frame",
    "text",
    "marks",
    "apparatus",
    "index",
    "subjects",
    "figures",
    "about",
    "guide",
    "cite",
    "search",
    "reading",
    "facing",
    "print",
)
# Classic scripts, for pages are opened from disk, too. Without them every page is whole. And a
# program for readers.
_SCRIPTS = ("reading.js", "cite.js", "map.js", "documents.js", "pagefind.js", "fidelity.py")
# Parts of one script, in a scope of its own each.
_SEARCH = ("coding", "words", "index", "query", "hits", "page")
_HEAD = """\
/* The one style sheet of all pages. No font, picture or rule is fetched from anywhere.
   A project's own rules, those of its theme.css, are the last layer and win over all others. */
"""


@cache
def assets(style: bytes = b"") -> dict[str, bytes]:
    """The files that lie beside the pages: relative path to bytes.

    *style* are the rules of a theme: a layer after all others.
    Raises FileAccessError where the installation is damaged.
    """
    head = f"{_HEAD}@layer {', '.join(_LAYERS)};\n\n"
    layers = [read_bytes(XSLT / "html" / "style" / f"{layer}.css") for layer in _LAYERS]
    scripts = {f"assets/{it}": read_bytes(XSLT / "html" / "script" / it) for it in _SCRIPTS}
    search = [read_bytes(XSLT / "html" / "script" / "search" / f"{it}.js") for it in _SEARCH]
    scripts["assets/search.js"] = b"\n".join(search)
    own = [b"@layer theme {\n%s\n}\n" % style.removeprefix(BOM_UTF8)] if style else []
    return {"assets/edition.css": head.encode() + b"\n".join(layers + own)} | scripts
