"""An edition that lies in other storage, such as S3: mirrored in a folder, and given back."""

from __future__ import annotations

from edition.mirror.mirror import Mirror, mirrored

__all__ = ["Mirror", "mirrored"]
