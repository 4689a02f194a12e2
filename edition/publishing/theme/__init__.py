"""A project's own look: ``theme.xsl`` for the pages of documents, ``theme.css`` for all pages.

A theme says how something is shown. It is data of the project and no program: it reads no file,
asks no network, knows no clock, and has no scripts.
"""

from edition.publishing.theme.page import fetched_by
from edition.publishing.theme.reading import NO_THEME, Theme, read_theme

__all__ = ["NO_THEME", "Theme", "fetched_by", "read_theme"]
