"""What the header of a TEI file says, of one document or of a corpus: its facts, as values."""
