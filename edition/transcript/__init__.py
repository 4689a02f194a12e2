"""Printed transcripts: bytes in, ``Transcript`` out. Knows nothing of TEI or files."""
