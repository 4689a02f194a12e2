"""What is missing or odd on this machine and in a project.

Everything is looked at, and nothing changed; ``edition doctor`` tells it.
"""

from __future__ import annotations

from edition.examination.looked import Looked
from edition.examination.machine import look_at_machine
from edition.examination.project import look_at_project

__all__ = ["Looked", "look_at_machine", "look_at_project"]
