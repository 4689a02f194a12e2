"""From TEI to what readers read: the page of a document, its plain text, the index.

Pure functions on values in memory; the stylesheets are in ``xslt/``.
"""

from edition.publish.assets import assets
from edition.publish.document import Links, Publication, publish
from edition.publish.index import index_page
from edition.publish.record import Record

__all__ = ["Links", "Publication", "Record", "assets", "index_page", "publish"]
