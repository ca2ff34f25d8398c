"""The client's end of a connection: over a websocket or in memory, and a player's seat on top of it."""
