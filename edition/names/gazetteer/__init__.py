"""The places of the world by name, offline: GeoNames and a supplement, two sorted text files.

:func:`lookup` gives the places that a form may mean, the likeliest first, each with how far the
bare word may be believed (:class:`Alone`). The files are made by ``make gazetteer``.
"""

from edition.names.gazetteer.finding import begins, country, lookup, place
from edition.names.gazetteer.folding import fold
from edition.names.gazetteer.place import Alone, Place

__all__ = ["Alone", "Place", "begins", "country", "fold", "lookup", "place"]
