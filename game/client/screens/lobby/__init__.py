"""Before a match with others: the rooms of a server, and the room itself."""
