"""The formats in which transcripts come, one file each: from bytes to lines, and no word lost."""
