"""The title: the city at night, and the ways into a match."""
