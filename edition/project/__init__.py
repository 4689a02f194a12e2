"""The edition as a folder: what lies where, and how ``output/`` follows from ``source/``."""

from edition.project.building import ALL, Build, Output, build
from edition.project.folder import Project, Sources

__all__ = ["ALL", "Build", "Output", "Project", "Sources", "build"]
