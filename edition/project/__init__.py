"""The edition as a folder: what lies where, and how ``output/`` follows from ``source/``."""
