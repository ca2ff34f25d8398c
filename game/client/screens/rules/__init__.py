"""The rule book on the screen: chapters on the left, the text on the right, a search over it."""
