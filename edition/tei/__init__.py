"""The encoding model: from a Transcript to TEI P5, and from a TEI file back to a tree."""
