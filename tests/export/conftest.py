"""The edition that the tests of this folder export."""

from __future__ import annotations

from tests.export.edition import encoded, encoded_once

__all__ = ["encoded", "encoded_once"]
