"""What other services read: sitemap, Atom, OAI-PMH, BEACON and DTS, as files that never change.

Each needs absolute addresses, and so the address where ``output/`` will lie.
"""

from edition.publishing.harvesting.site import Site, Work

__all__ = ["Site", "Work"]
