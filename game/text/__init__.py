"""Every sentence of the game by key, in each language."""
