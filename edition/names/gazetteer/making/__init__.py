"""How the gazetteer's files are made; ``make gazetteer`` runs it, the program never does."""
