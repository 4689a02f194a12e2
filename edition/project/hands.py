"""Who makes the documents of an edition."""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple

from edition.diagnostic import EditionError, Place, diagnostic


class Hands(NamedTuple):
    """So many processes of this machine, or those of the Dask *cluster*, ``jobs`` being 0.

    That is the address of its scheduler.
    """

    jobs: int = 1
    cluster: str = ""


ONE = Hands()


def need_distributed(hands: Hands) -> None:
    """Raise EditionError (P012) where a cluster is wanted, and nothing can speak to it."""
    if hands.cluster and find_spec("distributed") is None:
        raise EditionError(diagnostic("P012", Place("--cluster")))
