"""The edition as a folder: what lies where, and how ``output/`` follows from ``source/``."""

from edition.project.building import Build, build
from edition.project.folder import Project, Sources

__all__ = ["Build", "Project", "Sources", "build"]
