"""Names: the register of persons, places and bodies, and where a transcript mentions them."""
