"""From TEI to what readers read: the page of a document, its plain text, the index.

Pure functions on values in memory; the stylesheets are in ``xslt/``.
"""

from edition.publishing.assets import assets
from edition.publishing.document import ALL, Links, Output, Publication, Publishing, publish
from edition.publishing.facing import facing_page
from edition.publishing.index import documents_table, index_pages
from edition.publishing.record import Record
from edition.publishing.tei import published_tei

__all__ = [
    "ALL",
    "Links",
    "Output",
    "Publication",
    "Publishing",
    "Record",
    "assets",
    "documents_table",
    "facing_page",
    "index_pages",
    "publish",
    "published_tei",
]
