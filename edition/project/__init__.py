"""The edition as a folder: what lies where, and how ``output/`` follows from ``source/``."""

from edition.project.build import Build
from edition.project.folder import Project, Sources

__all__ = ["Build", "Project", "Sources"]
