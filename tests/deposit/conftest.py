"""The edition that the tests of this folder make packages of."""

from __future__ import annotations

from tests.deposit.whole_edition import built, built_once

__all__ = ["built", "built_once"]
