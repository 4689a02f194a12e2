"""From TEI to what readers read: the page of a document, its plain text, the index.

Pure functions on values in memory; the stylesheets are in ``xslt/``.
"""
