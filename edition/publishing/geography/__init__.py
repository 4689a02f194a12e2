"""Maps: the coasts of the world, cut out and projected, with places on them."""
