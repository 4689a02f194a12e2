"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes says more about the machine than about the program.
settings.register_profile("edition", deadline=None, print_blob=True)
settings.load_profile("edition")
